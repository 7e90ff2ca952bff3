"""How well the model foretells what programmes brought: people predicted from money alone.

The prediction knows a programme's money, years and activity and the general cost of that activity,
never the programme's own people. A coefficient that rests on the very programme is estimated anew
from the others. People are supported people, as programmes count them, not net people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import nan
from zlib import crc32

import numpy as np

from optimizer.domain.evidence import Evidence
from optimizer.domain.quantity import Quantity
from optimizer.domain.record import ProgrammeRecord
from optimizer.errors import InvalidInput, Issue
from optimizer.formulation.draws import unit_points, value_at
from optimizer.formulation.uncertain import Uncertain
from optimizer.i18n import Words, _
from optimizer.inputs.evidence import load_evidence
from optimizer.lp.program import FloatArray
from optimizer.studies.track_record.costs import (
    GROWTH,
    INCOME,
    UnitCost,
    activity_of,
    income_ratio,
    level,
    parameter,
    rate,
    unit_cost,
    value_of,
    won_of,
)
from optimizer.studies.track_record.coverage import coverages, factor, plain_factor
from optimizer.studies.track_record.predictions import (
    LEVEL,
    OtherRule,
    Prediction,
    TrackRecord,
    Verdict,
)
from optimizer.studies.track_record.words import REASONS, sentences

ORDER = (Verdict.BELOW, Verdict.INSIDE, Verdict.RUNNING, Verdict.WITHHELD)
"""Order of the answer; both kinds of miss come first together."""
EXTREMES = (0.0, 1.0)
"""Price rules tried besides: research costs the same everywhere, or follows income fully."""


def track_record(
    evidence: Evidence | None = None, *, draws: int = 10_000, seed: int = 1
) -> TrackRecord:
    """Predicts every programme of the evidence (by default the shipped one) and judges itself.

    Raises InvalidInput for fewer than 100 draws, unknown activities and missing parameters.

    Example:
        >>> from optimizer import api as tb
        >>> tb.track_record(draws=1000)
        <TrackRecord 38 programmes, 21 outside their interval>
    """
    if draws < 100:
        problem = _("{draws} draws are too few for the ends of an interval.", draws=draws)
        remedy = _("Ask for 100 or more.")
        raise InvalidInput([Issue("draws", problem, remedy)])
    evidence = load_evidence() if evidence is None else evidence
    found = _predictions(evidence, draws, seed)
    judged = [p for p in found if p.judged]
    answer = TrackRecord(
        tuple(found),
        tuple(coverages(judged)),
        factor(judged),
        plain_factor(evidence, judged),
        tuple(_other_rule(evidence, end, draws, seed) for end in EXTREMES),
        draws,
        seed,
        evidence,
    )
    return replace(answer, sentences=sentences(answer))


def _predictions(evidence: Evidence, draws: int, seed: int) -> list[Prediction]:
    """Every programme predicted, in the order of the answer."""
    sample = _Sample(evidence, draws, seed)
    return sorted((_predict(sample, r) for r in evidence.track_record.values()), key=_place)


def _other_rule(evidence: Evidence, income: float, draws: int, seed: int) -> OtherRule:
    """How many the intervals would hold if costs followed income to just this power."""
    fixed = parameter(evidence, INCOME).model_copy(
        update={"value": income, "low": None, "high": None}
    )
    parameters = {**evidence.parameters, INCOME: fixed}
    changed = evidence.model_copy(update={"parameters": parameters})
    found = _predictions(changed, draws, seed)
    return OtherRule(income, sum(p.verdict is Verdict.INSIDE for p in found))


class _Sample:
    """Draws of named numbers; a number's draws depend on its name and the seed alone."""

    def __init__(self, evidence: Evidence, draws: int, seed: int) -> None:
        self.evidence, self.draws, self.seed = evidence, draws, seed
        self._known: dict[tuple[str, float, float | None, float | None], FloatArray] = {}

    def points(self, name: str) -> FloatArray:
        """Points of (0, 1), one in each of `draws` equal slices."""
        seed = crc32(f"{self.seed} {name}".encode())
        return np.asarray(unit_points(self.draws, 1, seed=seed)[:, 0])

    def between(self, name: str, value: float, low: float | None, high: float | None) -> FloatArray:
        """Draws (PERT) of a number with a range."""
        key = (name, value, low, high)
        if key not in self._known:
            number = Uncertain(name, Quantity(value=value, low=low, high=high))
            self._known[key] = value_at(number, self.points(name))
        return self._known[key]

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


def _unknown(evidence: Evidence, record: ProgrammeRecord) -> Words | None:
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


def _place(prediction: Prediction) -> tuple[int, float, str]:
    """Misses first, then the other verdicts; in each the largest error first."""
    verdict = prediction.verdict
    first = Verdict.BELOW if verdict is Verdict.ABOVE else verdict
    size = 0.0 if verdict is Verdict.WITHHELD else -abs(prediction.error)
    return ORDER.index(first), size, prediction.record.id
