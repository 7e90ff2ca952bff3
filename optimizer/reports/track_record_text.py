"""The track record as plain data and as text: verdict, misses first, then how it was predicted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from math import isfinite
from typing import Any

from optimizer.domain.units import Unit
from optimizer.domain.wording import digits, money, percent, span
from optimizer.i18n import Words, _, ngettext, pgettext
from optimizer.reports.in_languages import in_all
from optimizer.reports.plain import records, versions
from optimizer.reports.text import columns
from optimizer.studies.track_record.costs import GROWTH, INCOME, UnitCost, parameter, value_of
from optimizer.studies.track_record.predictions import LEVEL, Prediction, TrackRecord, Verdict

_WORDS = {
    "title": _("Track record: people predicted from money alone, against what programmes stated"),
    "misses": _("Misses, the largest first"),
    "inside": _("Inside the interval"),
    "running": _("Still filling, not counted"),
    "withheld": _("Cannot be predicted independently, not counted"),
    "programme": _("Programme"),
    "money": pgettext("column", "Money"),
    "predicted": _("Predicted (5-95%)"),
    "stated": _("Stated"),
    "ratio": _("Stated/predicted"),
    "announced": _("announced"),
    "realised": _("realised"),
    "so_far": _("so far"),
    "method": _("How it was predicted"),
}


def track_record_data(answer: TrackRecord) -> dict[str, Any]:
    """The track record as nested plain data; numbers that are not known become None."""
    rows = records(answer.table)
    for row, p in zip(rows, answer.predictions, strict=True):
        row["title"], row["counts"] = in_all(p.record.title), in_all(p.record.counts)
        row["reason"] = None if p.reason is None else in_all(p.reason)
        row["costs"] = [{**asdict(c), "basis": str(c.basis)} for c in p.costs]
        row["note"] = p.record.note
    return {
        "versions": {**versions(), "data": answer.evidence.version},
        "level": LEVEL,
        "draws": answer.draws,
        "seed": answer.seed,
        "factor": _number(answer.factor),
        "plain_factor": _number(answer.plain_factor),
        "coverage": [{**asdict(c), "share": c.share} for c in answer.coverage],
        "programmes": rows,
        "sentences": [in_all(s) for s in answer.sentences],
        "method": [in_all(m) for m in _method(answer)],
    }


def track_record_text(answer: TrackRecord, language: str = "en") -> str:
    """The verdict, the misses, the rest, and the rules of prediction."""
    return "\n".join(_lines(answer, language)) + "\n"


def _number(value: float) -> float | None:
    return value if isfinite(value) else None


def _word(name: str, language: str) -> str:
    return _WORDS[name].in_(language)


def _lines(answer: TrackRecord, language: str) -> Iterator[str]:
    yield _word("title", language)
    yield ""
    yield from (f"- {sentence.in_(language)}" for sentence in answer.sentences)
    for name, verdicts in (
        ("misses", (Verdict.BELOW, Verdict.ABOVE)),
        ("inside", (Verdict.INSIDE,)),
        ("running", (Verdict.RUNNING,)),
    ):
        some = [p for p in answer.predictions if p.verdict in verdicts]
        if some:
            yield ""
            yield f"{_word(name, language)} ({len(some)})"
            yield from _table(some, language)
    withheld = [p for p in answer.predictions if p.reason is not None]
    if withheld:
        yield ""
        yield f"{_word('withheld', language)} ({len(withheld)})"
        for p in withheld:
            assert p.reason is not None
            yield f"{_name(p, language)}: {_stated(p, language)}; {p.reason.in_(language)}"
            yield f"    {_details(p, language)}"
    yield ""
    yield _word("method", language)
    yield from (f"- {line.in_(language)}" for line in _method(answer))


def _table(some: Sequence[Prediction], language: str) -> Iterator[str]:
    """Aligned rows, each with a line on who is counted and what the prediction rests on."""
    head = [_word(w, language) for w in ("programme", "predicted", "stated", "ratio", "money")]
    rows = [
        [
            _name(p, language),
            f"{_people(p.central)} ({span(_people(p.low), _people(p.high), language)})",
            _stated(p, language),
            _ratio(p.stated / p.central),
            _money(p, language),
        ]
        for p in some
    ]
    first, rule, *aligned = columns([head, *rows])
    yield from (first, rule)
    for line, p in zip(aligned, some, strict=True):
        yield line
        yield f"    {_details(p, language)}"


def _people(value: float) -> str:
    return f"{value:,.0f}" if value >= 9.95 else digits(value, 2)


def _ratio(value: float) -> str:
    return f"{value:.0f}" if value >= 9.95 else f"{value:.1f}" if value >= 0.995 else f"{value:.2f}"


def _name(p: Prediction, language: str) -> str:
    return f"{p.record.title.in_(language)} [{p.record.country}]"


def _money(p: Prediction, language: str) -> str:
    record = p.record
    assert record.money is not None
    return money(record.money, Unit(1e6, ((record.currency, 1),)), language)


def _stated(p: Prediction, language: str) -> str:
    """The number held against the prediction, and a count so far where there is one besides."""
    record = p.record
    said = _count(p.stated, p.kind, language)
    if p.kind != "announced":
        return f"{said} ({record.realised_on})"
    if record.realised is None:
        return said
    so_far = _count(record.realised, "so_far", language)
    return f"{said}, {so_far} ({record.realised_on}, {percent(record.realised / p.stated)})"


def _count(people: float, kind: str, language: str) -> str:
    """People and what kind of number it is, e.g. '70 announced'."""
    words = _("{people} {kind}", people=_people(people), kind=_WORDS[kind])
    return words.in_(language)


def _details(p: Prediction, language: str) -> str:
    """Who is counted, what was left out, assumptions, sources and grade."""
    record = p.record
    parts = [record.counts.in_(language)]
    parts += [_rests(c, language) for c in p.costs if c.schemes]
    if record.years is not None:
        years = digits(record.years, 2)
        if record.years_low is not None and record.years_high is not None:
            ends = (digits(record.years_low, 2), digits(record.years_high, 2))
            years += f" ({span(*ends, language)})"
        one = 1 if years == "1" else 2
        said = ngettext("paid for {years} year", "paid for {years} years", one, years=years)
        if record.years_assumed:
            said = _("{said} (assumed, grade X)", said=said)
        parts.append(said.in_(language))
    sources = ", ".join(record.sources)
    parts.append(_("{sources}, grade {grade}", sources=sources, grade=record.grade).in_(language))
    return "; ".join(parts)


def _rests(c: UnitCost, language: str) -> str:
    """What a coefficient was replaced by when the programme was left out."""
    three = "–".join(digits(v, 3) for v in (c.low, c.value, c.high))
    words = _(
        "without its own part in {coefficient}, which {count} other schemes put at "
        "{three} million won",
        coefficient=c.coefficient,
        count=len(c.schemes),
        three=three,
    )
    return words.in_(language)


def _method(answer: TrackRecord) -> Iterator[Words]:
    evidence = answer.evidence
    yield _(
        "People = money / (cost of a head x years x price level); the "
        "programme's own people never enter. Stated/predicted above 1: more "
        "people than the money should pay for. Costs, prices, terms and mixes "
        "are drawn from their ranges ({draws} draws, seed {seed}).",
        draws=f"{answer.draws:,}",
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
    spans = ", ".join(f"{name} {_range(answer, name)}" for name in used)
    grades = ", ".join(sorted({str(parameter(evidence, name).grade) for name in used}))
    yield _(
        "Coefficients as they stand (low–central–high, million won, grade "
        "{grades}): {spans}. Sources are named in sources.csv; evidence "
        "{version}.",
        grades=grades,
        spans=spans,
        version=evidence.version,
    )


def _range(answer: TrackRecord, name: str) -> str:
    known = parameter(answer.evidence, name)
    value = value_of(answer.evidence, name)
    ends = [value if v is None else v for v in (known.low, value, known.high)]
    return "–".join(digits(v, 3) for v in ends)
