"""Trade-offs, room and forced choices as plain data and as pages of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits, money
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words, _, pgettext
from optimizer.reports.in_languages import in_all
from optimizer.reports.plain import plan_data, records
from optimizer.reports.text import columns, plan_text
from optimizer.results.contract import contract
from optimizer.results.plan import lines
from optimizer.studies.outcome_words import one_better, outcome_title, worse_by
from optimizer.studies.room.study import Room
from optimizer.studies.trade_off.study import Payoff, TradeOff
from optimizer.studies.why_not.study import WhyNot

_HEADS = {
    "plan": _("Plan"),
    "programme": _("Programme"),
    "now": _("Best plan"),
    "least": _("At least"),
    "most": _("At most"),
    "people_least": _("People then"),
    "people": _("Net people"),
    "forced": _("Forced"),
    "change": _("Change"),
    "different": pgettext("alternative", "Plan"),
    "goal": _("First goal"),
}


def trade_off_data(answer: TradeOff) -> dict[str, Any]:
    """Efficient plans, the exchange between them and their money, as nested plain data."""
    return {
        "scenario": _who(answer.scenario),
        "holds": contract("trade_off").data,
        "status": str(answer.status),
        "first": answer.first,
        "second": answer.second,
        "money_unit": answer.scenario.money.unit,
        "exact": answer.exact,
        "gap": answer.gap,
        "unexplored": answer.unexplored,
        "points": records(answer.points),
        "allocation": records(answer.allocation),
        "sentences": _said(answer.sentences),
    }


def trade_off_text(answer: TradeOff, language: str = "en") -> str:
    """What one outcome costs of the other, and a table of the efficient plans."""
    if not answer.found:
        bare = plan_text(answer.best, language)
        return (
            bare
            if not answer.sentences
            else _page("trade_off", answer.scenario, answer.sentences, [], language)
        )
    scenario, unit = answer.scenario, answer.scenario.money.parsed
    names = [outcome_title(scenario, n).in_(language) for n in (answer.first, answer.second)]
    titles = [title_of(scenario.programmes, p).in_(language) for p in scenario.programmes]
    step, better = one_better(scenario, answer.first)
    rate_head = _("Cost of {better}", better=better).in_(language)
    rows = [[_head("plan", language), *names, rate_head, *titles]]
    spent = answer.allocation.pivot(index="point", columns="programme", values="spending")
    for row in lines(answer.points):
        pair = [
            money(v, unit, language) if n == "spending" else digits(_undusted(v), 3)
            for n, v in ((answer.first, row.first), (answer.second, row.second))
        ]
        rate = "–"
        if row.exchange == row.exchange:
            rate = worse_by(scenario, answer.second, row.exchange * step).in_(language)
        each = [money(float(spent.loc[row.point, p]), unit, language) for p in scenario.programmes]
        rows.append([str(row.point + 1), *pair, rate, *each])
    return _page("trade_off", scenario, answer.sentences, columns(rows), language)


def payoff_data(answer: Payoff) -> dict[str, Any]:
    """The payoff table as nested plain data."""
    return {
        "scenario": _who(answer.scenario),
        "holds": contract("trade_off").data,
        "status": str(answer.status),
        "names": list(answer.names),
        "table": records(answer.table),
    }


def payoff_text(answer: Payoff, language: str = "en") -> str:
    """The payoff table: each row serves one outcome first."""
    scenario, unit = answer.scenario, answer.scenario.money.parsed
    title = {n: outcome_title(scenario, n).in_(language) for n in answer.names}
    rows = [[_head("goal", language), *title.values()]]
    for row in records(answer.table):
        values = [
            money(row[n], unit, language) if n == "spending" else digits(_undusted(row[n]), 3)
            for n in answer.names
        ]
        rows.append([title[row["goal"]], *values])
    terms = contract("trade_off").sentence.in_(language)
    return "\n".join([*columns(rows), "", terms]) + "\n"


def room_data(answer: Room) -> dict[str, Any]:
    """Ranges and different plans as nested plain data; `best` as `solve` writes it."""
    return {
        "scenario": _who(answer.scenario),
        "holds": contract("room").data,
        "status": str(answer.best.status),
        "money_unit": answer.scenario.money.unit,
        "slack": answer.slack,
        "objective": answer.best.objective,
        "worst": answer.worst if answer.found else None,
        "ranges": records(answer.ranges),
        "plans": records(answer.plans),
        "sentences": _said(answer.sentences),
        "best": plan_data(answer.best),
    }


def room_text(answer: Room, language: str = "en") -> str:
    """How far each programme may move at that loss, and the plans that differ the most."""
    if not answer.found:
        return plan_text(answer.best, language)
    scenario, unit = answer.scenario, answer.scenario.money.parsed
    heads = ("programme", "now", "least", "people_least", "most", "people_least")
    rows = [[_head(name, language) for name in heads]]
    for row in lines(answer.ranges):
        ends = ((row.least, row.people_at_least), (row.most, row.people_at_most))
        cells = [c for m, n in ends for c in (money(m, unit, language), digits(n, 3))]
        title = title_of(scenario.programmes, row.programme).in_(language)
        rows.append([title, money(row.now, unit, language), *cells])
    body = [*columns(rows)]
    if len(answer.plans):
        body += ["", *columns(list(_different(answer, language)))]
    return _page("room", scenario, answer.sentences, body, language)


def _different(answer: Room, language: str) -> Iterator[list[str]]:
    """The best plan and the different ones side by side, a row for each programme."""
    scenario, unit = answer.scenario, answer.scenario.money.parsed
    spent = answer.plans.pivot(index="programme", columns="plan", values="spending")
    numbers = [f"{_head('different', language)} {n}" for n in spent.columns]
    yield [_head("programme", language), _head("now", language), *numbers]
    now = {row.programme: float(row.now) for row in lines(answer.ranges)}
    for p in scenario.programmes:
        title = title_of(scenario.programmes, p).in_(language)
        each = [now[p], *(float(spent[n][p]) for n in spent.columns)]
        yield [title, *(money(v, unit, language) for v in each)]
    people = answer.plans.groupby("plan")["net_people"].first()
    each = [answer.best.totals.net_people, *(float(v) for v in people)]
    yield [_head("people", language), *(digits(v, 3) for v in each)]


def why_not_data(answer: WhyNot) -> dict[str, Any]:
    """A forced choice as nested plain data; `plan` as `solve` writes it."""
    return {
        "scenario": _who(answer.scenario),
        "holds": contract("why_not").data,
        "status": str(answer.plan.status),
        "programme": answer.programme,
        "amount": answer.amount,
        "costs_objective": answer.costs_objective if answer.plan.found else None,
        "costs_people": answer.costs_people if answer.plan.found else None,
        "last_step": answer.last_step,
        "possible": None if answer.possible is None else list(answer.possible),
        "blocked_by": [in_all(t) for t in answer.blocked_by],
        "moves": records(answer.moves),
        "binds": records(answer.binds),
        "sentences": _said(answer.sentences),
        "plan": plan_data(answer.plan),
    }


def why_not_text(answer: WhyNot, language: str = "en") -> str:
    """What a forced choice costs, and where the money moves."""
    scenario, unit = answer.scenario, answer.scenario.money.parsed
    rows = [[_head(name, language) for name in ("programme", "now", "forced", "change")]]
    for row in lines(answer.moves):
        title = title_of(scenario.programmes, row.programme).in_(language)
        sign = "+" if row.change > 0 else "−" if row.change < 0 else ""
        moved = f"{sign}{money(abs(row.change), unit, language)}"
        both = [money(v, unit, language) for v in (row.best, row.forced)]
        rows.append([title, *both, moved])
    body = columns(rows) if len(rows) > 1 else ()
    return _page("why_not", scenario, answer.sentences, body, language)


def _page(
    question: str,
    scenario: Scenario,
    sentences: Iterable[Words],
    body: Iterable[str],
    language: str,
) -> str:
    """Head, sentences and table of an answer; what it moves and what it leaves comes last."""
    title = scenario.title.in_(language) if scenario.title else scenario.id
    head = f"{title}   [{scenario.id} · {scenario.fingerprint}]"
    page = "\n".join([head, *(s.in_(language) for s in sentences), "", *body]).rstrip()
    return f"{page}\n\n{contract(question).sentence.in_(language)}\n"


def _head(name: str, language: str) -> str:
    return _HEADS[name].in_(language)


def _who(scenario: Scenario) -> dict[str, str]:
    return {"id": scenario.id, "fingerprint": scenario.fingerprint}


def _said(sentences: Iterable[Words]) -> list[dict[str, str]]:
    return [in_all(s) for s in sentences]


def _undusted(value: float) -> float:
    """The number, or zero where it is nothing but rounding."""
    return value if abs(value) > 1e-6 else 0.0
