"""The shipped evidence loads and is consistent; every fault of a table is refused in words."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest

from optimizer.domain.evidence import Evidence, Grade
from optimizer.domain.units import parse_unit
from optimizer.errors import InvalidInput
from optimizer.inputs.evidence import data_version, load_evidence, read_evidence
from optimizer.inputs.load import shipped_scenarios
from optimizer.inputs.shipped import data_folder

PROGRAMMES = {
    "visa_fast_track",
    "research_institutes",
    "gpu_access",
    "a_team_cultivation",
    "baseline",
}
TABLES = (
    "parameters",
    "sources",
    "countries",
    "strategies",
    "article_facts",
    "track_record",
    "economies",
    "observations",
)


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return load_evidence()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped tables, to be damaged."""
    for path in data_folder().glob("*.csv"):
        shutil.copy(path, tmp_path)
    return tmp_path


def rows_of(table: str) -> list[dict[str, str]]:
    with (data_folder() / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# --- the shipped tables ---------------------------------------------------------------------------


def test_shipped_tables_load_completely(evidence: Evidence) -> None:
    for table in TABLES:
        assert len(getattr(evidence, table)) == len(rows_of(table)) > 30
    seat = evidence.parameters["coef_inst_seatA"]
    assert (seat.value, seat.low, seat.high) == (150, 100, 200)
    assert seat.unit == "million KRW per seat-year"
    assert seat.grade is Grade.X
    assert seat.assumed
    assert evidence.parameters["coef_gpu_netcostS"].high is None
    assert evidence.parameters["eff_research_env"].value is None
    assert not evidence.parameters["inst_innocore_head"].assumed


def test_shipped_tables_are_read_once() -> None:
    assert load_evidence() is load_evidence()


def test_all_columns_are_declared_and_used() -> None:
    declared = {(r["table"], r["column"]) for r in rows_of("columns")}
    for table in (*TABLES, "vocabulary"):
        assert {(table, c) for c in rows_of(table)[0]} == {d for d in declared if d[0] == table}
    assert all(r["meaning"].strip() for r in rows_of("columns"))


def test_sources_are_cited_or_marked_as_background(evidence: Evidence) -> None:
    used = {p.source for p in evidence.parameters.values()}
    used |= {c.source for c in (*evidence.countries.values(), *evidence.economies.values())}
    used |= {s.source for s in evidence.strategies.values()}
    used |= {a.source for a in evidence.article_facts.values() if a.source is not None}
    rows = (*evidence.track_record.values(), *evidence.observations.values())
    used |= {source for r in rows for source in r.sources}
    assert used == {s.id for s in evidence.sources.values() if s.cited}


def test_no_permitted_unit_metric_or_country_is_unused(evidence: Evidence) -> None:
    rows = (evidence.parameters, evidence.countries, evidence.economies, evidence.article_facts)
    units = {row.unit for table in rows for row in table.values()} - {None}
    units |= _units_of_documents(evidence)
    figures = (*evidence.countries.values(), *evidence.economies.values())
    metrics = {c.metric for c in figures}
    places = {c.country for c in figures} | {
        p.scope.partition(":")[0] for p in evidence.parameters.values()
    }
    for name, used in (("unit", units), ("metric", metrics), ("country", places - {"world"})):
        assert used == {word for listed, word in evidence.terms if listed == name}
    assert {w for listed, w in evidence.terms if listed == "programme"} == PROGRAMMES
    assert {w for listed, w in evidence.terms if listed == "grade"} == {str(g) for g in Grade}
    assert {p.programme for p in evidence.parameters.values()} == PROGRAMMES


def _units_of_documents(evidence: Evidence) -> set[str]:
    """Units of the list that numbers of the shipped scenarios state."""
    text = "\n".join(p.read_text(encoding="utf-8") for p in shipped_scenarios().values())
    stated = set(re.findall(r"\bunit: ([^{},\n]+)", text))
    return stated & {word for listed, word in evidence.terms if listed == "unit"}


def test_every_grade_says_what_it_means() -> None:
    assert len({g.meaning for g in Grade}) == len(Grade)


def test_one_unit_per_metric(evidence: Evidence) -> None:
    figures = (*evidence.countries.values(), *evidence.economies.values())
    pairs = {(c.metric, c.unit) for c in figures}
    assert len(pairs) == len({metric for metric, _ in pairs})


def test_units_of_money_are_read_as_money(evidence: Evidence) -> None:
    amount = re.compile(r"(thousand|million|billion|trillion)? ?[A-Z]{3}( per [A-Za-z -]+)?")
    for listed, unit in evidence.terms:
        if listed == "unit" and re.search(r"\b[A-Z]{3}\b(?!s|-)", unit.replace("GPU", "")):
            assert parse_unit(unit).money or unit.startswith("local currency"), unit
            assert amount.fullmatch(unit) or unit.startswith("local currency"), unit
        elif listed == "unit":
            assert not parse_unit(unit).money, unit
    assert parse_unit(evidence.parameters["fx_eur"].unit).money == (("EUR", -1), ("KRW", 1))


def test_titles_have_both_languages(evidence: Evidence) -> None:
    hangul = re.compile(r"[가-힣]")
    for p in evidence.parameters.values():
        assert hangul.search(p.title.in_("ko")), p.id
        assert not hangul.search(p.title.in_("en")), p.id
        assert len(p.title.in_("ko")) <= 40, p.id


@pytest.mark.parametrize(
    ("id_", "value", "low", "high"),
    [
        (
            "coef_visa_netcost",
            "15/(0.25*0.82*0.54)",
            "6.5/(0.34*0.95*0.77)",
            "40.7/(0.15*0.50*0.40)",
        ),
        ("coef_ate_netcost", "75/(0.30*0.92)", "37.5/(0.60*0.97)", "139/(0.10*0.60)"),
        ("coef_inst_netcostA", "3*150/0.40", "3*100/0.60", "3*200/0.25"),
        ("coef_inst_netcostS", "3*400/0.60", "3*250/0.80", "3*1500/0.40"),
    ],
)
def test_derived_costs_follow_from_their_note(
    evidence: Evidence, id_: str, value: str, low: str, high: str
) -> None:
    row = evidence.parameters[id_]
    note = row.note.replace(",", "").replace("x", "*").replace(" * ", "*")
    for formula, stated in ((value, row.value), (low, row.low), (high, row.high)):
        assert formula in note
        assert stated == pytest.approx(_arithmetic(formula), rel=0.01)


def _arithmetic(formula: str) -> float:
    """Value of a quotient of products, e.g. 15/(0.25*0.82)."""
    above, _, below = formula.replace("(", "").replace(")", "").partition("/")
    result = 1.0
    for factor in above.split("*"):
        result *= float(factor)
    for factor in below.split("*"):
        result /= float(factor)
    return result


def test_latest_figure_of_a_country(evidence: Evidence) -> None:
    newest = evidence.latest("KOR", "population")
    assert newest is not None
    assert newest.year == 2024
    assert evidence.latest("KOR", "eurohpc_accelerators") is None
    assert evidence.title("country", "KOR").in_("ko") == "한국"


def test_readme_counts_and_coefficients_match_the_tables(evidence: Evidence) -> None:
    text = (data_folder() / "README.md").read_text(encoding="utf-8")
    counts = dict(re.findall(r"^\| `(\w+)\.csv` \| (\d+) \|", text, re.MULTILINE))
    assert counts == {t: str(len(rows_of(t))) for t in (*TABLES, "columns", "vocabulary")}
    background = sum(not s.cited for s in evidence.sources.values())
    assert f"`no` for {background} that" in text
    line = re.compile(
        r"^\| `(coef_\w+)`(?:, [^|]*)? \| ([\d.,]+) \| ([\d.,*]+) \| ([\d.,]+) \|", re.M
    )
    found = line.findall(text)
    assert len(found) > 10
    for id_, *numbers in found:
        row = evidence.parameters[id_]
        low, value, high = (float(n.replace(",", "").strip("*")) for n in numbers)
        assert (row.low, row.value, row.high) == (low, value, high), id_
    mentioned = set(re.findall(r"`(coef_\w+)`", text))
    assert mentioned <= set(evidence.parameters)


def test_version_follows_the_content_not_the_line_ends(folder: Path) -> None:
    shipped = data_version()
    assert re.fullmatch(r"[0-9a-f]{12}", shipped)
    assert data_version(folder) == shipped == read_evidence(folder).version
    path = folder / "parameters.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert data_version(folder) == shipped
    path.write_bytes(path.read_bytes() + b"\n")
    assert data_version(folder) != shipped


def test_a_table_saved_by_a_spreadsheet_still_loads(folder: Path) -> None:
    path = folder / "countries.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n")
    assert len(read_evidence(folder).countries) == len(rows_of("countries"))
    assert load_evidence(folder).parameters == load_evidence().parameters


# --- refusals: one damaged cell, or one damaged table ---------------------------------------------


def damage(folder: Path, table: str, key: str, column: str, text: str) -> None:
    """Write `text` into one cell of the row that starts with `key`."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    (row,) = (r for r in rows if ",".join(r[: key.count(",") + 1]) == key)
    row[header.index(column)] = text
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def messages(folder: Path) -> list[str]:
    with pytest.raises(InvalidInput) as fault:
        read_evidence(folder)
    return [str(issue) for issue in fault.value.issues]


BROKEN = Path(__file__).parents[1] / "broken" / "evidence"


def broken_cells() -> list[tuple[str, ...]]:
    """Damages of one cell: table, row, column, what is written there, words of the refusal."""
    with (BROKEN / "cells.csv").open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file)][1:]


@pytest.mark.parametrize(("table", "row", "column", "text", "words"), broken_cells())
def test_a_damaged_cell_is_refused(
    folder: Path, table: str, row: str, column: str, text: str, words: str
) -> None:
    damage(folder, table, row, column, text)
    assert any(words in message for message in messages(folder)), messages(folder)


def rewrite(folder: Path, table: str, old: str, new: str) -> None:
    """Replace the first `old` in the table's text, which must be there."""
    path = folder / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


TEXTS = [
    (
        "parameters",
        "title_en",
        "titel_en",
        [
            "parameters.csv, row 1, column titel_en: columns.csv declares no such column. "
            "Did you mean 'title_en'?",
            "parameters.csv, row 1, column title_en: The column is missing. Add it to the header",
        ],
    ),
    (
        "sources",
        "publisher",
        "title",
        ["sources.csv, row 1, column title: The column appears twice. Remove one."],
    ),
    (
        "strategies",
        "InnoCORE,이노코어",
        "InnoCORE,이노코어,extra",
        [
            "strategies.csv, row 37 (kor_innocore): The row has 15 cells, the header 14. "
            "Put cells that hold a comma into double quotes."
        ],
    ),
    (
        "columns",
        "table,column",
        "table,columns",
        ["columns.csv, row 1: The header is not as expected. It must read table,column,type"],
    ),
    (
        "columns",
        "parameters,id,id,",
        "parameters,id,",
        ["columns.csv, row 2: The row has 5 cells, the header 6."],
    ),
    (
        "columns",
        "parameters,low",
        "strategies,low",
        [
            "columns.csv, parameters.low: The column is not declared. Add a row",
            "columns.csv, strategies.low: The table cannot have this column (or has it twice).",
        ],
    ),
]


@pytest.mark.parametrize(("table", "old", "new", "expected"), TEXTS)
def test_a_damaged_table_is_refused(
    folder: Path, table: str, old: str, new: str, expected: list[str]
) -> None:
    rewrite(folder, table, old, new)
    found = messages(folder)
    for words in expected:
        assert any(words in message for message in found), found


@pytest.mark.parametrize("table", [*TABLES, "columns", "vocabulary"])
def test_a_missing_table_is_refused_once(folder: Path, table: str) -> None:
    (folder / f"{table}.csv").unlink()
    assert messages(folder) == [f"{table}.csv: The table is missing. Put it into {folder}."]


def test_bad_utf_8_is_refused_with_its_row(folder: Path) -> None:
    path = folder / "sources.csv"
    lines = path.read_bytes().split(b"\n")
    lines[4] += "인재".encode("cp949")
    path.write_bytes(b"\n".join(lines))
    assert messages(folder) == [
        "sources.csv, row 5: The text is not UTF-8. Save the table as 'CSV UTF-8'."
    ]


def test_all_problems_are_reported_at_once(folder: Path) -> None:
    damage(folder, "parameters", "coef_visa_add", "grade", "Q")
    damage(folder, "parameters", "coef_visa_cost", "unit", "")
    damage(folder, "strategies", "kor_kdt", "amount", "much")
    damage(folder, "article_facts", "q25", "source", "nobody")
    rewrite(folder, "countries", ",grade,", ",grades,")
    found = messages(folder)
    assert [m.split(":")[0] for m in found] == [
        "countries.csv, row 1, column grades",
        "countries.csv, row 1, column grade",
        "parameters.csv, row 36 (coef_visa_add), column grade",
        "parameters.csv, row 39 (coef_visa_cost), column unit",
        "strategies.csv, row 50 (kor_kdt), column amount",
        "article_facts.csv, row 26 (q25), column source",
    ]
    with pytest.raises(InvalidInput, match=r"^6 problems in the input:\n- countries\.csv"):
        load_evidence(folder)


@pytest.mark.parametrize("cell", ["x" * 200_000, '"' + "y" * 140_000 + '"'])
def test_a_cell_that_is_far_too_long_is_told(folder: Path, cell: str) -> None:
    table = folder / "sources.csv"
    table.write_text(table.read_text(encoding="utf-8") + cell, encoding="utf-8")
    with pytest.raises(InvalidInput, match="This is no table in CSV"):
        load_evidence(folder)
