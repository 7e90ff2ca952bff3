"""The check of another solver's solution as plain data and as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from optimizer.domain.wording import digits
from optimizer.i18n import Words, _
from optimizer.reports.render.json import records
from optimizer.reports.render.text import text
from optimizer.reports.solver_files.check import SPENDING, Agreement, SolverCheck
from optimizer.results.columns import cell
from optimizer.results.page import Bullets, Page, Paragraph, page, said
from optimizer.results.plan import lines
from optimizer.results.versions import versions

_TIGHTER = _(
    "All of them are missed by very little: let the solver work with "
    "tighter tolerances (CBC: primalT 1e-9 dualT 1e-9)."
)
SHOWN = 12
"""Broken limits that the text names; the data hold all."""


def solver_check_data(check: SolverCheck) -> dict[str, Any]:
    """The check as nested plain data."""
    return {
        "scenario": check.plan.scenario.id,
        "fingerprint": check.plan.scenario.fingerprint,
        "versions": versions(),
        "format": check.format,
        "agreement": str(check.agreement),
        "tolerance": check.tolerance,
        "objective": check.objective,
        "our_objective": check.plan.objective,
        "difference": check.difference,
        "net_people": check.net_people,
        "spent": check.spent,
        "broken": records(check.broken),
        "spending": records(check.spending),
    }


def solver_check_text(check: SolverCheck, language: str = "en") -> str:
    """The check in words: verdict, both outcomes, what is broken, money of both plans."""
    return text(solver_check_page(check), language)


def solver_check_page(check: SolverCheck) -> Page:
    """The same laid out."""
    spending = check.spending
    seen = spending[["theirs", "ours"]].abs().max(axis=1) > 1e-6 * max(1.0, check.spent)
    return page(
        said((_verdict(check), _outcomes(check))),
        Bullets(tuple(_broken(check))),
        [Paragraph(_TIGHTER)] if check.nearly else [],
        SPENDING.of(spending[seen], check.plan.scenario),
    )


def _broken(check: SolverCheck) -> Iterator[Words]:
    for row in list(lines(check.broken))[:SHOWN]:
        yield _(
            "{what}: limit {limit}, actual {actual} ({unit})",
            what=cell(row, "what"),
            limit=digits(row.limit, 6),
            actual=digits(row.actual, 6),
            unit=cell(row, "unit"),
        )
    if len(check.broken) > SHOWN:
        yield _("and {more} more", more=len(check.broken) - SHOWN)


def _verdict(check: SolverCheck) -> Words:
    count = len(check.broken)
    return {
        Agreement.CONFIRMED: _(
            "The other solver confirms the plan: it keeps every rule and is as good."
        ),
        Agreement.WORSE: _(
            "The other solver's plan keeps every rule but is worse than the best plan."
        ),
        Agreement.BETTER: _(
            "The other solver's plan keeps every rule and is BETTER: the plan here is not best."
        ),
        Agreement.BROKEN: _(
            "The other solver's values are no plan: they break {count} limits.", count=count
        ),
    }[check.agreement]


def _outcomes(check: SolverCheck) -> Words:
    theirs, people = digits(check.objective, 9), digits(check.net_people, 6)
    ours = "–" if check.plan.objective is None else digits(check.plan.objective, 9)
    within = f"{check.tolerance:.0e}"
    return _(
        "Objective recomputed from the file: {theirs} (ours {ours}; compared "
        "to within {within} relative). Net people: {people}.",
        theirs=theirs,
        ours=ours,
        within=within,
        people=people,
    )
