"""A study of uncertainty as plain data and as text."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from typing import Any

from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words, _, pgettext
from optimizer.reports.in_languages import heads, in_all
from optimizer.reports.plain import records, versions
from optimizer.reports.text import columns
from optimizer.results.columns import cell
from optimizer.results.contract import contract
from optimizer.results.plan import lines
from optimizer.studies.insight.study import Insight
from optimizer.studies.outcome_words import outcome_title
from optimizer.studies.uncertainty.study import UnderUncertainty

TOP = 8
"""Numbers of the tornado that the text shows."""

_HEAD = (
    _("Programme"),
    _("Leads"),
    _("Funded"),
    _("Cut"),
    _("5%"),
    _("Median"),
    _("95%"),
    _("Central plan"),
)
_OUTCOMES = {
    "objective": _("Goal"),
    "net_people": _("Net people"),
    "retained": _("Retained"),
    "attracted": _("Attracted"),
}
_BEST_AGAIN = _("Best again, in every draw:")
_OUTCOME_HEAD = (_("Outcome"), _("5%"), _("Median"), _("Mean"), _("95%"), _("Central plan"))
_NUMBERS_HEAD = (
    pgettext("column", "Number"),
    _("Low"),
    _("High"),
    _("People at low"),
    _("At high"),
    pgettext("column", "Money moved"),
)


def words(texts: tuple[Words, ...]) -> list[dict[str, str]]:
    """Sentences by language as plain data."""
    return [in_all(text) for text in texts]


def uncertainty_data(answer: UnderUncertainty) -> dict[str, Any]:
    """The study as nested plain data; draws themselves are left out."""
    scenario, outcomes = answer.scenario, answer.outcomes
    return {
        "scenario": {"id": scenario.id, "fingerprint": scenario.fingerprint},
        "versions": versions(),
        "status": "optimal" if outcomes.found.any() else "infeasible",
        "draws": answer.draws.count,
        "with_plan": int(outcomes.found.sum()),
        "numbers": list(answer.draws.names),
        "certificate": {
            "worst_residual": answer.worst_residual,
            "solved_again": outcomes.again,
            "median_curve_gap": _known(answer.median_gap),
            "largest_curve_gap": _known(answer.largest_gap),
        },
        "money_unit": scenario.money.unit,
        "holds": contract("uncertainty_kept").data,
        "intervals": [
            {**row, "holds": contract(f"uncertainty_{row['interval']}").data}
            for row in records(answer.intervals)
        ],
        **{
            name: records(getattr(answer, name))
            for name in (
                "distribution", "programmes", "years", "rankings", "regret", "conflicts"
            )
        },
        "sentences": words(answer.sentences),
    }  # fmt: skip


def _known(value: float) -> float | None:
    return None if isnan(value) else value


def insight_data(answer: Insight) -> dict[str, Any]:
    """What explains a study, as nested plain data."""
    known = answer.information
    return {
        "tornado": records(answer.drivers.tornado),
        "sobol": records(answer.drivers.sobol),
        "switching": records(answer.switching.values),
        "discovery": records(answer.discovery.conditions),
        "evpi": {
            "people": known.evpi,
            "within_menu": known.menu_evpi,
            "money": _known(known.evpi_money),
        },
        "evppi": records(known.evppi),
        "sentences": words(answer.sentences),
    }


def uncertainty_text(answer: UnderUncertainty, language: str = "en") -> str:
    """The sentences, then what each programme gets and what comes of it."""
    return "\n".join(_text(answer, language)) + "\n"


def insight_text(answer: Insight, language: str = "en") -> str:
    """The sentences, then the numbers that matter most."""
    said = [sentence.in_(language) for sentence in answer.sentences]
    rows = [heads(_NUMBERS_HEAD, language)]
    for row in lines(answer.drivers.tornado.head(TOP)):
        title = cell(row, "title").in_(language)
        numbers = (row.low, row.high, row.people_low, row.people_high)
        rows.append([title, *("–" if v != v else digits(v, 3) for v in numbers)])
        rows[-1].append(percent(row.moved))
    table = ["", *columns(rows)] if len(rows) > 1 else []
    return "\n".join([*said, *table]) + "\n"


def _text(answer: UnderUncertainty, language: str) -> Iterator[str]:
    for sentence in answer.sentences:
        yield sentence.in_(language)
    if not answer.outcomes.found.any():
        return
    scenario, unit = answer.scenario, answer.scenario.money.parsed
    yield ""
    rows = [heads(_HEAD, language)]
    for row in lines(answer.programmes):
        name = title_of(scenario.programmes, row.programme).in_(language)
        shares = [percent(v) for v in (row.leads, row.funded, row.cut)]
        spent = [_money(v, unit, language) for v in (row.p05, row.p50, row.p95, row.central)]
        rows.append([name, *shares, *spent])
    yield from columns(rows)
    yield ""
    yield _BEST_AGAIN.in_(language)
    rows = [heads(_OUTCOME_HEAD, language)]
    for row in lines(answer.distribution):
        title = _OUTCOMES.get(row.outcome, outcome_title(scenario, row.outcome)).in_(language)
        values = (row.p05, row.p50, row.mean, row.p95, row.central)
        rows.append([title, *("–" if v != v else digits(v, 3) for v in values)])
    yield from columns(rows)
    yield ""
    yield contract("uncertainty_kept").sentence.in_(language)
    yield contract("uncertainty_best_again").sentence.in_(language)


def _money(value: float, unit: Any, language: str) -> str:
    return "–" if value != value else money(value, unit, language)
