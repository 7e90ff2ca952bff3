"""Readable names of columns and rows that every solver's file format accepts, none given twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from optimizer.lp.own_keys import MARK
from optimizer.lp.program import Key, LinearProgram

LONGEST = 96
"""Letters of the longest name; CBC refuses more than 100 in an LP file, GLPK more than 255."""
OBJECTIVE = "objective"
"""Name of the objective in every file."""
CONSTANT = "constant"
"""Name of the column, fixed at 1, that carries a constant of the objective."""

_WORDS_OF_FORMATS = f"""
{OBJECTIVE} {CONSTANT} obj max maximize maximise maximum min minimize minimise minimum
st s.t subject such that to bound bounds free general generals gen gin integer integers int
binary binaries bin semi semis sos sos1 sos2 end range ranges lazy user cuts
name rhs rows columns marker endata
"""
_RESERVED = frozenset(_WORDS_OF_FORMATS.split())
_LIKE_A_NUMBER = re.compile(r"[^a-z]|e(?![a-z])|ee|inf|nan", re.IGNORECASE)
"""Beginnings that some reader takes for a number: HiGHS reads 'infra' as infinity and 'ra'."""

_LETTERS_OF_HANGUL = """
g kk n d tt r m b pp s ss - j jj ch k t p h
a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i
- k k k n n n t l k m l l l p l m p p t t ng t t k t p t
"""
_FIRST, _MIDDLE, _LAST = (line.split() for line in _LETTERS_OF_HANGUL.strip().splitlines())
_HANGUL, _SYLLABLES = 0xAC00, 11172


@dataclass(frozen=True)
class Names:
    """Names for a programme's columns and rows, in its order; all of them differ, in any case."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]


def names_of(program: LinearProgram) -> Names:
    """Names made from the keys of a programme.

    >>> from optimizer.lp import program
    >>> names_of(program({"a b": 1, "a_b": 1, "free": 1, "ö": 1}, {("r", 1): ({}, "<=", 1)}))
    Names(columns=('a_b', 'a_b_2', 'x_free', 'o'), rows=('r.1',))
    """
    columns, rows = ([_parts(m.key) for m in some] for some in (program.columns, program.rows))
    return ascii_names(columns, rows)


def ascii_names(columns: Iterable[Iterable[str]], rows: Iterable[Iterable[str]]) -> Names:
    """Names made from words, those of one name with dots between; any words are allowed.

    Letters of other scripts are written in Latin ones where that can be told (Hangul, accents),
    else left out; names too long are cut; what then is the same gets a number.
    """
    taken: dict[str, int] = {}
    first = tuple(_free(".".join(filter(None, map(latin, w))), taken) for w in columns)
    return Names(first, tuple(_free(".".join(filter(None, map(latin, w))), taken) for w in rows))


def latin(text: str) -> str:
    """A text in Latin letters, digits and single underscores.

    >>> latin("GPU («Žižek»)"), latin("Éire\U0001f680")
    ('GPU_Zizek', 'Eire')
    """
    composed = unicodedata.normalize("NFKC", text)
    return re.sub(r"[^A-Za-z0-9]+", "_", "".join(map(_letter, composed))).strip("_")


def _letter(sign: str) -> str:
    syllable = ord(sign) - _HANGUL
    if not 0 <= syllable < _SYLLABLES:
        return unicodedata.normalize("NFKD", sign)[0]
    first, rest = divmod(syllable, len(_MIDDLE) * len(_LAST))
    middle, last = divmod(rest, len(_LAST))
    return (_FIRST[first] + _MIDDLE[middle] + _LAST[last]).replace("-", "")


def _free(name: str, taken: dict[str, int]) -> str:
    """The name itself, or with a letter before it or a number behind it."""
    if name.lower() in _RESERVED or _LIKE_A_NUMBER.match(name) or not name:
        name = f"x_{name}".rstrip("_")
    name = name[:LONGEST].rstrip("._")
    own = name
    while own.lower() in taken:
        taken[name.lower()] += 1
        number = f"_{taken[name.lower()]}"
        own = name[: LONGEST - len(number)] + number
    taken[own.lower()] = 1
    return own


def _parts(key: Key) -> Iterator[str]:
    """The words of a key; an object without a text of its own is called by its kind."""
    words = key if isinstance(key, tuple) else (key,)
    for part in words[2:] if words and words[0] is MARK else words:
        if isinstance(part, tuple):
            yield from _parts(part)
        else:
            yield str(part) if isinstance(part, str | int | float) else type(part).__name__
