"""Scenarios side by side: what differs most comes first; what cannot be compared says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.domain.units import Unit
from optimizer.domain.wording import digits, money
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import EMPTY, SOURCE, Words, _, in_a_row, pgettext, rendered, verbatim
from optimizer.results.columns import cell, in_columns
from optimizer.results.conflict import ConflictAnswer
from optimizer.results.plan import Plan, lines
from optimizer.results.shown import Shown, View
from optimizer.studies.best_plan.study import best_plan
from optimizer.studies.compare.differences import DIFFERENCES, differences
from optimizer.studies.compare.figures import Measured, Measures
from optimizer.studies.compare.inputs import different_inputs
from optimizer.studies.compare.page import FIGURES, INPUTS, comparison_data, comparison_page
from optimizer.studies.conflict.study import explain_conflict

FEWEST, MOST = 2, 20
"""Scenarios that can stand side by side."""


@dataclass(frozen=True, repr=False)
class Comparison(Shown, page=comparison_page, data=comparison_data):
    """Scenarios side by side.

    `names` are the columns: the identifiers, numbered where several scenarios share one. A scenario
    whose rules cannot hold together has a gap in every figure and its conflict in `conflicts`.

    Example:
        >>> from optimizer import api as tb
        >>> answer = tb.compare([tb.example(), tb.example().set({"budget.total": 15})])
        >>> answer.differences.columns[:3].tolist()
        ['section', 'figure', 'title']
    """

    names: tuple[str, ...]
    titles: tuple[Words, ...]
    plans: tuple[Plan, ...]
    conflicts: tuple[ConflictAnswer | None, ...]
    figures: pd.DataFrame
    differences: pd.DataFrame
    inputs: pd.DataFrame
    sentences: tuple[Words, ...]

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        return View(", ".join(self.names), self.differences, self.sentences, "compare")


def compare(scenarios: Sequence[Scenario]) -> Comparison:
    """Two to twenty scenarios with their best plans; the first gives the unit of money.

    Money of another currency is converted through the dollar where both documents state a rate.

    Raises InvalidInput for fewer or more.
    """
    if not FEWEST <= len(scenarios) <= MOST:
        raise InvalidInput(
            [
                Issue(
                    "scenarios",
                    _("{count} cannot be compared.", count=len(scenarios)),
                    _("Give {fewest} to {most} scenarios.", fewest=FEWEST, most=MOST),
                )
            ]
        )
    names = _names(scenarios)
    titles = tuple(
        s.title if s.title is not None else verbatim(n)
        for n, s in zip(names, scenarios, strict=True)
    )
    plans = tuple(best_plan(s) for s in scenarios)
    conflicts = tuple(
        explain_conflict(p.scenario) if str(p.status) == "infeasible" else None for p in plans
    )
    measures = [Measures(plan, scenarios[0]) for plan in plans]
    side_by_side, called = _together(measures), _told_apart(titles, names)
    apart = DIFFERENCES.frame(differences(side_by_side, called, scenarios[0]))
    return Comparison(
        names,
        titles,
        plans,
        conflicts,
        FIGURES.frame(_figures(side_by_side, names)),
        apart,
        INPUTS.frame(_inputs(scenarios, names)),
        (*_sentences(called, conflicts, apart), *_conversions(measures)),
    )


def _names(scenarios: Sequence[Scenario]) -> tuple[str, ...]:
    """Identifiers, with a number where one is there more than once."""
    ids = [s.id for s in scenarios]
    return tuple(
        f"{name} ({ids[: n + 1].count(name)})" if ids.count(name) > 1 else name
        for n, name in enumerate(ids)
    )


def _told_apart(titles: Sequence[Words], names: Sequence[str]) -> tuple[Words, ...]:
    """Titles for sentences; the column's name where two scenarios have the same title."""
    seen = [t.in_(SOURCE) for t in titles]
    return tuple(
        verbatim(n) if seen.count(t.in_(SOURCE)) > 1 else t
        for t, n in zip(titles, names, strict=True)
    )


def _together(measures: Sequence[Measures]) -> list[list[Measured]]:
    """Each figure with one entry a scenario; a gap where the scenario knows nothing of it."""
    columns = [{(m.section, m.name): m for m in members} for members in measures]
    found = []
    for key in dict.fromkeys(key for column in columns for key in column):
        known = next(column[key] for column in columns if key in column)
        found.append(
            [
                column[key] if key in column else _absent(known, members)
                for column, members in zip(columns, measures, strict=True)
            ]
        )
    return found


def _absent(known: Measured, members: Measures) -> Measured:
    """A limit that does not bind is worth nothing; anything else that is not there is a gap."""
    value: float | None = None
    gap: Words = _("Not part of this scenario.")
    basis = {**members.cash, **members.goal} if known.kind == "money_price" else members.goal
    if members.why is not None:
        gap = members.why
    elif known.section == "price" and members.has_limit(known.name):
        value = 0.0
    return Measured(
        known.section,
        known.name,
        known.title,
        value,
        known.kind,
        known.unit,
        None if value is not None else gap,
        basis if value is not None else {},
        there=value is not None or members.why is not None,
        lead=known.lead,
    )


def _figures(
    side_by_side: Sequence[Sequence[Measured]], names: Sequence[str]
) -> Iterator[dict[str, object]]:
    for row in side_by_side:
        for name, m in zip(names, row, strict=True):
            gap = m.gap or EMPTY
            yield {
                "section": m.section, "figure": m.name, "scenario": name,
                "value": float("nan") if m.value is None else m.value, "kind": m.kind,
                "unit": m.unit, **in_columns(title=m.title, gap=gap),
            }  # fmt: skip


def _inputs(scenarios: Sequence[Scenario], names: Sequence[str]) -> Iterator[dict[str, object]]:
    for path, stated in different_inputs(scenarios):
        for name, value in zip(names, stated, strict=True):
            yield {"path": path, "scenario": name, "states": value}


def _conversions(measures: Sequence[Measures]) -> Iterator[Words]:
    """At which rates money of other currencies was converted."""
    like, known = measures[0].scenario.money, [m.scenario.money for m in measures if m.converted]
    rates = {m.parsed.currency: m.per_usd or 0.0 for m in [like, *known]}
    if known:
        told = (
            rendered(_rate, rate, code)
            for code, rate in rates.items()
            if code is not None and code != "USD"
        )
        yield _(
            "Money is converted at the rates of the documents, for one US dollar: {told}.",
            told=in_a_row(told, pgettext("list", ", ")),
        )


def _rate(rate: float, code: str, language: str) -> str:
    if rate < 0.5:  # a tiny amount is written as nothing
        return f"{digits(rate, 5).in_(language)} {code}"
    return money(rate, Unit(1.0, ((code, 1),)), language, 5)


def _sentences(
    titles: Sequence[Words], conflicts: Sequence[ConflictAnswer | None], apart: pd.DataFrame
) -> Iterator[Words]:
    """Conflicts first, then net people, then every other difference, the largest first."""
    for title, conflict in zip(titles, conflicts, strict=True):
        if conflict is not None:
            yield from (_("{title}: {s}", title=title, s=s) for s in conflict.sentences)
    first, told = apart["figure"] == "net_people", apart["spread"] > 0
    if apart[(apart["figure"] == "spent") & apart["comparable"]]["spread"].eq(0).any():
        told &= apart["section"] != "share"  # of equal sums, which say the same
    for row in lines(pd.concat([apart[first], apart[~first & told]])):
        yield cell(row, "sentence")
