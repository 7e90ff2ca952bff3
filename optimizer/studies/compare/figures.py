"""The figures of one plan for a comparison: outcomes, money, people, and what holds it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite

from optimizer.domain.scenario import Scenario
from optimizer.domain.units import Unit
from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.rules.base import MONEY, title_of
from optimizer.i18n import EMPTY, Words, _, pgettext, rendered, verbatim
from optimizer.results.columns import cell
from optimizer.results.limits import objective_weights
from optimizer.results.plan import Plan, lines
from optimizer.results.sentences import why_not

STEP = {"KRW": 1e8, "JPY": 1e7}
"""Money that a price speaks of [whole units of the currency]; 100,000 of any other currency."""
OTHER_STEP = 1e5
DUST = 1e-7
"""Money of this share of the budget, or people of this share of all, is nothing but rounding."""
NOBODY = _("The plan yields nobody.")
NO_MONEY = _("Nothing is spent.")
NO_STEP = _("Any step leaves no plan.")
NO_WORDS = EMPTY
LEAD = {
    "money": _("Money for "),
    "share": _("Share of the money for "),
    "rule": _("What a rule costs of the goal: "),
}
CHANNELS = {
    "retained": _("Retained"), "attracted": _("Attracted")
}  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """One figure of one scenario.

    `value` is None where there is none, and `gap` says why; `there` is False where the scenario
    has nothing of the kind. `kind` is money, people, weighted, share, money_price or price; `unit`
    names it. Figures are comparable where every entry of `basis` agrees.
    """

    section: str
    name: str
    title: Words
    value: float | None
    kind: str
    unit: str
    gap: Words | None = None
    basis: Mapping[str, str] = field(default_factory=dict)
    there: bool = True
    lead: Words = NO_WORDS
    """What the title is of, for sentences that stand alone."""


def shown(value: float, kind: str, unit: Unit) -> Words:
    """A figure with its unit in words; `unit` is that of money."""
    if kind == "money":
        return rendered(money, value, unit)
    if kind == "share":
        return verbatim(percent(value))
    if kind in ("money_price", "price"):
        return verbatim(digits(value, 2))
    count = digits(value)
    return pgettext("people", "{count}", count=count) if kind == "people" else verbatim(count)


def basis_words(name: str) -> Words:
    """What an entry of a basis is called."""
    return _BASIS[name]


_BASIS = {
    "currency": _("currency"),
    "prices": _("price year"),
    "years": _("years"),
    "measure": _("measure"),
    "discount": _("discount rate"),
    "weights": _("weights"),
}


class Measures:
    """All figures of one plan, money in the unit of `like` where the currency or its rate allows.

    Another currency is converted through the dollar, at the rates that both documents state.
    """

    def __init__(self, plan: Plan, like: Scenario) -> None:
        self.plan, self.scenario = plan, plan.scenario
        own, other = self.scenario.money, like.money
        self.factor = own.parsed.scale / other.parsed.scale
        self.converted = own.parsed.currency != other.parsed.currency
        shown_in = other
        if self.converted and own.per_usd is not None and other.per_usd is not None:
            self.factor *= other.per_usd / own.per_usd
        elif self.converted:
            self.factor, self.converted, shown_in = 1.0, False, own
        self.unit, self.currency = shown_in.unit, shown_in.parsed.currency or ""
        self.step = STEP.get(self.currency, OTHER_STEP) / shown_in.parsed.scale
        years = self.scenario.years
        self.cash = {"currency": self.currency, "prices": own.prices or "–"}
        self.span = {"years": f"{years.first}–{years.last}"}
        self.goal = {**self.span, **_goal(self.scenario)}
        self.why = None if plan.found else next(why_not(plan))

    def __iter__(self) -> Iterator[Measured]:
        yield from self._outcomes()
        yield from self._money()
        yield from self._people()
        yield from self._rules()
        yield from self._prices()

    def _one(
        self, place: tuple[str, str], title: Words, value: float | Words | None, kind: str,
        basis: Mapping[str, str],
    ) -> Measured:  # fmt: skip
        """A figure; words in place of a value say why there is none, and so does a missing plan."""
        units = {"money": self.unit, "people": "persons", "weighted": "weighted persons",
                 "share": "share", "money_price": f"weighted persons per {self._step_words()}",
                 "price": "weighted persons per unit"}  # fmt: skip
        gap, known = self.why, None
        if gap is None and (value is None or not isinstance(value, float | int)):
            gap = value or NOBODY
        elif gap is None and isinstance(value, float | int):
            known = value * self.factor if kind == "money" else value
            known = 0.0 if abs(value) <= DUST * self._size(kind) else known
        lead = self._worth(kind) if place[0] == "price" else LEAD.get(place[0], NO_WORDS)
        return Measured(*place, title, known, kind, units[kind], gap, basis, lead=lead)

    def _outcomes(self) -> Iterator[Measured]:
        plan, totals = self.plan, self.plan.totals
        money_and_years = {**self.cash, **self.span}
        for name, title, value, kind, basis in (
            ("net_people", _("Net people"), totals.net_people, "people", self.span),
            ("cost_per_net_person", _("Money per net person"),
             totals.cost_per_net_person, "money", money_and_years),
            ("objective", _("Goal (weighted people)"), plan.objective,
             "weighted", self.goal),
            ("spent", pgettext("outcome", "Spent"), plan.spent, "money", money_and_years),
            ("unspent", pgettext("outcome", "Unspent"), plan.unspent, "money", money_and_years),
            ("liability", _("Due after the last year"), plan.liability, "money",
             money_and_years),
            ("assumed", _("Share of net people that rests on assumptions"),
             plan.assumed_share, "share", {}),
        ):  # fmt: skip
            yield self._one(("outcome", name), title, value, kind, basis)
        title = _("Budget")
        budget = plan.budget * self.factor
        yield Measured("outcome", "budget", title, budget, "money", self.unit,
                       basis=money_and_years)  # fmt: skip

    def _money(self) -> Iterator[Measured]:
        spent: dict[str, float] = dict.fromkeys(self.scenario.programmes, 0.0)
        for row in lines(self.plan.allocation):
            spent[row.programme] += row.spending
        for name, amount in spent.items():
            title = title_of(self.scenario.programmes, name)
            basis = {**self.cash, **self.span}
            yield self._one(("money", name), title, amount, "money", basis)
            share = amount / self.plan.spent if self.plan.spent > 0 else NO_MONEY
            yield self._one(("share", name), title, share, "share", {})

    def _people(self) -> Iterator[Measured]:
        totals = self.plan.totals
        for channel in self.scenario.objective.channels:
            title = CHANNELS.get(channel, verbatim(channel))
            value = totals.by_channel.get(channel, 0.0)
            yield self._one(("channel", channel), title, value, "people", self.span)
        for tier in self.scenario.objective.tiers:
            title = _("Tier {tier}", tier=tier)
            value = totals.by_tier.get(tier, 0.0)
            yield self._one(("tier", tier), title, value, "people", self.span)
        title = _("People supported")
        yield self._one(("people", "supported"), title, totals.supported, "people", self.span)

    def _rules(self) -> Iterator[Measured]:
        """What each rule in force costs; a rule that does not bind costs nothing."""
        cost = {r.rule: (cell(r, "title"), r.costs_objective)
                for r in lines(self.plan.rules)}  # fmt: skip
        for rule in self.scenario.rules:
            if rule.active and (rule.id in cost or self.why is not None):
                title, goal = cost.get(rule.id, (verbatim(rule.id), 0.0))
                yield self._one(("rule", rule.id), title, goal, "weighted", self.goal)

    def _prices(self) -> Iterator[Measured]:
        """What a little more of each binding limit is worth, money first."""
        for row in lines(self.plan.binding):
            if row.kind == "capacity":
                continue
            sides = (row.price, row.price_up, row.price_down)
            price = next((float(side) for side in sides if isfinite(side)), None)
            money_ = row.per == MONEY
            if price is not None and money_:
                price *= self.step / self.factor
            kind, basis = ("money_price", {**self.cash, **self.goal}) if money_ else (
                "price", self.goal
            )  # fmt: skip
            yield self._one(
                ("price", str(row.rule)), cell(row, "title"),
                NO_STEP if price is None else price, kind, basis,
            )  # fmt: skip

    def _size(self, kind: str) -> float:
        """What a figure of the kind is large or small against."""
        sizes = {"money": self.plan.budget, "people": self.plan.totals.net_people}
        return max(1.0, sizes.get(kind, 1.0))

    def _step_words(self) -> Words:
        step = STEP.get(self.currency, OTHER_STEP)
        return rendered(money, step, Unit(1.0, ((self.currency, 1),)))

    def _worth(self, kind: str) -> Words:
        """What a price is the worth of."""
        if kind == "money_price":
            return _("What {step} more is worth in weighted people: ", step=self._step_words())
        return _("What one more is worth in weighted people: ")

    def has_limit(self, name: str) -> bool:
        """Whether a limit that holds another plan back is there, though it does not bind here."""
        kind, _other, rest = name.partition(".")
        year = rest.rpartition(".")[2]
        if name == "total_budget":
            return True
        if kind == "year_budget":
            return any(str(y) == year for y in self.scenario.budget.by_year)
        if kind == "pool":
            return rest.rpartition(".")[0] in self.scenario.pools
        if kind == "supply":
            programme, activity, _other = [*rest.split("."), "", ""][:3]
            found = self.scenario.programmes.get(programme)
            return found is not None and activity in found.activities
        return any(r.id == name and r.active for r in self.scenario.rules)


def _goal(scenario: Scenario) -> dict[str, str]:
    weights = (f"{r.name} {digits(r.weight)}" for r in lines(objective_weights(scenario)))
    goal = scenario.objective
    return {
        "measure": str(goal.measure),
        "discount": percent(float(goal.discount_rate), 3),
        "weights": " ".join(sorted(weights)),
    }
