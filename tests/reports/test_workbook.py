"""The workbook: LibreOffice recomputes the engine's numbers from its cells, before and after edits.

The formulas are read off the rows of the formulation: what LibreOffice makes of them is compared
with the plan, with the evaluation of changed money, and with the rows as the solver has them.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import assume, given, settings

from optimizer.api import desk as api
from optimizer.formulation.compile import compile_program
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import PolicyRows
from optimizer.reports.workbook.words import SHEETS
from optimizer.results.build import amount
from optimizer.results.plan import lines
from tests.formulation.documents import documents

HERE = Path(__file__).resolve().parent
LUMPY = HERE.parent / "formulation" / "lumpy.yaml"
TINY = HERE.parent / "formulation" / "tiny.yaml"
SCENARIOS = {
    "korea-2025": "korea-2025",
    "tiny": TINY,
    "curves": HERE / "curves.yaml",
    "late": HERE / "late.yaml",
}
Convert = Callable[[Sequence[Path], str], Path]
FIGURES = ("D5", "E5", "F5", "G5")
"""Net people, goal, spent, unspent on the sheet of the plan."""
CHANGED = "money.a_team_cultivation.training_place"


@cache
def plan(name: str) -> api.Plan:
    found = api.solve(api.load_scenario(SCENARIOS.get(name, LUMPY)))
    assert found.found
    return found


def titles(language: str) -> dict[str, str]:
    return {key: title.in_(language) for key, (title, _) in SHEETS.items()}


def cell_of(sheet: Any, path: str, column: str) -> Any:
    """The cell in a row of the hidden first column, in a column of the hidden first row."""
    row = next(r[0].row for r in sheet.iter_rows(max_col=1) if r[0].value == path)
    place = next(c.column for c in sheet[1] if c.value == column)
    return sheet.cell(row, place)


def edited(source: bytes, changes: Mapping[tuple[str, str, str], Any], target: Path) -> Path:
    """The workbook with cells changed as a person would; (sheet, row, column) → value."""
    book = openpyxl.load_workbook(BytesIO(source))
    for (sheet, path, column), value in changes.items():
        page = book[titles("en")[sheet]]
        cell = page[column] if not path else cell_of(page, path, column)
        cell.value = value
    book.save(target)
    return target


def without_values(content: bytes) -> bytes:
    """The workbook without the values of its formulas, so that whoever opens it has to compute."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"(</f><v>)[^<]*(</v>)", rb"\1\2", old.read(name)))
    return out.getvalue()


def decisions(found: api.Plan) -> Iterator[tuple[tuple[str, str, str], float]]:
    """Cells of the plan sheet that hold a plan of curves and single bands."""
    for row in lines(found.activities):
        yield ("plan", f"money.{row.programme}.{row.activity}", str(row.year)), row.spending
    for row in lines(found.people):
        yield ("plan", f"people.{row.pathway}.0", str(row.year)), row.supported


@pytest.fixture(scope="module")
def recomputed(
    convert: Convert, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, openpyxl.Workbook]:
    """Workbooks by name, as LibreOffice saves them after computing every formula."""
    folder = tmp_path_factory.mktemp("workbooks")
    files = []
    for name in SCENARIOS:
        for language in api.LANGUAGES:
            file = folder / f"{name}-{language}.xlsx"
            file.write_bytes(without_values(api.workbook(plan(name), language)))
            files.append(file)
    korea = api.workbook(plan("korea-2025"))
    (folder / "lumpy-en.xlsx").write_bytes(without_values(api.workbook(plan("lumpy"))))
    other = api.evaluate(plan("korea-2025").scenario, moved()).plan
    follow = {("plan", "", "D7"): "no"}
    changes = {
        "less": {("plan", CHANGED, "2025"): 2000.0},
        "more": {("plan", "money.visa_fast_track.visa_case", "2026"): 700.0},
        "typed": {("plan", CHANGED, "2025"): 2000.0, **follow},
        "moved": {**dict(decisions(other)), **follow},
        "input": {("evidence", "evidence.coef_ate_cost", "value"): 150.0},
    }
    files += [folder / "lumpy-en.xlsx"]
    files += [edited(korea, change, folder / f"{name}.xlsx") for name, change in changes.items()]
    saved = convert(files, "xlsx")
    return {f.stem: openpyxl.load_workbook(saved / f.name, data_only=True) for f in files}


def moved() -> dict[tuple[str, int], float]:
    """Korea's money with half of the visas' given to training in 2026, and the institutes cut."""
    found = {(r.programme, r.year): r.spending for r in lines(plan("korea-2025").allocation)}
    found["a_team_cultivation", 2026] += 0.5 * found["visa_fast_track", 2026]
    found["visa_fast_track", 2026] *= 0.5
    found["research_institutes", 2026] = 500.0
    return found


def figures(book: openpyxl.Workbook, language: str = "en") -> list[Any]:
    page = book[titles(language)["plan"]]
    return [page[place].value for place in FIGURES]


def totals(found: api.Plan) -> list[float]:
    return [found.totals.net_people, found.everyone.objective, found.spent, found.unspent]


@pytest.mark.parametrize("language", api.LANGUAGES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_recomputing_gives_the_engines_totals(
    recomputed: Mapping[str, openpyxl.Workbook], name: str, language: str
) -> None:
    book, found = recomputed[f"{name}-{language}"], plan(name)
    scale = max(1.0, found.spent)
    assert figures(book, language) == pytest.approx(totals(found), rel=1e-11, abs=1e-11 * scale)
    assert book[titles(language)["plan"]]["H5"].value == {"en": "OK", "ko": "적정"}[language]


@pytest.mark.parametrize("name", [*(f"{n}-en" for n in SCENARIOS), "lumpy-en"])
def test_no_cell_is_in_error_and_every_check_is_kept(
    recomputed: Mapping[str, openpyxl.Workbook], name: str
) -> None:
    book = recomputed[name]
    wrong = [
        (page.title, cell.coordinate, cell.value)
        for page in book
        for row in page.iter_rows()
        for cell in row
        if cell.data_type == "e"
        or (isinstance(cell.value, str) and cell.value.startswith(("#", "Err:", "over by ")))
    ]
    assert wrong == []
    check = book["Rules check"]
    verdicts = {check.cell(r, 10).value for r in range(5, check.max_row + 1)}
    assert verdicts <= {"OK", None}


@pytest.mark.parametrize("name", [*SCENARIOS, "lumpy"])
def test_the_values_in_the_file_are_those_that_libreoffice_computes(
    recomputed: Mapping[str, openpyxl.Workbook], name: str
) -> None:
    content, found = api.workbook(plan(name)), recomputed[f"{name}-en"]
    stored = openpyxl.load_workbook(BytesIO(content), data_only=True)
    count = 0
    for page in openpyxl.load_workbook(BytesIO(content)):
        for row in page.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    kept = stored[page.title][cell.coordinate].value
                    computed = found[page.title][cell.coordinate].value
                    if isinstance(kept, float):
                        kept = pytest.approx(kept, rel=1e-9, abs=1e-9)
                    assert computed == kept, (page.title, cell.coordinate, cell.value)
                    count += 1
    assert count > 300


def test_every_table_of_the_plan_is_recomputed(
    recomputed: Mapping[str, openpyxl.Workbook],
) -> None:
    book, found = recomputed["curves-en"], plan("curves")
    scenario = found.scenario

    def rows(sheet: str, first: str, second: str) -> list[dict[str, Any]]:
        keys = [c.value for c in book[sheet][1]]
        cells = [
            dict(zip(keys, row, strict=True)) for row in book[sheet].iter_rows(values_only=True)
        ]
        return [r for r in cells if r["label"] == first and r["detail"] == second]

    for row in lines(found.activities):
        programme = scenario.programmes[row.programme]
        names = [row.programme, row.activity]
        assert programme.title is None
        units, committed, *_, spent = rows("Money", *names)
        assert units[str(row.year)] == pytest.approx(row.units, rel=1e-6, abs=1e-9)
        assert spent[str(row.year)] == pytest.approx(row.spending, rel=1e-9, abs=1e-9)
        assert committed["unit"] == "million KRW"
    page = book["Capacity use"]
    keys = [c.value for c in page[1]]
    blocks: dict[str, dict[str, Any]] = {}
    group = ""
    for row in page.iter_rows(min_row=5, values_only=True):
        cells = dict(zip(keys, row, strict=True))
        if cells["label"] in scenario.capacities and cells["unit"] is None:
            group = cells["label"]
        blocks.setdefault(group, {})[cells["label"]] = cells
    for row in lines(found.capacities):
        block = blocks[row.capacity]
        assert block["Available"][str(row.year)] == pytest.approx(row.available, rel=1e-6, abs=1e-9)
        assert block["In use"][str(row.year)] == pytest.approx(row.used, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("name", ["tiny", "lumpy", "korea-2025"])
def test_rules_have_the_slack_of_the_formulation(
    recomputed: Mapping[str, openpyxl.Workbook], name: str
) -> None:
    """Actual less limit, row by row, as the engine's own rows tell it."""
    found, check = plan(name), recomputed[f"{name}-en"]["Rules check"]
    value = found.solution.value
    expected: dict[str, float] = {}
    for row in compile_program(found.case).rows:
        kind = RULE_OF[row.key[0]]
        if isinstance(kind, PolicyRows) and kind.key not in ("requires", "either_or"):
            gap = amount(row.terms, value) - float(row.rhs)
            expected[kind.name(found.case, row.key[1:]).in_("en")] = gap
    shown = {}
    for row in check.iter_rows(min_row=5, values_only=True):
        if row[5] is not None:
            shown[row[2]] = row[5] - row[7]
    assert expected
    assert {title: shown[title] for title in expected} == pytest.approx(
        expected, abs=1e-7 * max(1.0, found.budget)
    )


def test_less_money_takes_people_away_and_stays_possible(
    recomputed: Mapping[str, openpyxl.Workbook],
) -> None:
    found, less = plan("korea-2025"), recomputed["less"]
    allocation = {(r.programme, r.year): r.spending for r in lines(found.allocation)}
    allocation["a_team_cultivation", 2025] = 2000.0
    judged = api.evaluate(found.scenario, allocation)
    net, goal, spent, _ = figures(less)
    assert spent == pytest.approx(judged.plan.spent, rel=1e-9)
    assert net < found.totals.net_people - 5
    assert goal <= judged.plan.everyone.objective * (1 + 1e-9)
    assert goal > 0.9 * judged.plan.everyone.objective
    assert less["Plan"]["H5"].value == "OK"


def test_more_money_adds_people_up_to_the_scarcest_capacity(
    recomputed: Mapping[str, openpyxl.Workbook],
) -> None:
    found, more = plan("korea-2025"), recomputed["more"]
    net, goal, spent, unspent = figures(more)
    assert net > found.totals.net_people + 0.1
    assert spent == pytest.approx(18000 + 700 - 497.147, abs=1e-3)
    assert unspent < 0
    assert more["Plan"]["H5"].value == "1 missed"
    check = more["Rules check"]
    assert check["J6"].value == f"over by {-unspent:,.2f}"
    allocation = {(r.programme, r.year): r.spending for r in lines(found.allocation)}
    allocation["visa_fast_track", 2026] = 700.0
    judged = api.evaluate(found.scenario, allocation)
    assert goal <= judged.plan.everyone.objective * (1 + 1e-9)
    [broken] = lines(judged.broken)
    assert broken.missed_by == pytest.approx(-unspent, rel=1e-9)


def test_typed_people_show_where_capacity_falls_short(
    recomputed: Mapping[str, openpyxl.Workbook],
) -> None:
    found, typed = plan("korea-2025"), recomputed["typed"]
    assert figures(typed)[0] == pytest.approx(found.totals.net_people, rel=1e-11)
    assert typed["Plan"]["H5"].value == "1 missed"
    rows = {r[2]: r for r in typed["Checks"].iter_rows(min_row=5, values_only=True)}
    assert rows["Capacities"][5] == "1 missed"
    short = [c.value for row in typed["Capacity use"].iter_rows() for c in row if c.value]
    assert sum(str(text).startswith("over by") for text in short) == 1


def test_another_plan_in_the_cells_gives_its_evaluation(
    recomputed: Mapping[str, openpyxl.Workbook],
) -> None:
    judged = api.evaluate(plan("korea-2025").scenario, moved())
    assert figures(recomputed["moved"])[:3] == pytest.approx(totals(judged.plan)[:3], rel=1e-9)
    broken = {r.title: r.missed_by for r in lines(judged.broken)}
    check = recomputed["moved"]["Rules check"]
    shown = {
        row[2]: -row[8]
        for row in check.iter_rows(min_row=5, values_only=True)
        if row[9] not in (None, "OK")
    }
    assert broken
    assert shown == pytest.approx(broken, rel=1e-6)


def test_a_changed_input_is_in_use_at_once(recomputed: Mapping[str, openpyxl.Workbook]) -> None:
    book, found = recomputed["input"], plan("korea-2025")
    here = "programmes.a_team_cultivation.activities.training_place.supply.scale"
    assert cell_of(book["Programmes"], here, "used").value == pytest.approx(150.0 * 240)
    assert figures(book)[2] == pytest.approx(found.spent)
    assert figures(book)[0] < 0.7 * found.totals.net_people


@given(documents(lumps=True, most_rules=5))
@settings(max_examples=15)
def test_formulas_give_the_plan_of_any_scenario(document: dict[str, Any]) -> None:
    """Totals, and every rule kept, for scenarios in which all kinds of rules and lumps appear."""
    try:
        found = api.bare_plan(api.scenario_of(document))
    except api.InvalidInput:  # a capacity that nobody delivers and none of which is free
        assume(False)
    if not found.found:
        return
    book = openpyxl.load_workbook(BytesIO(api.workbook(found)), data_only=True)
    assert figures(book)[:3] == pytest.approx(totals(found)[:3], rel=1e-9, abs=1e-9)
    assert book["Plan"]["H5"].value == "OK"
    wrong = [c.value for page in book for row in page.iter_rows() for c in row if c.value == "nan"]
    assert wrong == []


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert api.workbook(plan("tiny"), "ko") == api.workbook(plan("tiny"), "ko")
    assert api.workbook(plan("tiny"), "ko") != api.workbook(plan("tiny"), "en")


def test_no_order_of_hashes_shows_in_the_file() -> None:
    code = (
        "import hashlib, sys; from optimizer.api import desk as api; "
        "plan = api.bare_plan(api.load_scenario(sys.argv[1])); "
        "print(hashlib.sha256(api.workbook(plan)).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code, str(TINY)], env={**os.environ, "PYTHONHASHSEED": seed},
            check=True, capture_output=True, text=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(said) == 1


def test_the_workbook_has_no_macros_and_says_where_it_comes_from() -> None:
    book = openpyxl.load_workbook(BytesIO(api.workbook(plan("korea-2025"), "ko")), keep_vba=True)
    assert book.sheetnames == list(titles("ko").values())
    assert not [n for n in book.vba_archive.namelist() if "vba" in n.lower()]
    said = [c.value for row in book["안내"].iter_rows() for c in row]
    assert plan("korea-2025").scenario.fingerprint in said
    assert any(str(v).startswith("talent-budget ") for v in said)
    assert all(page.freeze_panes for page in book if page.title != "안내")
    assert all(page.page_setup.orientation == "landscape" for page in book)
    assert all(page.print_title_rows for page in book)


def test_assumptions_carry_a_sign_beside_their_colour() -> None:
    page = openpyxl.load_workbook(BytesIO(api.workbook(plan("korea-2025"))))["Evidence"]
    grades = {q: e.grade for q, e in plan("korea-2025").scenario.evidence.items()}
    for name, grade in grades.items():
        marked = cell_of(page, f"evidence.{name}", "mark").value == "◇"
        hatched = cell_of(page, f"evidence.{name}", "value").fill.patternType == "lightUp"
        assert (marked, hatched) == ((grade == "X"), (grade == "X"))


def test_texts_are_never_formulas(tmp_path: Path) -> None:
    hostile = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "'x",
        "#REF!",
        "한글 😀 \"q\" 'q'",
        "a" * 200,
        "_x0041_",
    ]
    base = plan("tiny").scenario
    changes: dict[str, Any] = {"title": {"en": "=1+1", "ko": "=cmd|' /C calc'!A0"}}
    changes["programmes"] = {"visa": {"title": hostile[0]}, "institutes": {"title": hostile[6]}}
    changes["pathways"] = {
        q: {"title": text} for q, text in zip(base.pathways, hostile[1:], strict=False)
    }
    changes["capacities"] = {"post": {"title": hostile[5]}, "case": {"unit": hostile[4]}}
    changes["rules"] = {
        rule.id: {"title": text} for rule, text in zip(base.rules, hostile * 2, strict=False)
    }
    changes["reason"] = "line one\r\nline two\ttab\x07 _x0041_ end "
    scenario = api.change_scenario(base, changes)
    content = api.workbook(api.bare_plan(scenario))
    book = openpyxl.load_workbook(BytesIO(content))
    formulas = [
        cell.value for page in book for row in page.iter_rows() for cell in row
        if cell.data_type == "f"
    ]  # fmt: skip
    assert not [f for f in formulas if "cmd" in f or f in ("=1+1", "=SUM(A1)")]
    texts = [c for page in book for row in page.iter_rows() for c in row if c.value == "=1+1"]
    assert texts
    assert all(c.data_type == "s" and c.quotePrefix for c in texts)
    file = tmp_path / "hostile.xlsx"
    file.write_bytes(content)
    assert api.import_workbook(file).fingerprint == scenario.fingerprint


def test_the_longest_text_of_a_document_fits_a_cell() -> None:
    scenario = api.change_scenario(plan("tiny").scenario, {"reason": "x" * 20_000})
    assert api.workbook(api.bare_plan(scenario))
    with pytest.raises(api.InvalidInput, match="at most 20,000"):
        api.change_scenario(scenario, {"reason": "x" * 20_001})


def test_without_a_plan_there_is_no_workbook() -> None:
    base = plan("tiny").scenario
    stuck = api.change_scenario(base, {"rules": {"stars": {"people": 1e6}}})
    with pytest.raises(api.InvalidInput, match="There is no plan to write"):
        api.workbook(api.bare_plan(stuck))
    with pytest.raises(api.InvalidInput, match="Did you mean 'ko'"):
        api.workbook(plan("tiny"), "kor")
