"""The solver of second stages is set as it is meant to be."""

from __future__ import annotations

from typing import Any

import highspy
import pytest

from optimizer.lp.stochastic import recourse


def test_highs_takes_every_option(monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that HiGHS refuses would leave the option as it was without a word."""
    said: list[Any] = []

    class Heard:
        def __init__(self) -> None:
            self.solver = highspy.Highs()
            self.solver.setOptionValue("output_flag", False)

        def setOptionValue(self, name: str, value: Any) -> None:
            said.append(self.solver.setOptionValue(name, value))

    monkeypatch.setattr(recourse, "new_solver", Heard)
    recourse._solver()
    assert said == [highspy.HighsStatus.kOk] * len(said)
    assert len(said) > 3
