"""Programmes of others are proved in rational numbers, and the proofs hold on their own."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from optimizer.lp import ExactAnswer, LinearProgram, Status, read_mps, solve_exactly
from optimizer.lp.outcome import Outcome
from tests.lp.rational_truth import Rational

INSTANCES = Path(__file__).parent / "instances"

# Eleven digits each: check/CMakeLists.txt of HiGHS; israel and e226 lp/data/readme of Netlib, which
# leaves out the constant 7.113 of e226; avgas is exact.
OPTIMA = {
    "25fv47": 5.5018458883e3,
    "adlittle": 2.2549496316e5,
    "afiro": -4.6475314286e2,
    "avgas": -7.75,
    "e226": -1.8751929066e1 + 7.113,
    "etamacro": -7.5571523330e2,
    "israel": -8.9664482186e5,
    "shell": 1.2088253460e9,
    "stair": -2.5126695119e2,
    "standata": 1.2576995e3,
    "standgub": 1.2576995e3,
    "standmps": 1.4060175e3,
}
CONTRADICTORY = ("bgetam", "forest6", "galenet", "klein1", "vol1")


def instance(name: str) -> LinearProgram:
    return read_mps(INSTANCES / f"{name}.mps.gz")


def confirmed(answer: ExactAnswer) -> bool:
    """Whether the numbers of the answer prove its status, in Python's own fractions."""
    case = Rational(answer.program, answer.meaning)
    x = [answer.value.get(c.key, Fraction(0)) for c in answer.program.columns]
    prices = [answer.price.get(r.key, Fraction(0)) for r in answer.program.rows]
    ray = [answer.ray.get(c.key, Fraction(0)) for c in answer.program.columns]
    objective = Fraction(0) if answer.objective is None else answer.objective - case.constant
    return case.confirms(Outcome(answer.status, x, prices, ray, objective=objective))


@pytest.mark.parametrize("name", OPTIMA)
def test_the_published_optimum_is_proved(name: str) -> None:
    answer = solve_exactly(instance(name))
    assert answer.status is Status.OPTIMAL
    assert answer.certificate is not None
    assert answer.certificate.tolerance == 0
    assert answer.certificate.passed
    assert answer.objective is not None
    assert float(answer.objective) == pytest.approx(OPTIMA[name], rel=1e-10)
    assert confirmed(answer)


def test_five_digits_were_known_of_scrs8() -> None:
    answer = solve_exactly(instance("scrs8"))
    assert float(answer.objective or 0) == pytest.approx(904.2969, rel=1e-6)
    assert confirmed(answer)


@pytest.mark.parametrize("name", CONTRADICTORY)
def test_a_published_contradiction_is_proved(name: str) -> None:
    answer = solve_exactly(instance(name))
    assert answer.status is Status.INFEASIBLE
    assert answer.certificate is not None
    assert answer.certificate.passed
    assert confirmed(answer)


def test_an_endless_programme_is_proved() -> None:
    answer = solve_exactly(instance("gas11"))
    assert answer.status is Status.UNBOUNDED
    assert answer.certificate is not None
    assert answer.certificate.passed
    assert confirmed(answer)


@pytest.mark.parametrize("limit", [0.0, 1e-3])
def test_nothing_is_said_that_the_time_did_not_suffice_to_prove(limit: float) -> None:
    answer = solve_exactly(instance("25fv47"), time_limit=limit)
    assert answer.status is Status.STOPPED
    assert not answer.proved
    assert answer.certificate is None
    assert answer.objective is None
    assert answer.value == {}


def test_a_wrong_number_anywhere_breaks_the_proof() -> None:
    """The check of this file refuses what is off by one part in a hundred digits."""
    answer = solve_exactly(instance("afiro"))
    case = Rational(answer.program, answer.meaning)
    x, prices = list(answer.value.values()), list(answer.price.values())
    objective = answer.objective or Fraction(0)
    assert case.confirms(Outcome(Status.OPTIMAL, x, prices, objective=objective))
    little = Fraction(1, 10**100)
    for off in range(len(x)):
        moved = [v + little * (k == off) for k, v in enumerate(x)]
        wrong = Outcome(Status.OPTIMAL, moved, prices, objective=case.costs_of(moved))
        assert not case.confirms(wrong) or case.costs_of(moved) == objective
    assert not case.confirms(Outcome(Status.OPTIMAL, x, prices, objective=objective + little))
