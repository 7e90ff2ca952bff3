"""What each answer moves, what it leaves as it stands, and in which currency it is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from optimizer.i18n import Words, _


@dataclass(frozen=True)
class Contract:
    """The terms of one question; its sentence is printed with every answer to it."""

    moves: tuple[Words, ...]
    """What the question changes."""
    fixed: tuple[Words, ...]
    """What stands still while it does."""
    sentence: Words
    """The same in one sentence."""

    @property
    def data(self) -> dict[str, list[str]]:
        """Moves and fixed things in English, as `--json` carries them under `holds`."""
        return {"moves": [str(t) for t in self.moves], "fixed": [str(t) for t in self.fixed]}


def contract(question: str) -> Contract:
    """The terms of a question; the names are the keys of `CONTRACTS`.

    Example:
        >>> from optimizer import api as tb
        >>> tb.contract("extra").data["fixed"]
        ['amounts in money', 'limits of single years']
    """
    return CONTRACTS[question]


_DECISIONS = _("all decisions")
_DOCUMENT = _("the document")
_RULES = _("the rules")
_BUDGET = _("the total budget")
_SHARES = _("rules stated as a share of the budget")
_YEARS = _("limits of single years")
_AMOUNTS = _("amounts in money")
_OTHERS = _("everything else, the budget too")
_FREE = _("capacity that is there already")
_WEIGHTS = _("weights")
_NUMBERS = _("the numbers, within their ranges")
_GOAL_DOWN = _("the goal, down by the stated share")
_PLAN = _("the plan")

CONTRACTS: Mapping[str, Contract] = {
    "best_plan": Contract(
        (_DECISIONS,),
        (_DOCUMENT,),
        _("All decisions are free; everything that the document states stands."),
    ),
    "additional_people": Contract(
        (_("the budget, from nothing to all of it"),),
        (_FREE, _WEIGHTS),
        _(
            "Additional people are the difference to the same document with no money spent; "
            "rules that force spending do not apply there."
        ),
    ),
    "budget_worth": Contract(
        (_BUDGET, _SHARES),
        (_AMOUNTS, _YEARS),
        _(
            "The total budget moves, and with it every rule stated as a share of it; amounts in "
            "money and limits of single years stay."
        ),
    ),
    "rule_worth": Contract(
        (_("the limit of that rule"),),
        (_OTHERS,),
        _("Only the limit of that rule moves; everything else stays, the budget too."),
    ),
    "rule_cost": Contract(
        (_("the rule, which is dropped"),),
        (_OTHERS,),
        _("The rule is dropped; everything else stays, the budget too."),
    ),
    "extra": Contract(
        (_BUDGET, _SHARES, _("spending, upwards only")),
        (_AMOUNTS, _YEARS),
        _(
            "The budget grows by the amount, and floors given as a share grow with it; what is "
            "spent already may only grow; limits of single years stay unless lifted by name."
        ),
    ),
    "target": Contract(
        (_("money, as little as possible"), _SHARES),
        (_RULES,),
        _(
            "Money is made as little as possible, then the goal as large as possible at that "
            "money; the rules stay, and shares follow the smaller budget."
        ),
    ),
    "given_plan": Contract(
        (),
        (_("the money as given"), _DOCUMENT),
        _("The money stands as given; what it breaks is told, and by how much."),
    ),
    "budget_curve": Contract(
        (_BUDGET, _SHARES),
        (_AMOUNTS, _YEARS),
        _(
            "At every point the total budget moves, and with it every rule stated as a share of "
            "it; amounts in money and limits of single years stay."
        ),
    ),
    "rule_curve": Contract(
        (_("the limit of that rule"), _DECISIONS),
        (_OTHERS,),
        _(
            "Only the limit of that rule moves along the curve; everything else stays, the budget "
            "too."
        ),
    ),
    "trade_off": Contract(
        (_DECISIONS, _("the two outcomes")),
        (_DOCUMENT,),
        _(
            "Every point is a plan under all rules; only what is wanted of the outcomes moves. "
            "People are those beyond what no money yields; the goal counts all."
        ),
    ),
    "room": Contract(
        (_DECISIONS, _GOAL_DOWN),
        (_DOCUMENT,),
        _(
            "Money may move as long as the goal falls by no more than the stated share; all rules "
            "stay."
        ),
    ),
    "why_not": Contract(
        (_("the money of that programme, to the amount named"), _("all other decisions")),
        (_DOCUMENT,),
        _(
            "That programme gets exactly the amount named; all else is decided anew under the same "
            "rules and budget."
        ),
    ),
    "conflict": Contract(
        (_("the limits of the rules named"),),
        (_OTHERS,),
        _("Each way out moves only the rules it names; the best plan is then found anew."),
    ),
    "uncertainty_kept": Contract(
        (_NUMBERS,),
        (_PLAN, _DOCUMENT),
        _(
            "Plan kept: the numbers move within their ranges while the plan stays; this is what my "
            "plan may yield."
        ),
    ),
    "uncertainty_best_again": Contract(
        (_NUMBERS, _DECISIONS),
        (_DOCUMENT,),
        _(
            "Best again: the numbers move within their ranges and the plan is made best for each; "
            "this is what could be yielded."
        ),
    ),
    "robust": Contract(
        (_NUMBERS, _DECISIONS),
        (_DOCUMENT,),
        _("One plan is chosen for all draws of the numbers; the rules stay."),
    ),
    "switching": Contract(
        (_("that number alone"), _DECISIONS),
        (_OTHERS,),
        _("One number moves at a time and the plan is made best again; everything else stays."),
    ),
    "map": Contract(
        (_("the two numbers named"), _DECISIONS),
        (_OTHERS,),
        _(
            "At every point the two numbers move and the plan is made best again; everything else "
            "stays."
        ),
    ),
    "compare": Contract(
        (_("the scenario"),),
        (_("the model"),),
        _("Each scenario is solved as it stands, on the same model."),
    ),
    "spend_like": Contract(
        (_("the split of the money"),),
        (_("the budget and the numbers of the country"),),
        _(
            "The money of this country is split as another one splits its own; budget and numbers "
            "stay."
        ),
    ),
    "next_million": Contract(
        (_("the budget, by a million US dollars, in every year alike"), _SHARES, _DECISIONS),
        (_AMOUNTS,),
        _(
            "The budget of each scenario grows by a million US dollars, in every year alike, and "
            "rules given as a share grow with it; the plan is then made best again."
        ),
    ),
    "bottlenecks": Contract(
        (_("one limit at a time, by 1%"), _DECISIONS),
        (_OTHERS,),
        _(
            "Each limit moves by 1% on its own, the budget in every year alike and shares with it; "
            "everything else stays."
        ),
    ),
}
"""Every question that is answered, by name. The goal decides every sign and order in each."""
