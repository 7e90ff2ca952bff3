"""Who stands on a frontier by measured figures: programmes whose people were counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from optimizer.domain.evidence import Evidence
from optimizer.domain.record import ProgrammeRecord
from optimizer.i18n import Words, _, in_a_row
from optimizer.studies.countries.frontier_units import Group, Unit
from optimizer.studies.countries.money import rates
from optimizer.studies.countries.traced import Traced

_REASONS = {
    "money": _("No money was published."),
    "people": _("Its people were not counted."),
    "complete": _("The count does not cover all that the money pays for."),
    "covers": _("The money is that of one head, or of several programmes."),
    "pays": _("The money pays for others besides, or for a part of them only."),
}


def measured_groups(evidence: Evidence) -> Iterator[Group]:
    """Programmes of data/track_record.csv by activity: money a year of the term, people counted.

    Where people are paid for several years the input is the money of one year; where they are
    trained or admitted once it is all of it.
    """
    known, records = rates(evidence), evidence.track_record.values()
    for activity in dict.fromkeys(r.activity for r in records):
        units, out = [], []
        for record in (r for r in records if r.activity == activity):
            reasons = list(_reasons(record, known))
            if reasons:
                out.append((record.id, record.title, in_a_row(reasons, " ")))
            else:
                units.append(_unit(record, known[record.currency]))
        title = evidence.title("activity", activity)
        yield Group(f"measured_{activity}", "measured", title, tuple(units), tuple(out))


def _reasons(record: ProgrammeRecord, known: Mapping[str, Traced]) -> Iterator[Words]:
    """Why a programme cannot be placed."""
    if record.money is None:
        yield _REASONS["money"]
    elif record.currency not in known:
        code = record.currency
        yield _("The data hold no exchange rate of {code}.", code=code)
    if record.realised is None:
        yield _REASONS["people"]
    elif not record.complete:
        yield _REASONS["complete"]
    if record.money_covers != "programme":
        yield _REASONS["covers"]
    elif record.money_pays != "these":
        yield _REASONS["pays"]


def _unit(record: ProgrammeRecord, rate: Traced) -> Unit:
    assert record.money is not None
    assert record.realised is not None
    assert rate.value is not None
    years = 1.0 if record.years is None else record.years
    return Unit(
        record.id,
        record.title,
        record.country,
        record.money * rate.value / years,
        (record.realised,),
        ", ".join(dict.fromkeys([*record.sources, *rate.sources])),
        str(max(record.grade, rate.grade)),
    )
