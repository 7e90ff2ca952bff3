"""Every kind of row has golden rows in a scenario checked by hand; none goes without."""

from __future__ import annotations

from pathlib import Path

import pytest

import optimizer.formulation.rules as rules
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.rules import RULES
from optimizer.inputs.load import load_scenario
from optimizer.lp.program import LinearProgram
from tests.formulation.shown import dump, dump_columns

HERE = Path(__file__).parent
GOLDEN = HERE.parent / "golden" / "rules"
KEYS = [rule.key for rule in RULES]


@pytest.fixture(scope="module")
def tiny() -> LinearProgram:
    return compile_program(case_of(load_scenario(HERE / "tiny.yaml")))


def golden(name: str, text: str, *, regold: bool) -> str:
    path = GOLDEN / f"{name}.txt"
    if regold:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KEYS)
def test_rows(kind: str, tiny: LinearProgram, regold: bool) -> None:
    text = dump(tiny, kind)
    assert text, f"{kind} adds no row to the tiny scenario: extend it"
    assert text == golden(kind, text, regold=regold)


def test_columns(tiny: LinearProgram, regold: bool) -> None:
    text = dump_columns(tiny)
    assert text == golden("columns", text, regold=regold)


def test_every_row_belongs_to_a_kind(tiny: LinearProgram) -> None:
    kinds = [row.key[0] for row in tiny.rows if isinstance(row.key, tuple)]
    assert len(kinds) == len(tiny.rows)
    assert set(kinds) == set(KEYS)


def test_no_orphans() -> None:
    files = {f.stem for f in Path(rules.__file__).parent.glob("*.py")} - {"__init__", "base"}
    assert files == set(KEYS) == {f.stem for f in GOLDEN.glob("*.txt")} - {"columns"}
    assert len(KEYS) == len(set(KEYS))


@pytest.mark.parametrize("rule", RULES, ids=KEYS)
def test_a_kind_says_what_it_is(rule: rules.RowRule, tiny: LinearProgram) -> None:
    case = case_of(load_scenario(HERE / "tiny.yaml"))
    assert rule.title.en
    assert rule.title.ko
    assert rule.formula
    assert rule.per.en
    indices = [k[1:] for k in tiny.row_number if isinstance(k, tuple) and k[0] == rule.key]
    names = [rule.name(case, index) for index in indices]
    assert len({n.en for n in names}) == len({n.ko for n in names}) == len(names)
    for index in indices:
        said = rule.explain(case, index, rules.Price(rhs=10.0, up=0.5, down=0.25, holds_to=20.0))
        assert "+0.5" in said.en or "+" in said.en
        assert said.ko != said.en
