"""The questions that an assistant may ask, each with its arguments and its answer as plain data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.assistants import answers
from optimizer.cli.assistants.arguments import Argument, faults, together
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import _

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
        unknown = _("There is no question '{name}'.", name=name)
        raise InvalidInput([Issue("question", unknown, suggest(name, QUESTIONS))])
    question = QUESTIONS[name]
    given = {key: value for key, value in given.items() if value is not None}  # as if left out
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
        problem = _("Nothing to ask about, or two things.")
        remedy = _("Give either `scenario` or `document`.")
        raise InvalidInput([Issue("scenario", problem, remedy)])
    if document is not None:
        found = api.scenario_of(api.read_text(document))
    else:
        shipped = api.shipped_scenarios()
        if name not in shipped:
            problem = _("No scenario '{name}' is shipped.", name=name)
            raise InvalidInput([Issue("scenario", problem, suggest(name, shipped))])
        found = api.load_scenario(str(name))
    return found.set(settings) if settings else found


def _in_one(answer: dict[str, Any], language: str) -> dict[str, Any]:
    return {key: in_language(value, language) for key, value in answer.items()}


def in_language(data: Any, language: str) -> Any:
    """The data with texts of one language alone.

    >>> in_language({"title": "Visa", "title_ko": "B", "said": [{"en": "a", "ko": "b"}]}, "ko")
    {'title': 'B', 'said': ['b']}
    """
    if isinstance(data, Mapping):
        if "en" in data and set(data) <= {*api.LANGUAGES}:
            return data.get(language, data["en"])
        twins = {f"{key}_{other}" for key in data for other in api.LANGUAGES}
        own = {
            key: data.get(f"{key}_{language}", value)
            for key, value in data.items()
            if key not in twins
        }
        return {key: in_language(value, language) for key, value in own.items()}
    return [in_language(one, language) for one in data] if isinstance(data, list) else data


QUESTIONS: Mapping[str, Question] = {
    one.name: one
    for one in (
        Question(
            "list_scenarios", "The scenarios that are shipped.", (), answers.list_scenarios,
            about=False,
        ),
        Question(
            "explain_contract",
            "What each question moves, what stands still, and in what currency it is answered.",
            (Argument("question", "string", "one question; all of them if left out",
                      words=tuple(api.CONTRACTS)),),
            answers.explain_contract, about=False,
        ),
        Question("solve", "The best plan of a scenario, what each rule costs, what is binding.",
                 (), answers.solve),
        Question(
            "evaluate", "What a plan yields, which rules it breaks, what it leaves on the table.",
            (Argument("plan", "array", "rows with programme, year and spending", required=True,
                      members="object"),),
            answers.evaluate,
        ),
        Question(
            "prices", "What the budget and every limit is worth, upwards and downwards.",
            (Argument("switching", "boolean",
                      "also where the decision flips as numbers move; takes longer"),),
            answers.prices,
        ),
        Question(
            "conflict", "Which rules cannot hold together, and the changes that end it.",
            (Argument("below_signed", "boolean",
                      "let ways out go below what the document underneath states"),),
            answers.conflict,
        ),
        Question(
            "extra", "Where only additional money goes, nothing taken back.",
            (Argument("amount", "number", "money on top of the budget, in the scenario's unit",
                      required=True, between=(0, 1e15)),
             Argument("lift", "array", "years whose own limit grows by the amount as well",
                      members="integer")),
            answers.extra,
        ),
        Question(
            "target", "The least money that reaches an outcome, and the best plan with it.",
            (Argument("outcome", "string", "net_people, objective, a channel, tier or pathway",
                      required=True, between=NAME),
             Argument("at_least", "number", "people to reach, beyond those without any money",
                      required=True, between=(-1e9, 1e9))),
            answers.target,
        ),
        Question(
            "trade_off", "All efficient plans of two outcomes.",
            (Argument("first", "string", "an outcome, as of target, or spending", required=True,
                      between=NAME),
             Argument("second", "string", "another one", required=True, between=NAME)),
            answers.trade_off,
        ),
        Question(
            "uncertainty", "How sure the plan is: intervals, rankings, regret over many draws.",
            (Argument("draws", "integer", f"how many draws, 2 to {MOST_DRAWS} (default: 200)",
                      between=(2, MOST_DRAWS)),
             Argument("seed", "integer", "the same seed gives the same draws (default: 1)",
                      between=(0, 10**9))),
            answers.uncertainty,
        ),
    )
}  # fmt: skip
"""Every question by name."""
