"""Keys of the columns and rows that the toolkit adds: no key of the programme is equal to one."""

from __future__ import annotations

from optimizer.lp.program import Key, LinearProgram


class _Mark:
    """Stands first in every key of ours; there is one of it in each process."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "own"

    def __reduce__(self) -> str:
        return "MARK"


MARK = _Mark()
"""The mark itself. Nobody else's key begins with it."""


class OwnKeys:
    """Makes keys for what is added to `program`, whatever its keys are.

    A programme that has own keys already, because something was added before, gets deeper ones.
    """

    def __init__(self, program: LinearProgram) -> None:
        depths = [
            key[1]
            for keys in (program.column_number, program.row_number)
            for key in keys
            if type(key) is tuple and key and key[0] is MARK
        ]
        self._depth = 1 + max(depths, default=0)

    def __call__(self, name: str, *parts: Key) -> Key:
        """The key of that name and those parts."""
        return (MARK, self._depth, name, *parts)
