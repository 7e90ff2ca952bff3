"""Sentences name the numbers of the tables, in both languages, without a solver's words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from optimizer.api import desk as api
from optimizer.domain.wording import digits, money, percent
from optimizer.results.plan import lines

DOCUMENTS = Path(__file__).parents[1] / "textbook" / "documents"
SOLVERS_WORDS = ("dual", "infeasible", "optimal solution", "shadow", "nan", "None", "inf ")
HANGUL = re.compile("[가-힣]")
CASES = {
    "best": [],
    "rich": ["budget.total=400000"],
    "nothing": ["budget.total=0"],
    "conflict": ["rules.gpu-floor.share=0.6", "rules.a-team-floor.share=0.6"],
    "later": ["budget.payment=yearly"],
    "whole": ["programmes.research_institutes.activities.senior_post.minimum_scale=1"],
}


@pytest.fixture(scope="module", params=CASES)
def plan(request: pytest.FixtureRequest) -> api.Plan:
    return api.solve(api.load_scenario("korea-2025", CASES[request.param]))


def test_every_sentence_is_there_in_both_languages(plan: api.Plan) -> None:
    assert plan.sentences
    for sentence in plan.sentences:
        assert HANGUL.search(sentence.in_("ko"))
        assert not HANGUL.search(sentence.in_("en"))
        assert sentence.in_("en").endswith(".")
        assert sentence.in_("ko").endswith(".")
        assert "  " not in sentence.in_("en") + sentence.in_("ko")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_the_page_has_no_solver_in_it(plan: api.Plan, language: str) -> None:
    text = api.plan_text(plan, language)
    assert [word for word in SOLVERS_WORDS if word in text] == []
    if language == "en":
        assert not HANGUL.search(text)


def test_the_headline_and_the_shares(plan: api.Plan) -> None:
    if not plan.found:
        return
    unit, said = plan.scenario.money.parsed, [*plan.sentences]
    people = digits(plan.totals.net_people, 2)
    goal = digits(plan.totals.objective, 3)  # weights differ from one here
    both = plan.spent > 0
    worth = (f", worth {goal} by your weights", f"(가중 {goal}명)") if both else ("", "")
    spent = {language: money(plan.spent, unit, language) for language in api.LANGUAGES}
    assert said[0].in_("en") == f"{people} additional people by 2028 for {spent['en']}{worth[0]}."
    assert said[0].in_("ko") == f"{spent['ko']} 투입, 2028년까지 인재 {people}명 순증{worth[1]}."
    if plan.spent > 0:
        for channel, net in plan.totals.by_channel.items():
            assert f"{digits(net, 2)} {channel}" in said[1].in_("en")
    shares = plan.allocation.groupby("programme")["share"].sum()
    if plan.spent > 0:
        assert percent(float(shares.max())) in said[2].in_("en")
        assert percent(float(shares.max())) in said[2].in_("ko")


def test_money_left_over_and_money_due_later_are_told(plan: api.Plan) -> None:
    unit = plan.scenario.money.parsed
    text = "\n".join(s.in_("en") for s in plan.sentences)
    left = plan.found and plan.unspent > 1.0
    assert ("stays unspent" in text) == left
    if left:
        assert f"{money(plan.unspent, unit, 'en')} stays unspent" in text
    due = plan.liability > 1.0
    assert ("falls due after 2028" in text) == due
    if due:
        assert f"{money(plan.liability, unit, 'en')} more falls due after 2028" in text


def test_costly_rules_are_told_by_the_goal_with_their_people(plan: api.Plan) -> None:
    text = "\n".join(s.in_("en") for s in plan.sentences)
    korean = "\n".join(s.in_("ko") for s in plan.sentences)
    for row in lines(plan.rules):
        told = f"“{row.title}” costs {digits(row.costs_objective, 2)} of the goal"
        assert (told in text) == (row.costs_objective > 1e-6)
        if row.costs_objective > 1e-6:
            assert f"{digits(abs(row.costs_people), 2)} " in text.split(told)[1].split("\n")[0]
        assert (row.title_ko in korean) == (row.costs_objective > 1e-6)


def test_whole_numbers_are_told(plan: api.Plan) -> None:
    text = "\n".join(s.in_("en") for s in plan.sentences)
    assert ("whole numbers" in text) == plan.whole
    if plan.whole:
        assert digits(max(plan.proved_within, 1e-6), 1) in text


def test_a_page_lists_money_by_programme_and_year() -> None:
    plan = api.solve(api.load_scenario("korea-2025"))
    unit = plan.scenario.money.parsed
    for language in api.LANGUAGES:
        page = api.plan_text(plan, language)
        for row in lines(plan.allocation):
            if row.spending > 1.0:
                assert money(row.spending, unit, language) in page
        assert money(plan.spent, unit, language) in page
        for caution in plan.scenario.cautions:
            assert " ".join(caution.in_(language).split()) in page
