"""Tables behind a budget curve with headings of the reader's language; the engine's own numbers."""

from __future__ import annotations

import pandas as pd

from optimizer.api import desk as api
from ui.state.desk import Desk
from ui.tables.plan_tables import worded


def breakpoints(desk: Desk, found: api.BudgetCurve) -> pd.DataFrame:
    """Breakpoints of a budget curve with what each programme spends there."""
    columns = {
        "at": "col_at",
        "objective": "col_goal",
        "net_people": "col_net",
        "spent": "col_spending",
    }
    titles = {p: desk.speech.title(desk.base.programmes, p) for p in desk.base.programmes}
    money = found.spending.drop(columns="at").rename(columns=titles)
    return pd.concat([worded(desk, found.points, columns), money], axis=1)


def stretches(desk: Desk, found: api.BudgetCurve) -> pd.DataFrame:
    """Who takes the next won between two breakpoints, and what it adds."""
    columns = {
        "from": "col_from",
        "to": "col_to",
        "programme": "col_programme",
        "share": "col_next_share",
        "slope": "col_slope",
    }
    return worded(desk, found.pieces, columns)


def extra(desk: Desk, found: api.Extra) -> pd.DataFrame:
    """Where additional money goes, by programme and year."""
    sums = found.added.groupby(["programme", "year"], sort=False)[
        ["before", "added", "after"]
    ].sum()
    columns = {
        "programme": "col_programme",
        "year": "col_year",
        "before": "col_before",
        "added": "col_added",
        "after": "col_after",
    }
    return worded(desk, sums.reset_index(), columns)
