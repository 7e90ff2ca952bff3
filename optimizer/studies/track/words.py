"""The verdict of the track record in words, and why some programmes are not predicted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite
from types import MappingProxyType

from optimizer.domain.base import Text
from optimizer.domain.wording import digits, percent
from optimizer.i18n import Words, _
from optimizer.studies.track.coverage import at_most
from optimizer.studies.track.predictions import LEVEL, Coverage, TrackRecord, Verdict

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
    en = f"The {_level()} interval holds {c.inside} of {c.of} programmes ({percent(c.share)})"
    ko = f"{_level()} 예측구간에 든 사업은 {c.of}개 중 {c.inside}개({percent(c.share)})"
    if c.chance >= DOUBT:
        return Text(
            en=f"{en}; about {expected} were to be expected, so it keeps its promise so far.",
            ko=f"{ko}. 기대치 약 {expected}개로, 현재까지는 예측구간이 유효함.",
        )
    far = ("far too narrow", "지나치게 좁음") if c.share < LEVEL / 2 else ("too narrow", "좁음")
    tiny = c.chance < 0.001
    odds = percent(max(c.chance, 0.001), 2)
    return Text(
        en=f"{en} where about {expected} were to be expected: it is {far[0]} for a single "
        f"programme. From a true {_level()} interval, and were the programmes independent, so few "
        f"would come with a probability {'below' if tiny else 'of about'} {odds}.",
        ko=f"{ko}로 기대치 약 {expected}개에 미달. 개별 사업의 예측구간으로는 {far[1]}(구간이 옳고 "
        f"사업이 서로 독립이라면 이처럼 적을 확률은 {odds}{' 미만' if tiny else ' 내외'}).",
    )


def _size(answer: TrackRecord, overall: Coverage) -> Words:
    """How far predictions are off, against one cost for every head where that can be compared."""
    typical, factor = digits(overall.typical_factor, 2), digits(answer.factor, 2)
    plain_en = plain_ko = ""
    if isfinite(answer.plain_factor):
        plain = digits(answer.plain_factor, 2)
        plain_en = f"; the same cost for every head, whatever it buys, would be wrong by {plain}"
        plain_ko = f"(사업 성격을 가리지 않고 1인당 단가를 하나로 두면 {plain}배)"
    return Text(
        en=f"A typical prediction is wrong by a factor of {typical}{plain_en}. Of these programmes "
        f"{_level()} lie within a factor of {factor} of the central prediction: take that for a "
        "single programme, not the interval.",
        ko=f"예측 오차는 통상 {typical}배 수준{plain_ko}. 대상 사업의 {_level()}가 중심 예측치의 "
        f"{factor}배 이내에 있으므로, 개별 사업에는 예측구간 대신 이 배율을 적용할 것.",
    )


def _by_kind(answer: TrackRecord) -> Words:
    en, ko = [], []
    for group, said, words in (
        ("announced", "announced numbers", "발표 인원 기준"),
        ("realised", "realised counts", "실적 인원 기준"),
    ):
        c = answer.of(group)
        if c is not None:
            en.append(f"{c.inside} of {c.of} {said}")
            ko.append(f"{words} {c.of}개 중 {c.inside}개")
    return Text(en=f"Inside are {' and '.join(en)}.", ko=f"{', '.join(ko)} 포함.")


def _by_basis(answer: TrackRecord) -> Iterator[Words]:
    """Coverage by what the cost rests on, and by whether the money pays for just these people."""
    for family, start, said in (
        ("basis", ("By what the cost rests on", "단가 근거별"), _BASES),
        ("money_pays", ("By what the money pays for", "지원 범위별"), _PAYS),
    ):
        found = [(words, answer.of(group)) for group, words in said.items()]
        held = [(words, c) for words, c in found if c is not None and c.family == family]
        en = "; ".join(f"{words.en} {c.inside} of {c.of}" for words, c in held)
        ko = ", ".join(f"{words.ko} {c.of}개 중 {c.inside}개" for words, c in held)
        yield Text(en=f"{start[0]}: {en}.", ko=f"{start[1]} 포함: {ko}.")


def _by_activity(answer: TrackRecord) -> Iterator[Words]:
    groups = [c for c in answer.coverage if c.family == "activity"]
    groups.sort(key=lambda c: (c.share, -c.of, c.group))
    narrow = [c for c in groups if c.chance < DOUBT]
    other = [c for c in groups if c.chance >= DOUBT]
    for some, en, ko in (
        (narrow, "Too narrow for", "예측구간이 지나치게 좁은 활동"),
        (other, "Too few cases to tell", "사례 부족으로 판단 유보"),
    ):
        if some:
            yield Text(
                en=f"{en}: {'; '.join(_activity(answer, c).en for c in some)}.",
                ko=f"{ko}: {', '.join(_activity(answer, c).ko for c in some)}.",
            )


def _activity(answer: TrackRecord, c: Coverage) -> Words:
    """An activity, how many of its programmes hold, and by what factor they are usually off."""
    title, factor = answer.evidence.title("activity", c.group), digits(c.typical_factor, 2)
    return Text(
        en=f"{title.en.lower()} ({c.inside} of {c.of}, off by {factor})",
        ko=f"{title.ko}({c.of}개 중 {c.inside}개, 오차 {factor}배)",
    )


def _lean(answer: TrackRecord) -> Iterator[Words]:
    announced, realised = answer.of("announced"), answer.of("realised")
    if announced is None or realised is None:
        return
    one, two = f"{announced.lean:.1f}", f"{realised.lean:.1f}"
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
