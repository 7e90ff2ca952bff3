"""The page of formulas is complete: every rule has one, every sign in it is explained."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from docs.making.mathematics import goals, signs_in, symbols, text
from docs.making.mathml import mathml
from optimizer.domain.programme import CurveKind
from optimizer.formulation.rules import RULES

FORMULAS = {rule.key: rule.formula for rule in RULES} | goals()
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
