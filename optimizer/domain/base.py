"""What every input class shares: frozen, strict, documented by the words under each field."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


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


def _both(value: Any) -> Any:
    return {"en": value, "ko": value} if isinstance(value, str) else value


Words = Annotated[Text, BeforeValidator(_both)]
"""Text, or one plain string that serves both languages."""

Name = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,63}$")]
"""Identifier: a letter, then letters, digits, '_' or '-'; at most 64 characters."""
