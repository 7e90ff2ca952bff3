"""Tables about countries with headings of the reader's language; the numbers are the engine's."""

from __future__ import annotations

import pandas as pd

from optimizer.api import desk as api
from ui.state.cache import countries
from ui.state.desk import Desk


def won(amount: float, language: str) -> str:
    """Money given in million won, in words."""
    return in_currency(amount, "KRW", language)


def in_currency(amount: float, code: str, language: str) -> str:
    """Money given in millions of a currency, in words."""
    return api.wording.money(amount, api.parse_unit(f"million {code}"), language)


def _renamed(desk: Desk, frame: pd.DataFrame, columns: dict[str, str]) -> pd.DataFrame:
    out = frame[list(columns)].copy()
    if "country" in out:
        places = countries().places
        out["country"] = [desk.speech.text(places[c]) for c in out["country"]]
    return out.rename(columns={name: desk.speech.say(key) for name, key in columns.items()})


def figures(desk: Desk, found: api.CountryComparison) -> pd.DataFrame:
    """All figures of the countries, gaps with their reason."""
    columns = {
        desk.speech.own("title"): "col_figure",
        "country": "col_country",
        "value": "col_value",
        desk.speech.own("said"): "col_said",
        "year": "col_year",
        "counted": "col_counted",
        "of": "col_of",
        "grade": "col_grade",
        "sources": "col_source",
        desk.speech.own("gap"): "col_gap",
    }
    return _renamed(desk, found.figures, columns)


def mix(desk: Desk, frame: pd.DataFrame) -> pd.DataFrame:
    """Money of countries by family."""
    columns = {
        "country": "col_country",
        desk.speech.own("title"): "col_family",
        "krw": "col_krw",
        "share": "col_mix",
        "krw_per_year": "col_krw_year",
        "counted": "col_counted",
        "recorded": "col_of",
        "grade": "col_grade",
        "sources": "col_source",
        desk.speech.own("gap"): "col_gap",
    }
    return _renamed(desk, frame, columns)


def programmes(desk: Desk, frame: pd.DataFrame) -> pd.DataFrame:
    """Programmes with their money on every footing."""
    columns = {
        "country": "col_country",
        desk.speech.own("title"): "col_programme",
        "adds": "col_adds",
        "start_year": "col_starts",
        "period_years": "col_period",
        "amount": "col_amount",
        "currency": "col_currency",
        "krw": "col_krw",
        "krw_per_year": "col_krw_year",
        "target_heads": "col_heads",
        "grade": "col_grade",
        "source": "col_source",
        desk.speech.own("gap"): "col_gap",
    }
    return _renamed(desk, frame, columns)


def beside(desk: Desk, one: api.Transplant) -> pd.DataFrame:
    """Money by programme: by their mix, used of it, in the best plan, in the nearest one."""
    scenario = one.scenario
    unit = {"unit": api.wording.money(1.0, scenario.money.parsed, desk.speech.language)}
    columns = {
        "programme": "col_programme",
        "mix": "col_mix",
        "given": "col_given",
        "used": "col_used",
        "best": "col_best_money",
        "nearest": "col_nearest",
    }
    out = one.beside[list(columns)].copy()
    out["programme"] = [desk.speech.title(scenario.programmes, p) for p in out["programme"]]
    return out.rename(columns={name: desk.speech.say(key, unit) for name, key in columns.items()})


def gains(desk: Desk, found: api.NextMillion) -> pd.DataFrame:
    """What a million dollars more adds, scenario by scenario."""
    columns = {
        desk.speech.own("title"): "col_scenario",
        "price": "col_at_margin",
        "gain": "col_gain_million",
        "net_people": "col_net",
        desk.speech.own("gap"): "col_gap",
    }
    return _renamed(desk, found.gains, columns)


def limits(desk: Desk, found: api.Bottlenecks) -> pd.DataFrame:
    """Limits that hold plans back, and in how many; then what each adds in every scenario."""
    columns = {
        desk.speech.own("title"): "col_limit_name",
        "scenarios": "col_holds_back",
        "share": "col_mean_share",
    }
    titles = {s.id: s.title[desk.speech.language] for s in desk.shipped}
    each = found.limits.pivot_table(index="limit", columns="scenario", values="share", sort=False)
    beside_it = each.rename(columns=titles).reindex(found.common["limit"]).reset_index(drop=True)
    return pd.concat([_renamed(desk, found.common, columns), beside_it], axis=1)


def track(desk: Desk, found: api.TrackRecord) -> pd.DataFrame:
    """Predicted and stated people of every programme, misses first."""
    verdicts = {
        "below": desk.speech.say("verdict_below"),
        "above": desk.speech.say("verdict_above"),
        "inside": desk.speech.say("verdict_inside"),
        "running": desk.speech.say("verdict_running"),
        "withheld": desk.speech.say("verdict_withheld"),
    }
    columns = {
        "programme": "col_programme",
        "country": "col_country",
        "verdict": "col_verdict",
        "low": "col_low_people",
        "central": "col_mid_people",
        "high": "col_high_people",
        "stated": "col_stated",
        "ratio": "col_ratio",
        "grade": "col_grade",
        "sources": "col_source",
    }
    out = found.table
    titles = {p.record.id: desk.speech.text(p.record.title) for p in found.predictions}
    out["programme"] = [titles[name] for name in out["programme"]]
    out["verdict"] = [verdicts[name] for name in out["verdict"]]
    return _renamed(desk, out, columns)
