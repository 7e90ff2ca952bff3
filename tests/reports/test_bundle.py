"""A bundle made today verifies; one with anything changed says what, then and now."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from optimizer.api import desk as api
from optimizer.cli import main

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def korea() -> api.Plan:
    return api.solve(api.load_scenario("korea-2025"))


@pytest.fixture(scope="module")
def frozen(korea: api.Plan) -> bytes:
    return api.bundle(korea, {"memo.txt": "추천안".encode()})


def unpacked(content: bytes) -> Files:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {n: archive.read(n) for n in archive.namelist()}


def packed(files: Files) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return memory.getvalue()


def resealed(files: Files) -> bytes:
    """As a bundle would be that was made of these files in the first place."""
    manifest = json.loads(files["manifest.json"])
    manifest["files"] = {
        n: hashlib.sha256(c).hexdigest() for n, c in files.items() if n != "manifest.json"
    }
    return packed({**files, "manifest.json": json.dumps(manifest).encode()})


def edited(content: bytes, name: str, change: Callable[[Any], None]) -> Files:
    files = unpacked(content)
    data = json.loads(files[name])
    change(data)
    return {**files, name: json.dumps(data, ensure_ascii=False).encode()}


def told(content: bytes) -> dict[tuple[str, str], tuple[Any, Any]]:
    return {(d.kind, d.where): (d.then, d.now) for d in api.verify_bundle(content).differences}


def test_the_same_plan_makes_the_same_bytes(korea: api.Plan, frozen: bytes) -> None:
    assert api.bundle(korea, {"memo.txt": "추천안".encode()}) == frozen
    manifest = json.loads(unpacked(frozen)["manifest.json"])
    assert manifest["fingerprint"] == korea.scenario.fingerprint
    assert manifest["versions"] == api.versions()
    assert manifest["command"] == "talent-budget bundle korea-2025 --out korea-2025.zip"
    evidence = json.loads(unpacked(frozen)["evidence.json"])
    shipped = api.load_evidence()
    assert set(evidence["parameters"]) == set(korea.scenario.evidence) & set(shipped.parameters)
    assert len(evidence["parameters"]) > 10
    assert {p["source"] for p in evidence["parameters"].values()} <= set(evidence["sources"])


def test_a_bundle_made_today_verifies(frozen: bytes) -> None:
    answer = api.verify_bundle(frozen)
    assert answer.same
    assert answer.sealed
    assert answer.reproduced
    assert "Everything is the same" in api.verification_text(answer)
    assert "모두 동일함" in api.verification_text(answer, "ko")


def test_the_document_gives_the_plan_bit_for_bit(frozen: bytes, tmp_path: Path) -> None:
    files = unpacked(frozen)
    document, answer = tmp_path / "korea-2025.yaml", tmp_path / "answer.json"
    document.write_bytes(files["korea-2025.yaml"])
    assert main(["solve", str(document), "--json", "--out", str(answer)]) == 0
    assert json.loads(answer.read_text(encoding="utf-8")) == json.loads(files["results.json"])


def test_a_changed_number_of_the_document_is_named(frozen: bytes) -> None:
    files = unpacked(frozen)
    text = files["korea-2025.yaml"].decode()
    assert "total: 18000.0" in text
    files["korea-2025.yaml"] = text.replace("total: 18000.0", "total: 17000.0").encode()
    found = told(packed(files))
    assert found["document", "budget.total"] == (18000.0, 17000.0)
    assert ("file", "korea-2025.yaml") in found
    assert found["result", "budget"] == (18000.0, 17000.0)
    answer = api.verify_bundle(packed(files))
    assert not answer.sealed
    text = api.verification_text(answer)
    assert "changed after it was made" in text
    assert "budget.total: then 18000, now 17000" in text


def test_changed_evidence_and_sources_are_named(frozen: bytes) -> None:
    def change(data: Any) -> None:
        data["parameters"]["coef_visa_cost"]["value"] = 3.25
        data["parameters"]["gone"] = {**data["parameters"]["coef_visa_cost"], "id": "gone"}
        source = data["sources"][data["parameters"]["coef_visa_cost"]["source"]]
        source["date"] = "1999"

    now = api.load_evidence().parameters["coef_visa_cost"]
    answer = api.verify_bundle(resealed(edited(frozen, "evidence.json", change)))
    found = {(d.kind, d.where): (d.then, d.now) for d in answer.differences}
    assert found.pop(("evidence", "coef_visa_cost.value")) == (3.25, now.value)
    assert found.pop(("evidence", "gone"))[1] is None
    source = api.load_evidence().sources[now.source]
    assert found.pop(("source", f"{now.source}.date")) == ("1999", source.date)
    assert not found
    assert answer.sealed
    assert answer.reproduced  # the document holds its own numbers
    assert "The plan comes out the same" in api.verification_text(answer)


def test_evidence_taken_out_of_a_bundle_is_named(frozen: bytes) -> None:
    used = api.load_evidence().parameters["coef_visa_cost"]

    def change(data: Any) -> None:
        del data["parameters"][used.id]
        del data["sources"][used.source]

    found = told(resealed(edited(frozen, "evidence.json", change)))
    assert set(found) == {("evidence", used.id), ("source", used.source)}
    assert found["evidence", used.id][0] is None


def test_a_fingerprint_of_another_document_is_named(frozen: bytes, korea: api.Plan) -> None:
    def change(data: Any) -> None:
        data["fingerprint"] = "0" * 12

    answer = api.verify_bundle(packed(edited(frozen, "manifest.json", change)))
    assert [(d.kind, d.where, d.then, d.now) for d in answer.differences] == [
        ("document", "fingerprint", "0" * 12, korea.scenario.fingerprint)
    ]
    assert not answer.sealed


def test_changed_versions_are_named(frozen: bytes) -> None:
    def change(data: Any) -> None:
        data["versions"]["highs"] = "1.2.3"

    answer = api.verify_bundle(packed(edited(frozen, "manifest.json", change)))
    assert [(d.kind, d.where, d.then, d.now) for d in answer.differences] == [
        ("version", "highs", "1.2.3", api.versions()["highs"])
    ]


def test_other_results_are_named_by_programme_and_year(frozen: bytes) -> None:
    def change(data: Any) -> None:
        data["allocation"][0]["spending"] += 1.0
        data["totals"]["net_people"] *= 1.0 + 1e-12  # another machine's rounding

    answer = api.verify_bundle(resealed(edited(frozen, "results.json", change)))
    (difference,) = answer.differences
    assert difference.where == "allocation[visa_fast_track 2025].spending"
    assert difference.then - difference.now == pytest.approx(1.0)
    assert not answer.reproduced
    assert "does NOT come out the same" in api.verification_text(answer)


def test_sentences_that_read_otherwise_are_no_other_result(frozen: bytes) -> None:
    def change(data: Any) -> None:
        data["sentences"][0]["en"] = "An older wording."
        del data["sentences"][-1]
        del data["binding"][0]["rhs"]  # an entry that only later versions have
        data["rules"][0]["title"] = "An older title"
        data["certificate"]["gap"] = 1e-12

    answer = api.verify_bundle(resealed(edited(frozen, "results.json", change)))
    assert {(d.kind, d.where) for d in answer.differences} == {
        ("words", "sentences"),
        ("words", f"rules[{first_rule(frozen)}].title"),
    }
    assert answer.reproduced
    assert not answer.same


def first_rule(content: bytes) -> str:
    return str(json.loads(unpacked(content)["results.json"])["rules"][0]["rule"])


def test_a_plan_that_is_no_longer_certified_is_another_result(frozen: bytes) -> None:
    def change(data: Any) -> None:
        data["certificate"]["passed"] = False

    answer = api.verify_bundle(resealed(edited(frozen, "results.json", change)))
    assert [(d.kind, d.where) for d in answer.differences] == [("result", "certificate.passed")]


def test_a_bundle_of_conflicting_rules_verifies() -> None:
    settings = ["rules.a-team-floor.share=0.9", "budget.by_year.2025=1", "years.last=2025"]
    plan = api.solve(api.load_scenario("korea-2025", settings))
    assert not plan.found
    assert api.verify_bundle(api.bundle(plan)).same


def test_a_shipped_scenario_that_changed_since_is_named() -> None:
    """The bundle of a time when the budget was another, sealed then."""
    then = api.bundle(api.solve(api.load_scenario("korea-2025", ["budget.total=17000"])))
    assert api.verify_bundle(then).same
    files = unpacked(then)
    manifest = json.loads(files["manifest.json"])
    assert manifest["shipped"] is False
    files["manifest.json"] = json.dumps({**manifest, "shipped": True}).encode()
    assert told(packed(files)) == {("shipped", "budget.total"): (17000.0, 18000.0)}


def test_tampering_with_any_file_breaks_the_seal(frozen: bytes) -> None:
    files = unpacked(frozen)
    changed = {n: c + (b"" if n == "manifest.json" else b"\n ") for n, c in files.items()}
    del changed["README.md"]
    changed["more.txt"] = b"x"
    answer = api.verify_bundle(packed(changed))
    broken = {d.where: (d.then, d.now) for d in answer.of("file")}
    assert set(broken) == {*files, "more.txt"} - {"manifest.json"}
    assert broken["README.md"][1] is None
    assert broken["more.txt"][0] is None
    assert answer.reproduced
    assert not answer.sealed


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no zip",
        packed({}),
        packed({"manifest.json": b"[]"}),
        packed({"manifest.json": b'{"bundle": 99, "files": {}}'}),
        packed({"manifest.json": b'{"bundle": 1, "files": {}}'}),
        packed({"manifest.json": b"{"}),
    ],
)
def test_what_is_no_bundle_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(api.InvalidInput, match="This is no bundle"):
        api.verify_bundle(content, "file.zip")


@pytest.mark.parametrize(
    "name", ["evidence.json", "results.json", "document.json", "korea-2025.yaml"]
)
def test_a_damaged_part_is_refused_in_words(name: str, frozen: bytes) -> None:
    for content in (b"\xff\xfe", b"{" if name.endswith("json") else b"\xff"):
        with pytest.raises(api.InvalidInput, match=f"{name} is damaged"):
            api.verify_bundle(packed({**unpacked(frozen), name: content}))


def test_report_names_are_plain_file_names(korea: api.Plan) -> None:
    with pytest.raises(api.InvalidInput) as fault:
        api.bundle(korea, {"../x": b"", "a/b": b"", ".hidden": b"", "ok.txt": b""})
    assert len(fault.value.issues) == 3


def test_commands_freeze_and_verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, note = tmp_path / "plan.zip", tmp_path / "note.txt"
    note.write_text("x", encoding="utf-8")
    frozen = ["bundle", "korea-2025", "--with", str(note), "--out", str(path)]
    assert main(frozen) == 0
    assert "reports/note.txt" in unpacked(path.read_bytes())
    assert main(["verify", str(path), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["same"] is True
    assert data["differences"] == []

    def change(results: Any) -> None:
        results["spent"] = 1.0

    changed = edited(path.read_bytes(), "results.json", change)
    path.write_bytes(packed(changed))
    assert main(["verify", str(path)]) == 2
    path.write_bytes(resealed(changed))
    assert main(["verify", str(path)]) == 1
    assert "spent: then 1, now 18000" in capsys.readouterr().out
    assert main(["verify", str(tmp_path / "none.zip")]) == 2
    assert main(["bundle", "korea-2025"]) == 2
