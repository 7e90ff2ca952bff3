"""The road that the page of architecture shows is the one a solve takes."""

from __future__ import annotations

import importlib
import inspect
import re

import pytest

from docs.making.examples import DOCS
from docs.making.road import followed, steps, walked

WALKED = list(walked(steps()))


def test_a_solve_was_followed_from_its_first_call() -> None:
    (first, above), *_ = followed()
    assert first[1] == WALKED[0][1]
    assert above == ()
    assert len(followed()) > 200


@pytest.mark.parametrize(("depth", "call", "does", "module"), WALKED)
def test_a_step_is_called_where_the_page_says(
    depth: int, call: str, does: str, module: str | None
) -> None:
    assert module is not None, f"no {call} is called below the step above it"
    thing = importlib.import_module(module)
    for name in call.split("."):
        thing = getattr(thing, name)
    assert inspect.isfunction(thing)
    assert does.endswith((".", "`"))


def test_steps_stand_in_the_order_of_their_first_calls() -> None:
    at = {call: n for n, (call, _) in enumerate(followed())}
    by_depth: dict[int, int] = {}
    for depth, call, _, module in WALKED:
        assert module is not None
        now = at[module, call]
        by_depth = {d: n for d, n in by_depth.items() if d <= depth}
        assert now >= by_depth.get(depth, 0), f"{call} is called before the step above it"
        by_depth[depth] = now


def test_the_road_of_the_readme_names_calls_in_their_order() -> None:
    text = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    road = text.split("## The main road")[1].split("```")[1]
    named = re.findall(r"`(\w+)`", road)
    order: dict[str, list[int]] = {}
    for n, ((_, name), _) in enumerate(followed()):
        order.setdefault(name, []).append(n)
    assert {"compile_program", "refined", "build_plan", "explained"} <= set(named)
    assert [name for name in named if name != "solve" and name not in order] == []
    inside = [name for name in named if name in ("bare_plan", "refined", "in_rounds", "build_plan")]
    firsts = [order[name][0] for name in [*inside, "explained"]]
    assert firsts == sorted(firsts)
