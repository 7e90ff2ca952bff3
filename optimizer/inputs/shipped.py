"""Where the shipped facts and scenarios are: inside an installed wheel, or in a checkout."""

from __future__ import annotations

from pathlib import Path

from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import _, in_a_row

PACKAGE = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """The folder with the evidence tables. Raises InvalidInput where the installation lacks it."""
    return find("data", PACKAGE)


def scenario_folder() -> Path:
    """The folder with the shipped scenarios. Raises InvalidInput where it is missing."""
    return find("scenarios", PACKAGE)


def find(name: str, package: Path) -> Path:
    """The shipped folder `name` of the installed `package` folder.

    A wheel carries it inside the package (`_data`, `_scenarios`), a checkout beside it (`data`,
    `scenarios`). The working directory plays no part.
    """
    places = (package / f"_{name}", package.parent / name)
    for place in places:
        if place.is_dir():
            return place
    problem = _("The installation lacks this folder.")
    remedy = _(
        "Install the package again; looked in {looked}.",
        looked=in_a_row(places, _(" and ")),
    )
    raise InvalidInput([Issue(f"folder {name}", problem, remedy)])
