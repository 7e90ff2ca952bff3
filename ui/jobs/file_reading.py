"""Files that visitors open, read where reading can be stopped."""

from __future__ import annotations

import tempfile
from pathlib import Path

from optimizer.api import desk as api
from optimizer.api.desk import _

WORKBOOK = ".xlsx"
LARGEST = {"programmes": 100, "pathways": 1000, "rules": 500, "years": 50}
"""How many of each a page can show and still answer at once."""


def read(name: str, content: bytes) -> api.Scenario:
    """The scenario that a file states: a document, an overlay on a shipped one, or a workbook.

    Nothing beside the file is read. Raises InvalidInput with every problem.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(name.replace("\\", "/")).name
        path.write_bytes(content)
        try:
            if path.suffix.lower() == WORKBOOK:
                scenario = api.import_workbook(path)
            else:
                scenario = api.scenario_of(api.read_file(path))
        except api.InvalidInput as fault:  # where the file lay meanwhile means nothing to anybody
            raise api.InvalidInput(
                api.Issue(i.where.replace(str(path), path.name), i.problem, i.remedy)
                for i in fault.issues
            ) from None
    _fits_a_page(scenario)
    return scenario


def _fits_a_page(scenario: api.Scenario) -> None:
    sizes = {
        "programmes": len(scenario.programmes),
        "pathways": len(scenario.pathways),
        "rules": len(scenario.rules),
        "years": len(scenario.years.all),
    }
    issues = []
    for part, size in sizes.items():
        if size > LARGEST[part]:
            values = {"n": api.figure(size), "most": api.figure(LARGEST[part])}
            said = _("There are {n}; the desk shows at most {most}.", **values)
            remedy = _("Open a smaller document here, or use the command line for this one.")
            issues.append(api.Issue(part, said, remedy))
    if issues:
        raise api.InvalidInput(issues)
