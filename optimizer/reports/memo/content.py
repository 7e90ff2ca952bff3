"""A plan and its grounds → the whole memo in one language, free of any file format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from optimizer.domain.wording import money
from optimizer.reports.document import document_text
from optimizer.reports.memo.choices import alternatives_annex, changes_annex
from optimizer.reports.memo.figures import tongue
from optimizer.reports.memo.front import period, recommendation
from optimizer.reports.memo.grounds import Grounds
from optimizer.reports.memo.ledger import evidence_annex
from optimizer.reports.memo.money import allocation
from optimizer.reports.memo.origin import origin_annex, sources_annex
from optimizer.reports.memo.people import yields
from optimizer.reports.memo.reasons import reasons, rests_on
from optimizer.reports.memo.rulebook import review_annex, rules_annex
from optimizer.reports.memo.sureness import sureness_annex
from optimizer.reports.provenance import solve_command
from optimizer.reports.render.blocks import Block, Heading, Memo, PageBreak, SignOff

NAME = "Talent Budget Optimizer"


def memo_of(grounds: Grounds, language: str, command: str | None = None) -> Memo:
    """The memo: recommendation first, then annexes.

    `command` is the one that makes the memo again; left out, the one that solves its scenario.
    """
    plan, t = grounds.plan, tongue(language)
    scenario = plan.scenario
    command = solve_command(scenario) if command is None else command
    name = scenario.title.in_(language) if scenario.title else scenario.id
    given = grounds.given is not None
    spent = money(plan.budget, scenario.money.parsed, language)
    title = (
        t("{name}: a plan for {spent}, assessed", name=name, spent=spent)
        if given
        else t("{name}: how to spend {spent}", name=name, spent=spent)
    )
    return Memo(
        title=title,
        subtitle=_subtitle(grounds, language),
        language=language,
        author=scenario.author or NAME,
        date=scenario.date,
        footer=t(
            "Scenario {id} · inputs {fingerprint}", id=scenario.id, fingerprint=scenario.fingerprint
        ),
        blocks=(*_pages(grounds, language), *_annexes(grounds, command, language)),
        document_name=f"{scenario.id}.yaml",
        document=document_text(scenario),
    )


def _subtitle(grounds: Grounds, language: str) -> str:
    t, scenario = tongue(language), grounds.plan.scenario
    kind = t("Decision memo")
    when = period(grounds.plan, language)
    parts = [kind, t("{when}", when=when)]
    parts += [part for part in (scenario.author, scenario.date) if part]
    return " · ".join(parts)


def _pages(grounds: Grounds, language: str) -> Iterator[Block]:
    plan, t = grounds.plan, tongue(language)
    parts = (
        recommendation(grounds, language),
        allocation(plan, language),
        yields(plan, language),
        reasons(grounds, language),
        rests_on(grounds, language),
    )
    yield from chain.from_iterable(parts)
    yield SignOff(
        (
            t("Decision"),
            t("Name and office"),
            t("Signature, date"),
        )
    )


def _annexes(grounds: Grounds, command: str, language: str) -> Iterator[Block]:
    plan = grounds.plan
    annexes: tuple[Iterable[Block], ...] = (
        evidence_annex(plan, language),
        sureness_annex(grounds, language),
        alternatives_annex(grounds, language),
        changes_annex(grounds.flips, language),
        rules_annex(grounds, language),
        review_annex(grounds, language),
        sources_annex(plan, language),
        origin_annex(plan, command, language),
    )
    t = tongue(language)
    yield PageBreak()
    for number, blocks in enumerate(annexes):
        for block in blocks:
            if isinstance(block, Heading) and block.level == 1:
                mark = t("Annex {chr}. ", chr=chr(ord("A") + number), number=number + 1)
                yield replace(block, text=mark + block.text)
            else:
                yield block
