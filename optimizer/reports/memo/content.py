"""A plan and its grounds → the whole memo, free of any file format and language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import money
from optimizer.i18n import Words, _, in_a_row, rendered, verbatim
from optimizer.reports.document import document_text
from optimizer.reports.memo.allocation import allocation
from optimizer.reports.memo.alternatives import alternatives_annex, changes_annex
from optimizer.reports.memo.evidence import evidence_annex
from optimizer.reports.memo.grounds import Grounds
from optimizer.reports.memo.people import yields
from optimizer.reports.memo.reasons import reasons, rests_on
from optimizer.reports.memo.recommendation import period, recommendation
from optimizer.reports.memo.rules import review_annex, rules_annex
from optimizer.reports.memo.sources import origin_annex, sources_annex
from optimizer.reports.memo.uncertainty import uncertainty_annex
from optimizer.reports.provenance import solve_command
from optimizer.reports.render.blocks import Block, Memo, PageBreak, SignOff
from optimizer.results.page import Heading

NAME = "Talent Budget Optimizer"


def memo_of(grounds: Grounds, command: str | None = None) -> Memo:
    """The memo: recommendation first, then annexes.

    `command` is the one that makes the memo again; left out, the one that solves its scenario.
    """
    plan, scenario = grounds.plan, grounds.plan.scenario
    command = solve_command(scenario) if command is None else command
    name = scenario.title or verbatim(scenario.id)
    spent = rendered(money, plan.budget, scenario.money.parsed)
    title = (
        _("{name}: how to spend {spent}", name=name, spent=spent)
        if grounds.given is None
        else _("{name}: a plan for {spent}, assessed", name=name, spent=spent)
    )
    kind = (_("Decision memo"), _("{when}", when=period(plan)))
    return memo_with(scenario, title, kind, (*_pages(grounds), *_annexes(grounds, command)))


def memo_with(
    scenario: Scenario, title: Words, kind: Iterable[Words], blocks: tuple[Block, ...]
) -> Memo:
    """A memo about a scenario; author and date follow its kind in the line below the title."""
    signed = (part for part in (scenario.author, scenario.date) if part)
    return Memo(
        title=title,
        subtitle=in_a_row((*kind, *signed), " · "),
        author=scenario.author or NAME,
        date=scenario.date,
        footer=_(
            "Scenario {id} · inputs {fingerprint}", id=scenario.id, fingerprint=scenario.fingerprint
        ),
        blocks=blocks,
        document_name=f"{scenario.id}.yaml",
        document=document_text(scenario),
    )


def _pages(grounds: Grounds) -> Iterator[Block]:
    plan = grounds.plan
    yield from chain(
        recommendation(grounds),
        allocation(plan),
        yields(plan),
        reasons(grounds),
        rests_on(grounds),
    )
    yield SignOff((_("Decision"), _("Name and office"), _("Signature, date")))


def _annexes(grounds: Grounds, command: str) -> Iterator[Block]:
    plan = grounds.plan
    annexes: tuple[Iterable[Block], ...] = (
        evidence_annex(plan),
        uncertainty_annex(grounds),
        alternatives_annex(grounds),
        changes_annex(grounds.flips),
        rules_annex(grounds),
        review_annex(grounds),
        sources_annex(plan),
        origin_annex(plan, command),
    )
    yield PageBreak()
    for number, blocks in enumerate(annexes):
        for block in blocks:
            if isinstance(block, Heading) and block.level == 1:
                mark = _("Annex {chr}. ", chr=chr(ord("A") + number), number=number + 1)
                yield replace(block, text=in_a_row((mark, block.text), ""))
            else:
                yield block
