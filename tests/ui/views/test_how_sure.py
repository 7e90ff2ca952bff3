"""How sure: spread, chances, drivers, robust plans and the map are the engine's own."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from optimizer.api import desk as api
from tests.ui.jobs import slow_studies
from tests.ui.screen import bodies, open_desk, open_view, part, settled, words
from ui.jobs import job, pool, studies
from ui.panels import decision_map, robust_plans

LINK = {"scenario": "korea-2025"}
KOREA = api.load_scenario("korea-2025")
DRAWS, FEW, SIZE = 120, 12, 6


@pytest.fixture(scope="module", autouse=True)
def fewer_draws() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(studies, "DRAWS", DRAWS)
        patch.setattr(robust_plans, "DRAWS", FEW)
        patch.setattr(decision_map, "SIZE", SIZE)
        yield


@pytest.fixture(scope="module")
def shown() -> dict[str, AppTest]:
    return {code: settled(open_view("how_sure", {**LINK, "lang": code})) for code in api.LANGUAGES}


@pytest.fixture(scope="module")
def measured() -> dict[str, AppTest]:
    return {code: settled(open_view("measure", {**LINK, "lang": code})) for code in api.LANGUAGES}


@pytest.fixture(scope="module")
def study() -> api.UnderUncertainty:
    return api.uncertainty(KOREA, DRAWS)


@pytest.fixture(scope="module")
def insight(study: api.UnderUncertainty) -> api.Insight:
    return api.insight(study)


@pytest.fixture(scope="module")
def robust() -> api.Robust:
    return api.robust(KOREA, FEW)


def drawn(link: dict[str, str]) -> AppTest:
    """The page as soon as the draws are there, with whatever else is under way."""
    at = open_view("how_sure", {**LINK, **link})
    while not any("sure-said" in body for body in bodies(at)):
        time.sleep(0.1)
        at.run()
    return at


def said(text: api.Text, language: str) -> str:
    return " ".join(text.in_(language).split())


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_the_headline_and_the_sentences_are_those_of_the_draws(
    study: api.UnderUncertainty, shown: dict[str, AppTest], language: str
) -> None:
    at = shown[language]
    assert not at.exception
    kept = study.interval()
    assert kept is not None
    for end in (kept.low, kept.high):
        assert api.wording.digits(end, 2) in part(at, "headline")
    for sentence in study.sentences:
        assert said(sentence, language) in part(at, "sure-said")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_chances_and_bands_of_every_programme_are_shown(
    study: api.UnderUncertainty, shown: dict[str, AppTest], language: str
) -> None:
    for row in study.programmes.itertuples():
        line = part(shown[language], f"line-{row.programme}")
        for share in (row.leads, row.funded, row.cut, row.more):
            assert api.wording.percent(float(str(share))) in line
        band = part(shown[language], f"span-{row.programme}")
        high = max(0.0, float(str(row.p95)))
        assert api.wording.money(high, KOREA.money.parsed, language) in band
    last = study.years[study.years["outcome"] == "net_people_so_far"].iloc[-1]
    assert api.wording.digits(float(last["p95"]), 2) in part(shown[language], f"span-{last.year}")
    spans = "".join(bodies(shown[language])).count(f'data-testid="span-{last.year}"')
    assert spans == 1


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_quantiles_are_named_in_the_picture(
    study: api.UnderUncertainty, shown: dict[str, AppTest], language: str
) -> None:
    chart = shown[language].get("vega_lite_chart")[0]
    spec = chart.proto.spec
    kept = study.interval()
    assert kept is not None
    for value in (kept.low, kept.middle, kept.high, study.central.totals.net_people):
        assert api.wording.digits(value, 2) in spec or chart.proto.datasets
    tables = [d.value for d in shown[language].dataframe]
    people = {"en": "95% (people)", "ko": "95%(명)"}[language]
    intervals = next(t for t in tables if people in t.columns)
    spread = next(t for t in tables if "95%" in t.columns)
    assert list(intervals[people]) == list(study.intervals["high"])
    assert list(spread["95%"]) == list(study.distribution["p95"])


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_drivers_and_the_worth_of_knowing_are_told(
    insight: api.Insight, measured: dict[str, AppTest], language: str
) -> None:
    at = measured[language]
    for sentence in insight.drivers.sentences:
        assert said(sentence, language) in part(at, "drives-said")
    for sentence in insight.information.sentences:
        assert said(sentence, language) in part(at, "worth-said")
    lead = (*insight.switching.sentences, *insight.discovery.sentences)
    for sentence in lead:
        assert said(sentence, language) in part(at, "lead-said")
    body = next(b for b in bodies(at) if 'data-testid="drives"' in b)
    top = str(insight.drivers.tornado["number"].iloc[0])
    assert body.index(f"swing-{top}") == body.index("swing-")
    first = insight.drivers.tornado.iloc[0]
    for value, people in (
        (first["low"], first["people_low"]),
        (first["high"], first["people_high"]),
    ):
        figures = (api.wording.digits(float(value)), api.wording.digits(float(people), 2))
        assert "{}: {}".format(*figures) in part(at, f"swing-{top}")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_robust_plans_wait_for_the_button(
    robust: api.Robust, shown: dict[str, AppTest], language: str
) -> None:
    at = shown[language]
    if any(b.key == "start-robust" for b in at.button):
        at.button(key="start-robust").click().run()
    at = settled(at)
    for sentence in robust.sentences:
        assert said(sentence, language) in part(at, "robust-said")
    head = {"en": "Least largest regret", "ko": "최대 후회 최소안"}[language]
    assert head in part(at, "robust")
    mean = robust.plans["mean"].max()
    assert api.wording.digits(float(mean), 2) in part(at, "line-mean")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_the_map_is_drawn_over_two_numbers_of_choice(language: str) -> None:
    at = open_view("map", {**LINK, "lang": language})
    at.selectbox(key="choose-map-y").set_value("budget.total").run()
    if any(b.key == "start-map" for b in at.button):
        at.button(key="start-map").click().run()
    at = settled(at)
    assert not at.exception
    x = at.selectbox(key="choose-map-x").value
    found = api.decision_map(KOREA, x, "budget.total", size=SIZE)
    for sentence in found.sentences:
        assert said(sentence, language) in part(at, "map-said")
    cells = next(d.value for d in at.dataframe if len(d.value) == SIZE * SIZE)
    assert list(cells.iloc[:, -1]) == pytest.approx(list(found.cells["net_people"]))
    fields = list(decision_map._fields(found, (1.0, 1.0)))
    high = found.ys[1] - found.ys[0]
    area = sum((f.x2 - f.x) * (f.y2 - f.y) for f in fields)
    wide = found.xs[-1] - found.xs[0] + found.xs[1] - found.xs[0]
    assert area == pytest.approx(wide * SIZE * high)


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_the_plan_s_headline_names_the_range_once_it_is_known(language: str) -> None:
    drawn({"lang": language})
    at = open_view("plan", {**LINK, "lang": language})
    study = pool.worker_pool().status(studies.uncertainty_task(KOREA))
    assert study is not None
    kept = study.answer.interval()
    low, high = (api.wording.digits(end, 2) for end in (kept.low, kept.high))
    told = {
        "en": f"90%, plan kept: {low}–{high}", "ko": f"90%(배분안 유지): {low}~{high}명"
    }[language]  # fmt: skip
    assert [c.value for c in at.caption if "90" in c.value] == [told]
    link = next(e for e in open_desk({**LINK, "lang": language}).get("page_link")
                if e.proto.label == told)  # fmt: skip
    assert "how_sure" in link.proto.page


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_work_can_be_stopped_and_begun_again(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    def slow(scenario: api.Scenario) -> job.Task:
        return job.Task(slow_studies.nap, scenario, (30.0,), 77)

    monkeypatch.setattr(studies, "insight_task", slow)
    at = open_view("measure", {**LINK, "lang": language})
    while not any(b.key == "stop-insight" for b in at.button):
        at.run()
    assert {"en": "Stop", "ko": "중지"}[language] == at.button(key="stop-insight").label
    at.button(key="stop-insight").click().run()
    assert pool.worker_pool().status(slow(KOREA)) is None
    assert at.button(key="start-insight")
    at.run()
    assert pool.worker_pool().status(slow(KOREA)) is None
    at.button(key="start-insight").click().run()
    assert pool.worker_pool().status(slow(KOREA)) is not None
    at.text_input(key=f"budget-{language}").set_value("17").run()
    assert pool.worker_pool().status(slow(KOREA)) is None


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_crash_of_one_study_leaves_the_rest(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(studies, "insight_task", lambda s: job.Task(slow_studies.crash, s))
    at = settled(open_view("measure", {**LINK, "lang": language}))
    assert not at.exception
    told = {"en": "came to no end", "ko": "완료되지 않음"}[language]
    assert told in part(at, "failed-insight")
    assert at.button(key="again-insight")
    assert part(settled(open_view("how_sure", {**LINK, "lang": language})), "likely")


def test_two_visitors_do_not_mix() -> None:
    one = drawn({"lang": "en"})
    two = drawn({"lang": "ko", "budget": "9000"})
    half = api.uncertainty(api.load_scenario("korea-2025", ["budget.total=9000"]), DRAWS)
    kept = half.interval()
    assert kept is not None
    assert api.wording.digits(kept.high, 2) in part(two, "headline")
    one.run()
    assert part(one, "headline") != part(two, "headline")
    assert "people more" in part(one, "headline")
    assert one.session_state["visitor"] != two.session_state["visitor"]


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_without_money_there_is_still_a_page(language: str) -> None:
    at = drawn({"budget": "0", "lang": language})
    assert not at.exception
    assert words(at)
    assert part(at, "headline")
