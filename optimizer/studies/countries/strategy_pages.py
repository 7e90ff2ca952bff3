"""Spend like them, the next million and common bottlenecks, laid out and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from optimizer.i18n import EMPTY, SOURCE, _, in_a_row, verbatim
from optimizer.results.columns import cell
from optimizer.results.contract import contract
from optimizer.results.page import Block, Heading, Page, Paragraph, page, said, terms
from optimizer.results.plan import lines
from optimizer.results.plan_page import cautions
from optimizer.results.table import Column, Kind, Shape, Table, data, rows_of

if TYPE_CHECKING:
    from optimizer.studies.countries.bottlenecks import Bottlenecks
    from optimizer.studies.countries.like_them import SpendLike, Transplant
    from optimizer.studies.countries.next_million import NextMillion

BESIDE = Shape(
    "beside",
    _("Their mix on this budget"),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    Column("mix", _("Share of the mix"), Kind.SHARE),
    Column("given", _("Given"), Kind.MONEY),
    Column("used", _("Used"), Kind.MONEY, brief=False),
    Column("best", _("Best plan"), Kind.MONEY),
    Column("nearest", _("Nearest that keeps the rules"), Kind.MONEY),
)
"""Share of the mix, and money over all years [scenario's unit]: by the mix, used of it, in the
best plan, and in the plan nearest to the mix that keeps every rule."""
GAINS = Shape(
    "gains",
    _("What a million dollars more adds"),
    *data("scenario", "country"),
    Column("title", _("Scenario"), Kind.WORDS),
    *data("money_unit"),
    Column("budget", _("Budget"), Kind.MONEY, unit="money_unit"),
    *data("budget_usd", "amount", kind=Kind.NUMBER),
    Column("price", _("At the margin"), Kind.GOAL),
    Column("gain", _("Adds to the goal"), Kind.GOAL),
    Column("net_people", _("Net people added"), Kind.PEOPLE),
    *data("programme", kind=Kind.PROGRAMME),
    *data("share", kind=Kind.SHARE),
    Column("gap", _("Why there is no figure"), Kind.WORDS, brief=False),
)
"""One line a scenario, most first. `budget` and `amount` (a million dollars) in `money_unit`,
`budget_usd` in million dollars. `price`: change of the goal per million dollars at the margin;
`gain` and `net_people`: what a whole million adds, solved again. `programme` gets most of it, the
`share` (above 1 where others shrink). Not-a-number is a gap, and `gap` says why."""
COMMON = Shape(
    "common",
    _("Shared limits"),
    *data("limit", "kind"),
    Column("title", _("Limit"), Kind.WORDS),
    Column("scenarios", _("Holds back"), Kind.COUNT, brief=False),
    *data("of", kind=Kind.COUNT),
    Column("share", _("Mean gain"), Kind.SHARE, brief=False),
    *data("strongest"),
    *data("strongest_share", kind=Kind.SHARE),
)
"""One line a limit, those that hold back most scenarios first: in how many of how many it is one,
its mean `share` there, and where it is strongest."""


def spend_like_page(answer: SpendLike) -> Page:
    """The mix here beside the best plan, then the home country's mix on their scenario."""
    parts = [answer.here, *([] if answer.there is None else [answer.there])]
    return page(*(block for one in parts for block in _transplant(one)), terms("spend_like"))


def _transplant(one: Transplant) -> list[Block]:
    scenario = one.scenario
    title = scenario.title or verbatim(scenario.id)
    return [
        Heading(in_a_row((title, f"   [{scenario.id}]"), "")),
        *said(one.sentences),
        beside_table(one),
        cautions(scenario.cautions),
    ]


def beside_table(one: Transplant) -> Table:
    """Money by programme: by their mix, in the best plan, in the nearest one."""
    return BESIDE.of(one.beside, one.scenario)


def spend_like_data(answer: SpendLike) -> dict[str, Any]:
    """Both directions; `there` is None where it is not known."""
    there = answer.there
    return {
        "here": _transplant_data(answer.here),
        "there": None if there is None else _transplant_data(there),
        "holds": contract("spend_like"),
    }


def _transplant_data(one: Transplant) -> dict[str, Any]:
    found, mix = one.evaluation, one.mix
    return {
        "scenario": one.scenario.id,
        "money_unit": one.scenario.money.unit,
        "mix": {
            "of": mix.title,
            "shares": mix.shares,
            "left_out": mix.left_out,
            "assumed": mix.assumed,
        },
        "people": one.people,
        "people_of_best": found.best.totals.net_people if found.best.found else None,
        "lost": found.left_on_the_table,
        "obeys": one.obeys,
        "broken": found.broken,
        "moved": one.moved if one.nearest is not None else None,
        "people_of_nearest": None if one.nearest is None else one.nearest.totals.net_people,
        "beside": one.beside,
        "plan": found.plan,
        "sentences": one.sentences,
        "cautions": one.scenario.cautions,
    }


def next_million_page(answer: NextMillion) -> Page:
    """At the margin, for a whole million, and where the money goes."""
    rows = []
    for row in rows_of(answer.gains):
        gap = cell(row, "gap")
        reason = in_a_row((" (", gap, ")"), "") if gap.in_(SOURCE) else EMPTY
        rows.append({**row, "title": in_a_row((cell(row, "title"), reason), ""), "gap": gap})
    return page(
        said(answer.sentences), GAINS.of(rows), cautions(answer.cautions), terms("next_million")
    )


def next_million_data(answer: NextMillion) -> dict[str, Any]:
    """The ranking."""
    return {
        "gains": answer.gains,
        "holds": contract("next_million"),
        "sentences": answer.sentences,
        "cautions": answer.cautions,
    }


def bottlenecks_page(answer: Bottlenecks) -> Page:
    """Common limits first, each with what 1% more of it adds in every scenario."""
    left = ", ".join(answer.without_plan)
    without = Paragraph(_("Without prices: {left}.", left=left))
    return page(
        said(answer.sentences),
        [without] if left else [],
        shared_limits(answer),
        cautions(answer.cautions),
        terms("bottlenecks"),
    )


def shared_limits(answer: Bottlenecks) -> Table:
    """What 1% more of each limit adds in every scenario, by which it holds back most."""
    share = {(r.limit, r.scenario): r.share for r in lines(answer.limits)}
    names = list(dict.fromkeys(answer.limits["scenario"]))
    columns = (Column(name, verbatim(name), Kind.SHARE) for name in names)
    shape = Shape(COMMON.name, COMMON.title, *COMMON.columns, *columns)
    rows = [
        {**row, **{name: share.get((row["limit"], name)) for name in names}}
        for row in rows_of(answer.common)
    ]
    return shape.of(rows, heads={"title": _("1% of it adds")})


def bottlenecks_data(answer: Bottlenecks) -> dict[str, Any]:
    """What holds each scenario back and what many share."""
    return {
        "common": answer.common,
        "holds": contract("bottlenecks"),
        "limits": answer.limits,
        "without_plan": answer.without_plan,
        "sentences": answer.sentences,
        "cautions": answer.cautions,
    }
