"""What a head costs by general evidence: a coefficient, or the other programmes it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import exp, log
from statistics import fmean, median
from types import MappingProxyType

from optimizer.domain.evidence import Evidence, Parameter
from optimizer.domain.record import ProgrammeRecord
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import _
from optimizer.lp.program import FloatArray

INCOME, GROWTH = "coef_price_income", "coef_price_growth"
"""Parameters that move a cost between countries and between years."""
HOME = "KOR"
"""The country whose prices the coefficients have."""
FEWEST = 2
"""Other schemes that a range needs at least."""


@dataclass(frozen=True)
class Activity:
    """What money buys: coefficients of its cost, and whether that is a cost for each year.

    Activities of one `group` stand in for each other where nothing nearer is known. Two
    coefficients mean a mix of both in an unknown proportion. A `borrowed` coefficient was made for
    a neighbouring activity, since none exists for this one.
    """

    group: str
    coefficients: tuple[str, ...]
    yearly: bool
    borrowed: bool = False


ACTIVITIES: Mapping[str, Activity] = MappingProxyType(
    {
        "senior_post": Activity("posts", ("coef_inst_seatS",), True),
        "fellow_post": Activity("posts", ("coef_inst_seatA",), True),
        "research_post": Activity("posts", ("coef_inst_seatA", "coef_inst_seatS"), True),
        "training_place": Activity("training", ("coef_ate_cost",), False),
        "course": Activity("training", ("coef_ate_cost",), False, borrowed=True),
        "visa_case": Activity("visas", ("coef_visa_cost",), False),
    }
)
"""What each word of the vocabulary list 'activity' means for the prediction."""


class Basis(StrEnum):
    """Where the range of a cost comes from."""

    COEFFICIENT = "coefficient"
    """The coefficient as it stands: it does not rest on this programme."""
    OTHERS = "others"
    """The other programmes that the coefficient rests on: this one is left out."""
    WIDER = "wider"
    """A neighbouring activity: no coefficient was made for this one, or none is left without it."""


@dataclass(frozen=True)
class UnitCost:
    """Range of the cost of a head (or head-year) in Korea [million KRW], and what it rests on."""

    coefficient: str
    basis: Basis
    low: float
    value: float
    high: float
    schemes: tuple[str, ...] = ()


def activity_of(record: ProgrammeRecord) -> Activity:
    """What the programme's money buys. Raises InvalidInput for an unknown word."""
    if record.activity not in ACTIVITIES:
        where = f"track_record.csv ({record.id}), column activity"
        problem = _("No cost is known for '{activity}'.", activity=record.activity)
        raise InvalidInput([Issue(where, problem, suggest(record.activity, ACTIVITIES))])
    return ACTIVITIES[record.activity]


def parameter(evidence: Evidence, name: str) -> Parameter:
    """A parameter that has a value. Raises InvalidInput where there is none."""
    found = evidence.parameters.get(name)
    if found is None or found.value is None:
        problem = _("The track record needs '{name}'.", name=name)
        remedy = _("Add a row with a value.")
        raise InvalidInput([Issue("parameters.csv", problem, remedy)])
    return found


def value_of(evidence: Evidence, name: str) -> float:
    """The central value of a parameter. Raises InvalidInput where there is none."""
    value = parameter(evidence, name).value
    assert value is not None
    return value


def rate(evidence: Evidence, currency: str) -> float | None:
    """Won for one unit of the currency, None where the evidence has no official rate."""
    found = evidence.parameters.get(f"fx_{currency.lower()}")
    return 1.0 if currency == "KRW" else None if found is None else found.value


def won_of(evidence: Evidence, record: ProgrammeRecord) -> float:
    """The programme's money at the stated rate [million KRW]; money and rate must be known."""
    won = rate(evidence, record.currency)
    assert record.money is not None
    assert won is not None
    return record.money * won


def income_ratio(evidence: Evidence, country: str) -> float | None:
    """GDP a head over Korea's in the latest year both have, None where a figure is missing."""
    here, home = _income(evidence, country), _income(evidence, HOME)
    years = sorted(set(here) & set(home))
    return here[years[-1]] / home[years[-1]] if years else None


def _income(evidence: Evidence, country: str) -> dict[int, float]:
    rows = [c for c in evidence.countries.values() if c.country == country]
    people = {c.year: c.value for c in rows if c.metric == "population"}
    products = {c.year: c.value for c in rows if c.metric == "gdp_nominal"}
    return {year: products[year] / people[year] for year in set(people) & set(products)}


def level(
    ratio: float, years: float, income: float | FloatArray, growth: float | FloatArray
) -> float | FloatArray:
    """Costs over Korea's: income ratio to the power `income`, `years` later at `growth` a year."""
    moved: float | FloatArray = ratio**income * (1.0 + growth) ** years
    return moved


def unit_cost(evidence: Evidence, record: ProgrammeRecord, coefficient: str) -> UnitCost | None:
    """The general cost of what the programme buys, free of the programme's own scheme.

    None where too little other evidence remains. Raises InvalidInput where a parameter is missing.
    """
    rows = evidence.track_record.values()
    if not any(coefficient in r.coefficients for r in rows if r.scheme == record.scheme):
        known = parameter(evidence, coefficient)
        value = value_of(evidence, coefficient)
        low = value if known.low is None else known.low
        high = value if known.high is None else known.high
        basis = Basis.WIDER if activity_of(record).borrowed else Basis.COEFFICIENT
        return UnitCost(coefficient, basis, low, value, high)
    others = [r for r in rows if r.scheme != record.scheme]
    resting = [r for r in others if coefficient in r.coefficients]
    group = activity_of(record).group
    alike = [r for r in others if activity_of(r).group == group]
    for basis, some in ((Basis.OTHERS, resting), (Basis.WIDER, alike)):
        costs = _by_scheme(evidence, some, coefficient)
        if len(costs) >= FEWEST:
            values = list(costs.values())
            middle = exp(median(map(log, values)))
            return UnitCost(
                coefficient, basis, min(values), middle, max(values), tuple(sorted(costs))
            )
    return None


def _by_scheme(
    evidence: Evidence, rows: Iterable[ProgrammeRecord], coefficient: str
) -> dict[str, float]:
    """The cost that each scheme paid, as a geometric mean over its rows."""
    found: dict[str, list[float]] = {}
    for row in rows:
        cost = paid(evidence, row, parameter(evidence, coefficient).year)
        if cost is not None:
            found.setdefault(row.scheme, []).append(log(cost))
    return {scheme: exp(fmean(logs)) for scheme, logs in found.items()}


def paid(evidence: Evidence, record: ProgrammeRecord, year: int) -> float | None:
    """What a head (or head-year) cost in a programme, in Korean prices of `year` [million KRW].

    Moved at the central price rules; None for an umbrella, which holds programmes of other rows,
    and where money, people, rate or income is unknown.
    """
    if record.money_covers == "umbrella":
        return None
    heads = 1.0 if record.money_covers == "one_head" else record.stated
    won, ratio = rate(evidence, record.currency), income_ratio(evidence, record.country)
    years = record.years if activity_of(record).yearly else 1.0
    if record.money is None or heads is None or won is None or ratio is None or years is None:
        return None
    income, growth = value_of(evidence, INCOME), value_of(evidence, GROWTH)
    prices = level(ratio, record.price_year - year, income, growth)
    return float(record.money * won / (heads * years * prices))
