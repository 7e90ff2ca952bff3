"""Values of the command line: read, held to their limits, every fault told in words at once."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import inf, isfinite

from optimizer.api.desk import LANGUAGES
from optimizer.errors import Issue, suggest
from optimizer.i18n import EMPTY, Message, _


def whole(name: str, least: int, most: int) -> Callable[[str], int | Issue]:
    """Reads a whole number of an option, from `least` to `most`; a fault comes back as an issue."""

    def read(text: str) -> int | Issue:
        if re.fullmatch(r"\s*[-+]?[0-9]{1,30}\s*", text) and least <= int(text) <= most:
            return int(text)
        remedy = _("Give a whole number from {least} to {most}.", least=least, most=most)
        return Issue(name, _not_usable(text), remedy)

    return read


def seed(parser: argparse.ArgumentParser) -> None:
    """The option --seed of a command that draws."""
    read = whole("--seed", 0, 10**18)
    told = _("the same seed gives the same draws")
    parser.add_argument("--seed", type=read, default=1, help=told)


def number(name: str, least: float = -inf, most: float = inf) -> Callable[[str], float | Issue]:
    """The same for any number that is neither endless nor none."""

    def read(text: str) -> float | Issue:
        try:
            value = float(text)
        except ValueError:
            value = inf
        if isfinite(value) and least <= value <= most:
            return value
        return Issue(name, _not_usable(text), _range(least, most))

    return read


def address(text: str) -> str | Issue:
    """Reads --scheduler."""
    if re.fullmatch(r"([a-z]+://)?[^\s/]+:[0-9]{1,5}", text):
        return text
    remedy = _("Write tcp://HOST:PORT.")
    return Issue("--scheduler", _not_usable(text), remedy)


def _not_usable(text: str) -> Message:
    cut = text if len(text) <= 40 else f"{text[:39]}…"
    return _("'{cut}' cannot be used here.", cut=cut)


def _range(least: float, most: float) -> Message:
    if isfinite(least) and isfinite(most):
        return _("Give a number from {least} to {most}.", least=f"{least:g}", most=f"{most:g}")
    if isfinite(least):
        return _("Give a number of {least} or more.", least=f"{least:g}")
    return _("Give an ordinary number, such as 1250.5.")


def faults(options: argparse.Namespace) -> list[Issue]:
    """Every value that could not be read."""
    return [one for value in vars(options).values() for one in _issues(value)]


def _issues(value: object) -> Iterator[Issue]:
    if isinstance(value, Issue):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _issues(one)


def spoken(given: Sequence[str]) -> tuple[str, bool]:
    """The language asked for, and whether plain data are, also where a command cannot be read."""
    language = "en"
    for before, word in pairwise(["", *given]):
        language = word if before == "--lang" else language
        language = word.partition("=")[2] if word.startswith("--lang=") else language
    return language if language in LANGUAGES else "en", "--json" in given


_FAULTS = (
    (
        r"argument (?P<where>\S+): invalid choice: (?P<given>.+) \(choose from (?P<known>.+)\)",
        _("{given} is not known here."),
        EMPTY,  # the nearest that is known
    ),
    (
        r"argument (?P<where>\S+): expected (?P<count>.+) arguments?",
        _("A value is missing."),
        _("Write it behind the option."),
    ),
    (
        r"argument (?P<where>\S+): not allowed with argument (?P<other>.+)",
        _("It cannot stand beside {other}."),
        _("Leave one of the two away."),
    ),
    (
        r"the following arguments are required: (?P<where>.+)",
        _("This is missing."),
        _("Add it; `{prog} --help` shows how."),
    ),
    (
        r"unrecognized arguments: (?P<where>.+)",
        _("This is no option of the command."),
        _("See `{prog} --help`."),
    ),
    (
        r"one of the arguments (?P<where>.+) is required",
        _("One of these is missing."),
        _("Add one; `{prog} --help` shows how."),
    ),
)
"""What argparse says, the only form in which it tells a fault → problem and remedy."""


def command_line(message: str, prog: str) -> Issue:
    """The issue behind argparse's words about a command line."""
    for pattern, *words in _FAULTS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            named = {**found.groupdict(), "prog": prog}
            problem, remedy = (text.filled(**named) for text in words)
            if "known" in named:
                known = named["known"].replace("'", "").split(", ")
                remedy = suggest(named["given"].strip("'"), known)
            return Issue(found["where"][:80], problem, remedy)
    cut = message[:200]
    return Issue(
        "command line",
        _("It cannot be read: {cut}.", cut=cut),
        _("See `{prog} --help`.", prog=prog),
    )
