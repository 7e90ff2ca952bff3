"""Every example of the documentation does what its page shows, run from an empty folder."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from docs.making.commands import subcommands
from docs.making.examples import (
    DOCS,
    WrongExample,
    check,
    first_difference,
    pages,
    renew,
    same_line,
    script_of,
)
from optimizer.cli.commands import parser

PAGES = pages()
WITH_EXAMPLES = [page for page in PAGES if script_of(page).parts]
README = DOCS.parent / "README.md"
SHOWN = re.compile(r"^(?:\S*[/\\])?talent-budget (.+)$", re.MULTILINE)


def named(page: Path) -> str:
    return str(page.relative_to(DOCS.parent))


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=named)
def test_a_page_does_what_it_shows(page: Path) -> None:
    assert check(page) > 0


@pytest.mark.parametrize("page", [*PAGES, README], ids=named)
def test_every_command_that_a_page_names_is_one(page: Path) -> None:
    known = subcommands(parser())
    text = page.read_text(encoding="utf-8").replace("\\\n", " ")
    for fence in re.findall(r"^```(?:console|sh|powershell)\n(.*?)^```", text, re.M | re.S):
        for line in SHOWN.findall(fence):
            words = shlex.split(line, comments=True)
            if not words[0].startswith("-"):
                known[words[0]].parse_args(words[1:])


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("Net people  1,638", "Net people       1,639", True),
        ("Net people  1,638", "Net people  1,738", False),
        ("---- ", "---------", True),
        ("Library [library · 0863132f533a]", "Library [library · 1234567890ab]", True),
        ("costs 57 of the goal", "cost 57 of the goal", False),
        ("-5 is out of range", "5 is out of range", False),
        ("from 3 to 4", "from 3", False),
        ("worth 0.61", "worth 0.62", True),
        ("worth 0.61", "worth 0.63", False),
    ],
)
def test_lines_are_held_against_each_other(shown: str, printed: str, same: bool) -> None:
    assert same_line(shown, printed) is same


@pytest.mark.parametrize(
    ("shown", "printed", "wrong"),
    [
        ("a\nb\n", "a\nb\n", None),
        ("a\n…\nd\n", "a\nb\nc\nd\n", None),
        ("…\nd\n…\n", "a\nd\ne\n", None),
        ("a\n", "a\nb\n", "b"),
        ("a\n…\nd\n", "a\nb\nd\ne\n", "e"),
        ("a\n…\nx\n", "a\nb\n", "x"),
    ],
)
def test_only_left_out_lines_may_be_missing(shown: str, printed: str, wrong: str | None) -> None:
    assert first_difference(shown, printed) == wrong


PAGE = """
```{code-block} text
:caption: words.txt

seven
```

```python
from pathlib import Path
print(Path("words.txt").read_text(encoding="utf-8").strip(), 6 * 7)
```
```text
seven 24
```

<!-- exit 2 -->
```sh
talent-budget solve nowhere
```
"""


def test_a_page_that_shows_something_else_is_refused_and_can_be_renewed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    with pytest.raises(WrongExample, match="seven 24"):
        check(page)
    assert renew(page)
    assert page.read_text(encoding="utf-8") == PAGE.replace("24", "42")
    assert check(page) == 2


def test_an_exit_code_that_was_not_meant_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE.replace("exit 2", "exit 0"), encoding="utf-8")
    with pytest.raises(WrongExample, match="exit code 2"):
        renew(page)
