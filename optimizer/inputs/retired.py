"""Names that documents once used, with the version that changed them; they stay known for good."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from optimizer.i18n import Message, _


@dataclass(frozen=True)
class Retired:
    """What became of a name: the version that changed it, and its successor if there is one."""

    since: str
    now: str | None = None


RETIRED: Mapping[str, Retired] = {
    "cost": Retired("0.1.0", "unit_cost"),
    "width": Retired("0.1.0", "units"),
    "lead": Retired("0.1.0", "lead_years"),
    "life": Retired("0.1.0", "life_years"),
    "hold": Retired("0.1.0", "years"),
    "size": Retired("0.1.0", "people_per_year"),
    "yield": Retired("0.1.0", "net"),
}
"""Names of the drafts before 0.1.0, which used the symbols of the mathematics."""


def told(name: str, known: Collection[str]) -> tuple[Message, Message] | None:
    """Problem and remedy for a retired name where its successor belongs; None for any other."""
    retired = RETIRED.get(name)
    if retired is None or (retired.now is not None and retired.now not in known):
        return None
    if retired.now is None:
        gone = _("The entry '{name}' is gone since {since}.", name=name, since=retired.since)
        return gone, _("Leave it out.")
    return (
        _("The entry '{name}' has another name since {since}.", name=name, since=retired.since),
        _("Write '{now}'.", now=retired.now),
    )
