"""Predicted heads laid out and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from optimizer.i18n import _
from optimizer.results.page import Heading, Page, page, said
from optimizer.results.table import Column, Kind, Shape

if TYPE_CHECKING:
    from optimizer.studies.predict.study import Predictions

PREDICTIONS = Shape(
    "predictions",
    _("Predicted people of each programme"),
    Column("id", _("Programme")),
    Column("p05", _("5%"), Kind.PEOPLE),
    Column("p25", _("25%"), Kind.PEOPLE, brief=False),
    Column("p50", _("Middle"), Kind.PEOPLE),
    Column("p75", _("75%"), Kind.PEOPLE, brief=False),
    Column("p95", _("95%"), Kind.PEOPLE),
    Column("stated", _("Stated"), Kind.PEOPLE),
    Column("family_p50", _("Mean of its kind"), Kind.PEOPLE),
)
"""Quantiles of heads; `family_…` are those of the mean of its kind in head-years."""


def predicted_page(answer: Predictions) -> Page:
    """What they rest on, and a row for each programme."""
    title = _("People of programmes that are not in the evidence")
    return page(
        Heading(title), said(answer.sentences), PREDICTIONS.of(rows_of_page(answer), brief=True)
    )


def predicted_data(answer: Predictions) -> dict[str, Any]:
    """Every programme, and where and why others were left out."""
    gone = [{"where": i.where, "problem": i.problem} for i in answer.left_out]
    return {"predictions": predictions(answer), "left_out": gone}


def rows_of_page(answer: Predictions) -> list[dict[str, Any]]:
    """The same with the heads that each row states."""
    told = {p.record.id: p.stated for p in answer.programmes}
    return [{**row, "stated": told[row["id"]]} for row in predictions(answer)]


MINE, FAMILY = (0.05, 0.25, 0.5, 0.75, 0.95), (0.05, 0.5, 0.95)
"""Quantiles of heads that are told, and those of the mean of its kind."""


def predictions(answer: Predictions) -> list[dict[str, Any]]:
    """Quantiles and scores of each programme; scores are None where no heads are stated."""
    rows = []
    for one in answer.programmes:
        p05, p25, p50, p75, p95 = np.exp(np.quantile(np.log(one.heads), MINE))
        low, middle, high = np.exp(np.quantile(np.log(one.family), FAMILY))
        rows.append({
            "id": one.record.id,
            "p05": float(p05), "p25": float(p25), "p50": float(p50), "p75": float(p75),
            "p95": float(p95), "log_score": one.log_score, "crps": one.crps,
            "family_p05": float(low), "family_p50": float(middle), "family_p95": float(high),
            "family_crps": one.family_crps,
        })  # fmt: skip
    return rows
