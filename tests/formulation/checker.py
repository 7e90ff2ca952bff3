"""Whether a plan satisfies its document, worked out from the document alone in plain Python.

Nothing here knows how the rows are built: money, capacities and every policy rule are recomputed
from what the planner wrote. Documents hold plain numbers and bands (no curves, no evidence).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import permutations
from math import inf
from typing import Any

Activity = tuple[str, str]


@dataclass
class Plan:
    """What was decided: units by (programme, activity, band, year), people by (pathway, band, …).

    `opens` holds the years in which activities with an opening cost are opened.
    """

    document: dict[str, Any]
    units: dict[tuple[str, str, int, int], float]
    people: dict[tuple[str, int, int], float]
    opens: dict[tuple[str, str, int], float] = field(default_factory=dict)

    @cached_property
    def years(self) -> range:
        return range(self.document["years"]["first"], self.document["years"]["last"] + 1)

    @cached_property
    def activities(self) -> dict[Activity, dict[str, Any]]:
        return {
            (p, a): activity
            for p, programme in self.document["programmes"].items()
            for a, activity in programme["activities"].items()
        }

    def level(self, p: str, y: int) -> float:
        growth = self.document["programmes"][p].get("indexation", 0)
        return float((1 + growth) ** (y - self.years.start))

    def bought(self, key: Activity, y: int) -> float:
        bands = self.activities[key]["supply"]["bands"]
        return sum(self.units[(*key, i, y)] for i in range(len(bands)))

    def cost(self, key: Activity, y: int) -> float:
        """Price of the units commissioned in a year."""
        bands = self.activities[key]["supply"]["bands"]
        net = sum(self.units[(*key, i, y)] * band["unit_cost"] for i, band in enumerate(bands))
        return float(net * self.level(key[0], y))

    def opening(self, key: Activity, y: int) -> float:
        paid = self.activities[key].get("opening_cost", 0) * self.opens.get((*key, y), 0.0)
        return float(paid * self.level(key[0], y))

    def paid(self, key: Activity, y: int) -> float:
        """Money paid in a year, inside the horizon or after it."""
        activity, opening = self.activities[key], self.opening(key, y) if y in self.years else 0.0
        if self.document["budget"].get("payment", "commitment") == "commitment":
            return opening + (self.cost(key, y) if y in self.years else 0.0)
        life = activity.get("life_years", 1)
        starts = [s for s in self.years if 0 <= y - s - activity.get("lead_years", 0) < life]
        return opening + sum(self.cost(key, s) for s in starts) / life

    def committed(self, key: Activity) -> float:
        return sum(self.cost(key, y) + self.opening(key, y) for y in self.years)

    def liability(self, key: Activity) -> float:
        return self.committed(key) - sum(self.paid(key, y) for y in self.years)

    def spending(self, keys: list[Activity], years: list[int] | None = None) -> float:
        return sum(self.paid(k, y) for k in keys for y in (self.years if years is None else years))

    def supported(self, q: str, y: int) -> float:
        bands = self.document["pathways"][q]["bands"]
        return sum(self.people[q, j, y] for j in range(len(bands)))

    def net(self, q: str, y: int) -> float:
        bands = self.document["pathways"][q]["bands"]
        return float(sum(self.people[q, j, y] * b["net"] for j, b in enumerate(bands)))

    def objective(self) -> float:
        goal, total = self.document["objective"], 0.0
        for q, pathway in self.document["pathways"].items():
            weight = goal["tiers"][pathway["tier"]] * goal["channels"][pathway["channel"]]
            for y in self.years:
                left, stay = self.years.stop - 1 - y, pathway.get("stay", 1)
                lasting = {
                    "net_people": 1.0,
                    "remaining": stay**left,
                    "talent_years": sum(stay**k for k in range(left + 1)),
                }[goal.get("measure", "net_people")]
                rate = 1 + goal.get("discount_rate", 0)
                total += weight * lasting * self.net(q, y) / rate ** (y - self.years.start)
        return float(total)


def violations(plan: Plan, tolerance: float = 1e-6) -> list[str]:
    """Everything in the document that the plan breaks."""
    found: list[str] = []
    for what, low, value, high in requirements(plan):
        slack = tolerance * max(1.0, abs(value), *(abs(b) for b in (low, high) if abs(b) < inf))
        if value < low - slack or value > high + slack:
            found.append(f"{what}: {value:g} is not in [{low:g}, {high:g}]")
    return found


Requirement = tuple[str, float, float, float]
"""What is required: its name, lower end, value, upper end."""


def requirements(plan: Plan) -> Iterator[Requirement]:
    yield from bounds(plan)
    yield from budgets(plan)
    yield from capacities(plan)
    yield from lumps(plan)
    for rule in plan.document.get("rules", []):
        if rule.get("active", True):
            yield from RULES[rule["kind"]](plan, rule)


def bounds(plan: Plan) -> Iterator[Requirement]:
    for key, activity in plan.activities.items():
        for i, band in enumerate(activity["supply"]["bands"]):
            for y in plan.years:
                yield f"units {key} {i} {y}", 0, plan.units[(*key, i, y)], band.get("units", inf)
    for q, pathway in plan.document["pathways"].items():
        for j, band in enumerate(pathway["bands"]):
            for y in plan.years:
                yield f"people {q} {j} {y}", 0, plan.people[q, j, y], band.get("people", inf)
    for g, pool in plan.document.get("pools", {}).items():
        drawing = [q for q, p in plan.document["pathways"].items() if p.get("pool") == g]
        for y in plan.years:
            size = of_year(pool["people_per_year"], y)
            yield f"pool {g} {y}", 0, sum(plan.supported(q, y) for q in drawing), size


def of_year(number: Any, y: int) -> float:
    return float(number.get(y, 0) if isinstance(number, dict) else number)


def budgets(plan: Plan) -> Iterator[Requirement]:
    budget, everything = plan.document["budget"], list(plan.activities)
    yield "total budget", -inf, plan.spending(everything), budget["total"]
    by_year, kept = budget.get("by_year", {}), 0.0
    for y in plan.years:
        spent = plan.spending(everything, [y])
        if y in by_year:
            there = by_year[y] + budget.get("carry_over", 0) * kept
            yield f"budget {y}", -inf, spent, there
            kept = there - spent  # what is overspent here is told here, whatever follows
        else:
            kept = 0.0


def capacities(plan: Plan) -> Iterator[Requirement]:
    needs = [n for q in plan.document["pathways"].values() for n in q.get("needs", {}).values()]
    after = max((need.get("years", 1) for need in needs), default=1)
    for r, capacity in plan.document["capacities"].items():
        for y in range(plan.years.start, plan.years.stop + after):
            used, there = 0.0, of_year(capacity.get("free", 0), y)
            for q, pathway in plan.document["pathways"].items():
                need = pathway.get("needs", {}).get(r)
                for s in plan.years if need else ():
                    if s <= y < s + need.get("years", 1):
                        used += need["amount"] * plan.supported(q, s)
            for key, activity in plan.activities.items():
                for s in plan.years:
                    age = y - s - activity.get("lead_years", 0)
                    if 0 <= age < activity.get("life_years", 1):
                        there += activity["delivers"].get(r, 0) * plan.bought(key, s)
            yield f"capacity {r} {y}", -inf, used, there


def lumps(plan: Plan) -> Iterator[Requirement]:
    for key, activity in plan.activities.items():
        bands = activity["supply"]["bands"]
        whole, least = activity.get("indivisible", False), activity.get("minimum_scale")
        for y in plan.years:
            units = plan.bought(key, y)
            if whole:
                yield f"whole {key} {y}", 0, abs(units - round(units)), 0
            if least is not None and units > 1e-5:
                yield f"scale {key} {y}", least, units, inf
            if whole or least is not None:
                amounts = [plan.units[(*key, i, y)] for i in range(len(bands))]
                yield from in_order(f"order {key} {y}", amounts, [b.get("units") for b in bands])
            if "opening_cost" in activity and units > 1e-5:
                opened = sum(plan.opens[(*key, z)] for z in plan.years if z <= y)
                yield f"opened {key} {y}", 1, opened, 1
        if "opening_cost" in activity:
            for y in plan.years:
                opens = plan.opens[(*key, y)]
                yield f"opens {key} {y}", 0, min(abs(opens), abs(1 - opens)), 0
    for q, pathway in plan.document["pathways"].items():
        if pathway.get("indivisible", False):
            for y in plan.years:
                heads = plan.supported(q, y)
                yield f"whole {q} {y}", 0, abs(heads - round(heads)), 0
                bands = pathway["bands"]
                amounts = [plan.people[q, j, y] for j in range(len(bands))]
                yield from in_order(f"order {q} {y}", amounts, [b.get("people") for b in bands])


def in_order(what: str, amounts: list[float], widths: list[Any]) -> Iterator[Requirement]:
    for i in range(len(amounts) - 1):
        if amounts[i + 1] > 1e-5:
            yield f"{what} band {i}", widths[i], amounts[i], inf


# --- policy rules ---------------------------------------------------------------------------------


def limit(plan: Plan, rule: dict[str, Any]) -> float:
    if "amount" in rule:
        return float(rule["amount"])
    budget = plan.document["budget"]
    base = budget["by_year"][rule["year"]] if "year" in rule else budget["total"]
    return float(rule["share"] * base)


def years_of(rule: dict[str, Any]) -> list[int] | None:
    return [rule["year"]] if "year" in rule else None


def of_line(plan: Plan, line: dict[str, Any]) -> list[Activity]:
    wanted = line.get("activity")
    return [(p, a) for p, a in plan.activities if p == line["programme"] and wanted in (None, a)]


def programme_floor(plan: Plan, rule: dict[str, Any]) -> Iterator[Requirement]:
    yield rule["id"], limit(plan, rule), plan.spending(of_line(plan, rule), years_of(rule)), inf


def programme_ceiling(plan: Plan, rule: dict[str, Any]) -> Iterator[Requirement]:
    yield rule["id"], -inf, plan.spending(of_line(plan, rule), years_of(rule)), limit(plan, rule)


def tags(plan: Plan, key: Activity) -> set[str]:
    programme = plan.document["programmes"][key[0]]
    return {*programme.get("tags", []), *plan.activities[key].get("tags", [])}


def earmark(plan: Plan, rule: dict[str, Any]) -> Iterator[Requirement]:
    group = [
        key
        for key in plan.activities
        if key[0] in rule.get("programmes", []) or tags(plan, key) & set(rule.get("tags", []))
    ]
    spent, money = plan.spending(group, years_of(rule)), limit(plan, rule)
    if rule.get("bound", "floor") == "floor":
        yield rule["id"], money, spent, inf
    else:
        yield rule["id"], -inf, spent, money


def commitment(plan: Plan, rule: dict[str, Any]) -> Iterator[Requirement]:
    spent = plan.spending(of_line(plan, rule), [rule["year"]])
    yield rule["id"], rule["amount"], spent, rule["amount"]


def ramp_limit(plan: Plan, rule: dict[str, Any]) -> Iterator[Requirement]:
    keys = of_line(plan, rule)
    spent = {y: plan.spending(keys, [y]) for y in plan.years}
    if "baseline" in rule:
        spent[plan.years.start - 1] = rule["baseline"]
    for y in plan.years:
        if y - 1 not in spent:
            continue
        before = spent[y - 1]
        low, high = -inf, inf
        if "up" in rule:
            high = before + rule["up"].get("amount", rule["up"].get("share", 0) * before)
        if "down" in rule:
            low = before - rule["down"].get("amount", rule["down"].get("share", 0) * before)
        yield f"{rule['id']} {y}", low, spent[y], high


def people_of(plan: Plan, chosen: dict[str, Any], of: str, years: list[int] | None) -> float:
    total = 0.0
    for q, pathway in plan.document["pathways"].items():
        fits = chosen.get("pathway", q) == q
        fits = fits and chosen.get("channel", pathway["channel"]) == pathway["channel"]
        fits = fits and chosen.get("tier", pathway["tier"]) == pathway["tier"]
        fits = fits and ("tag" not in chosen or chosen["tag"] in pathway.get("tags", []))
        if fits:
            count = plan.net if of == "net" else plan.supported
            total += sum(count(q, y) for y in years or plan.years)
    return total


def activities_of(plan: Plan, chosen: dict[str, Any]) -> list[Activity]:
    return [
        (p, a)
        for p, a in plan.activities
        if chosen.get("programme", p) == p
        and chosen.get("activity", a) == a
        and ("tag" not in chosen or chosen["tag"] in tags(plan, (p, a)))
    ]


def counted(plan: Plan, of: str, chosen: dict[str, Any], years: list[int] | None) -> float:
    if of in ("net", "supported", "people"):
        return people_of(plan, chosen, of, years)
    keys = activities_of(plan, chosen)
    if of == "spending":
        return plan.spending(keys, years)
    if of == "liability":
        return sum(plan.liability(key) for key in keys)
    return sum(plan.bought(key, y) for key in keys for y in years or plan.years)


def outcome_floor(plan: Plan, rule: dict[str, Any]) -> Iterator[Requirement]:
    got = people_of(plan, rule, rule.get("of", "net"), years_of(rule))
    yield rule["id"], rule["people"], got, inf


def outcome_ceiling(plan: Plan, rule: dict[str, Any]) -> Iterator[Requirement]:
    got = people_of(plan, rule, rule.get("of", "net"), years_of(rule))
    yield rule["id"], -inf, got, rule["people"]


def balance(plan: Plan, rule: dict[str, Any]) -> Iterator[Requirement]:
    of, years = rule.get("of", "net"), years_of(rule)
    part = counted(plan, of, rule["part"], years)
    whole = counted(plan, of, rule.get("whole", {}), years)
    low = rule["at_least"] * whole if "at_least" in rule else -inf
    high = rule["at_most"] * whole if "at_most" in rule else inf
    yield rule["id"], low, part, high


def equity(plan: Plan, rule: dict[str, Any]) -> Iterator[Requirement]:
    of = rule.get("of", "net")
    per_head = {
        name: counted(plan, of, group, None) / group.get("size", 1)
        for name, group in rule["groups"].items()
    }
    for g, h in permutations(per_head, 2):
        yield f"{rule['id']} {g} {h}", rule["share"] * per_head[h], per_head[g], inf


def linear(plan: Plan, rule: dict[str, Any]) -> Iterator[Requirement]:
    total = sum(
        term.get("coefficient", 1) * counted(plan, term["of"], term, years_of(term))
        for term in rule["terms"]
    )
    low = rule["rhs"] if rule["sense"] in (">=", "==") else -inf
    high = rule["rhs"] if rule["sense"] in ("<=", "==") else inf
    yield rule["id"], low, total, high


def requires(plan: Plan, rule: dict[str, Any]) -> Iterator[Requirement]:
    for year in plan.years:
        if sum(committed_in(plan, key, year) for key in of_line(plan, rule["line"])) <= 1e-4:
            continue
        name = f"{rule['id']} by {year}"
        before = [y for y in plan.years if y <= year - rule.get("lag_years", 0)]
        yield name, rule.get("at_least", 1), _opened(plan, rule, before), inf


def committed_in(plan: Plan, key: Activity, year: int) -> float:
    """Money that the decisions of a year bind."""
    return plan.cost(key, year) + plan.opening(key, year)


def _opened(plan: Plan, rule: dict[str, Any], years: list[int]) -> float:
    """Money of the line that is asked for in these years; without an amount, how often it began."""
    found = 0.0
    for key in of_line(plan, rule["only_if"]):
        for y in years:
            if "at_least" in rule:
                found += committed_in(plan, key, y)
            elif "opening_cost" in plan.activities[key]:
                found += plan.opens[(*key, y)]
            else:
                found += plan.bought(key, y) > 1e-5
    return found


def either_or(plan: Plan, rule: dict[str, Any]) -> Iterator[Requirement]:
    bound, least = rule.get("bound", "at_most"), rule.get("minimum", 0.0)
    money = [sum(plan.committed(k) for k in of_line(plan, line)) for line in rule["among"]]
    some = sum(m > 1e-4 for m in money)
    enough = sum(m >= least - 1e-4 for m in money)
    if bound != "at_least":
        yield f"{rule['id']} at most", -inf, some, rule["count"]
        for m in money:
            yield f"{rule['id']} minimum", least if m > 1e-4 else -inf, m, inf
    if bound != "at_most":
        yield f"{rule['id']} at least", rule["count"], enough, inf


RULES = {
    f.__name__: f
    for f in (
        programme_floor, programme_ceiling, earmark, commitment, ramp_limit, outcome_floor,
        outcome_ceiling, balance, equity, linear, requires, either_or,
    )
}  # fmt: skip
