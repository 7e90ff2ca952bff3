"""Which rules of a scenario cannot hold together, and the smallest changes that let them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import combinations

from optimizer.domain.policy import PolicyRule
from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.stated_words import joined
from optimizer.i18n import EMPTY, Words, _
from optimizer.inputs.load import load_scenario, shipped_scenarios
from optimizer.lp.conflicts.conflict import Conflicts, NoVerdict, conflict
from optimizer.lp.order import in_order
from optimizer.lp.program import Key
from optimizer.results.conflict import Change, ConflictAnswer, Member, RepairOption, RuleConflict
from optimizer.results.conflict_words import (
    amount_words,
    conflict_sentence,
    from_to,
    keeping_sentence,
    place_title,
    repair_sentence,
)
from optimizer.studies.conflict.irreducible import conflict_sets
from optimizer.studies.conflict.movable import (
    Movable,
    budget_movables,
    movables,
    nested,
    within_signed,
)
from optimizer.studies.conflict.repairs import Mended, mended, merged, outcome_of, shared
from optimizer.studies.conflict.rule_groups import limit_groups, only

MOST_DROPS = 6
"""Ways of dropping rules that are shown."""
MOST_FEWEST = 3
"""Ways of moving the fewest rules that are shown."""
TRIES = 60
"""Sets of rules tried in the search for the fewest."""


def explain_conflict(
    scenario: Scenario, *, signed: Scenario | None = None, below_signed: bool = False
) -> ConflictAnswer:
    """The irreducible conflicts among a scenario's rules and budgets, and the ways out.

    `signed` is the document that was changed (by default the shipped one of the same id): no way
    out goes below what its rules state, unless `below_signed` asks for it or nothing else helps;
    the answer says so then. Every way out is checked by solving the changed document. Rules that
    are law are never touched.
    """
    case, found = conflict_sets(scenario)
    if found is None:
        sentence = _("All rules can hold together.")
        return ConflictAnswer(scenario, (), True, (), (), (), (), (), (sentence,))
    told = _Teller(case)
    sets = tuple(told.conflict(c.members) for c in found.sets)
    involved = {path for c in found.sets for path in c.members}
    numbers = [n for r in told.soft.values() for n in movables(scenario, r) if n.group in involved]
    bounds = None if below_signed else (signed or _shipped(scenario))
    menu = _Menu(told, found, numbers, bounds)
    below = bounds is not None and not menu.some
    if below:
        menu = _Menu(told, found, numbers, None)
    budgets = [n for n in budget_movables(scenario) if n.group in involved]
    more = tuple(told.option("budget", m) for m in _more_money(case, budgets))
    answer = ConflictAnswer(
        scenario, sets, found.complete, menu.proportional, menu.protect, menu.fewest, menu.drops,
        more, (), below_signed=below and menu.some,
    )  # fmt: skip
    return replace(answer, sentences=tuple(_sentences(answer)))


def _shipped(scenario: Scenario) -> Scenario | None:
    """The shipped document of this id, with money in the same unit."""
    if scenario.id not in shipped_scenarios():
        return None
    shipped = load_scenario(scenario.id)
    return shipped if shipped.money.unit == scenario.money.unit else None


class _Menu:
    """The ways out that leave every number within what is signed, where that is given."""

    def __init__(
        self, told: _Teller, found: Conflicts, numbers: list[Movable], signed: Scenario | None
    ) -> None:
        self.told, self.case, self.found, self.signed = told, told.case, found, signed
        free = numbers if signed is None else list(within_signed(numbers, told.scenario, signed))
        self.of_rule: dict[str, list[Movable]] = {}
        for number in free:
            self.of_rule.setdefault(number.group, []).append(number)

    @property
    def some(self) -> bool:
        """Whether there is any way out."""
        return bool(self.proportional or self.protect or self.fewest or self.drops)

    @cached_property
    def proportional(self) -> tuple[RepairOption, ...]:
        """All rules that can give way do so by the same share; nothing where one rule is alone."""
        return tuple(self._shared("proportional", list(self.of_rule)))

    @cached_property
    def protect(self) -> tuple[RepairOption, ...]:
        """One rule stays and the others give way by the same share; the best outcome first."""
        rules = list(self.of_rule)
        if len(rules) < 2:
            return ()
        kept = [
            replace(option, kept=place_title(self.case, rule))
            for rule in rules
            for option in self._shared("protect", [r for r in rules if r != rule])
        ]
        return _best_first(self.told.keeping(option) for option in kept)

    @cached_property
    def fewest(self) -> tuple[RepairOption, ...]:
        """As few rules as possible give way, by what is just enough; the best outcome first."""
        tries = 0
        for size in range(1, len(self.of_rule) + 1):
            options: list[RepairOption] = []
            for rules in combinations(self.of_rule, size):
                tries += 1
                if tries > TRIES:
                    break
                options += self._single(rules[0]) if size == 1 else self._shared("fewest", rules)
            if options:
                return _best_first(options)[:MOST_FEWEST]
        return ()

    @cached_property
    def drops(self) -> tuple[RepairOption, ...]:
        """Rules to put out of force, none of those that are signed; the best outcome first."""
        signed = set() if self.signed is None else {
            f"rules.{r.id}" for r in self.signed.rules if r.active
        }  # fmt: skip
        return _best_first(self.told.drops(self.found, signed))

    def _single(self, rule: str) -> list[RepairOption]:
        """The changes of one number of the rule that are enough alone."""
        if not all(rule in c.members for c in self.found.sets):
            return []
        found = (mended(self.case, number) for number in self.of_rule[rule])
        return [self.told.option("fewest", m) for m in found if m is not None]

    def _shared(self, kind: str, rules: Sequence[str]) -> list[RepairOption]:
        """What the rules give up together; nothing where one of them would not move."""
        numbers = [n for rule in rules for n in self.of_rule[rule]]
        if not all(any(rule in c.members for rule in rules) for c in self.found.sets):
            return []
        found = shared(self.case, numbers)
        return [] if found is None else [self.told.option(kind, found)]


def _best_first(options: Iterable[RepairOption]) -> tuple[RepairOption, ...]:
    return tuple(sorted(options, key=lambda o: (-o.outcome.objective, o.changes[0].path)))


def _more_money(case: Case, budgets: Sequence[Movable]) -> list[Mended]:
    """Budgets that are enough alone; where none is, the same share more of several."""
    alone = [m for n in budgets if (m := mended(case, n)) is not None]
    if alone or len(budgets) < 2:
        return alone
    together = shared(case, budgets)
    return [] if together is None else [together]


def _sentences(answer: ConflictAnswer) -> Iterator[Words]:
    yield from (c.sentence for c in answer.conflicts)
    if not answer.complete and not answer.conflicts:
        yield _("Which rules cannot hold together could not be told for certain.")
    elif not answer.complete:
        yield _("There may be further conflicts.")
    one = any(len(option.changes) == 1 for option in answer.fewest)
    if not one and len(answer.conflicts) > 1:
        yield _("No change of a single rule is enough.")
    if answer.below_signed:
        yield _("Within what is signed nothing helps: the ways out below go beyond it.")


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
        states = joined((self.said(n, n.now) for n in numbers), _(" and "))
        return Member(path, place_title(self.case, path), rule is None or rule.hard, states)

    def _numbers(self, path: str, rule: PolicyRule | None) -> list[Movable]:
        if rule is not None:
            return list(movables(self.scenario, rule))
        return [n for n in budget_movables(self.scenario) if n.path == path]

    def said(self, number: Movable, value: float) -> Words:
        """A number in words."""
        return amount_words(self.scenario, value, is_money=number.money, share=number.share)

    def limits(self, paths: Sequence[str]) -> list[str]:
        """Places of the limits without which these rules would not conflict.

        Capacities tie people to money and stand behind most conflicts about people; they are named
        only where neither a budget nor a supply nor a pool explains the conflict.
        """
        program, groups = limit_groups(only(self.case, paths))
        try:
            behind = conflict(program, groups)
        except NoVerdict:
            behind = None
        names = [] if behind is None else [str(n) for n in in_order(behind.members)]
        telling = [n for n in names if not n.startswith("capacities.")]
        return telling if telling or any(p.startswith("budget.") for p in paths) else names

    def option(self, kind: str, mended: Mended) -> RepairOption:
        """A repair that moves numbers."""
        changes = tuple(
            Change(n.path, place_title(self.case, n.group), n.now, to, exact)
            for n, to, exact in mended.moves
        )
        said = [from_to(self.said(n, n.now), self.said(n, to)) for n, to, _other in mended.moves]
        sentence = repair_sentence(changes, said, mended.outcome)
        return RepairOption(kind, changes, mended.overlay, mended.outcome, sentence)

    def keeping(self, option: RepairOption) -> RepairOption:
        """The option with the rule that it keeps named first."""
        assert option.kept is not None
        sentence = keeping_sentence(option.kept, option.sentence)
        return replace(option, sentence=sentence)

    def drops(self, found: Conflicts, kept: Collection[str]) -> Iterator[RepairOption]:
        """Soft rules to put out of force, none of `kept`."""
        soft = [r for r in found.removals if all(p in self.soft and p not in kept for p in r)]
        for removal in soft[:MOST_DROPS]:
            paths = [str(p) for p in removal]
            overlay: dict[str, object] = {}
            for path in paths:
                overlay = merged(overlay, nested(f"{path}.active", False))
            outcome = outcome_of(self.scenario, overlay)
            if outcome is None:
                continue
            changes = tuple(Change(p, place_title(self.case, p), None, None, None) for p in paths)
            sentence = repair_sentence(changes, [EMPTY] * len(changes), outcome)
            yield RepairOption("drop", changes, overlay, outcome, sentence)
