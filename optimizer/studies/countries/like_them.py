"""Spend like them: a country's mix on another scenario's budget, curves and rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import fsum

import pandas as pd

from optimizer.domain.evidence import Evidence
from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits, money, percent
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import Words, _, in_a_row, rendered
from optimizer.inputs.evidence import load_evidence
from optimizer.results.columns import cell
from optimizer.results.plan import Plan, lines
from optimizer.results.shown import Shown, View
from optimizer.studies.countries.comparison_words import named
from optimizer.studies.countries.documents import country_documents, country_scenario
from optimizer.studies.countries.money_in_years import Mix, mix_of_country
from optimizer.studies.countries.placing import HAIR, nearest_plan, placed
from optimizer.studies.countries.strategy_pages import BESIDE, spend_like_data, spend_like_page
from optimizer.studies.evaluate.study import Evaluation, evaluate
from optimizer.studies.room.study import money_of

OWN = _("your own mix")
SEEN = 1e-3
"""Idle money below this share of all money is not spoken of."""


@dataclass(frozen=True)
class Transplant:
    """A mix on a scenario's budget, curves and years, beside the best plan.

    The mix fixes each programme's money over all years; when it is spent is chosen for the most
    people. It is not forced to obey: `evaluation` tells which rules it breaks. `nearest` keeps
    every rule and moves the least money from one programme to another, `moved` of the budget;
    None where the rules cannot hold together.
    """

    scenario: Scenario
    mix: Mix
    evaluation: Evaluation
    nearest: Plan | None
    moved: float
    beside: pd.DataFrame
    sentences: tuple[Words, ...] = ()

    @property
    def obeys(self) -> bool:
        """Whether the mix keeps every rule and budget."""
        return self.evaluation.obeys

    @property
    def people(self) -> float:
        """Net people of the mix."""
        return self.evaluation.plan.totals.net_people


@dataclass(frozen=True, repr=False)
class SpendLike(Shown, page=spend_like_page, data=spend_like_data):
    """Their mix here, and the home country's mix on their scenario where both are known."""

    here: Transplant
    there: Transplant | None

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        evaluation = self.here.evaluation.view()
        return View(evaluation.about, self.here.beside, evaluation.sentences, "spend_like")


def spend_like(
    scenario: Scenario, mix: str | Mapping[str, float], evidence: Evidence | None = None
) -> SpendLike:
    """What a country's mix, or shares by programme, would yield on `scenario`, and the reverse.

    Raises InvalidInput for a country without a mix, for unknown programmes, and for shares that
    are negative or do not add up to 1.

    Example:
        >>> from optimizer import api as tb
        >>> answer = tb.spend_like("fra-2025", "KOR")
        >>> answer.here.evaluation.obeys, round(answer.here.evaluation.people_left)
        (False, 237)
    """
    evidence = load_evidence() if evidence is None else evidence
    if not isinstance(mix, str):
        return SpendLike(transplant(scenario, own_mix(mix)), None)
    here = transplant(scenario, mix_of_country(evidence, mix, scenario.years.all))
    home = scenario.country
    if home is None or home == mix or mix not in country_documents():
        return SpendLike(here, None)
    theirs = country_scenario(mix)
    try:
        back = mix_of_country(evidence, home, theirs.years.all)
    except InvalidInput:
        return SpendLike(here, None)
    return SpendLike(here, transplant(theirs, back))


def own_mix(shares: Mapping[str, float]) -> Mix:
    """A mix of the planner's own. Raises InvalidInput unless the shares are some and make 1."""
    issues = [
        Issue(
            f"mix.{p}",
            _("{share} is no share.", share=f"{share:g}"),
            _("Give 0 to 1."),
        )
        for p, share in shares.items()
        if not 0.0 <= share <= 1.0
    ]
    if not issues and abs(fsum(shares.values()) - 1.0) > HAIR:
        whole = f"{fsum(shares.values()):g}"
        problem = _("The shares add up to {whole}.", whole=whole)
        issues = [Issue("mix", problem, _("Let them add up to 1."))]
    if issues:
        raise InvalidInput(issues)
    return Mix(OWN, dict(shares))


def transplant(scenario: Scenario, mix: Mix) -> Transplant:
    """The mix on the scenario. Raises InvalidInput for programmes that the scenario lacks."""
    mix = mix.on(list(scenario.programmes))
    found = evaluate(scenario, placed(scenario, mix))
    near = nearest_plan(scenario, mix)
    beside = BESIDE.frame(_beside(mix, found, near))
    answer = Transplant(scenario, mix, found, near, _moved(beside, scenario), beside)
    return replace(answer, sentences=tuple(_sentences(answer)))


def _beside(mix: Mix, found: Evaluation, near: Plan | None) -> Iterator[dict[str, object]]:
    budget = found.plan.scenario.budget.total
    for p, share in mix.shares.items():
        yield {
            "programme": p, "mix": share, "given": share * budget, "used": _money(found.plan, p),
            "best": _money(found.best, p), "nearest": _money(near, p),
        }  # fmt: skip


def _money(plan: Plan | None, programme: str) -> float:
    return money_of(plan, programme) if plan is not None and plan.found else float("nan")


def _moved(beside: pd.DataFrame, scenario: Scenario) -> float:
    """Share of the budget that the nearest plan takes from programmes that the mix favours."""
    taken = (beside["given"] - beside["nearest"]).clip(lower=0.0).sum()
    return float(taken) / scenario.budget.total if scenario.budget.total > 0 else 0.0


def _sentences(answer: Transplant) -> Iterator[Words]:
    scenario, found, mix = answer.scenario, answer.evaluation, answer.mix
    unit, total = scenario.money.parsed, scenario.budget.total
    got = digits(answer.people)
    yield _(
        "{total} spent like {whose} yields {got} net people.",
        total=rendered(money, total, unit),
        whose=named(mix.title),
        got=got,
    )
    if found.left_on_the_table is None:
        return
    yield from found.comparison
    yield from _on_rules(answer)
    yield from _on_money(answer)


def _on_rules(answer: Transplant) -> Iterator[Words]:
    broken = answer.evaluation.broken
    if answer.obeys:
        yield _("It keeps every rule.")
        return
    rules = in_a_row((cell(row, "title") for row in lines(broken)), "; ")
    yield _("It breaks: {rules}.", rules=rules)
    if answer.nearest is None:
        return
    share, people = percent(answer.moved), digits(answer.nearest.totals.net_people)
    yield _(
        "The nearest plan that keeps every rule moves {share} of the budget "
        "and yields {people} net people.",
        share=share,
        people=people,
    )


def _on_money(answer: Transplant) -> Iterator[Words]:
    given, used = answer.beside["given"].sum(), answer.beside["used"].sum()
    unit, mix = answer.scenario.money.parsed, answer.mix
    if given - used > SEEN * given:
        yield _("Of this money {given} helps nobody.", given=rendered(money, given - used, unit))
    if mix.assumed > 0:
        part = percent(mix.assumed)
        yield _(
            "Assumed is the pace of {part} of the mix, announced without a period or ended.",
            part=part,
        )
    if mix.left_out > 0:
        share = percent(mix.left_out)
        yield _(
            "Left out is {share} of the money {whose} announced: recruitment pay and the like, "
            "which the model does not have.",
            share=share,
            whose=named(mix.title),
        )
