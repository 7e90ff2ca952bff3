"""Sheets that state the document: every entry an editable row, with the number in use beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from openpyxl.styles import Alignment
from openpyxl.worksheet.datavalidation import DataValidation

from optimizer.domain.evidence import Grade
from optimizer.domain.quantity import Product, Quantity, Reference
from optimizer.domain.scenario import Scenario
from optimizer.domain.slots import Slot, slots
from optimizer.domain.units import PLAIN as NO_UNIT, Unit, parse_unit
from optimizer.formulation import number_words
from optimizer.formulation.sums import CHANNELS
from optimizer.i18n import verbatim
from optimizer.inputs.meanings import choices
from optimizer.inputs.tree import Location, spell
from optimizer.inputs.workbook.entries import Entry, entries_of
from optimizer.inputs.workbook.layout import QUANTITY, SECTIONS, WORDS, is_language, section_of
from optimizer.reports.workbook.draft import Draft, literal
from optimizer.reports.workbook.looks import ASSUMPTION, PLAIN
from optimizer.reports.workbook.page import Column, Formula, Page
from optimizer.reports.workbook.words import COLUMNS, FIELDS, HELD, named
from optimizer.results.evidence_used import grades

READ = ("path", "kind", "label", "mark", "value", "refs", "used", "low", "high", "unit", "grade")
REST = ("source", "note", "en", "ko", "distribution")
_NUMBERS = ("number", "quantity", "evidence", "product")
_DEEP = {"programmes": 4, "scenario": 1}
"""How many steps of a path make a heading; two on the other sheets."""


def columns(
    draft: Draft, entries: Sequence[Entry], *, more: Iterable[str] = (), away: Iterable[str] = ()
) -> list[Column]:
    """The columns of a sheet that states entries; those that none of them fills are folded."""
    filled = {name for entry in entries for name in entry.cells}
    empty = {*QUANTITY[1:], "refs", *WORDS} - filled
    languages = sorted(name for name in filled if is_language(name) and name not in WORDS)
    found = []
    for name in [*READ, *REST, *languages, *more]:
        title, width = COLUMNS.get(name, (verbatim(name), 34))
        if name == "note" and more:
            width = 54
        if name == "path":
            width = max([width, *(0.85 * len(spell(e.path)) for e in entries)])
        folded = name in {*empty, *away}
        found.append(Column(name, title, width, name == "kind", folded))
    return found


def write_stated(draft: Draft, key: str) -> None:
    """One sheet of the document; the evidence has to be written before it."""
    entries = [e for e in entries_of(draft.plan.scenario.document) if section_of(e.path) == key]
    page = draft.page(key, columns(draft, entries))
    page.freeze("value")
    by_path = {slot.path: slot for slot in slots(draft.plan.scenario)}
    heading: Location = ()
    for entry in entries:
        top = entry.path[: _DEEP.get(key, 2)]
        top = top[:2] if key == "programmes" and "activities" not in top else top
        if top != heading and (key != "scenario" or len(entry.path) > 1):
            page.group(_heading(draft, top), "label")
            heading = top
        write_entry(draft, page, entry, len(top))
        _number(draft, page, entry, by_path)
    for slot in by_path.values():
        if section_of((slot.path.split(".")[0],)) == key and slot.path not in draft.numbers:
            draft.numbers[slot.path] = f"({expression(draft, slot)})"
    add_choices(draft, page)


def write_entry(draft: Draft, page: Page, entry: Entry, above: int) -> None:
    """One row: path, label, and what the entry states in cells that may be edited."""
    row = page.next()
    path = spell(entry.path)
    draft.rows["stated", path] = row
    page.key(path)
    page.put("kind", entry.kind, "key")
    page.put("label", _label(draft, entry.path[above:] or entry.path[-1:]), "text")
    assumed = entry.cells.get("grade") == Grade.X
    if assumed:
        page.put("mark", ASSUMPTION, "text")
    for name in ("value", "refs", *QUANTITY[1:], *filter(is_language, page.place)):
        if name in page.place:
            shaded = name in entry.cells
            style = ("assumption" if assumed and name == "value" else "input") if shaded else "text"
            value = entry.cells.get(name)
            page.put(name, value, style, PLAIN if shaded else None)
            if shaded and isinstance(value, str) and name not in ("value", "grade"):
                page.sheet.cell(row, page.place[name]).alignment = _WRAPPED


def _number(draft: Draft, page: Page, entry: Entry, by_path: Mapping[str, Slot]) -> None:
    """The number that is in use, and where formulas find it."""
    path = spell(entry.path)
    if entry.kind not in _NUMBERS:
        if entry.kind in ("text", "flag"):
            draft.numbers[path] = page.ref("value", page.row)
        return
    slot = by_path.get(path)
    value = page.ref("value", page.row)
    page.put("used", Formula(value if slot is None else expression(draft, slot)), "result", PLAIN)
    draft.numbers[path] = page.ref("used", page.row)
    derived = slot is not None and entry.kind in ("evidence", "product")
    if derived and slot and "X" in set(grades(draft.plan.scenario, slot.number)):
        page.put("mark", ASSUMPTION, "text")


def expression(draft: Draft, slot: Slot) -> str:
    """A number as a product of cells, money turned into the scenario's unit."""
    money = draft.plan.scenario.money.parsed
    text = _product(draft, slot.number, slot.path)
    unit = _unit(draft.plan.scenario, slot.number) if slot.money else NO_UNIT
    if unit.currency is None or unit.scale == money.scale:
        return text
    return f"{text}*{literal(unit.scale / money.scale)}"


def _product(draft: Draft, number: Any, path: str) -> str:
    if isinstance(number, Reference):
        return draft.numbers[f"evidence.{number.ref}"]
    if isinstance(number, Product):
        parts = enumerate(number.product)
        return "*".join(_product(draft, one, f"{path}.product[{i}]") for i, one in parts)
    row = draft.rows.get(("stated", path))
    if row is None:
        return literal(number.value if isinstance(number, Quantity) else float(number))
    return draft.pages[section_of((path.split(".")[0],))].ref("value", row)


def _unit(scenario: Scenario, number: Any) -> Unit:
    if isinstance(number, Reference):
        return parse_unit(scenario.evidence[number.ref].unit)
    if isinstance(number, Quantity):
        return parse_unit(number.unit)
    unit = NO_UNIT
    for factor in number.product if isinstance(number, Product) else ():
        unit = unit * _unit(scenario, factor)
    return unit


def _heading(draft: Draft, path: Location) -> str:
    """What a block of rows is about: the title of the programme, activity, pathway or rule."""
    scenario = draft.plan.scenario
    if path[0] == "rules" and len(path) > 1:
        return rule_title(draft, str(path[1]))
    if len(path) < 2:
        return _word(draft, path[0])
    entries: Any = getattr(scenario, str(path[0]), {})
    if len(path) == 4:
        activities = entries[path[1]].activities
        return f"{draft.titled(entries, str(path[1]))} — {draft.titled(activities, str(path[3]))}"
    return draft.titled(entries, str(path[1]))


def rule_title(draft: Draft, name: str) -> str:
    """A rule in words: its title, or what it states."""
    return draft.say(number_words.rule_title(draft.plan.scenario, name))


def _label(draft: Draft, path: Location) -> str:
    """An entry in words, without what the heading says."""
    capacities = draft.plan.scenario.capacities
    words: list[str] = []
    for before, step in zip((None, *path), path, strict=False):
        if isinstance(step, int):
            words[-1:] = [f"{words[-1]} {step + 1}" if words else str(step + 1)]
        elif step == "years":
            words.append(draft.say(HELD if len(path) > 1 else FIELDS["years"]))
        elif before in ("needs", "delivers"):
            words.append(draft.titled(capacities, step))
        elif before == "channels" and step in CHANNELS:
            words.append(draft.say(CHANNELS[step]))
        else:
            words.append(_word(draft, step))
    return " · ".join(words)


def _word(draft: Draft, step: str | int) -> str:
    if str(step) not in FIELDS and str(step) in SECTIONS:
        return draft.pages[str(step)].title
    return draft.say(named(str(step)))


def add_choices(draft: Draft, page: Page) -> None:
    """Lists to choose from, in the cells whose entries are one of a few words."""
    lists: dict[str, DataValidation] = {}
    known = _choices(draft.plan.scenario)
    bottom = page.row + 200
    grade = DataValidation("list", formula1=f'"{",".join(known["grade"])}"', allow_blank=True)
    page.sheet.add_data_validation(grade)
    grade.add(f"{page.letter('grade')}{page.header + 1}:{page.letter('grade')}{bottom}")
    for row in range(page.header + 1, page.row + 1):
        path = page.sheet.cell(row, 1).value
        name = str(path).rpartition(".")[2] if path else ""
        words = ",".join(known.get(name, ()))
        if 0 < len(words) <= 250 and page.sheet.cell(row, page.place["value"]).value is not None:
            if name not in lists:
                lists[name] = DataValidation("list", formula1=f'"{words}"', allow_blank=True)
                page.sheet.add_data_validation(lists[name])
            lists[name].add(f"{page.letter('value')}{row}")


def _choices(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """Names of entries → the words that may stand there."""
    return choices() | {
        "channel": tuple(scenario.objective.channels),
        "tier": tuple(scenario.objective.tiers),
        "pool": tuple(scenario.pools),
        "pathway": tuple(scenario.pathways),
        "programme": tuple(scenario.programmes),
    }


_WRAPPED = Alignment(horizontal="left", vertical="center", indent=1, wrap_text=True)
