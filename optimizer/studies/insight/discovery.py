"""When does another programme lead? The answer as limits on a few numbers, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from optimizer.domain.wording import digits, percent
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words, _, in_a_row
from optimizer.results.columns import in_columns
from optimizer.results.table import Column, Kind, Shape, data
from optimizer.statistics.prim import Box, find_box
from optimizer.studies.uncertainty.study import UnderUncertainty

DISCOVERY = Shape(
    "discovery",
    _("Conditions on several numbers together"),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    *data("number"),
    Column("title", _("Number"), Kind.WORDS),
    Column("above", _("Above"), Kind.NUMBER),
    Column("below", _("Below"), Kind.NUMBER),
    Column("density", _("Leads in"), Kind.SHARE),
    Column("coverage", _("Holds"), Kind.SHARE),
)
"""A programme leads mostly where the number lies above and below these limits (infinite: no limit).
Density: share of the draws inside all its limits in which it leads; coverage: share of the draws in
which it leads that lie inside."""

FEWEST = 30
"""Draws in which a programme leads, below which chance would draw the conditions."""
RARE, COMMON = 0.01, 0.9
"""Shares of draws between which a programme's lead asks for an explanation."""
MOST_DRAWS = 5000


@dataclass(frozen=True)
class Discovery:
    """The conditions under which each programme leads."""

    conditions: pd.DataFrame
    sentences: tuple[Words, ...]


def discovery(study: UnderUncertainty) -> Discovery:
    """For each programme that leads at times: where in the numbers' ranges it does (PRIM)."""
    found = np.flatnonzero(study.outcomes.found)[:MOST_DRAWS]
    values, first = study.draws.values[found], study.leaders[found]
    rows: list[dict[str, object]] = []
    said: list[Words] = []
    for i, programme in enumerate(sorted(study.scenario.programmes)):
        cases = first == i
        if cases.sum() < FEWEST or not RARE <= cases.mean() <= COMMON:
            continue
        box = find_box(values, cases)
        rows += _rows(study, programme, box)
        if len(box.limited):
            said.append(_sentence(study, programme, box))
    return Discovery(DISCOVERY.frame(rows), tuple(said))


def _rows(study: UnderUncertainty, programme: str, box: Box) -> Iterator[dict[str, object]]:
    for j in box.limited.tolist():
        name = study.draws.names[j]
        title = study.title_of(name)
        yield {
            "programme": programme, "number": name, **in_columns(title=title),
            "above": float(box.low[j]), "below": float(box.high[j]),
            "density": box.density, "coverage": box.coverage,
        }  # fmt: skip


def _sentence(study: UnderUncertainty, programme: str, box: Box) -> Words:
    limits = []
    for j in box.limited.tolist():
        name = study.title_of(study.draws.names[j])
        low, high = (digits(float(v), 2) for v in (box.low[j], box.high[j]))
        if np.isfinite(box.low[j]) and np.isfinite(box.high[j]):
            limits.append(_("“{name}” is between {low} and {high}", name=name, low=low, high=high))
        elif np.isfinite(box.low[j]):
            limits.append(_("“{name}” is above {low}", name=name, low=low))
        else:
            limits.append(_("“{name}” is below {high}", name=name, high=high))
    return _(
        "“{title}” leads in {density} of the draws in which {limits}; they hold {coverage} of all "
        "draws in which it leads.",
        title=title_of(study.scenario.programmes, programme),
        limits=in_a_row(limits, _(" and ")),
        density=percent(box.density),
        coverage=percent(box.coverage),
    )
