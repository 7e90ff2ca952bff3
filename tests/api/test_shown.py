"""Scenarios and answers show themselves: one line in a shell, an accessible page in a notebook."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pandas as pd
import pytest

from optimizer import api
from optimizer.api import desk
from tests.api.test_set_and_build import GRANTS

HOSTILE = "<script>alert('x')</script> & \"more\""


def grants(**more: Any) -> api.Scenario:
    return api.Scenario.build("grants", **{**GRANTS, **more})


class Page(HTMLParser):
    """Collects tags with their attributes, and complains about tags that do not close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    s = grants()
    return {
        "Scenario": s,
        "Plan": api.solve(s),
        "Extra": api.extra(s, 3),
        "Target": api.target(s, "retained", 1),
        "Evaluation": api.evaluate(s, {("chairs", 2026): 1.8}),
        "WhyNot": api.why_not(s, "fellowships", share=0.5),
        "PriceReport": api.prices(s),
        "BudgetCurve": api.budget_curve(s),
        "TradeOff": api.trade_off(s, "retained", "attracted"),
        "Payoff": api.payoff(s, ["retained", "attracted"]),
        "Room": api.room(s),
        "ConflictAnswer": api.conflict(s),
        "Comparison": api.compare([s, s.set({"budget.total": 10})]),
        "Goals": desk.in_order(s, [api.Goal("retained")]),
        "Countries": api.countries(),
        "CountryComparison": api.compare_countries(["KOR", "FRA"]),
        "TrackRecord": api.track_record(draws=100),
    }


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Scenario", "grants: 12 million euros, 2026–2028, 2 programmes, 2 pathways, 0 rules"),
        ("Plan", "grants: 12 million euros spent, 11.4 additional people, goal 11.4"),
        # 3 million buy 15 fellowships of 0.1 people each
        ("Extra", "grants: 3 million euros more, 1.5 additional people, goal +1.5"),
        ("Target", "grants: 2 million euros for 1 of retained"),
        ("Evaluation", "grants: 1.8 million euros spent, 1.8 additional people, goal 1.8, keeps"),
        ("WhyNot", "grants: 6 million euros for fellowships costs 2.4 of the goal"),
        ("ConflictAnswer", "grants: 0 conflicts, 0 ways out"),
    ],
)
def test_the_line_has_id_money_and_people(answers: dict[str, Any], name: str, line: str) -> None:
    assert repr(answers[name]).startswith(f"<{name} {line}")


def test_every_answer_is_one_short_line(answers: dict[str, Any]) -> None:
    for name, answer in answers.items():
        line = repr(answer)
        assert line.startswith(f"<{name} ")
        assert line.endswith(">")
        assert "\n" not in line
        assert len(line) < 160


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_page_has_its_words_and_an_accessible_table(
    answers: dict[str, Any], language: str
) -> None:
    for name, answer in answers.items():
        html = answer._repr_html_() if name == "Scenario" else answer.html(language)
        page = Page(html)
        kinds = [tag for tag, _ in page.tags]
        assert page.tags[0] == ("section", {"lang": "en" if name == "Scenario" else language})
        if "table" in kinds:
            assert kinds.count("caption") == kinds.count("table") == 1
            scopes = [attrs["scope"] for tag, attrs in page.tags if tag == "th"]
            assert scopes.count("row") == kinds.count("tr") - 1
            assert "col" in scopes
        for sentence in getattr(answer, "sentences", ()):
            text = re.sub(r"&#x27;", "'", re.sub(r"&quot;", '"', html.replace("&amp;", "&")))
            assert sentence.in_(language) in text.replace("&lt;", "<").replace("&gt;", ">")


def test_titles_are_text_and_never_markup() -> None:
    programmes = {**GRANTS["programmes"]}
    programmes["chairs"] = {**programmes["chairs"], "title": HOSTILE}
    s = grants(programmes=programmes).set({"title": HOSTILE, "description": HOSTILE})
    plan = desk.solve(s)
    for html in (s._repr_html_(), plan._repr_html_(), api.prices(s)._repr_html_()):
        assert "<script" not in html
        Page(html)
    assert "&lt;script&gt;" in s._repr_html_()


def test_a_plan_that_is_not_there_says_so() -> None:
    plan = desk.bare_plan(grants().set({"rules": TOO_MUCH}))
    assert repr(plan) == "<Plan grants: infeasible>"
    assert "infeasible" in plan._repr_html_()


TOO_MUCH = [
    {
        "id": f"{p}-floor", "kind": "programme_floor", "programme": p, "share": share,
        "owner": "Ministry", "reason": "Test",
    }
    for p, share in (("chairs", 0.8), ("fellowships", 0.5))
]  # fmt: skip


def test_tables_go_by_name_and_are_those_of_the_plan(answers: dict[str, Any]) -> None:
    plan = answers["Plan"]
    named = dict(plan.tables)
    assert set(named) == {
        "allocation", "activities", "people", "capacities", "binding", "rules", "evidence",
    }  # fmt: skip
    for name, table in named.items():
        assert isinstance(table, pd.DataFrame)
        assert table is getattr(plan, name) is getattr(plan.tables, name)
    assert repr(plan.tables).startswith("<Tables allocation (6), activities (6), people (6)")


def test_long_tables_are_cut_and_say_so(answers: dict[str, Any]) -> None:
    countries = answers["Countries"]
    html = countries._repr_html_()
    assert html.count("<tr>") == 41  # the head and 40 rows
    assert f"(40 / {len(countries.figures)})" in html
