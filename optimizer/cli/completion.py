"""The command that prints a script with which a shell completes commands, options and scenarios."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.answer import OPTIMAL, Answer, command
from optimizer.cli.help import commands_of
from optimizer.i18n import _

SCENARIOS = ("scenario", "scenarios")
"""Arguments that are shipped scenarios, or files."""
WORDS = {"ask": api.LP_QUESTIONS, "format": tuple(api.REPORT_FORMATS)}
"""Words of arguments that are no closed list to the parser, by the name of the argument."""


def register(commands: Any) -> None:
    """Adds `completion`."""
    text = _("completion of commands, options and scenarios for a shell")
    parser = command(commands, "completion", completion, text)
    parser.add_argument(
        "shell", choices=sorted(SHELLS), help=_("the shell whose script is printed")
    )


def completion(options: argparse.Namespace) -> Answer:
    """The script, made from the parser of all commands."""
    from optimizer.cli.commands import parser  # that module loads this one

    known = commands_of(parser())
    lines = [_line(name, one) for name, one in known.items()]
    script = "\n".join(SHELLS[options.shell](lines))
    return OPTIMAL, {"shell": options.shell, "script": script}, script


@dataclass(frozen=True)
class _Line:
    """What may stand behind one command."""

    name: str
    help: str
    flags: Mapping[str, str]
    """Options with their help."""
    values: Mapping[str, tuple[str, ...] | None]
    """Words that an option's value may be; none where any file may, empty where nothing is known.
    """
    words: tuple[str, ...]
    """Words that an argument may be."""
    files: bool
    """Whether an argument may be a file."""


def _line(name: str, parser: argparse.ArgumentParser) -> _Line:
    flags: dict[str, str] = {}
    values: dict[str, tuple[str, ...] | None] = {}
    words: list[str] = []
    files = False
    for action in parser._actions:
        known = tuple(map(str, action.choices or WORDS.get(action.dest, ())))
        is_file = action.type is Path
        for flag in action.option_strings:
            flags[flag] = str(action.help)
            if action.nargs != 0:
                values[flag] = None if is_file else known
        if not action.option_strings:
            shipped = tuple(api.shipped_scenarios()) if action.dest in SCENARIOS else ()
            words += [*known, *shipped]
            files = files or is_file or bool(shipped)
    return _Line(name, str(parser.description), flags, values, tuple(words), files)


def _bash(lines: list[_Line]) -> Iterator[str]:
    yield "# bash completion; load it with: source <(talent-budget completion bash)"
    yield "_talent_budget() {"
    yield '  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} words="" files=""'
    yield from _cases(lines, "${COMP_WORDS[1]}", '[ "$COMP_CWORD" -eq 1 ]', 'words="{}"')
    yield '  COMPREPLY=($(compgen -W "$words" -- "$cur"))'
    yield '  [ -z "$files" ] || COMPREPLY+=($(compgen -f -- "$cur"))'
    yield "}"
    yield "complete -o filenames -F _talent_budget talent-budget"


def _zsh(lines: list[_Line]) -> Iterator[str]:
    yield "#compdef talent-budget"
    yield "# zsh completion; load it with: source <(talent-budget completion zsh)"
    yield "_talent_budget() {"
    yield '  local cur=$words[CURRENT] prev=$words[CURRENT-1] command=$words[2] files=""'
    yield "  local -a found"
    yield from _cases(lines, "$command", "(( CURRENT == 2 ))", "found=({})")
    yield "  compadd -- $found"
    yield '  [ -z "$files" ] || _files'
    yield "}"
    yield "compdef _talent_budget talent-budget"


def _cases(lines: list[_Line], command: str, first: str, assign: str) -> Iterator[str]:
    """The words, and whether files may follow, by what stands before."""

    def words(known: Iterable[str]) -> str:
        return assign.format(" ".join(known))

    yield f'  if {first}; then set -- first; else set -- "{command}:$prev" "{command}"; fi'
    yield '  case "$1" in'
    names = (line.name for line in lines)
    yield f"    first) {words((*names, '--help', '--version', '--lang'))} ;;"
    for line in lines:
        for flag, values in line.values.items():
            yield f"    {line.name}:{flag}) {'files=yes' if values is None else words(values)} ;;"
    yield '    *) case "$2:$cur" in'
    for line in lines:
        yield f"      {line.name}:-*) {words(line.flags)} ;;"
        yield f"      {line.name}:*) {'files=yes; ' if line.files else ''}{words(line.words)} ;;"
    yield "    esac ;;"
    yield "  esac"


def _fish(lines: list[_Line]) -> Iterator[str]:
    start = "complete -c talent-budget"
    yield "# fish completion; load it with: talent-budget completion fish | source"
    yield f"{start} -f"
    yield f"{start} -n __fish_use_subcommand -l version -l help -l lang"
    for line in lines:
        yield f"{start} -n __fish_use_subcommand -a {line.name} -d {shlex.quote(line.help)}"
        here = f"{start} -n '__fish_seen_subcommand_from {line.name}'"
        if line.words:
            yield f"{here} -a {shlex.quote(' '.join(line.words))}"
        if line.files:
            yield f"{here} -F"
        for flag, text in line.flags.items():
            name = f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"
            values = line.values.get(flag, ())
            takes = "" if flag not in line.values else " -r -F" if values is None else " -x"
            known = f" -a {shlex.quote(' '.join(values))}" if values else ""
            yield f"{here} {name}{takes}{known} -d {shlex.quote(text)}"


SHELLS: Mapping[str, Callable[[list[_Line]], Iterator[str]]] = {
    "bash": _bash,
    "fish": _fish,
    "zsh": _zsh,
}
