"""Random choices of a kind for a document with lumps: what opens, what is full, what is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import inf
from typing import Any

from hypothesis import strategies as st

from tests.formulation.allowed import Choices, Document, Key
from tests.formulation.checker import Plan, Requirement, of_line

Draw = Callable[[st.SearchStrategy[Any]], Any]


@st.composite
def choices(draw: Draw, document: Document) -> Choices:
    """Every choice of a kind that a document leaves, made at random; they may not fit together."""
    made = Choices()
    years = range(document["years"]["first"], document["years"]["last"] + 1)
    for p, programme in document["programmes"].items():
        for a, activity in programme["activities"].items():
            if document["budget"].get("payment") == "yearly":
                _paid_later(made, document, (p, a))
            opened = _opening(draw, made, ("opens", p, a), activity, years)
            for y in years:
                bands = [("units", p, a, i, y) for i in range(len(activity["supply"]["bands"]))]
                if not opened[y]:
                    made.fixed |= dict.fromkeys(bands, 0.0)
                else:
                    _activity(draw, made, bands, activity, (p, a))
    for q, pathway in document["pathways"].items():
        for y in years if pathway.get("indivisible") else ():
            bands = [("people", q, j, y) for j in range(len(pathway["bands"]))]
            _in_order(draw, made, bands, [band.get("people") for band in pathway["bands"]])
            made.whole.append(bands)
    for rule in document["rules"]:
        if rule["kind"] == "requires":
            _requires(draw, made, document, rule)
        elif rule["kind"] == "either_or":
            _either_or(draw, made, document, rule)
    return made


def _paid_later(made: Choices, document: Document, key: tuple[str, str]) -> None:
    """What is paid only after the last year nothing limits, save that it stays within the budget.

    The rows leave it twice the budget in every year.
    """
    total = document["budget"]["total"]
    made.further.append(lambda plan: _between(f"later {key}", 0.0, plan.committed(key), total))


def _opening(
    draw: Draw, made: Choices, name: Key, activity: Document, years: range
) -> dict[int, bool]:
    """Whether an activity is open, year by year; one without an opening cost always is."""
    if "opening_cost" not in activity:
        return dict.fromkeys(years, True)
    year = draw(st.sampled_from([None, *years]))
    made.opens |= {(*name, y): float(y == year) for y in years}
    return {y: year is not None and year <= y for y in years}


def _activity(
    draw: Draw, made: Choices, bands: list[Key], activity: Document, key: tuple[str, str]
) -> None:
    whole, least = activity.get("indivisible", False), activity.get("minimum_scale")
    if not whole and least is None:
        return
    if least is not None and draw(st.booleans()):
        made.fixed |= dict.fromkeys(bands, 0.0)  # does not run in this year
        return
    _in_order(draw, made, bands, [band.get("units") for band in activity["supply"]["bands"]])
    if whole:
        made.whole.append(bands)
    if least is not None:
        year = bands[0][-1]
        made.further.append(lambda plan: _between(f"runs {key}", least, plan.bought(key, year)))


def _in_order(draw: Draw, made: Choices, bands: list[Key], widths: list[Any]) -> None:
    """Some bands are full, the next is open, those after it are empty."""
    full = draw(st.integers(0, len(bands) - 1))
    for at, band in enumerate(bands):
        if at != full:
            made.fixed[band] = float(widths[at]) if at < full else 0.0


def _between(name: str, low: float, amount: float, high: float = inf) -> Iterator[Requirement]:
    yield name, low, amount, high


def _close(made: Choices, document: Document, line: Document) -> None:
    """Nothing is bought in a line, and nothing of it is opened."""
    for p, a in of_line(Plan(document, {}, {}), line):
        activity = document["programmes"][p]["activities"][a]
        for y in range(document["years"]["first"], document["years"]["last"] + 1):
            bands = range(len(activity["supply"]["bands"]))
            made.fixed |= {("units", p, a, i, y): 0.0 for i in bands}
            if ("opens", p, a, y) in made.opens:
                made.opens["opens", p, a, y] = 0.0


def _committed(plan: Plan, line: Document) -> float:
    return sum(plan.committed(key) for key in of_line(plan, line))


def _requires(draw: Draw, made: Choices, document: Document, rule: Document) -> None:
    if draw(st.booleans()):
        _close(made, document, rule["line"])
    elif "at_least" in rule:
        made.further.append(
            lambda plan: _between("needed", rule["at_least"], _committed(plan, rule["only_if"]))
        )
    # else: one of the other line's activities has to be started, which the checker looks at


def _either_or(draw: Draw, made: Choices, document: Document, rule: Document) -> None:
    bound, count = rule.get("bound", "at_most"), rule["count"]
    size = len(rule["among"])
    least = 0 if bound == "at_most" else min(count, size)
    most = size if bound == "at_least" else min(count, size)
    chosen = draw(st.permutations(range(size)))[: draw(st.integers(least, most))]
    for at, line in enumerate(rule["among"]):
        if at not in chosen and bound != "at_least":
            _close(made, document, line)
        elif at in chosen and "minimum" in rule:
            made.further.append(
                lambda plan, line=line: _between("open", rule["minimum"], _committed(plan, line))
            )
