"""Which rules of a scenario cannot hold together, and the smallest changes that let them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from optimizer.domain.base import Text
from optimizer.domain.rule import PolicyRule
from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.lp.conflict import Conflicts, conflict
from optimizer.lp.order import in_order
from optimizer.lp.program import Key
from optimizer.results.conflict import Change, ConflictAnswer, Member, RepairOption, RuleConflict
from optimizer.results.conflict_words import (
    NONE,
    amount_words,
    conflict_sentence,
    from_to,
    listed,
    place_title,
    repair_sentence,
)
from optimizer.studies.conflicts.irreducible import conflict_sets
from optimizer.studies.conflicts.mending import Mended, mended, mended_together, merged, outcome_of
from optimizer.studies.conflicts.movable import Movable, budget_movables, movables, nested
from optimizer.studies.conflicts.rule_groups import limit_groups, only

TIE = 1e-6
"""Relative difference up to which two changes count as equally large."""
MOST_DROPS = 6
"""Ways of dropping rules that are shown."""


def explain_conflict(scenario: Scenario) -> ConflictAnswer:
    """The irreducible conflicts among a scenario's rules and budgets, and the repair menu.

    Every repair is checked by solving the changed document. Rules that are law are never touched.
    """
    case, found = conflict_sets(scenario)
    if found is None:
        sentence = Text(en="All rules can hold together.", ko="모든 규칙의 동시 충족 가능.")
        return ConflictAnswer(scenario, (), True, (), None, (), (), (sentence,))
    told = _Teller(case)
    sets = tuple(told.conflict(c.members) for c in found.sets)
    numbers = [n for rule in told.soft.values() for n in movables(scenario, rule)]
    involved = {path for c in found.sets for path in c.members}
    numbers = [n for n in numbers if n.group in involved]
    everywhere = [n for n in numbers if all(n.group in c.members for c in found.sets)]
    alone = [told.option("number", m) for n in everywhere if (m := mended(case, n))]
    several = mended_together(case, numbers) if len(numbers) > 1 else None
    together = [] if several is None else [told.option("together", several)]
    budgets = [n for n in budget_movables(scenario) if n.group in involved]
    repairs = _best_first(alone)
    answer = ConflictAnswer(
        scenario,
        sets,
        found.complete,
        repairs,
        _least([*repairs, *together]),
        _best_first(told.drops(found)),
        tuple(told.option("budget", m) for m in _more_money(case, budgets)),
        (),
    )
    return replace(answer, sentences=tuple(_sentences(answer)))


def _best_first(options: Iterable[RepairOption]) -> tuple[RepairOption, ...]:
    return tuple(sorted(options, key=lambda o: (-o.outcome.objective, o.changes[0].path)))


def _more_money(case: Case, budgets: Sequence[Movable]) -> list[Mended]:
    """Budgets that are enough alone; where none is, the least raise of several."""
    alone = [m for n in budgets if (m := mended(case, n)) is not None]
    if alone or len(budgets) < 2:
        return alone
    together = mended_together(case, budgets)
    return [] if together is None else [together]


def _least(options: Sequence[RepairOption]) -> RepairOption | None:
    """The least total change; of equal ones the one with the fewest changes, then the best."""
    if not options:
        return None
    limit = min(_size(o) for o in options) * (1.0 + TIE)
    close = [o for o in options if _size(o) <= limit]
    best = min(close, key=lambda o: (len(o.changes), -o.outcome.objective, o.changes[0].path))
    return replace(best, kind="together")


def _size(option: RepairOption) -> float:
    """Sum of all changes, each as a share of what the number is now."""
    total = 0.0
    for change in option.changes:
        to = change.to if change.exact is None else change.exact
        assert change.now is not None
        assert to is not None
        total += abs(to - change.now) / (abs(change.now) or 1.0)
    return total


def _sentences(answer: ConflictAnswer) -> Iterator[Text]:
    yield from (c.sentence for c in answer.conflicts)
    if not answer.complete:
        yield Text(en="There may be further conflicts.", ko="추가 충돌 가능성 있음.")
    if not answer.repairs and len(answer.conflicts) > 1:
        yield Text(
            en="No change of a single rule is enough.", ko="규칙 하나의 조정만으로는 해소 불가."
        )


class _Teller:
    """Puts conflicts and repairs of one case into words."""

    def __init__(self, case: Case) -> None:
        self.case, self.scenario = case, case.scenario
        active = [r for r in self.scenario.rules if r.active]
        self.rules = {f"rules.{r.id}": r for r in active}
        self.soft = {path: r for path, r in self.rules.items() if not r.hard}

    def conflict(self, members: Iterable[Key]) -> RuleConflict:
        """One conflict with the limits behind it."""
        paths = [str(m) for m in members]
        told = tuple(self.member(p) for p in sorted(paths, key=self._rank))
        limits = tuple(place_title(self.case, p) for p in self.limits(paths))
        return RuleConflict(told, limits, conflict_sentence(told, limits))

    def _rank(self, path: str) -> tuple[int, str]:
        order = list(self.rules)
        return (order.index(path) if path in order else len(order), path)

    def member(self, path: str) -> Member:
        """A rule or budget of a conflict."""
        rule = self.rules.get(path)
        numbers = self._numbers(path, rule)
        said = [self.said(n, n.now) for n in numbers]
        states = Text(en=listed([s.en for s in said]), ko=", ".join(s.ko for s in said))
        return Member(path, place_title(self.case, path), rule is None or rule.hard, states)

    def _numbers(self, path: str, rule: PolicyRule | None) -> list[Movable]:
        if rule is not None:
            return list(movables(self.scenario, rule))
        return [n for n in budget_movables(self.scenario) if n.path == path]

    def said(self, number: Movable, value: float) -> Text:
        """A number in words."""
        return amount_words(self.scenario, value, is_money=number.money, share=number.share)

    def limits(self, paths: Sequence[str]) -> list[str]:
        """Places of the limits without which these rules would not conflict.

        Capacities tie people to money and stand behind most conflicts about people; they are named
        only where neither a budget nor a supply nor a pool explains the conflict.
        """
        program, groups = limit_groups(only(self.case, paths))
        behind = conflict(program, groups)
        names = [] if behind is None else [str(n) for n in in_order(behind.members)]
        telling = [n for n in names if not n.startswith("capacities.")]
        return telling if telling or any(p.startswith("budget.") for p in paths) else names

    def option(self, kind: str, mended: Mended) -> RepairOption:
        """A repair that moves numbers."""
        changes = tuple(
            Change(n.path, place_title(self.case, n.group), n.now, to, exact)
            for n, to, exact in mended.moves
        )
        said = [from_to(self.said(n, n.now), self.said(n, to)) for n, to, _ in mended.moves]
        sentence = repair_sentence(changes, said, mended.outcome)
        return RepairOption(kind, changes, mended.overlay, mended.outcome, sentence)

    def drops(self, found: Conflicts) -> Iterator[RepairOption]:
        """Soft rules to put out of force."""
        soft = [r for r in found.removals if all(p in self.soft for p in r)]
        for removal in soft[:MOST_DROPS]:
            paths = [str(p) for p in removal]
            overlay: dict[str, object] = {}
            for path in paths:
                overlay = merged(overlay, nested(f"{path}.active", False))
            outcome = outcome_of(self.scenario, overlay)
            if outcome is None:
                continue
            changes = tuple(Change(p, place_title(self.case, p), None, None, None) for p in paths)
            sentence = repair_sentence(changes, [NONE] * len(changes), outcome)
            yield RepairOption("drop", changes, overlay, outcome, sentence)
