"""Who stands on a frontier by announced figures: programmes of one family, and countries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from optimizer.domain.evidence import Evidence
from optimizer.i18n import SOURCE, Words, _, in_a_row
from optimizer.studies.countries.mix import families
from optimizer.studies.countries.money import ProgrammeMoney

COUNTRIES = "countries"
"""Name of the frontier whose units are countries; the others are named by family."""
PART = _("It is part of another programme, or holds others; it must not be added.")
NO_UNIT = _("No programme that may be added publishes money, period and people.")


@dataclass(frozen=True)
class Unit:
    """A unit with its input (million won) and outputs (people by kind)."""

    name: str
    title: Words
    country: str
    money: float
    people: tuple[float, ...]
    sources: str
    grade: str


@dataclass(frozen=True)
class Group:
    """Units that may be compared, and those that cannot be placed, each with the reason.

    `basis` is announced (money a year and people a year) or measured (money a year of the term, and
    people who were counted).
    """

    name: str
    basis: str
    title: Words
    units: tuple[Unit, ...]
    left_out: tuple[tuple[str, Words, Words], ...]


def announced_groups(evidence: Evidence, programmes: Sequence[ProgrammeMoney]) -> Iterator[Group]:
    """Programmes of each family; then countries, whose outputs are people of each family."""
    kinds = families(evidence)
    for family, title in kinds.items():
        units, out = [], []
        for p in programmes:
            if p.strategy.family != family:
                continue
            gaps, called = _gaps(p), p.strategy.title
            if gaps:
                words = in_a_row(gaps, " ")
                out.append((p.strategy.id, called, words))
            else:
                units.append(_unit(p.strategy.id, called, [p], (family,)))
        yield Group(family, "announced", title, tuple(units), tuple(out))
    units, out = [], []
    for country in dict.fromkeys(p.strategy.country for p in programmes):
        own = [p for p in programmes if p.strategy.country == country and not _gaps(p)]
        place = evidence.title("country", country)
        if own:
            units.append(_unit(country, place, own, tuple(kinds)))
        else:
            out.append((country, place, NO_UNIT))
    title = _("Countries")
    yield Group(COUNTRIES, "announced", title, tuple(units), tuple(out))


def _gaps(p: ProgrammeMoney) -> list[Words]:
    """Why a programme cannot be placed; empty where money, period and people are published."""
    found = [*p.figure["krw_per_year"].gaps, *p.figure["krw_per_person"].gaps]
    apart = [] if p.strategy.adds else [PART]
    return list({g.in_(SOURCE): g for g in [*found, *apart]}.values())


def _unit(
    name: str, title: Words, members: Sequence[ProgrammeMoney], outputs: Sequence[str]
) -> Unit:
    heads = dict.fromkeys(outputs, 0.0)
    for p in members:
        s = p.strategy
        assert s.target_heads is not None
        assert s.period_years is not None
        heads[s.family] += s.target_heads / s.period_years
    figures = [p.figure[name] for p in members for name in ("krw_per_year", "krw_per_person")]
    return Unit(
        name,
        title,
        members[0].strategy.country,
        sum(p.figure["krw_per_year"].number for p in members),
        tuple(heads.values()),
        ", ".join(dict.fromkeys(s for f in figures for s in f.sources)),
        str(max(f.grade for f in figures)),
    )
