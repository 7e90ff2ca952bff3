"""Band order: where bands need not get worse, a band opens only when the one before is full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from optimizer.domain.base import Text
from optimizer.formulation.case import Case
from optimizer.formulation.reach import most_of_band, most_of_yield
from optimizer.formulation.rules.base import Index, Price, RowRule, title_of, worth
from optimizer.lp.program import Coefficient, Column, Key, Row, Sense


class BandOrder(RowRule):
    """A switch between two bands: on only when the first is full; off, the second is empty.

    Activities with whole units or a minimum scale, and pathways with whole persons, fill their
    bands in the order of the document by these switches, whatever the bands cost or yield.
    """

    key = "band_order"
    title = Text(en="Bands in order", ko="구간 순서")
    formula = r"w_i f_i \le u_i, \quad u_{i+1} \le M f_i, \quad f_i \in \{0,1\}"
    per = Text(en="unit", ko="단위")

    def columns(self, case: Case) -> Iterator[Column]:
        """Whether a band is full."""
        for pair in _pairs(case):
            yield Column(("full", *pair.band), 0.0, 1.0, integer=True)

    def rows(self, case: Case) -> Iterator[Row]:
        """Two rows for each pair of neighbouring bands and each year."""
        for band, after, width, most in _pairs(case):
            full: Key = ("full", *band)
            yield Row((self.key, *band, "full"), {band: 1.0, full: -width}, Sense.GE, 0.0)
            yield Row((self.key, *band, "next"), {after: 1.0, full: -most}, Sense.LE, 0.0)

    def name(self, case: Case, index: Index) -> Text:
        """The activity or pathway, the band, the year, and which of the two rows."""
        what, *name, band, year, way = index
        if what == "units":
            title = title_of(case.scenario.programmes[str(name[0])].activities, name[1])
        else:
            title = title_of(case.scenario.pathways, name[0])
        en, ko = ("full", "완료") if way == "full" else ("before the next", "완료 후 다음")
        return Text(
            en=f"{title.en}: step {int(band) + 1} {en}, {year}",
            ko=f"{title.ko}: {int(band) + 1}구간 {ko}, {year}년",
        )

    def explain(self, case: Case, index: Index, price: Price) -> Text:
        """What one unit out of order is worth."""
        return worth(case, price, amount=1.0, unit=self.per)


class _Pair(NamedTuple):
    """A band, the one after it, the width of the first and the most of the second."""

    band: Index
    after: Index
    width: Coefficient
    most: Coefficient


def _pairs(case: Case) -> Iterator[_Pair]:
    """Neighbouring bands that have to be kept in order, year by year."""
    for key, activity in case.activities.items():
        if activity.ordered and key not in case.curves:  # a curve's next step is never better
            for y, steps in case.supply[key].items():
                for i, step in enumerate(steps[:-1]):
                    band, after = ("units", *key, i, y), ("units", *key, i + 1, y)
                    yield _Pair(band, after, step.width, most_of_band(case, key, y, i + 1))
    for q, steps in case.yields.items():
        if case.scenario.pathways[q].indivisible:
            for j, step in enumerate(steps[:-1]):
                for y in case.years:
                    most = most_of_yield(case, q, j + 1, y)
                    yield _Pair(("people", q, j, y), ("people", q, j + 1, y), step.width, most)
