"""What every input class shares: frozen, strict, documented by the words under each field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, RootModel
from pydantic_core import PydanticCustomError

from optimizer.i18n import LANGUAGES, SOURCE, Message, Words


class Frozen(BaseModel):
    """An immutable value; unknown fields and silent type conversions are refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True
    )


LANGUAGE_CODE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
"""What a code of a language looks like; any is allowed."""
Language = Annotated[str, Field(pattern=f"^{LANGUAGE_CODE}$")]
"""Code of a language, e.g. 'en', 'ko' or 'pt-BR'."""


class Text(RootModel[Mapping[Language, str]]):
    """Words by language, e.g. {en: Visa, de: Visum}; English stands in for a language left out."""

    model_config = ConfigDict(frozen=True, strict=True)
    root: Annotated[Mapping[Language, str], Field(min_length=1)]

    def in_(self, language: str) -> str:
        """The words in `language`, else in English, else in the first language that has any."""
        own = (self.root.get(one) for one in (language, SOURCE, *self.root))
        return next((words for words in own if words), "")

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.root.items())))


def stated_in_all(words: Words) -> dict[str, str]:
    """Words as a document states them: by language."""
    return {language: words.in_(language) for language in LANGUAGES}


def _in_all(value: Any) -> Any:
    if isinstance(value, Message):
        return stated_in_all(value)
    return dict.fromkeys(LANGUAGES, value) if isinstance(value, str) else value


Title = Annotated[Text, BeforeValidator(_in_all, json_schema_input_type=Text | str)]
"""Text, or one plain string that serves every language."""


def _said(words: Text) -> Text:
    if not all(words.root.values()):
        raise PydanticCustomError("string_too_short", "empty")
    return words


Stated = Annotated[Title, AfterValidator(_said)]
"""Words that may not be empty."""

Name = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,63}$")]
"""Identifier: a letter, then letters, digits, '_' or '-'; at most 64 characters."""


def _year(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if re.fullmatch(r"(19|20|21)[0-9]{2}", value) is None:
        raise PydanticCustomError("year_name", "not a year")
    return int(value)


Year = Annotated[
    int,
    BeforeValidator(
        _year, json_schema_input_type=Annotated[str, Field(pattern=r"^(19|20|21)\d\d$")]
    ),
]
"""A year as the name of an entry; a text of four digits counts, since JSON has no other names."""
