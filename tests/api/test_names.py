"""The names of the Python door: few for people, and every one of the first release still found."""

from __future__ import annotations

import inspect
import pickle
import subprocess
import sys
import warnings
from doctest import DocTestParser
from pathlib import Path
from typing import Any

import pytest

from optimizer import api
from optimizer.api import desk

FIRST_RELEASE = (Path(__file__).parent / "first_release.txt").read_text().split()
"""Names that `optimizer.api` of release 0.1.0 offered on purpose."""


def test_about_sixty_names_are_for_people() -> None:
    assert 50 <= len(api.__all__) <= 70, f"{len(api.__all__)} names: {', '.join(api.__all__)}"
    assert api.__all__ == sorted(set(api.__all__))


@pytest.mark.parametrize("name", api.__all__)
def test_a_name_for_people_gives_no_warning(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert getattr(api, name) is not None


@pytest.mark.parametrize("name", api.__all__)
def test_a_name_for_people_has_an_example_that_doctest_runs(name: str) -> None:
    one = getattr(api, name)
    examples = DocTestParser().get_examples(one.__doc__ or "")
    assert any(example.want for example in examples), name
    assert examples[0].source == "from optimizer import api as tb\n"


@pytest.mark.parametrize("name", sorted({*FIRST_RELEASE} - {*api.__all__}))
def test_a_name_of_the_first_release_is_still_found_and_warns(name: str) -> None:
    with pytest.warns(DeprecationWarning, match=f"api.{name}' is for front ends.*api.desk"):
        assert getattr(api, name) is getattr(desk, name)


def test_scripts_of_the_first_release_import_as_they_did() -> None:
    code = f"from optimizer.api import {', '.join(FIRST_RELEASE)}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_an_unknown_name_is_no_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'plan_txt'"):
        api.plan_txt  # noqa: B018
    with pytest.raises(ImportError):
        from optimizer.api import plan_txt  # noqa: F401


def test_each_question_takes_a_name_a_path_a_document_or_a_scenario(tmp_path: Path) -> None:
    scenario = api.example()
    path = tmp_path / "own.yaml"
    path.write_text(api.document_text(scenario), encoding="utf-8")
    forms: list[Any] = [scenario, path, str(path), scenario.document]
    assert len({api.load(form).fingerprint for form in forms}) == 1
    people = [api.extra(form, 3).net_people for form in forms]
    assert people == pytest.approx([people[0]] * 4)
    assert api.solve("korea-2025").scenario.id == "korea-2025"
    assert api.solve(scenario=scenario).found  # by keyword too, as in the first release


def test_questions_are_found_again_after_pickling() -> None:
    for name in api.__all__:
        assert pickle.loads(pickle.dumps(getattr(api, name))) is getattr(api, name)


def test_a_signature_says_what_may_be_given() -> None:
    given = str(inspect.signature(api.room).parameters["scenario"])
    assert given == "scenario: 'Scenario | str | Path | Mapping[str, Any]'"
