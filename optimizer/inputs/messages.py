"""Faults of form in a planner's words: an error → where, what, remedy."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from optimizer.domain.base import Text
from optimizer.domain.scenario import Scenario
from optimizer.errors import Issue, suggest
from optimizer.i18n import SOURCE, Message, _, ngettext, pgettext, rendered, verbatim
from optimizer.inputs.layout import Place, bare, entries, follow, kinds_of
from optimizer.inputs.meanings import meaning
from optimizer.inputs.retired import told
from optimizer.inputs.tree import Location, at, spell
from optimizer.inputs.written_numbers import rewritten

_WHOLE = _("A whole number is expected here.")
_A_TEXT = _("A text is expected here.")
_GROUP = _("A group of entries is expected here.")
_NAMED = _("A group of named entries is expected here.")
_EXPECTED = {
    "float_type": _("A number is expected here."),
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "bool_type": _("true or false is expected here."),
    "string_type": _A_TEXT,
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
    "dict_type": _NAMED,
    "mapping_type": _NAMED,
    "tuple_type": _("A list is expected here."),
}
_LIMITS = {
    "greater_than_equal": ("ge", pgettext("bound", "at least")),
    "greater_than": ("gt", _("more than")),
    "less_than_equal": ("le", pgettext("bound", "at most")),
    "less_than": ("lt", _("less than")),
}
NO_COMMAS = _("Write large numbers without commas between the digits.")
NAME_RULE = _("Use a letter first, then letters, digits, '_' or '-'")
_MISSING = _("The entry is missing.")
_NO_TEXT = _("The text is empty.")
_FULL_STOP = _(".")


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
        problem = _("This cannot be read here.")
        return Issue(where, problem, _found(place, error))
    suffix, problem, remedy = tell(place, error)
    return Issue(f"{where}{suffix}", problem, remedy)


Told = tuple[str, Message, Message]
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


def share_remedy(value: float, most: float) -> Message:
    """What to do about a share above its limit; percentages are the usual cause."""
    if most == 1.0 and 1.0 < value <= 100.0:
        share, percent = f"{value / 100:g}", f"{value:g}%"
        return _(
            "A share is a fraction of at most 1: write {share} for {percent}.",
            share=share,
            percent=percent,
        )
    return _("Give at most {most}.", most=f"{most:g}")


def _surplus(place: Place, error: Any) -> Told:
    name = str(place.path[-1])
    known = entries(place.group) if place.group is not None else []
    retired = told(name, known)
    if retired is not None:
        return ("", *retired)
    remedy = suggest(name, known)
    if name.isdigit() and error.get("input") is None:
        remedy = NO_COMMAS
    return "", _("There is no entry called '{name}' here.", name=name), remedy


def _missing(place: Place, error: Any) -> Told:
    name = place.path[-1]
    return "", _MISSING, _("Add '{name}'", name=name) + _meant(place)


def _unknown_kind(place: Place, error: Any) -> Told:
    given = error.get("ctx", {}).get("tag", "")
    return ".kind", _not_known(f"'{given}'"), suggest(given, map(str, kinds_of(place.annotation)))


def _no_kind(place: Place, error: Any) -> Told:
    known = ", ".join(map(str, kinds_of(place.annotation)))
    remedy = _("Add 'kind', one of {known}.", known=known)
    return ".kind", _MISSING, remedy


def _unknown_word(place: Place, error: Any) -> Told:
    if place.path == ("schema",):
        layout = _shown(error)
        problem = _("Layout {layout} of the document cannot be read.", layout=layout)
        remedy = _("Write 'schema: 1', and the document in that layout.")
        return "", problem, remedy
    expected = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
    known = [word.strip(" '") for word in expected.split(", ")]
    return "", _not_known(_shown(error)), suggest(error.get("input"), known)


def _not_known(shown: str) -> Message:
    return _("{shown} is not known here.", shown=shown)


def _illegal_name(place: Place, error: Any) -> Told:
    given = str(error.get("input"))
    if place.group is Text:
        problem = _("'{given}' is no code of a language.", given=given)
        return "", problem, _("Write two or three small letters, e.g. en or ko.")
    if place.path == ("country",):
        problem = _("'{given}' is not a country code.", given=given)
        remedy = _("Write the three capital letters of ISO 3166, e.g. KOR.")
        return "", problem, remedy
    legal = re.sub(r"^[^A-Za-z]+|[^A-Za-z0-9]+$", "", re.sub(r"[^A-Za-z0-9_-]+", "_", given[:64]))
    example = _("; at most 64 characters.")
    if legal:
        example = _(", e.g. '{legal}'.", legal=legal)
    problem = _("'{given}' is not a legal name.", given=given)
    return "", problem, NAME_RULE + example


def _not_a_year(place: Place, error: Any) -> Told:
    given = error.get("input")
    problem = _("'{given}' is not a year.", given=given)
    return "", problem, _("Write four digits, e.g. 2025.")


def _disordered(place: Place, error: Any) -> Told:
    (text,) = error["ctx"]["error"].args
    remedy = _ORDERED if "the value" in text else _CORRECT
    return "", verbatim(rendered(_sentence, text)), remedy


def _sentence(text: str, *, language: str) -> str:
    begin = text[:1].upper() if language == SOURCE else text[:1]
    return f"{begin}{text[1:]}."


_ORDERED = _("low ≤ value ≤ high must hold; leave out the end that is not known.")
_CORRECT = _("Correct or remove these entries.")


def _out_of_range(place: Place, error: Any) -> Told:
    entry, words = _LIMITS[error["type"]]
    limit, given = error["ctx"][entry], error.get("input")
    shown = _shown(error)
    remedy = _("Give a number of {words} {limit}.", words=words, limit=f"{limit:g}")
    if entry == "le":
        remedy = share_remedy(float(given), float(limit))
    return "", _("{shown} is out of range.", shown=shown), remedy


def _not_finite(place: Place, error: Any) -> Told:
    problem = _("The number is not finite.")
    remedy = _("Write an ordinary number; leave out what is not known.")
    return "", problem, remedy


def _empty(place: Place, error: Any) -> Told:
    least = error.get("ctx", {}).get("min_length", 1)
    problem = ngettext(
        "At least {least} entry is needed here.",
        "At least {least} entries are needed here.",
        least,
        least=least,
    )
    return "", problem, _("Add what is missing") + _meant(place)


def _too_many(place: Place, error: Any) -> Told:
    most = error["ctx"]["max_length"]
    problem = _("At most {most} entries may stand here.", most=most)
    return "", problem, _meaning(place) or _("Remove some.")


def _no_text(place: Place, error: Any) -> Told:
    return "", _NO_TEXT, _meaning(place) or _("Write a text.")


def _other_kind(place: Place, error: Any) -> Told:
    if "input" in error and error["input"] is None:
        remedy, more = _EXPECTED[error["type"]], _meaning(place)
        problem = _("The entry is empty.")
        return "", problem, remedy + " " + more if more else remedy
    if bare(place.annotation) is Text:
        remedy = _("Write one text, or {en: …, ko: …}.")
        if isinstance(error["input"], bool | int | float):
            shown = _shown(error)
            remedy = _("Put it into quotes: '{shown}', or write {{en: …, ko: …}}.", shown=shown)
        return "", _A_TEXT, remedy
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


def _found(place: Place, error: Any) -> Message:
    """The remedy for a value of another kind than expected."""
    given = error.get("input")
    kind = error["type"]
    if kind in ("float_type", "int_type") and isinstance(given, str):
        remedy = rewritten(given)
        if remedy is not None:
            return remedy
    if kind == "bool_type":
        return _("Write true or false, without quotes.")
    if kind == "string_type" and isinstance(given, bool | int | float):
        shown = _shown(error)
        return _("Put it into quotes: '{shown}'.", shown=shown)
    if kind == "tuple_type" and isinstance(given, dict):
        return _("Begin each member with '- ', or write [ … ].")
    shown = _shown(error)
    found, words = _("Found {shown}", shown=shown), _meaning(place)
    return found + _FULL_STOP if words is None else found + _(": ") + words


def _shown(error: Any) -> str:
    """What the document says, cut short."""
    given = error.get("input")
    if isinstance(given, str):
        return f"'{given}'" if len(given) < 60 else f"'{given[:57]}…'"
    text = json.dumps(given, ensure_ascii=False, default=str)
    return text if len(text) < 60 else f"{text[:57]}…"


def _meaning(place: Place) -> Message | None:
    """What the layout says about an entry, cut short; None where it says nothing."""
    return meaning(place.group, place.path[-1]) if place.group is not None and place.path else None


def _meant(place: Place) -> Message:
    """The same after a colon, or a full stop."""
    words = _meaning(place)
    return _FULL_STOP if words is None else pgettext("meaning", ": ") + words
