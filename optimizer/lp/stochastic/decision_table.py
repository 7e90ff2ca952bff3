"""One choice among several when chance decides the rest: expected value, caution, information."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from optimizer.lp.program import FloatArray, MalformedProgram


@dataclass(frozen=True)
class Choice:
    """The choice that one criterion recommends, and its value."""

    name: str
    value: float


@dataclass(frozen=True)
class Decision:
    """What a decision table recommends.

    `emv` is the largest expected value and `eol` the least expected regret (they agree on the
    choice); `maximin`, `maximax` and `minimax_regret` use no probabilities. `evpi` is what knowing
    the state beforehand is worth; `expected` and `regret` hold every choice.
    """

    emv: Choice
    eol: Choice
    maximin: Choice
    maximax: Choice
    minimax_regret: Choice
    evpi: float
    expected: Mapping[str, float]
    regret: Mapping[str, float]


def decide(table: Mapping[str, Sequence[float]], probabilities: Sequence[float]) -> Decision:
    """Compare choices: `table` gives the gain of each choice in each state of the world.

    The first of equal choices is named. Raises MalformedProgram for a ragged table or probabilities
    that do not sum to one.

    >>> decide({"drill": [700, -100], "sell": [90, 90]}, [0.25, 0.75]).evpi
    142.5
    """
    chance = np.array(probabilities, dtype=np.float64)
    if not table or any(len(row) != len(chance) for row in table.values()):
        raise MalformedProgram("Each choice needs one gain for each state.")
    if (chance < 0).any() or abs(chance.sum() - 1.0) > 1e-9:
        raise MalformedProgram("Probabilities from 0 that sum to 1 are needed.")
    names = list(table)
    gains = np.array([list(row) for row in table.values()], dtype=np.float64)
    regrets = gains.max(axis=0) - gains
    expected, most = gains @ chance, regrets.max(axis=1)

    def pick(values: FloatArray, least: bool = False) -> Choice:
        i = int(values.argmin() if least else values.argmax())
        return Choice(names[i], float(values[i]))

    return Decision(
        pick(expected),
        pick(regrets @ chance, least=True),
        pick(gains.min(axis=1)),
        pick(gains.max(axis=1)),
        pick(most, least=True),
        float((regrets @ chance).min()),
        dict(zip(names, expected.tolist(), strict=True)),
        dict(zip(names, most.tolist(), strict=True)),
    )
