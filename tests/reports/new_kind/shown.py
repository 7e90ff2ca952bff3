"""Run in a copy that has the new kind: solves a scenario with it and says what each form shows."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from streamlit.testing.v1 import AppTest

from docs.making.mathematics import text
from optimizer.api import desk as api

RULE = {
    "id": "cases",
    "kind": "unit_floor",
    "programme": "visa",
    "activity": "case",
    "least_units": 65,
    "owner": "Ministry",
    "reason": "Trial",
}


def form() -> dict[str, str]:
    """What the desk's form asks for once the kind is chosen, by language."""
    from tests.ui.screen import open_view

    shown: dict[str, str] = {}
    for language in api.LANGUAGES:
        at: AppTest = open_view("rules", {"lang": language})
        at.selectbox(key="new-kind").set_value("unit_floor").run()
        assert not at.exception
        boxes = [*at.selectbox, *at.text_input]
        shown[language] = " | ".join(b.label for b in boxes if str(b.key).startswith("new-unit"))
    return shown


def main(tiny: str, out: str) -> None:
    """Everything that is asked about, as JSON on standard output."""
    unit = {"visa": {"activities": {"case": {"unit": {"en": "permits", "ko": "허가"}}}}}
    base = api.change_scenario(
        api.load_scenario(tiny), {"programmes": unit, "budget": {"total": 300}}
    )
    scenario = api.change_scenario(base, {"rules": [RULE]})
    plan = api.solve(scenario)
    Path(out).write_bytes(api.workbook(plan))
    more = api.change_scenario(base, {"rules": [{**RULE, "least_units": 66}]})
    report = {
        "plan": api.plan_data(plan),
        "one_more": api.solve(more).objective - plan.objective,
        "memo": {
            language: api.report(scenario, "html", language=language).decode()
            for language in api.LANGUAGES
        },
        "form": form(),
        "mathematics": text(),
        "schema": "UnitFloor" in api.json_schema()["$defs"],
        "names": api.solver_names(plan),
    }
    json.dump(report, sys.stdout, default=str)


if __name__ == "__main__":
    main(*sys.argv[1:])
