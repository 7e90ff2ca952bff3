"""An answer laid out: sentences, lists and tables in the order to read them, in no language yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from optimizer.domain.scenario import Scenario
from optimizer.i18n import Words, in_a_row, rendered, verbatim
from optimizer.results.contract import contract
from optimizer.results.table import Table


class Tone(StrEnum):
    """How a paragraph is set; a note is of less weight and stands apart."""

    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    CODE = "code"


@dataclass(frozen=True)
class Heading:
    """A heading above what follows; level 2 stands below one of level 1."""

    text: Words
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: Words
    tone: Tone = Tone.BODY


@dataclass(frozen=True)
class Bullets:
    """A list, with a title of its own or under the heading before it."""

    items: tuple[Words, ...]
    title: Words | None = None
    numbered: bool = False


@dataclass(frozen=True)
class Drawing:
    """Lines of letters of one width, such as a map."""

    text: Words


Block = Heading | Paragraph | Bullets | Drawing | Table


@dataclass(frozen=True)
class Page:
    """An answer as it is read, most important first."""

    blocks: tuple[Block, ...]

    @property
    def filled(self) -> Iterator[Block]:
        """The blocks without tables that have no row."""
        return (b for b in self.blocks if not isinstance(b, Table) or len(b))

    @property
    def sentences(self) -> tuple[Words, ...]:
        """Everything that is said apart from the tables, in its order."""
        return tuple(text for block in self.blocks for text in _texts(block))

    @property
    def tables(self) -> dict[str, Table]:
        """The tables by name."""
        return {block.name: block for block in self.blocks if isinstance(block, Table)}


def _texts(block: Block) -> tuple[Words, ...]:
    if isinstance(block, Table):
        return ()
    if isinstance(block, Bullets):
        return (*([] if block.title is None else [block.title]), *block.items)
    return (block.text,)


def page(*blocks: Block | Iterable[Block]) -> Page:
    """A page of blocks, and of several in a row; lists without an entry fall away."""
    found: list[Block] = []
    for block in blocks:
        found += [block] if isinstance(block, Block) else block
    return Page(tuple(b for b in found if not isinstance(b, Bullets) or b.items))


def said(sentences: Iterable[Words]) -> Iterator[Paragraph]:
    """A paragraph for each sentence."""
    return (Paragraph(sentence) for sentence in sentences)


def terms(*questions: str) -> Iterator[Paragraph]:
    """What the questions move and what stands still: the last lines of an answer."""
    return (Paragraph(contract(question).sentence, Tone.NOTE) for question in questions)


def name_of(scenario: Scenario) -> Heading:
    """The scenario's title with its name and the fingerprint of its inputs."""
    title = scenario.title or verbatim(scenario.id)
    mark = verbatim(f"   [{scenario.id} · {scenario.fingerprint}]")
    return Heading(in_a_row((title, mark), ""))


def on_one_line(words: Words) -> Words:
    """Words without the line breaks of the document they stand in."""
    return verbatim(rendered(_joined, words))


def _joined(text: str, *, language: str) -> str:
    return " ".join(text.split())
