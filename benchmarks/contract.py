"""The contract of questions over shipped and random scenarios: a table of what was found.

    nice python benchmarks/contract.py [--random 200] [--only NAME …] [--ask best extra target]

For each scenario the best plan's worth of the budget is compared with solving at other budgets,
additional people with the same document without money, rule costs with solving without the rule;
`extra` and `target` are checked as in the test suite. Prints one line a scenario and every fault.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

sys.path.insert(0, str(Path(__file__).parents[1]))

from optimizer.api import desk as api
from optimizer.errors import InvalidInput
from optimizer.inputs.load import scenario_of
from tests.formulation.documents import Document, documents
from tests.studies.best_plan_contract import faults_of_best_plan
from tests.studies.documents import small_documents
from tests.studies.money_questions import faults_of_extra, faults_of_target

MORE = 0.1
"""Additional money, as a share of the budget."""


def checks(scenario: api.Scenario) -> Iterator[tuple[str, Callable[[], Iterator[str]]]]:
    """The questions asked of a scenario, by name."""
    yield "best", lambda: faults_of_best_plan(scenario)
    yield "extra", lambda: faults_of_extra(scenario, max(1.0, MORE * scenario.budget.total))
    reached = api.bare_plan(scenario).totals.net_people
    if reached > 0:
        yield "target", lambda: faults_of_target(scenario, "net_people", 0.8 * reached)


def random_scenarios(count: int) -> list[tuple[str, api.Scenario]]:
    """Valid random documents, the same in every run: bands, lumps, and curves, a third of each."""
    found: list[tuple[str, api.Scenario]] = []

    def gather(kind: str, strategy: SearchStrategy[Document], most: int) -> None:
        @settings(max_examples=4 * most, derandomize=True, database=None, deadline=None,
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(strategy)
        def keep(document: Document) -> None:
            if sum(name.startswith(kind) for name, _ in found) < most:
                try:
                    found.append((f"{kind}-{len(found)}", scenario_of(document)))
                except InvalidInput:
                    return

        keep()

    gather("bands", documents(), count - 2 * (count // 3))
    gather("lumps", documents(lumps=True), count // 3)
    gather("curves", small_documents(), count // 3)
    return found


def main() -> None:
    """Print the table; exit code 1 where anything was found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--random", type=int, default=200)
    options.add_argument("--only", nargs="*")
    options.add_argument("--ask", nargs="*", default=["best", "extra", "target"])
    chosen = options.parse_args()
    shipped = [(s.id, api.load_scenario(s.path)) for s in api.list_scenarios()]
    everything = [*shipped, *random_scenarios(chosen.random)]
    total, wrong = 0, 0
    print("scenario                       question  seconds  faults")
    for name, scenario in everything:
        if chosen.only and name not in chosen.only:
            continue
        for question, ask in checks(scenario):
            if question not in chosen.ask:
                continue
            start = time.perf_counter()
            try:
                faults = list(ask())
            except Exception as fault:  # told, not hidden: the table goes on
                faults = [f"{type(fault).__name__}: {fault}"]
            total, wrong = total + 1, wrong + bool(faults)
            print(f"{name:30} {question:8} {time.perf_counter() - start:8.2f}  {len(faults)}")
            for fault in faults:
                print(f"    {fault}")
            sys.stdout.flush()
    print(f"{total} questions, {wrong} with faults")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
