"""Plans for all draws as plain data and as text."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import Any

from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words, _, pgettext
from optimizer.lp.stochastic.two_stage import HereAndNow
from optimizer.reports.in_languages import in_all
from optimizer.reports.plain import records, versions
from optimizer.reports.text import columns
from optimizer.results.contract import contract
from optimizer.results.plan import lines
from optimizer.studies.robust.study import Robust
from optimizer.studies.robust.words import NAMES

_HEADS = {
    "made_for": (
        _("In the {} draws they were made for"),
        ("mean", "mean_given_up", "worst_5", "worst_5_given_up", "most_regret", "net_people"),
    ),
    "fresh": (
        _("In {} fresh draws"),
        ("fresh_mean", "fresh_worst_5", "fresh_regret"),
    ),
}
"""The two sets of draws, and what is shown of each."""


def robust_data(answer: Robust) -> dict[str, Any]:
    """The plans, their table and the value of information as nested plain data."""
    scenario, worth = answer.scenario, answer.information
    return {
        "scenario": {"id": scenario.id, "fingerprint": scenario.fingerprint},
        "versions": versions(),
        "status": "optimal" if answer.found else "infeasible",
        "holds": contract("robust").data,
        "criterion": str(answer.criterion),
        "level": answer.caution.level,
        "gamma": answer.caution.gamma,
        "draws": answer.draws.count,
        "fresh_draws": answer.fresh,
        "money_unit": scenario.money.unit,
        "plans": records(answer.plans),
        "spending": records(answer.spending),
        "searches": {str(name): _search(found) for name, found in answer.searched.items()},
        "guarantee": {
            "guaranteed": answer.guarded.guaranteed,
            "nominal": answer.guarded.nominal,
            "price": answer.guarded.price,
        },
        "information": None
        if worth is None
        else {
            name: _plain(getattr(worth, name))
            for name in (
                "wait_and_see", "here_and_now", "mean_plan", "mean_value", "evpi", "vss"
            )
        },
        "sentences": [in_all(s) for s in answer.sentences],
    }  # fmt: skip


def robust_text(answer: Robust, language: str = "en") -> str:
    """The sentences, the plans side by side, and their money."""
    return "\n".join(_text(answer, language)) + "\n"


def _search(found: HereAndNow) -> dict[str, Any]:
    return {
        "status": str(found.status),
        "objective": _plain(found.objective),
        "bound": _plain(found.bound),
        "gap": _plain(found.gap),
        "rounds": found.rounds,
    }


def _plain(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None


def _text(answer: Robust, language: str) -> Iterator[str]:
    for sentence in answer.sentences:
        yield sentence.in_(language)
    if not len(answer.plans):
        yield from ("", contract("robust").sentence.in_(language))
        return
    for words, names in _HEADS.values():
        count = answer.draws.count if "mean" in names else answer.fresh
        head = words.in_(language).format(digits(count, 9))
        rows = [[head, *(_column(answer, name).in_(language) for name in names)]]
        for row in lines(answer.plans):
            figures = (digits(getattr(row, name), 3) for name in names)
            rows.append([_name(answer, row.plan, language), *figures])
        yield ""
        yield from columns(rows)
    yield ""
    yield from columns(_money(answer, language))
    yield from ("", contract("robust").sentence.in_(language))


def _column(answer: Robust, name: str) -> Words:
    """What a column holds; all but the heads are in the goal."""
    tail = percent(1.0 - answer.caution.level)
    lost = _("Gives up")
    return {
        "mean": _("Average"),
        "worst_5": _("Worst {tail}", tail=tail),
        "most_regret": _("Largest regret"),
        "regret": _("Largest regret"),
        "net_people": _("Net people"),
    }.get(name.removeprefix("fresh_"), lost)


def _money(answer: Robust, language: str) -> list[list[str]]:
    """Money of each plan by programme, all years together."""
    known, unit = answer.scenario.programmes, answer.scenario.money.parsed
    head = [title_of(known, p).in_(language) for p in known]
    rows = [[pgettext("guarded", "Plan").in_(language), *head]]
    for name, plan in answer.money.items():
        sums = (sum(m for (q, _other), m in plan.items() if q == p) for p in known)
        rows.append([_name(answer, name, language), *(money(s, unit, language) for s in sums)])
    return rows


def _name(answer: Robust, plan: str, language: str) -> str:
    mark = " *" if plan == str(answer.criterion) else ""
    return NAMES[plan].in_(language) + mark
