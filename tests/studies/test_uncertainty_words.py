"""Intervals in words: both ends, or one figure where every draw comes to the same."""

from __future__ import annotations

import math

import pytest

from optimizer.api import desk as api
from optimizer.api.desk import _
from optimizer.studies.uncertainty.precision import Interval
from optimizer.studies.uncertainty.words import interval_words
from tests.studies import two_channels as cases
from ui.speech import Speech


def interval(low: float, high: float) -> Interval:
    return Interval(low, (low + high) / 2, high, math.nan, math.nan)


def test_an_interval_names_both_ends() -> None:
    said = interval_words(interval(18.2, 24.9), kept=True)
    assert said.in_("en") == "plan kept: 18 to 25 people"
    assert said.in_("ko") == "배분안 유지: 18~25명"


@pytest.mark.parametrize("high", [21.0, 21.001])
def test_ends_that_read_alike_are_one_figure(high: float) -> None:
    kept, again = (interval_words(interval(21.0, high), kept=k) for k in (True, False))
    assert (kept.in_("en"), kept.in_("ko")) == ("plan kept: 21 people", "배분안 유지: 21명")
    assert (again.in_("en"), again.in_("ko")) == ("best again: 21 people", "매번 최적화: 21명")


def test_a_study_whose_draws_never_differ_speaks_of_no_range() -> None:
    study = api.uncertainty(cases.bands(), 20, seed=1)  # no number of it is uncertain
    kept = study.interval()
    assert kept is not None
    assert kept.low == pytest.approx(kept.high, abs=1e-9)
    told = study.sentences
    assert " to " not in told[0].in_("en")
    assert "~" not in told[0].in_("ko")
    assert "half of them" not in f"{told[0].in_('en')} {told[1].in_('en')}"
    assert "중앙값" not in f"{told[0].in_('ko')} {told[1].in_('ko')}"


@pytest.mark.parametrize(
    ("language", "figure"),
    [("en", "90%, plan kept: 21 people more by 2028"),
     ("ko", "90% 구간(배분안 유지): 2028년까지 21명 순증")],
)  # fmt: skip
def test_the_desk_says_one_figure_too(language: str, figure: str) -> None:
    speech = Speech(language)
    ends = speech.reach(21.0, 21.0001)
    said = _("90%, plan kept: {range} people more by {year}", range=ends, year=2028)
    assert speech.say(said) == figure
    assert speech.ends(21.0, 21.0001) == "21"
    assert "21" in speech.say(_("{range} people", range=speech.ends(21.0, 21.0001)))
