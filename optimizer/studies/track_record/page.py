"""The track record laid out and as data: verdict, misses first, then how it was predicted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from optimizer.domain.units import Unit
from optimizer.domain.wording import digits, money, percent, span
from optimizer.i18n import (
    SOURCE,
    Words,
    _,
    figure,
    in_a_row,
    ngettext,
    pgettext,
    rendered,
    verbatim,
)
from optimizer.results.page import Block, Bullets, Heading, Page, page
from optimizer.results.table import Column, Kind, Shape, Table, rows_of
from optimizer.results.versions import versions
from optimizer.studies.track_record.costs import GROWTH, INCOME, UnitCost, parameter, value_of

if TYPE_CHECKING:
    from optimizer.studies.track_record.predictions import Prediction, TrackRecord

RECORD = Shape(
    "track_record",
    _("Predicted and counted people"),
    Column("programme", _("Programme")),
    Column("country", _("Country")),
    Column("verdict", _("Verdict")),
    Column("low", _("Predicted, 5%"), Kind.PEOPLE),
    Column("central", _("Predicted, middle"), Kind.PEOPLE),
    Column("high", _("Predicted, 95%"), Kind.PEOPLE),
    Column("stated", _("Stated"), Kind.PEOPLE),
    Column("ratio", _("Stated/predicted"), Kind.NUMBER),
    Column("grade", _("Grade")),
    Column("sources", _("Source")),
)
_BRIEF = Shape(
    "track_record_brief",
    _("Predicted and counted people"),
    Column("programme", _("Programme")),
    Column("predicted", _("Predicted (5-95%)")),
    Column("stated", _("Stated")),
    Column("ratio", _("Stated/predicted")),
    Column("money", pgettext("column", "Money")),
)
"""The same in few columns, each figure with what it is."""
_VERDICTS = {
    "below": _("fewer than predicted"),
    "above": _("more than predicted"),
    "inside": _("inside the interval"),
    "running": _("still filling"),
    "withheld": _("not predicted"),
}
_KINDS = {"announced": _("announced"), "realised": _("realised"), "so_far": _("so far")}


def record_page(answer: TrackRecord) -> Page:
    """The verdict, the misses, the rest, and the rules of prediction."""
    groups = (
        (_("Misses, the largest first"), ("below", "above")),
        (_("Inside the interval"), ("inside",)),
        (_("Still filling, not counted"), ("running",)),
    )
    title = _("Track record: people predicted from money alone, against what programmes stated")
    return page(
        Heading(title),
        Bullets(answer.sentences),
        (_table(words, verdicts, answer) for words, verdicts in groups),
        _withheld(answer),
        every_programme(answer),
        Heading(_("How it was predicted")),
        Bullets(tuple(_method(answer))),
    )


def every_programme(answer: TrackRecord) -> Table:
    """Predicted and stated people of every programme, misses first."""
    rows = [
        {**row, "programme": p.record.title, "verdict": _VERDICTS[row["verdict"]]}
        for row, p in zip(rows_of(answer.table), answer.predictions, strict=True)
    ]
    return RECORD.of(rows, brief=False)


def _table(title: Words, verdicts: tuple[str, ...], answer: TrackRecord) -> Table:
    """Rows of some verdicts, each with a line on who is counted and what it rests on."""
    some = [p for p in answer.predictions if p.verdict in verdicts]
    rows = [
        {
            "programme": _name(p),
            "predicted": in_a_row((_people(p.central), " (", _interval(p), ")"), ""),
            "stated": _stated(p),
            "ratio": _ratio(p.stated / p.central),
            "money": _money(p),
        }
        for p in some
    ]
    return replace(
        _BRIEF.of(rows, title=in_a_row((title, f" ({len(some)})"), ""), captioned=True),
        name=f"track_record_{verdicts[0]}",
        details=[_details(p) for p in some],
    )


def _interval(p: Prediction) -> Words:
    return rendered(span, _people(p.low), _people(p.high))


def _withheld(answer: TrackRecord) -> Iterator[Block]:
    some = [p for p in answer.predictions if p.reason is not None]
    if some:
        title = _("Cannot be predicted independently, not counted")
        yield Heading(in_a_row((title, f" ({len(some)})"), ""))
        told = (
            in_a_row((_name(p), ": ", _stated(p), "; ", p.reason, "\n", _details(p)), "")
            for p in some
        )
        yield Bullets(tuple(told))


def record_data(answer: TrackRecord) -> dict[str, Any]:
    """The track record; numbers that are not known become None."""
    rows = [
        {
            **row,
            "title": p.record.title,
            "counts": p.record.counts,
            "reason": p.reason,
            "costs": [{**asdict(c), "basis": str(c.basis)} for c in p.costs],
            "note": p.record.note,
        }
        for row, p in zip(rows_of(answer.table), answer.predictions, strict=True)
    ]
    return {
        "versions": {**versions(), "data": answer.evidence.version},
        "level": answer.level,
        "draws": answer.draws,
        "seed": answer.seed,
        "factor": answer.factor,
        "plain_factor": answer.plain_factor,
        "coverage": [{**asdict(c), "share": c.share} for c in answer.coverage],
        "programmes": rows,
        "sentences": answer.sentences,
        "method": tuple(_method(answer)),
    }


def _people(value: float) -> str:
    return figure(value, ",.0f") if value >= 9.95 else digits(value, 2)


def _ratio(value: float) -> str:
    return figure(value, ".0f" if value >= 9.95 else ".1f" if value >= 0.995 else ".2f")


def _name(p: Prediction) -> Words:
    return in_a_row((p.record.title, f" [{p.record.country}]"), "")


def _money(p: Prediction) -> Words:
    record = p.record
    assert record.money is not None
    return rendered(money, record.money, Unit(1e6, ((record.currency, 1),)))


def _stated(p: Prediction) -> Words:
    """The number held against the prediction, and a count so far where there is one besides."""
    record = p.record
    said = _count(p.stated, p.kind)
    if p.kind != "announced":
        return in_a_row((said, f" ({record.realised_on})"), "")
    if record.realised is None:
        return said
    so_far, part = _count(record.realised, "so_far"), percent(record.realised / p.stated)
    return in_a_row((said, ", ", so_far, f" ({record.realised_on}, {part})"), "")


def _count(people: float, kind: str) -> Words:
    """People and what kind of number it is, e.g. '70 announced'."""
    return _("{people} {kind}", people=_people(people), kind=_KINDS[kind])


def _details(p: Prediction) -> Words:
    """Who is counted, what was left out, assumptions, sources and grade."""
    record = p.record
    parts: list[Words] = [record.counts, *(_rests(c) for c in p.costs if c.schemes)]
    if record.years is not None:
        years: Words = verbatim(digits(record.years, 2))
        one = 1 if years.in_(SOURCE) == "1" else 2
        if record.years_low is not None and record.years_high is not None:
            ends = (digits(record.years_low, 2), digits(record.years_high, 2))
            years, one = in_a_row((years, " (", rendered(span, *ends), ")"), ""), 2
        said = ngettext("paid for {years} year", "paid for {years} years", one, years=years)
        if record.years_assumed:
            said = _("{said} (assumed, grade X)", said=said)
        parts.append(said)
    sources = ", ".join(record.sources)
    parts.append(_("{sources}, grade {grade}", sources=sources, grade=record.grade))
    return in_a_row(parts, "; ")


def _rests(c: UnitCost) -> Words:
    """What a coefficient was replaced by when the programme was left out."""
    three = in_a_row((digits(v, 3) for v in (c.low, c.value, c.high)), "–")
    return _(
        "without its own part in {coefficient}, which {count} other schemes put at "
        "{three} million won",
        coefficient=c.coefficient,
        count=len(c.schemes),
        three=three,
    )


def _method(answer: TrackRecord) -> Iterator[Words]:
    evidence = answer.evidence
    yield _(
        "People = money / (cost of a head x years x price level); the "
        "programme's own people never enter. Stated/predicted above 1: more "
        "people than the money should pay for. Costs, prices, terms and mixes "
        "are drawn from their ranges ({draws} draws, seed {seed}).",
        draws=figure(answer.draws),
        seed=answer.seed,
    )
    yield _(
        "A coefficient that rests on the very scheme is replaced by the "
        "lowest, middle and highest cost of the other schemes it rests on; "
        "with fewer than two of them, by those of neighbouring activities; "
        "failing that, nothing is predicted."
    )
    income, growth = (_range(answer, name) for name in (INCOME, GROWTH))
    yield _(
        "Price level = (GDP a head / Korea's)^e x (1 + g)^years, e = {income}, "
        "g = {growth}: assumptions, grade X. Exchange rates of 22 July 2025, "
        "whatever the year.",
        income=income,
        growth=growth,
    )
    yield _(
        "Posts of no stated level are any mix of the two kinds of post, all "
        "mixes equally likely. Where only the programme's period is known, a "
        "head is paid for half of it to all of it (assumption, grade X). Money "
        "is public money; what hosts and partners add is left out."
    )
    used = sorted({c.coefficient for p in answer.predictions for c in p.costs})
    spans = in_a_row((in_a_row((name, _range(answer, name)), " ") for name in used), ", ")
    grades = ", ".join(sorted({str(parameter(evidence, name).grade) for name in used}))
    yield _(
        "Coefficients as they stand (low–central–high, million won, grade "
        "{grades}): {spans}. Sources are named in sources.csv; evidence "
        "{version}.",
        grades=grades,
        spans=spans,
        version=evidence.version,
    )


def _range(answer: TrackRecord, name: str) -> Words:
    known = parameter(answer.evidence, name)
    value = value_of(answer.evidence, name)
    ends = [value if v is None else v for v in (known.low, value, known.high)]
    return in_a_row((digits(v, 3) for v in ends), "–")
