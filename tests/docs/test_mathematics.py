"""The page of formulas is complete: every rule has one, every sign in it is explained."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from docs.making.mathematics import goals, signs_in, symbols, text
from docs.making.mathml import mathml
from docs.making.written import written
from optimizer.domain.programme import CurveKind
from optimizer.formulation.rules import RULES

NUMBERS = symbols()["numbers"]
WRITTEN = {
    f"{rule.key} {n}": formula
    for rule in RULES
    for n, formula in enumerate(written(rule.key, NUMBERS))
}
FORMULAS = {rule.key: rule.formula for rule in RULES} | goals() | WRITTEN
GROUPS = ("indices", "decisions", "numbers")
EXPLAINED = {one["sign"] for group in GROUPS for one in symbols()[group]}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_every_rule_states_itself_in_symbols_and_in_words(rule: object) -> None:
    assert getattr(rule, "formula", "").strip()
    assert (type(rule).__doc__ or "").strip()
    assert f"`{rule.key}`" in text()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("formula", "signs"),
    [
        (r"\sum_{p,y} x_{p,y} \le B", {"p", "y", "x", "B"}),
        (r"\mathrm{need}_{q,r}\,(1+\delta)^{-k} \in \mathbb{Z}", {"need", "q", "r", "delta", "k"}),
        (r"f_p = s \text{ for a share } s", {"f", "p", "s"}),
    ],
)
def test_signs_are_read_out_of_a_formula(formula: str, signs: set[str]) -> None:
    assert signs_in(formula) == signs


@pytest.mark.parametrize("name", FORMULAS)
def test_every_sign_of_a_formula_is_explained(name: str) -> None:
    assert signs_in(FORMULAS[name]) - EXPLAINED == set()


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("total_budget", [r"\sum_{a,y} x_{a,y} \le B"]),
        ("programme_floor", [r"\sum_{y} x_{a,y} \ge \text{share}\,B"]),
        ("ramp_limit", [r"x_{a,y} \le (1 + \text{up.share})\,x_{a,y-1}"]),
        ("commitment", [r"x_{a,y} = \text{amount}"]),
    ],
)
def test_rows_of_an_example_are_read_in_symbols(kind: str, rows: list[str]) -> None:
    assert written(kind, NUMBERS) == rows
    assert rows[0] in text()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_what_a_formula_decides_on_its_rows_decide_on(rule: object) -> None:
    """Money, units, people and switches of the stated formula stand in the rows of the example."""
    key, stated = rule.key, signs_in(rule.formula)  # type: ignore[attr-defined]
    rows = set().union(*(signs_in(one) for one in written(key, NUMBERS)))
    if "v" in stated | rows:  # what a rule counts is its choice
        assert rows & {"x", "v"}
    else:
        decided = {"x", "u", "n", "o", "z"}
        assert rows & decided == stated & decided


def test_no_sign_is_explained_that_stands_nowhere() -> None:
    used = {sign for formula in FORMULAS.values() for sign in signs_in(formula)}
    assert EXPLAINED - used == set()


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_becomes_mathml(name: str) -> None:
    tree = ElementTree.fromstring(mathml(FORMULAS[name], "block"))
    shown = "".join(tree.itertext())
    assert tree.tag.endswith("math")
    assert "\\" not in shown
    assert "{" not in shown.replace("{0,1}", "").replace("{≤", "")


def test_every_supply_curve_has_its_formula() -> None:
    assert set(symbols()["curves"]) == {kind.value for kind in CurveKind}


def test_words_and_primes_are_signs_of_their_own() -> None:
    drawn = mathml(r"\mathrm{need}_{q} y'")
    assert "<mi>need</mi>" in drawn
    assert drawn.count("<msup>") == 0
    assert "&#x02032;</mo>" in drawn
