"""Formulas as MathML: a browser draws them by itself, no script is fetched or run."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from latex2mathml.converter import convert

_LETTERS = re.compile(r'<mrow>((?:<mi mathvariant="normal">\w</mi>)+)</mrow>')
_PRIME = re.compile(r"<msup>(<mi>\w</mi>)<mi>&#x02032;</mi></msup>")
_BESIDE = r'<mrow>\1<mo lspace="0" rspace="0">&#x02032;</mo></mrow>'


def mathml(formula: str, display: str = "inline") -> str:
    """A LaTeX formula; words are one sign each, and a prime is as large as its letter."""
    drawn = convert(formula, display=display)
    words = _LETTERS.sub(lambda m: f"<mi>{re.sub('<[^>]*>', '', m[1])}</mi>", drawn)
    return _PRIME.sub(_BESIDE, words)


def inline(translator: Any, node: nodes.Element) -> None:
    """A formula within a line."""
    translator.body.append(mathml(node.astext()))
    raise nodes.SkipNode


def block(translator: Any, node: nodes.Element) -> None:
    """A formula on a line of its own."""
    formula = mathml(node.astext(), "block")
    translator.body.append(f'<div class="formula" tabindex="0">{formula}</div>\n')
    raise nodes.SkipNode


def setup(app: Any) -> dict[str, bool]:
    """Registers the renderer with Sphinx."""
    app.add_html_math_renderer("mathml", (inline, None), (block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
