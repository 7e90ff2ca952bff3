"""What a memo stands on besides its plan: studies of how sure it is and what would change it."""

from __future__ import annotations

from dataclasses import dataclass

from optimizer.results.plan import Plan
from optimizer.studies.evaluate.study import Evaluation
from optimizer.studies.flips.study import Flips, switching_points
from optimizer.studies.room.study import Room, room
from optimizer.studies.uncertainty.precision import Interval
from optimizer.studies.uncertainty.study import CENTRAL, UnderUncertainty, allocation, uncertainty
from optimizer.system.progress import Tally, Watch

NEAR, WIDE = 0.01, 0.02
"""Losses of the goal within which alternatives are shown."""
PLANS = 3
"""Different plans shown within the wider loss."""
GIVEN = "given"
"""Name of a plan that was handed in, in the study of uncertainty."""
FLIPS, UNCERTAINTY, ROOMS = 30, 10, (10, 50)
"""Of a hundred: about how much of the time each study takes."""


@dataclass(frozen=True)
class UncertaintyOfPlan:
    """A study of uncertainty, and the name in it of the memo's own plan."""

    study: UnderUncertainty
    seed: int
    plan: str = CENTRAL

    @property
    def kept(self) -> Interval:
        """The interval of the memo's plan, kept as it is."""
        found = self.study.interval(self.plan)
        assert found is not None, "a study without a plan is left out"
        return found


@dataclass(frozen=True)
class Grounds:
    """A plan and the studies around it; `rooms` for the losses NEAR and WIDE of the best plan.

    `uncertainty` is None where no study was wanted or no number has a range; `given` is None where
    the plan is the best one.
    """

    plan: Plan
    given: Evaluation | None
    uncertainty: UncertaintyOfPlan | None
    rooms: tuple[Room, Room]
    flips: Flips


def grounds(
    plan: Plan,
    given: Evaluation | None = None,
    *,
    draws: int | None,
    seed: int,
    watch: Watch | None = None,
) -> Grounds:
    """Runs every study of a memo. Raises Cancelled.

    With 0 draws there is no study of uncertainty; with None it takes as many as it needs.
    """
    scenario, tally = plan.scenario, Tally(watch, 100)
    with tally.part(FLIPS) as here:
        flips = switching_points(scenario, watch=here)
    sure = None
    with tally.part(UNCERTAINTY) as here:
        if draws != 0 and len(flips.points):
            sure = uncertainty_of(plan, given, draws=draws, seed=seed, watch=here)
    with tally.part(ROOMS[0]) as here:
        near = room(scenario, NEAR, 0, watch=here)
    with tally.part(ROOMS[1]) as here:
        wide = room(scenario, WIDE, PLANS, watch=here)
    return Grounds(plan, given, sure, (near, wide), flips)


def uncertainty_of(
    plan: Plan, given: Evaluation | None, *, draws: int | None, seed: int, watch: Watch
) -> UncertaintyOfPlan | None:
    """The study of uncertainty around a plan; None where no draw has a plan. Raises Cancelled."""
    others = {} if given is None else {GIVEN: allocation(plan)}
    study = uncertainty(plan.scenario, draws, seed=seed, plans=others, watch=watch)
    if not study.outcomes.found.any():
        return None
    return UncertaintyOfPlan(study, seed, CENTRAL if given is None else GIVEN)
