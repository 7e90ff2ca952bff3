"""Announced money on one footing: dollars and won, a year, per GDP, per head and per AI worker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from optimizer.domain.evidence import Evidence, Strategy
from optimizer.domain.units import Unit, parse_unit
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import EMPTY, _, in_a_row, pgettext
from optimizer.results.columns import in_columns
from optimizer.results.table import Column, Kind, Shape, data
from optimizer.studies.countries.traced import Traced, missing

HOME = "KRW"
YEAR = 2025
"""Year that money a year speaks of unless another is asked for: that of the exchange rates."""

MILLION_WON, WON = Unit(1e6, (("KRW", 1),)), Unit(1.0, (("KRW", 1),))
RATES = Shape(
    "rates",
    EMPTY,
    *data("currency"),
    *data("krw", kind=Kind.NUMBER),
    *data("rate"),
    *data("year", kind=Kind.YEAR),
    *data("source", "grade"),
)
"""Won for one unit of each currency; `rate` is the identifier in data/parameters.csv."""
PROGRAMMES = Shape(
    "strategies",
    _("Programmes of the countries"),
    *data("strategy"),
    Column("country", _("Country")),
    Column("title", _("Programme"), Kind.WORDS),
    *data("family"),
    Column("adds", _("Added"), Kind.YES_NO),
    *data("runs"),
    Column("start_year", _("From"), Kind.YEAR),
    Column("period_years", _("Years"), Kind.NUMBER),
    Column("currency", _("Currency")),
    Column("amount", _("Announced (million)"), Kind.NUMBER, digits=5),
    *data("usd", kind=Kind.NUMBER),
    Column("krw", _("In won"), Kind.MONEY, unit=MILLION_WON),
    *data("usd_per_year", kind=Kind.NUMBER),
    Column("krw_per_year", _("A year"), Kind.MONEY, unit=MILLION_WON),
    Column("share_of_gdp", _("Of GDP"), Kind.SHARE),
    Column("krw_per_head", _("Per inhabitant"), Kind.MONEY, unit=WON),
    Column("krw_per_ai_worker", _("Per AI worker"), Kind.MONEY, unit=WON),
    Column("target_heads", pgettext("column", "People"), Kind.PEOPLE),
    Column("krw_per_person", kind=Kind.MONEY, unit=MILLION_WON),
    Column("gap", _("Why there is no figure"), Kind.WORDS),
    Column("source", _("Source")),
    *data("sources"),
    Column("grade", _("Grade")),
    *data("note"),
)
"""One line a programme. `amount` in millions of its currency, `usd` and `krw` in millions over the
whole period, `krw_per_person` in million won per announced person; `share_of_gdp`, and whole won
per inhabitant and per AI worker, are of the money a year. Not-a-number is a gap, and `gap` says
why. `source` announces the programme, `sources` stand behind all its figures. `runs` tells by the
published period whether it runs in the year asked for: running, ended, later or unknown. The money
a year is the amount spread evenly over the period."""
FIGURES = (
    "amount", "usd", "krw", "usd_per_year", "krw_per_year", "share_of_gdp", "krw_per_head",
    "krw_per_ai_worker", "krw_per_person",
)  # fmt: skip


def rates(evidence: Evidence) -> Mapping[str, Traced]:
    """Won for one unit of each currency that the evidence has a rate of.

    The rate of a currency is the parameter `fx_` and its code in small letters, e.g. `fx_eur`.
    Raises InvalidInput where such a parameter is not in won per unit of that currency.
    """
    found, issues = {HOME: Traced(1.0)}, []
    for name, row in evidence.parameters.items():
        code = name.removeprefix("fx_").upper()
        if not name.startswith("fx_") or len(code) != 3 or row.value is None:
            continue
        unit = parse_unit(row.unit)
        if dict(unit.money) != {HOME: 1, code: -1} or row.value <= 0:
            issues.append(
                Issue(
                    f"parameters.csv, {name}",
                    _(
                        "'{value} {unit}' is no rate of {code}.",
                        value=f"{row.value:g}",
                        unit=row.unit,
                        code=code,
                    ),
                    _("Give won for one unit, in 'KRW per {code}'.", code=code),
                )
            )
            continue
        value = row.value * unit.scale
        found[code] = Traced(value, (row.source,), row.grade, (row.year,))
    if issues:
        raise InvalidInput(issues)
    return found


def rate_table(evidence: Evidence) -> pd.DataFrame:
    """The rates of exchange with year and source."""
    known = ((code, rate, f"fx_{code.lower()}") for code, rate in rates(evidence).items())
    return RATES.frame((
            {
                "currency": code, "krw": rate.value, "rate": name, "year": rate.years[0],
                "source": rate.source_list, "grade": rate.grade,
            }
            for code, rate, name in known if code != HOME
        ))  # fmt: skip


@dataclass(frozen=True)
class ProgrammeMoney:
    """A programme and its money on every footing; `figure` has the keys of FIGURES."""

    strategy: Strategy
    runs: str
    figure: Mapping[str, Traced]

    @property
    def summed(self) -> bool:
        """Whether its amount is known and may be added to the others of its country."""
        return self.strategy.adds and self.figure["krw"].value is not None


def programme_money(evidence: Evidence, year: int = YEAR) -> tuple[ProgrammeMoney, ...]:
    """Every programme of the evidence on one footing, in the order of data/strategies.csv."""
    known = rates(evidence)
    return tuple(_money_of(evidence, known, s, year) for s in evidence.strategies.values())


def _money_of(
    evidence: Evidence, known: Mapping[str, Traced], s: Strategy, year: int
) -> ProgrammeMoney:
    amount, period, heads = _amount(s), _period(s), _heads(s)
    krw = amount * known.get(s.currency, _no_rate(s.currency))
    usd = krw / known.get("USD", _no_rate("USD")) if s.currency != "USD" else amount
    usd_per_year, krw_per_year = usd / period, krw / period
    won = krw_per_year * 1e6
    figures = {
        "amount": amount, "usd": usd, "krw": krw,
        "usd_per_year": usd_per_year, "krw_per_year": krw_per_year,
        "share_of_gdp": usd_per_year * 1e6 / metric(evidence, s.country, "gdp_nominal"),
        "krw_per_head": won / metric(evidence, s.country, "population"),
        "krw_per_ai_worker": won / metric(evidence, s.country, "ai_skilled_workers"),
        "krw_per_person": krw / heads,
    }  # fmt: skip
    return ProgrammeMoney(s, _runs(s, year), figures)


def _amount(s: Strategy) -> Traced:
    if s.amount is None:
        return missing(_("No amount was published."))
    return Traced(s.amount, (s.source,), s.grade)


def _period(s: Strategy) -> Traced:
    if s.period_years is None:
        return missing(_("No period was published."))
    return Traced(s.period_years, (s.source,), s.grade)


def _heads(s: Strategy) -> Traced:
    if s.target_heads is None:
        return missing(_("No number of people was published."))
    return Traced(s.target_heads, (s.source,), s.grade)


def _no_rate(currency: str) -> Traced:
    return missing(_("The data hold no exchange rate of {currency}.", currency=currency))


def metric(evidence: Evidence, country: str, name: str) -> Traced:
    """The latest figure of a country; a gap where the evidence has none."""
    row = evidence.latest(country, name)
    if row is None:
        place, title = evidence.title("country", country), evidence.title("metric", name)
        return missing(_("The data hold no figure “{title}” of {place}.", title=title, place=place))
    return Traced(row.value, (row.source,), row.grade, (row.year,))


def _runs(s: Strategy, year: int) -> str:
    if s.start_year > year:
        return "later"
    if s.period_years is None:
        return "unknown"
    return "running" if year < s.start_year + s.period_years else "ended"


def money_table(programmes: tuple[ProgrammeMoney, ...]) -> pd.DataFrame:
    """All programmes with their money on every footing; parts and umbrellas have adds = False."""
    return PROGRAMMES.frame(_rows(programmes))


def _rows(programmes: tuple[ProgrammeMoney, ...]) -> Iterator[dict[str, object]]:
    for p in programmes:
        s, parts = p.strategy, [p.figure[name] for name in FIGURES]
        gaps = dict.fromkeys(g for part in parts for g in part.gaps)
        sources = dict.fromkeys([s.source, *(i for part in parts for i in part.sources)])
        yield {
            "strategy": s.id, "country": s.country,
            "family": s.family, "adds": s.adds, "runs": p.runs, "start_year": s.start_year,
            "period_years": _or_gap(s.period_years), "currency": s.currency,
            "target_heads": _or_gap(s.target_heads),
            **{name: p.figure[name].number for name in FIGURES},
            **in_columns(title=s.title, gap=in_a_row(gaps, " ")),
            "source": s.source, "sources": ", ".join(sources),
            "grade": max([s.grade, *(part.grade for part in parts if part.value is not None)]),
            "note": s.note,
        }  # fmt: skip


def _or_gap(value: float | None) -> float:
    return float("nan") if value is None else value
