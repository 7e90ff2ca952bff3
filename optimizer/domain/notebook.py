"""What a notebook shows of a scenario or an answer: sentences and one table, as plain HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from optimizer.domain.wording import digits

MOST_ROWS = 40
"""Rows of a table that are shown; how many there are is told."""


@dataclass(frozen=True)
class Sheet:
    """Sentences and a table to show, texts in one language; the first column names the rows."""

    line: str
    """The caption: what this is, in one line."""
    sentences: Sequence[str] = ()
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[object]] = ()

    def html(self, language: str = "en") -> str:
        """The sheet as HTML without script or style sheet; every text is escaped.

        >>> Sheet("<Plan>", ["51 people & more."]).html()
        '<section lang="en"><p>&lt;Plan&gt;</p><p>51 people &amp; more.</p></section>'
        """
        said = "".join(f"<p>{escape(text)}</p>" for text in self.sentences)
        shown = self.rows[:MOST_ROWS]
        if not shown:
            return f'<section lang="{language}"><p>{escape(self.line)}</p>{said}</section>'
        caption = escape(self.line)
        if len(shown) < len(self.rows):
            caption += f" ({len(shown)} / {len(self.rows)})"
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self.columns)
        body = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in shown)
        return (
            f'<section lang="{language}">{said}<table><caption>{caption}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></section>"
        )


def _cells(row: Sequence[object]) -> list[str]:
    """A row: its name, then its figures."""
    first, *others = row
    return [f'<th scope="row">{escape(str(first))}</th>', *map(_cell, others)]


def _cell(value: object) -> str:
    if isinstance(value, float):
        figure = "–" if value != value else digits(value, 4)
        return f'<td style="text-align: right">{escape(figure)}</td>'
    return f"<td>{escape('–' if value is None else str(value))}</td>"
