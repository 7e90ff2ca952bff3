"""What every input class shares: frozen, strict, documented by the words under each field."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from optimizer.i18n import Message, Words


class Frozen(BaseModel):
    """An immutable value; unknown fields and silent type conversions are refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True
    )


class Text(Frozen):
    """Words in both languages of the project."""

    en: str
    """English wording."""
    ko: str
    """Korean wording."""

    def in_(self, language: str) -> str:
        """The wording in `language` ('en' or 'ko')."""
        return self.ko if language == "ko" else self.en


def stated_in_all(words: Words) -> dict[str, str]:
    """Words as a document states them: by language."""
    return {language: words.in_(language) for language in Text.model_fields}


def _both(value: Any) -> Any:
    if isinstance(value, Message):
        return stated_in_all(value)
    return {"en": value, "ko": value} if isinstance(value, str) else value


Title = Annotated[Text, BeforeValidator(_both, json_schema_input_type=Text | str)]
"""Text, or one plain string that serves both languages."""


def _said(words: Text) -> Text:
    if not words.en or not words.ko:
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
