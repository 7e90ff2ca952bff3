"""What must be known before figures of countries are quoted."""

from __future__ import annotations

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.markup import named, put, tag
from ui.state.desk import Desk


def render(desk: Desk, said: tuple[api.Words, ...]) -> None:
    """The box with all of them."""
    if not said:
        return
    speech = desk.speech
    title = speech.say(_("{n} cautions on these figures", n=len(said)))
    items = [tag("li", speech.text(one)) for one in said]
    body = (tag("p", tag("strong", title)), tag("ul", *items))
    put(tag("div", *body, css="tbo-caution", more=named("country-cautions")))
