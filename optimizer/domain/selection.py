"""Which activities or pathways a rule speaks of; all filters that are given must match."""

from __future__ import annotations

from collections.abc import Mapping

from optimizer.domain.base import Frozen, Name
from optimizer.domain.pathway import Pathway
from optimizer.domain.programme import Programme


class PathwayFilter(Frozen):
    """Pathways that match every filter given; without any filter, all of them."""

    channel: Name | None = None
    """Only pathways of this channel."""
    tier: Name | None = None
    """Only pathways of this tier."""
    pathway: Name | None = None
    """Only this pathway."""
    tag: Name | None = None
    """Only what carries this tag (a programme's tags count for its activities)."""

    def pathways(self, known: Mapping[str, Pathway]) -> list[str]:
        """Names of the matching pathways, in the order of names."""
        return [
            q
            for q in sorted(known)
            if self.pathway in (None, q)
            and self.channel in (None, known[q].channel)
            and self.tier in (None, known[q].tier)
            and (self.tag is None or self.tag in known[q].tags)
        ]


class Selection(PathwayFilter):
    """Activities or pathways that match every filter given; without any filter, all of them."""

    programme: Name | None = None
    """Only activities of this programme."""
    activity: Name | None = None
    """Only activities of this name."""

    def activities(self, known: Mapping[str, Programme]) -> list[tuple[str, str]]:
        """The matching activities as (programme, activity), in the order of names."""
        return [
            (p, a)
            for p in sorted(known)
            for a in sorted(known[p].activities)
            if self.programme in (None, p)
            and self.activity in (None, a)
            and (self.tag is None or self.tag in tags_of(known[p], a))
        ]


class Line(Frozen):
    """A budget line that may be open or not: a programme, or one of its activities."""

    programme: Name
    """The programme."""
    activity: Name | None = None
    """One of its activities; left out the whole programme is meant."""

    def activities(self, known: Mapping[str, Programme]) -> list[tuple[str, str]]:
        """The activities of the line as (programme, activity), in the order of names."""
        return Selection(programme=self.programme, activity=self.activity).activities(known)

    @property
    def quoted(self) -> str:
        """Its name in a sentence about the document."""
        return (
            f"'{self.programme}'"
            if self.activity is None
            else f"'{self.programme}.{self.activity}'"
        )


def tags_of(programme: Programme, activity: str) -> set[str]:
    """Tags of an activity, its programme's included."""
    return {*programme.tags, *programme.activities[activity].tags}
