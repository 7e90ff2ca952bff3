"""How an answer shows itself: one line in a shell, its sentences and its table in a notebook."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import pandas as pd

from optimizer.domain.notebook import Sheet
from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits, money
from optimizer.i18n import LANGUAGES, Words
from optimizer.results.contract import CONTRACTS
from optimizer.results.page import Page, page, said, terms


@dataclass(frozen=True)
class View:
    """What is shown of an answer."""

    about: str
    """The line without the name of the class, e.g. 'korea-2025: 51 additional people'."""
    table: pd.DataFrame
    sentences: Iterable[Words] = ()
    question: str | None = None
    """Key of the contract whose sentence is shown."""


def _sentences(answer: Shown) -> Page:
    view = answer.view()
    return page(said(view.sentences), terms(*([view.question] if view.question else [])))


def _said(answer: Shown) -> dict[str, Any]:
    return {"sentences": tuple(answer.view().sentences)}


class Shown(ABC):
    """An answer with a short `repr` and a page for notebooks.

    A class of answers names what lays it out and what its data are: `class Room(Shown, page=…,
    data=…)`; without, a page is its sentences.
    """

    _page: ClassVar[Callable[[Any], Page]] = _sentences
    _data: ClassVar[Callable[[Any], Mapping[str, Any]]] = _said

    def __init_subclass__(
        cls,
        page: Callable[[Any], Page] | None = None,
        data: Callable[[Any], Mapping[str, Any]] | None = None,
    ) -> None:
        cls._page = page or cls._page
        cls._data = data or cls._data

    @abstractmethod
    def view(self) -> View:
        """What is shown of this answer."""

    def page(self) -> Page:
        """The answer laid out: sentences, tables, and what the question moves."""
        return type(self)._page(self)

    def data(self) -> Mapping[str, Any]:
        """The answer as words, tables and figures, under the names that data promise."""
        return type(self)._data(self)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.view().about}>"

    def html(self, language: str = "en") -> str:
        """The answer as a piece of HTML in a language: sentences, terms of the question, table.

        Without script or style sheet; every text is escaped. The first 40 rows are shown.
        """
        view = self.view()
        said = [text.in_(language) for text in view.sentences]
        if view.question is not None:
            said.append(CONTRACTS[view.question].sentence.in_(language))
        table = in_language(view.table, language)
        rows = [list(row) for row in table.itertuples(index=False, name=None)]
        line = f"<{type(self).__name__} {view.about}>"
        return Sheet(line, said, [str(name) for name in table.columns], rows).html(language)

    def _repr_html_(self) -> str:
        return self.html()


def in_language(table: pd.DataFrame, language: str) -> pd.DataFrame:
    """The table with texts of one language: a column `x_ko` holds the Korean of column `x`."""
    known = {str(name) for name in table.columns}
    own = {name: table[f"{name}_{language}"] for name in known if f"{name}_{language}" in known}
    twins = {f"{name}_{other}" for name in known for other in LANGUAGES} & known
    return table.assign(**own).drop(columns=sorted(twins))


def amount(scenario: Scenario, value: float) -> str:
    """Money of a scenario in English words."""
    return money(value, scenario.money.parsed, "en")


def people(value: float, word: str = "additional people") -> str:
    """A count of people in English words.

    >>> people(51.07), people(0.25, 'people')
    ('51.1 additional people', '0.25 people')
    """
    return f"{digits(value)} {word}"
