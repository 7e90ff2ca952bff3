"""Commands for other solvers: the programme as files, and their solutions checked."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.answer import FAULT, OPTIMAL, Answer, command, load, question
from optimizer.cli.reading import content_of
from optimizer.cli.writing import save
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import Message, _, in_a_row
from optimizer.text.encodings import SAVE_AS_UTF8, NotText, text_in


def register(commands: Any) -> None:
    """Adds `solver-files` and `check-solution`."""
    files = command(
        commands, "solver-files", solver_files, _("the programme for other solvers: MPS, LP, names")
    )
    question(files)
    files.add_argument(
        "--folder", type=Path, required=True, help=_("where to write the files (made if missing)")
    )
    check = command(
        commands, "check-solution", check_solution, _("holds another solver's solution to the plan")
    )
    question(check)
    check.add_argument(
        "--solution",
        type=Path,
        required=True,
        help=_("solution file of CBC, GLPK, HiGHS or CPLEX, or lines of name and value"),
    )


def solver_files(options: argparse.Namespace) -> Answer:
    """Writes the programme as MPS and LP with a map of its names, and says what to do with them.

    A scenario whose rules conflict has files too, so that another solver can confirm that.
    """
    plan = api.bare_plan(load(options))
    folder, name = options.folder, plan.scenario.id
    made = api.command_on(plan.scenario, "solver-files", "--folder", ".")
    contents = {
        f"{name}.mps": api.solver_text(plan, "mps", made),
        f"{name}.lp": api.solver_text(plan, "lp", made),
        f"{name}.names.json": api.solver_names_text(plan),
        f"{name}.yaml": api.document_text(plan.scenario),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or fault
        problem = _("{folder} cannot be made ({why}).", folder=folder, why=why)
        remedy = _("Name another folder.")
        raise InvalidInput([Issue("--folder", problem, remedy)]) from None
    save({folder / file: content.encode() for file, content in contents.items()}, options.lang)
    data = {**api.solver_names(plan), "files": sorted(contents)}
    return OPTIMAL, data, _next_steps(folder, name).in_(options.lang)


def _next_steps(folder: Path, name: str) -> Message:
    head = _("To solve with another solver, and to check what it found:")
    commands = [
        f"glpsol --lp {name}.lp --write {name}.glpk",
        f"cbc {name}.mps primalT 1e-9 dualT 1e-9 solve solution {name}.cbc",
        f"highs {name}.mps --solution_file {name}.highs",
        f"talent-budget check-solution {name}.yaml --solution {name}.glpk",
    ]
    files = f"{folder}: {name}.mps, {name}.lp, {name}.names.json, {name}.yaml"
    return in_a_row((files, head, *(f"  {line}" for line in commands)), "\n")


def check_solution(options: argparse.Namespace) -> Answer:
    """Confirms the best plan by another solver's solution; exit code 1 where it does not."""
    path: Path = options.solution
    problem = _("The solution cannot be read.")
    remedy = _("Name the text file that the solver wrote.")
    try:
        text = text_in(content_of(path, problem, remedy))
    except NotText as fault:
        raise InvalidInput([Issue(str(path), fault.problem, SAVE_AS_UTF8)]) from None
    check = api.check_solution(api.bare_plan(load(options)), text, path.name)
    confirmed = check.agreement is api.Agreement.CONFIRMED
    code = OPTIMAL if confirmed else FAULT
    return code, api.solver_check_data(check), api.solver_check_text(check, options.lang)
