"""How sure a plan is: its outcome and its money over draws of all uncertain numbers."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.wording import digits, span
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import pgettext
from optimizer.reports.memo.figures import about, purse, share, tongue
from optimizer.reports.memo.front import channel_title
from optimizer.reports.memo.grounds import GIVEN, Grounds, Sureness
from optimizer.reports.render.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Picture,
    Row,
    Span,
    Table,
)
from optimizer.results.contract import contract
from optimizer.results.plan import Plan, lines
from optimizer.studies.uncertainty.study import BEST_AGAIN, KEPT


def sureness_annex(grounds: Grounds, language: str) -> Iterator[Block]:
    """The spread of the outcome with the money kept, and of the best plan of each draw."""
    t = tongue(language)
    yield Heading(t("How sure"))
    sure = grounds.sureness
    if sure is None:
        yield Paragraph(
            t(
                "No study of uncertainty stands behind this memo: it was not asked "
                "for, no number has a range, or no draw had a plan."
            )
        )
        return
    yield Paragraph(_method(sure, language))
    yield _outcomes(grounds.plan, sure, language)
    yield _programmes(sure, language)
    yield _picture(grounds.plan, sure, language)
    yield Bullets((*_regret(sure, language), *_rest(sure, language)))


def _method(sure: Sureness, language: str) -> str:
    t, count = tongue(language), sure.study.draws.count
    numbers = len(sure.study.draws.names)
    kept, again = (contract(f"uncertainty_{one}").sentence for one in (KEPT, BEST_AGAIN))
    return t(
        "All {numbers} uncertain numbers were drawn together {count} times "
        "from their ranges (seed {seed}). {kept} {again}",
        numbers=numbers,
        count=count,
        seed=sure.seed,
        kept=kept,
        again=again,
    )


def _outcomes(plan: Plan, sure: Sureness, language: str) -> Table:
    t = tongue(language)
    kept = [sure.kept.low, sure.kept.middle, sure.kept.high, plan.totals.net_people]
    rows = [Row((t("Net people, plan kept"), *map(about, kept)))]
    names = {
        "net_people": t("Net people"),
        "objective": t("Weighted people"),
    }
    shown = ("net_people", *plan.scenario.objective.channels)
    for r in lines(sure.study.distribution):
        if r.outcome in shown:
            title = names.get(r.outcome, channel_title(r.outcome, language))
            best = t("{title}, best again", title=title)
            rows.append(Row((best, *map(about, (r.p05, r.p50, r.p95, r.central)))))
    return Table(
        t("Net people over the draws, persons"),
        (
            Column(pgettext("memo", "Outcome").in_(language), 4.0),
            Column(t("5% point"), 1.2, True),
            Column(t("Median"), 1.2, True),
            Column(t("95% point"), 1.2, True),
            Column(t("Central values"), 1.4, True),
        ),
        tuple(rows),
    )


def _programmes(sure: Sureness, language: str) -> Table:
    t, scenario = tongue(language), sure.study.scenario
    held = purse(scenario, language)
    order = list(scenario.programmes)
    rows = []
    for r in sorted(lines(sure.study.programmes), key=lambda r: order.index(r.programme)):
        title = title_of(scenario.programmes, r.programme).in_(language)
        money = (held.show(v) for v in (r.p05, r.p50, r.p95, r.central))
        rows.append(Row((title, *money, share(r.leads), share(r.funded))))
    return Table(
        t("Spending in the best plan of each draw, {unit}", unit=held.unit),
        (
            Column(t("Programme"), 2.6),
            Column(t("5% point"), 1.1, True),
            Column(t("Median"), 1.1, True),
            Column(t("95% point"), 1.1, True),
            Column(t("Central values"), 1.3, True),
            Column(t("Gets most in"), 1.2, True),
            Column(t("Funded in"), 1.1, True),
        ),
        tuple(rows),
        (t("The last two columns: share of the draws."),),
    )


def _picture(plan: Plan, sure: Sureness, language: str) -> Picture:
    t, held = tongue(language), purse(plan.scenario, language)
    now = plan.allocation.groupby("programme", sort=False)["spending"].sum()
    rows = {r.programme: r for r in lines(sure.study.programmes)}
    spans = []
    for n, p in enumerate(plan.scenario.programmes, start=1):
        low, high = rows[p].p05 / held.size, rows[p].p95 / held.size
        here = float(now[p]) / held.size
        end = span(held.show(rows[p].p05), held.show(rows[p].p95), language)
        title = title_of(plan.scenario.programmes, p).in_(language)
        spans.append(Span(title, f"P{n}", low, high, here, end))
    said = ", ".join(
        t(
            "{label} {end}, this plan {show}",
            label=s.label,
            end=s.end,
            show=held.show(s.now * held.size),
        )
        for s in spans
    )
    return Picture(
        tuple(spans),
        t("Ranges of the best spending over the draws, {unit}: {said}.", unit=held.unit, said=said),
        t(
            "Spending that is best in 90% of the draws, {unit}; the diamond is this plan",
            unit=held.unit,
        ),
    )


def _regret(sure: Sureness, language: str) -> Iterator[str]:
    t = tongue(language)
    rows = {r.plan: r for r in lines(sure.study.regret)}
    row = rows.get(GIVEN, rows.get("central"))
    if row is None:
        return
    mean, part, most = digits(row.mean, 2), share(row.mean_share), digits(row.p95, 2)
    yield t(
        "Against the best plan of each draw this plan loses {mean} weighted "
        "people on average ({part}), and at most {most} in 95% of the draws.",
        mean=mean,
        part=part,
        most=most,
    )


def _rest(sure: Sureness, language: str) -> Iterator[str]:
    t, study = tongue(language), sure.study
    lost = study.draws.count - int(study.outcomes.found.sum())
    if lost:
        part = share(lost / study.draws.count)
        yield t("In {lost} draws ({part}) no plan obeys all rules.", lost=lost, part=part)
    yield t("Every best plan of a draw is certified.")
