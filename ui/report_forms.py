"""Forms in which a plan is taken away: names, kinds of file, and the command that repeats each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.jobs import studies
from ui.jobs.job import Task
from ui.moves import own_plan

MEMOS = ("docx", "html", "hwpx")
"""Forms that have pages to look at and a study of how sure the plan is."""
FORMS: Mapping[str, tuple[api.Message, api.Message]] = MappingProxyType(
    {
        "docx": (
            _("Decision memo for Word (DOCX)"),
            _(
                "Two to six pages for a decision: answer, money, people, what holds the plan back, "
                "how sure, sources, signatures."
            ),
        ),
        "html": (
            _("Decision memo for the browser (HTML)"),
            _("The same memo as one file that needs nothing else; prints on A4."),
        ),
        "hwpx": (
            _("Decision memo for Hangul (HWPX)"),
            _("The same memo in the format of Korean offices."),
        ),
        "xlsx": (
            _("Workbook with live formulas (XLSX)"),
            _("Inputs, plan and evidence as sheets; change a cell and read the workbook back."),
        ),
        "mps": (
            _("The programme for other solvers (MPS)"),
            _(
                "Every number of the programme, to be solved by any other solver and checked "
                "against this plan."
            ),
        ),
        "lp": (
            _("The programme to read (LP)"),
            _("The same programme written out with the names of its rows."),
        ),
        studies.BUNDLE: (
            _("Frozen bundle to run again (ZIP)"),
            _(
                "Document, plan, evidence and versions; “verify” runs it again and says what "
                "differs."
            ),
        ),
    }
)
"""Form → key of its name, key of what it is."""


@dataclass(frozen=True)
class Order:
    """What is to be made; `hand` is None for the best plan, else one made by hand."""

    scenario: api.Scenario
    form: str
    language: str
    draws: int | None
    """Draws of the study of uncertainty: 0 leaves it out, None takes as many as it needs."""
    hand: own_plan.Hand | None = None

    @property
    def name(self) -> str:
        """Name of the file."""
        return f"{self.scenario.id}.{self.form}"

    @property
    def of_hand(self) -> bool:
        """Whether this form can be made of a plan made by hand."""
        return self.form in (*MEMOS, "xlsx")

    @property
    def task(self) -> Task:
        """The work that makes the file."""
        draws, hand = (self.draws, self.hand) if self.of_hand else (0, None)
        rest = (self.form, self.language, draws, hand)
        return Task(studies.paper, self.scenario, rest, list(FORMS).index(self.form), long=True)

    @property
    def preview(self) -> Task:
        """The work that makes the page to look at."""
        rest = ("html", self.language, self.draws, self.hand)
        return Task(studies.paper, self.scenario, rest, len(FORMS), long=True)

    @property
    def command(self) -> str:
        """The command that makes the same file again."""
        if self.form == studies.BUNDLE:
            return api.command_on(self.scenario, "bundle", "--out", self.name)
        options = ["--format", self.form, "--lang", self.language]
        if self.of_hand:
            options += [] if self.draws is None else ["--draws", str(self.draws)]
            options += ["--seed", "1"]
        if self.hand is not None and self.of_hand:
            options += ["--plan", "plan.csv"]
        return api.command_on(self.scenario, "report", *options, "--out", self.name)
