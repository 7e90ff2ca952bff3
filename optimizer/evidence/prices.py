"""Money of a country and year in won of one year, and how rich the country is beside Korea."""

from __future__ import annotations

from optimizer.domain.evidence import Evidence

HOME, CURRENCY = "KOR", "KRW"
"""The country, and the currency, in whose prices costs are told."""
YEAR = 2025
"""The year whose prices those are."""
GROWTH = "coef_price_growth"
"""Parameter that moves prices in years for which no deflator was read."""


def in_won(
    evidence: Evidence, money: float, currency: str, country: str, year: int
) -> float | None:
    """Money of a year in million won of YEAR; None where the currency has no rate.

    Moved to YEAR by the country's own deflator, then changed at the average rate: what money bought
    there, at what it costs to buy it now.
    """
    rate = _rate(evidence, currency, country)
    return None if rate is None else money * _moved(evidence, country, year) * rate


def income_ratio(evidence: Evidence, country: str) -> float | None:
    """GDP a head over HOME's in the latest year both have; None where there is none."""
    here, home = _income(evidence, country), _income(evidence, HOME)
    years = sorted(set(here) & set(home))
    return here[years[-1]] / home[years[-1]] if years else None


def _rate(evidence: Evidence, currency: str, country: str) -> float | None:
    """Won for one unit of a currency: the stated rate, else by way of the dollar."""
    if currency == CURRENCY:
        return 1.0
    stated = evidence.parameters.get(f"fx_{currency.lower()}")
    if stated is not None and stated.value is not None:
        return stated.value
    for year in (YEAR, YEAR - 1, YEAR - 2):
        own = _figure(evidence, country, "exchange_rate_average", year)
        home = _figure(evidence, HOME, "exchange_rate_average", year)
        if own is not None and home is not None:
            return home / own
    return None


def _moved(evidence: Evidence, country: str, year: int) -> float:
    """How much dearer things became in a country from a year to YEAR."""
    known = evidence.parameters.get(GROWTH)
    usual = 0.0 if known is None or known.value is None else known.value
    level = 1.0
    for later in range(year + 1, YEAR + 1):
        growth = _figure(evidence, country, "gdp_price_growth", later)
        level *= 1.0 + (usual if growth is None else growth)
    return level / (1.0 + usual) ** max(0, year - YEAR)


def _figure(evidence: Evidence, country: str, metric: str, year: int) -> float | None:
    row = evidence.economies.get((country, metric, year))
    return None if row is None else row.value


def _income(evidence: Evidence, country: str) -> dict[int, float]:
    rows = [r for r in evidence.economies.values() if r.country == country]
    people = {r.year: r.value for r in rows if r.metric == "population"}
    products = {r.year: r.value for r in rows if r.metric == "gdp_nominal"}
    return {year: products[year] / people[year] for year in set(people) & set(products)}
