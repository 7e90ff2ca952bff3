"""Small faults drawn by Cosmic Ray with a seed; those that change nothing are left out."""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import MutationSpec, TestOutcome, WorkItem

ROOMS = (
    "optimizer/formulation",
    "optimizer/results",
    "optimizer/lp",
    "optimizer/solving",
    "optimizer/statistics",
    "optimizer/studies",
    "ui/panels",
)
SAME_MEANING = r"ReplaceComparisonOperator_(Is_Eq|IsNot_NotEq|Eq_Is|NotEq_IsNot)"
"""Identity for equality and back: of None, members of enumerations, small numbers and short words
both say the same, so such a fault is none (where it is one, Python itself warns)."""
REFUSED = r"ReplaceBinaryOperator_((?!Bit)\w+_(Bit\w+|[LR]Shift)|Bit\w+_(?!Bit)\w+)"
"""Operators on bits in place of arithmetic: Python refuses them on the first real number, so that
any test at all would notice; they would only flatter the share that is caught."""
LEFT_OUT = re.compile(f"{SAME_MEANING}|{REFUSED}")


@dataclass(frozen=True)
class Fault:
    """One small fault: the file, relative to the tree, and the file's text with and without it."""

    name: str
    path: str
    operator: str
    line: int
    end: int
    sound: str
    faulty: str

    @property
    def diff(self) -> str:
        """What the fault changes, as a unified diff without its header."""
        lines = unified_diff(self.sound.splitlines(), self.faulty.splitlines(), lineterm="", n=1)
        return "\n".join(list(lines)[2:])


def draw(tree: Path, database: Path, number: int, seed: int, rooms: Sequence[str] = ROOMS) -> None:
    """Fills an empty database with `number` faults, drawn from all with the seed, in drawn order.

    More are drawn where one turns out to change nothing but words, annotations or docstrings.
    """
    found = list(_mutations(tree, rooms))
    random.Random(seed).shuffle(found)
    chosen: list[WorkItem] = []
    for mutation in found:
        if len(chosen) == number:
            break
        item = WorkItem.single(f"{seed}-{len(chosen):05d}", mutation)
        if fault_of(tree, item) is not None:
            chosen.append(item)
    with use_db(database) as kept:
        kept.add_work_items(chosen)


def _mutations(tree: Path, rooms: Sequence[str]) -> Iterator[MutationSpec]:
    """Every mutation that the operators know, file by file."""
    names = [n for n in operator_names() if not LEFT_OUT.search(n)]
    operators = {n: op() for n in sorted(names) if not (op := get_operator(n)).arguments()}
    for path in sorted(p for room in rooms for p in (tree / room).rglob("*.py")):
        nodes = list(ast_nodes(get_ast(path.read_text(encoding="utf-8"))))
        for name, operator in operators.items():
            places = (place for node in nodes for place in operator.mutation_positions(node))
            for occurrence, (start, end) in enumerate(places):
                yield MutationSpec(path, name, occurrence, start, end)


def fault_of(tree: Path, item: WorkItem) -> Fault | None:
    """The fault of an entry of the database; None where it changes nothing that runs."""
    mutation: MutationSpec = item.mutations[0]
    path = Path(mutation.module_path)
    sound = path.read_text(encoding="utf-8")
    operator = get_operator(mutation.operator_name)(**mutation.operator_args)
    faulty = mutate_code(sound, operator, mutation.occurrence)
    if faulty is None or _running(faulty) == _running(sound):
        return None
    return Fault(
        name=item.job_id,
        path=path.relative_to(tree).as_posix(),
        operator=mutation.operator_name.split("/")[1],
        line=mutation.start_pos[0],
        end=mutation.end_pos[0],
        sound=sound,
        faulty=faulty,
    )


@cache
def _running(text: str) -> str:
    """What of a module runs: its syntax tree without docstrings, annotations and words."""
    try:
        module = ast.parse(text)
    except SyntaxError:
        return text
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            node.returns = None
        if isinstance(node, ast.arg):
            node.annotation = None
        if isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
    return ast.dump(module)


def pending(database: WorkDB, tree: Path, again: bool = False) -> Iterator[Fault]:
    """The faults that no result is known of, or also those that survived, in drawn order."""
    waiting: list[WorkItem] = list(database.pending_work_items)
    if again:
        waiting += [item for item, result in database.completed_work_items
                    if result.test_outcome is TestOutcome.SURVIVED]  # fmt: skip
    for item in sorted(waiting, key=lambda i: i.job_id):
        fault = fault_of(tree, item)
        if fault is not None:
            yield fault
