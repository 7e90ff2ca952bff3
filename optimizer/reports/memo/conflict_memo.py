"""The memo where there is no plan: which rules cannot hold together, and the ways out to choose."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.wording import digits, money
from optimizer.i18n import _, pgettext
from optimizer.reports.document import document_text
from optimizer.reports.memo.figures import tongue
from optimizer.reports.provenance import command_on
from optimizer.reports.render.blocks import (
    Block,
    Bullets,
    Callout,
    Column,
    Heading,
    Memo,
    Paragraph,
    Row,
    SignOff,
    Table,
    Tone,
)
from optimizer.results.conflict import ConflictAnswer, RepairOption
from optimizer.results.contract import contract

KINDS = {
    "proportional": pgettext("heading", "All give way by the same share"),
    "protect": _("Keep one, the others give way"),
    "fewest": _("Change the fewest rules"),
    "drop": _("Put rules out of force"),
    "budget": _("More money"),
}
"""What each kind of way out is called in the table."""


def conflict_memo(answer: ConflictAnswer, language: str) -> Memo:
    """The memo of a conflict: what collides, each way out with its outcome, and who decides."""
    t, scenario = tongue(language), answer.scenario
    name = scenario.title.in_(language) if scenario.title else scenario.id
    parts = (t("Conflict memo"), scenario.author, scenario.date)
    return Memo(
        title=t("{name}: rules that cannot hold together", name=name),
        subtitle=" · ".join(part for part in parts if part),
        language=language,
        author=scenario.author or "Talent Budget Optimizer",
        date=scenario.date,
        footer=t(
            "Scenario {id} · inputs {fingerprint}", id=scenario.id, fingerprint=scenario.fingerprint
        ),
        blocks=tuple(_blocks(answer, language)),
        document_name=f"{scenario.id}.yaml",
        document=document_text(scenario),
    )


def _blocks(answer: ConflictAnswer, language: str) -> Iterator[Block]:
    t, scenario = tongue(language), answer.scenario
    budget = money(scenario.budget.total, scenario.money.parsed, language)
    yield Paragraph(
        t(
            "There is no plan for {budget} that keeps all rules. Choose what gives way.",
            budget=budget,
        ),
        Tone.LEAD,
    )
    yield Heading(t("What cannot hold together"))
    yield Bullets(tuple(s.in_(language) for s in answer.sentences))
    yield Heading(t("Ways out"))
    if answer.below_signed:
        note = answer.sentences[-1].in_(language)
        yield Callout(t("Beyond what is signed"), (note,))
    if answer.options:
        yield _menu(answer, language)
        yield Paragraph(contract("conflict").sentence.in_(language), Tone.NOTE)
    else:
        yield Paragraph(t("No change of rules that are not law ends the conflict."))
    yield SignOff((t("Way out chosen"), t("Name and office"), t("Signature, date")))
    yield Heading(t("How to reproduce"))
    yield Paragraph(command_on(scenario, "conflict", "--lang", language), Tone.CODE)


def _menu(answer: ConflictAnswer, language: str) -> Table:
    t = tongue(language)
    return Table(
        t("Ways out, each with the best plan after it; the goal decides the order of each kind"),
        (
            Column(t("No."), 0.5),
            Column(t("Kind"), 1.6),
            Column(t("What changes"), 4.4),
            Column(t("Goal"), 0.8, True),
            Column(pgettext("column in persons", "Net people").in_(language), 1.0, True),
        ),
        tuple(
            Row(
                (
                    str(number),
                    KINDS[option.kind].in_(language),
                    _changes(option, language),
                    digits(option.outcome.objective, 3),
                    digits(option.outcome.net_people, 3),
                )
            )
            for number, option in enumerate(answer.options, 1)
        ),
    )


def _changes(option: RepairOption, language: str) -> str:
    """The changes alone: the sentence up to its outcome."""
    return option.sentence.in_(language).rpartition(": ")[0]
