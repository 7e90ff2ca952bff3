"""The scenario document: everything one decision is made from, self-contained and fingerprinted."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Protocol

from pydantic import Field

from optimizer.domain.base import Frozen, Name, Title, Year
from optimizer.domain.notebook import Sheet
from optimizer.domain.pathway import Pathway, Pool
from optimizer.domain.programme import Capacity, Programme
from optimizer.domain.quantity import Number, Plain, Quantity
from optimizer.domain.rule import Rule
from optimizer.domain.uncertainty import Uncertainty
from optimizer.domain.units import Unit, parse_unit
from optimizer.domain.wording import money, span
from optimizer.i18n import SOURCE


class Measure(StrEnum):
    """What a net person counts for in the objective."""

    NET_PEOPLE = "net_people"
    TALENT_YEARS = "talent_years"
    REMAINING = "remaining"


class Money(Frozen):
    """The unit in which the document states money."""

    unit: str
    """Scale and currency, e.g. 'million KRW'."""
    per_usd: Annotated[Plain, Field(gt=0)] | None = None
    """Whole currency units per US dollar."""
    prices: str | None = None
    """Price basis, e.g. 'constant 2025'."""

    @cached_property
    def parsed(self) -> Unit:
        """The unit as scale and currency."""
        return parse_unit(self.unit)


class Years(Frozen):
    """The years in which money is committed, and those in which people count."""

    first: Annotated[int, Field(ge=1900, le=2200)]
    """First decision year."""
    last: Annotated[int, Field(ge=1900, le=2200)]
    """Last decision year."""
    outcomes_until: Annotated[int, Field(ge=1900, le=2200)] | None = None
    """Last year in which people whose capacity was paid for by then begin or complete and count;
    the last decision year where left out."""

    @property
    def all(self) -> range:
        """Every decision year."""
        return range(self.first, self.last + 1)

    @property
    def end(self) -> int:
        """The last year in which people count."""
        return self.last if self.outcomes_until is None else self.outcomes_until

    @property
    def outcomes(self) -> range:
        """Every year in which people count: the decision years, and those in which they follow."""
        return range(self.first, self.end + 1)


class Payment(StrEnum):
    """When a unit is paid for."""

    COMMITMENT = "commitment"
    YEARLY = "yearly"


class Budget(Frozen):
    """The money there is."""

    total: Annotated[Plain, Field(ge=0)]
    """Money over all years."""
    by_year: Mapping[Year, Annotated[Plain, Field(ge=0)]] = Field(default_factory=dict)
    """Money of single years; a year left out has no limit of its own."""
    carry_over: Annotated[Plain, Field(ge=0, le=1)] = 0.0
    """Share of a year's unspent money that may be spent in the next year."""
    payment: Payment = Payment.COMMITMENT
    """commitment: a unit is paid for in full in the year it is commissioned. yearly: in equal parts
    in the years in which it delivers, at the price of the year it was commissioned; parts due after
    the last year count against no budget and no rule on spending, they are reported as a
    liability. An opening cost is paid in the year of opening either way."""


class Objective(Frozen):
    """What is maximised, and the planner's value judgements in it."""

    measure: Measure = Measure.NET_PEOPLE
    """net_people, talent_years (person-years to the end) or remaining (at the end)."""
    after_years: Annotated[int, Field(ge=0, le=100)] | None = None
    """Years after support begins at which everybody is counted, by the pathway's `stay`, with
    net_people alone; where left out each pathway counts people when its own yield was measured."""
    discount_rate: Annotated[Plain, Field(ge=0, lt=1)] = 0.0
    """Social discount rate a year."""
    tiers: Annotated[Mapping[Name, Number], Field(min_length=1)]
    """Weight of each tier of talent."""
    channels: Annotated[Mapping[Name, Number], Field(min_length=1)]
    """Weight of each channel."""


class Validator(Protocol):
    """The one way to a valid scenario, for methods of Scenario to go; `inputs` provides it."""

    def changed(self, scenario: Scenario, changes: Mapping[str, Any]) -> Scenario:
        """The scenario with entries changed, by their paths. Raises InvalidInput."""

    def built(self, name: str, *sections: Any) -> Scenario:
        """The scenario of the sections that `Scenario.build` takes. Raises InvalidInput."""


class Scenario(Frozen):
    """A full set of inputs for one decision.

    Example:
        >>> from optimizer import api as tb
        >>> tb.load("korea-2025")
        <Scenario korea-2025: 18 billion won, 2025–2028, 4 programmes, 12 pathways, 4 rules>
    """

    validator: ClassVar[Validator]
    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    """Version of the document's layout."""
    id: Name
    """Identifier."""
    title: Title | None = None
    """Title by language."""
    description: Title | None = None
    """What the scenario is about."""
    cautions: tuple[Title, ...] = ()
    """What a reader of any result must know; shown with every plan."""
    author: str | None = None
    """Who signs the scenario."""
    date: str | None = None
    """When it was signed."""
    reason: Title | None = None
    """Why it is stated as it is."""
    country: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    """ISO 3166 code of three letters."""
    money: Money
    """Unit of money."""
    years: Years
    """Decision years."""
    budget: Budget
    """The budget."""
    objective: Objective
    """What is maximised."""
    capacities: Annotated[Mapping[Name, Capacity], Field(min_length=1)]
    """What activities deliver and pathways need."""
    programmes: Annotated[Mapping[Name, Programme], Field(min_length=1)]
    """The budget lines."""
    pools: Mapping[Name, Pool] = Field(default_factory=dict)
    """People who could take a pathway."""
    pathways: Annotated[Mapping[Name, Pathway], Field(min_length=1)]
    """How people come to stay."""
    rules: tuple[Rule, ...] = ()
    """Policy rules."""
    uncertainty: Uncertainty = Field(default_factory=Uncertainty)
    """Which uncertain numbers move together."""
    evidence: Mapping[Name, Quantity] = Field(default_factory=dict)
    """The evidence that the document refers to; filled from data/parameters.csv when left out."""

    @cached_property
    def fingerprint(self) -> str:
        """Short name of exactly these inputs, the same for any order of entries."""
        document = json.dumps(self.document, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(document.encode()).hexdigest()[:12]

    @cached_property
    def document(self) -> Mapping[str, object]:
        """The document as plain data; loading it again gives the same scenario."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)

    def set(self, changes: Mapping[str, Any]) -> Scenario:
        """A new scenario with entries of the document changed, validated like the file.

        A path is written as for `--set`; a value is plain data, and None removes the entry. Raises
        InvalidInput with every problem.

        Example:
            >>> from optimizer import api as tb
            >>> tb.load("korea-2025").set({"budget.total": 20000, "rules.gpu-floor.share": 0.05})
            <Scenario korea-2025: 20 billion won, 2025–2028, 4 programmes, 12 pathways, 4 rules>
        """
        return self.validator.changed(self, changes)

    @classmethod
    def build(
        cls,
        id: Name,  # noqa: A002  # as the document calls it
        *,
        money: str | Mapping[str, Any],
        years: int | Sequence[int],
        budget: float | Mapping[str, Any],
        programmes: Mapping[str, Any],
        pathways: Mapping[str, Any],
    ) -> Scenario:
        """A scenario from nothing, validated like a file; further entries come with `set`.

        Every part may be given as the document states it, or in short: money by its unit, years by
        the first and last, the budget by its total. A programme without `activities` has a single
        one, of `units` a year at `unit_cost`, that `delivers` a capacity (by its own name if not
        told). A pathway `needs` so much of capacities, takes up to so many `people` a year, each of
        whom yields `net` persons; its tier is 'A' unless told, its `pool` people a year. Tiers and
        channels weigh 1. Raises InvalidInput with every problem.

        Example:
            >>> from optimizer import api as tb
            >>> grants = tb.Scenario.build(
            ...     "grants", money="million EUR", years=(2026, 2028), budget=12,
            ...     programmes={
            ...         "chairs": {"unit_cost": 0.9, "units": 4},
            ...         "fellowships": {"unit_cost": 0.2, "units": 40},
            ...     },
            ...     pathways={
            ...         "professors": {"channel": "attracted", "needs": {"chairs": 1}, "net": 0.9},
            ...         "fellows": {"channel": "retained", "needs": {"fellowships": 1}, "net": 0.1},
            ...     },
            ... )
            >>> grants
            <Scenario grants: 12 million euros, 2026–2028, 2 programmes, 2 pathways, 0 rules>
            >>> tb.solve(grants)
            <Plan grants: 12 million euros spent, 11.4 additional people, goal 11.4>
        """
        return cls.validator.built(id, money, years, budget, programmes, pathways)

    def __repr__(self) -> str:
        amount = money(self.budget.total, self.money.parsed, "en")
        years = span(str(self.years.first), str(self.years.last), "en")
        counts = ", ".join(
            f"{len(group)} {name}{'' if len(group) == 1 else 's'}"
            for name, group in (
                ("programme", self.programmes), ("pathway", self.pathways), ("rule", self.rules),
            )
        )  # fmt: skip
        return f"<Scenario {self.id}: {amount}, {years}, {counts}>"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        texts = (self.title, self.description, *self.cautions)
        said = [words.in_(SOURCE) for words in texts if words]
        rows = [
            [name, one.title.in_(SOURCE) if one.title else name, ", ".join(one.activities)]
            for name, one in self.programmes.items()
        ]
        return Sheet(repr(self), said, ("programme", "title", "activities"), rows).html()
