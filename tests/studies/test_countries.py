"""Countries on one footing: every figure traces, gaps stay gaps, parts are never added."""

from __future__ import annotations

import csv
import re
import shutil
from itertools import pairwise
from math import isnan
from pathlib import Path

import pandas as pd
import pytest

from optimizer.api import desk as api
from optimizer.inputs.shipped import data_folder
from optimizer.results.plan import lines
from optimizer.studies.countries.money import rates

HANGUL = re.compile(r"[가-힣]")


@pytest.fixture(scope="module")
def answer() -> api.Countries:
    return api.countries()


def strategy(answer: api.Countries, name: str) -> pd.Series:
    found = answer.strategies[answer.strategies["strategy"] == name]
    return found.iloc[0]


# --- money ----------------------------------------------------------------------------------------
def test_five_programmes_converted_by_hand(answer: api.Countries) -> None:
    """Published amount times the rate of July 2025, over period, GDP, inhabitants, AI workers."""
    for name, amount, won, years in (
        ("gbr_talent_fund", 54, 1874.9, 5),
        ("euu_choose_europe", 500, 1627.4, 3),
        ("jpn_tohoku", 30000, 9.435, 5),
        ("can_pan_canadian_2", 443.8, 1020.2, 10),
        ("kor_innocore", 300000, 1, 5),
    ):
        row = strategy(answer, name)
        assert row["amount"] == amount
        assert row["krw"] == pytest.approx(amount * won)
        assert row["usd"] == pytest.approx(amount * won / 1391.1)
        assert row["krw_per_year"] == pytest.approx(amount * won / years)
    fund = strategy(answer, "gbr_talent_fund")
    assert fund["share_of_gdp"] == pytest.approx(54 * 1874.9 / 1391.1 / 5 * 1e6 / 3340032380668)
    assert fund["krw_per_head"] == pytest.approx(54e6 * 1874.9 / 5 / 69226000)
    assert fund["krw_per_ai_worker"] == pytest.approx(54e6 * 1874.9 / 5 / 110000)
    assert fund["krw_per_person"] == pytest.approx(54 * 1874.9 / 70)


def test_a_missing_part_is_a_gap_with_its_reason(answer: api.Countries) -> None:
    for name, figure, reason in (
        ("gbr_airr", "krw_per_year", "No period"),
        ("deu_humboldt", "krw", "No amount"),
        ("hkg_ai_subsidy", "krw", "no exchange rate of HKD"),
        ("jpn_expert_j", "krw_per_ai_worker", "of Japan"),
        ("usa_nsf_institutes", "krw_per_person", "No number of people"),
    ):
        row = strategy(answer, name)
        assert isnan(row[figure])
        assert reason in row["gap"]
        assert HANGUL.search(row["gap_ko"])
    figures = ["amount", "usd", "krw", "krw_per_year", "share_of_gdp", "krw_per_head"]
    assert not (answer.strategies[figures] == 0).any().any()
    unknown = answer.strategies[answer.strategies[figures].isna().any(axis=1)]
    assert (unknown["gap"] != "").all()


def test_every_figure_traces_to_a_source_that_exists(answer: api.Countries) -> None:
    known = set(api.load_evidence().sources)
    for frame, column in (
        (answer.strategies, "sources"),
        (answer.figures[answer.figures["value"].notna()], "sources"),
        (answer.mix[answer.mix["krw"].notna()], "sources"),
        (answer.efficiency.scores, "sources"),
        (answer.rates, "source"),
    ):
        assert len(frame) > 0
        for listed in frame[column]:
            assert listed
            assert set(listed.split(", ")) <= known & set(answer.sources["source"])
    gaps = answer.figures[answer.figures["value"].isna()]
    assert len(gaps) > 0
    assert (gaps["gap"] != "").all()
    assert (gaps["sources"] == "").all()
    assert set(answer.sources["source"]) <= known


def test_a_figure_rests_on_the_rate_and_the_statistics_it_uses(answer: api.Countries) -> None:
    figures = answer.figures.set_index(["country", "figure"])["sources"]
    assert {"fx_imf", "wb_gdp"} <= set(figures["GBR", "yearly_of_gdp"].split(", "))
    assert {"fx_imf", "wb_pop"} <= set(figures["FRA", "yearly_per_head"].split(", "))
    assert "fx_imf" not in figures["KOR", "yearly_krw"]


def test_parts_and_umbrellas_are_shown_but_never_added(answer: api.Countries) -> None:
    apart = answer.strategies[~answer.strategies["adds"]]
    assert {"kor_talent_strategy", "jpn_j_rise", "euu_msca_pilot"} <= set(apart["strategy"])
    sums = answer.figures[answer.figures["figure"] == "announced_krw"].set_index("country")["value"]
    for country, own in answer.strategies.groupby("country"):
        added = own[own["adds"]]["krw"]
        expected = added.sum() if added.notna().any() else float("nan")
        assert sums[country] == pytest.approx(expected, nan_ok=True)
    assert not set(apart["strategy"]) & set(answer.efficiency.scores["unit"])


def test_only_running_programmes_make_up_the_money_of_a_year() -> None:
    now, next_year = api.countries(year=2025), api.countries(year=2026)

    def korea(answer: api.Countries) -> float:
        found = answer.figures[answer.figures["figure"] == "yearly_krw"]
        return float(found.set_index("country")["value"]["KOR"])

    runs = now.strategies.set_index("strategy")["runs"]
    assert (runs["kor_wcu"], runs["kor_gpu_2026"]) == ("ended", "later")
    assert runs["gbr_airr"] == "unknown"
    gpus = 2080000 + 15000 + 54600 - 10000 - 5000 - 5000 - 977
    assert korea(next_year) - korea(now) == pytest.approx(gpus)


def test_the_mix_adds_up(answer: api.Countries) -> None:
    known = answer.mix[answer.mix["share"].notna()]
    assert known.groupby("country")["share"].sum().to_numpy() == pytest.approx(1.0)
    sums = answer.figures[answer.figures["figure"] == "announced_krw"].set_index("country")["value"]
    for country, part in known.groupby("country"):
        assert part["krw"].sum() == pytest.approx(sums[country])
    rest = answer.mix[answer.mix["share"].isna()]
    assert (rest["gap"] != "").all()
    assert set(answer.mix["family"]) == {
        w for listed, w in api.load_evidence().terms if listed == "family"
    }


# --- facts ----------------------------------------------------------------------------------------
def test_every_statement_of_the_article_has_its_verdict(answer: api.Countries) -> None:
    facts = answer.article_facts
    assert list(facts["fact"]) == list(api.load_evidence().article_facts)
    assert (facts["verdict_title"] != "").all()
    for column in ("statement_ko", "sentence_ko"):
        assert facts[column].map(lambda s: bool(HANGUL.search(s))).all()
    assert not facts["sentence"].str.contains(HANGUL).any()


def test_seventy_million_dollars_are_not_975_billion_won(answer: api.Countries) -> None:
    britain = answer.article_facts.set_index("fact").loc["q25"]
    assert britain["verdict"] == "inconsistent"
    assert "70 million US dollars is 97.4 billion won" in britain["sentence"]
    assert "not 975 billion won" in britain["sentence"]
    assert "10 times too large; 97.5 billion won was meant" in britain["sentence"]
    assert "974억 원" in britain["sentence_ko"]
    assert "기사 표기(9,750억 원)와 다름" in britain["sentence_ko"]
    assert any(britain["sentence"] in s.in_("en") for s in answer.sentences)
    others = answer.article_facts.set_index("fact").loc[["q19", "q23"]]
    assert (others["verdict"] == "consistent").all()
    assert not others["sentence"].str.contains("not ").any()


def test_sentences_are_there_in_both_languages(answer: api.Countries) -> None:
    for words in (*answer.sentences, *answer.cautions, *answer.efficiency.sentences):
        assert not HANGUL.search(words.in_("en"))
        assert HANGUL.search(words.in_("ko"))


# --- efficiency -----------------------------------------------------------------------------------
def test_rankings_begin_with_the_most(answer: api.Countries) -> None:
    told = next(
        s.in_("en")
        for s in answer.sentences
        if s.in_("en").startswith("Money a year as a share of GDP")
    )
    order = answer.figures[answer.figures["figure"] == "yearly_of_gdp"].dropna(subset="value")
    evidence = api.load_evidence()
    ranked = order.sort_values("value", ascending=False)["country"].tolist()
    places = [told.index(f"{evidence.title('country', c).in_('en')} ") for c in ranked]
    assert len(places) > 5
    assert places == sorted(places)


def test_programmes_on_the_frontier_promise_most_for_their_money(answer: api.Countries) -> None:
    scores = answer.efficiency.scores
    plain = scores[(scores["orientation"] == "input") & (scores["returns"] == "constant")]
    for frontier, part in plain.groupby("frontier"):
        if frontier == "countries":
            continue
        ratio = part["people"] / part["krw"]
        assert part["score"].to_numpy() == pytest.approx((ratio / ratio.max()).to_numpy())
    key = ["frontier", "unit", "orientation"]
    by_returns = scores.pivot_table(index=key, columns="returns", values="score")
    assert (by_returns["constant"] <= by_returns["variable"] + 1e-9).all()


def test_what_cannot_be_placed_says_why(answer: api.Countries) -> None:
    left, scores = answer.efficiency.left_out, answer.efficiency.scores
    assert (left["gap"] != "").all()
    assert left["gap_ko"].map(lambda s: bool(HANGUL.search(s))).all()
    records = set(api.load_evidence().track_record)
    for basis, known in (("announced", set(answer.strategies["strategy"])), ("measured", records)):
        out = set(left[(left["basis"] == basis) & (left["frontier"] != "countries")]["unit"])
        rows = scores[(scores["basis"] == basis) & (scores["frontier"] != "countries")]
        assert out | set(rows["unit"]) == known
        assert not out & set(rows["unit"])
    assert {"USA", "EUU"} <= set(left[left["frontier"] == "countries"]["unit"])


def test_counted_people_are_measured_against_their_own_money(answer: api.Countries) -> None:
    """ATRAE: EUR 55m for 58 people over 3.5 years; Turing: GBP 18m for 5 people over 5 years."""
    scores = answer.efficiency.scores.set_index(["unit", "orientation", "returns"])
    spain = scores.loc[("esp_atrae_2023", "input", "constant")]
    turing = scores.loc[("gbr_turing_leading", "input", "constant")]
    assert spain["basis"] == turing["basis"] == "measured"
    assert spain["krw"] == pytest.approx(55 * 1627.4 / 3.5)
    assert (spain["score"], spain["people"]) == (1.0, 58)
    share = (5 / (18 * 1874.9 / 5)) / (58 / (55 * 1627.4 / 3.5))
    assert turing["score"] == pytest.approx(share)


# --- side by side ---------------------------------------------------------------------------------
def test_the_largest_differences_come_first() -> None:
    sides = api.compare_countries(["KOR", "gbr", "FRA"])
    assert list(sides.countries) == ["KOR", "GBR", "FRA"]
    fair = sides.differences[sides.differences["comparable"]]
    assert all(a >= b for a, b in pairwise(fair["spread"]))
    assert list(sides.differences["comparable"]) == sorted(
        sides.differences["comparable"], reverse=True
    )
    for row in lines(sides.differences):
        own = sides.figures[sides.figures["figure"] == row.figure].set_index("country")["value"]
        assert (row.most, row.least) == (own.max(), own.min())
        assert row.ratio == pytest.approx(own.max() / own.min()) or own.min() <= 0
    wages = sides.differences.set_index("figure").loc["ai_wage_premium"]
    assert "United Kingdom 15%, France 15%, Korea 6%" in wages["sentence"]
    assert "2.5 times the figure of Korea" in wages["sentence"]
    assert "2.5배" in wages["sentence_ko"]


def test_figures_of_different_years_are_not_compared() -> None:
    mixed = api.compare_countries(["KOR", "GBR"]).differences.set_index("figure")
    assert not mixed.loc["net_ai_talent_migration", "comparable"]
    assert "2024, 2025" in mixed.loc["net_ai_talent_migration", "caution"]
    shared = api.compare_countries(["KOR", "DEU"])
    row = shared.differences.set_index("figure").loc["net_ai_talent_migration"]
    assert row["comparable"]
    assert (row["most"], row["least"]) == (2.13, -0.36)
    assert "apart" in row["sentence"]
    years = shared.figures[shared.figures["figure"] == "net_ai_talent_migration"]["year"]
    assert set(years) == {"2024"}


def test_a_country_without_a_figure_shows_a_gap() -> None:
    sides = api.compare_countries(["KOR", "EUU"])
    gaps = sides.gaps.set_index(["country", "figure"])["gap"]
    assert "AI-skilled workers" in gaps["EUU", "yearly_per_ai_worker"]
    assert "yearly_per_ai_worker" not in set(sides.differences["figure"])
    text = api.country_comparison_text(sides)
    assert "European Union, AI-skilled workers: The data hold no figure" not in text
    assert "wb_gdp" in text
    assert set(sides.sources["source"]) >= {"wb_gdp", "fx_imf", "eu_gigaf"}


def test_all_problems_with_names_are_told_at_once() -> None:
    with pytest.raises(api.InvalidInput) as fault:
        api.compare_countries(["KR", "KOR", "KOR"])
    told = str(fault.value)
    assert "Did you mean 'KOR'?" in told
    assert "named twice" in told
    with pytest.raises(api.InvalidInput, match="at least two"):
        api.compare_countries(["KOR"])


# --- data only ------------------------------------------------------------------------------------
@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped tables, to be added to."""
    for path in data_folder().glob("*.csv"):
        shutil.copy(path, tmp_path)
    return tmp_path


def add(folder: Path, table: str, **cells: str) -> None:
    """Appends a row; columns not named stay empty."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        names = next(csv.reader(file))
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow([cells.get(name, "") for name in names])


def test_a_country_with_a_programme_and_a_currency_is_data_alone(folder: Path) -> None:
    unit = {"list": "unit", "word": "KRW per CZK", "title_en": "won a koruna"}
    add(folder, "vocabulary", title_ko="원/코루나", **unit)
    add(
        folder, "sources", id="test_source", title="A plan", publisher="A ministry", date="2025",
        read_as="official_page", cited="yes", note="Made up for a test.",
    )  # fmt: skip
    add(
        folder, "parameters", id="fx_czk", programme="baseline", title_en="Won per koruna",
        title_ko="원/코루나 환율", value="66", unit="KRW per CZK", year="2025", scope="CZE",
        source="test_source", grade="A", read_as="official_page", note="Made up.",
    )  # fmt: skip
    for metric, value, words in (
        ("gdp_nominal", "330000000000", "USD"), ("population", "10900000", "persons"),
    ):  # fmt: skip
        add(
            folder, "countries", country="CZE", metric=metric, value=value, unit=words, year="2023",
            source="test_source", grade="A",
        )  # fmt: skip
    add(
        folder, "strategies", id="cze_chairs", country="CZE", title_en="Chairs", title_ko="석좌",
        family="research_institutes", amount="1000", currency="CZK", period_years="4",
        start_year="2024", adds="yes", target_heads="20", source="test_source", grade="A",
    )  # fmt: skip
    evidence = api.load_evidence(folder)
    sides = api.compare_countries(["CZE", "KOR"], evidence=evidence)
    figures = sides.figures.set_index(["country", "figure"])
    assert figures.loc[("CZE", "yearly_krw"), "value"] == pytest.approx(1000 * 66 / 4)
    assert figures.loc[("CZE", "yearly_of_gdp"), "value"] == pytest.approx(
        1000 * 66 / 1391.1 / 4 * 1e6 / 330e9
    )
    assert figures.loc[("CZE", "share_research_institutes"), "value"] == 1.0
    assert isnan(figures.loc[("CZE", "yearly_per_ai_worker"), "value"])
    assert "test_source" in set(sides.sources["source"])
    row = sides.differences.set_index("figure").loc["yearly_of_gdp"]
    assert "Czechia" in row["sentence"]
    assert "체코" in row["sentence_ko"]
    scores = api.countries(evidence).efficiency.scores
    assert {"cze_chairs", "CZE"} <= set(scores["unit"])


def test_a_programme_more_changes_only_its_country(folder: Path) -> None:
    add(
        folder, "strategies", id="fra_more", country="FRA", title_en="More", title_ko="추가",
        family="visa_fast_track", amount="10", currency="EUR", period_years="2", start_year="2025",
        adds="yes", source="fr_clusters", grade="B",
    )  # fmt: skip
    before, after = api.countries(), api.countries(api.load_evidence(folder))
    one, two = (
        a.figures[a.figures["figure"] == "announced_krw"].set_index("country")["value"]
        for a in (before, after)
    )
    assert two["FRA"] - one["FRA"] == pytest.approx(10 * 1627.4)
    assert two.drop("FRA").equals(one.drop("FRA"))


def test_without_any_programme_everything_is_a_gap(folder: Path) -> None:
    path = folder / "strategies.csv"
    path.write_text(path.read_text(encoding="utf-8").partition("\n")[0] + "\n", encoding="utf-8")
    answer = api.countries(api.load_evidence(folder))
    money = answer.figures[answer.figures["figure"].str.startswith(("announced_", "yearly_"))]
    assert money["value"].isna().all()
    assert set(money["gap"]) >= {"No programme of it is recorded."}
    assert api.countries_text(answer)


def test_a_rate_in_a_wrong_unit_is_refused(folder: Path) -> None:
    path = folder / "parameters.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",906,,,KRW per AUD", ",906,,,KRW per CAD"), encoding="utf-8")
    with pytest.raises(api.InvalidInput, match="is no rate of AUD"):
        rates(api.load_evidence(folder))


def test_words_of_a_statement_stand_in_both_languages_or_in_none(folder: Path) -> None:
    path = folder / "article_facts.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("상위 기술기업에 한해 약 40%.", ""), encoding="utf-8")
    with pytest.raises(api.InvalidInput, match=r"q05.*reference_ko.*not there in every language"):
        api.load_evidence(folder)


# --- text and data --------------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_text_marks_what_is_not_added_and_names_sources(
    answer: api.Countries, language: str
) -> None:
    text = api.countries_text(answer, language)
    assert ("J-RISE 패키지*" if language == "ko" else "J-RISE package*") in text
    assert "us_nairr_26" in text
    assert ("유의사항" if language == "ko" else "Read this first") in text
    told, _, _ = text.partition("출처:" if language == "ko" else "Sources:")
    assert bool(HANGUL.search(told)) == (language == "ko")


def test_data_hold_no_number_where_there_is_a_gap(answer: api.Countries) -> None:
    data = api.countries_data(answer)
    row = next(r for r in data["strategies"] if r["strategy"] == "gbr_airr")
    assert row["krw_per_year"] is None
    assert row["krw"] == pytest.approx(300 * 1874.9)
    assert {r["country"] for r in data["figures"]} == set(data["countries"])
