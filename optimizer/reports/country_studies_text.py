"""Spend like them, the next million and common bottlenecks as plain data and as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isnan
from typing import Any

from optimizer.domain.units import Unit, parse_unit
from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words, _
from optimizer.reports.in_languages import heads, in_all
from optimizer.reports.plain import plan_data, records
from optimizer.reports.text import columns, word
from optimizer.results.columns import cell
from optimizer.results.contract import contract
from optimizer.results.plan import lines
from optimizer.studies.countries.bottlenecks import Bottlenecks
from optimizer.studies.countries.like_them import SpendLike, Transplant
from optimizer.studies.countries.next_million import NextMillion

_BESIDE = (
    _("Programme"),
    _("Share of the mix"),
    _("Given"),
    _("Best plan"),
    _("Nearest that obeys"),
)
_GAINS = (
    _("Scenario"),
    _("Budget"),
    _("At the margin"),
    _("Adds to the goal"),
    _("Net people added"),
)


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
            "of": in_all(mix.title),
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
        "sentences": [in_all(s) for s in one.sentences],
        "cautions": [in_all(c) for c in one.scenario.cautions],
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
    rows, unit = [heads(_BESIDE, language)], one.scenario.money.parsed
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
        "sentences": [in_all(s) for s in answer.sentences],
        "cautions": [in_all(c) for c in answer.cautions],
    }


def next_million_text(answer: NextMillion, language: str = "en") -> str:
    """The ranking as text: at the margin, for a whole million, and where the money goes."""
    rows = [heads(_GAINS, language)]
    for row in lines(answer.gains):
        name, gap = cell(row, "title").in_(language), cell(row, "gap").in_(language)
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
        "sentences": [in_all(s) for s in answer.sentences],
        "cautions": [in_all(c) for c in answer.cautions],
    }


def bottlenecks_text(answer: Bottlenecks, language: str = "en") -> str:
    """Common limits first, each with what 1% more of it adds in every scenario."""
    share = {(r.limit, r.scenario): r.share for r in lines(answer.limits)}
    names = list(dict.fromkeys(answer.limits["scenario"]))
    rows = [[_("1% of it adds").in_(language), *names]]
    for row in lines(answer.common):
        found = [share.get((row.limit, name)) for name in names]
        title = cell(row, "title").in_(language)
        rows.append([title, *("–" if v is None else percent(v) for v in found)])
    said = [s.in_(language) for s in answer.sentences]
    if answer.without_plan:
        left = ", ".join(answer.without_plan)
        said.append(_("Without prices: {left}.", left=left).in_(language))
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


def _money(value: float, unit: Unit, language: str) -> str:
    return "–" if isnan(value) else money(value, unit, language)


def _cautions(cautions: Sequence[Words], language: str) -> Iterator[str]:
    if cautions:
        yield ""
        yield f"{word('cautions', language)}:"
        for caution in cautions:
            yield f"  - {' '.join(caution.in_(language).split())}"
