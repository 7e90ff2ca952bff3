"""What differs between scenarios, the largest differences first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.domain.base import Text
from optimizer.domain.scenario import Scenario
from optimizer.domain.units import Unit, parse_unit
from optimizer.domain.wording import digits
from optimizer.i18n import EMPTY, Words, _, rendered
from optimizer.studies.comparing.figures import Measured, basis_words, shown
from optimizer.studies.comparing.words import apart, spread

DIFFERENCES = {
    "section": "str", "figure": "str", "title": "str", "title_ko": "str", "kind": "str",
    "comparable": "bool", "known": "int64", "most": "float64", "least": "float64",
    "ratio": "float64", "spread": "float64", "sentence": "str", "sentence_ko": "str",
    "caution": "str", "caution_ko": "str",
}  # fmt: skip
"""One line for each figure that some scenario has; comparable ones first, the largest `spread`
first: (most - least) over the larger of their sizes, 1 where only some scenarios have it, 0 where
all agree. `ratio` is most / least where both are above 0."""


TOLD = 5
"""Scenarios that a sentence names; of more it names the first and the last."""


def differences(
    side_by_side: Sequence[Sequence[Measured]], titles: Sequence[Words], like: Scenario
) -> Iterator[dict[str, object]]:
    """Every figure with how far it lies apart."""
    rows = [
        _row(row, titles, like) for row in side_by_side if any(m.value is not None for m in row)
    ]
    yield from sorted(rows, key=lambda r: (not r["comparable"], -float(str(r["spread"]))))


def _row(row: Sequence[Measured], titles: Sequence[Words], like: Scenario) -> dict[str, object]:
    known = [(m, t) for m, t in zip(row, titles, strict=True) if m.value is not None]
    ordered = sorted(known, key=lambda entry: -_value(entry[0]))
    most, least = _value(ordered[0][0]), _value(ordered[-1][0])
    caution = _caution([m for m, _other in known])
    first, title = row[0], _title(row)
    without = [t for m, t in zip(row, titles, strict=True) if not m.there]
    sentence = _sentence(title, ordered, like, without)
    return {
        "section": first.section, "figure": first.name, "title": title.en, "title_ko": title.ko,
        "kind": first.kind, "comparable": not caution.en, "known": len(known), "most": most,
        "least": least, "ratio": most / least if least > 0 else float("nan"),
        "spread": 1.0 if without and len(known) == 1 else spread(most, least),
        "sentence": f"{sentence.en} {caution.en}".rstrip(),
        "sentence_ko": f"{sentence.ko} {caution.ko}".rstrip(),
        "caution": caution.en, "caution_ko": caution.ko,
    }  # fmt: skip


def _value(m: Measured) -> float:
    assert m.value is not None
    return m.value


def _title(row: Sequence[Measured]) -> Words:
    """What the figure is called; a rule may be called differently in each scenario."""
    known = [m for m in row if m.value is not None]
    lead = known[0].lead
    english = list(dict.fromkeys(m.title.en for m in known))
    korean = list(dict.fromkeys(m.title.ko for m in known))
    return Text(
        en=lead.en + _either(english, row[0].name), ko=lead.ko + _either(korean, row[0].name)
    )


def _either(titles: Sequence[str], name: str) -> str:
    """One or two titles; of more the first, and the name that they share."""
    return " / ".join(titles) if len(titles) <= 2 else f"{titles[0]} / … ({name})"


def _sentence(
    title: Words,
    ordered: Sequence[tuple[Measured, Words]],
    like: Scenario,
    without: Sequence[Words],
) -> Words:
    told = {}
    for language in ("en", "ko"):
        parts = [
            f"{t.in_(language)} {shown(_value(m), m.kind, _unit(m, like), language)}"
            for m, t in ordered
        ]
        if len(parts) > TOLD:
            parts = [*parts[: TOLD - 2], "…", parts[-1]]
        told[language] = f"{title.in_(language)}: {', '.join(parts)}"
    ends = [_ends(ordered, like)] if len(ordered) > 1 else []
    if without:
        en, ko = (", ".join(t.in_(language) for t in without) for language in ("en", "ko"))
        if len(without) > 2:
            en, ko = f"{len(without)} others", f"나머지 {len(without)}개 시나리오"
        ends.append(Text(en=f"not part of {en}", ko=f"{ko}에는 없음"))
    return Text(
        en="; ".join([told["en"], *(e.en for e in ends)]) + ".",
        ko=". ".join([told["ko"], *(e.ko for e in ends)]) + ".",
    )


def _ends(ordered: Sequence[tuple[Measured, Words]], like: Scenario) -> Words:
    """How far the largest figure is above the smallest."""
    (most, first), (least, last) = ordered[0], ordered[-1]
    gap, unit = _value(most) - _value(least), _unit(most, like)
    difference: Words = rendered(shown, gap, most.kind, unit)
    if most.kind == "share":
        points = digits(100.0 * gap, 2)
        difference = _("{points} percentage points", points=points)
    return apart(first, _value(most), last, _value(least), difference)


def _unit(m: Measured, like: Scenario) -> Unit:
    return parse_unit(m.unit) if m.kind == "money" else like.money.parsed


def _caution(known: Sequence[Measured]) -> Words:
    """Why figures cannot be compared; empty where they can."""
    parts_en, parts_ko = [], []
    for name in dict.fromkeys(k for m in known for k in m.basis):
        stated = list(dict.fromkeys(m.basis.get(name, "–") for m in known))
        if len(stated) > 1:
            words, listed = basis_words(name), " / ".join(stated)
            parts_en.append(f"{words.en} ({listed})")
            parts_ko.append(f"{words.ko}({listed})")
    if not parts_en:
        return EMPTY
    return Text(
        en=f"Not comparable, different {', '.join(parts_en)}.",
        ko=f"비교 불가: {', '.join(parts_ko)} 상이.",
    )
