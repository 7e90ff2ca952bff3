"""Observations: they hold the track record, say what they rest on and what one head costs."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from optimizer.domain.evidence import Evidence
from optimizer.domain.record import Observation
from optimizer.inputs.evidence import load_evidence, read_evidence
from optimizer.inputs.shipped import data_folder
from tests.reference.frozen import REFERENCE

ASKED_FOR = 60
COUNTRIES = 15
"""What the table is to hold at least, by the task that made it."""


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return load_evidence()


def priced(row: Observation) -> bool:
    """Whether the row tells what a head and year cost."""
    heads = 1.0 if row.money_covers == "one_head" else row.stated
    return None not in (row.money, row.years, heads) and row.money_covers != "umbrella"


def test_every_programme_of_the_track_record_is_an_observation(evidence: Evidence) -> None:
    same = (
        "country", "scheme", "activity", "field", "money", "currency", "money_covers",
        "money_source", "price_year", "announced", "realised", "realised_on", "complete", "grade",
        "leave_out", "title", "counts",
    )  # fmt: skip
    for name, record in evidence.track_record.items():
        row = evidence.observations[name]
        assert {f: getattr(row, f) for f in same} == {f: getattr(record, f) for f in same}
        assert row.note.startswith(record.note)
        if record.years is not None:
            assert (row.years, row.years_assumed) == (record.years, record.years_assumed)
        if record.money_pays != row.money_pays:
            assert (record.money_pays, row.money_pays) == ("part", "stipend")


def test_the_observations_are_as_many_as_were_asked_for(evidence: Evidence) -> None:
    rows = [r for r in evidence.observations.values() if priced(r)]
    assert len(rows) >= ASKED_FOR
    assert len({r.country for r in rows}) >= COUNTRIES
    for name in ("basis", "money_pays", "level", "activity"):
        found = Counter(str(getattr(r, name)) for r in rows)
        words = {w for listed, w in evidence.terms if listed == name} - {"visa", "visa_case"}
        assert set(found) == words
    assert all(r.years or r.activity == "visa_case" for r in evidence.observations.values())


def test_the_readme_says_how_many(evidence: Evidence) -> None:
    rows = [r for r in evidence.observations.values() if priced(r)]
    text = (data_folder() / "README.md").read_text(encoding="utf-8")
    said = re.search(
        r"(\d+) rows, of (\d+) schemes in (\d+) places.*?(\d+) realised, (\d+) announced; "
        r"(\d+) stipends; (\d+) of AI\s+alone\. For (\d+) of them",
        text,
        re.DOTALL,
    )
    assert said is not None
    bases = Counter(r.basis for r in rows)
    assert [int(n) for n in said.groups()] == [
        len(rows),
        len({r.scheme for r in rows}),
        len({r.country for r in rows}),
        bases["realised"],
        bases["announced"],
        sum(r.money_pays == "stipend" for r in rows),
        sum(r.field == "ai" for r in rows),
        sum(r.years_assumed for r in rows),
    ]


def test_what_is_quoted_holds_a_figure_and_an_address(evidence: Evidence) -> None:
    for row in evidence.observations.values():
        assert re.search(r"\d", row.quoted), row.id
        assert all(evidence.sources[source].address for source in row.sources), row.id


def test_products_in_a_note_are_the_money_of_the_row(evidence: Evidence) -> None:
    """`12 x 3,150.` in a note is the money of one head; computed here from the note alone."""
    product = re.compile(r"(?:^|\. )(\d+) x ([\d,.]*\d)(m?)(?:\.|,|;| )")
    checked = 0
    for row in evidence.observations.values():
        found = product.match(row.note)
        if found is not None and row.money_covers == "one_head":
            each = float(found[2].replace(",", "")) * (1 if found[3] else 1e-6)
            expected = int(found[1]) * each
            if "+" not in row.note:
                assert row.money == pytest.approx(expected, rel=1e-3), row.id
                checked += 1
    assert checked >= 10


def test_every_country_with_an_observation_has_its_economy(evidence: Evidence) -> None:
    rates = {c for c, metric, _ in evidence.economies if metric == "exchange_rate_average"}
    assert {r.country for r in evidence.observations.values()} <= rates
    products = {c for c, metric, _ in evidence.economies if metric == "gdp_nominal"}
    assert {c for c, *_ in evidence.economies} - products == {"TWN"}  # none could be read


def test_figures_of_both_tables_agree(evidence: Evidence) -> None:
    both = set(evidence.economies) & set(evidence.countries)
    assert len(both) > 20
    for key in both:
        assert evidence.economies[key].value == pytest.approx(
            evidence.countries[key].value, rel=0.01
        ), key


def test_a_folder_of_an_earlier_release_has_none() -> None:
    evidence = read_evidence(REFERENCE / "data")
    assert not evidence.observations
    assert not evidence.economies
    assert evidence.track_record


def test_an_observation_more_is_data_only(tmp_path: Path) -> None:
    for path in data_folder().glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    table = tmp_path / "observations.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    more = {**rows[0], "id": "made_up", "money": "3.5"}
    with table.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, list(more), lineterminator="\n").writerow(more)
    assert read_evidence(tmp_path).observations["made_up"].money == 3.5
