"""The money a country announced for given years, and its mix of the programmes of the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from optimizer.domain.evidence import Evidence, Strategy
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import EMPTY, Words, _
from optimizer.results.table import Kind, Shape, data

IN_YEARS = Shape(
    "in_years",
    EMPTY,
    *data("strategy", "family"),
    *data("modelled", kind=Kind.YES_NO),
    *data("year", kind=Kind.YEAR),
    *data("money", kind=Kind.MONEY),
    *data("currency"),
    *data("period_assumed", "goes_on", kind=Kind.YES_NO),
)
"""Announced money of one programme in one year [million of its currency, current prices]."""
NO_PROGRAMME = _("The scenario has no such programme.")


@dataclass(frozen=True)
class Mix:
    """Shares of a budget by programme, adding up to 1, and where they come from.

    `left_out` is the share of the announced money in families that the model does not have;
    `assumed` the share of the mix whose period or continuation nobody published.
    """

    title: Words
    shares: Mapping[str, float]
    left_out: float = 0.0
    assumed: float = 0.0
    country: str | None = None

    def on(self, programmes: Sequence[str]) -> Mix:
        """The mix with a share for each of a scenario's programmes.

        Raises InvalidInput for shares of programmes that the scenario lacks.
        """
        issues = [
            Issue(f"mix.{p}", NO_PROGRAMME, suggest(p, programmes))
            for p, share in self.shares.items()
            if p not in programmes and share > 0
        ]
        if issues:
            raise InvalidInput(issues)
        return replace(self, shares={p: self.shares.get(p, 0.0) for p in programmes})


def families_of_the_model(evidence: Evidence) -> tuple[str, ...]:
    """The families of instruments that are programmes of the evidence as well."""
    words = [word for listed, word in evidence.terms if listed == "programme"]
    return tuple(word for word in words if ("family", word) in evidence.terms)


def usual_period(evidence: Evidence) -> float:
    """The period that most programmes have [years]; it stands in where none was published."""
    known = [s.period_years for s in evidence.strategies.values() if s.period_years is not None]
    often = Counter(known)
    return min(often, key=lambda period: (-often[period], period), default=1.0)


def money_in_years(evidence: Evidence, country: str, years: range) -> pd.DataFrame:
    """What a country's programmes that may be added spend in `years`, as IN_YEARS.

    An amount is spread evenly over its period. Where none of the country's programmes of the
    model runs in these years, those that ended last count as if they went on at their pace.
    """
    own = [
        s
        for s in evidence.strategies.values()
        if s.country == country and s.adds and s.amount is not None
    ]
    usual = usual_period(evidence)
    going = _going_on(evidence, own, years, usual)
    return IN_YEARS.frame(row for s in own for row in _rows(evidence, s, years, usual, going))


def mix_of_country(evidence: Evidence, country: str, years: range) -> Mix:
    """The country's mix of the model's families in `years`.

    Raises InvalidInput where it announced no amount for any of them.
    """
    found = money_in_years(evidence, country, years)
    modelled = found[found["modelled"]]
    total, whole = float(modelled["money"].sum()), float(found["money"].sum())
    if total <= 0:
        raise InvalidInput([_no_mix(evidence, country, years)])
    by_family = modelled.groupby("family")["money"].sum()
    shares = {
        family: float(by_family.get(family, 0.0)) / total
        for family in families_of_the_model(evidence)
    }
    guessed = modelled.loc[modelled["period_assumed"] | modelled["goes_on"], "money"].sum()
    return Mix(
        evidence.title("country", country),
        shares,
        left_out=1.0 - total / whole,
        assumed=float(guessed) / total,
        country=country,
    )


def countries_with_mix(evidence: Evidence, years: range) -> tuple[str, ...]:
    """The countries that announced money for the model's families in `years`, in order."""
    named = sorted({s.country for s in evidence.strategies.values()})
    return tuple(c for c in named if _modelled_money(evidence, c, years) > 0)


def _modelled_money(evidence: Evidence, country: str, years: range) -> float:
    found = money_in_years(evidence, country, years)
    return float(found.loc[found["modelled"], "money"].sum())


def _no_mix(evidence: Evidence, country: str, years: range) -> Issue:
    known = countries_with_mix(evidence, years)
    if ("country", country) in evidence.terms:
        title, codes = evidence.title("country", country), ", ".join(known)
        problem = _("{title} published no amount that can be copied.", title=title)
        return Issue(
            f"mix {country}",
            problem,
            _("Choose one of {codes}.", codes=codes),
        )
    problem = _("There is no such country.")
    return Issue(f"mix {country}", problem, suggest(country, known))


def _going_on(
    evidence: Evidence, own: Sequence[Strategy], years: range, usual: float
) -> frozenset[str]:
    """Programmes that count as going on, because nothing else of the model runs in the years."""
    modelled = [s for s in own if s.family in families_of_the_model(evidence)]
    if any(_share(s, y, usual) > 0 for s in modelled for y in years):
        return frozenset()
    ended = [s for s in modelled if s.start_year < years.start]
    last = max((_end(s, usual) for s in ended), default=0.0)
    return frozenset(s.id for s in ended if _end(s, usual) == last)


def _rows(
    evidence: Evidence, s: Strategy, years: range, usual: float, going: frozenset[str]
) -> Iterator[dict[str, object]]:
    assert s.amount is not None
    a_year = s.amount / (usual if s.period_years is None else s.period_years)
    for y in years:
        part = 1.0 if s.id in going else _share(s, y, usual)
        if part > 0:
            yield {
                "strategy": s.id, "family": s.family,
                "modelled": s.family in families_of_the_model(evidence), "year": y,
                "money": a_year * part, "currency": s.currency,
                "period_assumed": s.period_years is None, "goes_on": s.id in going,
            }  # fmt: skip


def _end(s: Strategy, usual: float) -> float:
    return s.start_year + (usual if s.period_years is None else s.period_years)


def _share(s: Strategy, year: int, usual: float) -> float:
    """The part of a year in which the programme runs."""
    return max(0.0, min(year + 1.0, _end(s, usual)) - max(float(year), float(s.start_year)))
