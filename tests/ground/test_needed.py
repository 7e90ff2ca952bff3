"""A program that tests need and that is missing never goes unnoticed where all must be there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.needed import glpsol


def test_a_missing_program_fails_where_all_are_required(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("REQUIRE_BROWSER", "1")
    with pytest.raises(pytest.fail.Exception, match="No GLPK was found"):
        glpsol()
    monkeypatch.setenv("REQUIRE_BROWSER", "0")
    with pytest.raises(pytest.skip.Exception, match="No GLPK was found"):
        glpsol()
