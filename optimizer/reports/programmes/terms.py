"""What each question to the programme of a file moves, and what stands still."""

from __future__ import annotations

from collections.abc import Mapping

from optimizer.i18n import _
from optimizer.results.contract import Contract


def terms(question: str) -> Contract:
    """The terms of a question of `asked.LP_QUESTIONS`."""
    return _TERMS[question]


_ALL = _("all columns")
_FILE = _("the programme")
_REST = _("everything else")
_SOLVE = Contract(
    (_ALL,), (_FILE,),
    _("All columns are free; rows, bounds and objective stand as in the file."),
)  # fmt: skip
_TERMS: Mapping[str, Contract] = {
    "solve": _SOLVE,
    "exact": _SOLVE,
    "export": Contract((), (_FILE,), _("Nothing moves.")),
    "prices": Contract(
        (_("one limit or one gain at a time"), _ALL), (_REST,),
        _("One limit moves at a time and the plan is made best again; everything " "else stays."),
    ),
    "curve": Contract(
        (_("the limit of that row"), _ALL), (_REST,),
        _("Only the limit of that row moves along the curve; everything else stays."),
    ),
    "conflict": Contract(
        (_("the limits named"),), (_REST,),
        _("Each way out moves only the limits it names."),
    ),
    "room": Contract(
        (_ALL, _("the objective, worse by the stated share")),
        (_FILE,),
        _("Columns may move as long as the objective loses no more than the " "stated share."),
    ),
    "front": Contract(
        (_ALL, _("what is wanted of the two sums")), (_FILE,),
        _("Every point keeps all rows; only what is wanted of the two sums moves."),
    ),
}  # fmt: skip
