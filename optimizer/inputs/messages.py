"""Faults of form in a planner's words: a validation error → where, what, remedy."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from optimizer.domain.scenario import Scenario
from optimizer.errors import Issue, suggest
from optimizer.inputs.layout import Place, entries, field_of, follow, kinds_of
from optimizer.inputs.retired import told
from optimizer.inputs.tree import Location, at, spell

_EXPECTED = {
    "float_type": "A number is expected here.",
    "int_type": "A whole number is expected here.",
    "int_from_float": "A whole number is expected here.",
    "bool_type": "true or false is expected here.",
    "string_type": "A text is expected here.",
    "model_type": "A group of entries is expected here.",
    "model_attributes_type": "A group of entries is expected here.",
    "dict_type": "A group of named entries is expected here.",
    "mapping_type": "A group of named entries is expected here.",
    "tuple_type": "A list is expected here.",
}
_LIMITS = {
    "greater_than_equal": ("ge", "at least"),
    "greater_than": ("gt", "more than"),
    "less_than_equal": ("le", "at most"),
    "less_than": ("lt", "less than"),
}
NO_COMMAS = "Write large numbers without commas between the digits."
_NAME_RULE = "Use a letter first, then letters, digits, '_' or '-'"


def issue_of(error: Any, document: Any, root: type[BaseModel] = Scenario) -> Issue:
    """The issue behind one of pydantic's errors about `document`."""
    place = follow(error["loc"], root)
    kind = error["type"]
    tell = _TELL.get(kind)
    if kind in _EXPECTED:
        tell = _other_kind
    elif kind in _LIMITS:
        tell = _out_of_range
    where = spell(path_by_id(place.path, document)) or "document"
    if tell is None:
        return Issue(where, "This cannot be read here.", _found(place, error))
    suffix, problem, remedy = tell(place, error)
    return Issue(f"{where}{suffix}", problem, remedy)


Told = tuple[str, str, str]
"""What follows the place, the problem, the remedy."""


def path_by_id(path: Location, document: Any) -> Location:
    """A place with a rule's position replaced by its identifier where that is unmistakable."""
    if len(path) < 2 or path[0] != "rules":
        return path
    rules = at(document, ("rules",))
    name = at(document, (*path[:2], "id"))
    twins = [r for r in rules if at(r, ("id",)) == name] if isinstance(rules, list) else []
    if not isinstance(name, str) or len(twins) != 1 or not re.fullmatch(r"[A-Za-z][\w-]*", name):
        return path
    return ("rules", name, *path[2:])


def share_remedy(value: float, most: float) -> str:
    """What to do about a share above its limit; percentages are the usual cause."""
    if most == 1.0 and 1.0 < value <= 100.0:
        return f"A share is a fraction of at most 1: write {value / 100:g} for {value:g} %."
    return f"Give at most {most:g}."


def _surplus(place: Place, error: Any) -> Told:
    name = str(place.path[-1])
    known = entries(place.group) if place.group is not None else []
    retired = told(name, known)
    if retired is not None:
        return ("", *retired)
    remedy = suggest(name, known)
    if name.isdigit() and error.get("input") is None:
        remedy = NO_COMMAS
    return "", f"There is no entry called '{name}' here.", remedy


def _missing(place: Place, error: Any) -> Told:
    meaning = _meaning(place)
    return (
        "",
        "The entry is missing.",
        f"Add '{place.path[-1]}'" + (f": {meaning}" if meaning else "."),
    )


def _unknown_kind(place: Place, error: Any) -> Told:
    given = error.get("ctx", {}).get("tag", "")
    return (
        ".kind",
        f"'{given}' is not known here.",
        suggest(given, map(str, kinds_of(place.annotation))),
    )


def _no_kind(place: Place, error: Any) -> Told:
    known = ", ".join(map(str, kinds_of(place.annotation)))
    return ".kind", "The entry is missing.", f"Add 'kind', one of {known}."


def _unknown_word(place: Place, error: Any) -> Told:
    if place.path == ("schema",):
        problem = f"Layout {_shown(error)} of the document cannot be read."
        return "", problem, "Write 'schema: 1', and the document in that layout."
    expected = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
    known = [word.strip(" '") for word in expected.split(", ")]
    return "", f"{_shown(error)} is not known here.", suggest(error.get("input"), known)


def _illegal_name(place: Place, error: Any) -> Told:
    given = str(error.get("input"))
    if place.path == ("country",):
        problem = f"'{given}' is not a country code."
        return "", problem, "Write the three capital letters of ISO 3166, e.g. KOR."
    legal = re.sub(r"^[^A-Za-z]+|[^A-Za-z0-9]+$", "", re.sub(r"[^A-Za-z0-9_-]+", "_", given[:64]))
    example = f", e.g. '{legal}'." if legal else "; at most 64 characters."
    return "", f"'{given}' is not a legal name.", _NAME_RULE + example


def _not_a_year(place: Place, error: Any) -> Told:
    return "", f"'{error.get('input')}' is not a year.", "Write four digits, e.g. 2025."


def _disordered(place: Place, error: Any) -> Told:
    text = str(error.get("ctx", {}).get("error", "The entries do not fit together"))
    ordered = "low ≤ value ≤ high must hold; leave out the end that is not known."
    remedy = ordered if "the value" in text else "Correct or remove these entries."
    return "", f"{text[:1].upper()}{text[1:]}.", remedy


def _out_of_range(place: Place, error: Any) -> Told:
    entry, words = _LIMITS[error["type"]]
    limit, given = error["ctx"][entry], error.get("input")
    remedy = f"Give a number of {words} {limit:g}."
    if entry == "le":
        remedy = share_remedy(float(given), float(limit))
    return "", f"{_shown(error)} is out of range.", remedy


def _not_finite(place: Place, error: Any) -> Told:
    return "", "The number is not finite.", "Write an ordinary number; leave out what is not known."


def _empty(place: Place, error: Any) -> Told:
    least = error.get("ctx", {}).get("min_length", 1)
    few = "entry is" if least == 1 else "entries are"
    meaning = _meaning(place)
    remedy = "Add what is missing" + (f": {meaning}" if meaning else ".")
    return "", f"At least {least} {few} needed here.", remedy


def _too_many(place: Place, error: Any) -> Told:
    most = error["ctx"]["max_length"]
    return "", f"At most {most} entries may stand here.", _meaning(place) or "Remove some."


def _no_text(place: Place, error: Any) -> Told:
    return "", "The text is empty.", _meaning(place) or "Write a text."


def _other_kind(place: Place, error: Any) -> Told:
    if "input" in error and error["input"] is None:
        return "", "The entry is empty.", f"{_EXPECTED[error['type']]} {_meaning(place)}".strip()
    if error.get("ctx", {}).get("class_name") == "Text":
        remedy = "Write one text, or {en: …, ko: …}."
        if isinstance(error["input"], bool | int | float):
            remedy = f"Put it into quotes: '{_shown(error)}', or write {{en: …, ko: …}}."
        return "", "A text is expected here.", remedy
    return "", _EXPECTED[error["type"]], _found(place, error)


_TELL: Mapping[str, Callable[[Place, Any], Told]] = {
    "extra_forbidden": _surplus,
    "missing": _missing,
    "union_tag_invalid": _unknown_kind,
    "union_tag_not_found": _no_kind,
    "literal_error": _unknown_word,
    "enum": _unknown_word,
    "string_pattern_mismatch": _illegal_name,
    "year_name": _not_a_year,
    "value_error": _disordered,
    "finite_number": _not_finite,
    "too_short": _empty,
    "too_long": _too_many,
    "string_too_short": _no_text,
}


def _found(place: Place, error: Any) -> str:
    """The remedy for a value of another kind than expected."""
    given = error.get("input")
    kind = error["type"]
    if kind in ("float_type", "int_type") and isinstance(given, str):
        percent = re.fullmatch(r"\s*([0-9.]+)\s*%\s*", given)
        digits = re.sub(r"[\s,_']", "", given)
        if percent is not None and percent[1].count(".") < 2 and percent[1] != ".":
            return f"Write shares as fractions: {float(percent[1]) / 100:g}."
        if re.fullmatch(r"[-+]?[0-9]+(\.[0-9]+)?", digits):
            return f"Write {digits} without quotes or separators."
    if kind == "bool_type":
        return "Write true or false, without quotes."
    if kind == "string_type" and isinstance(given, bool | int | float):
        return f"Put it into quotes: '{_shown(error)}'."
    if kind == "tuple_type" and isinstance(given, dict):
        return "Begin each member with '- ', or write [ … ]."
    meaning = _meaning(place)
    return f"Found {_shown(error)}{f': {meaning}' if meaning else '.'}"


def _shown(error: Any) -> str:
    """What the document says, cut short."""
    given = error.get("input")
    if isinstance(given, str):
        return f"'{given}'" if len(given) < 60 else f"'{given[:57]}…'"
    text = json.dumps(given, ensure_ascii=False, default=str)
    return text if len(text) < 60 else f"{text[:57]}…"


def _meaning(place: Place) -> str:
    """What the layout says about an entry, cut short."""
    if place.group is None or not place.path:
        return ""
    field = field_of(place.group, place.path[-1])
    words = " ".join((field.description or "").split()) if field is not None else ""
    return words if len(words) < 160 else f"{words[:157]}…"
