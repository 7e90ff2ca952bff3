"""Each country in figures: its announced money on one footing, its mix, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from optimizer.domain.evidence import Evidence
from optimizer.domain.units import Unit, parse_unit
from optimizer.domain.wording import digits, money, percent
from optimizer.i18n import EMPTY, Words, _, in_a_row, rendered, verbatim
from optimizer.results.columns import in_columns
from optimizer.results.table import Column, Kind, Shape, data
from optimizer.studies.countries.mix import announced, cost_per_person, families, yearly
from optimizer.studies.countries.money import ProgrammeMoney, metric
from optimizer.studies.countries.traced import Traced, missing

FIGURES = Shape(
    "figures",
    _("All figures of the countries"),
    Column("country", _("Country")),
    *data("figure"),
    Column("title", _("Figure"), Kind.WORDS),
    Column("value", _("Value"), Kind.NUMBER),
    Column("said", _("Figure in words"), Kind.WORDS),
    *data("unit"),
    Column("year", _("Year")),
    Column("counted", _("Counted"), Kind.COUNT),
    Column("of", _("Programmes"), Kind.COUNT),
    Column("grade", _("Grade")),
    Column("sources", _("Source")),
    Column("gap", _("Why there is no figure"), Kind.WORDS),
)
"""One line for each country and figure. A sum counts `counted` `of` so many programmes; if fewer
than all, the true figure is larger. `value` is not-a-number where the evidence has none, and `gap`
says why; `said` is the value with its unit in words; `sources` are identifiers of data/sources.csv;
`grade` is the weakest of the parts."""
NO_PROGRAMME = _("No programme of it is recorded.")
OWN_MONEY = "exchange_rate"
"""A figure in the country's own money, which says nothing beside another's."""


@dataclass(frozen=True)
class Shown:
    """A figure with its title, its unit and the programmes that its sum rests on."""

    name: str
    title: Words
    unit: str
    figure: Traced
    year: str
    counted: int = 1
    of: int = 1


def places(evidence: Evidence) -> tuple[str, ...]:
    """Every country that has a programme or a figure: those with programmes first."""
    with_programmes = (s.country for s in evidence.strategies.values())
    return tuple(dict.fromkeys([*with_programmes, *(c for c, *_rest in evidence.countries)]))


def figure_table(
    evidence: Evidence, programmes: Sequence[ProgrammeMoney], year: int
) -> pd.DataFrame:
    """All figures of all countries; money a year is that of `year`."""
    return FIGURES.frame(
        figure_row(evidence, country, shown)
        for country in places(evidence)
        for shown in figures_of(evidence, country, programmes, year)
    )


def figure_row(evidence: Evidence, country: str, shown: Shown) -> dict[str, object]:
    """The line of a figure."""
    figure, words = shown.figure, EMPTY
    if figure.value is not None:
        words = verbatim(said(evidence, figure.value, shown.unit))
    return {
        "country": country, "figure": shown.name, "value": figure.number, "unit": shown.unit,
        **in_columns(title=shown.title, said=words, gap=figure.gap),
        "year": shown.year if figure.value is not None else "", "counted": shown.counted,
        "of": shown.of, "grade": "" if figure.value is None else str(figure.grade),
        "sources": figure.source_list,
    }  # fmt: skip


def figures_of(
    evidence: Evidence, country: str, programmes: Sequence[ProgrammeMoney], year: int
) -> Iterator[Shown]:
    """The figures of one country."""
    own = [p for p in programmes if p.strategy.country == country]
    yield from _money(evidence, country, own, year)
    yield from _mix(evidence, own)
    for (listed, name), term in evidence.terms.items():
        if listed == "metric":
            figure = metric(evidence, country, name)
            unit = next((c.unit for c in evidence.countries.values() if c.metric == name), "")
            known = int(figure.value is not None)
            yield Shown(name, term.title, unit, figure, figure.year_list, known)


def _money(
    evidence: Evidence, country: str, own: Sequence[ProgrammeMoney], year: int
) -> Iterator[Shown]:
    addable = [p for p in own if p.strategy.adds]
    starts = [p.strategy.start_year for p in own if p.summed]
    span = _span(starts)
    count = (sum(p.summed for p in addable), len(addable))
    for name, unit, title in (
        ("krw", "million KRW", _("Announced money, whole periods")),
        ("usd", "million USD", _("Announced money, whole periods, dollars")),
    ):
        sum_ = announced(own, name) if own else missing(NO_PROGRAMME)
        yield Shown(f"announced_{name}", title, unit, sum_, span, *count)
    current = [p for p in addable if p.runs in ("running", "unknown")]
    counted = [p for p in current if p.figure["krw_per_year"].value is not None]
    count = (len(counted), len(current))
    a_year, in_usd = yearly(own), yearly(own, "usd_per_year")
    if not own:
        a_year = in_usd = missing(NO_PROGRAMME)
    for name, title, unit, figure, part in (
        ("yearly_krw", _("Money a year"), "million KRW", a_year, None),
        ("yearly_usd", _("Money a year, dollars"), "million USD", in_usd, None),
        ("yearly_of_gdp", _("Money a year as a share of GDP"), "share", in_usd * 1e6,
         "gdp_nominal"),
        ("yearly_per_head", _("Money a year per inhabitant"), "KRW", a_year * 1e6, "population"),
        ("yearly_per_ai_worker", _("Money a year per AI-skilled worker"), "KRW", a_year * 1e6,
         "ai_skilled_workers"),
    ):  # fmt: skip
        when = str(year)
        if part is not None:
            base = metric(evidence, country, part)
            figure, when = figure / base, f"{year} / {base.year_list}"
        yield Shown(name, title, unit, figure, when, *count)


def _mix(evidence: Evidence, own: Sequence[ProgrammeMoney]) -> Iterator[Shown]:
    whole = announced(own)
    for family, title in families(evidence).items():
        kind = [p for p in own if p.strategy.family == family]
        addable = [p for p in kind if p.strategy.adds]
        none = missing(_("No programme “{title}” is recorded.", title=title))
        share = announced(kind) / whole if kind else none
        cost = cost_per_person(kind) if kind else none
        span, count = _span([p.strategy.start_year for p in kind if p.summed]), len(addable)
        yield Shown(
            f"share_{family}",
            _("Share of announced money: {title}", title=title),
            "share", share, span, sum(p.summed for p in addable), count,
        )  # fmt: skip
        yield Shown(
            f"person_cost_{family}",
            _("Money per announced person: {title}", title=title),
            "million KRW", cost, span,
            sum(p.summed and p.figure["krw_per_person"].value is not None for p in addable), count,
        )  # fmt: skip


def _span(years: Sequence[int]) -> str:
    if not years:
        return ""
    return str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"


def said(evidence: Evidence, value: float, unit: str) -> Words:
    """A figure with its unit in words."""
    parsed = parse_unit(unit)
    if parsed.currency is not None:
        return rendered(money, value, Unit(parsed.scale, parsed.money))
    if unit == "share":
        return verbatim(percent(value, 3))
    known = _COUNTED.get(unit)
    if known is not None:
        return known.filled(number=digits(value))
    term = evidence.terms.get(("unit", unit))
    return in_a_row((digits(value), unit if term is None else term.title), " ")


_COUNTED = {
    "GPUs": _("{number} GPUs"),
    "accelerators": _("{number} accelerators"),
    "equivalent GPUs": _("{number} equivalent GPUs"),
    "per 10,000 LinkedIn members": _("{number} per 10,000 LinkedIn members"),
    "percent of LinkedIn members": _("{number} % of LinkedIn members"),
    "persons": _("{number} persons"),
    "rank from the bottom": _("rank {number} from the bottom"),
    "years": _("{number} years"),
}
"""Units whose name does not simply follow the number in every language."""
