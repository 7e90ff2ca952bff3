"""How the workbook looks: named styles, formats of numbers, colours that never speak alone."""

from __future__ import annotations

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook import Workbook

from optimizer.i18n import _

FONT = _("Arial")
"""The font that a language is set in."""
ASSUMPTION = "◇"
"""Marks a number that nobody has measured (grade X)."""

MONEY, UNITS, PEOPLE = (
    '#,##0.00;-#,##0.00;"–"',
    '#,##0.000;-#,##0.000;"–"',
    '#,##0.000;-#,##0.000;"–"',
)
RATIO, SHARE = "0.0000", '0.0%;-0.0%;"–"'
"""Formats of numbers; money in the scenario's unit."""
PLAIN = "General"

_INK, _QUIET, _LINE, _BAND = "1F2933", "6B7280", "C9D1DA", "1F4E79"
_FILLS = {
    "title": None,
    "note": None,
    "aside": None,
    "header": PatternFill("solid", fgColor=_BAND),
    "group": PatternFill("solid", fgColor="E3EBF3"),
    "key": None,
    "input": PatternFill("solid", fgColor="FFF8DC"),
    "text": None,
    "assumption": PatternFill("lightUp", fgColor="D55E00", bgColor="FFF8DC"),
    "result": None,
    "total": PatternFill("solid", fgColor="F1F4F7"),
    "status": None,
}
"""Styles and their shading: input cells are shaded, assumptions are hatched as well."""
_SIDES = {"header": "center", "status": "center", "text": "left"}


def add_styles(book: Workbook, language: str) -> None:
    """The named styles of a workbook."""
    for name, fill in _FILLS.items():
        style = NamedStyle(f"plan {name}")
        style.font = _font(name, FONT.in_(language))
        style.alignment = Alignment(
            vertical="center",
            wrap_text=name in ("header", "text"),
            horizontal=_SIDES.get(name),
            indent=int(name == "text"),
        )
        if fill is not None:
            style.fill = fill
        if name not in ("title", "note", "key"):
            style.border = Border(bottom=Side("thin", color=_LINE))
        book.add_named_style(style)


def _font(name: str, family: str) -> Font:
    size = {"title": 15, "key": 8}.get(name, 10)
    colour = {
        "header": "FFFFFF",
        "key": _QUIET,
        "note": _QUIET,
        "aside": _QUIET,
        "input": "1D3F8F",
    }.get(name, _INK)
    bold = name in ("title", "header", "group", "total")
    return Font(name=family, size=size, bold=bold, color=colour)


def off_rule(cell: str, good: str) -> Rule:
    """Red and bold where the words in a cell are not those of a kept rule."""
    style = DifferentialStyle(
        font=Font(bold=True, color="FFFFFF"), fill=PatternFill("solid", bgColor="B42318")
    )
    return Rule("expression", dxf=style, formula=[f'AND({cell}<>"",{cell}<>"{good}")'])
