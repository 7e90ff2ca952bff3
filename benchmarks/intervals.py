"""Whether the ends of the two intervals stay where they are over ten seeds.

    python benchmarks/intervals.py [SCENARIO …] [--seeds 10]

For each scenario (default: all shipped ones) the range of either end over the seeds, beside what
is promised: one person, or 2% of the width where that is more. Exits with 1 if one is wider.
"""

from __future__ import annotations

import argparse
import sys

import numpy as np

from optimizer.api import desk as api
from optimizer.studies.uncertainty.precision import PERSON, SHARE


def main() -> int:
    """Prints one line for each interval as it is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", nargs="*", default=[s.id for s in api.list_scenarios()])
    parser.add_argument("--seeds", type=int, default=10)
    options = parser.parse_args()
    print(f"{'scenario':32}{'interval':>12}{'low':>9}{'high':>9}{'moves':>14}{'promised':>10}"
          f"{'draws':>16}")  # fmt: skip
    wide = 0
    for name in options.scenario:
        scenario = api.load_scenario(name)
        found = [api.uncertainty(scenario, seed=1 + k) for k in range(options.seeds)]
        draws = sorted({study.draws.count for study in found})
        for title, plan in (("kept", "central"), ("best again", None)):
            known = [one for study in found if (one := study.interval(plan)) is not None]
            if not known:
                continue
            ends = np.array([(one.low, one.high) for one in known])
            low, high = ends.mean(axis=0)
            moves = np.ptp(ends, axis=0)
            promised = max(PERSON, SHARE * (high - low))
            wide += int(moves.max() > promised)
            print(f"{name:32}{title:>12}{low:9.1f}{high:9.1f}{moves[0]:7.2f}{moves[1]:7.2f}"
                  f"{promised:10.2f}{'–'.join(map(str, draws)):>16}", flush=True)  # fmt: skip
    return int(wide > 0)


if __name__ == "__main__":
    sys.exit(main())
