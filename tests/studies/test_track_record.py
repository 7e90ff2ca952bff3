"""Predictions from money alone: blind to a programme's own people, judged with the misses first."""

from __future__ import annotations

import csv
import re
import shutil
from math import exp, log
from pathlib import Path
from statistics import median
from typing import Any

import pandas as pd
import pytest
from scipy.stats import binom

from optimizer.api.desk import TrackRecord, load_evidence, track_record, track_record_text
from optimizer.domain.evidence import Evidence
from optimizer.errors import InvalidInput
from optimizer.inputs.shipped import data_folder
from optimizer.studies.track_record.costs import ACTIVITIES, Basis, paid
from optimizer.studies.track_record.coverage import at_most
from optimizer.studies.track_record.predictions import Verdict
from optimizer.studies.track_record.study import _heads, _Sample

FEW = 200
"""Draws where only equality of two runs is asked for."""
NAMED = {
    "gbr_talent_fund", "esp_atrae_2023", "fra_aix_marseille", "kor_brain_pool", "kor_innocore",
    "kor_ai_schools", "kor_ax_schools", "deu_1000_koepfe", "gbr_turing_leading", "can_cifar_chairs",
}  # fmt: skip


@pytest.fixture(scope="module")
def answer() -> TrackRecord:
    return track_record()


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return load_evidence()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped tables, to be changed."""
    for path in data_folder().glob("*.csv"):
        shutil.copy(path, tmp_path)
    return tmp_path


def with_record(evidence: Evidence, name: str, **changes: Any) -> Evidence:
    """The evidence with cells of one programme changed."""
    record = evidence.track_record[name].model_copy(update=changes)
    rows = {**evidence.track_record, name: record}
    return evidence.model_copy(update={"track_record": rows})


def with_parameter(evidence: Evidence, name: str, **changes: Any) -> Evidence:
    """The evidence with cells of one parameter changed."""
    row = evidence.parameters[name].model_copy(update=changes)
    return evidence.model_copy(update={"parameters": {**evidence.parameters, name: row}})


def spans(answer: TrackRecord) -> dict[str, tuple[float, float, float]]:
    """Predicted people by programme; what is withheld is left out."""
    found = {p.record.id: (p.low, p.central, p.high) for p in answer.predictions}
    return {name: span for name, span in found.items() if span[1] == span[1]}


def test_at_least_fifteen_programmes_are_judged(answer: TrackRecord) -> None:
    judged = {p.record.id for p in answer.predictions if p.judged}
    assert len(judged) >= 15
    assert judged >= NAMED
    assert len({p.record.country for p in answer.predictions}) >= 8
    everybody = {p.record.id for p in answer.predictions}
    assert everybody >= {"deu_humboldt", "kor_k_tech", "kor_innocore_2026"}


@pytest.mark.parametrize(
    "name", ["kor_innocore", "gbr_talent_fund", "kor_ax_schools", "can_cifar_chairs", "kor_kdt"]
)
def test_a_programme_s_own_people_never_enter_its_prediction(evidence: Evidence, name: str) -> None:
    record = evidence.track_record[name]
    scheme = {r.id for r in evidence.track_record.values() if r.scheme == record.scheme}
    many = {"announced": 3.0 * (record.announced or 1.0), "announced_source": "fx_imf"}
    if record.realised is not None:
        many["realised"] = 7.0 * record.realised
    before = track_record(evidence=evidence, draws=FEW)
    after = track_record(evidence=with_record(evidence, name, **many), draws=FEW)
    for some in scheme:
        assert spans(after).get(some) == spans(before).get(some)
    stated = {p.record.id: p.stated for p in after.predictions}
    assert stated[name] > 2 * {p.record.id: p.stated for p in before.predictions}[name]


def test_a_programme_s_people_inform_the_others(evidence: Evidence) -> None:
    """The least cost among the others makes the low end of what replaces the coefficient."""
    before = spans(track_record(evidence, draws=FEW))
    changed = with_record(evidence, "kor_ai_convergence", announced=5000.0)
    after = spans(track_record(changed, draws=FEW))
    assert after["kor_ax_schools"] != before["kor_ax_schools"]
    assert after["kor_ai_schools"] == before["kor_ai_schools"]


def test_no_cost_rests_on_the_programme_it_predicts(answer: TrackRecord) -> None:
    rows = [p.record for p in answer.predictions]
    replaced = 0
    for p in answer.predictions:
        own = {c for r in rows if r.scheme == p.record.scheme for c in r.coefficients}
        for cost in p.costs:
            assert p.record.scheme not in cost.schemes
            assert bool(cost.schemes) == (cost.coefficient in own)
            replaced += bool(cost.schemes)
    assert replaced >= 8


def test_a_left_out_coefficient_does_not_matter_and_another_does(evidence: Evidence) -> None:
    row = evidence.parameters["coef_inst_seatS"]
    tenfold = {"value": 4000.0, "low": 2500.0, "high": 15000.0}
    assert (row.value, row.low, row.high) == (400, 250, 1500)
    before = spans(track_record(evidence, draws=FEW))
    after = spans(track_record(with_parameter(evidence, row.id, **tenfold), draws=FEW))
    assert after["gbr_talent_fund"] == before["gbr_talent_fund"]
    assert after["can_cifar_chairs"] == pytest.approx([v / 10 for v in before["can_cifar_chairs"]])


def test_the_replacement_follows_from_the_other_programmes(answer: TrackRecord) -> None:
    """The range for the AX schools, computed again from the table as it stands."""
    (p,) = (p for p in answer.predictions if p.record.id == "kor_ax_schools")
    with (data_folder() / "track_record.csv").open(encoding="utf-8", newline="") as file:
        rows = {r["id"]: r for r in csv.DictReader(file)}
    growth, year = answer.evidence.parameters["coef_price_growth"].value, 2026
    assert growth is not None

    def cost(name: str) -> float:
        row = rows[name]
        moved = (1 + growth) ** (int(row["price_year"]) - year)
        return float(row["money"]) / float(row["announced"]) / moved

    genai = exp((log(cost("kor_genai_2024")) + log(cost("kor_genai_2025"))) / 2)
    costs = [cost("kor_ai_convergence"), genai]
    (found,) = p.costs
    assert found.basis is Basis.OTHERS
    assert (found.low, found.high) == pytest.approx((min(costs), max(costs)))
    assert found.value == pytest.approx((costs[0] * costs[1]) ** 0.5)


def test_the_cost_of_one_head_does_not_depend_on_how_many_there_were(evidence: Evidence) -> None:
    found = []
    for heads in (113.0, 226.0):
        changed = with_record(evidence, "deu_humboldt", realised=heads)
        found.append(paid(changed, changed.track_record["deu_humboldt"], 2026))
    assert found[0] is not None
    assert found[0] == found[1]


def test_a_mix_of_two_equal_costs_is_that_cost(answer: TrackRecord) -> None:
    p = next(p for p in answer.predictions if p.judged and len(p.costs) == 1)
    sample = _Sample(answer.evidence, FEW, 1)
    one, two = (_heads(sample, p.record, p.costs * times) for times in (1, 2))
    assert two == pytest.approx(one)


def test_too_little_other_evidence_widens_then_withholds(evidence: Evidence) -> None:
    basis = {p.record.id: p.basis for p in track_record(evidence, draws=FEW).predictions}
    assert basis["kor_innocore"] is Basis.WIDER
    lonely = {
        name: row for name, row in evidence.track_record.items()
        if row.scheme in ("kor_innocore", "gbr_talent_fund", "kor_ai_schools")
    }  # fmt: skip
    small = track_record(evidence.model_copy(update={"track_record": lonely}), draws=FEW)
    verdicts = {p.record.id: p.verdict for p in small.predictions}
    assert verdicts["kor_innocore"] is Verdict.WITHHELD
    assert verdicts["gbr_talent_fund"] is Verdict.WITHHELD
    assert verdicts["kor_ai_schools"] is not Verdict.WITHHELD
    everything = small.of("all")
    assert everything is not None
    assert everything.of == 1


def test_coverage_is_what_the_table_says(answer: TrackRecord) -> None:
    table = answer.table
    counted = table[~table["verdict"].isin(["running", "withheld"])]
    inside = (counted["stated"] >= counted["low"]) & (counted["stated"] <= counted["high"])
    size = (counted["stated"] / counted["central"]).map(log).abs()
    groups = {("all", "all"): pd.Series(True, index=counted.index)}
    for column in ("kind", "activity", "basis", "field", "money_pays"):
        groups |= {(column, word): counted[column] == word for word in counted[column]}
    for (family, group), mask in groups.items():
        (c,) = (c for c in answer.coverage if (c.family, c.group) == (family, group))
        assert (c.of, c.inside) == (int(mask.sum()), int(inside[mask].sum()))
        assert c.chance == pytest.approx(binom.cdf(c.inside, c.of, 0.9))
        assert c.typical_factor == pytest.approx(exp(median(size[mask])))
    assert sum(c.of for c in answer.coverage if c.family == "kind") == len(counted)
    assert (size <= log(answer.factor) + 1e-12).mean() >= 0.9
    assert (size < log(answer.factor) - 1e-12).mean() < 0.9


def test_chances_are_binomial() -> None:
    for of in (1, 7, 32):
        for inside in range(of + 1):
            assert at_most(inside, of) == pytest.approx(binom.cdf(inside, of, 0.9))


def test_misses_come_first_and_the_largest_lead(answer: TrackRecord) -> None:
    place = {"below": 0, "above": 0, "inside": 1, "running": 2, "withheld": 3}
    order = [place[str(p.verdict)] for p in answer.predictions]
    assert order == sorted(order)
    for verdicts in ({"below", "above"}, {"inside"}):
        sizes = [abs(p.error) for p in answer.predictions if str(p.verdict) in verdicts]
        assert sizes == sorted(sizes, reverse=True)
        assert sizes


def test_a_count_so_far_is_never_judged(evidence: Evidence, answer: TrackRecord) -> None:
    for p in answer.predictions:
        if p.record.realised is not None and not p.record.complete:
            assert p.stated == p.record.announced or not p.judged
    now_complete = track_record(
        with_record(evidence, "fra_choose_france", complete=True), draws=FEW
    )
    (p,) = (p for p in now_complete.predictions if p.record.id == "fra_choose_france")
    assert p.judged
    assert p.kind == "realised"


def test_without_ranges_the_prediction_is_one_division(evidence: Evidence) -> None:
    for name in ("coef_inst_seatS", "coef_price_income", "coef_price_growth"):
        evidence = with_parameter(evidence, name, low=None, high=None)
    found = spans(track_record(evidence, draws=FEW))["can_cifar_chairs"]
    heads = {("CAN", "gdp"): 2140085567791 / 40083484, ("KOR", "gdp"): 1712792854202 / 51712619}
    level = (heads["CAN", "gdp"] / heads["KOR", "gdp"]) ** 0.5 * 1.025 ** (2020 - 2026)
    expected = 86.5 * 1020.2 / (400 * 5 * level)
    assert found == pytest.approx([expected] * 3)


def test_a_new_programme_is_data_only(folder: Path, evidence: Evidence) -> None:
    path = folder / "track_record.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    new = dict.fromkeys(rows[0], "") | {
        "id": "jpn_new_chairs", "country": "JPN", "title_en": "New chairs", "title_ko": "신규 석좌",
        "counts_en": "Chairs", "counts_ko": "석좌", "scheme": "jpn_new_chairs",
        "activity": "senior_post", "field": "ai", "money": "6000", "currency": "JPY",
        "money_covers": "programme", "money_pays": "these", "money_source": "jp_kyodo",
        "price_year": "2026", "years": "5", "years_assumed": "no", "announced": "25",
        "announced_source": "jp_kyodo", "complete": "no", "grade": "B",
    }  # fmt: skip
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows([new, *rows])
    after = track_record(load_evidence(folder), draws=FEW)
    (p,) = (p for p in after.predictions if p.record.id == "jpn_new_chairs")
    assert p.low < p.central < p.high
    assert p.central == pytest.approx(6000 * 9.435 / (5 * 520), rel=0.15)
    assert p.judged
    for language in ("en", "ko"):
        assert p.record.title.in_(language) in track_record_text(after, language)
    before = spans(track_record(evidence, draws=FEW))
    untouched = {"kor_ax_schools", "can_cifar_chairs", "gbr_talent_fund", "kor_kdt"}
    assert {n: spans(after)[n] for n in untouched} == {n: before[n] for n in untouched}


def test_the_same_answer_every_run_whatever_the_order_of_rows(evidence: Evidence) -> None:
    first = track_record(evidence, draws=1000)
    pd.testing.assert_frame_equal(track_record(evidence, draws=1000).table, first.table)
    rows = dict(reversed(evidence.track_record.items()))
    turned = evidence.model_copy(update={"track_record": rows})
    pd.testing.assert_frame_equal(track_record(turned, draws=1000).table, first.table)
    for name, span in spans(track_record(evidence, draws=1000, seed=2)).items():
        assert span != spans(first)[name]
        assert span == pytest.approx(spans(first)[name], rel=0.1)


def test_every_figure_has_a_source_that_exists(answer: TrackRecord) -> None:
    known = answer.evidence.sources
    for p in answer.predictions:
        record = p.record
        for figure, source in (
            (record.money, record.money_source),
            (record.announced, record.announced_source),
            (record.realised, record.realised_source),
        ):
            assert (figure is None) == (source is None), record.id
            assert source is None or source in known
        assert set(record.coefficients) <= set(answer.evidence.parameters)


def test_activities_are_the_permitted_words(evidence: Evidence) -> None:
    assert {word for name, word in evidence.terms if name == "activity"} == set(ACTIVITIES)
    assert {r.activity for r in evidence.track_record.values()} == set(ACTIVITIES)


def test_what_cannot_be_predicted_says_why(evidence: Evidence, answer: TrackRecord) -> None:
    reasons = {p.record.id: p.reason.in_("en") for p in answer.predictions if p.reason is not None}
    assert "one head" in reasons["deu_humboldt"]
    assert "no budget" in reasons["kor_brain_return"]
    assert "this very programme" in reasons["kor_k_tech"]
    lost = with_record(evidence, "gbr_talent_fund", years=None)
    lost = with_record(lost, "nor_recruitment", country="ITA")
    lost = with_record(lost, "sgp_masters", currency="HKD")
    reasons = {
        p.record.id: p.reason.in_("en")
        for p in track_record(lost, draws=FEW).predictions
        if p.reason is not None
    }
    assert "how long" in reasons["gbr_talent_fund"]
    assert "GDP" in reasons["nor_recruitment"]
    assert "exchange rate" in reasons["sgp_masters"]


def test_wrong_questions_are_refused(evidence: Evidence) -> None:
    with pytest.raises(InvalidInput, match="99 draws are too few"):
        track_record(evidence, draws=99)
    with pytest.raises(InvalidInput, match=r"'fellow_pots'\. Did you mean 'fellow_post'\?"):
        track_record(with_record(evidence, "kor_innocore", activity="fellow_pots"), draws=FEW)
    lacking = {k: v for k, v in evidence.parameters.items() if k != "coef_price_growth"}
    with pytest.raises(InvalidInput, match="needs 'coef_price_growth'"):
        track_record(evidence.model_copy(update={"parameters": lacking}), draws=FEW)


# --- words ----------------------------------------------------------------------------------------


def test_the_verdict_states_the_coverage_it_found(answer: TrackRecord) -> None:
    everything = answer.of("all")
    assert everything is not None
    first = answer.sentences[0]
    assert f"holds {everything.inside} of {everything.of} programmes" in first.in_("en")
    assert f"{everything.of}개 중 {everything.inside}개" in first.in_("ko")
    assert ("too narrow" in first.in_("en")) == (everything.chance < 0.05)
    assert any(
        "not net people" in s.in_("en") and "순증 인원이 아님" in s.in_("ko")
        for s in answer.sentences
    )


def test_a_record_that_holds_is_not_called_narrow(evidence: Evidence, answer: TrackRecord) -> None:
    """With every statement of a programme that informs no other set to what is predicted."""
    rows = {
        p.record.id: p.record.model_copy(update={"announced": p.central, "complete": False})
        for p in answer.predictions
        if p.judged and not p.record.coefficients and p.basis is Basis.COEFFICIENT
    }
    good = track_record(evidence.model_copy(update={"track_record": rows}))
    everything = good.of("all")
    assert everything is not None
    assert everything.inside == everything.of == len(rows)
    assert "keeps its promise" in good.sentences[0].in_("en")
    assert "유효함" in good.sentences[0].in_("ko")
    assert not any("Too narrow for" in s.in_("en") for s in good.sentences)
    nothing = track_record(evidence.model_copy(update={"track_record": {}}))
    assert nothing.sentences[0].in_("en") == "No programme can be judged."
    assert track_record_text(nothing)


def test_the_text_shows_every_programme_in_both_languages(answer: TrackRecord) -> None:
    hangul = re.compile(r"[가-힣]")
    english, korean = (track_record_text(answer, language) for language in ("en", "ko"))
    assert not hangul.search(english)
    for p in answer.predictions:
        assert p.record.title.in_("en") in english
        assert p.record.title.in_("ko") in korean
        assert p.record.counts.in_("ko") in korean
        for source in p.record.sources:
            assert source in english
    lines = [line for line in korean.splitlines() if line and not set(line) <= set("- ")]
    assert all(hangul.search(line) for line in lines)
    assert english.index("Misses, the largest first") < english.index("Inside the interval")
    assumed = sum(p.record.years_assumed for p in answer.predictions)
    assert english.count("(assumed, grade X)") == assumed > 3
