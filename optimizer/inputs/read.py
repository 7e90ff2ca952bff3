"""Text of a document (YAML 1.2 or JSON) → plain data; repeated entries and bad syntax refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from optimizer.domain.limits import MOST_BYTES
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import Message, _
from optimizer.inputs.extent import bounded
from optimizer.inputs.syntax import syntax_issue
from optimizer.inputs.tree import ONE_OF_TWO, WHOLE, Location, name_of, plain, spell
from optimizer.system.atomic_files import read_up_to
from optimizer.text.encodings import SAVE_AS_UTF8, NotText, text_in

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """YAML 1.2 readings only: no dates, no yes/no, no base-60 numbers; 1e3 is a number."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


_INT = re.compile(r"^[-+]?[0-9]{1,300}$")
_FLOATS = (
    re.compile(r"^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$"),
    re.compile(r"^[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)$"),
)
_NUMBERS = {"!!int": (_INT,), "!!float": _FLOATS}
"""What a text must look like to be the number that its tag says."""

for _tag, _pattern, _first in (
    ("null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""]),
    ("bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")),
    ("int", _INT, list("-+0123456789")),
    ("float", _FLOATS[0], list("-+.0123456789")),
    ("float", _FLOATS[1], list("-+.")),
    ("merge", re.compile(r"^<<$"), ["<"]),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", _pattern, _first)

_TAGS = ("null", "bool", "int", "float", "str", "map", "seq", "merge")
_KINDS = {f"tag:yaml.org,2002:{k}" for k in _TAGS}


def _integer(loader: Any, node: Any) -> int:
    return int(loader.construct_scalar(node))


_Loader.add_constructor("tag:yaml.org,2002:int", _integer)


def read_file(path: Path) -> dict[str, Any]:
    """The document in a file. Raises InvalidInput when it cannot be read or is no mapping."""
    try:
        content = read_up_to(path, MOST_BYTES)
    except FileNotFoundError:
        raise _bad(str(path), *_NO_FILE) from None
    except (OSError, ValueError):
        raise _bad(str(path), *_CLOSED) from None
    if len(content) > MOST_BYTES:
        raise _bad(str(path), *_TOO_LARGE)
    try:
        return read_text(text_in(content), path.name)
    except NotText as fault:
        where = path.name if fault.line is None else f"{path.name}, line {fault.line}"
        raise _bad(where, fault.problem, SAVE_AS_UTF8) from None


_NO_FILE = (
    _("There is no such file."),
    _("Check the folder and the name."),
)
_CLOSED = (
    _("The file cannot be opened."),
    _("Name a file, and make sure that you may read it."),
)
_TOO_LARGE = (
    _("The file is too large: more than {most_bytes} MB.", most_bytes=MOST_BYTES // 2**20),
    _("Name a scenario document; leave out what the plan does not need."),
)


def read_text(text: str, where: str = "document") -> dict[str, Any]:
    """The document in a text, names of entries as texts.

    Raises InvalidInput with every repeated entry, or the fault of syntax.
    """
    if len(text) > MOST_BYTES:
        raise _bad(where, *_TOO_LARGE)
    data = _read(text, where)
    if not isinstance(data, dict):
        raise _bad(where, _EMPTY if data is None else _NO_GROUP, _START)
    return data


_EMPTY = _("The file is empty.")
_NO_GROUP = _("The document is no group of entries.")
_START = _("Start it with 'schema: 1' and 'id: …'; `talent-budget schema` shows the layout.")


def parse_value(text: str, where: str) -> Any:
    """One value written as in a document. Raises InvalidInput as `read_text` does."""
    return _read(text, where)


def _read(text: str, where: str) -> Any:
    data, found = _json(text)
    if not found:
        try:
            bounded(yaml.parse(text, Loader=_Loader), where)
            loader = _Loader(text)
            node = loader.get_single_node()
            issues = list(_Nodes(where).faults(node, ()))
            if issues:
                raise InvalidInput(issues)
            data = None if node is None else loader.construct_document(node)
        except yaml.YAMLError as fault:
            raise InvalidInput([syntax_issue(fault, text, where)]) from None
        except (ValueError, TypeError):
            problem = _("A value does not fit its tag.")
            remedy = _("Leave tags such as '!!int' away.")
            raise _bad(where, problem, remedy) from None
    tree, issues = plain(data)
    if issues:
        places = [f"{where}: {i.where}" if i.where != WHOLE else where for i in issues]
        raise InvalidInput(
            [Issue(p, i.problem, i.remedy) for p, i in zip(places, issues, strict=True)]
        )
    return tree


class _RepeatedName(ValueError):
    """A name stands twice in a JSON object; the reading as YAML says where."""


def _json(text: str) -> tuple[Any, bool]:
    """The data of a sound JSON text; anything else is left to the reading as YAML."""
    if not text.lstrip().startswith("{"):
        return None, False
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant), True
    except (ValueError, RecursionError):
        return None, False


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name_of(key) for key, _other in pairs}) < len(pairs):
        raise _RepeatedName
    return dict(pairs)


def _no_constant(name: str) -> float:
    raise ValueError(name)


class _Nodes:
    """Faults of a YAML tree that its data no longer show: names given twice, foreign tags."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.seen: set[int] = set()

    def faults(self, node: Any, path: Location) -> Iterator[Issue]:
        """Every fault of a node and of what lies below it, each once."""
        if node is None or id(node) in self.seen:
            return
        self.seen.add(id(node))
        yield from self._tag(node, path)
        if isinstance(node, yaml.MappingNode):
            yield from self._entries(node, path)
        elif isinstance(node, yaml.SequenceNode):
            for i, part in enumerate(node.value):
                yield from self.faults(part, (*path, i))

    def _tag(self, node: Any, path: Location) -> Iterator[Issue]:
        """What is wrong with the tag of a node: a foreign one, or one of another kind of text."""
        tag = node.tag.replace("tag:yaml.org,2002:", "!!")
        remedy = _("Leave it away, or put the text into quotes.")
        if node.tag not in _KINDS:
            problem = _("The tag '{tag}' is not read here.", tag=tag)
            yield Issue(self._place(node, path), problem, remedy)
        elif isinstance(node, yaml.ScalarNode) and not _fits(node.value, tag):
            problem = _("'{node}' does not fit its tag '{tag}'.", node=node.value, tag=tag)
            yield Issue(self._place(node, path), problem, remedy)

    def _entries(self, node: yaml.MappingNode, path: Location) -> Iterator[Issue]:
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                yield Issue(self._place(key, path), *_GROUP_AS_NAME)
                continue
            name = name_of(key.value)
            yield from self._tag(key, (*path, name))
            if name in lines and name != "<<":
                problem = _(
                    "The entry '{name}' is given twice (first on line {lines}).",
                    name=name,
                    lines=lines[name],
                )
                yield Issue(self._place(key, (*path, name)), problem, ONE_OF_TWO)
            lines.setdefault(name, key.start_mark.line + 1)
            yield from self.faults(value, (*path, name))

    def _place(self, node: Any, path: Location) -> str:
        line = f"{self.where}, line {node.start_mark.line + 1}"
        return f"{line}: {spell(path)}" if path else line


def _fits(text: str, tag: str) -> bool:
    """Whether a text is such a number as its tag says; other tags take any text."""
    patterns = _NUMBERS.get(tag)
    return patterns is None or any(pattern.match(text) for pattern in patterns)


_GROUP_AS_NAME = (
    _("A group cannot name an entry."),
    _("Write a text before the colon, and put '{' or '[' into quotes."),
)


def _bad(where: str, problem: Message, remedy: Message) -> InvalidInput:
    return InvalidInput([Issue(where, problem, remedy)])
