"""Solution files of other solvers: read by their own marks, every fault told."""

from __future__ import annotations

import numpy as np
import pytest

from optimizer.errors import InvalidInput
from optimizer.lp.broken_limits import broken_limits
from optimizer.lp.files.ascii_names import names_of
from optimizer.lp.files.solution_file import read_solution
from optimizer.lp.program import program

LONG = "a_very_long_name_of_a_column"
PROGRAM = program(
    {"x": 3.0, LONG: 5.0, "z": 0.0},
    {"plant": ({"x": 3.0, LONG: 2.0}, "<=", 18.0), "half": ({LONG: 2.0}, ">=", 1.0)},
    upper={"x": 4.0},
    integer=["z"],
)
NAMES = names_of(PROGRAM)
FILES = {
    "CBC": f"""Optimal - objective value 36.00000000
      0 plant                 18                       1
**    1 {LONG}                 6                       0
      0 x                      2                       0
""",
    "GLPK": """c Status:     OPTIMAL
s bas 2 3 f f 36
i 1 u 18 1
i 2 b 12 0
j 1 b 2 0
j 2 b 6 0
j 3 l 0 0
e o f
""",
    "GLPK report": f"""Problem:
Status:     INTEGER OPTIMAL
Objective:  objective = 36 (MAXimum)

   No.   Row name        Activity     Lower bound   Upper bound
------ ------------    ------------- ------------- -------------
     1 plant                      18                          18

   No. Column name       Activity     Lower bound   Upper bound
------ ------------    ------------- ------------- -------------
     1 x            B              2             0             4
     2 {LONG}
                    NU             6             0
     3 z            *              0             0

Integer feasibility conditions:
""",
    "HiGHS": f"""Model status
Optimal

# Primal solution values
Feasible
Objective 36
# Columns 3
x 2
{LONG} 6
z 0
# Rows 2
plant 18
half 12

# Dual solution values
None
""",
    "HiGHS table": f"""Columns
    Index Status        Lower        Upper       Primal         Dual  Type        Name
        0     BS            0            4            2            0  Continuous  x
        1     BS            0          inf            6            0  Continuous  {LONG}
        2                -inf          inf            0               Integer     z
Rows
    Index Status        Lower        Upper       Primal         Dual  Name
        0     UB         -inf           18           18            1  plant
""",
    "CPLEX": f"""<?xml version = "1.0"?>
<CPLEXSolution version="1.2">
 <header objectiveValue="36"/>
 <variables>
  <variable name="x" index="0" value="2"/>
  <variable name="{LONG}" index="1" value="6"/>
 </variables>
</CPLEXSolution>
""",
}
PLAIN = {
    "csv": f"name,value\nx,2\n{LONG},6\n",
    "csv of a spreadsheet": f'\ufeff"name";"value"\r\n"x";2\r\n"{LONG}";"6"\r\n',
    "gurobi": f"# Solution for model\n# Objective value = 36\nx 2\n{LONG} 6\n",
    "scip": f"solution status: optimal\nobjective value: 36\nx  2 \t(obj:3)\n{LONG} 6 \t(obj:5)\n",
}


@pytest.mark.parametrize("style", FILES)
def test_each_format_is_known_by_its_own_marks(style: str) -> None:
    claim = read_solution(FILES[style], NAMES)
    assert claim.format == style
    assert claim.x.tolist() == [2.0, 6.0, 0.0]


@pytest.mark.parametrize("writer", PLAIN)
def test_names_and_values_are_read(writer: str) -> None:
    assert read_solution(PLAIN[writer], NAMES).x.tolist() == [2.0, 6.0, 0.0]


NO_PLAN = {
    "CBC": "Infeasible - objective value 5.0\n      0 x   2   0\n",
    "CBC integer": "Integer infeasible - objective value 5.0\n      0 x   2   0\n",
    "GLPK": "s mip 2 3 n 0\nj 1 0\n",
    "GLPK report": FILES["GLPK report"].replace("INTEGER OPTIMAL", "INTEGER EMPTY"),
    "HiGHS": "Model status\nInfeasible\n\n# Primal solution values\nNone\n",
}


@pytest.mark.parametrize("style", NO_PLAN)
def test_a_file_without_a_plan_is_refused(style: str) -> None:
    with pytest.raises(InvalidInput, match="found no plan"):
        read_solution(NO_PLAN[style], NAMES)


def test_every_fault_is_told_at_once() -> None:
    text = f"x 2\nx 3\n{LONG}s 6\nz many\n"
    with pytest.raises(InvalidInput) as fault:
        read_solution(text, NAMES, "theirs.sol")
    said = [str(issue) for issue in fault.value.issues]
    assert len(said) == 3
    assert "The value of 'x' is given twice" in said[0]
    assert f"Did you mean '{LONG}'?" in said[1]
    assert "'many' is no value for 'z'" in said[2]
    assert all(s.startswith("theirs.sol") for s in said)


@pytest.mark.parametrize("text", ["", "hello", "a,b\n1,2\n", "schema: 1\nid: korea\n"])
def test_something_else_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(InvalidInput, match="no value of any column") as fault:
        read_solution(text, NAMES)
    assert len(fault.value.issues) == 1


def test_a_solution_of_another_programme_is_refused_by_its_size() -> None:
    with pytest.raises(InvalidInput, match="7 columns, the programme 3"):
        read_solution(FILES["GLPK"].replace("bas 2 3", "bas 2 7"), NAMES)


def test_a_line_that_was_cut_off_gives_no_value() -> None:
    claim = read_solution(FILES["GLPK"].replace("j 3 l 0 0", "j 3"), NAMES)
    assert claim.x.tolist() == [2.0, 6.0, 0.0]


def test_broken_limits_are_all_named_with_their_distance() -> None:
    broken = broken_limits(PROGRAM, np.array([5.0, 0.25, 0.5]))
    told = [(b.kind, b.key, b.limit, b.actual, b.missed_by) for b in broken]
    assert told == [
        ("row", "half", 1.0, 0.5, 0.5),
        ("bound", "x", 4.0, 5.0, 1.0),
        ("whole", "z", 0.0, 0.5, 0.5),
    ]
    assert broken_limits(PROGRAM, np.array([2.0, 6.0 + 1e-8, 0.0])) == ()
    assert [b.key for b in broken_limits(PROGRAM, np.array([2.0, 6.1, 0.0]))] == ["plant"]
