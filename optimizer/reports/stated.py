"""What a document states, with names for a reader: its numbers, its rules, the kinds of rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from optimizer.domain.base import Text
from optimizer.domain.scenario import Scenario
from optimizer.formulation.compile import case_of
from optimizer.formulation.rules import POLICIES, rule_words
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words, in_a_row, verbatim
from optimizer.inputs.tree import Location
from optimizer.inputs.workbook.entries import Entry, entries_of
from optimizer.inputs.workbook.layout import SECTIONS, is_language, section_of
from optimizer.reports.workbook.words import HELD, SHEETS, named

NO_NUMBERS = ("schema",)


@dataclass(frozen=True)
class StatedNumber:
    """A number written out in a document. What refers to evidence is stated there, not here."""

    path: str
    """Place in the document, members of lists by position: 'pathways.comes.bands.0.net'."""
    section: str
    """scenario, programmes, capacities, pools, pathways, rules or evidence."""
    title: Words
    """What the number is, in words."""
    value: float
    low: float | None = None
    high: float | None = None
    unit: str = ""
    grade: str = ""
    """A, B, C or X; empty for a number without range and source."""
    source: str = ""
    whole: bool = False
    """Whether only whole numbers may stand here, such as years."""

    @property
    def quantity(self) -> bool:
        """Whether the number can have a range and a source of its own."""
        return bool(self.grade)


def stated_numbers(scenario: Scenario) -> tuple[StatedNumber, ...]:
    """Every number that the document itself states, in its order."""
    rules = rule_titles(scenario)
    return tuple(
        _number(scenario, entry, rules)
        for entry in entries_of(scenario.document)
        if entry.kind in ("number", "quantity") and entry.path[0] not in NO_NUMBERS
    )


def _number(scenario: Scenario, entry: Entry, rules: Mapping[str, Words]) -> StatedNumber:
    cells, plain = entry.cells, entry.kind == "number"
    low, high = (None if cells.get(k) is None else float(cells[k]) for k in ("low", "high"))
    return StatedNumber(
        ".".join(map(str, entry.path)),
        section_of(entry.path),
        _title(scenario, entry, rules),
        float(cells["value"]),
        low,
        high,
        str(cells.get("unit", "")),
        "" if plain else str(cells.get("grade", "X")),
        str(cells.get("source", "")),
        plain and isinstance(cells["value"], int),
    )


def _title(scenario: Scenario, entry: Entry, rules: Mapping[str, Words]) -> Words:
    """Its own title, else those of the groups that hold it, and the name of the entry."""
    path = entry.path
    words = {name: text for name, text in entry.cells.items() if is_language(name)}
    if words:
        return Text(words)
    if path[0] == "rules" and len(path) > 2:
        return _joined([rules[str(path[1])]], path[2:], scenario)
    heads: list[Words] = []
    entries = getattr(scenario, str(path[0]), None)
    rest = path
    if isinstance(entries, Mapping) and len(path) > 2:
        heads, rest = [title_of(entries, path[1])], path[2:]
        if path[0] == "programmes" and path[2] == "activities" and len(path) > 4:
            heads.append(title_of(entries[str(path[1])].activities, path[3]))
            rest = path[4:]
    return _joined(heads, rest, scenario)


def _joined(heads: list[Words], rest: Location, scenario: Scenario) -> Words:
    """Titles of groups and names of entries, from the outside in."""
    words: list[Words] = []
    for before, step in zip((None, *rest), rest, strict=False):
        if isinstance(step, int):
            last = [words.pop()] if words else []
            words.append(in_a_row([*last, verbatim(step + 1)], " "))
        elif before in ("needs", "delivers", "free"):
            words.append(title_of(scenario.capacities, step))
        elif step == "years" and heads:
            words.append(HELD)
        else:
            words.append(named(str(step)))
    return in_a_row([*heads, in_a_row(words, " · ")], ": ")


def rule_titles(scenario: Scenario) -> dict[str, Words]:
    """Each policy rule in words: its title, or what its terms say."""
    case = case_of(scenario)
    return {rule.id: rule_words(case, rule) for rule in scenario.rules}


def rule_kinds() -> dict[str, Words]:
    """The closed list of kinds of policy rules, each with its name."""
    return {kind: rows.title for kind, rows in POLICIES.items()}


def section_titles() -> dict[str, Words]:
    """The sections of a document, each with its name."""
    return {key: SHEETS[key][0] for key in SECTIONS}
