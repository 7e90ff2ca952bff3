"""How likely each programme leads, is funded or is cut, and between what its money lies."""

from __future__ import annotations

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.charts.range_bars import Span, spans
from ui.charts.side_by_side import Cell, Line, side_by_side
from ui.markup import put
from ui.palette import colour_of
from ui.panels.panel_parts import heading, table_behind
from ui.state.desk import Desk
from ui.tables import rows_of

SHARES = {
    "leads": _("leads"), "funded": _("is funded"), "cut": _("is cut"), "more": _("is raised"),
}  # fmt: skip


def render(desk: Desk, study: api.UnderUncertainty) -> None:
    """Both panels."""
    speech, scenario = desk.speech, study.scenario
    found = {r.programme: r for r in rows_of(study.programmes)}
    rows = [found[p] for p in scenario.programmes]
    heading(
        speech.say(_("How likely each programme leads, is funded or is cut")),
        speech.say(
            _("Share of the draws; cut and raised against the plan for the central values.")
        ),
        name="panel-likely",
    )
    lines = []
    for r in rows:
        values = [float(getattr(r, name)) for name in SHARES]
        cells = [Cell(speech.share(v), v, strong=k == 0) for k, v in enumerate(values)]
        title = speech.title(scenario.programmes, r.programme)
        lines.append(Line(r.programme, title, colour_of(scenario, r.programme), cells))
    heads = [speech.say(key) for key in SHARES.values()]
    put(
        side_by_side(
            heads,
            lines,
            "likely",
            speech.say(_("How likely each programme leads, is funded or is cut")),
        )
    )
    table_behind(desk, api.page_of(study).tables["rankings"], "rankings")
    heading(
        speech.say(_("Money of each programme over all draws")),
        speech.say(
            _(
                "Nine in ten draws; the darker part holds half of them; the tick is the best plan "
                "now."
            )
        ),
        name="panel-bands",
    )
    bands = []
    for r in rows:
        said = {
            "least": speech.money(max(0.0, r.p05), scenario),
            "most": speech.money(max(0.0, r.p95), scenario),
            "now": speech.money(r.central, scenario),
        }
        alike = said["least"] == said["most"]
        end = said["most"] if alike else speech.say(_("{least} – {most}", **said))
        bands.append(
            Span(
                r.programme,
                speech.title(scenario.programmes, r.programme),
                colour_of(scenario, r.programme),
                (max(0.0, r.p05), max(0.0, r.p95)),
                r.central if r.central == r.central else None,
                end,
                speech.say(_("best plan: {now}", **said)),
                end,
                (max(0.0, r.p25), max(0.0, r.p75)),
            )
        )
    put(spans(bands, "bands"))
    table_behind(desk, api.page_of(study).tables["programmes"], "likely")
