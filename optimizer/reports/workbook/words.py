"""What the workbook calls its sheets, columns and the entries of a document."""

from __future__ import annotations

from collections.abc import Mapping

from optimizer.domain.rule import LABELS as RULE_LABELS
from optimizer.i18n import Words, _, in_a_row, pgettext, verbatim

SHEETS: Mapping[str, tuple[Words, Words]] = {
    "readme": (
        _("Read me"),
        _("What this workbook is, and how to use it."),
    ),
    "plan": (
        _("Plan"),
        _("Change a shaded cell: money, capacity, people, rules and totals follow at once."),
    ),
    "money": (
        pgettext("sheet", "Money"),
        _("From decisions to units, commitments and spending; all by formula."),
    ),
    "capacity": (
        _("Capacity use"),
        _("What is there in a year, who holds it, what is left."),
    ),
    "people": (
        _("People"),
        _("People supported, net people after deadweight, and what they count for."),
    ),
    "check": (
        _("Rules check"),
        _("Every budget, rule and physical limit: actual, limit, what is left."),
    ),
    "prices": (
        _("Prices"),
        _("What holds the engine's plan back and what a little more is worth; not recomputed."),
    ),
    "summary": (
        _("Checks"),
        _("What is kept, what is not, and whether the sums reconcile."),
    ),
    "evidence": (
        _("Evidence"),
        _("Numbers the scenario refers to. ◇ and hatching mark assumptions (grade X)."),
    ),
    "scenario": (
        _("Scenario"),
        _("General entries of the document. Edit shaded cells, then import the workbook."),
    ),
    "programmes": (
        _("Programmes"),
        _("Budget lines, what they buy, and at what cost."),
    ),
    "capacities": (
        _("Capacities"),
        _("What activities deliver and pathways need."),
    ),
    "pools": (
        _("Pools"),
        _("People who could take a pathway in a year."),
    ),
    "pathways": (
        _("Pathways"),
        _("How people come to stay, what that needs and yields."),
    ),
    "rules": (
        _("Rules"),
        _("Policy rules with owner and reason."),
    ),
}
"""Sheets in their order: title and note."""

COLUMNS: Mapping[str, tuple[Words, float]] = {
    "path": (_("Path"), 20),
    "kind": (_("Kind"), 8),
    "label": (_("Entry"), 34),
    "mark": (_("◇"), 4),
    "value": (_("Value"), 14),
    "refs": (_("From evidence"), 30),
    "used": (pgettext("value", "In use"), 12),
    "low": (_("Low"), 9),
    "high": (_("High"), 9),
    "unit": (_("Unit"), 18),
    "grade": (_("Grade"), 7),
    "source": (_("Source"), 16),
    "note": (_("Note"), 30),
    "en": (_("English"), 34),
    "ko": (_("Korean"), 34),
    "distribution": (_("Distribution"), 10),
    "source_title": (_("Source title"), 34),
    "publisher": (_("Publisher"), 18),
    "date": (pgettext("issue", "Date"), 11),
    "address": (_("Address"), 26),
    "money_share": (_("Of the money"), 9),
    "people_share": (_("Of net people"), 9),
}
"""Columns of the sheets that state the document: title and width."""

FIELDS: Mapping[str, Words] = {
    "schema": _("layout"),
    "id": _("identifier"),
    "title": _("title"),
    "description": _("description"),
    "cautions": _("caution"),
    "author": _("signed by"),
    "date": _("date"),
    "reason": _("reason"),
    "country": _("country"),
    "money": pgettext("entry", "money"),
    "years": _("decision years"),
    "first": _("first"),
    "last": _("last"),
    "budget": _("budget"),
    "total": _("total"),
    "by_year": _("of a year"),
    "carry_over": _("carried over"),
    "payment": _("paid when"),
    "per_usd": _("per US dollar"),
    "prices": _("price basis"),
    "objective": _("goal"),
    "measure": pgettext("entry", "measure"),
    "discount_rate": _("discount rate"),
    "tiers": _("weight of tier"),
    "channels": _("weight of channel"),
    "uncertainty": _("uncertainty"),
    "groups": _("group"),
    "correlations": _("correlation"),
    "between": _("between"),
    "rank": _("rank correlation"),
    "activities": _("activity"),
    "delivers": _("delivers"),
    "supply": _("supply"),
    "bands": _("step"),
    "units": _("units a year"),
    "unit_cost": _("unit cost"),
    "curve": _("curve"),
    "ceiling": _("ceiling"),
    "half": _("money at half"),
    "scale": _("scale"),
    "amount": pgettext("entry", "amount"),
    "shape": _("shape"),
    "lead_years": _("lead [years]"),
    "life_years": _("life [years]"),
    "indivisible": _("whole units only"),
    "minimum_scale": _("minimum scale"),
    "opening_cost": _("opening cost"),
    "tags": _("tags"),
    "indexation": _("growth of costs a year"),
    "unit": _("unit"),
    "free": _("already there"),
    "people_per_year": _("people a year"),
    "channel": pgettext("entry", "channel"),
    "tier": _("tier"),
    "pool": _("pool"),
    "needs": _("needs"),
    "people": pgettext("entry", "people"),
    "net": _("net people per head"),
    "stay": _("stay a year"),
    "kind": _("kind of rule"),
    "owner": _("owner"),
    "hard": pgettext("entry", "law"),
    "active": _("in force"),
    "programme": _("programme"),
    "programmes": _("programmes"),
    "activity": _("activity"),
    "pathway": pgettext("entry", "pathway"),
    "tag": _("tag"),
    "share": _("share"),
    "year": _("year"),
    "bound": _("bound"),
    "up": pgettext("entry", "rise"),
    "down": pgettext("entry", "fall"),
    "baseline": _("year before"),
    "of": _("what is counted"),
    "part": _("part"),
    "whole": _("whole"),
    "at_least": pgettext("entry", "at least"),
    "at_most": pgettext("entry", "at most"),
    "size": _("size"),
    "terms": _("term"),
    "coefficient": _("coefficient"),
    "sense": _("direction"),
    "rhs": _("right-hand side"),
    "line": pgettext("entry", "line"),
    "only_if": _("only with"),
    "among": pgettext("entry", "line"),
    "count": _("number open"),
    "minimum": _("minimum"),
    "value": _("value"),
    "outcomes": _("outcome"),
    "probability": _("probability"),
    "product": pgettext("entry", "factor"),
    "note": _("note"),
    "source": _("source"),
    "grade": _("grade"),
    "low": _("low"),
    "high": _("high"),
    "distribution": _("distribution"),
}
"""Entries of a document as people call them."""


def named(entry: str) -> Words:
    """An entry as people call it, a field of a rule as its form does."""
    return FIELDS.get(entry) or RULE_LABELS.get(entry) or verbatim(entry)


HELD = _("years held")
OK = _("OK")
OVER = _("over by")
SHORT = _("short by")
OFF = _("off by")
MISSED = _("missed")


_SCALES = {
    "thousand": _("thousand"),
    "million": _("million"),
    "hundred million": _("hundred million"),
    "billion": _("billion"),
    "trillion": _("trillion"),
}
_CURRENCIES = {
    "KRW": _("KRW"),
    "USD": _("USD"),
    "EUR": _("EUR"),
    "JPY": _("JPY"),
    "GBP": _("GBP"),
    "AUD": _("AUD"),
    "CAD": _("CAD"),
    "SGD": _("SGD"),
}


def money_unit(words: str, language: str) -> str:
    """The unit of money as a column title says it.

    >>> money_unit("million KRW", "en")
    'million KRW'
    """
    scale, _other, code = words.rpartition(" ")
    said = (_SCALES.get(scale, verbatim(scale)), _CURRENCIES.get(code, verbatim(code)))
    return in_a_row(said, " ").in_(language).strip()
