"""Ways to ask HiGHS, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Attempt(NamedTuple):
    """One way to ask HiGHS: tolerance, further options, in natural units or not, boxed or not."""

    tolerance: float
    options: Mapping[str, Any]
    equilibrate: bool = True
    box: bool = False


_PRIMAL = {"simplex_strategy": 4}
ATTEMPTS = (
    Attempt(1e-9, {}),
    Attempt(1e-10, _PRIMAL),
    Attempt(1e-9, _PRIMAL, box=True),
    Attempt(1e-7, {"simplex_scale_strategy": 4}, box=True),
    Attempt(1e-9, {"solver": "ipm", "run_crossover": "on"}),
    Attempt(1e-10, {}, equilibrate=False),
)
"""Tried in turn until a certificate passes."""
LARGE = 1700
"""Entries above which a programme goes to HiGHS as arrays, and is presolved first."""
PRESOLVED = Attempt(1e-9, {"presolve": "on"})
"""The first of all for a large programme without whole numbers."""

ALWAYS = {
    # presolve is no faster for small programmes and with PuLP at times writes to the screen; with
    # whole numbers it may never return in HiGHS 1.15, whatever the time limit
    "presolve": "off",
    "threads": 1,  # the same search on every machine
    "small_matrix_value": 1e-12,  # by default entries below 1e-9 are taken for nothing
}
_CALM = {"mip_heuristic_run_feasibility_jump": False}
SEARCHES = (
    Attempt(1e-9, _CALM, box=True),
    Attempt(1e-9, {}, equilibrate=False, box=True),
    Attempt(1e-9, {}, box=True),
    Attempt(1e-9, {**_CALM, **_PRIMAL}, equilibrate=False, box=True),
    Attempt(1e-7, {**_CALM, "random_seed": 7}, box=True),
    Attempt(1e-7, {"random_seed": 11}, equilibrate=False, box=True),
)
"""Ways to search for whole numbers, tried until two of them agree. Boxed, because with columns
without a bound the cuts of HiGHS 1.11 to 1.15 at times remove the best plan."""
