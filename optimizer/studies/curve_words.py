"""What a budget curve says in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from optimizer.domain.base import Text
from optimizer.domain.wording import digits, money
from optimizer.formulation.compile import case_of
from optimizer.formulation.rules.base import money_step, title_of

if TYPE_CHECKING:
    from optimizer.studies.budget_curve import BudgetCurve

WINDOWS = 24
"""Equal stretches that are spoken of where the curve has more pieces than that."""


def sentences(whole: BudgetCurve) -> Iterator[Text]:
    """Where the rules cannot hold, and who takes the next money on each stretch."""
    unit = whole.scenario.money.parsed
    for low, high in whole.infeasible:
        a, b = (Text(en=money(v, unit, "en"), ko=money(v, unit, "ko")) for v in (low, high))
        yield Text(
            en=f"Between {a.en} and {b.en} the rules cannot hold together.",
            ko=f"{a.ko}~{b.ko} 구간에서는 규칙들이 함께 성립하지 않음.",
        )
    step = money_step(case_of(whole.scenario))
    said = Text(en=money(step, unit, "en"), ko=money(step, unit, "ko"))
    for low, high, first, last, leader in _stretches(_told(whole)):
        a, b = (Text(en=money(v, unit, "en"), ko=money(v, unit, "ko")) for v in (low, high))
        if max(abs(first), abs(last)) * step < 1e-9:
            yield Text(
                en=f"From {a.en} on, more changes nothing.",
                ko=f"{a.ko}부터는 늘려도 변화 없음.",
            )
            continue
        title = title_of(whole.scenario.programmes, leader)
        worth = " to ".join(dict.fromkeys(digits(v * step, 2) for v in (first, last)))
        yield Text(
            en=f"From {a.en} to {b.en} each further {said.en} adds {worth} weighted people; "
            f"most of it goes to {title.en}.",
            ko=f"{a.ko}~{b.ko}: 추가 {said.ko}당 가중 순증 인원 "
            f"{worth.replace(' to ', '~')}명, 주로 {title.ko}에 배정.",
        )


def _told(whole: BudgetCurve) -> pd.DataFrame:
    """The pieces to speak of: the exact ones, or equal windows where there are too many of them."""
    if len(whole.points) <= WINDOWS:
        return whole.pieces
    at = whole.points["at"].to_numpy()
    ends = np.linspace(at[0], at[-1], WINDOWS + 1)
    value = np.interp(ends, at, whole.points["objective"].to_numpy())
    rows: list[dict[str, object]] = []
    for p in whole.scenario.programmes:
        spent = np.interp(ends, at, whole.spending[p].to_numpy())
        rows += [
            {
                "from": ends[k], "to": ends[k + 1], "programme": p,
                "slope": (value[k + 1] - value[k]) / (ends[k + 1] - ends[k]),
                "share": (spent[k + 1] - spent[k]) / (ends[k + 1] - ends[k]),
            }
            for k in range(WINDOWS)
        ]  # fmt: skip
    return pd.DataFrame(rows, columns=whole.pieces.columns)


def _stretches(pieces: pd.DataFrame) -> Iterator[tuple[float, float, float, float, str]]:
    """Neighbouring pieces in which the same programme takes most of the next won."""
    run: list[tuple[float, float, float, str]] = []
    for _, rows in pieces.groupby(["from", "to"], sort=True):
        low, high, slope = (float(rows[name].iloc[0]) for name in ("from", "to", "slope"))
        leader = str(rows["programme"].iloc[int(np.argmax(rows["share"].to_numpy()))])
        if run and (run[-1][3] != leader or (abs(slope) < 1e-15) != (abs(run[-1][2]) < 1e-15)):
            yield run[0][0], run[-1][1], run[0][2], run[-1][2], run[0][3]
            run = []
        run.append((low, high, slope, leader))
    if run:
        yield run[0][0], run[-1][1], run[0][2], run[-1][2], run[0][3]
