"""What a price means in words: both sides, and until where."""

from __future__ import annotations

import pytest

from optimizer.domain.units import Unit
from optimizer.formulation.compile import case_of
from optimizer.formulation.rules.base import PERSONS, Price, worth
from optimizer.inputs.load import scenario_of
from tests.formulation.every_option import DOCUMENT

WON = Unit(1e6, (("KRW", 1),))
CASE = case_of(scenario_of(DOCUMENT))


def test_money_more_and_less_with_their_ends() -> None:
    """100 million won: 2 up, 3 down; from 700 to 1 200 million won around 900."""
    said = worth(CASE, Price(900.0, 0.02, 0.03, 700.0, 1200.0), amount=100.0, unit=WON)
    assert said.in_("en") == (
        "100 million won more adds 2 weighted people (until 1.2 billion won); "
        "100 million won less costs 3 weighted people (until 700 million won)."
    )


@pytest.mark.parametrize("more", [True, False])
def test_heads_with_their_ends(more: bool) -> None:
    price = Price(9.0, 2.0 * more, 3.0 * (not more), 7.0, 12.0)
    said = worth(CASE, price, amount=1.0, unit=PERSONS)
    if more:
        assert said.in_("en") == "one more adds 2 weighted people (for the next 3)."
        assert said.in_("ko") == "1명 증가 시 가중 순증 인원 +2명(추가 3명까지)."
    else:
        assert said.in_("en") == "one less costs 3 weighted people (for the next 2)."
        assert said.in_("ko") == "1명 감소 시 가중 순증 인원 −3명(2명 감소까지)."


def test_of_nothing_there_is_none_to_take_away() -> None:
    said = worth(CASE, Price(0.0, 2.0, 3.0, -1e-6, 4.0), amount=1.0, unit=PERSONS)
    assert said.in_("en") == "one more adds 2 weighted people (for the next 4)."


def test_nothing_changes() -> None:
    said = worth(CASE, Price(9.0, 0.0, 0.0, 7.0, 12.0), amount=1.0, unit=PERSONS)
    assert said.in_("en") == "A small change makes no difference."


def test_a_price_is_felt_where_a_step_that_can_be_done_changes_something() -> None:
    assert not Price(9.0, 0.0, 0.0).felt
    assert not Price(9.0, float("inf"), 1e-12).felt
    assert Price(9.0, 0.0, 1e-3).felt
    assert Price(9.0, -1e-3, 0.0).felt
