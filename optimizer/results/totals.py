"""People of a solution, row by row and summed: all who are counted, and the additional ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from optimizer.formulation.case import Case
from optimizer.formulation.outcomes import outcome
from optimizer.lp.program import Coefficient, Key
from optimizer.results.evidence_used import weakest_grade

NOBODY = 1e-9
"""Fewer people than this are nobody."""


@dataclass(frozen=True)
class Totals:
    """Sums over people. Net people are neither weighted nor discounted."""

    objective: float
    """Weighted, discounted net people: what the scenario's objective counts."""
    net_people: float
    supported: float
    by_channel: Mapping[str, float]
    by_tier: Mapping[str, float]
    by_grade: Mapping[str, float]
    """Net people by the weakest grade among the numbers of their yield."""
    cost_per_net_person: float | None = None
    """Money spent per net person; None where there is nobody."""

    @property
    def retained(self) -> float:
        """Net people of the channel 'retained'."""
        return self.by_channel.get("retained", 0.0)

    @property
    def attracted(self) -> float:
        """Net people of the channel 'attracted'."""
        return self.by_channel.get("attracted", 0.0)

    def beyond(self, other: Totals, spent: float) -> Totals:
        """The difference to `other`, with what one of these people costs when `spent` is spent."""
        people = self.net_people - other.net_people
        return replace(
            self,
            objective=self.objective - other.objective,
            net_people=people,
            supported=self.supported - other.supported,
            by_channel=_less(self.by_channel, other.by_channel),
            by_tier=_less(self.by_tier, other.by_tier),
            by_grade=_less(self.by_grade, other.by_grade),
            cost_per_net_person=spent / people if people > NOBODY else None,
        )


def _less(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {name: value - other[name] for name, value in one.items()}


def amount(terms: Mapping[Key, Coefficient], value: Mapping[Key, float]) -> float:
    """What a linear expression comes to in a solution."""
    return float(sum(float(c) * value[k] for k, c in terms.items()))


def people_rows(case: Case, value: Mapping[Key, float]) -> Iterator[dict[str, object]]:
    """Persons supported and net persons by pathway and year; nothing without a solution."""
    if not value:
        return
    for q, pathway in case.scenario.pathways.items():
        for y in case.outcome_years:
            supported = sum(value["people", q, j, y] for j in range(len(case.yields[q])))
            yield {
                "pathway": q, "channel": pathway.channel, "tier": pathway.tier, "year": y,
                "supported": supported, "net": amount(case.net(q, y), value),
            }  # fmt: skip


def totals_of(
    case: Case, value: Mapping[Key, float], people: Iterable[Mapping[str, object]]
) -> Totals:
    """The sums of all rows of people of a solution."""
    objective = case.scenario.objective
    channels = dict.fromkeys(objective.channels, 0.0)
    tiers = dict.fromkeys(objective.tiers, 0.0)
    grades = dict.fromkeys("ABCX", 0.0)
    supported = 0.0
    for row in people:
        net = float(str(row["net"]))
        supported += float(str(row["supported"]))
        channels[str(row["channel"])] += net
        tiers[str(row["tier"])] += net
        grades[weakest_grade(case, str(row["pathway"]))] += net
    return Totals(
        objective=amount(outcome(case, "objective"), value) if value else 0.0,
        net_people=sum(channels.values()),
        supported=supported,
        by_channel=channels,
        by_tier=tiers,
        by_grade=grades,
    )
