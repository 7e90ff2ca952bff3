"""Names and texts as long as a line bears: the middle is cut, two that differ stay apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

LONGEST = 80
"""Letters of a name in a table or a message."""
MOST = 2_000
"""Letters of a whole message."""
_QUOTED = re.compile(rf"(?<!\w)'([^'\n]{{{LONGEST + 1},}})'")
_WORD = re.compile(rf"[^\s'/\\.,:\[\](){{}}]{{{LONGEST + 1},}}")


def clipped(name: str, most: int = LONGEST) -> str:
    """A name of at most `most` letters: its beginning and its end.

    >>> clipped("a-name-that-is-long", 11), clipped("short", 11)
    ('a-name-…ong', 'short')
    """
    if len(name) <= most:
        return name
    end = most // 3
    return f"{name[: most - 1 - end]}…{name[len(name) - end :]}"


def apart(names: Sequence[str], most: int = LONGEST) -> dict[str, str]:
    """Each name as `clipped`; those that would read the same are shown where they begin to differ.

    >>> list(apart(["aaaaaaaaaaaaaa", "aaaaaabaaaaaaa"], 9).values())
    ['aaaa…aa…a', 'aaaa…ba…a']
    """
    alike: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        alike.setdefault(clipped(name, most), []).append(name)
    return {
        name: short if len(group) == 1 else told
        for short, group in alike.items()
        for name, told in zip(group, _differing(group, most), strict=True)
    }


def _differing(group: Sequence[str], most: int) -> list[str]:
    """Each name with the place where it leaves the longest of the others that begin like it."""
    in_order = sorted(group)
    from_here = dict.fromkeys(group, 0)
    for one, other in pairwise(in_order):
        pairs = zip(one, other, strict=False)
        same = next((k for k, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
        from_here[one] = max(from_here[one], same)
        from_here[other] = max(from_here[other], same)
    part, end = (most - 2) // 3, (most - 2) // 4
    first = most - 2 - part - end
    return [f"{n[:first]}…{n[at : at + part]}…{n[len(n) - end :]}" for n, at in from_here.items()]


def clipped_text(text: str) -> str:
    """A message whose long names, in quotes or without a blank in them, are clipped."""
    if len(text) <= LONGEST:
        return text
    text = _QUOTED.sub(lambda found: f"'{clipped(found[1])}'", text)
    return clipped(_WORD.sub(lambda found: clipped(found[0]), text), MOST)
