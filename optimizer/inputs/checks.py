"""Checks of meaning: what a well-formed document may still get wrong. All run, all report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf
from typing import Any

import numpy as np

from optimizer.domain.evidence import Grade
from optimizer.domain.programme import Curve, CurveKind
from optimizer.domain.quantity import Product, Quantity, Reference, references
from optimizer.domain.rule import ProgrammeCeiling, ProgrammeFloor
from optimizer.domain.scenario import Scenario
from optimizer.domain.slots import Slot, slots
from optimizer.domain.units import PLAIN, SCALES, Unit, parse_unit
from optimizer.errors import Issue, suggest


@dataclass(frozen=True)
class Subject:
    """A scenario under check, with the names the raw document held and the known sources."""

    scenario: Scenario
    sources: frozenset[str]
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unusable: frozenset[str] = frozenset()
    """Parts of the document that were missing or faulty as a whole; nothing is said about them."""

    def known(self, part: str) -> set[str]:
        """Names of a part of the document, those dropped for other faults included."""
        return set(getattr(self.scenario, part)) | self.names.get(part, frozenset())

    def value(self, number: Any) -> float | None:
        """Central value, None when a reference is unknown."""
        if isinstance(number, Reference):
            found = self.scenario.evidence.get(number.ref)
            return None if found is None else found.value
        if isinstance(number, Product):
            parts = [self.value(f) for f in number.product]
            return None if None in parts else float(np.prod([p for p in parts if p is not None]))
        return number.value if isinstance(number, Quantity) else float(number)

    def unit(self, number: Any) -> Unit | None:
        """Unit of a number, None when a reference is unknown."""
        if isinstance(number, Reference):
            found = self.scenario.evidence.get(number.ref)
            return None if found is None else parse_unit(found.unit)
        if isinstance(number, Product):
            unit = PLAIN
            for factor in number.product:
                one = self.unit(factor)
                if one is None:
                    return None
                unit = unit * one
            return unit
        return parse_unit(number.unit) if isinstance(number, Quantity) else PLAIN


Check = Callable[[Subject], Iterator[Issue]]


def years_in_order(s: Subject) -> Iterator[Issue]:
    """The horizon is not empty and not absurdly long."""
    years = s.scenario.years
    if years.last < years.first:
        yield Issue(
            "years.last",
            f"The last year {years.last} lies before the first {years.first}.",
            "Swap the two years.",
        )
    elif years.last - years.first > 99:
        yield Issue("years.last", "The horizon is longer than 100 years.", "Shorten it.")


def years_inside(s: Subject) -> Iterator[Issue]:
    """Whatever is given by year lies in the horizon."""
    years = s.scenario.years
    if years.last < years.first:
        return
    for y in s.scenario.budget.by_year:
        if y not in years.all:
            yield Issue(
                f"budget.by_year.{y}",
                f"{y} is no decision year.",
                f"Use a year from {years.first} to {years.last}.",
            )
    for rule in s.scenario.rules:
        year = getattr(rule, "year", None)
        if year is not None and year not in years.all:
            yield Issue(
                f"rules.{rule.id}.year",
                f"{year} is no decision year.",
                f"Use a year from {years.first} to {years.last}.",
            )


def money_unit_known(s: Subject) -> Iterator[Issue]:
    """The money unit is a scale and a currency."""
    words = s.scenario.money.unit
    if parse_unit(words).currency is None or parse_unit(words).money and len(words.split()) > 3:
        scales = ", ".join(w for w in SCALES if w)
        yield Issue(
            "money.unit",
            f"'{words}' is not a unit of money.",
            f"Write a currency code, with a scale before it if wanted ({scales}): 'million KRW'.",
        )


def references_known(s: Subject) -> Iterator[Issue]:
    """Every `ref` names a row of evidence."""
    for slot in slots(s.scenario):
        for name in references(slot.number):
            if name not in s.scenario.evidence:
                yield Issue(
                    slot.path,
                    f"There is no evidence called '{name}'.",
                    suggest(name, s.known("evidence")),
                )


def units_fit(s: Subject) -> Iterator[Issue]:
    """Money stands where money belongs, in the scenario's currency, and nowhere else."""
    currency = s.scenario.money.parsed.currency
    for slot in slots(s.scenario):
        unit = s.unit(slot.number)
        if unit is None or (unit == PLAIN and not slot.money):
            continue
        words = _unit_words(s, slot.number)
        if slot.money and unit.currency not in (currency, None):
            yield Issue(
                slot.path,
                f"The number is in '{words}', the scenario in {currency}.",
                "Multiply it by a rate of exchange, e.g. {product: [{ref: …}, {ref: fx_eur}]}.",
            )
        elif slot.money and (unit.money or _explicit(s, slot.number)) and unit.currency is None:
            yield Issue(
                slot.path,
                f"An amount of money is expected; this number is in '{words}'.",
                "Refer to a cost, or write the amount in the scenario's money unit.",
            )
        elif not slot.money and unit.money:
            yield Issue(
                slot.path,
                f"This number is money ('{words}') but none is expected here.",
                "Refer to a number of people, units or a share.",
            )


def _explicit(s: Subject, number: Any) -> bool:
    if isinstance(number, Product):
        return any(_explicit(s, f) for f in number.product)
    return bool(_unit_words(s, number))


def _unit_words(s: Subject, number: Any) -> str:
    if isinstance(number, Reference):
        return s.scenario.evidence[number.ref].unit or ""
    if isinstance(number, Product):
        return " × ".join(w for f in number.product if (w := _unit_words(s, f)))
    return (number.unit or "") if isinstance(number, Quantity) else ""


def numbers_in_range(s: Subject) -> Iterator[Issue]:
    """No negative widths, costs, yields or weights; shares between 0 and 1."""
    for slot in slots(s.scenario):
        value = s.value(slot.number)
        if value is None:
            continue
        if value < slot.least or (slot.positive and value == 0):
            least = "more than 0" if slot.positive else "0 or more"
            yield Issue(slot.path, f"{value:g} is out of range.", f"Give {least}.")
        elif value > slot.most:
            yield Issue(
                slot.path, f"{value:g} is more than {slot.most:g}.", _share_remedy(slot, value)
            )


def _share_remedy(slot: Slot, value: float) -> str:
    if slot.most == 1.0 and value <= 100:
        return f"Write shares as a fraction: {value / 100:g} for {value:g} %."
    return f"Give at most {slot.most:g}."


def names_known(s: Subject) -> Iterator[Issue]:
    """Capacities, pools, tiers, channels and programmes that are named exist."""
    objective = s.scenario.objective
    for p, programme in s.scenario.programmes.items():
        for a, activity in programme.activities.items():
            where = f"programmes.{p}.activities.{a}.delivers"
            yield from _unknown(where, activity.delivers, s.known("capacities"), "capacity")
    for q, pathway in s.scenario.pathways.items():
        here = f"pathways.{q}"
        yield from _unknown(f"{here}.needs", pathway.needs, s.known("capacities"), "capacity")
        if pathway.pool is not None:
            yield from _unknown(f"{here}.pool", [pathway.pool], s.known("pools"), "pool")
        yield from _unknown(f"{here}.tier", [pathway.tier], set(objective.tiers), "tier")
        yield from _unknown(
            f"{here}.channel", [pathway.channel], set(objective.channels), "channel"
        )
    for rule in s.scenario.rules:
        programme = getattr(rule, "programme", None)
        if programme is not None:
            where = f"rules.{rule.id}.programme"
            yield from _unknown(where, [programme], s.known("programmes"), "programme")


def _unknown(where: str, names: Any, known: set[str], what: str) -> Iterator[Issue]:
    for name in names:
        if name not in known:
            yield Issue(where, f"There is no {what} called '{name}'.", suggest(name, known))


def capacities_supplied(s: Subject) -> Iterator[Issue]:
    """What a pathway needs is free or delivered by somebody."""
    delivered = {
        r for p in s.scenario.programmes.values() for a in p.activities.values() for r in a.delivers
    }
    for q, pathway in s.scenario.pathways.items():
        for r in pathway.needs:
            capacity = s.scenario.capacities.get(r)
            if capacity is not None and r not in delivered and capacity.free == 0:
                yield Issue(
                    f"pathways.{q}.needs.{r}",
                    f"No activity delivers '{r}' and none of it is free: nobody could take this pathway.",
                    "Let an activity deliver it, state free capacity, or drop the need.",
                )


def bands_in_order(s: Subject) -> Iterator[Issue]:
    """Unit costs rise and yields fall from band to band; only the last may be without limit."""
    for p, programme in s.scenario.programmes.items():
        for a, activity in programme.activities.items():
            if not isinstance(activity.supply, Curve):
                here = f"programmes.{p}.activities.{a}.supply.bands"
                steps = [(b.units, s.value(b.unit_cost)) for b in activity.supply.bands]
                yield from _in_order(here, steps, "unit_cost", +1)
    for q, pathway in s.scenario.pathways.items():
        steps = [(b.people, s.value(b.net)) for b in pathway.bands]
        yield from _in_order(f"pathways.{q}.bands", steps, "net", -1)


def _in_order(
    here: str, steps: list[tuple[Any, float | None]], name: str, sign: int
) -> Iterator[Issue]:
    for i, (width, _) in enumerate(steps[:-1]):
        if width is None:
            yield Issue(
                f"{here}[{i}]",
                "Only the last band may be without limit.",
                "Give its width, or move it to the end.",
            )
    for i, ((_, before), (_, after)) in enumerate(pairwise(steps)):
        if (
            before is not None
            and after is not None
            and sign * (after - before) < -1e-12 * abs(before)
        ):
            trend = ("cheaper than", "rise") if sign > 0 else ("better than", "fall")
            yield Issue(
                f"{here}[{i + 1}].{name}",
                f"{after:g} is {trend[0]} the band before it ({before:g}).",
                f"Order the bands so that the numbers {trend[1]}.",
            )


_CURVE_NEEDS = {
    CurveKind.HILL: ("ceiling", "half"),
    CurveKind.EXPONENTIAL: ("ceiling", "scale"),
    CurveKind.LOGARITHMIC: ("amount", "scale"),
    CurveKind.POWER: ("amount", "scale"),
}


def curves_complete(s: Subject) -> Iterator[Issue]:
    """A curve has exactly the numbers of its kind and bends the right way."""
    for here, activity in _curved(s):
        supply = activity.supply
        wanted = (
            *_CURVE_NEEDS[supply.curve],
            *(("shape",) if supply.curve in (CurveKind.HILL, CurveKind.POWER) else ()),
        )
        for name in ("ceiling", "half", "scale", "amount"):
            given = getattr(supply, name) is not None
            if given != (name in wanted):
                problem = "does not belong to" if given else "is missing for"
                yield Issue(
                    f"{here}.{name}",
                    f"'{name}' {problem} a {supply.curve} curve.",
                    f"A {supply.curve} curve takes {', '.join(wanted)}.",
                )
        shape = s.value(supply.shape)
        if shape is not None and shape > 1 and "shape" in wanted:
            yield Issue(
                f"{here}.shape",
                f"With shape {shape:g} the curve first grows ever steeper.",
                "Use a shape of at most 1, or bands.",
            )


def _curved(s: Subject) -> Iterator[tuple[str, Any]]:
    for p, programme in s.scenario.programmes.items():
        for a, activity in programme.activities.items():
            if isinstance(activity.supply, Curve):
                yield f"programmes.{p}.activities.{a}.supply", activity


def rule_ids_unique(s: Subject) -> Iterator[Issue]:
    """No two rules share an identifier."""
    for name, count in Counter(r.id for r in s.scenario.rules).items():
        if count > 1:
            yield Issue(
                f"rules.{name}",
                f"{count} rules are called '{name}'.",
                "Give each rule an id of its own.",
            )


def rules_meaningful(s: Subject) -> Iterator[Issue]:
    """A floor or ceiling states one limit that can hold, and does not repeat another."""
    seen: dict[tuple[object, ...], str] = {}
    budget = s.scenario.budget
    for rule in s.scenario.rules:
        if not isinstance(rule, ProgrammeFloor | ProgrammeCeiling):
            continue
        here = f"rules.{rule.id}"
        if (rule.amount is None) == (rule.share is None):
            yield Issue(
                here,
                "A floor or ceiling states either an amount or a share.",
                "Give exactly one of 'amount' and 'share'.",
            )
        if rule.share is not None and rule.year is not None and rule.year not in budget.by_year:
            yield Issue(
                f"{here}.share",
                f"{rule.year} has no budget of its own to take a share of.",
                f"State budget.by_year.{rule.year}, or give an 'amount'.",
            )
        amount = None if rule.amount is None else s.value(rule.amount)
        limit = budget.total if rule.year is None else budget.by_year.get(rule.year, budget.total)
        if isinstance(rule, ProgrammeFloor) and amount is not None and amount > limit > 0:
            money = s.unit(rule.amount)
            if money in (PLAIN, s.scenario.money.parsed):
                yield Issue(
                    f"{here}.amount",
                    f"The floor of {amount:g} can never hold: there are only {limit:g}.",
                    f"Give at most {limit:g}.",
                )
        same = (rule.kind, rule.programme, rule.year)
        if rule.active and same in seen:
            yield Issue(
                here,
                f"The rule repeats '{seen[same]}': same kind, programme and year.",
                "Keep the stricter of the two.",
            )
        seen[same] = rule.id


def evidence_graded(s: Subject) -> Iterator[Issue]:
    """A graded number names a source that exists."""
    quantities = [(f"evidence.{n}", q) for n, q in s.scenario.evidence.items()]
    quantities += [(slot.path, q) for slot in slots(s.scenario) for q in _quantities(slot.number)]
    for where, q in quantities:
        if q.grade is not Grade.X and q.source is None:
            yield Issue(
                f"{where}.source",
                f"A number of grade {q.grade} needs a source.",
                "Name a source of data/sources.csv, or use grade X for an assumption.",
            )
        if q.source is not None and q.source not in s.sources:
            yield Issue(
                f"{where}.source",
                f"There is no source called '{q.source}'.",
                suggest(q.source, s.sources),
            )


def _quantities(number: Any) -> Iterator[Quantity]:
    if isinstance(number, Quantity):
        yield number
    elif isinstance(number, Product):
        for factor in number.product:
            yield from _quantities(factor)


CHECKS: Mapping[Check, tuple[str, ...]] = {
    years_in_order: ("years",),
    years_inside: ("years",),
    money_unit_known: ("money",),
    references_known: (),
    units_fit: ("money",),
    numbers_in_range: (),
    names_known: ("objective", "capacities", "programmes"),
    capacities_supplied: ("capacities", "programmes"),
    bands_in_order: (),
    curves_complete: (),
    rule_ids_unique: (),
    rules_meaningful: ("budget", "years"),
    evidence_graded: (),
}
"""Each check with the parts of the document it cannot do without."""


def check(subject: Subject) -> list[Issue]:
    """Every problem of meaning, in the order of CHECKS."""
    return [
        issue
        for one, parts in CHECKS.items()
        if not subject.unusable & set(parts)
        for issue in one(subject)
    ]
