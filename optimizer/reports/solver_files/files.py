"""Plan → MPS and LP text for other solvers, and the map from their names to the document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, Literal

from optimizer.domain.base import stated_in_all
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.i18n import SOURCE, Words, _
from optimizer.lp.files.ascii_names import Names, ascii_names
from optimizer.lp.files.lp_writer import lp_text
from optimizer.lp.files.mps_writer import mps_text, number
from optimizer.lp.files.tame_columns import tame_factors, tamed
from optimizer.lp.program import FloatArray, Key, LinearProgram
from optimizer.reports.provenance import provenance
from optimizer.reports.solver_files.meaning import Meaning, column_meaning, row_meaning, words_of
from optimizer.results.plan import Plan
from optimizer.results.versions import versions

Format = Literal["mps", "lp"]


def solver_text(plan: Plan, form: Format, command: str | None = None) -> str:
    """The plan's linear programme in free MPS or CPLEX LP (ASCII).

    Comments tell its origin and what every name stands for (as `solver_names` does). Supply curves
    stand in it as the steps on which the plan is certified (one that costs more than other solvers
    can count is counted in a smaller unit); a plan that was not found has a programme all the same.
    `command` is the one that made the file.
    """
    stated = compile_program(plan.case)
    program, names = tamed(stated, tame_factors(stated)), names_in(stated)
    origin = [f"{f.key}: {f.value}" for f in provenance(plan, command)]
    origin += [f"objective: {_objective(plan).in_(SOURCE)}"]
    if form == "lp":
        return lp_text(program, names, comments=[*origin, *_glossary(plan)])
    origin += ["MPS minimises: the objective is the negative of the stated one."]
    comments = [*origin, *_glossary(plan)]
    return mps_text(program, names, title=plan.scenario.id, comments=comments)


def names_in(program: LinearProgram) -> Names:
    """The names of a scenario's programme in every solver's file."""
    return ascii_names(
        [words_of(c.key) for c in program.columns], [words_of(r.key) for r in program.rows]
    )


def solver_names(plan: Plan) -> dict[str, Any]:
    """What each name in the solver files is: words in every language, place in the document, unit.

    Plain data with the entries scenario, fingerprint, versions, objective, columns and rows. The
    value of a column with the entry `times` in a file is to be multiplied by it.
    """
    case, program = plan.case, compile_program(plan.case)
    names, objective = names_in(program), _objective(plan)
    return {
        "scenario": plan.scenario.id,
        "fingerprint": plan.scenario.fingerprint,
        "versions": versions(),
        "objective": {"sense": "maximise", "what": stated_in_all(objective)},
        "columns": _with_factors(
            _map(case, names.columns, [c.key for c in program.columns], column_meaning),
            tame_factors(program),
        ),
        "rows": _map(case, names.rows, [r.key for r in program.rows], row_meaning),
    }


def solver_names_text(plan: Plan) -> str:
    """The same as JSON, to stand beside a solver file."""
    return json.dumps(solver_names(plan), ensure_ascii=False, indent=1) + "\n"


def _glossary(plan: Plan) -> Iterator[str]:
    """The same as lines: name, place in the document, what it is, unit."""
    known = solver_names(plan)
    for part in ("columns", "rows"):
        yield f"{part}: name | entry of the document | what | unit"
        for name, entry in known[part].items():
            yield f"{name} | {entry['path']} | {entry['what']['en']} | {entry['unit']['en']}"


def _map(
    case: Case,
    names: tuple[str, ...],
    keys: list[Key],
    meaning: Callable[[Case, Key], Meaning],
) -> dict[str, Any]:
    entries: dict[str, Any] = {}
    for name, key in zip(names, keys, strict=True):
        what, path, unit = meaning(case, key)
        entries[name] = {
            "what": stated_in_all(what),
            "path": path,
            "unit": stated_in_all(unit),
        }
    return entries


def _with_factors(columns: dict[str, Any], factors: FloatArray) -> dict[str, Any]:
    """The columns; those that are not counted in their own unit say what their value stands for."""
    for entry, factor in zip(columns.values(), factors.tolist(), strict=True):
        if factor != 1.0:
            entry["times"] = factor
            for language, unit in entry["unit"].items():
                entry["unit"][language] = f"{number(factor)} {unit}"
    return columns


def _objective(plan: Plan) -> Words:
    measure = plan.scenario.objective.measure
    return _("maximise {measure}, weighted by tier and channel and discounted", measure=measure)
