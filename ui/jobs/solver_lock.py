"""One plan at a time at the solver: planners whose plans are all made at once only wait longer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

import streamlit as st


class SolverLock:
    """Lets one piece of work through at a time, the urgent ones first."""

    def __init__(self) -> None:
        self._change = Condition()
        self._taken, self._urgent = False, 0

    @contextmanager
    def held(self, *, urgent: bool = False) -> Iterator[None]:
        """The solver for oneself; a run of a page that was overtaken meanwhile ends here."""
        with self._change:
            self._urgent += urgent
            self._change.wait_for(lambda: not self._taken and (urgent or not self._urgent))
            self._urgent -= urgent
            self._taken = True
        try:
            st.session_state.get("choice")  # Streamlit ends an overtaken run when it looks here
            yield
        finally:
            with self._change:
                self._taken = False
                self._change.notify_all()


_SHARED = SolverLock()


def shared() -> SolverLock:
    """The lock of this desk."""
    return _SHARED
