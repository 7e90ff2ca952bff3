"""Every kind of row has golden rows in a scenario checked by hand; none goes without."""

from __future__ import annotations

from pathlib import Path

import pytest

import optimizer.formulation.rules as rules
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.rules import RULES
from optimizer.inputs.load import load_scenario
from optimizer.lp.program import LinearProgram
from tests.formulation.shown import dump, dump_columns

HERE = Path(__file__).parent
GOLDEN = HERE.parent / "golden" / "rules"
KEYS = [rule.key for rule in RULES]


SCENARIOS = ("tiny", "lumpy")


@pytest.fixture(scope="module")
def cases() -> dict[str, Case]:
    """The scenarios checked by hand, each with its numbers read."""
    return {name: case_of(load_scenario(HERE / f"{name}.yaml")) for name in SCENARIOS}


@pytest.fixture(scope="module")
def programs(cases: dict[str, Case]) -> dict[str, LinearProgram]:
    return {name: compile_program(case) for name, case in cases.items()}


def golden(name: str, text: str, *, regold: bool) -> str:
    path = GOLDEN / f"{name}.txt"
    if regold:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KEYS)
def test_rows(kind: str, programs: dict[str, LinearProgram], regold: bool) -> None:
    shown = {name: dump(program, kind) for name, program in programs.items()}
    assert any(shown.values()), f"{kind} adds no row to {SCENARIOS}: extend one of them"
    text = "\n".join(f"# {name}\n{rows}" for name, rows in shown.items() if rows)
    assert text == golden(kind, text, regold=regold)


def test_columns(programs: dict[str, LinearProgram], regold: bool) -> None:
    text = "\n".join(f"# {name}\n{dump_columns(p)}" for name, p in programs.items())
    assert text == golden("columns", text, regold=regold)


def test_without_lumps_nothing_is_whole(programs: dict[str, LinearProgram]) -> None:
    assert not any(c.integer for c in programs["tiny"].columns)
    assert any(c.integer for c in programs["lumpy"].columns)


def test_every_row_belongs_to_a_kind(programs: dict[str, LinearProgram]) -> None:
    keys = [row.key for program in programs.values() for row in program.rows]
    kinds = {key[0] for key in keys if isinstance(key, tuple)}
    assert all(isinstance(key, tuple) for key in keys)
    assert kinds == set(KEYS)


def test_no_orphans() -> None:
    files = {f.stem for f in Path(rules.__file__).parent.glob("*.py")} - {"__init__", "base"}
    assert files == set(KEYS) == {f.stem for f in GOLDEN.glob("*.txt")} - {"columns"}
    assert len(KEYS) == len(set(KEYS))


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("rule", RULES, ids=KEYS)
def test_a_kind_says_what_it_is(rule: rules.RowRule, scenario: str, cases: dict[str, Case]) -> None:
    assert rule.title.in_("en") != rule.title.in_("ko")
    assert rule.formula
    assert rule.per.in_("en") != rule.per.in_("ko")
    case = cases[scenario]
    indices = [row.key[1:] for row in rule.rows(case) if isinstance(row.key, tuple)]
    names = [rule.name(case, index) for index in indices]
    assert len({n.in_("en") for n in names}) == len({n.in_("ko") for n in names}) == len(names)
    for index in indices:
        said = rule.explain(case, index, rules.Price(rhs=10.0, up=0.5, down=0.25, holds_to=20.0))
        assert {"more", "less"} <= set(said.in_("en").split())
        assert said.in_("ko") != said.in_("en")
