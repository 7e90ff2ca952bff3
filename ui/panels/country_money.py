"""Announced money of countries by family of instrument, on one footing; gaps stay gaps."""

from __future__ import annotations

from math import isfinite
from typing import Any

import pandas as pd

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui import widgets
from ui.charts.bar_rows import Bar, Segment, bars
from ui.markup import put, tag
from ui.palette import PROGRAMMES
from ui.panels.evidence_grades import badge
from ui.panels.panel_parts import heading, key_line, table_behind
from ui.state.cache import countries
from ui.state.desk import Desk
from ui.tables import rows_of

FOOTINGS = {
    "yearly_krw": pgettext("footing", "a year"),
    "yearly_of_gdp": _("per GDP"),
    "yearly_per_head": _("per inhabitant"),
    "yearly_per_ai_worker": _("per AI worker"),
    "announced_krw": _("whole periods"),
}
"""Figure of a country → its name on the page."""
WHOLE = "announced_krw"


def render(desk: Desk, found: api.CountryComparison) -> None:
    """The picture, its key and the table behind it."""
    speech = desk.speech
    title = speech.say(_("Announced money by family"))
    heading(
        title,
        speech.say(
            _(
                "What governments announced, not what they spent. A plus sign means that more "
                "programmes exist whose money is not known."
            )
        ),
        name="panel-country-money",
    )
    words = {name: speech.say(key) for name, key in FOOTINGS.items()}
    footing = widgets.segments(speech.say(_("Measured")), "footing", words, default="yearly_of_gdp")
    everything = countries()
    families = _families(desk, everything.mix)
    put(key_line(*(("", colour, title) for title, colour in families.values())))
    rows = [_bar(desk, found, country, footing, families) for country in found.countries]
    put(bars(rows, "bars-countries"))
    if footing != WHOLE:
        said = speech.say(_("Spreading an amount evenly over its years is an assumption."))
        put(tag("p", badge(desk, "X"), " ", said, css="tbo-note"))
    chosen = everything.mix[everything.mix["country"].isin(list(found.countries))]
    table_behind(desk, api.mix_table(countries(), chosen), "country-money")


def _families(desk: Desk, mix: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """Family → its title and colour, in the order of the evidence."""
    rows = mix.drop_duplicates("family")
    return {
        str(r.family): (desk.speech.column(r, "title"), PROGRAMMES[n % len(PROGRAMMES)])
        for n, r in enumerate(rows_of(rows))
    }


def _bar(
    desk: Desk,
    found: api.CountryComparison,
    country: str,
    footing: str,
    families: dict[str, tuple[str, str]],
) -> Bar:
    speech, name = desk.speech, desk.speech.text(found.countries[country])
    rows = found.figures
    row = rows_of(rows[(rows["country"] == country) & (rows["figure"] == footing)])[0]
    if not isfinite(row.value):
        gap = speech.column(row, "gap")
        return Bar(country, name, PROGRAMMES[0], [], speech.say(_("no figure")), gap)
    said = speech.column(row, "said")
    end = f"{said}+" if row.counted < row.of else said
    note = speech.say(_("{counted} of {of} programmes counted", counted=row.counted, of=row.of))
    return Bar(country, name, PROGRAMMES[0], _parts(desk, country, row, families), end, note)


def _parts(
    desk: Desk, country: str, row: Any, families: dict[str, tuple[str, str]]
) -> list[Segment]:
    """The figure split by the shares of the families; they add up to the whole."""
    speech, mix = desk.speech, countries().mix
    share = "share" if row.figure == WHOLE else "share_per_year"
    own = mix[(mix["country"] == country) & mix[share].notna()]
    said, parts = speech.column(row, "said"), []
    for r in rows_of(own):
        title, colour = families[r.family]
        part = float(getattr(r, share))
        values = {"family": title, "share": speech.share(part), "money": said}
        hint = speech.say(_("{family}: {share} of {money}", **values))
        parts.append(Segment(title, float(row.value) * part, hint, colour=colour))
    return parts
