"""The examples of the pages: read out of the fences, run in order in an empty folder, held to.

`python -m docs.making.examples` writes the outputs that the examples give today into the pages.

What a fence is for is told by its first line: `sh` and `python` are run, a `code-block` with a
caption is saved under that name, `text` after a run is what it prints (a line `…` stands for any
lines), `console` is shown alone. A comment `exit N` before a fence tells an exit code that is
meant, a comment `files of PAGE` saves the files of another page first.
"""

from __future__ import annotations

import contextlib
import difflib
import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from optimizer.cli import main

DOCS = Path(__file__).resolve().parents[1]
ANY = "…"
_FENCE = re.compile(
    r"^(?P<bars>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=bars)[ ]*$|^<!-- (?P<note>.+?) -->$",
    re.MULTILINE | re.DOTALL,
)
_CAPTION = re.compile(r"\A:caption: (\S+)\n\n?")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?")
_MARK = re.compile(r"\b[0-9a-f]{12}\b")
NEAR = 0.002
"""Relative difference of two numbers that may be rounded otherwise on another machine."""


class WrongExample(AssertionError):
    """An example does not do what its page shows."""


@dataclass
class Example:
    """One fence that is run, and what the page shows of it."""

    kind: str
    source: str
    code: int = 0
    shown: tuple[int, int] | None = None
    """Where the text that it prints stands in the page, if it is shown."""


@dataclass
class Script:
    """What a page does: files to save, and examples, in order."""

    page: Path
    text: str
    parts: list[Example | tuple[str, str]] = field(default_factory=list)
    needs: list[Path] = field(default_factory=list)

    @property
    def files(self) -> dict[str, str]:
        """The files that the page shows in full, by name."""
        return dict(part for part in self.parts if isinstance(part, tuple))


def script_of(page: Path) -> Script:
    """The fences of a page that mean something here."""
    script, code = Script(page, page.read_text(encoding="utf-8")), 0
    for match in _FENCE.finditer(script.text):
        note, info, body = match["note"], (match["info"] or "").strip(), match["body"]
        if note is not None:
            words = note.split()
            if words[0] == "exit":
                code = int(words[1])
            elif words[:2] == ["files", "of"]:
                script.needs.append((page.parent / words[2]).resolve())
        elif info.startswith("{code-block}") and (name := _CAPTION.match(body)):
            script.parts.append((name[1], body[name.end() :]))
        elif info in ("sh", "python"):
            script.parts.append(Example(info, body, code))
            code = 0
        elif info == "text" and script.parts and isinstance(script.parts[-1], Example):
            script.parts[-1].shown = match.span("body")
    return script


def commands_of(text: str) -> Iterator[list[str]]:
    """The commands of a shell example, lines joined that end with a backslash."""
    for line in text.replace("\\\n", " ").splitlines():
        if line.strip() and not line.startswith("#"):
            yield shlex.split(line)


def _called(words: list[str], wanted: int) -> str:
    """What a command prints: its answer, or what it says of an input that it refuses."""
    if words[0] != "talent-budget":
        raise WrongExample(f"only talent-budget is run in examples, not {words[0]}")
    out, told = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(told):
        code = main(words[1:])
    if code != wanted:
        raise WrongExample(f"{shlex.join(words)}: exit code {code}\n{told.getvalue()}")
    return told.getvalue() if code == 2 else out.getvalue()


def _run(example: Example, names: dict[str, object]) -> str:
    """What an example prints."""
    if example.kind == "sh":
        return "".join(_called(words, example.code) for words in commands_of(example.source))
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(example.source, "example", "exec"), names)
    return out.getvalue()


@contextlib.contextmanager
def _empty_folder() -> Iterator[Path]:
    """An empty folder to work in; the one before afterwards."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        os.chdir(name)
        try:
            yield Path(name)
        finally:
            os.chdir(before)


def outputs(script: Script) -> Iterator[tuple[Example, str]]:
    """Runs a page from top to bottom: each example with what it printed."""
    names: dict[str, object] = {"__name__": "__main__"}
    with _empty_folder() as folder:
        for page in script.needs:
            for name, content in script_of(page).files.items():
                (folder / name).write_text(content, encoding="utf-8")
        for part in script.parts:
            if isinstance(part, tuple):
                (folder / part[0]).write_text(part[1], encoding="utf-8")
            else:
                yield part, _run(part, names)


def same_line(shown: str, printed: str) -> bool:
    """Whether two lines say the same: words alike, numbers near each other."""

    def words(line: str) -> str:
        line = _NUMBER.sub("0", _MARK.sub("0", line))
        return re.sub(r"-{2,}", "--", re.sub(r"\s+", " ", line)).strip()

    def numbers(line: str) -> list[str]:
        return [n.replace(",", "") for n in _NUMBER.findall(_MARK.sub("", line))]

    if words(shown) != words(printed):
        return False
    return all(map(_near, numbers(shown), numbers(printed)))


def _near(shown: str, printed: str) -> bool:
    """Whether two numbers differ by no more than one in their last digit, or by a hair."""
    a, b = float(shown), float(printed)
    digit = 10.0 ** -len(shown.partition(".")[2])
    return abs(a - b) <= max(1.01 * digit, NEAR * abs(a))


def first_difference(shown: str, printed: str) -> str | None:
    """The first line shown that was not printed where it should; None where all is as shown."""
    lines, at, free = printed.rstrip().splitlines(), 0, False
    for line in shown.rstrip().splitlines():
        if line.strip() == ANY:
            free = True
            continue
        while at < len(lines) and free and not same_line(line, lines[at]):
            at += 1
        if at >= len(lines) or not same_line(line, lines[at]):
            return line
        at, free = at + 1, False
    return None if free or at == len(lines) else lines[at]


def check(page: Path) -> int:
    """Runs a page and returns how many examples it has. Raises WrongExample at the first fault."""
    script, count = script_of(page), 0
    for example, printed in outputs(script):
        count += 1
        if example.shown is not None:
            wrong = first_difference(script.text[slice(*example.shown)], printed)
            if wrong is not None:
                raise WrongExample(f"{page.name}: not as shown: {wrong}\n\nprinted:\n{printed}")
    return count


def _renewed(shown: str, printed: str) -> str:
    """What is shown now in place of what was; where lines were left out, the nearest ones."""
    if ANY not in shown.splitlines():
        return printed.rstrip() + "\n"
    lines, at, out = printed.rstrip().splitlines(), 0, []
    for line in shown.rstrip().splitlines():
        near = [difflib.SequenceMatcher(None, line, one).ratio() for one in lines[at:]]
        if line.strip() == ANY or not near:
            out.append(line)
            continue
        at += near.index(max(near)) + 1
        out.append(lines[at - 1])
    return "\n".join(out) + "\n"


def renew(page: Path) -> bool:
    """Writes today's outputs into a page; whether that changed anything."""
    script = script_of(page)
    text, shift = script.text, 0
    for example, printed in outputs(script):
        if example.shown is None:
            continue
        start, end = (place + shift for place in example.shown)
        new = _renewed(text[start:end], printed)
        text, shift = text[:start] + new + text[end:], shift + len(new) - (end - start)
    page.write_text(text, encoding="utf-8")
    return text != script.text


def pages() -> list[Path]:
    """Every page by hand."""
    return sorted(DOCS.rglob("*.md"))


if __name__ == "__main__":
    chosen = [Path(name).resolve() for name in sys.argv[1:]] or pages()
    for one in chosen:
        print(f"{one.relative_to(DOCS)}: {'renewed' if renew(one) else 'as it was'}")
