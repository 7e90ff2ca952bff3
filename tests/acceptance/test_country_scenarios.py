"""Country strategies: every number is traced, recomputed from the tables, and stated in words."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from optimizer.api import desk as api
from optimizer.inputs.evidence import load_evidence, read_evidence
from optimizer.inputs.shipped import data_folder, scenario_folder
from optimizer.studies.countries.like_them import transplant
from optimizer.studies.countries.money_in_years import mix_of_country

FOLDER = scenario_folder() / "countries"
CODES = sorted(path.stem[:3] for path in FOLDER.glob("*.yaml"))
OTHERS = [code for code in CODES if code != "kor"]
YEARS = range(2025, 2029)
FLOOR_OF = {
    "visa_fast_track": "visa-floor",
    "research_institutes": "institute-floor",
    "gpu_access": "gpu-floor",
    "a_team_cultivation": "a-team-floor",
}
README = (scenario_folder() / "README.md").read_text(encoding="utf-8")


def rows_of(table: str) -> list[dict[str, str]]:
    with (data_folder() / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


STRATEGIES = {row["id"]: row for row in rows_of("strategies")}
PARAMETERS = {row["id"]: row for row in rows_of("parameters")}
FIGURES = {(r["country"], r["metric"], r["year"]): float(r["value"]) for r in rows_of("countries")}


@pytest.fixture(scope="module")
def scenarios() -> dict[str, api.Scenario]:
    return {code: api.load_scenario(f"{code}-2025") for code in CODES}


@pytest.fixture(scope="module")
def plans(scenarios: dict[str, api.Scenario]) -> dict[str, api.Plan]:
    return {code: api.bare_plan(scenario) for code, scenario in scenarios.items()}


def mentioned(texts: Iterator[str] | list[str]) -> list[str]:
    words = re.findall(r"[a-z]{3}_[a-z0-9_]+", " ".join(texts))
    return [word for word in dict.fromkeys(words) if word in STRATEGIES]


def counted(scenario: api.Scenario) -> list[dict[str, str]]:
    """The rows that the document's reason names as its money."""
    assert scenario.reason is not None
    return [STRATEGIES[name] for name in mentioned([scenario.reason.in_("en")])]


def in_year(row: Mapping[str, str], year: int) -> float:
    """An amount spread evenly over its period, five years where none was published."""
    if row["id"] == "deu_humboldt":
        return 10 * 5 * float(PARAMETERS["inst_avh_cost"]["value"])
    period = float(row["period_years"] or 5)
    start = float(row["start_year"])
    if row["id"] == "usa_nsf_institutes":
        start = float(YEARS[0])
        period, amount = float(len(YEARS)), float(row["amount"]) / period * len(YEARS)
    else:
        amount = float(row["amount"])
    return amount / period * max(0.0, min(year + 1, start + period) - max(year, start))


def test_ten_countries_have_a_document() -> None:
    assert CODES == ["aus", "can", "deu", "euu", "fra", "gbr", "jpn", "kor", "sgp", "usa"]


@pytest.mark.parametrize("code", CODES)
def test_the_plan_is_certified_and_within_its_means(code: str, plans: dict[str, api.Plan]) -> None:
    plan = plans[code]
    assert plan.scenario.country == code.upper()
    assert plan.found
    assert plan.solution.certificate is not None
    assert plan.solution.certificate.passed
    assert len(plan.solution.program.columns) < 600  # small enough for a click
    assert plan.curve_gap <= 1e-6 * plan.everyone.objective
    assert plan.spent <= plan.budget * (1 + 1e-9)
    workforce = plan.scenario.evidence["move_workforce"].value
    assert plan.totals.net_people < 400 * workforce
    assert api.warnings(plan.scenario) == []
    money = {(r.programme, r.year): r.spending for r in plan.allocation.itertuples()}
    assert api.evaluate(plan.scenario, money).obeys


@pytest.mark.parametrize("code", CODES)
def test_the_budget_is_the_announced_money(code: str, scenarios: dict[str, api.Scenario]) -> None:
    scenario, rows = scenarios[code], counted(scenarios[code])
    assert rows
    assert all(r["country"] == scenario.country and r["adds"] == "yes" for r in rows)
    assert {r["family"] for r in rows} <= set(FLOOR_OF)
    yearly = {y: sum(in_year(row, y) for row in rows) for y in YEARS}
    budget, near = scenario.budget, {"rel": 2e-4}
    assert budget.total == pytest.approx(sum(yearly.values()), **near)
    assert set(budget.by_year) == set(YEARS[:-1])
    for year, money in budget.by_year.items():
        assert money == pytest.approx(yearly[year], **near)
    assert budget.carry_over == 1.0


@pytest.mark.parametrize("code", CODES)
def test_every_programme_of_the_country_is_counted_or_named_as_left_out(
    code: str, scenarios: dict[str, api.Scenario]
) -> None:
    scenario = scenarios[code]
    names = {row["id"] for row in counted(scenario)}
    for language in api.LANGUAGES:
        told = set(mentioned([c.in_(language) for c in scenario.cautions])) | names
        own = {r["id"] for r in STRATEGIES.values() if r["country"] == scenario.country}
        worth = {name for name in own if code != "kor" or STRATEGIES[name]["amount"]}
        umbrella = {"kor_talent_strategy"}
        assert told == worth - umbrella
    ended = [
        r["id"]
        for r in STRATEGIES.values()
        if r["country"] == scenario.country
        and r["family"] in FLOOR_OF
        and r["adds"] == "yes"
        and r["amount"]
        and sum(in_year(r, y) for y in YEARS) > 0
    ]
    assert set(ended) <= names


@pytest.mark.parametrize("code", CODES)
def test_floors_are_half_of_the_announced_share(
    code: str, scenarios: dict[str, api.Scenario]
) -> None:
    scenario, rows = scenarios[code], counted(scenarios[code])
    money = {f: 0.0 for f in FLOOR_OF}
    for row in rows:
        money[row["family"]] += sum(in_year(row, y) for y in YEARS)
    floors = {rule.id: rule for rule in scenario.rules}
    assert 1 <= len(floors) <= 4
    assert not any(rule.hard for rule in floors.values())
    for family, amount in money.items():
        share = amount / sum(money.values())
        rule = floors.pop(FLOOR_OF[family], None)
        if rule is None:
            assert share < 0.001
            continue
        stated = float(getattr(rule, "share", 0.0))
        assert stated == pytest.approx(share / 2, abs=0.0006)
        assert rule.title is not None
        assert f"{100 * stated:.3g}%" in rule.title.in_("en")
        assert f"{100 * stated:.3g}%" in rule.title.in_("ko")
    assert floors == {}


@pytest.mark.parametrize("code", OTHERS)
def test_factors_follow_their_rules(code: str, scenarios: dict[str, api.Scenario]) -> None:
    scenario = scenarios[code]
    land, unit = code.upper(), scenario.money.parsed.currency
    area = "EUU" if unit == "EUR" else land
    rate = 1.0 if land == "USA" else FIGURES[area, "exchange_rate", "2025"]
    currency = scenario.evidence["move_currency"]
    assert currency.unit == f"{unit} per KRW"
    assert scenario.money.per_usd == rate
    assert (currency.source, currency.grade) == ("fx_imf", "A")
    won = FIGURES["KOR", "exchange_rate", "2025"]
    assert currency.value == pytest.approx(rate / won, rel=1e-5)
    if land != "USA":
        official = float(PARAMETERS[f"fx_{unit.lower()}"]["value"])
        assert 1 / currency.value == pytest.approx(official, rel=2e-4)

    def over_korea(metric: str, year: str) -> float:
        return FIGURES[land, metric, year] / FIGURES["KOR", metric, year]

    gdp = over_korea("gdp_nominal", "2023")
    richer = gdp / over_korea("population", "2023")
    level, power = scenario.evidence["move_price_level"], PARAMETERS["coef_price_income"]
    for number, exponent in ((level.low, "low"), (level.value, "value"), (level.high, "high")):
        assert number == pytest.approx(richer ** float(power[exponent]), rel=1e-3)
    workforce = scenario.evidence["move_workforce"]
    if (land, "ai_skilled_workers", "2024") in FIGURES:
        assert workforce.value == pytest.approx(over_korea("ai_skilled_workers", "2024"), rel=1e-3)
        assert workforce.grade == "C"
    else:
        assert workforce.value == pytest.approx(gdp, rel=1e-3)
        assert workforce.low == pytest.approx(0.69 * gdp, rel=1e-2)
        assert workforce.grade == "X"


def numbers_in(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from numbers_in(part, (*path, str(name)))
    elif isinstance(value, list):
        yield from chain.from_iterable(numbers_in(part, (*path, "*")) for part in value)
    elif isinstance(value, float | int) and not isinstance(value, bool):
        yield path


@pytest.mark.parametrize("code", CODES)
def test_every_number_has_a_source_or_is_marked_as_assumed(
    code: str, scenarios: dict[str, api.Scenario]
) -> None:
    document = yaml.safe_load((FOLDER / f"{code}-2025.yaml").read_text(encoding="utf-8"))
    plain = {".".join(path) for path in numbers_in(document["changes"]) if "evidence" not in path}
    stated = {p for p in plain if re.match(r"budget\.|money\.per_usd|rules\.[\w-]+\.share", p)}
    repeated = {p for p in plain if p.endswith("scale.product.*")}  # the three years of a post
    assert plain == stated | (repeated if code == "kor" else set())
    sources = load_evidence().sources
    for name, number in scenarios[code].evidence.items():
        assert number.source in sources, name
        assert number.note, name
        assert (number.grade == "X") == (number.source == "own_assumption"), name


def test_the_readme_states_every_figure(plans: dict[str, api.Plan]) -> None:
    """The table of scenarios/README.md, computed again, in the order of the last gain."""
    digits, korea, evidence = api.wording.digits, api.load_scenario("korea-2025"), load_evidence()
    rows = []
    for gain in api.next_million([p.scenario for p in plans.values()]).gains.itertuples():
        plan = plans[str(gain.country).lower()]
        scenario = plan.scenario
        assert scenario.money.per_usd is not None
        assert plan.totals.cost_per_net_person is not None
        mix = like = "–"
        if gain.country != "DEU":
            here = transplant(korea, mix_of_country(evidence, str(gain.country), YEARS))
            like = digits(here.people)
            mix = " / ".join(f"{100 * share:.0f}" for share in here.mix.shares.values())
        cells = [
            f"`{scenario.id}`",
            api.wording.money(scenario.budget.total, scenario.money.parsed, "en"),
            digits(gain.budget_usd),
            mix,
            digits(plan.totals.net_people),
            digits(plan.totals.cost_per_net_person / scenario.money.per_usd),
            digits(gain.gain, 2),
            like,
        ]
        rows.append("| " + " | ".join(cells) + " |")
    assert "\n".join(rows) in README
    best = api.bare_plan(korea).totals.net_people
    assert f"whose best plan\nyields {best:.0f}:" in README


def test_the_readme_tells_where_a_period_was_assumed(scenarios: dict[str, api.Scenario]) -> None:
    running = (r for one in scenarios.values() for r in counted(one))
    titles = {r["word"]: r["title_en"] for r in rows_of("vocabulary") if r["list"] == "country"}
    assumed = {titles[r["country"]] for r in running if r["amount"] and not r["period_years"]}
    assert f"| {', '.join(sorted(assumed))} |" in README
    known = [float(r["period_years"]) for r in STRATEGIES.values() if r["period_years"]]
    assert max(set(known), key=known.count) == 5.0


SPAIN = """
schema: 1
id: esp-2025
base: kor-2025
title: {en: Spain, ko: 스페인}
changes:
  country: ESP
  money: {unit: million EUR, per_usd: 0.8548}
  budget: {total: 80, by_year: {2025: 20, 2026: 20, 2027: 20}}
  rules: {gpu-floor: null, a-team-floor: null, institute-floor: {share: 0.5}}
  evidence:
    move_currency: {value: 0.000614478, unit: EUR per KRW, source: fx_imf, grade: A}
    move_price_level: {value: 0.9935, note: GDP a head.}
    move_workforce: {value: 0.9229, note: GDP.}
"""
ROW = (
    "esp_test,ESP,Test fellowships,시험 펠로우십,research_institutes,100,EUR,5,2025,yes,,"
    "es_atrae_ara,A,\n"
)


def test_an_eleventh_country_needs_no_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = tmp_path / "data"
    shutil.copytree(data_folder(), tables)
    with (tables / "strategies.csv").open("a", encoding="utf-8") as file:
        file.write(ROW)
    shutil.copytree(scenario_folder(), tmp_path / "scenarios")
    (tmp_path / "scenarios" / "countries" / "esp-2025.yaml").write_text(SPAIN, encoding="utf-8")
    monkeypatch.setattr("optimizer.inputs.named.scenario_folder", lambda: tmp_path / "scenarios")
    spain = api.load_scenario("esp-2025")
    assert "esp-2025" in [shipped.id for shipped in api.list_scenarios()]
    assert spain in api.country_scenarios()
    france = api.country_scenario("FRA")
    gains = api.next_million([spain, france]).gains
    assert set(gains["country"]) == {"ESP", "FRA"}
    assert gains["gain"].min() > 0
    held = api.bottlenecks([spain, france])
    assert set(held.limits["country"]) == {"ESP", "FRA"}
    answer = api.spend_like(api.load_scenario("korea-2025"), "ESP", read_evidence(tables))
    assert answer.here.mix.shares["research_institutes"] == 1.0
    assert answer.here.mix.left_out == pytest.approx(27.5 / 107.5)
    assert answer.there is not None
    assert answer.there.scenario == spain
    assert answer.there.people > 0
