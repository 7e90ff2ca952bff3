"""A programme's people as predicted and as stated, and how often the two agree."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from math import log
from typing import ClassVar, NamedTuple

import pandas as pd

from optimizer.domain.evidence import Evidence
from optimizer.domain.record import ProgrammeRecord
from optimizer.i18n import Words
from optimizer.results.shown import Shown, View
from optimizer.studies.track_record.costs import Basis, UnitCost
from optimizer.studies.track_record.page import record_data, record_page

LEVEL = 0.9
"""Share of programmes that the interval should hold."""


class Verdict(StrEnum):
    """What the stated people say about the prediction."""

    BELOW = "below"
    """Miss: fewer people than the interval allows."""
    ABOVE = "above"
    """Miss: more people than the interval allows."""
    INSIDE = "inside"
    """The interval holds the stated people."""
    RUNNING = "running"
    """Only a count so far is known: shown, not judged."""
    WITHHELD = "withheld"
    """Cannot be predicted independently: shown, not judged."""


@dataclass(frozen=True)
class Prediction:
    """A programme's people: predicted range, stated number, and what the prediction rests on.

    `low`, `central` and `high` are persons (the 5, 50 and 95% points), NaN where withheld.
    """

    record: ProgrammeRecord
    low: float
    central: float
    high: float
    costs: tuple[UnitCost, ...]
    reason: Words | None = None

    @property
    def kind(self) -> str:
        """Which number is held against it: 'realised', 'announced' or 'so_far'."""
        record = self.record
        if record.complete:
            return "realised"
        return "so_far" if record.announced is None else "announced"

    @property
    def stated(self) -> float:
        """People held against the prediction: realised if complete, else announced, else so far."""
        record = self.record
        stated = record.realised if record.stated is None else record.stated
        assert stated is not None
        return stated

    @property
    def verdict(self) -> Verdict:
        """Inside the interval, a miss, or not judged."""
        if self.reason is not None:
            return Verdict.WITHHELD
        if self.kind == "so_far":
            return Verdict.RUNNING
        if self.stated < self.low:
            return Verdict.BELOW
        return Verdict.ABOVE if self.stated > self.high else Verdict.INSIDE

    @property
    def judged(self) -> bool:
        """Whether the row counts in the coverage."""
        return self.verdict not in (Verdict.RUNNING, Verdict.WITHHELD)

    @property
    def error(self) -> float:
        """Logarithm of stated over predicted people: above 0 where more came than predicted."""
        return log(self.stated / self.central)

    @property
    def basis(self) -> Basis:
        """The weakest basis among the costs."""
        order = list(Basis)
        return max((c.basis for c in self.costs), key=order.index, default=Basis.COEFFICIENT)


@dataclass(frozen=True)
class Coverage:
    """How a group of predictions did; `family` says by what it was formed.

    `chance` is the probability that at most so many fall inside if the interval held its promise;
    `typical_factor` is exp of the median absolute log error, `lean` exp of the median log error
    (above 1: more people than predicted), `width` the median of high over low.
    """

    family: str
    group: str
    of: int
    inside: int
    chance: float
    typical_factor: float
    lean: float
    width: float

    @property
    def share(self) -> float:
        """Share inside the interval."""
        return self.inside / self.of


class OtherRule(NamedTuple):
    """How many programmes the interval holds if costs follow income to this power."""

    income: float
    inside: int


@dataclass(frozen=True, repr=False)
class TrackRecord(Shown, page=record_page, data=record_data):
    """Predictions, misses first, and how many of them the interval holds.

    `coverage` begins with the group 'all' (it is empty where nothing is judged). `LEVEL` of the
    judged programmes lie within `factor` of the central prediction, up or down. `plain_factor` is
    the typical error where every head is given the same cost.
    """

    predictions: tuple[Prediction, ...]
    coverage: tuple[Coverage, ...]
    factor: float
    plain_factor: float
    other_rules: tuple[OtherRule, ...]
    draws: int
    seed: int
    evidence: Evidence = field(repr=False)
    sentences: tuple[Words, ...] = ()
    level: ClassVar[float] = LEVEL
    """Share of programmes that the interval should hold."""

    def of(self, group: str) -> Coverage | None:
        """The coverage of a group, None where no judged programme is in it."""
        return next((c for c in self.coverage if c.group == group), None)

    @property
    def misses(self) -> tuple[Prediction, ...]:
        """Programmes outside their interval, the worst first."""
        return tuple(p for p in self.predictions if p.verdict in (Verdict.BELOW, Verdict.ABOVE))

    @property
    def table(self) -> pd.DataFrame:
        """One row a programme, misses first; people in persons, NaN where withheld."""
        return pd.DataFrame([row_of(p) for p in self.predictions])

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        about = f"{len(self.predictions)} programmes, {len(self.misses)} outside their interval"
        return View(about, self.table, self.sentences)


def row_of(prediction: Prediction) -> dict[str, object]:
    """A prediction as the row of a table."""
    record = prediction.record
    return {
        "programme": record.id,
        "country": record.country,
        "activity": record.activity,
        "field": record.field,
        "verdict": str(prediction.verdict),
        "kind": prediction.kind,
        "low": prediction.low,
        "central": prediction.central,
        "high": prediction.high,
        "stated": prediction.stated,
        "ratio": prediction.stated / prediction.central,
        "announced": record.announced,
        "realised": record.realised,
        "realised_on": record.realised_on,
        "money": record.money,
        "currency": record.currency,
        "money_pays": record.money_pays,
        "years": record.years,
        "years_assumed": record.years_assumed,
        "basis": str(prediction.basis) if prediction.costs else None,
        "left_out": " ".join(c.coefficient for c in prediction.costs if c.schemes),
        "grade": str(record.grade),
        "sources": " ".join(record.sources),
    }
