"""The memo where there is no plan: which rules cannot hold together, and the ways out to choose."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.wording import money
from optimizer.i18n import Words, _, pgettext, rendered, verbatim
from optimizer.reports.memo.content import memo_with
from optimizer.reports.provenance import command_on
from optimizer.reports.render.blocks import Block, Callout, Memo, SignOff
from optimizer.results.conflict import ConflictAnswer, RepairOption
from optimizer.results.contract import contract
from optimizer.results.page import Bullets, Heading, Paragraph, Tone
from optimizer.results.table import Column, Kind, Shape, Table

KINDS = {
    "proportional": pgettext("heading", "All give way by the same share"),
    "protect": _("Keep one, the others give way"),
    "fewest": _("Change the fewest rules"),
    "drop": _("Put rules out of force"),
    "budget": _("More money"),
}
"""What each kind of way out is called in the table."""
MENU = Shape(
    "ways_out",
    _("Ways out, each with the best plan after it; the goal decides the order of each kind"),
    Column("number", _("No."), width=0.5),
    Column("kind", _("Kind"), width=1.6),
    Column("changes", _("What changes"), width=4.4),
    Column("objective", _("Goal"), Kind.GOAL, width=0.8),
    Column("net_people", pgettext("column in persons", "Net people"), Kind.PEOPLE, width=1.0),
)


def conflict_memo(answer: ConflictAnswer) -> Memo:
    """The memo of a conflict: what collides, each way out with its outcome, and who decides."""
    scenario = answer.scenario
    name = scenario.title or verbatim(scenario.id)
    title = _("{name}: rules that cannot hold together", name=name)
    return memo_with(scenario, title, [_("Conflict memo")], tuple(_blocks(answer)))


def _blocks(answer: ConflictAnswer) -> Iterator[Block]:
    scenario = answer.scenario
    yield Paragraph(
        _(
            "There is no plan for {budget} that keeps all rules. Choose what gives way.",
            budget=rendered(money, scenario.budget.total, scenario.money.parsed),
        ),
        Tone.LEAD,
    )
    yield Heading(_("What cannot hold together"))
    yield Bullets(tuple(answer.sentences))
    yield Heading(_("Ways out"))
    if answer.below_signed:
        yield Callout(_("Beyond what is signed"), (answer.sentences[-1],))
    if answer.options:
        yield _menu(answer)
        yield Paragraph(contract("conflict").sentence, Tone.NOTE)
    else:
        yield Paragraph(_("No change of rules that are not law ends the conflict."))
    yield SignOff((_("Way out chosen"), _("Name and office"), _("Signature, date")))
    yield Heading(_("How to reproduce"))
    command = rendered(lambda language: command_on(scenario, "conflict", "--lang", language))
    yield Paragraph(command, Tone.CODE)


def _menu(answer: ConflictAnswer) -> Table:
    return MENU.of(
        [
            {
                "number": number,
                "kind": KINDS[option.kind],
                "changes": _changes(option),
                "objective": option.outcome.objective,
                "net_people": option.outcome.net_people,
            }
            for number, option in enumerate(answer.options, 1)
        ]
    )


def _changes(option: RepairOption) -> Words:
    """The changes alone: the sentence up to its outcome."""
    return rendered(lambda language: option.sentence.in_(language).rpartition(": ")[0])
