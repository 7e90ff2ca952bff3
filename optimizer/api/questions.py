"""Questions that take several scenarios, or a plan or a change besides one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from optimizer.api.opening import Given, load
from optimizer.domain.scenario import Scenario
from optimizer.inputs.allocation import Allocation, allocation_of
from optimizer.inputs.load import signed_scenario
from optimizer.results.conflict import ConflictAnswer
from optimizer.studies.compare import study as comparison
from optimizer.studies.conflict.study import explain_conflict
from optimizer.studies.countries import bottlenecks as bottleneck, next_million as million
from optimizer.studies.evaluate import study as evaluation
from optimizer.studies.evaluate.plan_file import load_allocation
from optimizer.system.progress import Watch


def evaluate(scenario: Given, allocation: Allocation | str | Path) -> evaluation.Evaluation:
    """What a plan yields, which rules it breaks, and what it leaves on the table.

    `allocation` is money by (programme, year) in the scenario's unit, nothing for what is left out;
    or the path of a CSV, JSON file or workbook of such rows. Raises InvalidInput.

    Example:
        >>> from optimizer import api as tb
        >>> answer = tb.evaluate(tb.example(), {("chairs", 2026): 3, ("fellowships", 2026): 2})
        >>> answer.plan
        <Plan example: 5 million euros spent, 3.1 additional people, goal 6.1>
        >>> answer.broken["rule"].tolist()
        ['fellowships-floor']
    """
    found = load(scenario)
    return evaluation.evaluate(found, _allocation(allocation, found))


def _allocation(given: Allocation | str | Path, scenario: Scenario) -> Allocation:
    if not isinstance(given, Mapping):
        return load_allocation(Path(given), scenario)
    rows = [{"programme": p, "year": y, "spending": money} for (p, y), money in given.items()]
    return allocation_of(rows, scenario)


def conflict(scenario: Given, *, below_signed: bool = False) -> ConflictAnswer:
    """Which rules cannot hold together, and the changes that end it, with the plan of each.

    No way out goes below what the document underneath states, unless `below_signed`.

    Example:
        >>> from optimizer import api as tb
        >>> tb.conflict(tb.example())
        <ConflictAnswer example: 0 conflicts, 0 ways out>
        >>> tight = tb.example().set({"rules.chairs-floor.share": 0.7})
        >>> found = tb.conflict(tight)
        >>> found
        <ConflictAnswer example: 1 conflicts, 7 ways out>
        >>> [(change.path, change.now, change.to) for change in found.options[1].changes]
        [('rules.fellowships-floor.share', 0.4, 0.3)]
    """
    found = load(scenario)
    signed = signed_scenario(scenario) if isinstance(scenario, str | Path) else None
    return explain_conflict(found, signed=signed, below_signed=below_signed)


def compare(scenarios: Iterable[Given]) -> comparison.Comparison:
    """Two to twenty scenarios side by side, the largest differences first. Raises InvalidInput.

    Example:
        >>> from optimizer import api as tb
        >>> richer = tb.example().set({"budget.total": 15, "id": "richer"})
        >>> answer = tb.compare([tb.example(), richer])
        >>> answer
        <Comparison example, richer>
        >>> answer.plans[1].totals.net_people > answer.plans[0].totals.net_people
        True
    """
    return comparison.compare([load(one) for one in scenarios])


def next_million(
    scenarios: Iterable[Given] | None = None, *, watch: Watch | None = None
) -> million.NextMillion:
    """Who gains most people from one more million US dollars; by default all country strategies.

    Raises InvalidInput for scenarios that do not state `money.per_usd`, and Cancelled.

    Example:
        >>> from optimizer import api as tb
        >>> tb.next_million([tb.example()]).sentences[0].in_("en")
        'A million dollars more adds most to the goal in “example”: 1.1.'
    """
    return million.next_million(_all(scenarios), watch=watch)


def bottlenecks(
    scenarios: Iterable[Given] | None = None, *, watch: Watch | None = None
) -> bottleneck.Bottlenecks:
    """What holds scenarios back, limits they have in common first; by default all countries.

    Raises Cancelled.

    Example:
        >>> from optimizer import api as tb
        >>> list(tb.bottlenecks([tb.example()]).limits["limit"])
        ['budget', 'capacity.chairs', 'capacity.fellowships', 'fellowships-floor']
    """
    return bottleneck.bottlenecks(_all(scenarios), watch=watch)


def _all(scenarios: Iterable[Given] | None) -> Sequence[Scenario] | None:
    return None if scenarios is None else [load(one) for one in scenarios]
