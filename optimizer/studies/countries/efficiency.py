"""Frontier efficiency of programmes and countries: announced people for announced money (DEA)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from optimizer.domain.base import Text
from optimizer.domain.evidence import Evidence
from optimizer.domain.wording import percent
from optimizer.lp.efficiency import Efficiency, Orientation, Returns, efficiency
from optimizer.results.plan import table
from optimizer.studies.countries.mix import families
from optimizer.studies.countries.money import ProgrammeMoney

COUNTRIES = "countries"
"""Name of the frontier whose units are countries; the others are named by family."""
SCORES = {
    "frontier": "str", "unit": "str", "title": "str", "title_ko": "str", "country": "str",
    "orientation": "str", "returns": "str", "score": "float64", "efficient": "bool",
    "krw_per_year": "float64", "people_per_year": "float64", "target_krw_per_year": "float64",
    "target_people_per_year": "float64", "peers": "str", "sources": "str", "grade": "str",
}  # fmt: skip
"""One line for each unit, orientation and assumption on scale; money in million won a year. People
of several families are added up in this table, but are separate outputs of the frontier."""
LEFT_OUT = {
    "frontier": "str", "unit": "str", "title": "str", "title_ko": "str", "gap": "str",
    "gap_ko": "str",
}  # fmt: skip
"""Units that the data cannot place, and why."""
ALONE = Text(
    en="It is the only one with money, period and people; a frontier needs two.",
    ko="금액·기간·인원이 모두 공표된 유일한 대상으로 비교 불가(둘 이상 필요).",
)
PART = Text(
    en="It is part of another programme, or holds others; it must not be added.",
    ko="다른 사업의 일부 또는 상위 사업으로 합산 불가.",
)
NO_UNIT = Text(
    en="No programme that may be added publishes money, period and people.",
    ko="금액·기간·인원이 모두 공표된 합산 가능 사업 없음.",
)


@dataclass(frozen=True)
class Frontiers:
    """Scores of all units on all frontiers, what was left out, and what they say."""

    scores: pd.DataFrame
    left_out: pd.DataFrame
    sentences: tuple[Text, ...]


@dataclass(frozen=True)
class _Unit:
    """A unit with its input (million won a year) and outputs (people a year by family)."""

    name: str
    title: Text
    country: str
    money: float
    people: tuple[float, ...]
    sources: str
    grade: str


def frontiers(evidence: Evidence, programmes: Sequence[ProgrammeMoney]) -> Frontiers:
    """Programmes of each family against each other, and countries with people of each family.

    Input: announced money a year. Outputs: announced people a year. These are promises, not
    measured people, and within a family heads of different kinds count alike. Parts of other
    programmes and umbrellas are left out.
    """
    scores: list[dict[str, object]] = []
    left: list[dict[str, object]] = []
    told: list[Text] = []
    for name, title, units, out in _groups(evidence, programmes):
        if len(units) == 1:
            out = [*out, (units[0].name, units[0].title, ALONE)]
        left += [
            {
                "frontier": name, "unit": unit, "title": called.en, "title_ko": called.ko,
                "gap": gap.en, "gap_ko": gap.ko,
            }
            for unit, called, gap in out
        ]  # fmt: skip
        if len(units) > 1:
            found = list(_solved(units))
            scores += [row for answer in found for row in _rows(name, units, answer)]
            told.append(_sentence(title, units, found[0]))
    return Frontiers(table(scores, SCORES), table(left, LEFT_OUT), tuple(told))


def _solved(units: Sequence[_Unit]) -> Iterator[Efficiency]:
    """All four frontiers, the input-oriented one with constant returns first."""
    outputs = np.array([u.people for u in units])
    outputs = outputs[:, outputs.max(axis=0) > 0]
    names, inputs = [u.name for u in units], [[u.money] for u in units]
    for orientation in Orientation:
        for returns in Returns:
            yield efficiency(names, inputs, outputs, orientation=orientation, returns=returns)


def _rows(name: str, units: Sequence[_Unit], found: Efficiency) -> Iterator[dict[str, object]]:
    for unit, answer in zip(units, found.units, strict=True):
        yield {
            "frontier": name, "unit": unit.name, "title": unit.title.en, "title_ko": unit.title.ko,
            "country": unit.country, "orientation": str(found.orientation),
            "returns": str(found.returns), "score": answer.score, "efficient": answer.efficient,
            "krw_per_year": unit.money, "people_per_year": sum(unit.people),
            "target_krw_per_year": float(answer.input_target[0]),
            "target_people_per_year": float(answer.output_target.sum()),
            "peers": ", ".join(answer.peers), "sources": unit.sources, "grade": unit.grade,
        }  # fmt: skip


Group = tuple[str, Text, list[_Unit], list[tuple[str, Text, Text]]]


def _groups(evidence: Evidence, programmes: Sequence[ProgrammeMoney]) -> Iterator[Group]:
    kinds = families(evidence)
    for family, title in kinds.items():
        members = [p for p in programmes if p.strategy.family == family]
        units, out = [], []
        for p in members:
            gaps = _gaps(p)
            called = p.strategy.title
            if gaps:
                words = Text(en=" ".join(g.en for g in gaps), ko=" ".join(g.ko for g in gaps))
                out.append((p.strategy.id, called, words))
            else:
                units.append(_unit(p.strategy.id, called, [p], (family,)))
        yield family, title, units, out
    units, out = [], []
    for country in dict.fromkeys(p.strategy.country for p in programmes):
        addable = [p for p in programmes if p.strategy.country == country and not _gaps(p)]
        place = evidence.title("country", country)
        if addable:
            units.append(_unit(country, place, addable, tuple(kinds)))
        else:
            out.append((country, place, NO_UNIT))
    yield COUNTRIES, Text(en="Countries", ko="국가별"), units, out


def _gaps(p: ProgrammeMoney) -> list[Text]:
    """Why a programme cannot be placed; empty where money, period and people are published."""
    found = [*p.figure["krw_per_year"].gaps, *p.figure["krw_per_person"].gaps]
    apart = [] if p.strategy.adds else [PART]
    return list({g.en: g for g in [*found, *apart]}.values())


def _unit(
    name: str, title: Text, members: Sequence[ProgrammeMoney], outputs: Sequence[str]
) -> _Unit:
    heads = dict.fromkeys(outputs, 0.0)
    for p in members:
        s = p.strategy
        assert s.target_heads is not None
        assert s.period_years is not None
        heads[s.family] += s.target_heads / s.period_years
    figures = [p.figure[name] for p in members for name in ("krw_per_year", "krw_per_person")]
    return _Unit(
        name,
        title,
        members[0].strategy.country,
        sum(p.figure["krw_per_year"].number for p in members),
        tuple(heads.values()),
        ", ".join(dict.fromkeys(s for f in figures for s in f.sources)),
        str(max(f.grade for f in figures)),
    )


def _sentence(title: Text, units: Sequence[_Unit], found: Efficiency) -> Text:
    """Who sets the frontier, and who is furthest from it."""
    called = {u.name: u.title for u in units}
    best = [called[u.name] for u in found.units if u.efficient]
    last = min(found.units, key=lambda u: u.score)
    share, worst = percent(last.score), called[last.name]
    return Text(
        en=f"{title.en}: on announced money and people the frontier is {_list(best, 'en')}; "
        f"at its terms {worst.en} would need {share} of its money.",
        ko=f"{title.ko}: 공표 금액·인원 기준 최선 사례는 {_list(best, 'ko')}. "
        f"같은 조건 적용 시 필요 금액: {worst.ko} 현 수준의 {share}.",
    )


def _list(names: Sequence[Text], language: str) -> str:
    return ", ".join(n.in_(language) for n in names)
