"""Faults of form in a planner's words, in both languages: an error → where, what, remedy."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from optimizer.domain.scenario import Scenario
from optimizer.errors import Issue, Said, suggest
from optimizer.inputs.layout import Place, entries, follow, kinds_of
from optimizer.inputs.meanings import meaning
from optimizer.inputs.retired import told
from optimizer.inputs.tree import Location, at, spell
from optimizer.inputs.written_numbers import rewritten

_WHOLE = Said("A whole number is expected here.", "정수 필요.")
_A_TEXT = Said("A text is expected here.", "텍스트 필요.")
_GROUP = Said("A group of entries is expected here.", "항목 묶음 필요.")
_NAMED = Said("A group of named entries is expected here.", "이름 붙은 항목 묶음 필요.")
_EXPECTED = {
    "float_type": Said("A number is expected here.", "숫자 필요."),
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "bool_type": Said("true or false is expected here.", "true 또는 false 필요."),
    "string_type": _A_TEXT,
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
    "dict_type": _NAMED,
    "mapping_type": _NAMED,
    "tuple_type": Said("A list is expected here.", "목록 필요."),
}
_LIMITS = {
    "greater_than_equal": ("ge", Said("at least", "이상")),
    "greater_than": ("gt", Said("more than", "초과")),
    "less_than_equal": ("le", Said("at most", "이하")),
    "less_than": ("lt", Said("less than", "미만")),
}
NO_COMMAS = Said(
    "Write large numbers without commas between the digits.", "큰 수는 쉼표 없이 기재."
)
NAME_RULE = Said(
    "Use a letter first, then letters, digits, '_' or '-'",
    "영문자로 시작하고 영문자, 숫자, '_', '-'만 사용",
)
_MISSING = Said("The entry is missing.", "항목 누락.")
_NO_TEXT = Said("The text is empty.", "텍스트가 비어 있음.")
_FULL_STOP = Said(".", ".")


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
        problem = Said("This cannot be read here.", "여기서 읽을 수 없는 내용.")
        return Issue(where, problem, _found(place, error))
    suffix, problem, remedy = tell(place, error)
    return Issue(f"{where}{suffix}", problem, remedy)


Told = tuple[str, Said, Said]
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


def share_remedy(value: float, most: float) -> Said:
    """What to do about a share above its limit; percentages are the usual cause."""
    if most == 1.0 and 1.0 < value <= 100.0:
        share, percent = f"{value / 100:g}", f"{value:g}%"
        return Said(
            f"A share is a fraction of at most 1: write {share} for {percent}.",
            f"비율은 1 이하의 소수임. {percent}: {share} 기재.",
        )
    return Said(f"Give at most {most:g}.", f"{most:g} 이하로 기재.")


def _surplus(place: Place, error: Any) -> Told:
    name = str(place.path[-1])
    known = entries(place.group) if place.group is not None else []
    retired = told(name, known)
    if retired is not None:
        return ("", *retired)
    remedy = suggest(name, known)
    if name.isdigit() and error.get("input") is None:
        remedy = NO_COMMAS
    return "", Said(f"There is no entry called '{name}' here.", f"없는 항목: '{name}'."), remedy


def _missing(place: Place, error: Any) -> Told:
    name = place.path[-1]
    return "", _MISSING, Said(f"Add '{name}'", f"'{name}' 추가") + _meant(place)


def _unknown_kind(place: Place, error: Any) -> Told:
    given = error.get("ctx", {}).get("tag", "")
    return ".kind", _not_known(f"'{given}'"), suggest(given, map(str, kinds_of(place.annotation)))


def _no_kind(place: Place, error: Any) -> Told:
    known = ", ".join(map(str, kinds_of(place.annotation)))
    remedy = Said(f"Add 'kind', one of {known}.", f"'kind' 추가. 종류: {known}.")
    return ".kind", _MISSING, remedy


def _unknown_word(place: Place, error: Any) -> Told:
    if place.path == ("schema",):
        layout = _shown(error)
        problem = Said(
            f"Layout {layout} of the document cannot be read.", f"문서 구조 {layout}: 읽을 수 없음."
        )
        remedy = Said(
            "Write 'schema: 1', and the document in that layout.",
            "'schema: 1'로 쓰고 문서를 그 구조로 작성.",
        )
        return "", problem, remedy
    expected = str(error.get("ctx", {}).get("expected", "")).replace(" or ", ", ")
    known = [word.strip(" '") for word in expected.split(", ")]
    return "", _not_known(_shown(error)), suggest(error.get("input"), known)


def _not_known(shown: str) -> Said:
    return Said(f"{shown} is not known here.", f"사용할 수 없는 값: {shown}.")


def _illegal_name(place: Place, error: Any) -> Told:
    given = str(error.get("input"))
    if place.path == ("country",):
        problem = Said(f"'{given}' is not a country code.", f"'{given}': 국가 부호 아님.")
        remedy = Said(
            "Write the three capital letters of ISO 3166, e.g. KOR.",
            "ISO 3166의 대문자 세 글자로 기재. 예: KOR.",
        )
        return "", problem, remedy
    legal = re.sub(r"^[^A-Za-z]+|[^A-Za-z0-9]+$", "", re.sub(r"[^A-Za-z0-9_-]+", "_", given[:64]))
    example = Said("; at most 64 characters.", "(64자 이내).")
    if legal:
        example = Said(f", e.g. '{legal}'.", f". 예: '{legal}'.")
    problem = Said(f"'{given}' is not a legal name.", f"'{given}': 이름으로 쓸 수 없음.")
    return "", problem, NAME_RULE + example


def _not_a_year(place: Place, error: Any) -> Told:
    given = error.get("input")
    problem = Said(f"'{given}' is not a year.", f"'{given}': 연도 아님.")
    return "", problem, Said("Write four digits, e.g. 2025.", "네 자리 숫자로 기재. 예: 2025.")


def _disordered(place: Place, error: Any) -> Told:
    (text,) = error["ctx"]["error"].args
    remedy = _ORDERED if "the value" in text else _CORRECT
    return "", Said(f"{text[:1].upper()}{text[1:]}.", f"{text.ko}."), remedy


_ORDERED = Said(
    "low ≤ value ≤ high must hold; leave out the end that is not known.",
    "low ≤ value ≤ high 필요. 모르는 쪽 끝은 삭제.",
)
_CORRECT = Said("Correct or remove these entries.", "해당 항목 수정 또는 삭제.")


def _out_of_range(place: Place, error: Any) -> Told:
    entry, words = _LIMITS[error["type"]]
    limit, given = error["ctx"][entry], error.get("input")
    shown = _shown(error)
    remedy = Said(f"Give a number of {words} {limit:g}.", f"{limit:g} {words.ko}의 수 기재.")
    if entry == "le":
        remedy = share_remedy(float(given), float(limit))
    return "", Said(f"{shown} is out of range.", f"범위를 벗어난 값: {shown}."), remedy


def _not_finite(place: Place, error: Any) -> Told:
    problem = Said("The number is not finite.", "유한한 수가 아님.")
    remedy = Said(
        "Write an ordinary number; leave out what is not known.",
        "일반적인 수로 기재. 모르는 값은 삭제.",
    )
    return "", problem, remedy


def _empty(place: Place, error: Any) -> Told:
    least = error.get("ctx", {}).get("min_length", 1)
    problem = Said(
        f"At least {least} {'entry is' if least == 1 else 'entries are'} needed here.",
        f"항목 {least}개 이상 필요.",
    )
    return "", problem, Said("Add what is missing", "누락된 내용 추가") + _meant(place)


def _too_many(place: Place, error: Any) -> Told:
    most = error["ctx"]["max_length"]
    problem = Said(f"At most {most} entries may stand here.", f"항목 {most}개 이하만 가능.")
    return "", problem, _meaning(place) or Said("Remove some.", "일부 삭제.")


def _no_text(place: Place, error: Any) -> Told:
    return "", _NO_TEXT, _meaning(place) or Said("Write a text.", "텍스트 기재.")


def _other_kind(place: Place, error: Any) -> Told:
    if "input" in error and error["input"] is None:
        remedy, more = _EXPECTED[error["type"]], _meaning(place)
        problem = Said("The entry is empty.", "항목이 비어 있음.")
        return "", problem, remedy + " " + more if more else remedy
    if error.get("ctx", {}).get("class_name") == "Text":
        remedy = Said("Write one text, or {en: …, ko: …}.", "텍스트 하나 또는 {en: …, ko: …} 기재.")
        if isinstance(error["input"], bool | int | float):
            shown = _shown(error)
            remedy = Said(
                f"Put it into quotes: '{shown}', or write {{en: …, ko: …}}.",
                f"따옴표로 묶음: '{shown}'. 또는 {{en: …, ko: …}} 기재.",
            )
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


def _found(place: Place, error: Any) -> Said:
    """The remedy for a value of another kind than expected."""
    given = error.get("input")
    kind = error["type"]
    if kind in ("float_type", "int_type") and isinstance(given, str):
        remedy = rewritten(given)
        if remedy is not None:
            return remedy
    if kind == "bool_type":
        return Said("Write true or false, without quotes.", "따옴표 없이 true 또는 false 기재.")
    if kind == "string_type" and isinstance(given, bool | int | float):
        shown = _shown(error)
        return Said(f"Put it into quotes: '{shown}'.", f"따옴표로 묶음: '{shown}'.")
    if kind == "tuple_type" and isinstance(given, dict):
        return Said(
            "Begin each member with '- ', or write [ … ].",
            "구성원마다 '- '로 시작하거나 [ … ] 꼴로 기재.",
        )
    shown = _shown(error)
    found, words = Said(f"Found {shown}", f"현재 값: {shown}"), _meaning(place)
    return found + _FULL_STOP if words is None else found + Said(": ", ". 항목의 뜻: ") + words


def _shown(error: Any) -> str:
    """What the document says, cut short."""
    given = error.get("input")
    if isinstance(given, str):
        return f"'{given}'" if len(given) < 60 else f"'{given[:57]}…'"
    text = json.dumps(given, ensure_ascii=False, default=str)
    return text if len(text) < 60 else f"{text[:57]}…"


def _meaning(place: Place) -> Said | None:
    """What the layout says about an entry, cut short; None where it says nothing."""
    return meaning(place.group, place.path[-1]) if place.group is not None and place.path else None


def _meant(place: Place) -> Said:
    """The same after a colon, or a full stop."""
    words = _meaning(place)
    return _FULL_STOP if words is None else Said(": ", ": ") + words
