"""What a plan has bought already, as rows and as rules: units and spending may only grow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from optimizer.domain.base import stated_in_all
from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.i18n import _
from optimizer.inputs.load import change_scenario
from optimizer.lp.program import Row, Sense
from optimizer.results.conflict import ConflictAnswer, Member, RuleConflict
from optimizer.results.conflict_words import conflict_sentence
from optimizer.results.plan import Plan, lines
from optimizer.studies.conflict.study import explain_conflict

HAIR = 1e-9
"""Share of what is kept that may go, so that rounding cannot close the door."""
PREFIX = "kept-"
"""How the ids of rules begin that keep what is spent already."""


def kept_rows(case: Case, plan: Plan) -> Iterator[Row]:
    """Each activity keeps its units and its spending of each year, but for a hair."""
    for row in _bought(plan):
        key, y = (row.programme, row.activity), row.year
        if row.units > 0:
            least = row.units * (1.0 - HAIR)
            yield Row(("kept", "units", *key, y), case.units(key, y), Sense.GE, least)
        if row.spending > 0:
            least = row.spending * (1.0 - HAIR)
            yield Row(("kept", "spending", *key, y), case.spent_on([key], [y]), Sense.GE, least)


def _bought(plan: Plan) -> Iterator[Any]:
    """Activities by year that cost nothing or more than rounding: no step can keep a trace."""
    traces = HAIR * plan.spent
    return (r for r in lines(plan.activities) if not 0.0 < r.spending <= traces)


def conflict_with_kept(scenario: Scenario, plan: Plan) -> ConflictAnswer:
    """Why the rules of `scenario` cannot be kept if nothing of `plan` is taken back, and repairs.

    What the plan spends is named as one member of each conflict; no repair takes any of it away.
    """
    answer = explain_conflict(_kept_as_rules(scenario, plan))
    known = {frozenset(m.path for m in one.members): one for one in map(_as_one, answer.conflicts)}
    sets = tuple(one for paths, one in known.items() if not any(less < paths for less in known))
    said = (*(one.sentence for one in sets), *answer.sentences[len(answer.conflicts) :])
    return replace(answer, scenario=scenario, conflicts=sets, sentences=said)


def _as_one(conflict: RuleConflict) -> RuleConflict:
    """The conflict with all that is kept as a single member, after the others."""
    others = [m for m in conflict.members if not (m.rule or "").startswith(PREFIX)]
    if len(others) == len(conflict.members):
        return conflict
    members = (*others, _SPENT)
    return RuleConflict(members, conflict.limits, conflict_sentence(members, conflict.limits))


def _kept_as_rules(scenario: Scenario, plan: Plan) -> Scenario:
    """The scenario with what `plan` spends on each activity and year as floors that are law."""
    rules = [
        {"id": f"{PREFIX}{n}", **_floor(row)}
        for n, row in enumerate(_bought(plan), 1)
        if row.spending > 0
    ]
    return change_scenario(scenario, {"rules": rules})


def _floor(row: Any) -> dict[str, Any]:
    line = {"of": "spending", "programme": row.programme, "activity": row.activity}
    return {
        "kind": "linear",
        "terms": [{**line, "year": row.year}],
        "sense": ">=",
        "rhs": row.spending * (1.0 - HAIR),
        "hard": True,
        "title": stated_in_all(_SPENT.title),
        "owner": stated_in_all(_SPENT.title),
        "reason": stated_in_all(_SPENT.states),
    }


_SPENT = Member(
    path="plan.spending",
    title=_("what is spent already"),
    hard=True,
    states=_("nothing is taken back"),
)
"""All that the plan so far spends, as a member of a conflict."""
