"""What a memo stands on besides its plan: studies of how sure it is and what would change it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from optimizer.engines import Watch
from optimizer.lp.program import FloatArray
from optimizer.results.plan import Plan
from optimizer.studies.draws.values import worth_of_plans
from optimizer.studies.evaluate import Evaluation
from optimizer.studies.flips import Flips, switching_points
from optimizer.studies.room import Room, room
from optimizer.studies.uncertainty import UnderUncertainty, allocation, uncertainty
from optimizer.tally import Tally

NEAR, WIDE = 0.01, 0.02
"""Losses of the goal within which alternatives are shown."""
PLANS = 3
"""Different plans shown within the wider loss."""
GIVEN = "given"
"""Name of a plan that was handed in, in the study of uncertainty."""
FLIPS, SURENESS, ROOMS = 30, 10, (10, 50)
"""Of a hundred: about how much of the time each study takes."""


@dataclass(frozen=True)
class Sureness:
    """A study of uncertainty and what the memo's own plan yields in its draws.

    `people` (draws,) are the additional people of the plan with its money kept as it is.
    """

    study: UnderUncertainty
    seed: int
    people: FloatArray

    @property
    def ends(self) -> tuple[float, float]:
        """Net people that the plan falls short of, and exceeds, in one draw of twenty each."""
        low, high = np.nanquantile(self.people, [0.05, 0.95]).tolist()
        return low, high


@dataclass(frozen=True)
class Grounds:
    """A plan and the studies around it; `rooms` for the losses NEAR and WIDE of the best plan.

    `sureness` is None where no study was wanted or no number has a range; `given` is None where
    the plan is the best one.
    """

    plan: Plan
    given: Evaluation | None
    sureness: Sureness | None
    rooms: tuple[Room, Room]
    flips: Flips


def grounds(
    plan: Plan,
    given: Evaluation | None = None,
    *,
    draws: int,
    seed: int,
    watch: Watch | None = None,
) -> Grounds:
    """Runs every study of a memo; no study of uncertainty with 0 draws. Raises Cancelled."""
    scenario, tally = plan.scenario, Tally(watch, 100)
    with tally.part(FLIPS) as here:
        flips = switching_points(scenario, watch=here)
    sure = None
    with tally.part(SURENESS) as here:
        if draws > 0 and len(flips.points):
            sure = _sureness(plan, given, draws, seed, here)
    with tally.part(ROOMS[0]) as here:
        near = room(scenario, NEAR, 0, watch=here)
    with tally.part(ROOMS[1]) as here:
        wide = room(scenario, WIDE, PLANS, watch=here)
    return Grounds(plan, given, sure, (near, wide), flips)


def _sureness(
    plan: Plan, given: Evaluation | None, draws: int, seed: int, watch: Watch
) -> Sureness | None:
    money = allocation(plan)
    others = {} if given is None else {GIVEN: money}
    study = uncertainty(plan.scenario, draws, seed=seed, plans=others, watch=watch)
    if not study.outcomes.found.any():
        return None
    worth = worth_of_plans(study.job, study.draws.values, [money, {}]).net_people
    return Sureness(study, seed, worth[:, 0] - worth[:, 1])
