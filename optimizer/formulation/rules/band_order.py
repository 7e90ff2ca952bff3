"""Band order: where bands need not get worse, a band opens only when the one before is full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from optimizer.formulation.big_m import most_of_band, most_of_yield
from optimizer.formulation.case import Case
from optimizer.formulation.payments import ActivityId
from optimizer.formulation.rules.base import Index, RowRule, title_of, unit_counted
from optimizer.i18n import Words, _
from optimizer.lp.program import Coefficient, Column, Key, Row, Sense


class BandOrder(RowRule):
    """A switch for a band: on only when the band is full; off, what comes after is empty.

    Activities with whole units or a minimum scale, and pathways with whole persons, fill their
    bands in the order of the document by these switches, whatever the bands cost or yield. Steps
    of an S-shaped curve have them where it grows ever steeper: there a step is bought in full or
    not at all, so that what is bought lies on the curve (or, for a bound, on chords above it). Of
    a step so narrow that chord and curve are one a part may be bought.
    """

    key = "band_order"
    title = _("Bands in order")
    formula = r"w_i f_i \le u_i, \quad u_{i+1} \le M f_i, \quad f_i \in \{0,1\}"
    per = _("unit")

    def columns(self, case: Case) -> Iterator[Column]:
        """Whether a band is full."""
        for gate in _gates(case):
            yield Column(("full", *gate.band), 0.0, 1.0, integer=True)

    def rows(self, case: Case) -> Iterator[Row]:
        """A row for each switch, and one for each band behind it."""
        for band, width, sense, behind in _gates(case):
            full: Key = ("full", *band)
            yield Row((self.key, *band, "full"), {band: 1.0, full: -width}, sense, 0.0)
            for after, most in behind.items():
                yield Row((self.key, *after, "after"), {after: 1.0, full: -most}, Sense.LE, 0.0)

    def unit(self, case: Case, index: Index) -> Words:
        """That of the activity, or people."""
        return unit_counted(case, index)

    def name(self, case: Case, index: Index) -> Words:
        """The activity or pathway, the band, the year, and which of the two rows."""
        what, *name, band, year, way = index
        if what == "units":
            title = title_of(case.scenario.programmes[str(name[0])].activities, name[1])
        else:
            title = title_of(case.scenario.pathways, name[0])
        step = int(band) + 1
        if way == "full":
            return _("{title}: step {step} full, {year}", title=title, step=step, year=year)
        return _("{title}: step {step} in its turn, {year}", title=title, step=step, year=year)


class _Gate(NamedTuple):
    """A band with a switch: its width, how it is filled, and the most of each band behind it."""

    band: Index
    width: Coefficient
    sense: Sense
    behind: Mapping[Index, Coefficient]


def _gates(case: Case) -> Iterator[_Gate]:
    """Every band that has a switch, year by year."""
    for key, activity in case.activities.items():
        if key in case.bent:
            yield from _of_curve(case, key)
        elif activity.ordered and key not in case.curves:  # a curve's next step is never better
            for y, steps in case.supply[key].items():
                for i, step in enumerate(steps[:-1]):
                    after = ("units", *key, i + 1, y)
                    most = most_of_band(case, key, y, i + 1)
                    yield _Gate(("units", *key, i, y), step.width, Sense.GE, {after: most})
    for q, steps in case.yields.items():
        if case.scenario.pathways[q].indivisible:
            for j, step in enumerate(steps[:-1]):
                for y in case.outcome_years:
                    most = most_of_yield(case, q, j + 1, y)
                    behind: dict[Index, Coefficient] = {("people", q, j + 1, y): most}
                    yield _Gate(("people", q, j, y), step.width, Sense.GE, behind)


def _of_curve(case: Case, key: ActivityId) -> Iterator[_Gate]:
    """The steps of an S-shaped curve up to its turn; the last of them opens all beyond."""
    sense = Sense.GE if case.outer else Sense.EQ
    for y, steps in case.supply[key].items():
        rising, ends = case.rising(key, y), case.ends(key, y)
        for i, step in enumerate(steps[:rising]):
            beyond = range(i + 1, i + 2 if i + 1 < rising else len(steps))
            behind: dict[Index, Coefficient] = {
                ("units", *key, k, y): steps[k].width for k in beyond
            }
            part = Sense.GE if case.bent[key].narrow(ends[i], ends[i + 1]) else sense
            yield _Gate(("units", *key, i, y), step.width, part, behind)
