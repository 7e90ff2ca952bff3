"""`--help` in one language: every default, examples of every command, the words of argparse too."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from optimizer.api.desk import LANGUAGES
from optimizer.cli.help_examples import EXAMPLES
from optimizer.i18n import Message, _, pgettext

OWN: Mapping[str, Message] = {
    str(message): message
    for message in (
        _("usage: "), _("positional arguments"), _("options"), _("examples:"),
        _("show this help message and exit"),
    )
}  # fmt: skip
"""Words of argparse's own, and of what is added to it."""


def language_of(given: Sequence[str]) -> str:
    """The language of help: that of --lang, else that of the system."""
    for before, word in pairwise(["", *given]):
        asked = word.partition("=")[2] if word.startswith("--lang=") else word
        if asked in LANGUAGES and (before == "--lang" or asked != word):
            return asked
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    system = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return next((known for known in LANGUAGES if system.startswith(f"{known}_")), "en")


def commands_of(whole: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parsers of all commands by name."""
    found = (a for a in whole._actions if isinstance(a, argparse._SubParsersAction))
    return {name: parser for action in found for name, parser in action.choices.items()}


def tell(whole: argparse.ArgumentParser, language: str) -> None:
    """Puts every text of help into one language, with defaults and examples."""
    _told(whole, language)
    for action in whole._actions:
        for shown in getattr(action, "_choices_actions", ()):
            shown.help = in_language(shown.help, language)
    for name, parser in commands_of(whole).items():
        _told(parser, language)
        start = in_language("examples:", language)
        lines = [start, *(f"  {whole.prog} {line}" for line in EXAMPLES[name])]
        parser.epilog = "\n".join([*([f"{parser.epilog}\n"] if parser.epilog else []), *lines])


def in_language(text: str, language: str) -> str:
    """A text of help in a language; those of argparse's own are known by their English."""
    words = text if isinstance(text, Message) else OWN[text]
    return words.in_(language)


def _told(parser: argparse.ArgumentParser, language: str) -> None:
    parser.formatter_class = partial(_Formatter, language=language)
    if parser.description is not None:
        parser.description = in_language(parser.description, language)
    if parser.epilog is not None:
        parser.epilog = in_language(parser.epilog, language)
    for group in parser._action_groups:
        group.title = in_language(str(group.title), language)
    for action in parser._actions:
        if action.help is not None:
            told = in_language(action.help, language)
            action.help = told + "".join(_default(action, language, told))


def _default(action: argparse.Action, language: str, told: str) -> Iterator[str]:
    """The default of an option, unless it is told already or has to be given."""
    opening = _("default: ").in_(language)
    plain = isinstance(action, argparse._HelpAction | argparse._VersionAction)
    if plain or not action.option_strings or action.required or opening in told:
        return
    value = f"{opening}{_written(action.default, language)}"
    yield _(" ({value})", value=value).in_(language)


def _written(value: Any, language: str) -> str:
    if value is None or value == []:
        return pgettext("default", "none").in_(language)
    if value is False:
        return pgettext("default", "off").in_(language)
    return str(value) if isinstance(value, str | Path) else f"{value:g}"


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose usage is told in a language."""

    def __init__(self, *args: Any, language: str = "en", **options: Any) -> None:
        super().__init__(*args, **options)
        self.language = language

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The line of usage; the line of an error message has no prefix of ours."""
        own = in_language("usage: ", self.language) if prefix is None else prefix
        super().add_usage(usage, actions, groups, own)
