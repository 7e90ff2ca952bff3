"""One plan for all draws: plans by four criteria side by side, and what each gives up."""

from __future__ import annotations

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui.charts.side_by_side import Cell, Line, side_by_side
from ui.jobs.job import Task
from ui.markup import put
from ui.palette import OTHER
from ui.panels import study_progress
from ui.panels.money_lines import money_lines
from ui.panels.panel_parts import heading, nothing, table_behind, terms, told
from ui.state.desk import Desk
from ui.tables import rows_of

DRAWS = 300
NAMES = {
    "central": _("Best at the central values"),
    "mean": _("Best on average"),
    "cvar": _("Best in the worst draws"),
    "regret": _("Least largest regret"),
    "gamma": _("Guarded against bad turns"),
}
SCORES = {
    "mean": _("On average"),
    "worst_5": _("In the worst 5%"),
    "most_regret": _("Largest regret"),
}
FRESH = {
    "fresh_mean": _("On average, fresh draws"), "fresh_worst_5": _("In the worst 5%, fresh draws"),
    "fresh_regret": _("Largest regret, fresh draws"),
}  # fmt: skip
GIVEN_UP = {"mean": "mean_given_up", "worst_5": "worst_5_given_up", "most_regret": "regret_added"}


def render(desk: Desk, plan: api.Plan) -> None:
    """The panel; the search starts when asked for."""
    speech, scenario = desk.speech, plan.scenario
    heading(
        speech.say(_("One plan for all draws")),
        speech.say(
            _(
                "Plans by several kinds of caution side by side, in the goal. Each is best by its "
                "own measure in the draws it was made for; fresh draws judge all of them."
            )
        ),
        name="panel-robust",
    )
    task = Task(api.robust, scenario, (DRAWS,), DRAWS, long=True)
    found = study_progress.answer(desk, task, "robust", at_once=False)
    if found is None:
        return
    rows = rows_of(found.plans)
    if not rows:
        nothing(speech.say(pgettext("plans", "No plan serves all draws under these rules.")))
        return
    told(desk, found.sentences, "robust-said")
    heads = [speech.say(NAMES[r.plan]) for r in rows]
    lines = [*_scores(desk, found), *_money(desk, found)]
    put(side_by_side(heads, lines, "robust", speech.say(_("One plan for all draws"))))
    tables = api.page_of(found).tables
    for name in ("made_for", "fresh", "gains"):
        table_behind(desk, tables[name], f"robust-{name.replace('_', '-')}")
    table_behind(desk, tables["spending"], "robust-money")
    terms(desk, "robust")


def _scores(desk: Desk, found: api.Robust) -> list[Line]:
    """What each plan yields where it was made, what it gives up there, and fresh draws below."""
    speech, lines = desk.speech, []
    for name, key in SCORES.items():
        values = found.plans[name].tolist()
        given = found.plans[GIVEN_UP[name]].tolist()
        longest = max((*(abs(v) for v in values), 1e-9))
        cells = []
        for value, lost in zip(values, given, strict=True):
            least = abs(lost) <= 1e-9
            said = {"n": speech.number(lost)}
            note = speech.say((_("best of all") if least else _("gives up {n}")).filled(**said))
            if name == "most_regret" and not least:
                note = speech.say(pgettext("loss", "{n} more", **said))
            cells.append(Cell(speech.number(value), max(0.0, value) / longest, note, least))
        lines.append(Line(name, speech.say(key), OTHER, cells))
    for name, key in FRESH.items():
        values = found.plans[name].tolist()
        lines.append(
            Line(name, speech.say(key), OTHER, [Cell(speech.number(value)) for value in values])
        )
    return lines


def _money(desk: Desk, found: api.Robust) -> list[Line]:
    rows = found.spending
    plans = [
        rows[rows["plan"] == plan].groupby("programme")["money"].sum().to_dict()
        for plan in found.plans["plan"]
    ]
    return money_lines(desk, found.scenario, plans)
