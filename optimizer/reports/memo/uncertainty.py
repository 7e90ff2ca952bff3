"""How sure a plan is: its outcome and its money over draws of all uncertain numbers."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.wording import digits, span
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words, _, in_a_row, pgettext, rendered
from optimizer.reports.memo.figures import Amounts, about, on_paper, share
from optimizer.reports.memo.grounds import GIVEN, Grounds, UncertaintyOfPlan
from optimizer.reports.memo.recommendation import channel_title
from optimizer.reports.render.blocks import Block, Picture, Span
from optimizer.results.contract import contract
from optimizer.results.page import Bullets, Heading, Paragraph
from optimizer.results.plan import Plan, lines
from optimizer.results.table import Kind, Table, rows_of
from optimizer.studies.uncertainty.study import BEST_AGAIN, KEPT
from optimizer.studies.uncertainty.tables import DISTRIBUTION, PROGRAMMES

_HEADS = {"p05": _("5% point"), "p95": _("95% point"), "central": _("Central values")}
"""Heads of quantiles where there is room for them."""


def uncertainty_annex(grounds: Grounds) -> Iterator[Block]:
    """The spread of the outcome with the money kept, and of the best plan of each draw."""
    yield Heading(_("How sure"))
    sure = grounds.uncertainty
    if sure is None:
        yield Paragraph(
            _(
                "No study of uncertainty stands behind this memo: it was not asked "
                "for, no number has a range, or no draw had a plan."
            )
        )
        return
    yield Paragraph(_method(sure))
    yield _outcomes(grounds.plan, sure)
    yield _programmes(sure)
    yield _picture(grounds.plan, sure)
    yield Bullets((*_regret(sure), *_rest(sure)))


def _method(sure: UncertaintyOfPlan) -> Words:
    kept, again = (contract(f"uncertainty_{one}").sentence for one in (KEPT, BEST_AGAIN))
    return _(
        "All {numbers} uncertain numbers were drawn together {count} times "
        "from their ranges (seed {seed}). {kept} {again}",
        numbers=len(sure.study.draws.names),
        count=sure.study.draws.count,
        seed=sure.seed,
        kept=kept,
        again=again,
    )


def _outcomes(plan: Plan, sure: UncertaintyOfPlan) -> Table:
    names = {"net_people": _("Net people"), "objective": _("Weighted people")}
    kept = (sure.kept.low, sure.kept.middle, sure.kept.high, plan.totals.net_people)
    rows = [
        {
            "outcome": _("Net people, plan kept"),
            **dict(zip(("p05", "p50", "p95", "central"), kept, strict=True)),
        }
    ]
    shown = ("net_people", *plan.scenario.objective.channels)
    for row in rows_of(sure.study.distribution):
        if row["outcome"] in shown:
            title = names.get(row["outcome"], channel_title(row["outcome"]))
            rows.append({**row, "outcome": _("{title}, best again", title=title)})
    return on_paper(
        DISTRIBUTION.of(rows),
        {"outcome": 4.0, "p05": 1.2, "p50": 1.2, "p95": 1.2, "central": 1.4},
        heads={"outcome": pgettext("memo", "Outcome"), **_HEADS},
        reads={Kind.NUMBER: about},
        title=_("Net people over the draws, persons"),
    )


def _programmes(sure: UncertaintyOfPlan) -> Table:
    scenario = sure.study.scenario
    amounts, order = Amounts(scenario), list(scenario.programmes)
    rows = sorted(rows_of(sure.study.programmes), key=lambda row: order.index(row["programme"]))
    return on_paper(
        PROGRAMMES.of(rows, scenario),
        {
            "programme": 2.6, "p05": 1.1, "p50": 1.1, "p95": 1.1, "central": 1.3,
            "leads": 1.2, "funded": 1.1,
        },
        heads={"leads": _("Gets most in"), "funded": _("Funded in"), **_HEADS},
        reads={Kind.MONEY: amounts.show, Kind.SHARE: share},
        title=_("Spending in the best plan of each draw, {unit}", unit=amounts.unit),
        notes=(_("The last two columns: share of the draws."),),
    )  # fmt: skip


def _picture(plan: Plan, sure: UncertaintyOfPlan) -> Picture:
    amounts = Amounts(plan.scenario)
    now = plan.allocation.groupby("programme", sort=False)["spending"].sum()
    rows = {r.programme: r for r in lines(sure.study.programmes)}
    spans = []
    for n, p in enumerate(plan.scenario.programmes, start=1):
        low, high = rows[p].p05, rows[p].p95
        end = rendered(span, amounts.show(low), amounts.show(high))
        title = title_of(plan.scenario.programmes, p)
        spans.append(Span(title, f"P{n}", low, high, float(now[p]), end))
    said = in_a_row(
        (
            _("{label} {end}, this plan {show}", label=s.label, end=s.end, show=amounts.show(s.now))
            for s in spans
        ),
        ", ",
    )
    return Picture(
        tuple(spans),
        _(
            "Ranges of the best spending over the draws, {unit}: {said}.",
            unit=amounts.unit,
            said=said,
        ),
        _(
            "Spending that is best in 90% of the draws, {unit}; the diamond is this plan",
            unit=amounts.unit,
        ),
    )


def _regret(sure: UncertaintyOfPlan) -> Iterator[Words]:
    rows = {r.plan: r for r in lines(sure.study.regret)}
    row = rows.get(GIVEN, rows.get("central"))
    if row is None:
        return
    yield _(
        "Against the best plan of each draw this plan loses {mean} weighted "
        "people on average ({part}), and at most {most} in 95% of the draws.",
        mean=digits(row.mean, 2),
        part=share(row.mean_share),
        most=digits(row.p95, 2),
    )


def _rest(sure: UncertaintyOfPlan) -> Iterator[Words]:
    study = sure.study
    lost = study.draws.count - int(study.outcomes.found.sum())
    if lost:
        part = share(lost / study.draws.count)
        yield _("In {lost} draws ({part}) no plan obeys all rules.", lost=lost, part=part)
    yield _("Every best plan of a draw is certified.")
