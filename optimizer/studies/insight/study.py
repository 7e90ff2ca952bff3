"""What explains a study of uncertainty: drivers, switching values, information, conditions."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass

from optimizer.domain.scenario import Scenario
from optimizer.i18n import Words
from optimizer.results.shown import Shown, View
from optimizer.studies.insight.discovery import Discovery, discovery
from optimizer.studies.insight.drivers import Drivers, drivers
from optimizer.studies.insight.information import Information, information
from optimizer.studies.insight.page import insight_data, insight_page
from optimizer.studies.insight.switching import Switching, switching
from optimizer.studies.uncertainty.study import UnderUncertainty
from optimizer.system.progress import Tally, Watch

DRIVERS, SWITCHING, INFORMATION = 30, 20, 50
"""Of a hundred: about how much of the time each explanation takes."""


@dataclass(frozen=True, repr=False)
class Insight(Shown, page=insight_page, data=insight_data):
    """What drives outcome and decision, where it flips, what knowing more is worth."""

    scenario: Scenario
    drivers: Drivers
    switching: Switching
    information: Information
    discovery: Discovery

    @property
    def sentences(self) -> tuple[Words, ...]:
        """All of it in words."""
        return (
            *self.drivers.sentences,
            *self.switching.sentences,
            *self.discovery.sentences,
            *self.information.sentences,
        )

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        about = f"{self.drivers.tornado['number'].nunique()} numbers, widest swing first"
        return View(about, self.drivers.tornado, self.sentences)


def insight(
    study: UnderUncertainty, *, executor: Executor | None = None, watch: Watch | None = None
) -> Insight:
    """The four explanations of a study, on the same engine. Raises Cancelled.

    Example:
        >>> from optimizer import api as tb
        >>> study = tb.uncertainty(tb.example(), 64)
        >>> answer = tb.insight(study)
        >>> answer.drivers.tornado[["number", "swing"]].round(2)
                                     number  swing
        0     pathways.fellows.bands[0].net   2.88
        1  pathways.professors.bands[0].net   2.88
    """
    count = 8 if study.job.steps.whole else 128
    tally = Tally(watch, 100)
    with tally.part(DRIVERS) as here:
        moved = drivers(study.scenario, count=count, executor=executor, watch=here)
    with tally.part(SWITCHING) as here:
        flips = switching(study.scenario, watch=here)
    with tally.part(INFORMATION) as here:
        learned = information(study, executor=executor, watch=here)
        return Insight(study.scenario, moved, flips, learned, discovery(study))
