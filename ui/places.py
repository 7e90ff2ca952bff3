"""The five places of the desk with their sections, and the pages that stand beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from optimizer.api.desk import Message, _, pgettext
from ui.panels import (
    country_comparison,
    decision_map,
    failures,
    next_million,
    spend_like,
    track_record,
)
from ui.state.desk import Desk
from ui.views import (
    curve,
    evidence,
    how_sure,
    method,
    my_plan,
    plan,
    report,
    room,
    scenarios,
    trade_off,
    why,
)
from ui.views.single_panel import Panel, page_of


@dataclass(frozen=True)
class Section:
    """A page: its address, its name, what draws it.

    `answer` says what can be said at once, before the levers and the rest are drawn anew.
    """

    path: str
    title: Message
    render: Callable[[Desk], None]
    answer: Callable[[Desk], None] | None = None


@dataclass(frozen=True)
class Place:
    """What a planner asks: its name, and the sections that answer it."""

    title: Message
    sections: tuple[Section, ...]


def _of_countries(panel: Panel) -> Callable[[Desk], None]:
    return page_of(panel, _("Countries on one footing"))


PLACES = (
    Place(
        _("Plan"),
        (
            Section("plan", pgettext("section", "Best plan"), plan.render, plan.answer),
            Section("why", _("Why"), why.render),
        ),
    ),
    Place(
        _("Explore"),
        (
            Section("my_plan", _("My plan"), my_plan.render),
            Section("curve", _("Budget curve"), curve.render),
            Section("trade_off", _("Trade-off"), trade_off.render),
            Section("room", _("Room"), room.render),
            Section(
                "map",
                _("Decision map"),
                page_of(decision_map.render, _("Decision map"), failures.planned),
            ),
            Section("rules", _("Edit rules"), scenarios.rules),
            Section("numbers", _("Edit numbers"), scenarios.numbers),
        ),
    ),
    Place(
        pgettext("section", "How sure"),
        (
            Section("how_sure", _("Range and chances"), how_sure.render),
            Section("measure", _("What to measure"), how_sure.measure),
        ),
    ),
    Place(
        pgettext("section", "Countries"),
        (
            Section("countries", _("Compare"), _of_countries(country_comparison.render)),
            Section("spend_like", _("Spend like them"), _of_countries(spend_like.render)),
            Section(
                "next_million",
                pgettext("section", "More money"),
                _of_countries(next_million.render),
            ),
            Section("track_record", _("Track record"), _of_countries(track_record.render)),
        ),
    ),
    Place(
        _("Decide"),
        (
            Section("scenarios", _("Scenarios"), scenarios.opening),
            Section("compare", _("Compare"), scenarios.compare),
            Section("save", _("Save"), scenarios.save),
            Section("report", _("Report"), report.render),
        ),
    ),
)
FIRST = PLACES[0].sections[0].path
"""The section on which the desk opens."""
ASIDE = (
    Section("evidence", _("Evidence"), evidence.render),
    Section("method", _("Method"), method.render),
)
"""Pages for whoever asks where a number comes from."""
SECTIONS = {
    section.path: section for section in (*(s for place in PLACES for s in place.sections), *ASIDE)
}


def place_of(section: Section) -> Place | None:
    """Where a section stands; None for a page beside the places."""
    return next((place for place in PLACES if section in place.sections), None)
