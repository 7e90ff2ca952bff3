"""Plan → a page of text that a minister could read, in either language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import _, pgettext
from optimizer.long_names import apart
from optimizer.results.columns import cell
from optimizer.results.contract import contract
from optimizer.results.goal_words import loss
from optimizer.results.plan import Plan, lines
from optimizer.results.review import Verdict, review
from optimizer.results.sentences import why_not

_WORDS = {
    "found": _("best plan, certified"),
    "programme": _("Programme"),
    "total": _("Total"),
    "share": _("Share"),
    "people": pgettext("column", "Net people"),
    "unspent": _("Unspent"),
    "without": _("Without this budget"),
    "rules": _("What the rules cost"),
    "binding": _("What holds the plan back"),
    "review": _("Look again"),
    "cautions": _("Read this first"),
    "pathway": _("How people come or stay"),
}

DUST = 1e-8
"""Share of all people below which a number of them is rounding."""


def plan_text(plan: Plan, language: str = "en", *, question: str = "best_plan") -> str:
    """The plan as plain text: headline, money by programme and year, people, prices, cautions.

    `question` is the one that the plan answers; what it moves and leaves comes last.
    """
    return "\n".join(_lines(plan, language, question)) + "\n"


def _lines(plan: Plan, language: str, question: str) -> Iterator[str]:
    scenario = plan.scenario
    title = scenario.title.in_(language) if scenario.title else scenario.id
    yield f"{title}   [{scenario.id} · {scenario.fingerprint}]"
    for sentence in plan.sentences or (() if plan.found else why_not(plan)):
        yield sentence.in_(language)
    if not plan.found:
        return
    yield ""
    yield from _money_table(plan, language)
    yield ""
    yield from _people_table(plan, language)
    yield from _rules(plan, language)
    yield from _bindings(plan, language)
    looks = [r for r in review(plan) if r.verdict is not Verdict.PASS]
    if looks:
        yield ""
        yield f"{word('review', language)}:"
        yield from (f"  - {r.finding.in_(language)} {r.advice.in_(language)}" for r in looks)
    if scenario.cautions:
        yield ""
        yield f"{word('cautions', language)}:"
        for caution in scenario.cautions:
            yield f"  - {' '.join(caution.in_(language).split())}"
    yield ""
    yield contract(question).sentence.in_(language)
    yield contract("additional_people").sentence.in_(language)


def _money_table(plan: Plan, language: str) -> Iterator[str]:
    years = list(plan.scenario.years.all)
    unit = plan.scenario.money.parsed
    spent = {(r.programme, r.year): r.spending for r in lines(plan.allocation)}
    rows = [
        [
            word("programme", language),
            *map(str, years),
            word("total", language),
            word("share", language),
        ]
    ]
    for p in plan.scenario.programmes:
        amounts = [spent[p, y] for y in years]
        name = title_of(plan.scenario.programmes, p).in_(language)
        share = percent(sum(amounts) / plan.spent) if plan.spent > 0 else "–"
        rows.append(
            [
                name,
                *(money(a, unit, language) for a in amounts),
                money(sum(amounts), unit, language),
                share,
            ]
        )
    sums = [sum(spent[p, y] for p in plan.scenario.programmes) for y in years]
    share = percent(1.0) if plan.spent > 0 else "–"
    rows.append(
        [
            word("total", language),
            *(money(a, unit, language) for a in sums),
            money(plan.spent, unit, language),
            share,
        ]
    )
    yield from columns(rows)
    if plan.unspent > 1e-6 * max(1.0, plan.budget):
        yield f"{word('unspent', language)}: {money(plan.unspent, unit, language)}"


def _people_table(plan: Plan, language: str) -> Iterator[str]:
    years = list(plan.scenario.years.all)
    dust = DUST * max(1.0, plan.everyone.net_people)
    people = {(r.pathway, r.year): r.net if r.net > dust else 0.0 for r in lines(plan.people)}
    rows = [[word("pathway", language), *map(str, years), word("people", language)]]
    for q in plan.scenario.pathways:
        net = [people[q, y] for y in years]
        if any(net):
            name = title_of(plan.scenario.pathways, q).in_(language)
            rows.append([name, *(digits(n, 3) for n in net), digits(sum(net), 3)])
    before = [0.0 if plan.baseline is None else plan.baseline.in_year(y) for y in years]
    if sum(before) > 1e-9:
        names = word("without", language)
        rows.append([names, *(digits(-n, 3) for n in before), digits(-sum(before), 3)])
    sums = [
        sum(people[q, y] for q in plan.scenario.pathways) - less
        for y, less in zip(years, before, strict=True)
    ]
    total = digits(plan.totals.net_people, 3)
    rows.append([word("total", language), *(digits(n, 3) for n in sums), total])
    yield from columns(rows)


def _rules(plan: Plan, language: str) -> Iterator[str]:
    if not len(plan.rules):
        return
    yield ""
    yield f"{word('rules', language)}:"
    for row in lines(plan.rules):
        title = cell(row, "title").in_(language)
        yield f"  - {title}: {loss(row.costs_objective, row.costs_people).in_(language)}"


def _bindings(plan: Plan, language: str) -> Iterator[str]:
    if not len(plan.binding):
        return
    yield ""
    yield f"{word('binding', language)}:"
    for row in lines(plan.binding.head(8)):
        yield f"  - {cell(row, 'title').in_(language)}: {cell(row, 'sentence').in_(language)}"


def word(name: str, language: str) -> str:
    """A fixed word of the page."""
    return _WORDS[name].in_(language)


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows as aligned columns, the first to the left; Korean letters count as two.

    Names too long for a table are clipped, so that those of one column stay apart.
    """
    short = [apart([row[i] for row in rows]) for i in range(len(rows[0]))]
    rows = [[short[i][cell] for i, cell in enumerate(row)] for row in rows]
    widths = [max(_wide(row[i]) for row in rows) for i in range(len(rows[0]))]
    for n, row in enumerate(rows):
        cells = [" " * (w - _wide(c)) + c for c, w in zip(row[1:], widths[1:], strict=True)]
        yield "  ".join([row[0] + " " * (widths[0] - _wide(row[0])), *cells])
        if n == 0:
            yield "-" * (sum(widths) + 2 * (len(widths) - 1))


def _wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
