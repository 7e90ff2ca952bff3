"""Forced choices against solves with the same choice written as rules."""

from __future__ import annotations

import pytest

from optimizer.api import desk as api
from tests.studies import two_channels as cases


def with_amount(scenario: api.Scenario, programme: str, amount: float) -> api.Plan:
    """The best plan when a rule pins the programme down."""
    rules = [r.model_dump(mode="json", exclude_unset=True) for r in scenario.rules]
    rules.append(cases.pinned(programme, "==", amount))
    return api.bare_plan(api.change_scenario(scenario, {"rules": rules}))


@pytest.mark.parametrize(("programme", "amount"), [("seats", 10.0), ("visas", 40.0), ("gpus", 30)])
def test_a_forced_amount_costs_what_a_rule_would(programme: str, amount: float) -> None:
    answer = api.why_not(cases.bands(), programme, amount=amount)
    plan = with_amount(cases.bands(), programme, amount)
    assert plan.objective is not None
    assert answer.plan.objective == pytest.approx(plan.objective)
    best = answer.best.totals
    assert answer.costs_objective == pytest.approx(best.objective - plan.objective)
    assert answer.costs_people == pytest.approx(best.net_people - answer.plan.totals.net_people)
    moves = answer.moves.set_index("programme")
    assert moves.loc[programme, "forced"] == pytest.approx(amount)
    assert moves["forced"].sum() == pytest.approx(answer.plan.spent)


def test_on_true_curves_and_as_a_share() -> None:
    korea = api.load_scenario("korea-2025")
    answer = api.why_not(korea, "gpu_access", share=0.2)
    assert answer.amount == pytest.approx(3600)
    plan = with_amount(korea, "gpu_access", 3600.0)
    assert answer.plan.objective == pytest.approx(plan.objective, rel=1e-8)
    assert answer.costs_people > 0
    said = [s.in_("en") for s in answer.sentences]
    assert said[0].startswith("3.6 billion won for GPU access (best plan: 1.8 billion won) costs ")
    assert said[1].startswith("The money comes from A-team cultivation")


def test_the_last_step_is_the_slope_of_the_cost() -> None:
    korea = api.load_scenario("korea-2025")
    here, more = (api.why_not(korea, "gpu_access", amount=a) for a in (3500.0, 3501.0))
    assert here.last_step is not None
    assert 100 * (more.costs_objective - here.costs_objective) == pytest.approx(
        here.last_step, rel=0.02
    )


def test_the_best_amount_costs_nothing() -> None:
    best = api.bare_plan(cases.bands())
    spent = best.allocation.groupby("programme")["spending"].sum()
    answer = api.why_not(cases.bands(), "visas", amount=float(spent["visas"]))
    assert answer.costs_objective == pytest.approx(0, abs=1e-9)
    assert "costs nothing" in answer.sentences[0].in_("en")
    assert "손실 없음" in answer.sentences[0].in_("ko")


def test_less_money_goes_elsewhere() -> None:
    answer = api.why_not(cases.bands(), "seats", amount=0.0)
    assert "The money goes to" in answer.sentences[1].in_("en")
    assert answer.plan.totals.retained == pytest.approx(0)


def test_what_the_rules_do_not_allow_is_bounded_and_explained() -> None:
    answer = api.why_not(cases.bands(), "gpus", amount=5.0)
    assert not answer.plan.found
    assert answer.possible == pytest.approx((12, 86))  # all bands of both years
    assert [t.in_("en") for t in answer.blocked_by] == ["gpus: at least 12 million won"]
    assert "cannot get 5 million won" in answer.sentences[0].in_("en")
    assert len(answer.moves) == len(answer.binds) == 0
    too_much = api.why_not(cases.bands(), "seats", share=1.5)
    assert not too_much.plan.found
    assert "Total budget" in {t.in_("en") for t in too_much.blocked_by}


def test_limits_that_bind_only_then_are_listed() -> None:
    ceiling = {"id": "visa-ceiling", "kind": "programme_ceiling", "programme": "visas"}
    rules = [*cases.DOCUMENT["rules"], ceiling | {"amount": 40} | cases.SIGNED]
    answer = api.why_not(cases.bands(rules=rules), "seats", amount=0.0)
    assert "visa-ceiling" not in set(answer.best.binding["rule"])
    assert answer.binds["rule"].tolist() == ["visa-ceiling"]
    assert any(
        s.in_("en").startswith("Only then does “visas: at most 40 million won” bind")
        for s in answer.sentences
    )


def test_rules_that_conflict_leave_nothing_to_compare_with() -> None:
    answer = api.why_not(cases.conflicting(), "seats", amount=1.0)
    assert (answer.best.found, answer.plan.found, answer.possible) == (False, False, None)
    assert "cannot hold together" in answer.sentences[0].in_("en")


def test_nonsense_is_refused() -> None:
    with pytest.raises(api.InvalidInput, match="Did you mean 'seats'"):
        api.why_not(cases.bands(), "seat", amount=1.0)
    with pytest.raises(api.InvalidInput, match="Nothing to force, or two things"):
        api.why_not(cases.bands(), "seats")
    with pytest.raises(api.InvalidInput, match="Nothing to force, or two things"):
        api.why_not(cases.bands(), "seats", amount=1.0, share=0.1)
    with pytest.raises(api.InvalidInput, match="is no amount"):
        api.why_not(cases.bands(), "seats", amount=-1.0)


def test_both_reports_tell_the_cost() -> None:
    answer = api.why_not(cases.bands(), "visas", amount=40.0)
    data = api.why_not_data(answer)
    assert data["costs_objective"] == answer.costs_objective
    assert [m["programme"] for m in data["moves"]] == ["seats", "visas", "gpus"]
    assert "40 million won for visas" in api.why_not_text(answer)
    assert "지정안" in api.why_not_text(answer, "ko")
