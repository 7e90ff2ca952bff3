"""The questions that an assistant may ask, each with its arguments and its answer as plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.assistants.arguments import Argument, faults, together
from optimizer.errors import InvalidInput, Issue, Said, suggest

MOST_LETTERS = 1_000_000
"""Letters of a document that is given in a call."""
MOST_DRAWS = 2000
"""Draws of one study of uncertainty."""
NAME = (1, 200)

SCENARIO = (
    Argument("scenario", "string", "id of a shipped scenario, see list_scenarios", between=NAME),
    Argument(
        "document", "string", "a scenario document as YAML or JSON text, instead of `scenario`",
        between=(1, MOST_LETTERS),
    ),
    Argument(
        "settings", "object",
        "entries of the document to change, by path: {'budget.total': 20000}; null removes one",
    ),
)  # fmt: skip
LANGUAGE = Argument("language", "string", "language of the answer", words=tuple(api.LANGUAGES))


@dataclass(frozen=True)
class Question:
    """A question with its words and arguments; `answer` is given the scenario, if it takes one."""

    name: str
    text: str
    arguments: tuple[Argument, ...]
    answer: Callable[..., dict[str, Any]]
    about: bool = True
    """Whether it is asked of a scenario."""

    @property
    def known(self) -> tuple[Argument, ...]:
        """Every argument."""
        return (*(SCENARIO if self.about else ()), *self.arguments, LANGUAGE)


def ready() -> None:
    """Loads what questions need, by being found here."""


def ask(name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to a question in one language. Raises InvalidInput with every problem."""
    if name not in QUESTIONS:
        unknown = Said(f"There is no question '{name}'.", f"없는 질의: '{name}'.")
        raise InvalidInput([Issue("question", unknown, suggest(name, QUESTIONS))])
    question = QUESTIONS[name]
    wrong, rest = list(faults(question.known, given)), dict(given)
    language = str(rest.pop("language", "en"))
    if not question.about:
        together(wrong)
        return _in_one(question.answer(**rest), language)
    asked = [rest.pop(one.name, None) for one in SCENARIO]
    seen = {issue.where for issue in wrong}
    if seen & {one.name for one in SCENARIO}:
        together(wrong)
    try:
        scenario = _scenario(*asked)
    except InvalidInput as fault:
        together(wrong, fault.issues)
        raise
    together(wrong)
    return _in_one(question.answer(scenario, **rest), language)


def _scenario(name: str | None, document: str | None, settings: Any) -> api.Scenario:
    """The scenario of a shipped id or of a text: no path is ever read."""
    if (name is None) == (document is None):
        problem = Said("Nothing to ask about, or two things.", "질의 대상이 없거나 둘임.")
        remedy = Said(
            "Give either `scenario` or `document`.", "`scenario`와 `document` 중 하나만 기재."
        )
        raise InvalidInput([Issue("scenario", problem, remedy)])
    if document is not None:
        found = api.scenario_of(api.read_text(document))
    else:
        shipped = api.shipped_scenarios()
        if name not in shipped:
            problem = Said(f"No scenario '{name}' is shipped.", f"내장 시나리오에 없음: '{name}'.")
            raise InvalidInput([Issue("scenario", problem, suggest(name, shipped))])
        found = api.load_scenario(str(name))
    return found.set(settings) if settings else found


def _in_one(answer: dict[str, Any], language: str) -> dict[str, Any]:
    return {key: in_language(value, language) for key, value in answer.items()}


def in_language(data: Any, language: str) -> Any:
    """The data with texts of one language alone.

    >>> in_language({"title": "Visa", "title_ko": "비자", "said": [{"en": "a", "ko": "b"}]}, "ko")
    {'title': '비자', 'said': ['b']}
    """
    if isinstance(data, Mapping):
        if set(data) == {"en", "ko"}:
            return data[language]
        own = {
            key: data.get(f"{key}_ko", value) if language == "ko" else value
            for key, value in data.items()
            if not (key.endswith("_ko") and key.removesuffix("_ko") in data)
        }
        return {key: in_language(value, language) for key, value in own.items()}
    return [in_language(one, language) for one in data] if isinstance(data, list) else data


# --- answers --------------------------------------------------------------------------------------
def _told(
    scenario: api.Scenario, question: str, plans: Iterable[api.Plan], data: dict[str, Any]
) -> dict[str, Any]:
    """An answer with what holds for all of them: the scenario, the certificate, the terms."""
    terms = api.contract(question)
    return {
        "question": question,
        "scenario": {"id": scenario.id, "fingerprint": scenario.fingerprint},
        "versions": api.versions(),
        **{key: value for key, value in data.items() if key not in ("scenario", "versions")},
        "certificate": certificate(plans),
        "holds": terms.data,
        "terms": {language: terms.sentence.in_(language) for language in api.LANGUAGES},
        "cautions": [{"en": said.en, "ko": said.ko} for said in scenario.cautions],
    }


def certificate(plans: Iterable[api.Plan]) -> dict[str, Any]:
    """How the solves ended, and the worst residuals and gap of all of them."""
    solved = list(plans)
    found = [one for plan in solved if (one := plan.solution.certificate) is not None]
    return {
        "status": ", ".join(dict.fromkeys(str(plan.status) for plan in solved)),
        "proves": ", ".join(dict.fromkeys(one.kind for one in found)),
        "primal_residual": max((one.primal_residual for one in found), default=None),
        "dual_residual": max((one.dual_residual for one in found), default=None),
        "gap": max((one.gap for one in found), default=None),
        "passed": len(found) == len(solved) and all(one.passed for one in found),
    }


LONG = ("evidence", "review", "capacities")
"""Tables of a plan that an answer leaves out."""
BRIEF = (
    "status", "objective", "net_people", "additional_objective", "budget", "spent", "unspent",
    "allocation", "totals", "sentences",
)  # fmt: skip
"""What is told of a plan beside the one that was asked for."""


def _slim(plan: dict[str, Any]) -> dict[str, Any]:
    """A plan without its longest tables."""
    return {key: value for key, value in plan.items() if key not in LONG}


def _brief(plan: dict[str, Any]) -> dict[str, Any]:
    return {key: plan[key] for key in BRIEF if key in plan}


def _list() -> dict[str, Any]:
    found = api.list_scenarios()
    rows = [{"id": s.id, "title": s.title, "description": s.description} for s in found]
    return {"scenarios": rows}


def _explain(question: str | None = None) -> dict[str, Any]:
    names = list(api.CONTRACTS) if question is None else [question]
    return {
        "terms": [
            {
                "question": name,
                "holds": api.contract(name).data,
                "sentence": {k: api.contract(name).sentence.in_(k) for k in api.LANGUAGES},
            }
            for name in names
        ]
    }


def _solve(scenario: api.Scenario) -> dict[str, Any]:
    plan = api.solve(scenario)
    return _told(scenario, "best_plan", [plan], _slim(api.plan_data(plan)))


def _evaluate(scenario: api.Scenario, plan: list[Any]) -> dict[str, Any]:
    answer = api.evaluate(scenario, api.allocation_of(plan, scenario))
    data = api.evaluation_data(answer)
    data = {**data, "plan": _slim(data["plan"]), "best": _brief(data["best"])}
    return _told(scenario, "given_plan", [answer.plan, answer.best], data)


def _prices(scenario: api.Scenario, switching: bool = False) -> dict[str, Any]:
    report = api.price_report(scenario)
    flips = api.switching_points(scenario) if switching else None
    return _told(scenario, "rule_worth", [report.plan], api.prices_data(report, flips))


def _conflict(scenario: api.Scenario, below_signed: bool = False) -> dict[str, Any]:
    answer = api.explain_conflict(scenario, below_signed=below_signed)
    return _told(scenario, "conflict", [api.bare_plan(scenario)], api.conflict_data(answer))


def _extra(scenario: api.Scenario, amount: float, lift: Sequence[int] = ()) -> dict[str, Any]:
    answer = api.extra(scenario, amount, lift=lift)
    data = api.extra_data(answer)
    data = {**data, "before": _brief(data["before"]), "after": _slim(data["after"])}
    return _told(scenario, "extra", [answer.before, answer.after], data)


def _target(scenario: api.Scenario, outcome: str, at_least: float) -> dict[str, Any]:
    answer = api.target(scenario, outcome, at_least)
    data = api.target_data(answer)
    data = {**data, "plan_in_full": _slim(data["plan_in_full"])}
    return _told(scenario, "target", [answer.plan], data)


def _trade_off(scenario: api.Scenario, first: str, second: str) -> dict[str, Any]:
    answer = api.trade_off(scenario, first, second)
    return _told(scenario, "trade_off", answer.plans or [answer.best], api.trade_off_data(answer))


def _uncertainty(scenario: api.Scenario, draws: int = 200, seed: int = 1) -> dict[str, Any]:
    answer = api.uncertainty(scenario, draws, seed=seed)
    data = api.uncertainty_data(answer)
    told = _told(scenario, "uncertainty_kept", [answer.central], data)
    central = certificate([answer.central])
    return {**told, "certificate": {**central, "draws": data["certificate"]}}


QUESTIONS: Mapping[str, Question] = {
    one.name: one
    for one in (
        Question("list_scenarios", "The scenarios that are shipped.", (), _list, about=False),
        Question(
            "explain_contract",
            "What each question moves, what stands still, and in what currency it is answered.",
            (Argument("question", "string", "one question; all of them if left out",
                      words=tuple(api.CONTRACTS)),),
            _explain, about=False,
        ),
        Question("solve", "The best plan of a scenario, what each rule costs, what is binding.",
                 (), _solve),
        Question(
            "evaluate", "What a plan yields, which rules it breaks, what it leaves on the table.",
            (Argument("plan", "array", "rows with programme, year and spending", required=True,
                      members="object"),),
            _evaluate,
        ),
        Question(
            "prices", "What the budget and every limit is worth, upwards and downwards.",
            (Argument("switching", "boolean",
                      "also where the decision flips as numbers move; takes longer"),),
            _prices,
        ),
        Question(
            "conflict", "Which rules cannot hold together, and the changes that end it.",
            (Argument("below_signed", "boolean",
                      "let ways out go below what the document underneath states"),),
            _conflict,
        ),
        Question(
            "extra", "Where only additional money goes, nothing taken back.",
            (Argument("amount", "number", "money on top of the budget, in the scenario's unit",
                      required=True, between=(0, 1e15)),
             Argument("lift", "array", "years whose own limit grows by the amount as well",
                      members="integer")),
            _extra,
        ),
        Question(
            "target", "The least money that reaches an outcome, and the best plan with it.",
            (Argument("outcome", "string", "net_people, objective, a channel, tier or pathway",
                      required=True, between=NAME),
             Argument("at_least", "number", "people to reach, beyond those without any money",
                      required=True, between=(-1e9, 1e9))),
            _target,
        ),
        Question(
            "trade_off", "All efficient plans of two outcomes.",
            (Argument("first", "string", "an outcome, as of target, or spending", required=True,
                      between=NAME),
             Argument("second", "string", "another one", required=True, between=NAME)),
            _trade_off,
        ),
        Question(
            "uncertainty", "How sure the plan is: intervals, rankings, regret over many draws.",
            (Argument("draws", "integer", f"how many draws, 2 to {MOST_DRAWS} (default: 200)",
                      between=(2, MOST_DRAWS)),
             Argument("seed", "integer", "the same seed gives the same draws (default: 1)",
                      between=(0, 10**9))),
            _uncertainty,
        ),
    )
}  # fmt: skip
"""Every question by name."""
