"""Rules on units: so many units of an activity are commissioned."""

from __future__ import annotations

from typing import Annotated, Literal

from optimizer.domain.ask import Ask
from optimizer.domain.base import Name
from optimizer.domain.policy import PolicyRule
from optimizer.domain.quantity import Number
from optimizer.i18n import _


class UnitFloor(PolicyRule):
    """An activity commissions at least so many units."""

    kind: Literal["unit_floor"]
    """Selects this rule."""
    programme: Name
    """The programme."""
    activity: Name
    """Its activity."""
    least_units: Annotated[Number, Ask(_("Least units of the activity"), counted=True)]
    """Units over all years."""
