"""Checks of meaning: what a well-formed document may still get wrong. All run, all report."""

from __future__ import annotations

from optimizer.errors import Issue
from optimizer.inputs.checks import (
    magnitudes,
    money,
    names,
    numbers,
    repeats,
    rules,
    selections,
    supply,
    uncertainty,
    years,
)
from optimizer.inputs.checks.subject import Check, Subject

__all__ = ["CHECKS", "Subject", "check"]

CHECKS: tuple[Check, ...] = (
    *years.CHECKS,
    *money.CHECKS,
    *numbers.CHECKS,
    *magnitudes.CHECKS,
    *names.CHECKS,
    *supply.CHECKS,
    *rules.CHECKS,
    *repeats.CHECKS,
    *selections.CHECKS,
    *uncertainty.CHECKS,
)
"""Every check, in the order in which problems are told."""


def check(subject: Subject) -> list[Issue]:
    """Every problem of meaning, except about places that could not be read."""
    return [
        issue
        for one in CHECKS
        for issue in one(subject)
        if subject.given(issue.where) and not subject.stands_in(issue)
    ]
