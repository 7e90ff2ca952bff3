"""Choosing among options whose payoff depends on the state of the world: the classic criteria."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from optimizer.lp.program import FloatArray


@dataclass(frozen=True)
class DecisionTable:
    """Payoff of each option in each state, more is better.

    `payoff` (options, states); `chances` (states,) are non-negative and add up to 1; left out, all
    states are equally likely, as draws are.

    >>> thompson = DecisionTable(np.array([[200, -180], [100, -20], [0, 0.0]]))
    >>> thompson.best_expected, thompson.minimax_regret, thompson.maximin
    (1, 1, 2)
    >>> thompson.evpi
    60.0
    """

    payoff: FloatArray
    chances: FloatArray | None = None

    def __post_init__(self) -> None:
        chances = self._chances
        shapes = self.payoff.ndim == 2 and chances.shape == self.payoff.shape[1:]
        if not shapes or (chances < 0).any() or abs(chances.sum() - 1.0) > 1e-9:
            raise ValueError("Give one chance for each state; together they make 1.")

    @cached_property
    def _chances(self) -> FloatArray:
        if self.chances is not None:
            return np.asarray(self.chances, dtype=np.float64)
        states = self.payoff.shape[-1]
        return np.full(states, 1.0 / states)

    @cached_property
    def expected(self) -> FloatArray:
        """Expected payoff of each option, (options,)."""
        return np.asarray(self.payoff @ self._chances)

    @property
    def best_expected(self) -> int:
        """The option with the largest expected payoff."""
        return int(self.expected.argmax())

    @property
    def maximin(self) -> int:
        """The option whose worst payoff is best."""
        return int(self.payoff.min(axis=1).argmax())

    @cached_property
    def regret(self) -> FloatArray:
        """What each option loses against the best one of each state, (options, states)."""
        return np.asarray(self.payoff.max(axis=0) - self.payoff)

    @property
    def minimax_regret(self) -> int:
        """The option whose largest regret is smallest."""
        return int(self.regret.max(axis=1).argmin())

    @property
    def with_perfect_information(self) -> float:
        """Expected payoff when the state is known before the choice."""
        return float(self.payoff.max(axis=0) @ self._chances)

    @property
    def evpi(self) -> float:
        """Expected value of perfect information: what knowing the state is worth at most."""
        return self.with_perfect_information - float(self.expected.max())
