"""Small random scenario documents, of plain numbers, in which every kind of rule may appear."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

FIRST = 2025
Draw = Callable[[st.SearchStrategy[Any]], Any]
Document = dict[str, Any]

SIGNED = {"owner": "Ministry", "reason": "Policy"}
CHANNELS = {"retained": 1, "attracted": 0.5}
TIERS = {"S": 3, "A": 1}


@st.composite
def documents(draw: Draw, *, lumps: bool = False, most_rules: int = 4) -> Document:
    """A scenario of at most three years, three programmes and three pathways."""
    last = FIRST + draw(st.integers(0, 2))
    years = list(range(FIRST, last + 1))
    programmes = {f"p{i}": _programme(draw, lumps) for i in range(draw(st.integers(1, 3)))}
    pools = {"abroad": {"people_per_year": draw(_sizes)}, "leavers": {"people_per_year": 15}}
    pathways = {f"q{i}": _pathway(draw, lumps) for i in range(draw(st.integers(1, 3)))}
    document: Document = {
        "schema": 1,
        "id": "random",
        "money": {"unit": "million KRW"},
        "years": {"first": FIRST, "last": last},
        "budget": _budget(draw, years, lumps),
        "objective": {
            "measure": draw(st.sampled_from(["net_people", "talent_years", "remaining"])),
            "discount_rate": draw(st.sampled_from([0, 0.045])),
            "tiers": TIERS,
            "channels": CHANNELS,
        },
        "capacities": {"post": {"free": draw(st.integers(0, 3))}, "case": {"free": 2}},
        "programmes": programmes,
        "pools": pools,
        "pathways": pathways,
    }
    document["rules"] = [
        {"id": f"r{i}", **SIGNED, **_rule(draw, document, lumps)}
        for i in range(draw(st.integers(0, most_rules)))
    ]
    return document


_sizes = st.integers(5, 30)
_money = st.integers(0, 120)
_share = st.sampled_from([0, 0.1, 0.25, 0.5])


def _budget(draw: Draw, years: list[int], lumps: bool) -> Document:
    budget: Document = {"total": draw(st.integers(50, 600))}
    if draw(st.booleans()):
        budget["by_year"] = {y: draw(st.integers(20, 300)) for y in years if draw(st.booleans())}
        budget["carry_over"] = draw(st.sampled_from([0, 0.5, 1]))
    if lumps and draw(st.booleans()):
        budget["payment"] = "yearly"
    return budget


def _programme(draw: Draw, lumps: bool) -> Document:
    programme: Document = {
        "activities": {f"a{i}": _activity(draw, lumps) for i in range(draw(st.integers(1, 2)))}
    }
    if draw(st.booleans()):
        programme["tags"] = ["north"]
    if draw(st.integers(0, 3)) == 0:
        programme["indexation"] = draw(st.sampled_from([-0.05, 0.1]))
    return programme


def _activity(draw: Draw, lumps: bool) -> Document:
    activity: Document = {
        "delivers": {draw(st.sampled_from(["post", "case"])): draw(st.sampled_from([0.5, 1, 2]))},
        "lead_years": draw(st.sampled_from([0, 0, 0, 1])),
        "life_years": draw(st.integers(1, 3)),
    }
    if draw(st.booleans()):
        activity["tags"] = ["seats"]
    if lumps:
        activity |= draw(st.sampled_from(LUMPS))
    ordered = "indivisible" in activity or "minimum_scale" in activity
    costs = [draw(st.integers(4, 40)) for _ in range(draw(st.integers(1, 3)))]
    bands = [
        {"units": draw(st.sampled_from([3, 5, 7.5])), "unit_cost": cost}
        for cost in (costs if ordered else sorted(costs))
    ]
    if draw(st.booleans()):
        del bands[-1]["units"]
    activity["supply"] = {"bands": bands}
    return activity


LUMPS: list[Document] = [
    {},
    {"indivisible": True},
    {"minimum_scale": 2.5},
    {"opening_cost": 35},
    {"indivisible": True, "opening_cost": 20},
    {"minimum_scale": 2, "opening_cost": 10},
]


def _pathway(draw: Draw, lumps: bool) -> Document:
    pathway: Document = {
        "channel": draw(st.sampled_from(sorted(CHANNELS))),
        "tier": draw(st.sampled_from(sorted(TIERS))),
        "pool": draw(st.sampled_from(["abroad", "leavers"])),
        "needs": {},
        "stay": draw(st.sampled_from([0.5, 0.9, 1])),
    }
    for r in draw(st.sampled_from([["post"], ["case"], ["post", "case"]])):
        amount = draw(st.sampled_from([0.5, 1, 2]))
        pathway["needs"][r] = {"amount": amount, "years": draw(st.integers(1, 3))}
    if lumps and draw(st.booleans()):
        pathway["indivisible"] = True
    nets = [draw(st.sampled_from([0.1, 0.2, 0.4, 0.6])) for _ in range(draw(st.integers(1, 2)))]
    if "indivisible" not in pathway:
        nets.sort(reverse=True)
    pathway["bands"] = [{"people": 4, "net": net} for net in nets]
    if draw(st.booleans()):
        del pathway["bands"][-1]["people"]
    if draw(st.booleans()):
        pathway["tags"] = ["north"]
    return pathway


# --- rules ----------------------------------------------------------------------------------------


def _rule(draw: Draw, document: Document, lumps: bool) -> Document:
    kinds = [*LINEAR_KINDS, *(CHOICES if lumps else {})]
    kind = draw(st.sampled_from(kinds))
    return {"kind": kind, **{**LINEAR_KINDS, **CHOICES}[kind](draw, document)}


def _a_programme(draw: Draw, document: Document) -> str:
    return str(draw(st.sampled_from(sorted(document["programmes"]))))


def _a_year(draw: Draw, document: Document) -> int:
    return int(draw(st.integers(document["years"]["first"], document["years"]["last"])))


def _limit(draw: Draw, document: Document) -> Document:
    rule: Document = {}
    if draw(st.booleans()):
        rule["year"] = _a_year(draw, document)
    has_share = "year" not in rule or rule["year"] in document["budget"].get("by_year", {})
    if has_share and draw(st.booleans()):
        return {**rule, "share": draw(_share)}
    return {**rule, "amount": draw(st.integers(0, 40))}


def _programme_limit(draw: Draw, document: Document) -> Document:
    return {"programme": _a_programme(draw, document), **_limit(draw, document)}


def _earmark(draw: Draw, document: Document) -> Document:
    bound = draw(st.sampled_from(["floor", "ceiling"]))
    programmes = [_a_programme(draw, document)]
    return {"programmes": programmes, "bound": bound, **_limit(draw, document)}


def _commitment(draw: Draw, document: Document) -> Document:
    p = _a_programme(draw, document)
    a = draw(st.sampled_from([None, *sorted(document["programmes"][p]["activities"])]))
    rule = {"programme": p, "year": _a_year(draw, document), "amount": draw(st.integers(0, 20))}
    return rule if a is None else {**rule, "activity": a}


def _ramp(draw: Draw, document: Document) -> Document:
    change = st.sampled_from([{"share": 0.5}, {"amount": 30}, {"amount": 0}, {"share": 0}])
    rule = {"programme": _a_programme(draw, document), "up": draw(change)}
    if draw(st.booleans()):
        rule["down"] = draw(change)
    return {**rule, "baseline": draw(st.sampled_from([0, 5, 30]))} if draw(st.booleans()) else rule


def _outcome(draw: Draw, document: Document) -> Document:
    rule: Document = {"people": draw(st.sampled_from([0, 0.5, 1, 3]))}
    chosen = [{}, {"tier": "S"}, {"channel": "retained"}, {"tag": "north"}]
    rule |= draw(st.sampled_from([*chosen, *({"pathway": q} for q in document["pathways"])]))
    rule["of"] = draw(st.sampled_from(["net", "supported"]))
    return {**rule, "year": _a_year(draw, document)} if draw(st.booleans()) else rule


def _balance(draw: Draw, document: Document) -> Document:
    of = draw(st.sampled_from(["net", "supported", "spending"]))
    part = {"programme": _a_programme(draw, document)} if of == "spending" else {"pathway": "q0"}
    rule: Document = {"of": of, "part": part}
    shares = [
        {"at_least": 0.2},
        {"at_most": 0.7},
        {"at_least": 0.1, "at_most": 0.5},
        {"at_most": 0},
    ]
    rule |= draw(st.sampled_from(shares))
    return {**rule, "year": _a_year(draw, document)} if draw(st.booleans()) else rule


def _equity(draw: Draw, document: Document) -> Document:
    names = sorted(document["pathways"])
    groups = {f"g{q}": {"pathway": q, "size": draw(st.integers(1, 3))} for q in names[:2]}
    groups.setdefault("gother", {"pathway": names[-1]})
    return {
        "groups": groups,
        "share": draw(_share),
        "of": draw(st.sampled_from(["net", "supported"])),
    }


def _linear(draw: Draw, document: Document) -> Document:
    terms = [
        {"of": "spending", "programme": _a_programme(draw, document)},
        {"of": "units", "coefficient": draw(st.integers(-5, 5))},
        {"of": "people", "pathway": "q0", "coefficient": draw(st.integers(-5, 5))},
        {"of": "net", "coefficient": draw(st.integers(-5, 5))},
        {"of": "liability"},
    ]
    chosen = draw(st.lists(st.sampled_from(terms), min_size=1, max_size=3, unique_by=str))
    if draw(st.booleans()):
        chosen = [{**t, "year": FIRST} if t["of"] != "liability" else t for t in chosen]
    sense, rhs = draw(st.sampled_from([("<=", 60), (">=", -60), (">=", 1), ("<=", 0), ("==", 2)]))
    return {"terms": chosen, "sense": sense, "rhs": rhs}


def _a_line(draw: Draw, document: Document) -> Document:
    p = _a_programme(draw, document)
    a = draw(st.sampled_from([None, *sorted(document["programmes"][p]["activities"])]))
    return {"programme": p} if a is None else {"programme": p, "activity": a}


def _requires(draw: Draw, document: Document) -> Document:
    line = _a_line(draw, document)
    others = [p for p in document["programmes"] if p != line["programme"]]
    only_if = {"programme": draw(st.sampled_from(others or [line["programme"]]))}
    if not others:
        line = {"programme": line["programme"], "activity": "a0"}
    rule = {"line": line, "only_if": only_if, "at_least": draw(st.integers(1, 60))}
    last = document["years"]["last"] - document["years"]["first"]
    return {**rule, "lag_years": draw(st.integers(0, min(1, last)))}


def _either_or(draw: Draw, document: Document) -> Document:
    lines = [
        {"programme": p, "activity": a}
        for p, programme in document["programmes"].items()
        for a in programme["activities"]
    ]
    if len(lines) < 2:
        lines.append({"programme": lines[0]["programme"]})
    bound = draw(st.sampled_from(["at_most", "at_least", "exactly"]))
    rule = {"among": lines, "bound": bound, "count": draw(st.integers(1, 2))}
    if bound == "at_most" and draw(st.booleans()):
        return rule
    return {**rule, "minimum": draw(st.integers(5, 30))}


LINEAR_KINDS: dict[str, Callable[[Draw, Document], Document]] = {
    "programme_floor": _programme_limit,
    "programme_ceiling": _programme_limit,
    "earmark": _earmark,
    "commitment": _commitment,
    "ramp_limit": _ramp,
    "outcome_floor": _outcome,
    "outcome_ceiling": _outcome,
    "balance": _balance,
    "equity": _equity,
    "linear": _linear,
}
CHOICES: dict[str, Callable[[Draw, Document], Document]] = {
    "requires": _requires,
    "either_or": _either_or,
}
