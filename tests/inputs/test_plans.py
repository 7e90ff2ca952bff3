"""Plans of others are read as they are meant, or refused with what to do; never misread."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from optimizer.domain.limits import MOST_ISSUES
from optimizer.errors import InvalidInput, Issue
from optimizer.inputs.allocation import allocation_in, load_allocation
from optimizer.inputs.load import change_scenario, load_scenario

KOREA = load_scenario("korea-2025")
HEAD = "programme,year,spending\n"
VISA = {("visa_fast_track", 2025): 500.0}


def read(text: str, name: str = "plan.csv") -> dict[tuple[str, int], float]:
    return allocation_in(text.encode(), KOREA, name)


def refused(text: str, name: str = "plan.csv") -> tuple[Issue, ...]:
    with pytest.raises(InvalidInput) as caught:
        read(text, name)
    assert all(issue.where and issue.problem and issue.remedy for issue in caught.value.issues)
    return caught.value.issues


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "visa_fast_track,2025,500",
        HEAD + 'visa_fast_track,2025,"500.0"\n',
        HEAD + "\n\nvisa_fast_track,2025,500,,\n",
        HEAD + "visa_fast_track,2025,200\nvisa_fast_track,2025,300\n",
        HEAD + "비자 패스트트랙,2025,５００\n",
        HEAD + "Visa  fast TRACK,2025,500\n",
        "사업;연도;금액\n비자 패스트트랙;2025;500\n",
        "programme\tyear\tspending\tnote\nvisa_fast_track\t2025\t500\t비고\n",
        "\ufeffYear,Programme,Spending\n2025,visa_fast_track,500\n",
    ],
)
def test_plans_are_read_as_they_are_meant(text: str) -> None:
    assert read(text) == VISA


def test_thousands_may_have_commas() -> None:
    assert read(HEAD + 'visa_fast_track,2025,"1,200"\n') == {("visa_fast_track", 2025): 1200.0}


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("", "plan.csv", "empty"),
        (HEAD, "plan.csv", "no rows"),
        ("visa_fast_track,2025,500\n", "plan.csv, row 1", "programme,year,spending"),
        ("programme,year\nvisa_fast_track,2025\n", "plan.csv, row 1", "'spending' is missing"),
        ("programme,year,year,spending\n", "plan.csv, row 1", "twice"),
        (HEAD + 'visa_fast_track,2025,"1,5"\n', "plan.csv, row 2", "Write 1.5"),
        (HEAD + 'visa_fast_track,2025,"0,05"\n', "plan.csv, row 2", "Write 0.05"),
        (HEAD + 'visa_fast_track,2025,"1.234,5"\n', "plan.csv, row 2", "Write 1234.5"),
        (HEAD + "visa_fast_track,2025,1,200\n", "plan.csv, row 2", "4 cells"),
        (HEAD + "visa_fast_track,2025\n", "plan.csv, row 2", "no amount"),
        (HEAD + "visa_fast_track,2025,-1\n", "plan.csv, row 2", "0 or more"),
        (HEAD + "visa_fast_track,2025,nan\n", "plan.csv, row 2", "no amount"),
        (HEAD + "visa_fast_track,2025,1e308\n", "plan.csv", "times the budget"),
        (HEAD + "visa_fast_track,2025.5,1\n", "plan.csv, row 2", "2025"),
        (HEAD + f"visa_fast_track,2025,{'1' * 200_000}\n", "plan.csv", "no table"),
        (HEAD + "비자,2025,1\n", "plan.csv, row 2", "비자 패스트트랙"),
    ],
)
def test_plans_that_say_something_else_are_refused(text: str, where: str, said: str) -> None:
    (issue,) = refused(text)
    assert issue.where == where
    assert said in f"{issue.problem} {issue.remedy}"


def test_every_fault_is_told_by_its_row() -> None:
    issues = refused(HEAD + "moon,2025,1\n\nvisa_fast_track,2025,1,2\nvisa_fast_track,1999,x\n")
    rows = [issue.where.removeprefix("plan.csv, row ") for issue in issues]
    assert rows == ["2", "4", "5", "5"]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a": ' * 50_000, "{", "5", "[]", "[null]", "{}"])
def test_json_that_is_no_plan_is_refused(text: str) -> None:
    assert len(refused(text, "plan.json")) == 1


def test_a_plan_in_another_unit_is_refused() -> None:
    rows = [{"programme": "visa_fast_track", "year": 2025, "spending": 5e8}]
    (issue,) = refused(json.dumps({"money_unit": "KRW", "allocation": rows}), "plan.json")
    assert "KRW" in issue.problem
    assert "million KRW" in issue.remedy


@pytest.mark.parametrize(
    ("factor", "unit"), [(1e3, "thousand KRW"), (1e6, "in KRW"), (1e5, "million KRW")]
)
def test_money_far_beyond_the_budget_is_told_with_its_unit(factor: float, unit: str) -> None:
    """The budget is 18,000 million won; 10,800 of it are the usual plan in another unit."""
    (issue,) = refused(f"{HEAD}visa_fast_track,2025,{10_800 * factor:.0f}\n")
    assert f"{0.6 * factor:,.0f} times the budget" in issue.problem
    assert unit in issue.remedy


def test_a_plan_somewhat_beyond_the_budget_is_read() -> None:
    assert sum(read(HEAD + "visa_fast_track,2025,1000000\n").values()) == 1e6


def test_a_title_of_two_programmes_is_told() -> None:
    same = {"title": "AI"}
    twins = change_scenario(KOREA, {"programmes": {name: same for name in KOREA.programmes}})
    with pytest.raises(InvalidInput, match="Several programmes"):
        allocation_in(f"{HEAD}ai,2025,1\n".encode(), twins, "plan.csv")


def test_files_in_other_encodings_are_read(tmp_path: Path) -> None:
    text = HEAD + "비자 패스트트랙,2025,500\n"
    for encoding in ("utf-8", "utf-8-sig", "cp949", "utf-16"):
        path = tmp_path / "plan.csv"
        path.write_bytes(text.encode(encoding))
        assert load_allocation(path, KOREA) == VISA


@pytest.mark.parametrize("content", [b"PK\x03\x04\xff\xff", bytes(range(256)), b"\x00" * 5000])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidInput):
        allocation_in(content, KOREA, "plan.csv")


def test_an_amount_with_a_point_beside_semicolons_is_thousands_or_a_fraction() -> None:
    head = HEAD.replace(",", ";")
    (issue,) = refused(head + "visa_fast_track;2025;500\ngpu_access;2026;2.700\n")
    assert (issue.where, str(issue.remedy)) == ("plan.csv, row 3", "Write 2700 or 2.7000.")
    assert read(head + "visa_fast_track;2025;2.7000\n") == {("visa_fast_track", 2025): 2.7}
    assert read(HEAD + "visa_fast_track,2025,2.700\n") == {("visa_fast_track", 2025): 2.7}


def test_a_number_beyond_all_numbers_is_no_remedy_of_itself() -> None:
    (issue,) = refused(HEAD + "visa_fast_track,2025,1e400\n")
    assert "1e400" not in str(issue.remedy)


@pytest.mark.parametrize("row", ["nope,2025,1\n", "visa_fast_track,2025,x\n", "a,b,c,d\n"])
def test_a_plan_full_of_faults_tells_the_first_and_that_there_are_more(row: str) -> None:
    issues = refused(HEAD + row * 100_000)
    assert len(issues) == MOST_ISSUES + 1
    assert "more problems" in str(issues[-1].problem)


def test_an_issue_stays_in_its_line() -> None:
    (issue,) = refused(HEAD + '"visa\n- forged: all is well",2025,500\n')
    assert len(str(issue).splitlines()) == 1
    assert "visa\\n- forged" in str(issue)
