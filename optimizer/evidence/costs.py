"""Rows of observations as numbers: the log of what a head and year cost, and what goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from optimizer.domain.evidence import Evidence
from optimizer.domain.record import Observation, ProgrammeRecord
from optimizer.evidence.prices import in_won, income_ratio
from optimizer.lp.program import FloatArray, IntArray

POSTS = ("senior_post", "fellow_post", "research_post", "training_place", "course")
"""Kinds of post whose cost a year is told, words of the vocabulary list 'activity'."""
PAYS = ("more", "part", "stipend")
"""What money pays besides just these people, words of the vocabulary list 'money_pays'."""
EFFECTS = ("income", *PAYS, "announced")
"""Names of the effects on the log of a cost."""
WIDER = {"A": 1.0, "B": 1.0, "C": 1.5, "X": 2.0}
"""How much wider the errors of a row are by its grade; a judgement."""
NINETY = 3.29
"""Standard deviations from one end of a range that holds 90 % to the other."""


@dataclass(frozen=True, eq=False)
class Costs:
    """What n rows tell: arrays of shape (n,), but `effects` (n, len(EFFECTS)).

    `log_cost` is the log of million won of 2025 a head-year; `post` and `scheme` are numbers of
    `posts` and `schemes`; `wider` scales the error; `term_sd` is the error of an assumed term.
    """

    names: tuple[str, ...]
    countries: tuple[str, ...]
    schemes: tuple[str, ...]
    log_cost: FloatArray
    post: IntArray
    scheme: IntArray
    effects: FloatArray
    wider: FloatArray
    term_sd: FloatArray

    def some(self, kept: Sequence[int] | IntArray) -> Costs:
        """The costs of some rows, by number; posts and schemes keep their numbers."""
        at = np.asarray(kept, dtype=np.int64)
        return Costs(
            tuple(self.names[i] for i in at), tuple(self.countries[i] for i in at), self.schemes,
            self.log_cost[at], self.post[at], self.scheme[at], self.effects[at], self.wider[at],
            self.term_sd[at],
        )  # fmt: skip


def effects_of(evidence: Evidence, row: ProgrammeRecord, *, announced: bool) -> list[float] | None:
    """The row's place on each of EFFECTS; None where its country's income is not known."""
    ratio = income_ratio(evidence, row.country)
    if ratio is None:
        return None
    pays = [float(row.money_pays == word) for word in PAYS]
    return [log(ratio), *pays, float(announced)]


def head_year(evidence: Evidence, row: ProgrammeRecord) -> float | None:
    """Million won of 2025 for a head and year; None where the row does not tell."""
    heads = 1.0 if row.money_covers == "one_head" else row.stated
    if row.money_covers == "umbrella" or row.money is None or not heads or not row.years:
        return None
    won = in_won(evidence, row.money, row.currency, row.country, row.price_year)
    return None if won is None else won / (heads * row.years)


def term_sd(row: ProgrammeRecord) -> float:
    """Standard deviation of the log of a term that is a range; 0 where it is known."""
    if row.years_low is None or row.years_high is None:
        return 0.0
    return log(row.years_high / row.years_low) / NINETY


def costs_of(evidence: Evidence, rows: Iterable[Observation] | None = None) -> Costs:
    """All observations of posts that tell a cost, in the order of their identifiers."""
    found = sorted(evidence.observations.values() if rows is None else rows, key=lambda r: r.id)
    told: list[tuple[Observation, float, list[float]]] = []
    for row in found:
        cost = head_year(evidence, row) if row.activity in POSTS else None
        effects = effects_of(evidence, row, announced=row.basis == "announced")
        if cost is not None and effects is not None:
            told.append((row, cost, effects))
    schemes = tuple(dict.fromkeys(row.scheme for row, _cost, _effects in told))
    number = {scheme: i for i, scheme in enumerate(schemes)}
    return Costs(
        tuple(row.id for row, _cost, _effects in told),
        tuple(row.country for row, _cost, _effects in told),
        schemes,
        np.array([log(cost) for _row, cost, _effects in told]),
        np.array([POSTS.index(row.activity) for row, _cost, _effects in told], dtype=np.int64),
        np.array([number[row.scheme] for row, _cost, _effects in told], dtype=np.int64),
        np.array([effects for _row, _cost, effects in told]).reshape(len(told), len(EFFECTS)),
        np.array([WIDER[str(row.grade)] for row, _cost, _effects in told]),
        np.array([term_sd(row) for row, _cost, _effects in told]),
    )
