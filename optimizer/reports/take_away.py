"""Take-away formats: one table from a format's name to what writes it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue, OptimizerError, suggest
from optimizer.i18n import LANGUAGES, SOURCE, _, pgettext
from optimizer.inputs.allocation import Allocation
from optimizer.reports.memo import Memo, grounds, memo_of, uncertainty_of
from optimizer.reports.memo.conflict_memo import conflict_memo
from optimizer.reports.provenance import command_on
from optimizer.reports.render.document import spoken
from optimizer.reports.render.forms import DOCUMENTS, written
from optimizer.reports.solver_files.files import solver_text
from optimizer.results.conflict import ConflictAnswer
from optimizer.results.plan import Plan
from optimizer.studies.best_plan.study import best_plan
from optimizer.studies.evaluate.study import Evaluation, evaluate
from optimizer.studies.uncertainty.precision import Interval
from optimizer.system.progress import Tally, Watch

PLAN, GROUNDS = 5, 90
"""Of a hundred: about how much of the time of a report its plan takes, and of the rest of a memo
its studies."""


@dataclass(frozen=True)
class Order:
    """What a report is made from: a certified plan, its language, and the size of its study.

    `given` is set where the plan is not the best one but one that was handed in.
    """

    plan: Plan
    form: str
    language: str = "en"
    draws: int | None = None
    """Draws of the study of uncertainty: 0 leaves it out, None takes as many as it needs."""
    seed: int = 1
    given: Evaluation | None = None
    watch: Watch = field(default_factory=Watch, compare=False)

    @property
    def command(self) -> str:
        """The command that makes the same file again."""
        scenario = self.plan.scenario
        options = ["--format", self.form, "--lang", self.language]
        if self.form not in SOLVER_FILES:
            options += [] if self.draws is None else ["--draws", str(self.draws)]
            options += ["--seed", str(self.seed)]
        if self.given is not None:
            options += ["--plan", "plan.csv"]
        return command_on(scenario, "report", *options, "--out", f"{scenario.id}.{self.form}")


class NoPlan(OptimizerError):
    """A report was refused because no certified plan stands behind it; `plan` says why.

    Example:
        >>> from optimizer import api as tb
        >>> tight = tb.example().set({"rules.chairs-floor.share": 0.7})
        >>> try:
        ...     tb.report(tight, "xlsx")
        ... except tb.NoPlan as fault:
        ...     fault.plan
        <Plan example: infeasible>
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        super().__init__(" ".join(s.in_(SOURCE) for s in plan.sentences))


def _memo(order: Order) -> Memo:
    """The memo, in no language yet."""
    with Tally(order.watch, 100).part(GROUNDS) as here:
        studies = grounds(order.plan, order.given, draws=order.draws, seed=order.seed, watch=here)
    return memo_of(studies, order.command)


def _as_memo(order: Order) -> bytes:
    return written(_memo(order), order.form, order.language)


def _xlsx(order: Order) -> bytes:
    from optimizer.reports.workbook.book import workbook

    found = None if order.draws == 0 else _kept(order)
    return workbook(order.plan, order.language, order.command, kept=found)


def _kept(order: Order) -> Interval | None:
    """The interval of the order's plan, kept as it is: the same that a memo prints."""
    given = order.given
    sure = uncertainty_of(order.plan, given, draws=order.draws, seed=order.seed, watch=order.watch)
    return None if sure is None or not sure.study.draws.names else sure.kept


def _mps(order: Order) -> bytes:
    return solver_text(order.plan, "mps", order.command).encode()


def _lp(order: Order) -> bytes:
    return solver_text(order.plan, "lp", order.command).encode()


SOLVER_FILES = ("mps", "lp")
"""Formats that state the programme itself and no plan."""
MEMOS = DOCUMENTS
"""Formats of the decision memo."""

FORMATS: Mapping[str, Callable[[Order], bytes]] = {
    **dict.fromkeys(MEMOS, _as_memo),
    "xlsx": _xlsx,
    "mps": _mps,
    "lp": _lp,
}
"""Every format; a new one is one writer and one line here. Slow libraries load when used."""


def report(
    scenario: Scenario,
    form: str,
    *,
    language: str = "en",
    allocation: Allocation | None = None,
    draws: int | None = None,
    seed: int = 1,
    watch: Watch | None = None,
) -> bytes:
    """The content of a report file, on the best plan or on a given `allocation`.

    `form` is one of FORMATS. The same inputs give the same bytes. Raises InvalidInput for an
    unknown format or language, a plan for a solver file and a negative number of draws; NoPlan
    where the rules conflict or no plan was certified; Cancelled.

    Example:
        >>> from optimizer import api as tb
        >>> content = tb.report(tb.example(), "lp")
        >>> content.decode().splitlines()[-1]
        'End'
    """
    _check(form, language, draws, given=allocation is not None)
    tally = Tally(watch, 100)
    with tally.part(PLAN):
        given = None if allocation is None else evaluate(scenario, allocation)
        plan = _found(scenario, given)
    with tally.part(100 - PLAN) as here:
        return FORMATS[form](Order(plan, form, language, draws, seed, given, here))


def conflict_report(answer: ConflictAnswer, form: str, *, language: str = "en") -> bytes:
    """The memo of a conflict; `form` is one of MEMOS.

    Raises InvalidInput for any other format, or an unknown language.
    """
    _check(form, language, 0, given=False, known=MEMOS)
    return written(conflict_memo(answer), form, language)


def memo(
    scenario: Scenario,
    *,
    language: str = "en",
    allocation: Allocation | None = None,
    draws: int | None = None,
    seed: int = 1,
) -> Memo:
    """The decision memo in a language, free of any file format. Raises as `report` does."""
    _check("docx", language, draws, given=allocation is not None)
    given = None if allocation is None else evaluate(scenario, allocation)
    order = Order(_found(scenario, given), "docx", language, draws, seed, given)
    return spoken(_memo(order), language)


def _found(scenario: Scenario, given: Evaluation | None) -> Plan:
    """The plan to report on. Raises NoPlan."""
    plan = best_plan(scenario) if given is None else given.plan
    if given is not None and not given.best.found:
        plan = best_plan(scenario)  # a plan is judged by rules that can hold together
    if not plan.found:
        raise NoPlan(plan)
    return plan


def _check(
    form: str, language: str, draws: int | None, *, given: bool, known: Collection[str] = FORMATS
) -> None:
    """Raises InvalidInput with everything that is wrong with an order."""
    issues = []
    if form not in known:
        unknown = _("'{form}' is no format.", form=form)
        if form in FORMATS:
            unknown = _("'{form}' holds a plan, and a conflict has none.", form=form)
        issues.append(Issue("format", unknown, suggest(form, known)))
    if language not in LANGUAGES:
        unknown = _("'{language}' is no language.", language=language)
        issues.append(Issue("language", unknown, suggest(language, LANGUAGES)))
    if given and form in SOLVER_FILES:
        issues.append(
            Issue(
                "plan",
                _("A solver file states no plan."),
                _("Leave the plan out."),
            )
        )
    if draws is not None and draws < 0:
        issues.append(
            Issue(
                "draws",
                _("{draws} is no number of draws.", draws=draws),
                pgettext("option", "Give 0 or more."),
            )
        )
    if issues:
        raise InvalidInput(issues)
