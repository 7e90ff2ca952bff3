"""The first sheet: what the workbook is, where it comes from, how to use it, its marks."""

from __future__ import annotations

from openpyxl.worksheet.hyperlink import Hyperlink

from optimizer.domain.base import Text
from optimizer.reports.provenance import provenance
from optimizer.reports.workbook.draft import Draft
from optimizer.reports.workbook.looks import ASSUMPTION
from optimizer.reports.workbook.page import Column, Formula, Page
from optimizer.reports.workbook.words import OK, SHEETS, both
from optimizer.results.contract import contract
from optimizer.studies.draws.precision import Interval
from optimizer.studies.uncertainty_words import interval_words

_USE = (
    both(
        "Change a shaded cell of the plan. Spending, capacity, people, rules and totals follow by "
        "formula; a check that fails turns red and says by how much.",
        "배분안의 음영 셀을 변경하면 지출·수용능력·인원·규칙·합계가 산식으로 다시 계산됨. "
        "미준수 항목은 적색과 차이 수치로 표시.",
    ),
    both(
        "People do not re-optimise: they rise and fall in proportion to the capacity they need. "
        "What the money could do at best is the engine's to say: talent-budget evaluate SCENARIO "
        "--plan THIS-FILE.xlsx.",
        "인원은 재최적화되지 않으며 필요한 수용능력에 비례하여 증감함. 해당 배분의 최선 성과는 "
        "talent-budget evaluate 시나리오 --plan 이-파일.xlsx 로 확인.",
    ),
    both(
        "Change shaded cells of the input sheets (a number in use follows at once), save, and run "
        "talent-budget import THIS-FILE.xlsx --out scenario.yaml. Rows may be added: write the "
        "path of the entry in the first column. What is new appears in the plan once the "
        "scenario is imported and solved again.",
        "입력 시트의 음영 셀을 수정하면 적용값이 즉시 반영됨. 저장 후 "
        "talent-budget import 이-파일.xlsx --out scenario.yaml 로 반입. 행 추가 시 첫 열에 "
        "항목 경로를 기재. 신규 항목은 반입 후 다시 산출하면 배분안에 반영됨.",
    ),
)
_MARKS = (
    ("input", "1,234", both("may be changed", "변경 가능한 셀")),
    ("result", "1,234", both("computed by formula", "산식으로 계산된 셀")),
    ("total", "1,234", both("sum", "합계")),
    (
        "assumption",
        f"{ASSUMPTION} X",
        both("assumption: nobody has measured it (hatched)", "가정: 측정된 바 없는 수치(빗금)"),
    ),
    ("header", "…", both("column titles; they repeat on every printed page", "열 제목")),
)


def write_readme(draft: Draft, command: str | None, kept: Interval | None) -> None:
    """The sheet."""
    page = draft.page("readme", [
        Column("path", "", 10, hidden=True),
        Column("kind", "", 10, hidden=True),
        Column("label", draft.say(both("What", "구분")), 34),
        Column("value", draft.say(both("Content", "내용")), 110),
    ])  # fmt: skip
    page.sheet.page_setup.fitToHeight = 1
    scenario = draft.plan.scenario
    _line(page, draft.say(both("Verdict now", "현재 판정")), None)
    missed = draft.pages["summary"].ref("actual", draft.rows["missed",])
    good, bad = draft.say(OK), draft.say(both("checks missed; see Checks", "개 항목 미준수"))
    page.put("value", Formula(f'IF({missed}=0,"{good}",{missed}&" {bad}")'), "total")
    for sentence in draft.plan.sentences[:3]:
        _line(page, draft.say(both("The engine's plan", "산출된 배분안")), draft.say(sentence))
    if kept is not None:
        said = f"90%, {draft.say(interval_words(kept, kept=True))}"
        _line(page, draft.say(both("Additional people", "순증 인원 구간")), said)
        _line(page, "", draft.say(contract("uncertainty_kept").sentence))
    page.group(draft.say(both("Where it comes from", "출처와 재현")), "label")
    for fact in provenance(draft.plan, command, draft.language):
        _line(page, fact.title, fact.value)
    if scenario.money.prices:
        _line(page, draft.say(both("Price basis", "가격 기준")), scenario.money.prices)
    page.group(draft.say(both("How to use it", "사용 방법")), "label")
    for text in _USE:
        _line(page, "", draft.say(text))
    page.group(draft.say(both("Marks", "표시")), "label")
    for style, shown, meaning in _MARKS:
        _line(page, shown, draft.say(meaning))
        page.put("label", shown, style)
    if scenario.cautions:
        page.group(draft.say(both("Cautions", "유의사항")), "label")
        for caution in scenario.cautions:
            _line(page, "", draft.say(caution))
    page.group(draft.say(both("Sheets", "시트")), "label")
    for title, note in list(SHEETS.values())[1:]:
        _line(page, draft.say(title), draft.say(note))
        _link(page, title, draft)


def _line(page: Page, label: str, text: str | None) -> None:
    page.next()
    page.put("label", label, "text")
    page.put("value", text, "text")


def _link(page: Page, title: Text, draft: Draft) -> None:
    cell = page.sheet.cell(page.row, page.place["label"])
    place = f"'{draft.say(title)}'!A1"
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place, display=draft.say(title))
