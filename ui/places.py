"""The five places of the desk with their sections, and the pages that stand beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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
    """A page: its address, the key of its name, what draws it.

    `answer` says what can be said at once, before the levers and the rest are drawn anew.
    """

    path: str
    title: str
    render: Callable[[Desk], None]
    answer: Callable[[Desk], None] | None = None


@dataclass(frozen=True)
class Place:
    """What a planner asks: the key of its name, and the sections that answer it."""

    title: str
    sections: tuple[Section, ...]


def _of_countries(panel: Panel) -> Callable[[Desk], None]:
    return page_of(panel, "countries_title")


PLACES = (
    Place(
        "place_plan",
        (
            Section("plan", "view_plan", plan.render, plan.answer),
            Section("why", "view_why", why.render),
        ),
    ),
    Place(
        "place_explore",
        (
            Section("my_plan", "view_my_plan", my_plan.render),
            Section("curve", "view_curve", curve.render),
            Section("trade_off", "view_trade_off", trade_off.render),
            Section("room", "view_room", room.render),
            Section("map", "view_map", page_of(decision_map.render, "view_map", failures.planned)),
            Section("rules", "part_rules", scenarios.rules),
            Section("numbers", "part_numbers", scenarios.numbers),
        ),
    ),
    Place(
        "view_how_sure",
        (
            Section("how_sure", "view_spread", how_sure.render),
            Section("measure", "view_measure", how_sure.measure),
        ),
    ),
    Place(
        "view_countries",
        (
            Section("countries", "countries_compare", _of_countries(country_comparison.render)),
            Section("spend_like", "countries_like", _of_countries(spend_like.render)),
            Section("next_million", "countries_more", _of_countries(next_million.render)),
            Section("track_record", "countries_track", _of_countries(track_record.render)),
        ),
    ),
    Place(
        "place_decide",
        (
            Section("scenarios", "view_scenarios", scenarios.opening),
            Section("compare", "part_compare", scenarios.compare),
            Section("save", "part_save", scenarios.save),
            Section("report", "view_report", report.render),
        ),
    ),
)
FIRST = PLACES[0].sections[0].path
"""The section on which the desk opens."""
ASIDE = (
    Section("evidence", "view_evidence", evidence.render),
    Section("method", "view_method", method.render),
)
"""Pages for whoever asks where a number comes from."""
SECTIONS = {
    section.path: section for section in (*(s for place in PLACES for s in place.sections), *ASIDE)
}


def place_of(section: Section) -> Place | None:
    """Where a section stands; None for a page beside the places."""
    return next((place for place in PLACES if section in place.sections), None)
