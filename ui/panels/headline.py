"""The answer first: how many people more, who they are, what they cost, how far to trust it."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui import page_links
from ui.glossary import marked
from ui.jobs import studies
from ui.markup import Safe, named, put, tag
from ui.palette import channel_colour
from ui.panels import derivation, failures, study_progress
from ui.panels.panel_parts import remark
from ui.state import cache
from ui.state.desk import Desk
from ui.tables import channel_name


def answer(desk: Desk, plan: api.Plan) -> None:
    """The one sentence, and what it means by more."""
    means = marked(
        desk,
        desk.speech.say(
            _("More means additional. People who would have stayed or come anyway are not counted.")
        ),
        "net_people",
    )
    questions = ("best_plan", "additional_people")
    terms = " ".join(desk.speech.text(api.contract(q).sentence) for q in questions)
    put(
        tag(
            "div",
            tag("h1", headline(desk, plan), css="tbo-headline", more=named("headline")),
            *_worth(desk, plan),
            tag("p", means, css="tbo-note", more={"title": terms, **named("terms-best-plan")}),
            css="tbo-answer",
        )
    )


def _worth(desk: Desk, plan: api.Plan) -> list[Safe]:
    """What the people are worth by the goal, where that is not their number."""
    goal = api.worth_in_goal(plan)
    if goal is None or plan.totals.net_people < 1:
        return []
    return [tag("p", desk.speech.text(goal), css="tbo-lead", more=named("worth-in-goal"))]


def render(desk: Desk, plan: api.Plan) -> None:
    """The parts of the answer, the certificate and the cautions."""
    totals = plan.totals
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="facts"):
        put(tag("div", *_facts(desk, plan), css="tbo-facts", more=named("facts")))
        if plan.spent > 0:
            _range(desk, plan)
        certificate(desk, plan)
    if totals.net_people > 0:
        put(_rests(desk, plan))
    derivation.render(desk, plan)
    cautions(desk)


def headline(desk: Desk, plan: api.Plan) -> str:
    """The one sentence."""
    speech, n = desk.speech, plan.totals.net_people
    values: dict[str, object] = {
        "people": speech.number(n),
        "year": plan.scenario.years.end,
        "country": country_name(desk),
        "money": speech.money(plan.budget, plan.scenario),
    }
    if n < 1:
        return speech.say(_("Fewer than one person more by {year} ({people})", **values))
    if not values["country"]:
        return speech.say(_("{people} people more by {year}", **values))
    return speech.say(
        (
            _("{people} person more in {country} by {year}")
            if values["people"] == "1"
            else _("{people} people more in {country} by {year}")
        ).filled(**values)
    )


def country_name(desk: Desk) -> str:
    """The scenario's country in the reader's language; its code where the tables lack it."""
    code = desk.base.country
    if code is None:
        return ""
    term = cache.evidence_tables().terms.get(("country", code))
    if term is None:
        return code
    name = desk.speech.text(term.title)
    return api.wording.with_article(name) if desk.speech.language == "en" else name


def _facts(desk: Desk, plan: api.Plan) -> list[Safe]:
    speech = desk.speech
    facts = [
        tag(
            "span",
            tag("i", css="tbo-swatch", style=f"background:{channel_colour(channel)}"),
            tag("strong", _counted(desk, channel, net)),
            css="tbo-fact",
            more=named(f"fact-{channel}"),
        )
        for channel, net in plan.totals.by_channel.items()
    ]
    cost = plan.totals.cost_per_net_person
    if cost is not None and plan.spent > 0:
        said = speech.say(_("{money} a head", money=speech.money(cost, plan.scenario)))
        facts.append(tag("span", said, css="tbo-fact", more=named("fact-cost")))
    spent = {
        "spent": speech.money(plan.spent, plan.scenario),
        "budget": speech.money(plan.budget, plan.scenario),
        "unspent": speech.money(plan.unspent, plan.scenario),
    }
    said = speech.say(_spent(plan).filled(**spent))
    facts.append(tag("span", said, css="tbo-fact", more=named("fact-spent")))
    return facts


def _spent(plan: api.Plan) -> api.Message:
    """Which words say how much of the budget is spent."""
    if plan.budget == 0:
        return _("no money is planned")
    if plan.unspent <= 1e-6 * max(1.0, plan.budget):
        return _("all of {budget} is spent")
    return (
        _("{spent} of {budget} is spent; {unspent} would add nobody")
        if failures.aims(plan)
        else _("{spent} of {budget} is spent")
    )


def _range(desk: Desk, plan: api.Plan) -> None:
    """Between what the people lie in nine of ten draws, once that is known."""
    study = study_progress.quietly(desk, studies.uncertainty_task(plan.scenario))
    if study is None or not study.draws.names or (kept := study.interval()) is None:
        return
    values = {"range": desk.speech.ends(kept.low, kept.high)}
    with st.container(key="range", width="content"):
        page_links.lead_to("how_sure", desk.speech.say(_("90%, plan kept: {range}", **values)))


def _counted(desk: Desk, channel: str, net: float) -> Safe:
    values = {"people": desk.speech.number(net), "channel": channel_name(desk, channel)}
    said = desk.speech.say(_("{people} {channel}", **values))
    return marked(desk, said, *[channel] * (channel in ("retained", "attracted")))


def certificate(desk: Desk, plan: api.Plan) -> None:
    """That the plan is the best one, with the numbers that prove it."""
    speech, proof = desk.speech, plan.solution.certificate
    if proof is None:
        return
    with st.popover(
        speech.say(_("Certified best plan")), icon=":material/verified:", key="certified"
    ):
        remark(
            speech.say(
                _(
                    "No other split of this budget does better under the same rules and numbers. "
                    "This was checked apart from the solver, in original units."
                )
            )
        )
        rows = (
            (_("Largest breach of a rule"), f"{proof.primal_residual:.1e}"),
            (_("Largest error of a price"), f"{proof.dual_residual:.1e}"),
            (_("Distance to the proven limit"), f"{proof.gap:.1e}"),
            (_("Left in supply curves"), f"{plan.curve_gap:.1e}"),
            (_("Goal (weighted, discounted)"), desk.speech.digits(plan.objective or 0.0, 4)),
            (_("Time for this page"), speech.say(_("{n} ms", n=f"{1000 * desk.seconds:.0f}"))),
            (_("Inputs"), plan.scenario.fingerprint),
            (
                pgettext("certificate", "Versions"),
                " · ".join(f"{k} {v}" for k, v in api.versions().items()),
            ),
        )
        cells = [tag("tr", tag("th", speech.say(k)), tag("td", v)) for k, v in rows]
        put(tag("table", *cells, css="tbo-proof", more=named("certificate")))


def _rests(desk: Desk, plan: api.Plan) -> Safe:
    said = desk.speech.say(
        pgettext(
            "plan",
            "{share} of these people rest on at least one assumption (grade X).",
            share=desk.speech.share(plan.assumed_share),
        )
    )
    words = marked(desk, said, "assumption")
    return tag("p", tag("i", css="tbo-lined-key"), words, css="tbo-rests", more=named("rests-on"))


def cautions(desk: Desk) -> None:
    """What a reader of any result must know: the first in full, the others one click away."""
    texts = [desk.speech.text(c) for c in desk.base.cautions]
    if not texts:
        return
    more: list[Safe] = []
    if texts[1:]:
        said = desk.speech.say(_("{n} more", n=len(texts) - 1))
        items = [tag("li", t) for t in texts[1:]]
        more = [tag("details", tag("summary", said), tag("ul", *items))]
    first = tag("p", tag("strong", desk.speech.say(_("Read this first:")) + " "), texts[0])
    put(tag("div", first, *more, css="tbo-caution", more=named("cautions")))
