"""Workbooks in: the round trip is the identity, and each kind of damage is told by its cell."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings, strategies as st

from optimizer.api import desk as api
from optimizer.inputs.load import load_scenario, scenario_of, shipped_scenarios
from optimizer.inputs.read import read_text
from optimizer.inputs.tree import spell
from optimizer.inputs.workbook.assemble import assembled
from optimizer.inputs.workbook.decisions import load_decisions
from optimizer.inputs.workbook.entries import Entry, entries_of
from optimizer.inputs.workbook.layout import COLUMNS, PLAN, SECTIONS, escaped, steps, unescaped
from optimizer.inputs.workbook.read import import_workbook

HERE = Path(__file__).resolve().parents[1]
KOREA = shipped_scenarios()["korea-2025"]
OTHERS = [
    HERE / "broken" / "good.yaml",
    HERE / "formulation" / "tiny.yaml",
    HERE / "formulation" / "lumpy.yaml",
    HERE / "reports" / "curves.yaml",
]
ALL = [*shipped_scenarios().values(), *OTHERS]


@cache
def written(path: Path, language: str) -> bytes:
    return api.workbook(api.bare_plan(load_scenario(path)), language)


@cache
def light() -> bytes:
    """Korea's workbook in English without the sheets that are not read, which saves time."""
    book = openpyxl.load_workbook(BytesIO(written(KOREA, "en")))
    for page in list(book):
        if page["A1"].value.rpartition("/")[2] not in (*SECTIONS, PLAN):
            del book[page.title]
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Korea's workbook in English, to be damaged."""
    target = tmp_path / "korea.xlsx"
    target.write_bytes(light())
    return target


@pytest.mark.parametrize("path", ALL, ids=lambda p: p.stem)
def test_the_round_trip_is_the_identity(path: Path, tmp_path: Path) -> None:
    scenario = load_scenario(path)
    language = ("ko", "en")[ALL.index(path) % 2]
    target = tmp_path / "book.xlsx"
    target.write_bytes(written(path, language))
    back = import_workbook(target)
    assert back == scenario
    assert back.fingerprint == scenario.fingerprint
    again = scenario_of(read_text(api.document_text(back)))
    assert again.fingerprint == scenario.fingerprint


def test_either_language_comes_back_and_sheets_may_be_renamed(tmp_path: Path) -> None:
    wanted = load_scenario(KOREA).fingerprint
    for language in api.LANGUAGES:
        target = tmp_path / f"{language}.xlsx"
        target.write_bytes(written(KOREA, language))
        book = openpyxl.load_workbook(target)
        book.worksheets[10].title = "무엇이든 any"
        book.create_sheet("A sheet of my own")["A1"] = "notes"
        book.save(target)
        assert import_workbook(target).fingerprint == wanted


def test_libreoffice_saves_without_loss(
    convert: Callable[[list[Path], str], Path], tmp_path: Path
) -> None:
    files = []
    for path in (KOREA, OTHERS[2]):
        files.append(tmp_path / f"{path.stem}.xlsx")
        files[-1].write_bytes(written(path, "ko"))
    saved = convert(files, "xlsx")
    for path, target in zip((KOREA, OTHERS[2]), files, strict=True):
        assert import_workbook(saved / target.name).fingerprint == load_scenario(path).fingerprint


def row_of(sheet: Any, path: str) -> int:
    return int(next(r[0].row for r in sheet.iter_rows(max_col=1) if r[0].value == path))


def column_of(sheet: Any, key: str) -> int:
    return 1 if key == "path" else int(next(c.column for c in sheet[1] if c.value == key))


def place(book: Any, sheet: str, path: str, key: str) -> Any:
    return book[sheet].cell(row_of(book[sheet], path), column_of(book[sheet], key))


def put(
    sheet: str, path: str, key: str, value: Any, *, named: tuple[str, str, str] | None = None
) -> Callable[[Any], str]:
    """A damage: a value in a cell; it gives the address that the message has to name."""

    def damage(book: Any) -> str:
        place(book, sheet, path, key).value = value
        told = named or (sheet, path, key)
        return f"{told[0]}!{place(book, *told).coordinate}"

    return damage


def without(sheet: str, path: str, nearest: str, key: str = "value") -> Callable[[Any], str]:
    """A damage: a row is deleted; the message names the nearest row left."""

    def damage(book: Any) -> str:
        book[sheet].delete_rows(row_of(book[sheet], path))
        return f"{sheet}!{place(book, sheet, nearest, key).coordinate}"

    return damage


def renamed(sheet: str, path: str, name: str, key: str = "path") -> Callable[[Any], str]:
    """A damage: a row states another place."""

    def damage(book: Any) -> str:
        cell = place(book, sheet, path, "path")
        cell.value = name
        row = cell.row
        return f"{sheet}!{book[sheet].cell(row, column_of(book[sheet], key)).coordinate}"

    return damage


def added(sheet: str, **cells: Any) -> Callable[[Any], str]:
    """A damage: a row at the end."""

    def damage(book: Any) -> str:
        page, row = book[sheet], book[sheet].max_row + 2
        for key, value in cells.items():
            page.cell(row, column_of(page, key)).value = value
        return f"{sheet}!A{row}"

    return damage


def error(book: Any) -> str:
    cell = place(book, "Scenario", "budget.total", "value")
    cell.value, cell.data_type = "#REF!", "e"
    return f"Scenario!{cell.coordinate}"


def key_lost(book: Any) -> str:
    page = book["Pathways"]
    page.cell(1, column_of(page, "refs")).value = None
    return "Pathways!1:1"


def kinds_lost(book: Any) -> str:
    book["Pools"].delete_cols(2)
    return "Pools!1:1"


def sheet_lost(book: Any) -> str:
    del book["Rules"]
    return "korea.xlsx"


def sheet_twice(book: Any) -> str:
    book.copy_worksheet(book["Rules"]).title = "Twin"
    return "Twin!A1"


def later_layout(book: Any) -> str:
    book["Rules"]["A1"] = "talent-budget/99/rules"
    return "Rules!A1"


FLOOR = "rules.visa-floor"
TRAINING = "programmes.a_team_cultivation.activities.training_place"
STAY = "pathways.trainee_stays.stay"
COST = "evidence.coef_ate_cost"
COST_VALUE = ("Evidence", COST, "value")
DAMAGES: dict[str, tuple[Callable[[Any], str], str]] = {
    "a word for a number": (put("Scenario", "budget.total", "value", "a lot"), "A number is"),
    "a percentage as text": (put("Rules", f"{FLOOR}.share", "value", "2 %"), "fractions: 0.02"),
    "a number with commas": (put("Scenario", "budget.total", "value", "18,000"), "Write 18000"),
    "a date for a number": (put(
        "Scenario", "budget.total", "value", date(2026, 1, 2)), "A number is expected"),
    "true for a number": (put("Scenario", "budget.total", "value", True), "A number is expected"),
    "an emptied number": (put("Scenario", "budget.total", "value", None), "The entry is empty"),
    "an error": (error, "shows the error #REF!"),
    "a formula never computed": (put("Scenario", "budget.total", "value", "=2*9000"), "no comput"),
    "a negative budget": (put("Scenario", "budget.total", "value", -1), "out of range"),
    "half a year": (put("Scenario", "years.last", "value", 2028.5), "A whole number is expected"),
    "years the wrong way": (put("Scenario", "years.last", "value", 2020), "Swap the two years"),
    "a share above one": (put("Rules", f"{FLOOR}.share", "value", 2), "write 0.02 for 2%"),
    "an unknown word": (put("Scenario", "objective.measure", "value", "net_poeple"), "net_people"),
    "an unknown rule": (put("Rules", f"{FLOOR}.kind", "value", "programme_flor"), "_floor"),
    "an unknown programme": (put("Rules", f"{FLOOR}.programme", "value", "visas"), "no programme"),
    "an unknown pool": (put("Pathways", "pathways.trainee_stays.pool", "value", "x"), "no pool"),
    "unknown evidence": (put("Pathways", STAY, "refs", "stay_aa"), "Did you mean 'stay_a'"),
    "no evidence in words": (put("Pathways", STAY, "refs", "as last year"), "names no evidence"),
    "evidence and a value": (put("Pathways", STAY, "value", 0.9), "no value of its own"),
    "a low end above": (put("Evidence", COST, "low", 80, named=COST_VALUE), "low end 80 lies"),
    "a high end below": (put("Evidence", COST, "high", 70, named=COST_VALUE), "high end 70 lies"),
    "an unknown grade": (put("Evidence", COST, "grade", "D"), "'D' is not known here"),
    "an unknown source": (put("Evidence", COST, "source", "own_asumption"), "own_assumption"),
    "a unit of people for money": (put(
        "Evidence", COST, "unit", "persons",
        named=("Programmes", f"{TRAINING}.supply.scale", "refs"),
    ), "An amount of money"),
    "no value": (put("Evidence", COST, "value", None), "The entry is empty"),
    "a mistyped year": (renamed(
        "Scenario", "budget.by_year.2025", "budget.by_year.20250", "value"), "not a year"),
    "a misspelt entry": (renamed("Scenario", "budget.total", "budget.totl", "value"), "total"),
    "an entry on the wrong sheet": (renamed("Scenario", "country", "pools.x.title"), "not belong"),
    "a deleted row": (without("Scenario", "years.last", "years.first"), "The entry is missing"),
    "a row twice": (added("Scenario", path="budget.total", value=1), "given twice"),
    "a value and entries below": (put(
        "Scenario", "years.first", "path", "country.name", named=("Scenario", "country", "path"),
    ), "a value and entries below"),
    "a row without a path": (added("Scenario", value=5), "names no entry"),
    "a curve of another kind": (put(
        "Programmes", f"{TRAINING}.supply.curve", "value", "hill"), "'half' is missing"),
    "half a unit of life": (put(
        "Programmes", "programmes.gpu_access.activities.gpu_owned.life_years", "value", 0),
        "out of range"),
    "a lost key": (key_lost, "column 'refs' is missing"),
    "lost kinds": (kinds_lost, "hidden keys of this sheet are damaged"),
    "a lost sheet": (sheet_lost, "sheet of the rules is missing"),
    "a sheet twice": (sheet_twice, "are the same"),
    "a later layout": (later_layout, "Layout 99"),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_told_by_its_cell(name: str, file: Path) -> None:
    damage, told = DAMAGES[name]
    book = openpyxl.load_workbook(file)
    where = damage(book)
    book.save(file)
    with pytest.raises(api.InvalidInput) as fault:
        import_workbook(file)
    said = [str(issue) for issue in fault.value.issues]
    here = [line for line in said if line.startswith((f"{where}:", f"{where} "))]
    assert here, f"{where} is not named in {said}"
    assert any(told in line for line in here), here
    for issue in fault.value.issues:
        assert is_korean(issue.problem.in_("ko"))
        assert is_korean(issue.remedy.in_("ko"))


def is_korean(text: str) -> bool:
    return any("가" <= sign <= "힣" for sign in text)


def test_all_faults_are_told_at_once(file: Path) -> None:
    book = openpyxl.load_workbook(file)
    cells = [
        put("Scenario", "budget.total", "value", "much")(book),
        put("Rules", f"{FLOOR}.share", "value", 7)(book),
        put("Evidence", COST, "low", 80, named=COST_VALUE)(book),
        put("Pathways", STAY, "refs", "nowhere")(book),
    ]
    book.save(file)
    with pytest.raises(api.InvalidInput) as fault:
        import_workbook(file)
    assert {c.partition(" ")[0] for c in (i.where for i in fault.value.issues)} == set(cells)
    assert all(issue.remedy for issue in fault.value.issues)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no sound .xlsx file"),
        (b"programme,year,spending\n", "no sound .xlsx file"),
        (b"PK\x03\x04" + bytes(200), "no sound .xlsx file"),
        (None, "cannot be opened"),
    ],
    ids=["empty", "csv", "torn", "missing"],
)
def test_what_is_no_workbook_is_refused(content: bytes | None, told: str, tmp_path: Path) -> None:
    target = tmp_path / "book.xlsx"
    if content is not None:
        target.write_bytes(content)
    with pytest.raises(api.InvalidInput, match=told):
        import_workbook(target)


def test_a_workbook_of_somebody_else_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(tmp_path / "book.xlsx")
    with pytest.raises(api.InvalidInput, match="No sheet of this workbook is one of ours"):
        import_workbook(tmp_path / "book.xlsx")


def test_a_torn_file_is_refused(file: Path, tmp_path: Path) -> None:
    torn = tmp_path / "torn.xlsx"
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(torn, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part[: len(part) // 2] if name.endswith("sheet3.xml") else part)
    with pytest.raises(api.InvalidInput, match="no sound"):
        import_workbook(torn)


# --- edits that are meant -------------------------------------------------------------------------


def test_edits_come_back(file: Path) -> None:
    book = openpyxl.load_workbook(file)
    put("Scenario", "budget.total", "value", 20000.5)(book)
    put("Pathways", STAY, "refs", None)(book)
    put("Pathways", STAY, "value", 0.9)(book)
    put("Pathways", STAY, "low", 0.8)(book)
    put("Pathways", STAY, "grade", "C")(book)
    put("Pathways", STAY, "source", "innocore_chosun")(book)
    put("Evidence", COST, "value", 80)(book)
    put("Rules", f"{FLOOR}.title", "ko", "=새 제목")(book)
    added("Rules", path=f" {FLOOR}.hard ", value="TRUE")(book)
    added("Programmes", path=f"{TRAINING}.tags", value="seats, north")(book)
    for key, value in {"kind": "outcome_floor", "people": 1, "tier": "S"}.items():
        added("Rules", path=f"rules.stars.{key}", value=value)(book)
    added("Rules", path="rules.stars.owner", en="Ministry", ko="부처")(book)
    added("Rules", path="rules.stars.reason", en="Stars")(book)
    place(book, "Rules", f"{FLOOR}.title", "ko").data_type = "s"
    book.save(file)
    back, base = import_workbook(file), load_scenario(KOREA)
    assert back.budget.total == 20000.5
    stay = back.document["pathways"]["trainee_stays"]["stay"]  # type: ignore[index]
    assert stay == {"value": 0.9, "low": 0.8, "grade": "C", "source": "innocore_chosun"}
    assert back.evidence["coef_ate_cost"].value == 80
    rules = {rule.id: rule for rule in back.rules}
    assert [r.id for r in back.rules] == [*(r.id for r in base.rules), "stars"]
    assert rules["visa-floor"].hard
    assert rules["visa-floor"].title is not None
    assert rules["visa-floor"].title.in_("ko") == "=새 제목"
    assert rules["stars"].owner.in_("ko") == "부처"
    assert rules["stars"].reason.in_("ko") == "Stars"
    activity = back.programmes["a_team_cultivation"].activities["training_place"]
    assert activity.tags == ("seats", "north")


def test_a_deleted_rule_is_gone_and_rows_may_be_sorted(file: Path) -> None:
    book = openpyxl.load_workbook(file)
    page = book["Rules"]
    for row in range(page.max_row, 4, -1):
        if str(page.cell(row, 1).value).startswith(FLOOR):
            page.delete_rows(row)
    pathways = book["Pathways"]
    rows = [[c.value for c in r] for r in pathways.iter_rows(min_row=5) if r[0].value is not None]
    pathways.delete_rows(5, pathways.max_row)
    for values in reversed(rows):
        used = column_of(pathways, "used") - 1
        pathways.append([None if i == used else v for i, v in enumerate(values)])
    book.save(file)
    back, base = import_workbook(file), load_scenario(KOREA)
    assert [r.id for r in back.rules] == [r.id for r in base.rules if r.id != "visa-floor"]
    assert back.pathways == base.pathways


def test_a_band_deleted_from_the_middle_closes_the_gap(tmp_path: Path) -> None:
    rows = [
        Entry(("bands", i, "net"), "number", {"value": v}, dict.fromkeys(COLUMNS, f"x{i}"))
        for i, v in ((0, 0.5), (2, 0.2))
    ]
    read = assembled(rows)
    assert read.document == {"bands": [{"net": 0.5}, {"net": 0.2}]}
    assert read.cells["bands", 1, "net"] == "x2"


# --- any document ---------------------------------------------------------------------------------

NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,8}", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBERS = st.floats(-1e300, 1e300) | st.integers(-(10**12), 10**12)
LEAVES = st.none() | st.booleans() | NUMBERS | TEXTS
QUANTITIES = st.fixed_dictionaries(
    {"value": NUMBERS},
    optional={
        "low": st.none() | NUMBERS, "unit": TEXTS, "note": st.none() | TEXTS,
        "title": st.fixed_dictionaries({"en": TEXTS, "ko": TEXTS}),
        "outcomes": st.lists(st.fixed_dictionaries({"value": NUMBERS, "probability": NUMBERS})),
    },
)  # fmt: skip
REFERENCES = st.fixed_dictionaries({"ref": NAMES})
PRODUCTS = st.fixed_dictionaries(
    {"product": st.lists(REFERENCES | NUMBERS | QUANTITIES, min_size=1, max_size=3)}
)
TREES = st.recursive(
    LEAVES | QUANTITIES | REFERENCES | PRODUCTS,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(NAMES, below, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(NAMES.filter(lambda n: n not in ("rules", "value")), TREES, max_size=4))
@settings(max_examples=150)
def test_any_document_survives_as_rows(document: dict[str, Any]) -> None:
    rows = [
        Entry(steps(spell(e.path)), e.kind, e.cells, dict.fromkeys(COLUMNS, spell(e.path)))
        for e in entries_of(document)
    ]
    read = assembled(rows)
    assert read.issues == []
    assert read.document == document


@pytest.mark.parametrize("text", ["TRUE", "null", "[]", "{}", "a, b", "a", "1e3", " x ", ""])
def test_words_of_the_layout_survive_as_texts(text: str) -> None:
    for document in ({"note": text}, {"tags": [text]}, {"tags": [text, "x"]}):
        rows = [
            Entry(e.path, e.kind, e.cells, dict.fromkeys(COLUMNS, "x"))
            for e in entries_of(document)
        ]
        assert assembled(rows).document == document


@given(TEXTS)
@settings(max_examples=200)
def test_any_text_survives_in_a_cell(text: str) -> None:
    assert unescaped(escaped(text)) == text


# --- the plan in the cells ------------------------------------------------------------------------


def test_the_plan_in_the_cells_is_evaluated(file: Path) -> None:
    scenario = load_scenario(KOREA)
    best = api.bare_plan(scenario)
    given_money = api.load_allocation(file, scenario)
    assert sum(given_money.values()) == pytest.approx(best.spent)
    judged = api.evaluate(scenario, given_money)
    assert judged.obeys
    assert judged.left_on_the_table == pytest.approx(0.0, abs=1e-6)


@pytest.mark.parametrize("path", OTHERS, ids=lambda p: p.stem)
def test_money_is_paid_as_the_scenario_says(path: Path, tmp_path: Path) -> None:
    scenario = load_scenario(path)
    best = api.bare_plan(scenario)
    target = tmp_path / "plan.xlsx"
    target.write_bytes(api.workbook(best))
    found = api.load_allocation(target, scenario)
    wanted = {(r.programme, r.year): r.spending for r in best.allocation.itertuples()}
    assert found == pytest.approx(wanted, rel=1e-9, abs=1e-9)


def test_faulty_decisions_are_told_by_their_cell(file: Path) -> None:
    scenario = load_scenario(KOREA)
    book = openpyxl.load_workbook(file)
    money = "money.visa_fast_track.visa_case"
    cells = [
        put("Plan", money, "2025", "much")(book),
        put("Plan", money, "2026", -1)(book),
        put("Plan", money, "2027", "=1+1")(book),
        renamed("Plan", "people.senior_comes.0", "people.senior_come.0")(book),
    ]
    book.save(file)
    with pytest.raises(api.InvalidInput) as fault:
        load_decisions(file, scenario)
    assert {issue.where for issue in fault.value.issues} == set(cells)
    del book["Plan"]
    book.save(file)
    with pytest.raises(api.InvalidInput, match="sheet of the plan is missing"):
        api.load_allocation(file, scenario)


def test_csv_and_json_are_read_as_before(tmp_path: Path) -> None:
    scenario = load_scenario(KOREA)
    target = tmp_path / "plan.csv"
    target.write_text("programme,year,spending\nvisa_fast_track,2025,12\n", encoding="utf-8")
    assert api.load_allocation(target, scenario) == {("visa_fast_track", 2025): 12.0}
    shutil.copy(target, tmp_path / "plan.xlsx")
    with pytest.raises(api.InvalidInput, match="no sound"):
        api.load_allocation(tmp_path / "plan.xlsx", scenario)
