"""The wheel works alone: facts and scenarios are inside it, and no checkout is needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = "Scripts" if os.name == "nt" else "bin"
SHIPPED = {
    "optimizer": "optimizer",
    "ui": "ui",
    "data": "optimizer/_data",
    "scenarios": "optimizer/_scenarios",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from this checkout."""
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel and its dependencies, but without this checkout."""
    home = tmp_path_factory.mktemp("elsewhere") / "env"
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    python = home / COMMANDS / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "--quiet", "install"]
    install += ["--no-index", "--no-deps", "--disable-pip-version-check", str(wheel)]
    subprocess.run(install, capture_output=True, check=True)
    # Path files inside a folder that a path file adds are not read: an editable install of this
    # checkout stays out of reach, while every other package is found.
    places = {"base": str(home), "platbase": str(home)}
    own = Path(sysconfig.get_path("purelib", "venv", places))
    others = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (own / "dependencies.pth").write_text("\n".join(sorted(others)) + "\n", encoding="utf-8")
    return home


def run_in(folder: Path, home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return subprocess.run(
        [str(home / COMMANDS / command[0]), *command[1:]],
        cwd=folder,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("folder", "inside"), SHIPPED.items())
def test_the_wheel_holds_every_tracked_file(wheel: Path, folder: str, inside: str) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", folder], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")
    names = [name for name in listed if name and (ROOT / name).is_file()]
    assert names
    with zipfile.ZipFile(wheel) as archive:
        for name in names:
            packed = inside + name.removeprefix(folder)
            assert archive.read(packed) == (ROOT / name).read_bytes(), packed


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"optimizer", "ui"}


def test_the_wheel_holds_the_documentation_where_it_is_built(wheel: Path) -> None:
    site = ROOT / "build" / "docs"
    built = {str(p.relative_to(site)) for p in site.rglob("*") if p.is_file()}
    with zipfile.ZipFile(wheel) as archive:
        inside = [n for n in archive.namelist() if n.startswith("optimizer/_docs/")]
    assert {name.removeprefix("optimizer/_docs/") for name in inside} == built


def test_the_installed_package_is_not_the_checkout(elsewhere: Path, tmp_path: Path) -> None:
    where = "import optimizer, ui; print(optimizer.__file__); print(ui.__file__)"
    shown = run_in(tmp_path, elsewhere, "python", "-c", where)
    assert shown.returncode == 0, shown.stderr
    for line in shown.stdout.splitlines():
        assert Path(line).is_relative_to(elsewhere)


def test_the_shipped_scenario_is_solved_in_an_empty_folder(elsewhere: Path, tmp_path: Path) -> None:
    shown = run_in(tmp_path, elsewhere, "talent-budget", "solve", "korea-2025", "--json")
    assert shown.returncode == 0, shown.stderr
    answer = json.loads(shown.stdout)
    assert answer["scenario"]["id"] == "korea-2025"
    assert answer["status"] == "optimal"
    assert answer["certificate"]["passed"] is True
    spent = sum(row["spending"] for row in answer["allocation"])
    assert spent == pytest.approx(answer["spent"])
    assert 0 < spent <= answer["budget"] * (1 + 1e-9)
    assert list(tmp_path.iterdir()) == []


def test_tables_documents_and_styles_are_read_in_an_empty_folder(
    elsewhere: Path, tmp_path: Path
) -> None:
    def said(*command: str) -> str:
        shown = run_in(tmp_path, elsewhere, "talent-budget", *command)
        assert shown.returncode == 0, shown.stderr
        return shown.stdout

    assert "sgp-2025" in said("list")
    record = json.loads(said("track-record", "--draws", "100", "--json"))
    assert len(record["programmes"]) >= 15
    said("report", "aus-2025", "--format", "html", "--draws", "0", "--out", "memo.html")
    style = (ROOT / "optimizer" / "reports" / "memo" / "memo.css").read_text(encoding="utf-8")
    memo = (tmp_path / "memo.html").read_text(encoding="utf-8")
    assert style in memo
