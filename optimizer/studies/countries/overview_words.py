"""What the overview of countries says: counts, rankings, mixes, corrections, cautions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import pandas as pd

from optimizer.domain.evidence import Evidence
from optimizer.domain.wording import digits, percent
from optimizer.i18n import Words, _, in_a_row, pgettext, rendered
from optimizer.results.columns import cell
from optimizer.results.plan import lines
from optimizer.studies.countries.facts import WRONG, without_stop
from optimizer.studies.countries.money import ProgrammeMoney, rates
from optimizer.studies.countries.profile import said

CAUTIONS = (
    _(
        "Announced, not spent: amounts and people are what was published, and "
        "a selection is no arrival."
    ),
    _("Money a year is the amount spread evenly over the published period: an assumption (X)."),
    _("Many programmes serve all fields, not AI alone; their notes say so."),
    _("Nothing is added across countries: part of the EU's money is that of its members."),
    _("Exchange rates ignore price levels; no purchasing-power figures are in the data."),
    _(
        "A frontier counts a short course and a doctorate alike within its "
        "group: a high score says cheap, not good."
    ),
)
"""What a reader of any of these figures must know."""


def counts_said(programmes: Sequence[ProgrammeMoney]) -> Words:
    """How many programmes there are, and how many amounts are added."""
    total, summed = len(programmes), sum(p.summed for p in programmes)
    lands = len({p.strategy.country for p in programmes})
    apart = sum(not p.strategy.adds for p in programmes)
    return _(
        "{total} programmes of {lands} countries: {summed} have an amount that "
        "is added, {apart} are parts, umbrellas or unpaid plans, shown but "
        "never added.",
        total=total,
        lands=lands,
        summed=summed,
        apart=apart,
    )


def coverage_said(evidence: Evidence, programmes: Sequence[ProgrammeMoney]) -> Iterator[Words]:
    """Whose list is the longest, since a short list understates a country."""
    if not programmes:
        return
    lists = Counter(p.strategy.country for p in programmes)
    code, longest = lists.most_common(1)[0]
    place = evidence.title("country", code)
    yield _(
        "The lists are not equally complete: {longest} of the programmes are "
        "of {place}; sums of the others understate them more.",
        longest=longest,
        place=place,
    )


def rates_said(evidence: Evidence, programmes: Sequence[ProgrammeMoney]) -> Words:
    """At which rates amounts were converted, and which currencies have none."""
    known = rates(evidence)
    used = {p.strategy.currency for p in programmes}
    lacking = ", ".join(sorted(used - set(known)))
    years = ", ".join(sorted({str(y) for r in known.values() for y in r.years}))
    dollar = known.get("USD")
    each = "" if dollar is None else digits(dollar.number, 5)
    if not lacking:
        return _("Converted at the rates of {years} ({each} won a dollar).", years=years, each=each)
    return _(
        "Converted at the rates of {years} ({each} won a dollar); the data hold no rate of "
        "{lacking}, whose money stays a gap.",
        years=years,
        each=each,
        lacking=lacking,
    )


def rankings_said(evidence: Evidence, figures: pd.DataFrame) -> Iterator[Words]:
    """Countries ordered by their money a year for their size."""
    for name in ("yearly_of_gdp", "yearly_per_head", "yearly_per_ai_worker"):
        part = figures[(figures["figure"] == name) & figures["value"].notna()]
        part = part.sort_values("value", ascending=False, kind="stable")
        if part.empty:
            continue
        told = [
            in_a_row(
                (
                    evidence.title("country", r.country), " ",
                    said(evidence, r.value, r.unit), "+" if r.counted < r.of else "",
                ),
                "",
            )
            for r in lines(part)
        ]  # fmt: skip
        yield _(
            "{title}: {figures} (+: and more, not counted).",
            title=cell(next(lines(part)), "title"),
            figures=in_a_row(told, pgettext("list", ", ")),
        )


def corrections_said(facts: pd.DataFrame) -> Iterator[Words]:
    """What of the article should not be repeated."""
    for r in lines(facts[facts["verdict"].isin(WRONG)]):
        yield _(
            "Article {fact}, “{statement}”: {sentence}",
            fact=r.fact,
            statement=rendered(without_stop, cell(r, "statement")),
            sentence=cell(r, "sentence"),
        )


def mixes_said(evidence: Evidence, mix: pd.DataFrame) -> Iterator[Words]:
    """What each country's announced money goes to, the largest share first."""
    for code, part in mix[mix["share"].notna()].groupby("country", sort=False):
        ordered = part.sort_values("share", ascending=False, kind="stable")
        place = evidence.title("country", str(code))
        shares = [in_a_row((cell(r, "title"), percent(r.share)), " ") for r in lines(ordered)]
        yield _(
            "{place} announced money for: {shares}.",
            place=place,
            shares=in_a_row(shares, pgettext("list", ", ")),
        )
