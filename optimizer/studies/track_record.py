"""How well the model foretells what programmes brought: people predicted from money alone.

The prediction knows a programme's money, years and activity and the general cost of that activity,
never the programme's own people. A coefficient that rests on the very programme is estimated anew
from the others. People are supported people, as programmes count them, not net people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil, comb, exp, log, nan
from statistics import fmean, median
from zlib import crc32

import numpy as np

from optimizer.domain.base import Text
from optimizer.domain.evidence import Evidence
from optimizer.domain.quantity import Quantity
from optimizer.domain.record import ProgrammeRecord
from optimizer.errors import InvalidInput, Issue
from optimizer.formulation.draws import unit_points, value_at
from optimizer.formulation.uncertain import Uncertain
from optimizer.inputs.evidence import load_evidence
from optimizer.lp.program import FloatArray
from optimizer.studies.track.costs import (
    GROWTH,
    HOME,
    INCOME,
    UnitCost,
    activity_of,
    income_ratio,
    level,
    parameter,
    rate,
    unit_cost,
    value_of,
)
from optimizer.studies.track.predictions import LEVEL, Coverage, Prediction, TrackRecord, Verdict
from optimizer.studies.track.words import REASONS, sentences

ORDER = (Verdict.BELOW, Verdict.INSIDE, Verdict.RUNNING, Verdict.WITHHELD)
"""Order of the answer; both kinds of miss come first together."""


def track_record(
    evidence: Evidence | None = None, *, draws: int = 10_000, seed: int = 1
) -> TrackRecord:
    """Predicts every programme of the evidence (by default the shipped one) and judges itself.

    Raises InvalidInput for fewer than 100 draws, unknown activities and missing parameters.
    """
    if draws < 100:
        problem = f"{draws} draws are too few for the ends of an interval."
        raise InvalidInput([Issue("draws", problem, "Ask for 100 or more.")])
    evidence = load_evidence() if evidence is None else evidence
    sample = _Sample(evidence, draws, seed)
    found = sorted((_predict(sample, r) for r in evidence.track_record.values()), key=_place)
    judged = [p for p in found if p.judged]
    answer = TrackRecord(
        tuple(found),
        tuple(_coverages(judged)),
        _factor(judged),
        _plain_factor(evidence, judged),
        draws,
        seed,
        evidence,
    )
    return replace(answer, sentences=sentences(answer))


class _Sample:
    """Draws of named numbers; a number's draws depend on its name and the seed alone."""

    def __init__(self, evidence: Evidence, draws: int, seed: int) -> None:
        self.evidence, self.draws, self.seed = evidence, draws, seed

    def points(self, name: str) -> FloatArray:
        """Points of (0, 1), one in each of `draws` equal slices."""
        seed = crc32(f"{self.seed} {name}".encode())
        return np.asarray(unit_points(self.draws, 1, seed=seed)[:, 0])

    def between(self, name: str, value: float, low: float | None, high: float | None) -> FloatArray:
        """Draws (PERT) of a number with a range."""
        number = Uncertain(name, Quantity(value=value, low=low, high=high))
        return value_at(number, self.points(name))

    def parameter(self, name: str) -> FloatArray:
        """Draws of a parameter of the evidence."""
        known = parameter(self.evidence, name)
        return self.between(name, value_of(self.evidence, name), known.low, known.high)


def _predict(sample: _Sample, record: ProgrammeRecord) -> Prediction:
    """The programme's people from its money, or why they cannot be predicted."""
    evidence, activity = sample.evidence, activity_of(record)
    reason = _unknown(evidence, record)
    if reason is not None:
        return Prediction(record, nan, nan, nan, (), reason)
    costs = [unit_cost(evidence, record, name) for name in activity.coefficients]
    known = tuple(c for c in costs if c is not None)
    if len(known) < len(costs):
        return Prediction(record, nan, nan, nan, (), REASONS["evidence"])
    heads = _heads(sample, record, known)
    low, central, high = np.quantile(heads, [(1 - LEVEL) / 2, 0.5, (1 + LEVEL) / 2]).tolist()
    return Prediction(record, low, central, high, known)


def _unknown(evidence: Evidence, record: ProgrammeRecord) -> Text | None:
    """What is missing for a prediction, None where nothing is."""
    if record.money is None:
        return REASONS["money"]
    if record.money_covers == "one_head":
        return REASONS["one_head"]
    if record.years is None and activity_of(record).yearly:
        return REASONS["years"]
    if rate(evidence, record.currency) is None:
        return REASONS["rate"]
    return REASONS["income"] if income_ratio(evidence, record.country) is None else None


def _heads(sample: _Sample, record: ProgrammeRecord, costs: Sequence[UnitCost]) -> FloatArray:
    """Draws of the people that the money pays for, shape (draws,)."""
    won, ratio = won_of(sample.evidence, record), income_ratio(sample.evidence, record.country)
    assert ratio is not None
    drawn = [sample.between(c.coefficient, c.value, c.low, c.high) for c in costs]
    cost = drawn[0]
    if len(drawn) == 2:
        part = sample.points(f"{record.id} mix")
        cost = part * drawn[0] + (1.0 - part) * drawn[1]
    base = parameter(sample.evidence, costs[0].coefficient).year
    prices = level(
        ratio, record.price_year - base, sample.parameter(INCOME), sample.parameter(GROWTH)
    )
    years: float | FloatArray = 1.0
    if record.years is not None and activity_of(record).yearly:
        low, high = record.years_low, record.years_high
        years = sample.between(f"{record.id} years", record.years, low, high)
    return np.asarray(won / (cost * prices * years))


def won_of(evidence: Evidence, record: ProgrammeRecord) -> float:
    """The programme's money at the stated rate [million KRW]; money and rate must be known."""
    won = rate(evidence, record.currency)
    assert record.money is not None
    assert won is not None
    return record.money * won


def _place(prediction: Prediction) -> tuple[int, float, str]:
    """Misses first, then the other verdicts; in each the largest error first."""
    verdict = prediction.verdict
    first = Verdict.BELOW if verdict is Verdict.ABOVE else verdict
    size = 0.0 if verdict is Verdict.WITHHELD else -abs(prediction.error)
    return ORDER.index(first), size, prediction.record.id


def _coverages(judged: Sequence[Prediction]) -> Iterator[Coverage]:
    """All, then the groups by kind of count, activity, basis, field and place that occur."""
    families = {
        "all": ["all"] * len(judged),
        "kind": [p.kind for p in judged],
        "activity": [p.record.activity for p in judged],
        "basis": [str(p.basis) for p in judged],
        "field": [p.record.field for p in judged],
        "place": ["home" if p.record.country == HOME else "abroad" for p in judged],
    }
    for family, words in families.items():
        for word in sorted(set(words)):
            some = [p for p, w in zip(judged, words, strict=True) if w == word]
            yield _coverage(family, word, some)


def _coverage(family: str, group: str, some: Sequence[Prediction]) -> Coverage:
    inside = sum(p.verdict is Verdict.INSIDE for p in some)
    errors = [p.error for p in some]
    return Coverage(
        family,
        group,
        len(some),
        inside,
        at_most(inside, len(some)),
        exp(median(map(abs, errors))),
        exp(median(errors)),
        median(p.high / p.low for p in some),
    )


def at_most(inside: int, of: int) -> float:
    """Probability of `inside` hits or fewer in `of` trials that each hit with `LEVEL`.

    >>> round(at_most(0, 1), 9), at_most(3, 3)
    (0.1, 1.0)
    """
    terms = (comb(of, k) * LEVEL**k * (1.0 - LEVEL) ** (of - k) for k in range(inside + 1))
    return min(1.0, sum(terms)) if inside < of else 1.0


def _factor(judged: Sequence[Prediction]) -> float:
    """Within what factor of the central prediction `LEVEL` of the programmes lie."""
    sizes = sorted(abs(p.error) for p in judged)
    return exp(sizes[ceil(LEVEL * len(sizes)) - 1]) if sizes else nan


def _plain_factor(evidence: Evidence, judged: Sequence[Prediction]) -> float:
    """Typical error when every head costs what the heads of all other schemes cost on average."""
    logs = {p.record.id: log(won_of(evidence, p.record) / p.stated) for p in judged}
    errors = []
    for p in judged:
        others = [logs[o.record.id] for o in judged if o.record.scheme != p.record.scheme]
        if others:
            errors.append(abs(logs[p.record.id] - fmean(others)))
    return exp(median(errors)) if errors else nan
