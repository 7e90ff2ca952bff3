"""The desk knows nothing of Korea: other programmes, tiers, channels, money and laws work alike."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from optimizer.api import desk as api
from tests.ui.screen import open_view, part, words
from ui.places import SECTIONS
from ui.state import cache

PROGRAMMES = [f"line_{i:02}" for i in range(12)]
CHANNELS = ("retained", "attracted", "returned")
TIERS = ("S", "A", "B")
LAW = {"en": "Budget Act, Art. 7", "ko": "예산법 제7조"}


def document() -> dict[str, Any]:
    """Twelve programmes without titles, three tiers, three channels, euros, one law."""
    return {
        "schema": 1,
        "id": "elsewhere",
        "money": {"unit": "million EUR"},
        "years": {"first": 2030, "last": 2031},
        "budget": {"total": 250.0},
        "objective": {
            "tiers": {t: 3.0 - i for i, t in enumerate(TIERS)},
            "channels": dict.fromkeys(CHANNELS, 1.0),
        },
        "capacities": {f"seat_{p}": {} for p in PROGRAMMES},
        "programmes": {
            p: {
                "activities": {
                    "seat": {
                        "delivers": {f"seat_{p}": 1.0},
                        "supply": {"bands": [{"units": 20.0, "unit_cost": 1.0 + i / 10}]},
                    }
                }
            }
            for i, p in enumerate(PROGRAMMES)
        },
        "pathways": {
            f"way_{p}": {
                "channel": CHANNELS[i % 3],
                "tier": TIERS[i % 3],
                "needs": {f"seat_{p}": {"amount": 1.0}},
                "bands": [{"net": 0.5}],
            }
            for i, p in enumerate(PROGRAMMES)
        },
        "rules": [
            {
                "id": "law",
                "kind": "programme_floor",
                "programme": PROGRAMMES[0],
                "share": 0.05,
                "title": {"en": "Five per cent by law", "ko": "법정 5%"},
                "owner": LAW,
                "reason": "The act says so.",
                "hard": True,
            },
        ],
    }


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> api.Scenario:
    """A desk on which this scenario is the only one."""
    scenario = api.scenario_of(document())
    one = api.list_scenarios()[0]
    here = type(one)(scenario.id, *({"en": "Elsewhere", "ko": "다른 나라"},) * 2, one.path)
    monkeypatch.setattr(cache, "shipped", lambda: (here,))
    monkeypatch.setattr(cache, "base_of", lambda name: scenario)
    return scenario


@pytest.mark.parametrize("language", api.LANGUAGES)
@pytest.mark.parametrize("view", SECTIONS)
def test_every_view_draws_it(elsewhere: api.Scenario, view: str, language: str) -> None:
    at = open_view(view, {"lang": language})
    assert not at.exception
    assert part(at, "headline")


def test_every_programme_and_tier_has_a_lever(elsewhere: api.Scenario) -> None:
    at = open_view("plan", {"lang": "en"})
    assert len(at.slider) == len(PROGRAMMES)
    labels = [box.label for box in at.text_input]
    assert {f"Tier {t}" for t in TIERS} <= set(labels)
    assert "Total budget (million euros)" in labels
    assert part(at, "budget-in-full").startswith("€250,000,000")


def test_a_law_looks_locked_names_itself_and_bounds_its_lever(elsewhere: api.Scenario) -> None:
    at = open_view("plan", {"lang": "en"})
    assert "Five per cent by law" in part(at, "law-law")
    assert LAW["en"] in part(at, "law-law")
    assert "🔒" in part(at, "law-law")
    slider = next(s for s in at.slider if str(s.key).startswith(f"range-{PROGRAMMES[0]}-"))
    assert (slider.min, slider.max) == (5, 100)
    assert LAW["ko"] in part(open_view("plan", {"lang": "ko"}), "law-law")


def test_every_channel_is_counted(elsewhere: api.Scenario) -> None:
    at: AppTest = open_view("plan", {"lang": "en"})
    plan = api.solve(elsewhere)
    for channel, net in plan.totals.by_channel.items():
        assert f"{api.wording.digits(net, 2)} {channel}" in part(at, "facts")
    assert "more by 2031" in part(at, "headline")
    assert "Korea" not in words(at)
