"""The reference of `optimizer.api`, read off its names, signatures and docstrings."""

from __future__ import annotations

import ast
import dataclasses
import enum
import inspect
import textwrap
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any

from docs.making.markdown import code, fence, heading, pages, plain, table
from docs.making.words import first_sentence, purpose, told
from optimizer import api, lp

GROUPS = ("Functions", "Classes", "Modules", "Values")


def public(module: ModuleType) -> dict[str, Any]:
    """The public names of a module, in order of the alphabet."""
    names = getattr(module, "__all__", None) or [n for n in vars(module) if not n.startswith("_")]
    found = {name: getattr(module, name) for name in sorted(names, key=str.casefold)}
    return {name: one for name, one in found.items() if name != "annotations"}


def group(thing: Any) -> str:
    """Under which heading a name stands."""
    if isinstance(thing, type):
        return "Classes"
    if inspect.ismodule(thing):
        return "Modules"
    return "Functions" if callable(thing) else "Values"


def signature(name: str, thing: Any) -> str:
    """The call as one writes it, one argument a line where it is long."""
    try:
        stated = inspect.signature(thing)
    except (TypeError, ValueError):
        return name
    parts, star = [], False
    for one in stated.parameters.values():
        if one.kind is one.KEYWORD_ONLY and not star:
            parts.append("*")
        star = star or one.kind in (one.KEYWORD_ONLY, one.VAR_POSITIONAL)
        if one.name != "self":
            parts.append(_argument(one))
    gives = "" if stated.return_annotation is stated.empty else f" -> {_short(stated)}"
    line = f"{name}({', '.join(parts)}){gives}"
    if len(line) <= 96:
        return line
    return f"{name}(\n" + "".join(f"    {part},\n" for part in parts) + f"){gives}"


def _short(stated: inspect.Signature) -> str:
    return _type(stated.return_annotation)


def _argument(one: inspect.Parameter) -> str:
    """An argument with its type and its default."""
    sign = "*" * ((one.kind is one.VAR_POSITIONAL) + 2 * (one.kind is one.VAR_KEYWORD))
    kind = "" if one.annotation is one.empty else f": {_type(one.annotation)}"
    default = repr(one.default)
    if isinstance(one.default, enum.Enum):
        default = f"{type(one.default).__name__}.{one.default.name}"
    elif inspect.isfunction(one.default):
        default = one.default.__name__
    equals = "" if one.default is one.empty else f" = {default}"
    return f"{sign}{one.name}{kind}{equals}"


@cache
def attribute_words(kind: type) -> dict[str, str]:
    """What stands under each attribute of a class in its source."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    except (OSError, TypeError, SyntaxError):
        return {}
    assert isinstance(tree, ast.ClassDef)
    found: dict[str, str] = {}
    for one, after in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(one, ast.AnnAssign | ast.Assign) and isinstance(after, ast.Expr):
            targets = [one.target] if isinstance(one, ast.AnnAssign) else one.targets
            if isinstance(after.value, ast.Constant) and isinstance(targets[0], ast.Name):
                found[targets[0].id] = " ".join(str(after.value.value).split())
    return found


def _fields(kind: type) -> Iterator[tuple[str, str, str]]:
    """Attributes of a class: name, type, meaning."""
    words: dict[str, str] = {}
    for one in reversed(kind.__mro__):
        if one.__module__.split(".")[0] == "optimizer":
            words |= attribute_words(one)
    if issubclass(kind, enum.Enum):
        for member in kind:
            yield code(member.name), code(repr(member.value)), plain(words.get(member.name, ""))
    elif dataclasses.is_dataclass(kind):
        for field in dataclasses.fields(kind):
            if not field.name.startswith("_"):
                yield code(field.name), code(_type(field.type)), plain(words.get(field.name, ""))
    elif hasattr(kind, "model_fields"):
        for name, field in kind.model_fields.items():
            meaning = field.description or words.get(name, "")
            yield code(name), code(_type(kind.__annotations__.get(name, ""))), plain(meaning)


def _type(stated: Any) -> str:
    text = stated if isinstance(stated, str) else getattr(stated, "__name__", str(stated))
    return "" if "Annotated[" in text else " ".join(text.replace('"', "").split())


def _methods(kind: type) -> Iterator[tuple[str, str]]:
    """Public methods and properties written in the class itself."""
    for name, member in vars(kind).items():
        if name.startswith("_") or (not callable(member) and not _is_property(member)):
            continue
        inner = getattr(member, "fget", None) or getattr(member, "func", None) or member
        inner = getattr(inner, "__func__", inner)
        if not inspect.isfunction(inner):
            continue
        call = name if _is_property(member) else signature(name, inner)
        yield code(" ".join(call.split())), plain(first_sentence(purpose(inner)))


def _is_property(member: Any) -> bool:
    return isinstance(member, property) or type(member).__name__ == "cached_property"


def _entry(name: str, thing: Any, mark: str) -> Iterator[str]:
    """One name with all that its source says of it."""
    anchor = f"{mark}-{group(thing).lower()}-{name.replace('_', '-').lower()}"
    yield heading(4, f"`{name}`", anchor)
    if isinstance(thing, type):
        yield told(purpose(thing))
        yield table(("attribute", "type", "meaning"), _fields(thing))
        yield table(("method or property", "meaning"), _methods(thing))
    elif inspect.ismodule(thing):
        yield told(purpose(thing))
        inside = (
            (code(n), plain(first_sentence(purpose(f))))
            for n, f in public(thing).items()
            if inspect.isfunction(f) and f.__module__ == thing.__name__
        )
        yield table(("function", "meaning"), inside)
    elif callable(thing):
        yield fence("python", signature(name, thing))
        yield told(purpose(thing))
    else:
        yield fence("python", f"{name} = {thing!r}")


def _module(module: ModuleType, mark: str) -> Iterator[str]:
    """Every public name of a module, functions first."""
    known = public(module)
    yield heading(2, f"`{module.__name__}`")
    yield first_sentence(purpose(module))
    for title in GROUPS:
        chosen = {name: one for name, one in known.items() if group(one) == title}
        if chosen:
            yield heading(3, title)
        for name, thing in chosen.items():
            yield from _entry(name, thing, mark)


def text() -> str:
    """The facade, then the toolkit for linear programmes."""
    return pages([*_module(api, "api"), *_module(lp, "lp")])
