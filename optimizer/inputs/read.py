"""Text of a document (YAML or JSON) → plain data, with repeated entries and bad syntax as issues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from optimizer.errors import InvalidInput, Issue

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """YAML 1.2 readings only: no dates, no yes/no, no base-60 numbers; 1e3 is a number."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
    ("float", r"^[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)$", list("-+.")),
    ("merge", r"^<<$", ["<"]),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _first)


def _integer(loader: Any, node: Any) -> int:
    return int(loader.construct_scalar(node))


_Loader.add_constructor("tag:yaml.org,2002:int", _integer)


def read_file(path: Path) -> dict[str, Any]:
    """The document in a file. Raises InvalidInput when it cannot be read or is no mapping."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise _bad(str(path), "There is no such file.", "Check the path.") from None
    except (OSError, UnicodeDecodeError) as fault:
        remedy = "Save the file as UTF-8 text and make sure it may be read."
        raise _bad(
            str(path), f"The file cannot be read ({fault.__class__.__name__}).", remedy
        ) from None
    return read_text(text, str(path))


def read_text(text: str, where: str = "document") -> dict[str, Any]:
    """The document in a text. Raises InvalidInput with every repeated entry, or the syntax fault."""
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        issues = list(_repeated(node, where))
        if issues:
            raise InvalidInput(issues)
        data = loader.construct_document(node) if node is not None else None
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        what = getattr(fault, "problem", None) or getattr(fault, "reason", None) or "not readable"
        remedy = "Check indentation, colons, brackets and quotes just before this place."
        raise _bad(f"{where}{line}", f"This is not valid YAML: {what}.", remedy) from None
    except (RecursionError, ValueError, TypeError):
        raise _bad(
            where,
            "The document refers to itself or is nested too deeply.",
            "Write each entry out; leave anchors and aliases away.",
        ) from None
    if not isinstance(data, dict):
        raise _bad(
            where,
            "The document is not a mapping of entries.",
            "Start it with 'schema: 1' and 'id: …'; `talent-budget schema` shows the layout.",
        )
    return data


def parse_value(text: str) -> Any:
    """One value written as in a document (for --set)."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506  (a safe loader)


def _repeated(node: Any, where: str, path: str = "") -> Iterator[Issue]:
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            name, line = str(key.value), key.start_mark.line + 1
            here = f"{path}.{name}".lstrip(".")
            if name in seen and name != "<<":
                yield Issue(
                    f"{where}, line {line}: {here}",
                    f"The entry '{name}' is given twice (first on line {seen[name]}).",
                    "Keep one of the two.",
                )
            seen[name] = line
            yield from _repeated(value, where, here)
    elif isinstance(node, yaml.SequenceNode):
        for i, part in enumerate(node.value):
            yield from _repeated(part, where, f"{path}[{i}]")


def _bad(where: str, problem: str, remedy: str) -> InvalidInput:
    return InvalidInput([Issue(where, problem, remedy)])
