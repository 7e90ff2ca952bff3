"""Policy rules as a planner states them: every kind there is, found by its class."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Annotated, Union, get_args

from pydantic import Field

from optimizer.domain.ask import said
from optimizer.domain.policy import PolicyRule
from optimizer.i18n import Words

FIRST = ("money_rules", "outcome_rules", "choice_rules")
"""Modules whose kinds come first, in the order of their classes; the others follow by name."""


def _kinds() -> Mapping[str, type[PolicyRule]]:
    names = {
        m.name for m in iter_modules([str(Path(__file__).parent)]) if m.name.endswith("_rules")
    }
    found: dict[str, type[PolicyRule]] = {}
    for name in (*FIRST, *sorted(names - {*FIRST})):
        for member in vars(import_module(f"optimizer.domain.{name}")).values():
            kind = isinstance(member, type) and issubclass(member, PolicyRule)
            if kind and "kind" in member.model_fields:
                found[get_args(member.model_fields["kind"].annotation)[0]] = member
    return found


RULE_KINDS = _kinds()
"""Every kind of policy rule by its name in documents, in the order of formulation."""

LABELS: Mapping[str, Words] = {
    name: ask.label
    for kind in RULE_KINDS.values()
    for name, field in kind.model_fields.items()
    if (ask := said(field)).label is not None
}
"""What the fields of rules are called in forms, by their names in documents."""

if TYPE_CHECKING:
    Rule = PolicyRule
else:
    Rule = Annotated[Union[tuple(RULE_KINDS.values())], Field(discriminator="kind")]  # noqa: UP007
