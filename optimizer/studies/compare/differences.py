"""What differs between scenarios, the largest differences first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.domain.scenario import Scenario
from optimizer.domain.units import Unit, parse_unit
from optimizer.domain.wording import digits
from optimizer.i18n import EMPTY, Message, Words, _, in_a_row, pgettext, rendered, verbatim
from optimizer.results.columns import in_columns
from optimizer.results.table import Kind, Shape, data
from optimizer.studies.compare.figures import Measured, basis_words, shown
from optimizer.studies.compare.words import apart, spread

DIFFERENCES = Shape(
    "differences",
    EMPTY,
    *data("section", "figure"),
    *data("title", kind=Kind.WORDS),
    *data("kind"),
    *data("comparable", kind=Kind.YES_NO),
    *data("known", kind=Kind.COUNT),
    *data("most", "least", "ratio", "spread", kind=Kind.NUMBER),
    *data("sentence", "caution", kind=Kind.WORDS),
)
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
        "section": first.section, "figure": first.name,
        "kind": first.kind, "comparable": not caution, "known": len(known), "most": most,
        "least": least, "ratio": most / least if least > 0 else float("nan"),
        "spread": 1.0 if without and len(known) == 1 else spread(most, least),
        **in_columns(
            title=title, caution=caution,
            sentence=in_a_row((sentence, caution), " ") if caution else sentence,
        ),
    }  # fmt: skip


def _value(m: Measured) -> float:
    assert m.value is not None
    return m.value


def _title(row: Sequence[Measured]) -> Words:
    """What the figure is called; a rule may be called differently in each scenario."""
    known = [m for m in row if m.value is not None]
    either = rendered(_either, row[0].name, *(m.title for m in known))
    return in_a_row((known[0].lead, either), "")


def _either(name: str, *said: str, language: str) -> str:
    """One or two titles; of more the first, and the name that they share."""
    titles = list(dict.fromkeys(said))
    return " / ".join(titles) if len(titles) <= 2 else f"{titles[0]} / … ({name})"


def _sentence(
    title: Words,
    ordered: Sequence[tuple[Measured, Words]],
    like: Scenario,
    without: Sequence[Words],
) -> Words:
    parts = [in_a_row((t, shown(_value(m), m.kind, _unit(m, like))), " ") for m, t in ordered]
    if len(parts) > TOLD:
        parts = [*parts[: TOLD - 2], verbatim("…"), parts[-1]]
    comma = pgettext("list", ", ")
    told: list[Words] = [_("{title}: {figures}", title=title, figures=in_a_row(parts, comma))]
    if len(ordered) > 1:
        told.append(_ends(ordered, like))
    if len(without) > 2:
        told.append(_("not part of {count} others", count=len(without)))
    elif without:
        told.append(_("not part of {names}", names=in_a_row(without, comma)))
    return in_a_row(told, pgettext("sentence", "; ")) + "."


def _ends(ordered: Sequence[tuple[Measured, Words]], like: Scenario) -> Words:
    """How far the largest figure is above the smallest."""
    (most, first), (least, last) = ordered[0], ordered[-1]
    gap, unit = _value(most) - _value(least), _unit(most, like)
    difference: Words = shown(gap, most.kind, unit)
    if most.kind == "share":
        points = digits(100.0 * gap, 2)
        difference = _("{points} percentage points", points=points)
    return apart(first, _value(most), last, _value(least), difference)


def _unit(m: Measured, like: Scenario) -> Unit:
    return parse_unit(m.unit) if m.kind == "money" else like.money.parsed


def _caution(known: Sequence[Measured]) -> Message:
    """Why figures cannot be compared; empty where they can."""
    parts = []
    for name in dict.fromkeys(k for m in known for k in m.basis):
        stated = list(dict.fromkeys(m.basis.get(name, "–") for m in known))
        if len(stated) > 1:
            words, listed = basis_words(name), " / ".join(stated)
            parts.append(_("{title} ({said})", title=words, said=listed))
    if not parts:
        return EMPTY
    return _("Not comparable, different {what}.", what=in_a_row(parts, pgettext("list", ", ")))
