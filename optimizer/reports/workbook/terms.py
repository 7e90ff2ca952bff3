"""Sums that rules speak of, as formulas over the computed sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from optimizer.domain.selection import PathwayFilter, Selection
from optimizer.formulation.payments import ActivityId
from optimizer.formulation.sums import PEOPLE
from optimizer.i18n import Words
from optimizer.reports.workbook.draft import Draft, summed
from optimizer.reports.workbook.money import late


@dataclass(frozen=True)
class Limit:
    """One row of the sheet of rules: `actual` `sense` `bound`, both formulas without '='."""

    sort: str
    title: Words
    kind: Words
    unit: str
    actual: str
    sense: str
    bound: str
    close: float = 0.0
    """How far it may be missed; left out, a millionth of the bound."""
    owner: Words | None = None
    force: Words | None = None


def counted(draft: Draft, of: str, chosen: PathwayFilter, year: int | None) -> str:
    """What a rule counts, in one year or in all, as `formulation.sums.counted` defines it."""
    scenario = draft.plan.scenario
    years = list(draft.case.years) if year is None else [year]
    if of in PEOPLE:
        sheet = "net" if of == "net" else "supported"
        ways = chosen.pathways(scenario.pathways)
        return summed([draft.range("people", (sheet, q), years) for q in ways])
    assert isinstance(chosen, Selection)
    activities = chosen.activities(scenario.programmes)
    if of == "spending":
        return spent(draft, activities, years)
    if of == "liability":
        return "+".join(late(draft, key) for key in activities) or "0"
    return summed([draft.range("money", ("units", *key), years) for key in activities])


def spent(draft: Draft, activities: Iterable[ActivityId], years: Sequence[int]) -> str:
    """Money paid for activities in consecutive years."""
    return summed([draft.range("money", ("spent", *key), years) for key in activities])


def committed(
    draft: Draft, activities: Iterable[ActivityId], years: Sequence[int] | None = None
) -> str:
    """Money bound by decisions of these years (all by default), opening costs included."""
    years = list(draft.case.years) if years is None else years
    names = [(what, *key) for key in activities for what in ("committed", "opened")]
    return summed([draft.range("money", name, years) for name in names if name in draft.rows])
