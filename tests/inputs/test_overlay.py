"""Changes on top of a document: what is merged, replaced, removed, and what is refused."""

from __future__ import annotations

import contextlib
import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from optimizer.api import desk as api
from optimizer.errors import InvalidInput
from optimizer.inputs.load import change_scenario, load_scenario, scenario_of
from optimizer.inputs.overlay import merge, setting
from optimizer.inputs.read import read_file

BROKEN = Path(__file__).resolve().parents[1] / "broken"
GOOD = read_file(BROKEN / "good.yaml")
BANDS = GOOD["programmes"]["visa"]["activities"]["case"]["supply"]["bands"]


def merged(base: Any, change: Any) -> Any:
    """What becomes of one free entry."""
    return merge({"entry": base}, {"entry": change}).get("entry", "gone")


def wrong(base: Any, change: Any) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        merge(base, change)
    return [(issue.where, issue.remedy) for issue in caught.value.issues]


# --- groups, lists, numbers -----------------------------------------------------------------------


def test_groups_are_merged_and_the_rest_is_replaced() -> None:
    assert merged({"a": 1, "b": {"c": 2, "d": 3}}, {"b": {"c": 4}}) == {
        "a": 1,
        "b": {"c": 4, "d": 3},
    }
    assert merged([1, 2], [3]) == [3]
    assert merged("text", {"en": "a", "ko": "b"}) == {"en": "a", "ko": "b"}
    assert merged({"en": "a", "ko": "b"}, "text") == "text"


def test_null_removes_an_entry() -> None:
    assert merge(GOOD, {"country": None, "budget": {"by_year": None}})["budget"] == {
        "total": 1000,
        "carry_over": 0.5,
    }
    assert "country" not in merge(GOOD, {"country": None})


def test_null_may_remove_what_could_be_there_but_is_not() -> None:
    assert merge(GOOD, {"pathways": {"stays": {"pool": None, "stay": None}}}) == GOOD
    assert merge(GOOD, {"rules": {"visa-floor": {"year": None}}}) == GOOD
    assert wrong(GOOD, {"budget": {"by_yaer": None}}) == [
        ("budget.by_yaer", "Did you mean 'by_year'?")
    ]


def test_an_empty_change_changes_nothing() -> None:
    assert merge(GOOD, {}) == GOOD
    assert merge(GOOD, {"rules": {}, "programmes": {"visa": {}}, "cautions": {}}) == GOOD


@pytest.mark.parametrize(
    ("base", "change", "result"),
    [
        ({"value": 1, "low": 0}, {"high": 2}, {"value": 1, "low": 0, "high": 2}),
        ({"value": 1, "low": 0}, {"ref": "x"}, {"ref": "x"}),
        ({"ref": "x"}, {"value": 1}, {"value": 1}),
        ({"ref": "x"}, {"product": [1, 2]}, {"product": [1, 2]}),
        ({"product": [1, 2]}, {"product": [3]}, {"product": [3]}),
        ({"value": 1, "low": 0}, {"ref": "x", "value": None}, {"ref": "x"}),
        ({"value": 1, "low": 0}, 3, 3),
        (3, {"ref": "x"}, {"ref": "x"}),
        ({"2025": 1, "2026": 2}, {"2026": 5}, {"2025": 1, "2026": 5}),
        ({"2025": 1, "2026": 2}, {"2026": None}, {"2025": 1}),
        ({"2025": 1}, {"ref": "x"}, {"ref": "x"}),
        ({"ref": "x"}, {"2025": 1}, {"2025": 1}),
    ],
)
def test_a_number_of_another_form_replaces_a_number(base: Any, change: Any, result: Any) -> None:
    assert merged(base, change) == result


def test_a_curve_replaces_bands_and_bands_a_curve() -> None:
    curve = {"curve": "hill", "ceiling": 5, "half": 3}
    change = {"programmes": {"visa": {"activities": {"case": {"supply": curve}}}}}
    with_curve = merge(GOOD, change)
    assert with_curve["programmes"]["visa"]["activities"]["case"]["supply"] == curve
    change = {"programmes": {"visa": {"activities": {"case": {"supply": {"bands": BANDS}}}}}}
    assert merge(with_curve, change) == GOOD
    shifted = {"programmes": {"institutes": {"activities": {"post": {"supply": {"scale": 5}}}}}}
    supply = merge(GOOD, shifted)["programmes"]["institutes"]["activities"]["post"]["supply"]
    assert supply == {"curve": "exponential", "ceiling": 10, "scale": 5}


def test_years_are_the_same_whether_texts_or_numbers() -> None:
    for year in (2025, "2025"):
        change = {"budget": {"by_year": {year: 5}}}
        assert merge(GOOD, change)["budget"]["by_year"] == {"2025": 5}
    assert wrong(GOOD, {"budget": {"by_year": {2025: 5, "2025": 6}}}) == [
        ("budget.by_year.2025", "Keep one of the two.")
    ]


def test_neither_document_is_changed() -> None:
    base, change = copy.deepcopy(GOOD), {"budget": {"by_year": {2026: 5}}, "rules": [{"id": "x"}]}
    result = merge(base, change)
    result["budget"]["by_year"]["2025"] = -1
    result["rules"][0]["share"] = -1
    assert base == GOOD
    assert change == {"budget": {"by_year": {2026: 5}}, "rules": [{"id": "x"}]}


# --- members of lists -----------------------------------------------------------------------------


def rules(change: Any) -> list[tuple[str, Any]]:
    return [(rule["id"], rule.get("share")) for rule in merge(GOOD, {"rules": change})["rules"]]


NEW = {"id": "new", "share": 0.5}


@pytest.mark.parametrize(
    ("change", "result"),
    [
        ({"visa-floor": {"share": 0.2}}, [("visa-floor", 0.2), ("post-ceiling", None)]),
        ({"0": {"share": 0.2}}, [("visa-floor", 0.2), ("post-ceiling", None)]),
        ({0: {"share": 0.2}}, [("visa-floor", 0.2), ("post-ceiling", None)]),
        ({"visa-floor": None}, [("post-ceiling", None)]),
        ({"visa-floor": None, "1": {"share": 1}}, [("post-ceiling", 1)]),
        ([NEW], [("visa-floor", 0.01), ("post-ceiling", None), ("new", 0.5)]),
        (
            [NEW, {"id": "visa-floor", "share": 0.2}],
            [("visa-floor", 0.2), ("post-ceiling", None), ("new", 0.5)],
        ),
        ([], [("visa-floor", 0.01), ("post-ceiling", None)]),
        (None, []),
    ],
)
def test_rules_are_changed_by_id_by_position_or_by_a_list(change: Any, result: Any) -> None:
    if change is None:
        assert "rules" not in merge(GOOD, {"rules": None})
    else:
        assert rules(change) == result


def test_both_names_of_one_rule_count() -> None:
    both = {"visa-floor": {"share": 0.2}, "0": {"owner": "Me"}}
    first = merge(GOOD, {"rules": both})["rules"][0]
    assert (first["share"], first["owner"]) == (0.2, "Me")


@pytest.mark.parametrize(
    ("change", "where", "remedy"),
    [
        ({"visa-flor": {}}, "rules.visa-flor", "Did you mean 'visa-floor'?"),
        ({"visa-flor": None}, "rules.visa-flor", "Did you mean 'visa-floor'?"),
        ({"2": {"share": 1}}, "rules[2]", "from 0: use 0 to 1."),
        ({"-1": {"share": 1}}, "rules.-1", "Known here: post-ceiling, visa-floor."),
        ([NEW, NEW], "rules.new", "Keep one of the two."),
        ([{"id": "visa-floor"}] * 2, "rules.visa-floor", "Keep one of the two."),
    ],
)
def test_a_change_to_no_rule_is_refused(change: Any, where: str, remedy: str) -> None:
    ((told, words),) = wrong(GOOD, {"rules": change})
    assert told == where
    assert remedy in words


@pytest.mark.parametrize("member", [{"id": ["a"]}, {"id": {}}, 5, None, "x", []])
def test_odd_members_are_left_to_the_checks(member: Any) -> None:
    assert merge(GOOD, {"rules": [member]})["rules"][2:] == [member]
    odd = {**GOOD, "rules": [member, *GOOD["rules"]]}
    changed = merge(odd, {"rules": {"visa-floor": {"share": 0.2}}})["rules"]
    assert changed[1]["share"] == 0.2


def test_bands_are_changed_by_position() -> None:
    change = {"programmes": {"visa": {"activities": {"case": {"supply": {"bands": {1: None}}}}}}}
    case = merge(GOOD, change)["programmes"]["visa"]["activities"]["case"]
    assert case["supply"]["bands"] == BANDS[:1]
    change = setting("programmes.visa.activities.case.supply.bands[0].units=7")
    case = merge(GOOD, change)["programmes"]["visa"]["activities"]["case"]
    assert case["supply"]["bands"] == [{**BANDS[0], "units": 7}, BANDS[1]]


@pytest.mark.parametrize("position", [2, 99, 10**30])
def test_a_position_that_is_not_there_is_refused(position: int) -> None:
    here = "programmes.visa.activities.case.supply.bands"
    ((where, remedy),) = wrong(GOOD, setting(f"{here}[{position}].units=7"))
    assert where == f"{here}[{position}]"
    assert remedy == "Members are counted from 0: use 0 to 1."


@pytest.mark.parametrize(
    "path",
    ["capacities.x", "programmes.x", "programmes.visa.activities.x", "pools.x", "pathways.x",
     "evidence.x", "objective.tiers.x", "objective.channels.x"],
)  # fmt: skip
@pytest.mark.parametrize("value", [None, 1, {}])
def test_names_of_the_planner_are_not_added(path: str, value: Any) -> None:
    change = value
    for step in reversed(path.split(".")):
        change = {step: change}
    assert [where for where, _ in wrong(GOOD, change)] == [path]


def test_all_unknown_names_are_told() -> None:
    change = {"pools": {"x": 1}, "pathways": {"y": 1}, "rules": {"z": {}}, "budget": {"w": None}}
    assert {w for w, _ in wrong(GOOD, change)} == {"pools.x", "pathways.y", "rules.z", "budget.w"}


TREES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.text("ab", max_size=2),
    lambda part: (
        st.lists(part, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "value", "ref", "0", "1", "a", "b"]), part, max_size=4
        )
    ),
    max_leaves=12,
)


@given(base=st.dictionaries(st.text("ab", max_size=2), TREES, max_size=4), change=TREES)
def test_merging_anything_gives_data_or_issues(base: dict[str, Any], change: Any) -> None:
    before = copy.deepcopy((base, change))
    with contextlib.suppress(InvalidInput):
        json.dumps(merge({"entry": base}, {"entry": change}))
    assert (base, change) == before


@given(base=TREES)
def test_merging_a_document_with_itself_changes_nothing_in_it(base: Any) -> None:
    def no_null(value: Any) -> bool:
        if isinstance(value, dict):
            return all(v is not None and no_null(v) for v in value.values())
        return all(map(no_null, value)) if isinstance(value, list) else True

    def ids(value: Any) -> bool:
        return "id" in json.dumps(value)

    if base is not None and no_null(base) and not ids(base):
        assert merged(base, base) == base


# --- settings -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("budget.total=9000", {"budget": {"total": 9000}}),
        (" budget.total = 9000 ", {"budget": {"total": 9000}}),
        ("budget.by_year.2026=5", {"budget": {"by_year": {"2026": 5}}}),
        ("rules[0].share=1e-2", {"rules": {"0": {"share": 0.01}}}),
        ("rules.visa-floor=", {"rules": {"visa-floor": None}}),
        ("pathways.comes.stay={ref: x}", {"pathways": {"comes": {"stay": {"ref": "x"}}}}),
        ("id=a=b", {"id": "a=b"}),
        ("rules.x.hard=true", {"rules": {"x": {"hard": True}}}),
    ],
)
def test_settings(text: str, change: Any) -> None:
    assert setting(text) == change


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("budget.total", "A setting is PATH=VALUE."),
        ("=5", "A setting is PATH=VALUE."),
        ("", "A setting is PATH=VALUE."),
        ("a=[1", "The value cannot be read: A list opened with '['"),
        ("a={b: 1, b: 2}", "The value cannot be read: The entry 'b' is given twice"),
        ("a=&x [*x]", "The value cannot be read: The document refers to itself"),
        ("a=@b", "The value cannot be read: No value can begin with '@'."),
        ("a=b: c: d", "The value cannot be read: No entry can begin here."),
    ],
)
def test_settings_that_cannot_be_read(text: str, problem: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        setting(text)
    (issue,) = caught.value.issues
    assert issue.where == f"--set {text}"
    assert issue.problem.startswith(problem)


@pytest.mark.parametrize(
    ("text", "where", "remedy"),
    [
        ("budget.totl=5", "budget.totl", "Did you mean 'total'?"),
        ("bugdet.total=5", "bugdet", "Did you mean 'budget'?"),
        ("pools.abrod.people_per_year=5", "pools.abrod", "Did you mean 'abroad'?"),
        ("budget.total.x=5", "budget.total", 'Found {"x": 5}'),
        ("budget.total=18,000", "budget.total", "Write 18000 without quotes or separators."),
        ("rules.visa-floor.share=3 %", "rules.visa-floor.share", "Write shares as fractions: 0.03"),
        ("rules.visa-floor.share=3", "rules.visa-floor.share", "write 0.03 for 3%"),
    ],
)
def test_settings_are_checked_like_the_file(text: str, where: str, remedy: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        load_scenario(BROKEN / "good.yaml", [text])
    (issue,) = caught.value.issues
    assert issue.where == where
    assert remedy in issue.remedy


def test_settings_are_made_in_order() -> None:
    loaded = load_scenario(BROKEN / "good.yaml", ["budget.total=5", "budget.total=7"])
    assert loaded.budget.total == 7


def test_a_setting_may_refer_to_more_evidence_and_change_it() -> None:
    here = "programmes.visa.activities.case.supply.bands[1].unit_cost"
    loaded = load_scenario(
        BROKEN / "good.yaml",
        [f"{here}={{ref: coef_visa_cost}}", "evidence.coef_visa_cost.value=9"],
    )
    assert loaded.evidence["coef_visa_cost"].value == 9


# --- overlays -------------------------------------------------------------------------------------


def test_an_overlay_is_its_base_with_changes(tmp_path: Path) -> None:
    path = tmp_path / "less.yaml"
    path.write_text(
        "base: korea-2025\nid: less\ntitle: Less\nauthor: A planner\ndate: 2026-01-31\n"
        "reason: Savings\nchanges: {budget: {total: 9000, by_year: null}}\n",
        encoding="utf-8",
    )
    less, korea = load_scenario(path), load_scenario("korea-2025")
    assert (less.id, less.budget.total, dict(less.budget.by_year)) == ("less", 9000, {})
    assert less.title is not None
    assert less.title.in_("ko") == "Less"
    assert less.pathways == korea.pathways
    assert less.cautions == korea.cautions
    again = change_scenario(
        korea, {"id": "less", "title": "Less", "budget": {"total": 9000, "by_year": None}}
    )
    assert again.fingerprint != less.fingerprint
    signed = change_scenario(
        again, {"author": "A planner", "date": "2026-01-31", "reason": "Savings"}
    )
    assert signed == less
    assert signed.fingerprint == less.fingerprint != korea.fingerprint


def test_an_overlay_is_not_signed_by_the_author_of_its_base(tmp_path: Path) -> None:
    head = "base: korea-2025\nid: one\nauthor: Somebody\nreason: Savings\n"
    (tmp_path / "one.yaml").write_text(head, encoding="utf-8")
    (tmp_path / "two.yaml").write_text("base: one\nid: two\n", encoding="utf-8")
    one, two = load_scenario(tmp_path / "one.yaml"), load_scenario(tmp_path / "two.yaml")
    assert (one.author, two.author, two.reason) == ("Somebody", None, None)


def test_overlays_may_stand_on_overlays_beside_them(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(
        "{base: korea-2025, id: one, changes: {budget: {total: 9000}}}", encoding="utf-8"
    )
    two = {"base": "one", "id": "two", "changes": {"budget": {"by_year": {"2026": 10}}}}
    (tmp_path / "two.json").write_text(json.dumps(two), encoding="utf-8")
    loaded = load_scenario(tmp_path / "two.json")
    assert loaded.budget.total == 9000
    assert dict(loaded.budget.by_year) == {2025: 6500, 2026: 10}


def test_an_overlay_of_a_shipped_scenario_may_be_given_as_data() -> None:
    loaded = scenario_of({"base": "korea-2025", "id": "x", "changes": {"country": None}})
    assert loaded.country is None


def test_what_a_change_no_longer_refers_to_does_no_harm() -> None:
    stay = {"pathways": {"comes": {"stay": {"ref": "stay_that_is_not"}}}}
    with pytest.raises(InvalidInput, match=r"pathways\.comes\.stay"):
        change_scenario(scenario_of(GOOD), stay)


def test_a_title_with_numbers_falls_with_the_number_it_states() -> None:
    """A floor of 10% in the title is untrue at 5%; reasons, owners and other rules stay."""
    korea = api.load_scenario("korea-2025")
    changed = api.change_scenario(korea, {"rules": {"gpu-floor": {"share": 0.05}}})
    titles = api.rule_titles(changed)
    assert titles["gpu-floor"].in_("en") == "GPU access: at least 5% of the budget"
    assert titles["visa-floor"].in_("en") == "At least 2% for the visa fast track"
    soft = api.change_scenario(korea, {"rules": {"gpu-floor": {"hard": True, "share": 0.1}}})
    assert api.rule_titles(soft)["gpu-floor"].in_("en") == "At least 10% for GPU access"
    given = {"share": 0.05, "title": "A floor of 5%"}
    named = api.change_scenario(korea, {"rules": {"gpu-floor": given}})
    assert api.rule_titles(named)["gpu-floor"].in_("en") == "A floor of 5%"
