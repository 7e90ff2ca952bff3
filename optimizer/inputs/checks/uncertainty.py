"""Checks of uncertainty: groups and correlations speak of uncertain numbers that are in use."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.quantity import references
from optimizer.errors import Issue, suggest
from optimizer.i18n import _
from optimizer.inputs.checks.numbers import written
from optimizer.inputs.checks.subject import Check, Subject

_HOLDERS = ("objective", "capacities", "programmes", "pools", "pathways", "rules", "evidence")
"""Parts of the document that hold uncertain numbers."""


def uncertain_numbers_known(s: Subject) -> Iterator[Issue]:
    """Whatever a group or a correlation names is an uncertain number, in one group at most."""
    if not s.scenario.uncertainty.model_fields_set or not s.sound("uncertainty", *_HOLDERS):
        return
    known, grouped = _uncertain(s), dict[str, str]()
    groups = s.scenario.uncertainty.groups
    for group, names in groups.items():
        for i, name in enumerate(names):
            where = f"uncertainty.groups.{group}[{i}]"
            if name not in known:
                problem = _("No uncertain number in use is called '{name}'.", name=name)
                yield Issue(where, problem, suggest(name, known))
            elif name in grouped:
                problem = _(
                    "'{name}' is in the group '{grouped}' already.",
                    name=name,
                    grouped=grouped[name],
                )
                yield Issue(where, problem, _("Keep it in one of them."))
            grouped.setdefault(name, group)
    free = (known - set(grouped)) | set(groups)
    for n, pair in enumerate(s.scenario.uncertainty.correlations):
        for i, name in enumerate(pair.between):
            where = f"uncertainty.correlations[{n}].between[{i}]"
            if name in grouped:
                problem = _(
                    "'{name}' moves with the group '{grouped}'.", name=name, grouped=grouped[name]
                )
                yield Issue(where, problem, _("Name the group instead."))
            elif name not in free:
                problem = _("No uncertain number and no group is called '{name}'.", name=name)
                yield Issue(where, problem, suggest(name, free))


def _uncertain(s: Subject) -> set[str]:
    """Names of the uncertain numbers in use: evidence, or the place where one is written."""
    found: set[str] = set()
    for slot in s.slots:
        for name in references(slot.number):
            quantity = s.quantity(name)
            if quantity is not None and quantity.uncertain:
                found.add(name)
        found |= {where for where, quantity in written(slot) if quantity.uncertain}
    return found


CHECKS: tuple[Check, ...] = (uncertain_numbers_known,)
