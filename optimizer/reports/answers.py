"""What a given plan yields, breaks and leaves on the table, as plain data and as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from optimizer.domain.wording import money
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import _
from optimizer.reports.in_languages import heads, in_all
from optimizer.reports.plain import plan_data, records
from optimizer.reports.text import columns, plan_text
from optimizer.results.contract import contract
from optimizer.results.plan import lines
from optimizer.studies.evaluate.study import Evaluation
from optimizer.studies.evaluate.words import breaches

_HEAD = (_("Programme"), _("Year"), _("Given"), _("Idle"), _("Best plan"))


def evaluation_data(answer: Evaluation) -> dict[str, Any]:
    """An evaluation as nested plain data; `plan` and `best` as `solve` writes them."""
    return {
        "obeys": answer.obeys,
        "objective": answer.plan.objective,
        "net_people": answer.plan.totals.net_people if answer.plan.found else None,
        "left_on_the_table": answer.left_on_the_table,
        "people_left": answer.people_left if answer.best.found else None,
        "broken": records(answer.broken),
        "moves": records(answer.moves),
        "plan": plan_data(answer.plan),
        "best": plan_data(answer.best),
        "sentences": [in_all(s) for s in answer.sentences],
        "holds": contract("given_plan").data,
    }


def evaluation_text(answer: Evaluation, language: str = "en") -> str:
    """What a given plan yields, breaks and leaves on the table."""
    return "\n".join(_evaluation(answer, language)) + "\n"


def _evaluation(answer: Evaluation, language: str) -> Iterator[str]:
    scenario = answer.plan.scenario
    unit = scenario.money.parsed
    if not answer.plan.found:
        yield from plan_text(answer.plan, language).splitlines()
        return
    yield from (s.in_(language) for s in answer.sentences)
    yield from (f"- {s.in_(language)}" for s in breaches(answer))
    yield ""
    rows = [heads(_HEAD, language)]
    for row in lines(answer.moves):
        name = title_of(answer.plan.scenario.programmes, row.programme).in_(language)
        amounts = (row.given, row.idle, row.best)
        if any(a > 1e-6 for a in amounts):
            rows.append([name, str(row.year), *(_money(a, unit, language) for a in amounts)])
    yield from columns(rows)
    yield ""
    yield contract("given_plan").sentence.in_(language)


def _money(value: float, unit: Any, language: str) -> str:
    return "–" if value != value else money(value, unit, language)
