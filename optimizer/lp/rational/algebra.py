"""Square systems of equations in rational numbers, sparse ones block by block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from math import log2
from time import perf_counter
from typing import NamedTuple

import numpy as np
from flint import fmpq, fmpz, fmpz_mat, nmod_mat

from optimizer.lp.allowance import Allowance
from optimizer.lp.solution import NoSolution

SMALL = 16
"""Equations up to which a system is not worth taking apart."""
_PRIME = (1 << 62) - 57
_TRIAL = 160
_SLOW = 64  # equations from which on the time of a block is foreseen

Line = dict[int, int]
"""A row or a column of whole numbers: number of the other by place."""


class _Block(NamedTuple):
    """Equations and unknowns that have to be solved together."""

    rows: Sequence[int]
    columns: Sequence[int]


class System:
    """A square matrix of whole numbers, given by `rows`, in block triangular form.

    Unknowns that one equation settles once others are known make up blocks of their own, which in
    linear programmes is true of most; only what remains is solved together. Raises NoSolution for
    a singular matrix.
    """

    def __init__(self, rows: list[Line], allowance: Allowance) -> None:
        self._rows, self._allowance = rows, allowance
        self._columns: list[Line] = [{} for _ in rows]
        for i, row in enumerate(rows):
            for j, v in row.items():
                self._columns[j][i] = v
        self._blocks = [_Block(range(len(rows)), range(len(rows)))] if rows else []
        if len(rows) > SMALL:
            self._blocks = _block_triangular(rows)

    def solve(self, right: Sequence[fmpq]) -> list[fmpq]:
        """The x with A·x = `right`, both (k,)."""
        return self._through(self._blocks, self._rows, right)

    def solve_transposed(self, right: Sequence[fmpq]) -> list[fmpq]:
        """The y with y·A = `right`, both (k,)."""
        turned = [_Block(b.columns, b.rows) for b in reversed(self._blocks)]
        return self._through(turned, self._columns, right)

    def _through(
        self, blocks: Iterable[_Block], lines: list[Line], right: Sequence[fmpq]
    ) -> list[fmpq]:
        known: dict[int, fmpq] = {}
        for block in blocks:
            self._allowance.need(0.0)
            rest = [
                right[i] - sum((v * known[j] for j, v in lines[i].items() if j in known), fmpq(0))
                for i in block.rows
            ]
            if len(block.rows) == 1:
                known[block.columns[0]] = rest[0] / lines[block.rows[0]][block.columns[0]]
                self._allowance.spend(len(lines[block.rows[0]]))
                continue
            found = self._together([lines[i] for i in block.rows], block.columns, rest)
            known.update(zip(block.columns, found, strict=True))
        return [known[j] for j in range(len(right))]

    def _together(self, lines: list[Line], columns: Sequence[int], right: list[fmpq]) -> list[fmpq]:
        k = len(lines)
        numbers = [line.get(j, 0) for line in lines for j in columns]
        sides, denominator = common(right)
        if k > _SLOW:
            self._allowance.need(_seconds(lines, sides))
        self._allowance.spend(k**3 / 50)
        try:
            found = fmpz_mat(k, k, numbers).solve(fmpz_mat(k, 1, sides))
        except ZeroDivisionError:
            raise NoSolution("The basis is singular in exact numbers.") from None
        return [v / denominator for v in found.entries()]


def common(values: Sequence[fmpq]) -> tuple[list[fmpz], fmpz]:
    """The numerators of `values` over one denominator, and that denominator."""
    denominator = fmpz(1)
    for v in values:
        q = v.q
        if denominator % q != 0:
            denominator = denominator.lcm(q)
    return [v.p * (denominator // v.q) for v in values], denominator


def _block_triangular(rows: list[Line]) -> list[_Block]:
    """Blocks of equations (Dulmage and Mendelsohn), each after those whose unknowns it uses."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components, maximum_bipartite_matching

    k = len(rows)
    starts = np.cumsum([0, *map(len, rows)])
    at = np.fromiter((j for row in rows for j in row), dtype=np.int64, count=int(starts[-1]))
    ones = np.ones(len(at), dtype=np.int8)
    match = maximum_bipartite_matching(csr_matrix((ones, at, starts), (k, k)), perm_type="column")
    if (match < 0).any():
        raise NoSolution("The basis is singular in exact numbers.")
    owner = np.empty(k, dtype=np.int64)
    owner[match] = np.arange(k)
    uses = csr_matrix((ones, owner[at], starts), (k, k))
    count, label = connected_components(uses, connection="strong")
    first, second = label[np.repeat(np.arange(k), np.diff(starts))], label[owner[at]]
    order = np.argsort(label, kind="stable")
    ends = np.searchsorted(label[order], np.arange(count + 1))
    blocks = [
        _Block(part.tolist(), match[part].tolist())
        for part in (order[a:b] for a, b in pairwise(ends))
    ]
    if (first >= second).all():
        return blocks
    assert (first <= second).all(), "components are numbered along the edges, or against them"
    return blocks[::-1]


def _seconds(lines: list[Line], sides: list[fmpz]) -> float:
    """Seconds that a block takes at most: one inverse modulo a prime, and lifting from there."""
    k = len(lines)
    bits = sum(log2(sum(v * v for v in line.values())) for line in lines)  # Hadamard's bound, twice
    bits += max(v.bit_length() for v in sides)
    return _speed() * (float(k) ** 3 + 3.0 * k * k * bits / 62)


@cache
def _speed() -> float:
    """Seconds per multiplication in an inverse modulo a prime, on this machine."""
    a = nmod_mat(_TRIAL, _TRIAL, [(i * i * 7919 + i) % 104729 for i in range(_TRIAL**2)], _PRIME)
    started = perf_counter()
    a.det()
    return (perf_counter() - started) / _TRIAL**3
