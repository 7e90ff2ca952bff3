"""Spend like them, the next million and common bottlenecks as plain data and as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isnan
from typing import Any

from optimizer.domain.units import Unit, parse_unit
from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words
from optimizer.reports.plain import plan_data, records
from optimizer.reports.text import columns, word
from optimizer.results.contract import contract
from optimizer.results.plan import lines
from optimizer.studies.countries.bottlenecks import Bottlenecks
from optimizer.studies.countries.like_them import SpendLike, Transplant
from optimizer.studies.countries.next_million import NextMillion


def spend_like_data(answer: SpendLike) -> dict[str, Any]:
    """Both directions as nested plain data; `there` is None where it is not known."""
    there = answer.there
    return {
        "here": _transplant_data(answer.here),
        "there": None if there is None else _transplant_data(there),
        "holds": contract("spend_like").data,
    }


def _transplant_data(one: Transplant) -> dict[str, Any]:
    found, mix = one.evaluation, one.mix
    return {
        "scenario": one.scenario.id,
        "money_unit": one.scenario.money.unit,
        "mix": {
            "of": _both(mix.title),
            "shares": dict(mix.shares),
            "left_out": mix.left_out,
            "assumed": mix.assumed,
        },
        "people": one.people,
        "people_of_best": found.best.totals.net_people if found.best.found else None,
        "lost": found.left_on_the_table,
        "obeys": one.obeys,
        "broken": records(found.broken),
        "moved": one.moved if one.nearest is not None else None,
        "people_of_nearest": None if one.nearest is None else one.nearest.totals.net_people,
        "beside": records(one.beside),
        "plan": plan_data(found.plan),
        "sentences": [_both(s) for s in one.sentences],
        "cautions": [_both(c) for c in one.scenario.cautions],
    }


def spend_like_text(answer: SpendLike, language: str = "en") -> str:
    """The mix here beside the best plan, then the home country's mix on their scenario."""
    parts = [answer.here, *([] if answer.there is None else [answer.there])]
    said = ["\n".join(_transplant(one, language)) for one in parts]
    return "\n\n".join([*said, contract("spend_like").sentence.in_(language)]) + "\n"


def _transplant(one: Transplant, language: str) -> Iterator[str]:
    title = one.scenario.title
    yield f"{title.in_(language) if title else one.scenario.id}   [{one.scenario.id}]"
    yield from (s.in_(language) for s in one.sentences)
    yield ""
    head = {
        "en": ["Programme", "Share of the mix", "Given", "Best plan", "Nearest that obeys"],
        "ko": ["사업", "비중", "배정", "최적안", "규칙 준수안"],
    }[language]
    rows, unit = [head], one.scenario.money.parsed
    for row in lines(one.beside):
        name = title_of(one.scenario.programmes, row.programme).in_(language)
        amounts = (_money(m, unit, language) for m in (row.given, row.best, row.nearest))
        rows.append([name, percent(row.mix), *amounts])
    yield from columns(rows)
    yield from _cautions(one.scenario.cautions, language)


def next_million_data(answer: NextMillion) -> dict[str, Any]:
    """The ranking as nested plain data."""
    return {
        "gains": records(answer.gains),
        "holds": contract("next_million").data,
        "sentences": [_both(s) for s in answer.sentences],
        "cautions": [_both(c) for c in answer.cautions],
    }


def next_million_text(answer: NextMillion, language: str = "en") -> str:
    """The ranking as text: at the margin, for a whole million, and where the money goes."""
    ko = language == "ko"
    head = (
        ["시나리오", "예산", "한계값", "목표값 증가", "순증 인원 증가"]
        if ko
        else ["Scenario", "Budget", "At the margin", "Adds to the goal", "Net people added"]
    )
    rows = [head]
    for row in lines(answer.gains):
        name, gap = (row.title_ko, row.gap_ko) if ko else (row.title, row.gap)
        figures = ["–" if isnan(v) else digits(v) for v in (row.price, row.gain, row.net_people)]
        budget = money(row.budget, parse_unit(row.money_unit), language)
        rows.append([name, budget, *figures] if not gap else [f"{name} ({gap})", budget, *figures])
    said = [s.in_(language) for s in answer.sentences]
    return _page("next_million", said, rows, answer.cautions, language)


def bottlenecks_data(answer: Bottlenecks) -> dict[str, Any]:
    """What holds each scenario back and what many share, as nested plain data."""
    return {
        "common": records(answer.common),
        "holds": contract("bottlenecks").data,
        "limits": records(answer.limits),
        "without_plan": list(answer.without_plan),
        "sentences": [_both(s) for s in answer.sentences],
        "cautions": [_both(c) for c in answer.cautions],
    }


def bottlenecks_text(answer: Bottlenecks, language: str = "en") -> str:
    """Common limits first, each with what 1% more of it adds in every scenario."""
    ko = language == "ko"
    share = {(r.limit, r.scenario): r.share for r in lines(answer.limits)}
    names = list(dict.fromkeys(answer.limits["scenario"]))
    rows = [["1% 변경 시 증가율" if ko else "1% of it adds", *names]]
    for row in lines(answer.common):
        found = [share.get((row.limit, name)) for name in names]
        title = row.title_ko if ko else row.title
        rows.append([title, *("–" if v is None else percent(v) for v in found)])
    said = [s.in_(language) for s in answer.sentences]
    if answer.without_plan:
        left = ", ".join(answer.without_plan)
        said.append(f"한계값 없음: {left}." if ko else f"Without prices: {left}.")
    return _page("bottlenecks", said, rows, answer.cautions, language)


def _page(
    question: str,
    said: Sequence[str],
    rows: Sequence[Sequence[str]],
    cautions: Sequence[Words],
    language: str,
) -> str:
    """Sentences, table and cautions; what the answer moves and what it leaves comes last."""
    terms = contract(question).sentence.in_(language)
    return "\n".join([*said, "", *columns(rows), *_cautions(cautions, language), "", terms]) + "\n"


def _both(words: Words) -> dict[str, str]:
    return {"en": words.en, "ko": words.ko}


def _money(value: float, unit: Unit, language: str) -> str:
    return "–" if isnan(value) else money(value, unit, language)


def _cautions(cautions: Sequence[Words], language: str) -> Iterator[str]:
    if cautions:
        yield ""
        yield f"{word('cautions', language)}:"
        for caution in cautions:
            yield f"  - {' '.join(caution.in_(language).split())}"
