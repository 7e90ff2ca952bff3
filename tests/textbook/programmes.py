"""Textbook programmes, written out once for all tests that need a known answer."""

from __future__ import annotations

from optimizer.lp.program import LinearProgram, program


def wyndor() -> LinearProgram:
    """Wyndor Glass (Hillier and Lieberman): 36 at (2, 6)."""
    return program(
        {"x1": 3, "x2": 5},
        {
            "plant 1": ({"x1": 1}, "<=", 4),
            "plant 2": ({"x2": 2}, "<=", 12),
            "plant 3": ({"x1": 3, "x2": 2}, "<=", 18),
        },
    )


def reddy_mikks() -> LinearProgram:
    """Reddy Mikks (Taha): 21 at (3, 1.5)."""
    return program(
        {"exterior": 5, "interior": 4},
        {
            "M1": ({"exterior": 6, "interior": 4}, "<=", 24),
            "M2": ({"exterior": 1, "interior": 2}, "<=", 6),
            "market": ({"exterior": -1, "interior": 1}, "<=", 1),
            "demand": ({"interior": 1}, "<=", 2),
        },
    )


def toyco() -> LinearProgram:
    """TOYCO (Taha): 1350 at (0, 100, 230)."""
    return program(
        {"trains": 3, "trucks": 2, "cars": 5},
        {
            "operation 1": ({"trains": 1, "trucks": 2, "cars": 1}, "<=", 430),
            "operation 2": ({"trains": 3, "cars": 2}, "<=", 460),
            "operation 3": ({"trains": 1, "trucks": 4}, "<=", 420),
        },
    )


def dakota() -> LinearProgram:
    """Dakota Furniture (Winston): 280 at (2, 0, 8)."""
    return program(
        {"desk": 60, "table": 30, "chair": 20},
        {
            "lumber": ({"desk": 8, "table": 6, "chair": 1}, "<=", 48),
            "finishing": ({"desk": 4, "table": 2, "chair": 1.5}, "<=", 20),
            "carpentry": ({"desk": 2, "table": 1.5, "chair": 0.5}, "<=", 8),
            "demand": ({"table": 1}, "<=", 5),
        },
    )


def win_big() -> LinearProgram:
    """Win Big Gambling Club (Render and Stair): 67,240.30 at (1.96875, 5, 6.2069, 0)."""
    return program(
        {"tv": 5000, "newspaper": 8500, "prime radio": 2400, "radio": 2800},
        {
            "budget": (
                {"tv": 800, "newspaper": 925, "prime radio": 290, "radio": 380},
                "<=",
                8000,
            ),
            "radio spots": ({"prime radio": 1, "radio": 1}, ">=", 5),
            "radio money": ({"prime radio": 290, "radio": 380}, "<=", 1800),
        },
        upper={"tv": 12, "newspaper": 5, "prime radio": 25, "radio": 20},
    )


def finco() -> LinearProgram:
    """Finco (Winston): 218,500 from 100,000, cash kept from one time to the next at 8 %."""
    flows: tuple[dict[str, float], ...] = (
        {"A": -1, "C": -1, "D": -1, "cash 0": -1},
        {"A": 0.5, "B": -1, "C": 1.2, "cash 0": 1.08, "cash 1": -1},
        {"A": 1, "B": 0.5, "E": -1, "cash 1": 1.08, "cash 2": -1},
    )
    start = (-100_000, 0, 0)
    return program(
        {"B": 1, "D": 1.9, "E": 1.5, "cash 2": 1.08},
        {f"time {t}": (flow, "==", start[t]) for t, flow in enumerate(flows)},
        upper=dict.fromkeys("ABCDE", 75_000),
    )


def kink() -> LinearProgram:
    """Two ceilings that just fill the budget: every limit has two prices."""
    return program(
        {"a": 3, "b": 2}, {"budget": ({"a": 1, "b": 1}, "<=", 10)}, upper={"a": 6, "b": 4}
    )


def stockco() -> LinearProgram:
    """Stockco (Winston), binary: 42 at (0, 1, 1, 1)."""
    return program(
        {1: 16, 2: 22, 3: 12, 4: 8},
        {"money": ({1: 5, 2: 7, 3: 4, 4: 3}, "<=", 14)},
        upper=dict.fromkeys((1, 2, 3, 4), 1),
        integer=(1, 2, 3, 4),
    )


def wyndor_with_overtime() -> LinearProgram:
    """Wyndor with overtime (Hillier): 26 with 4 and 3 units, the dearer hours last."""
    return program(
        {"x1R": 3, "x1O": 2, "x2R": 5, "x2O": 1},
        {
            "plant 1": ({"x1R": 1, "x1O": 1}, "<=", 4),
            "plant 2": ({"x2R": 2, "x2O": 2}, "<=", 12),
            "plant 3": ({"x1R": 3, "x1O": 3, "x2R": 2, "x2O": 2}, "<=", 18),
        },
        upper={"x1R": 3, "x1O": 1, "x2R": 3, "x2O": 3},
    )


def farmer(wheat: float = 2.5, corn: float = 3.0, beets: float = 20.0) -> LinearProgram:
    """The farmer (Birge and Louveaux) for one set of yields: 118,600 at the average ones."""
    return program(
        {
            ("plant", "wheat"): -150,
            ("plant", "corn"): -230,
            ("plant", "beets"): -260,
            ("sell", "wheat"): 170,
            ("sell", "corn"): 150,
            ("buy", "wheat"): -238,
            ("buy", "corn"): -210,
            ("sell", "beets"): 36,
            ("dump", "beets"): 10,
        },
        {
            "land": ({("plant", c): 1 for c in ("wheat", "corn", "beets")}, "<=", 500),
            "wheat": (
                {("plant", "wheat"): wheat, ("buy", "wheat"): 1, ("sell", "wheat"): -1},
                ">=",
                200,
            ),
            "corn": (
                {("plant", "corn"): corn, ("buy", "corn"): 1, ("sell", "corn"): -1},
                ">=",
                240,
            ),
            "beets": (
                {("plant", "beets"): beets, ("sell", "beets"): -1, ("dump", "beets"): -1},
                ">=",
                0,
            ),
        },
        upper={("sell", "beets"): 6000},
    )
