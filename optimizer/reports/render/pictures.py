"""Pictures of a memo: plain data → PNG or SVG, legible without colour, equal bytes every time."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from optimizer.i18n import Words
from optimizer.reports.render.blocks import Bar, Picture, Span
from optimizer.reports.render.fonts import PLAIN, fonts_for
from optimizer.reports.render.printable import printable

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH = 6.7
"""Inches: the width of the text on a page of A4."""
DPI = 200
SHADES = ("#1b4965", "#9cc5dc", "#5b8ba8", "#dbeaf2")
"""Neighbours differ in lightness, so that they stay apart in print without colour."""
INK, PAPER = "#222222", "#ffffff"
ASSUMED = "///"
LABEL = 6
"""Longer words do not stand on a piece."""
NARROW = 0.055
"""Pieces below this share of the widest bar carry no words."""


@lru_cache(maxsize=32)
def drawn(picture: Picture, form: str) -> bytes:
    """The picture as 'png' or 'svg'."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    families = fonts_for(_texts(picture))
    style: Any = {
        "font.family": families or [PLAIN], "font.size": 8.5, "hatch.linewidth": 0.7,
        "svg.hashsalt": "memo", "svg.fonttype": "path", "axes.unicode_minus": False,
        "text.parse_math": False,  # a dollar sign is a dollar sign
    }  # fmt: skip
    size = (WIDTH, 0.25 + 0.34 * len(picture.rows))
    with mpl.rc_context(style):
        figure = Figure(figsize=size, dpi=DPI, layout="constrained")
        axes = figure.add_subplot()
        _draw(axes, picture, spelt=families is not None)
        canvas: Any = FigureCanvasAgg(figure) if form == "png" else FigureCanvasSVG(figure)
        out = BytesIO()
        if form == "png":
            canvas.print_png(out, metadata={"Software": None})
        else:
            canvas.print_svg(out, metadata={"Date": None, "Creator": None})
    return out.getvalue()


def caption(picture: Picture) -> Words | str:
    """The caption; where labels could not be spelt, with what their codes stand for."""
    if fonts_for(_texts(picture)) is not None:
        return picture.caption
    return f"{picture.caption} ({picture.key})"


def _texts(picture: Picture) -> list[str]:
    return [printable(text) for row in picture.rows for text in (row.label, row.end)]


def _draw(axes: Axes, picture: Picture, *, spelt: bool) -> None:
    widest = max((_reach(row) for row in picture.rows), default=0.0) or 1.0
    rows: tuple[Bar | Span, ...] = picture.rows
    for n, row in enumerate(rows):
        if isinstance(row, Bar):
            _bar(axes, n, row, widest)
        else:
            _span(axes, n, row, widest)
        end = _short(printable(row.end) if spelt else _latin(str(row.end)), 20)
        axes.text(_reach(row) + 0.018 * widest, n, end, va="center", ha="left", color=INK)
    axes.set_yticks(
        range(len(picture.rows)),
        [_short(printable(row.label)) if spelt else row.code for row in picture.rows],
    )
    axes.set_xlim(0.0, 1.24 * widest)
    axes.set_ylim(len(picture.rows) - 0.45, -0.55)
    axes.xaxis.set_visible(False)
    axes.tick_params(axis="y", length=0)
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)


def _bar(axes: Axes, place: int, row: Bar, widest: float) -> None:
    start = 0.0
    for n, part in enumerate(row.parts):
        if part.value <= 0:
            continue
        shade = PAPER if part.assumed else SHADES[n % len(SHADES)]
        axes.barh(
            place, part.value, 0.62, start, color=shade, edgecolor=INK, linewidth=0.6,
            hatch=ASSUMED if part.assumed else None,
        )  # fmt: skip
        label = str(part.label)
        if part.value > NARROW * widest and len(label) <= LABEL:
            ink = PAPER if n % len(SHADES) in (0, 2) else INK
            middle = start + part.value / 2
            axes.text(middle, place, label, va="center", ha="center", color=ink, fontsize=7.5)
        start += part.value


def _span(axes: Axes, place: int, row: Span, widest: float) -> None:
    axes.plot([row.low, row.high], [place, place], color=SHADES[2], linewidth=4,
              solid_capstyle="butt")  # fmt: skip
    for end in (row.low, row.high):
        axes.plot([end, end], [place - 0.2, place + 0.2], color=INK, linewidth=1)
    axes.plot([row.now], [place], marker="D", markersize=6, color=PAPER, markeredgecolor=INK,
              linestyle="none")  # fmt: skip


def _reach(row: Bar | Span) -> float:
    """How far to the right a row goes."""
    if isinstance(row, Bar):
        return sum(part.value for part in row.parts if part.value > 0)
    return max(row.high, row.now)


def _short(words: str, most: int = 44) -> str:
    """The words, cut where they grow wider than `most` letters; a Korean letter counts as two."""
    wide = 0
    for place, letter in enumerate(words):
        wide += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if wide > most:
            return f"{words[:place]}…"
    return words


def _latin(text: str) -> str:
    """The letters that every font has."""
    return "".join(c for c in text if ord(c) < 0x250 or c in "–−▲").strip()
