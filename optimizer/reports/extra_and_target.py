"""Where additional money goes, and the least money for an outcome, as plain data and as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from optimizer.domain.wording import money
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words, _
from optimizer.reports.conflict_text import conflict_data, conflict_text
from optimizer.reports.in_languages import heads
from optimizer.reports.plain import plan_data, records
from optimizer.reports.text import columns, plan_text
from optimizer.results.contract import contract
from optimizer.results.plan import Plan, lines
from optimizer.studies.extra.study import Extra
from optimizer.studies.extra.words import both_money
from optimizer.studies.target.study import Target

SEEN = 1e-6
"""Money below this share of all spending is left out of a table."""

_HEAD = (_("Programme"), _("Year"), _("Added"), _("After"))


def plan_rows(plan: Plan) -> list[dict[str, Any]]:
    """Programme, year and spending of a plan, as `evaluate --plan` reads them."""
    return records(plan.allocation[["programme", "year", "spending"]])


def extra_data(answer: Extra) -> dict[str, Any]:
    """Where additional money goes, as nested plain data; a conflict in its place if there is one.

    `objective` and `gain` are in the goal; `plan` passes `evaluate` at the larger budget.
    """
    after = answer.after
    data = {
        "status": str(after.status),
        "amount": answer.amount,
        "lifted": list(answer.lifted),
        "budget": after.budget,
        "objective": after.objective,
        "gain": answer.gain,
        "net_people": answer.net_people,
        "unspent": answer.unspent if after.found else None,
        "plan": plan_rows(after),
        "added": records(answer.added),
        "holds": contract("extra").data,
        "before": plan_data(answer.before),
        "after": plan_data(after),
    }
    if answer.conflict is None:
        return data
    found = conflict_data(answer.conflict)
    return {**data, **{k: found[k] for k in ("conflict", "repairs", "sentences")}}


def extra_text(answer: Extra, language: str = "en") -> str:
    """Where additional money goes and what it yields; or why the rules forbid it."""
    return "\n".join(_extra(answer, language)) + "\n"


def _extra(answer: Extra, language: str) -> Iterator[str]:
    scenario = answer.before.scenario
    amount = both_money(answer.amount, answer.before)
    if not answer.before.found:
        yield plan_text(answer.before, language).rstrip("\n")
    elif answer.conflict is not None:
        yield _no_room(amount).in_(language)
        yield conflict_text(answer.conflict, language).rstrip("\n")
    elif not answer.after.found:
        yield plan_text(answer.after, language).rstrip("\n")
    else:
        yield from (s.in_(language) for s in answer.sentences)
        rows = [heads(_HEAD, language)]
        sums = answer.added.groupby(["programme", "year"], sort=False)[["added", "after"]].sum()
        for row in lines(sums.reset_index()):
            if row.added > SEEN * max(answer.after.spent, 0.0):
                name = title_of(scenario.programmes, row.programme).in_(language)
                said = (money(m, scenario.money.parsed, language) for m in (row.added, row.after))
                rows.append([name, str(row.year), *said])
        if len(rows) > 1:
            yield ""
            yield from columns(rows)
    yield ""
    yield contract("extra").sentence.in_(language)


def _no_room(amount: Words) -> Words:
    return _(
        "{amount} cannot be added within the rules while nothing is taken back.", amount=amount
    )


def target_data(answer: Target) -> dict[str, Any]:
    """The least money for an outcome, as nested plain data.

    `at_least` and `reached` are additional people (the goal and spending in all); `plan` passes
    `evaluate` at `budget`, which is the least money.
    """
    plan = answer.plan
    return {
        "status": str(plan.status),
        "outcome": answer.outcome,
        "at_least": answer.at_least,
        "reached": answer.reached,
        "least_money": answer.least_money,
        "budget": answer.least_money,
        "objective": plan.objective,
        "net_people": plan.totals.net_people if plan.found else None,
        "plan": plan_rows(plan),
        "holds": contract("target").data,
        "plan_in_full": plan_data(plan),
    }


def target_text(answer: Target, language: str = "en") -> str:
    """The least money for an outcome, and the best plan with that money."""
    said = [s.in_(language) for s in answer.sentences]
    if answer.least_money is None:
        return "\n".join([*said, "", contract("target").sentence.in_(language), ""])
    return "\n".join([*said, "", plan_text(answer.plan, language, question="target")])
