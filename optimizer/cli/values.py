"""Values of the command line: read, held to their limits, every fault told in words at once."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import inf, isfinite

from optimizer.api.desk import LANGUAGES
from optimizer.errors import Issue, Said, suggest
from optimizer.i18n import Message, _


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


_WORDS = (
    (r"argument (?P<where>\S+): invalid choice: (?P<given>.+) \(choose from (?P<known>.+)\)",
     "{given} is not known here.", "사용할 수 없는 값: {given}.", "", ""),
    (r"argument (?P<where>\S+): expected (?P<count>.+) arguments?",
     "A value is missing.", "값 누락.",
     "Write it behind the option.", "옵션 뒤에 값을 기재."),
    (r"argument (?P<where>\S+): not allowed with argument (?P<other>.+)",
     "It cannot stand beside {other}.", "{other} 옵션과 함께 쓸 수 없음.",
     "Leave one of the two away.", "둘 중 하나 삭제."),
    (r"the following arguments are required: (?P<where>.+)",
     "This is missing.", "누락된 인수.",
     "Add it; `{prog} --help` shows how.", "추가. 사용법: `{prog} --help`."),
    (r"unrecognized arguments: (?P<where>.+)",
     "This is no option of the command.", "명령에 없는 옵션.",
     "See `{prog} --help`.", "`{prog} --help` 참조."),
    (r"one of the arguments (?P<where>.+) is required",
     "One of these is missing.", "다음 중 하나 누락.",
     "Add one; `{prog} --help` shows how.", "하나 추가. 사용법: `{prog} --help`."),
)  # fmt: skip
"""What argparse says → problem and remedy in both languages."""


def command_line(message: str, prog: str) -> Issue:
    """The issue behind argparse's words about a command line."""
    for pattern, *words in _WORDS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            named = {**found.groupdict(), "prog": prog}
            en, ko, remedy, remedy_ko = (text.format(**named) for text in words)
            where = found["where"][:80]
            if "known" in named:
                known = named["known"].replace("'", "").split(", ")
                return Issue(where, Said(en, ko), suggest(named["given"].strip("'"), known))
            return Issue(where, Said(en, ko), Said(remedy, remedy_ko))
    cut = message[:200]
    return Issue(
        "command line",
        _("It cannot be read: {cut}.", cut=cut),
        _("See `{prog} --help`.", prog=prog),
    )
