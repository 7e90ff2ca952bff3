"""Frontier efficiency of programmes and countries: people for their money (DEA)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from optimizer.domain.evidence import Evidence
from optimizer.domain.wording import percent
from optimizer.i18n import EMPTY, Words, _, in_a_row, pgettext
from optimizer.lp.fronts.efficiency import Efficiency, Orientation, Returns, efficiency
from optimizer.results.columns import in_columns
from optimizer.results.table import Column, Kind, Shape, data
from optimizer.studies.countries.frontier_units import Group, Unit, announced_groups
from optimizer.studies.countries.measured import measured_groups
from optimizer.studies.countries.money import MILLION_WON, ProgrammeMoney

SCORES = Shape(
    "scores",
    _("Frontier efficiency"),
    *data("frontier", "basis", "unit"),
    *data("title", kind=Kind.WORDS),
    *data("country", "orientation", "returns"),
    *data("score", kind=Kind.NUMBER),
    *data("efficient", kind=Kind.YES_NO),
    Column("krw", kind=Kind.MONEY, unit=MILLION_WON),
    *data("people", kind=Kind.PEOPLE),
    Column("target_krw", kind=Kind.MONEY, unit=MILLION_WON),
    *data("target_people", kind=Kind.PEOPLE),
    *data("peers", "sources", "grade"),
)
"""One line for each unit, orientation and assumption on scale. Money in million won a year. By
basis `announced` people are those a year; by basis `measured` they are those who were counted, and
where people are trained or admitted once money is all of it. People of several kinds are added up
in this table, but are separate outputs of the frontier."""
LEFT_OUT = Shape(
    "left_out",
    EMPTY,
    *data("frontier", "basis", "unit"),
    *data("title", "gap", kind=Kind.WORDS),
)
"""Units that the data cannot place, and why."""
ALONE = _("It is the only one with money, term and people; a frontier needs two.")


@dataclass(frozen=True)
class Frontiers:
    """Scores of all units on all frontiers, what was left out, and what they say."""

    scores: pd.DataFrame
    left_out: pd.DataFrame
    sentences: tuple[Words, ...]


def frontiers(evidence: Evidence, programmes: Sequence[ProgrammeMoney]) -> Frontiers:
    """Programmes of each family against each other, and countries with people of each family.

    By announced figures first: promises, with heads of different kinds counted alike; parts of
    other programmes and umbrellas are left out. Then by the counts that the track record has.
    """
    scores: list[dict[str, object]] = []
    left: list[dict[str, object]] = []
    told: list[Words] = []
    for group in (*announced_groups(evidence, programmes), *measured_groups(evidence)):
        alone = [(u.name, u.title, ALONE) for u in group.units if len(group.units) == 1]
        left += [
            {
                "frontier": group.name, "basis": group.basis, "unit": unit,
                **in_columns(title=called, gap=gap),
            }
            for unit, called, gap in [*group.left_out, *alone]
        ]  # fmt: skip
        if len(group.units) > 1:
            found = list(_solved(group.units))
            scores += [row for answer in found for row in _rows(group, answer)]
            told.append(_sentence(group, found[0]))
    return Frontiers(SCORES.frame(scores), LEFT_OUT.frame(left), tuple(told))


def _solved(units: Sequence[Unit]) -> Iterator[Efficiency]:
    """All four frontiers, the input-oriented one with constant returns first."""
    outputs = np.array([u.people for u in units])
    outputs = outputs[:, outputs.max(axis=0) > 0]
    names, inputs = [u.name for u in units], [[u.money] for u in units]
    for orientation in Orientation:
        for returns in Returns:
            yield efficiency(names, inputs, outputs, orientation=orientation, returns=returns)


def _rows(group: Group, found: Efficiency) -> Iterator[dict[str, object]]:
    for unit, answer in zip(group.units, found.units, strict=True):
        yield {
            "frontier": group.name, "basis": group.basis, "unit": unit.name,
            **in_columns(title=unit.title), "country": unit.country,
            "orientation": str(found.orientation), "returns": str(found.returns),
            "score": answer.score, "efficient": answer.efficient, "krw": unit.money,
            "people": sum(unit.people), "target_krw": float(answer.input_target[0]),
            "target_people": float(answer.output_target.sum()), "peers": ", ".join(answer.peers),
            "sources": unit.sources, "grade": unit.grade,
        }  # fmt: skip


def _sentence(group: Group, found: Efficiency) -> Words:
    """Who sets the frontier, and who is furthest from it."""
    called = {u.name: u.title for u in group.units}
    best = [called[u.name] for u in found.units if u.efficient]
    last = min(found.units, key=lambda u: u.score)
    measured = group.basis == "measured"
    return _(
        "{title}, {people} for their money: the frontier is {best}; at its terms {worst} would "
        "need {share} of its money.",
        title=group.title,
        people=_("counted people") if measured else _("announced people"),
        best=in_a_row(best, pgettext("list", ", ")),
        worst=called[last.name],
        share=percent(last.score),
    )
