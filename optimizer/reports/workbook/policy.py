"""Each kind of policy rule as limits with live formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import permutations
from typing import Any

from optimizer.domain.selection import Line
from optimizer.formulation.number_words import rule_title
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import Index
from optimizer.formulation.sums import PEOPLE
from optimizer.i18n import _, pgettext
from optimizer.reports.workbook.draft import Draft, literal
from optimizer.reports.workbook.terms import Limit, committed, counted, spent

Made = tuple[Index, str, str, str]
"""Index of the row in the formulation, actual, sense, bound."""
_LAW, _POLICY = pgettext("rule", "law"), _("policy")
_PEOPLE_UNIT, _SPENT_UNIT = "people", "money"


def policy_limits(draft: Draft) -> Iterator[Limit]:
    """The rules of the document in its order; one not in force has no formulas."""
    for rule in draft.plan.scenario.rules:
        kind = RULE_OF[rule.kind]
        made = KINDS[rule.kind](draft, rule) if rule.active else iter([((), "", "<=", "")])
        for index, actual, sense, bound in made:
            if rule.active:
                title = kind.name(draft.case, (rule.id, *index))
            else:
                title = rule_title(draft.plan.scenario, rule.id)
            yield Limit(
                "rules", title, kind.title, _unit(draft, rule), actual, sense, bound,
                owner=rule.owner, force=_LAW if rule.hard else _POLICY,
            )  # fmt: skip


def _unit(draft: Draft, rule: Any) -> str:
    of = getattr(rule, "of", None)
    if rule.kind == "linear":
        return draft.money_unit if rule.money else draft.say(_("as stated"))
    if rule.kind == "either_or":
        return draft.say(_("lines, money"))
    return draft.say(_("persons")) if of in PEOPLE else draft.money_unit


def _money_limit(draft: Draft, rule: Any) -> str:
    here = f"rules.{rule.id}"
    if rule.amount is not None:
        return draft.number(f"{here}.amount")
    base = "budget.total" if rule.year is None else f"budget.by_year.{rule.year}"
    return f"{draft.number(f'{here}.share')}*{draft.number(base)}"


def _years(draft: Draft, rule: Any) -> list[int]:
    return list(draft.case.years) if rule.year is None else [rule.year]


def _programme(sense: str) -> Callable[[Draft, Any], Iterator[Made]]:
    def made(draft: Draft, rule: Any) -> Iterator[Made]:
        row = draft.range("money", ("spending", rule.programme), _years(draft, rule))
        yield (), f"SUM({row})", sense, _money_limit(draft, rule)

    return made


def _earmark(draft: Draft, rule: Any) -> Iterator[Made]:
    group = rule.activities(draft.plan.scenario.programmes)
    sense = ">=" if rule.bound == "floor" else "<="
    yield (), spent(draft, group, _years(draft, rule)), sense, _money_limit(draft, rule)


def _commitment(draft: Draft, rule: Any) -> Iterator[Made]:
    group = rule.line.activities(draft.plan.scenario.programmes)
    yield (), spent(draft, group, [rule.year]), "==", draft.number(f"rules.{rule.id}.amount")


def _ramp(draft: Draft, rule: Any) -> Iterator[Made]:
    here = f"rules.{rule.id}"
    for way, change, sign, sense in (("up", rule.up, "+", "<="), ("down", rule.down, "-", ">=")):
        for y in draft.case.years if change is not None else ():
            if y - 1 in draft.case.years:
                before = draft.fixed("money", ("spending", rule.programme), str(y - 1))
            elif rule.baseline is not None:
                before = draft.number(f"{here}.baseline")
            else:
                continue
            now = draft.fixed("money", ("spending", rule.programme), str(y))
            if change.amount is not None:
                bound = f"{before}{sign}{draft.number(f'{here}.{way}.amount')}"
            else:
                bound = f"{before}*(1{sign}{draft.number(f'{here}.{way}.share')})"
            yield (way, y), now, sense, bound


def _outcome(sense: str) -> Callable[[Draft, Any], Iterator[Made]]:
    def made(draft: Draft, rule: Any) -> Iterator[Made]:
        actual = counted(draft, rule.of, rule, rule.year)
        yield (), actual, sense, draft.number(f"rules.{rule.id}.people")

    return made


def _balance(draft: Draft, rule: Any) -> Iterator[Made]:
    part = counted(draft, rule.of, rule.part, rule.year)
    whole = counted(draft, rule.of, rule.whole, rule.year)
    for way, share, sense in (("at_least", rule.at_least, ">="), ("at_most", rule.at_most, "<=")):
        if share is not None:
            yield (way,), part, sense, f"{draft.number(f'rules.{rule.id}.{way}')}*({whole})"


def _equity(draft: Draft, rule: Any) -> Iterator[Made]:
    here = f"rules.{rule.id}"
    for g, h in permutations(sorted(rule.groups), 2):
        mine = counted(draft, rule.of, rule.groups[g], None)
        theirs = counted(draft, rule.of, rule.groups[h], None)
        sizes = [draft.number(f"{here}.groups.{name}.size", 1.0) for name in (g, h)]
        bound = f"{draft.number(f'{here}.share')}*{sizes[0]}/{sizes[1]}*({theirs})"
        yield (g, h), mine, ">=", bound


def _linear(draft: Draft, rule: Any) -> Iterator[Made]:
    parts = []
    for i, term in enumerate(rule.terms):
        factor = draft.number(f"rules.{rule.id}.terms[{i}].coefficient", 1.0)
        parts.append(f"{factor}*({counted(draft, term.of, term, term.year)})")
    yield (), "+".join(parts), rule.sense, draft.number(f"rules.{rule.id}.rhs")


def _requires(draft: Draft, rule: Any) -> Iterator[Made]:
    least = "1" if rule.at_least is None else draft.number(f"rules.{rule.id}.at_least")
    for y in draft.case.years:
        before = [z for z in draft.case.years if z + rule.lag_years <= y]
        line, other = _bound(draft, rule.line, [y]), "0"
        if before and rule.at_least is not None:
            other = _bound(draft, rule.only_if, before)
        elif before:
            other = _started(draft, rule.only_if, before)
        yield ("only_if", y), other, ">=", f"IF({line}>{OPEN},{least},0)"


OPEN = "1E-6"
"""Money above which a line counts as open."""


def _bound(draft: Draft, line: Line, years: Sequence[int] | None = None) -> str:
    return committed(draft, line.activities(draft.plan.scenario.programmes), years)


def _started(draft: Draft, line: Line, years: Sequence[int]) -> str:
    """How often in these years activities of a line open, or run at their minimum scale."""
    parts = []
    for key in line.activities(draft.plan.scenario.programmes):
        if draft.case.activities[key].opening_cost is not None:
            parts.append(f"SUM({draft.range('plan', ('opens', *key), years)})")
        else:
            parts.append(f'COUNTIF({draft.range("money", ("units", *key), years)},">{OPEN}")')
    return "+".join(parts) or "0"


def _either_or(draft: Draft, rule: Any) -> Iterator[Made]:
    sense = {"at_least": ">=", "at_most": "<=", "exactly": "=="}[rule.bound]
    lines = sorted(rule.among, key=_name)
    least = None if rule.minimum is None else draft.number(f"rules.{rule.id}.minimum")
    if rule.bound != "at_least" and least is not None:
        for line in lines:
            money = _bound(draft, line)
            yield ("least", *_name(line)), money, ">=", f"IF({money}>{OPEN},{least},0)"
    wanted = f">{OPEN}" if rule.bound != "at_least" else f">={least}-{OPEN}"
    count = "+".join(f"IF({_bound(draft, line)}{wanted},1,0)" for line in lines)
    yield ("count",), count, sense, literal(rule.count)


def _name(line: Line) -> tuple[str, ...]:
    return (line.programme,) if line.activity is None else (line.programme, line.activity)


KINDS: Mapping[str, Callable[[Draft, Any], Iterator[Made]]] = {
    "programme_floor": _programme(">="),
    "programme_ceiling": _programme("<="),
    "earmark": _earmark,
    "commitment": _commitment,
    "ramp_limit": _ramp,
    "outcome_floor": _outcome(">="),
    "outcome_ceiling": _outcome("<="),
    "balance": _balance,
    "equity": _equity,
    "linear": _linear,
    "requires": _requires,
    "either_or": _either_or,
}
"""Every kind of policy rule; a new kind is one function and one line here."""
