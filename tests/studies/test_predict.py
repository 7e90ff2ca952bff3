"""`predict`: heads of programmes that are not in the evidence, and tables that are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from optimizer.api import desk as api
from optimizer.cli import main
from optimizer.errors import InvalidInput

HEAD = "id,country,activity,money,currency,price_year,years,money_pays,announced,scheme,other"
CHAIRS = "chairs,CAN,senior_post,50,CAD,2025,5,these,30,,ignored"
FELLOWS = "fellows,KOR,fellow_post,6000,KRW,2025,3,these,,,"
NOWHERE = "nowhere,XXX,course,60,XXD,2026,1,these,,,"


def table(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / "rows.csv"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


def test_heads_follow_the_money_and_the_term(tmp_path: Path) -> None:
    """Twice the money brings twice the heads, twice the years half of them."""
    twice, long = FELLOWS.replace("6000", "12000"), FELLOWS.replace(",3,", ",6,")
    answer = api.predict(table(tmp_path, FELLOWS, twice, long))
    one, two, half = api.predictions(answer)
    for name in ("p05", "p50", "p95", "family_p50"):
        assert two[name] == pytest.approx(2 * one[name], rel=1e-9)
        assert half[name] == pytest.approx(one[name] / 2, rel=1e-9)
    assert one["p05"] < one["p25"] < one["p50"] < one["p75"] < one["p95"]
    assert one["crps"] is one["log_score"] is None
    assert repr(answer) == "<Predictions 3 programmes, 0 left out>"


def test_the_command_prints_a_list_and_names_who_is_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(table(tmp_path, CHAIRS, NOWHERE))
    assert main(["predict", path, "--json"]) == 0
    said = capsys.readouterr()
    (row,) = json.loads(said.out)
    assert row["id"] == "chairs"
    assert row["crps"] > 0.0
    assert "nowhere" in said.err
    assert main(["predict", path, "--lang", "ko"]) == 0
    assert "제외: nowhere" in capsys.readouterr().out
    assert main(["predict", str(table(tmp_path, NOWHERE))]) == 2


def test_every_fault_of_a_table_is_told(tmp_path: Path) -> None:
    bad = "bad,KOR,posts,-1,KRW,2025,,all,,,"
    with pytest.raises(InvalidInput) as told:
        api.predict(table(tmp_path, CHAIRS, bad))
    assert [issue.where.rpartition(" ")[2] for issue in told.value.issues] == [
        "money_pays", "activity", "money", "years",
    ]  # fmt: skip
    with pytest.raises(InvalidInput) as told:
        api.predict(table(tmp_path, CHAIRS, head=HEAD.replace("years", "term")))
    assert "'years'" in str(told.value.issues[0].problem)
    with pytest.raises(InvalidInput):
        api.predict(table(tmp_path))
