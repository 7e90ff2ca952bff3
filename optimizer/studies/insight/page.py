"""What explains a study of uncertainty, laid out and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from optimizer.i18n import _
from optimizer.results.columns import cell
from optimizer.results.page import Page, page, said
from optimizer.results.plan import lines
from optimizer.results.table import rows_of
from optimizer.statistics.sobol import SOBOL
from optimizer.studies.insight.discovery import DISCOVERY
from optimizer.studies.insight.drivers import TORNADO
from optimizer.studies.insight.information import EVPPI
from optimizer.studies.insight.switching import SWITCHING

if TYPE_CHECKING:
    from optimizer.studies.insight.study import Insight

TOP = 8
"""Numbers of the tornado in the table; data have all."""


def insight_page(answer: Insight) -> Page:
    """The sentences, then the numbers that matter most."""
    scenario = answer.scenario
    titles = {row.number: cell(row, "title") for row in lines(answer.drivers.tornado)}
    sobol = [
        {**row, "outcome": _EXPLAINED[row["outcome"]], "number": titles[row["number"]]}
        for row in rows_of(answer.drivers.sobol)
    ]
    return page(
        said(answer.sentences),
        TORNADO.of(answer.drivers.tornado, scenario, most=TOP),
        SOBOL.of(sobol, brief=False),
        SWITCHING.of(answer.switching.values, scenario, brief=False),
        DISCOVERY.of(answer.discovery.conditions, scenario, brief=False),
        EVPPI.of(answer.information.evppi, scenario, brief=False),
    )


_EXPLAINED = {
    "net_people": _("Net people"),
    "leader_share": _("Share of the leading programme"),
    "leads": _("Whether it leads"),
}
"""What of the outcome the numbers explain."""


def insight_data(answer: Insight) -> dict[str, Any]:
    """What explains a study."""
    known = answer.information
    return {
        "tornado": answer.drivers.tornado,
        "sobol": answer.drivers.sobol,
        "switching": answer.switching.values,
        "discovery": answer.discovery.conditions,
        "evpi": {"people": known.evpi, "within_menu": known.menu_evpi, "money": known.evpi_money},
        "evppi": known.evppi,
        "sentences": answer.sentences,
    }
