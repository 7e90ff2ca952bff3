"""Faults of rules are refused in words; what merely stands out is told, and only then."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import assume, given, settings

from optimizer.domain.rule import Rule
from optimizer.errors import InvalidInput, Issue
from optimizer.formulation.compile import case_of, compile_program
from optimizer.inputs.cautions import results, spending, supply
from optimizer.inputs.cautions.facts import Facts
from optimizer.inputs.load import change_scenario, load_scenario, scenario_of, shipped_scenarios
from optimizer.inputs.read import read_file
from optimizer.inputs.rule_checks import CAUTIONS, warnings
from optimizer.lp.solver import solve
from tests.formulation.documents import Document, documents
from tests.tiny import tiny

BROKEN = Path(__file__).resolve().parents[1] / "broken"
MESSAGES = read_file(BROKEN / "rules" / "messages.yaml")
DOCUMENTS = {p.stem: p for p in (BROKEN / "rules").glob("*.yaml") if p.stem != "messages"}
GOOD = load_scenario(BROKEN / "good.yaml")
KINDS = {m.model_fields["kind"].annotation.__args__[0] for m in get_args(get_args(Rule)[0])}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_fault_of_a_rule_is_refused_in_words(name: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        load_scenario(DOCUMENTS[name])
    told = [[issue.where, issue.problem, issue.remedy] for issue in caught.value.issues]
    assert told == MESSAGES[name]


def test_every_kind_of_rule_has_a_broken_document() -> None:
    assert set(DOCUMENTS) == set(MESSAGES)
    said = "".join(path.read_text(encoding="utf-8") for path in DOCUMENTS.values())
    assert {kind for kind in KINDS if f"kind: {kind}," in said} == KINDS


# --- cautions -------------------------------------------------------------------------------------

SIGNED = {"owner": "Ministry", "reason": "Policy"}


def told(*rules: dict[str, Any], **changes: Any) -> list[Issue]:
    """What is told of the sound document with more rules and other changes."""
    more = [{"id": f"r{i}", **SIGNED, **rule} for i, rule in enumerate(rules)]
    return warnings(change_scenario(GOOD, {**changes, "rules": more}))


def floor(programme: str, amount: float, **more: Any) -> dict[str, Any]:
    return {"kind": "programme_floor", "programme": programme, "amount": amount, **more}


def ceiling(programme: str, amount: float, **more: Any) -> dict[str, Any]:
    return {"kind": "programme_ceiling", "programme": programme, "amount": amount, **more}


def people(kind: str, number: float, **more: Any) -> dict[str, Any]:
    return {"kind": f"outcome_{kind}", "people": number, **more}


BOTH = [{"programme": "visa"}, {"programme": "institutes"}]
TOLD = [
    ([floor("visa", 700), floor("institutes", 400)], "rules", "add up to 1.1 billion won"),
    ([floor("visa", 200, year=2025), floor("institutes", 150, year=2025)], "rules", "in 2025"),
    ([ceiling("visa", 30, year=2026), floor("visa", 40, year=2026)], "rules.r0", "ask for 40"),
    ([ceiling("visa", 30), floor("visa", 20, year=2026), floor("visa", 20, year=2025)],
     "rules.r0", "may get 30 million won; other rules ask for 40 million won"),
    ([ceiling("visa", 1000)], "rules.r0", "there is only 1 billion won"),
    ([ceiling("visa", 300, year=2025)], "rules.r0", "only 300 million won in 2025"),
    ([floor("institutes", 0)], "rules.r0", "A floor of nothing"),
    ([floor("visa", 40)], "rules.visa-floor", "'r0' already asks for as much"),
    ([floor("visa", 5, year=2025), floor("visa", 7, year=2026)], "rules.visa-floor", "'r0', 'r1'"),
    ([ceiling("institutes", 700)], "rules.post-ceiling", "'r0' already asks for as much"),
    ([ceiling("visa", 50), ceiling("visa", 60, year=2026)], "rules.r1", "'r0' already"),
    ([people("floor", 50, tier="S")], "rules.r0", "50 people are asked for; pools and bands allow"),
    ([people("floor", 91, of="supported", channel="attracted")], "rules.r0", "at most 90"),
    ([people("floor", 2), people("ceiling", 1)], "rules.r0", "At least 2 people"),
    ([people("ceiling", 2, tier="A"), people("ceiling", 1, tier="A")], "rules.r0", "'r1' already"),
    ([{"kind": "either_or", "among": BOTH, "count": 2}], "rules.r0", "any of the 2 lines may open"),
    ([{"kind": "linear", "terms": [{"of": "liability"}], "sense": "<=", "rhs": 9}],
     "rules.r0", "There is no liability"),
]  # fmt: skip


@pytest.mark.parametrize(("rules", "where", "words"), TOLD)
def test_what_stands_out_is_told(rules: list[dict[str, Any]], where: str, words: str) -> None:
    found = [notice for notice in told(*rules) if notice.where == where]
    assert any(words in notice.problem.in_("en") for notice in found)
    for notice in found:
        assert notice.problem.in_("ko") != notice.problem.in_("en")
        assert notice.remedy.in_("ko") != notice.remedy.in_("en")


def test_a_commitment_beyond_all_that_can_be_bought() -> None:
    narrow = {"visa": {"activities": {"case": {"supply": {"bands": {1: {"units": 10}}}}}}}
    signed = {"kind": "commitment", "programme": "visa", "year": 2026, "amount": 50}
    (notice,) = (n for n in told(signed, programmes=narrow) if n.where == "rules.r0")
    assert "all that Visa offers costs 40 million won" in notice.problem.in_("en")
    enough = told({**signed, "amount": 40}, programmes=narrow)
    assert [n for n in enough if n.where == "rules.r0"] == []


def test_a_floor_for_what_nobody_needs() -> None:
    (notice,) = told(pathways={"comes": {"needs": {"case": None}}})
    assert notice.where == "programmes.visa"
    assert "no pathway needs what it delivers" in notice.problem.in_("en")


def test_an_activity_that_delivers_after_the_end() -> None:
    (notice,) = told(programmes={"institutes": {"activities": {"post": {"lead_years": 3}}}})
    assert notice.where == "programmes.institutes.activities.post.lead_years"
    assert "2028" in notice.problem.in_("en")


def test_nothing_is_told_of_sound_documents() -> None:
    assert warnings(GOOD) == []
    assert [n for name in shipped_scenarios() for n in warnings(load_scenario(name))] == []
    assert told({**floor("visa", 5000), "active": False, "amount": 5000}) == []


def test_a_commitment_of_nothing_to_an_activity_is_no_idle_floor() -> None:
    """It is exact: the activity gets nothing, though it could help."""
    line = {"programme": "institutes", "activity": "post", "year": 2025, "amount": 0}
    assert told({"kind": "commitment", **line}) == []


def test_warnings_speak_either_language() -> None:
    scenario = change_scenario(GOOD, {"rules": [{"id": "r", **SIGNED, **floor("institutes", 0)}]})
    (one,) = warnings(scenario)
    english, korean = (one.in_language(language) for language in ("en", "ko"))
    assert english.where == korean.where == "rules.r"
    assert english.problem == "A floor of nothing changes nothing."
    assert korean.problem == "0인 하한은 효과 없음."


CONFLICTS = (
    spending.floors_above_the_budget,
    spending.floor_above_ceiling,
    supply.demands_beyond_supply,
    results.targets_out_of_reach,
)
IDLE = (spending.no_effect, spending.implied, results.choices_without_effect)


def test_every_caution_is_known() -> None:
    assert {*CONFLICTS, *IDLE} < set(CAUTIONS)


@given(documents(lumps=True, most_rules=8))
@settings(max_examples=150)
def test_conflicts_are_real_and_idle_rules_change_nothing(document: Document) -> None:
    try:
        facts = Facts(scenario_of(document))
    except InvalidInput:
        assume(False)
    conflict = any(notice for one in CONFLICTS for notice in one(facts))
    idle = {notice.where for one in IDLE for notice in one(facts)}
    if not conflict and not idle:
        return
    solution = solve(compile_program(case_of(facts.scenario)))
    assert not (conflict and solution.found)
    for where in sorted(idle):
        rest = [rule for rule in document["rules"] if f"rules.{rule['id']}" != where]
        without = solve(compile_program(case_of(scenario_of({**document, "rules": rest}))))
        assert without.found == solution.found
        if solution.found:
            assert without.objective == pytest.approx(solution.objective, rel=1e-6, abs=1e-6)


# --- budgets --------------------------------------------------------------------------------------


def about_the_budget(**money: Any) -> list[str]:
    """What is said of a budget against that of the sound document, 1,000 million won."""
    changed = change_scenario(GOOD, money)
    seen = warnings(changed, GOOD)
    return [str(issue.problem) for issue in seen if issue.where == "budget.total"]


def test_a_thousandfold_budget_is_told_beside_what_it_was() -> None:
    assert about_the_budget(budget={"total": 1_000_000})[0] == (
        "The budget was 1 billion won and is 1 trillion won."
    )
    assert about_the_budget(budget={"total": 1, "by_year": None})[0] == (
        "The budget was 1 billion won and is 1 million won."
    )
    assert about_the_budget(budget={"total": 2_000}) == []


def test_money_that_every_unit_together_does_not_cost_is_told() -> None:
    """Five units a year at 2 million won, 3 per cent dearer in the second year."""
    document = tiny()
    document["programmes"]["p"]["indexation"] = 0.03
    (seen,) = warnings(scenario_of(document))
    assert (
        str(seen.problem)
        == "All units together cost 20.3 million won; the budget is 100 million won."
    )
    document["budget"]["total"] = 20.3
    assert warnings(scenario_of(document)) == []
    document["budget"]["total"] = 100
    document["programmes"]["p"]["activities"]["a"]["supply"]["bands"][0].pop("units")
    assert warnings(scenario_of(document)) == []
