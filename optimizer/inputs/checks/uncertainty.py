"""Checks of uncertainty: groups and correlations speak of uncertain numbers that are in use."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.quantity import references
from optimizer.errors import Issue, Said, suggest
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
                problem = Said(
                    f"No uncertain number in use is called '{name}'.",
                    f"사용 중인 불확실한 수에 없는 이름: '{name}'.",
                )
                yield Issue(where, problem, suggest(name, known))
            elif name in grouped:
                problem = Said(
                    f"'{name}' is in the group '{grouped[name]}' already.",
                    f"'{name}': 이미 '{grouped[name]}' 묶음에 있음.",
                )
                yield Issue(where, problem, Said("Keep it in one of them.", "한 곳에만 둠."))
            grouped.setdefault(name, group)
    free = (known - set(grouped)) | set(groups)
    for n, pair in enumerate(s.scenario.uncertainty.correlations):
        for i, name in enumerate(pair.between):
            where = f"uncertainty.correlations[{n}].between[{i}]"
            if name in grouped:
                problem = Said(
                    f"'{name}' moves with the group '{grouped[name]}'.",
                    f"'{name}': '{grouped[name]}' 묶음과 함께 움직임.",
                )
                yield Issue(where, problem, Said("Name the group instead.", "묶음 이름 기재."))
            elif name not in free:
                problem = Said(
                    f"No uncertain number and no group is called '{name}'.",
                    f"불확실한 수와 묶음에 없는 이름: '{name}'.",
                )
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
