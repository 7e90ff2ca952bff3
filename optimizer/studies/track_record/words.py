"""The verdict of the track record in words, and why some programmes are not predicted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite
from types import MappingProxyType

from optimizer.domain.wording import digits, percent
from optimizer.i18n import EMPTY, SOURCE, Words, _, figure, in_a_row, pgettext
from optimizer.studies.track_record.coverage import at_most
from optimizer.studies.track_record.predictions import LEVEL, Coverage, TrackRecord, Verdict

DOUBT = 0.05
"""Below this probability so few hits are not put down to bad luck."""
REASONS: Mapping[str, Words] = MappingProxyType(
    {
        "money": _("no budget was published"),
        "one_head": _(
            "only the money for one head was published, so its sum would come from its heads"
        ),
        "years": _("how long a head is paid for is not known"),
        "rate": _("no official exchange rate is in the evidence"),
        "income": _("no GDP a head is in the evidence"),
        "evidence": _("its cost is known from this very programme and too little else"),
    }
)
"""Why a programme cannot be predicted independently."""


_BASES = {
    "coefficient": _("the coefficient as it stands"),
    "others": _("estimated anew without the programme"),
    "wider": _("borrowed from a neighbouring activity"),
}
_PAYS = {
    "these": _("just the counted people"),
    "more": _("more besides"),
    "part": _("part of their cost"),
}


def sentences(answer: TrackRecord) -> tuple[Words, ...]:
    """The verdict: coverage, size of the error, where it fails, what it does not show."""
    overall = answer.of("all")
    if overall is None:
        return (_("No programme can be judged."),)
    return tuple(_sentences(answer, overall))


def _sentences(answer: TrackRecord, overall: Coverage) -> Iterator[Words]:
    yield _held(overall)
    yield _by_kind(answer)
    yield _size(answer, overall)
    yield from _by_basis(answer)
    yield from _by_activity(answer)
    yield from _lean(answer)
    yield from _other_rules(answer, overall)
    yield _left(answer)
    yield _(
        "An announced number is often the budget divided by a planned cost, so "
        "agreement with it proves little. People are supported people as the "
        "programmes count them, not net people: how many would have come or "
        "stayed anyway is not tested, for nobody counted them."
    )


def _level() -> str:
    return percent(LEVEL)


def _held(c: Coverage) -> Words:
    expected = digits(LEVEL * c.of, 2)
    held = _(
        "The {level} interval holds {inside} of {of} programmes ({share})",
        level=_level(),
        inside=c.inside,
        of=c.of,
        share=percent(c.share),
    )
    if c.chance >= DOUBT:
        return _(
            "{held}; about {expected} were to be expected, so it keeps its promise so far.",
            held=held,
            expected=expected,
        )
    odds = percent(max(c.chance, 0.001), 2)
    return _(
        "{held} where about {expected} were to be expected: it is {far} for a single programme. "
        "From a true {level} interval, and were the programmes independent, so few would come "
        "with a probability {odds}.",
        held=held,
        expected=expected,
        far=_("far too narrow") if c.share < LEVEL / 2 else _("too narrow"),
        level=_level(),
        odds=_("below {odds}", odds=odds) if c.chance < 0.001 else _("of about {odds}", odds=odds),
    )


def _size(answer: TrackRecord, overall: Coverage) -> Words:
    """How far predictions are off, against one cost for every head where that can be compared."""
    typical, factor = digits(overall.typical_factor, 2), digits(answer.factor, 2)
    plain: Words = EMPTY
    if isfinite(answer.plain_factor):
        plain = _(
            "; the same cost for every head, whatever it buys, would be wrong by {plain}",
            plain=digits(answer.plain_factor, 2),
        )
    return _(
        "A typical prediction is wrong by a factor of {typical}{plain}. Of these programmes "
        "{level} lie within a factor of {factor} of the central prediction: take that for a "
        "single programme, not the interval.",
        typical=typical,
        plain=plain,
        level=_level(),
        factor=factor,
    )


def _by_kind(answer: TrackRecord) -> Words:
    groups, c = [], answer.of("announced")
    if c is not None:
        groups.append(_("{inside} of {of} announced numbers", inside=c.inside, of=c.of))
    c = answer.of("realised")
    if c is not None:
        groups.append(_("{inside} of {of} realised counts", inside=c.inside, of=c.of))
    return _("Inside are {groups}.", groups=in_a_row(groups, _(" and ")))


def _by_basis(answer: TrackRecord) -> Iterator[Words]:
    """Coverage by what the cost rests on, and by whether the money pays for just these people."""
    for family, start, said in (
        ("basis", _("By what the cost rests on"), _BASES),
        ("money_pays", _("By what the money pays for"), _PAYS),
    ):
        found = [(words, answer.of(group)) for group, words in said.items()]
        held = [(words, c) for words, c in found if c is not None and c.family == family]
        each = [
            _("{what} {inside} of {of}", what=words, inside=c.inside, of=c.of) for words, c in held
        ]
        groups = in_a_row(each, pgettext("list", "; "))
        yield pgettext("coverage", "{start}: {groups}.", start=start, groups=groups)


def _by_activity(answer: TrackRecord) -> Iterator[Words]:
    groups = [c for c in answer.coverage if c.family == "activity"]
    groups.sort(key=lambda c: (c.share, -c.of, c.group))
    narrow = [c for c in groups if c.chance < DOUBT]
    other = [c for c in groups if c.chance >= DOUBT]
    for some, start in (
        (narrow, _("Too narrow for")),
        (other, _("Too few cases to tell")),
    ):
        if some:
            told = in_a_row((_activity(answer, c) for c in some), pgettext("list", "; "))
            yield _("{start}: {groups}.", start=start, groups=told)


def _activity(answer: TrackRecord, c: Coverage) -> Words:
    """An activity, how many of its programmes hold, and by what factor they are usually off."""
    title, factor = answer.evidence.title("activity", c.group), digits(c.typical_factor, 2)
    return _(
        "{lower} ({inside} of {of}, off by {factor})",
        lower=title.in_(SOURCE).lower(),
        title=title,
        inside=c.inside,
        of=c.of,
        factor=factor,
    )


def _lean(answer: TrackRecord) -> Iterator[Words]:
    announced, realised = answer.of("announced"), answer.of("realised")
    if announced is None or realised is None:
        return
    one, two = figure(announced.lean, ".1f"), figure(realised.lean, ".1f")
    yield _(
        "By the median, announcements promise {one} times the people that "
        "general costs pay for; realised counts reach {two} times.",
        one=one,
        two=two,
    )


def _other_rules(answer: TrackRecord, overall: Coverage) -> Iterator[Words]:
    if len(answer.other_rules) < 2:
        return
    low, high = (rule.inside for rule in answer.other_rules)
    failing = overall.chance < DOUBT
    same = all((at_most(n, overall.of) < DOUBT) == failing for n in (low, high))
    yield _(
        "The assumed rule for price levels {text} this: with the same costs "
        "everywhere the interval holds {low}, with costs that follow income "
        "fully {high}, of {of}.",
        text=(_("does not decide") if same else _("decides")),
        low=low,
        high=high,
        of=overall.of,
    )


def _left(answer: TrackRecord) -> Words:
    verdicts = [p.verdict for p in answer.predictions]
    running, withheld = verdicts.count(Verdict.RUNNING), verdicts.count(Verdict.WITHHELD)
    return _(
        "Shown but not counted: {withheld} that cannot be predicted "
        "independently, and {running} whose only count is one so far.",
        withheld=withheld,
        running=running,
    )
