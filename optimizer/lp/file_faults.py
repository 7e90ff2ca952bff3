"""What is wrong with a model file, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from optimizer.errors import InvalidInput, Issue, Said, suggest
from optimizer.i18n import Message, _, pgettext
from optimizer.long_names import clipped
from optimizer.lp.program import LinearProgram, MalformedProgram

MOST = 20
"""Problems told of one file."""


class Faults:
    """What is wrong with a file; the first `MOST` problems are told."""

    def __init__(self, name: str) -> None:
        self.name, self.issues, self.more = name, list[Issue](), 0

    def add(self, line: int | None, problem: Message, remedy: Message) -> None:
        """One more problem, at a line (from 1) or of the file as a whole."""
        where = self.name if line is None else f"{self.name}, line {line}"
        if len(self.issues) < MOST:
            self.issues.append(Issue(where, problem, remedy))
        else:
            self.more += 1

    def refuse(self) -> None:
        """Raise InvalidInput if anything was wrong."""
        if not self.issues:
            return
        if self.more:
            problem = pgettext("programme", "There are more problems than these.")
            remedy = _("Mend those above first.")
            self.issues.append(Issue(self.name, problem, remedy))
        raise InvalidInput(self.issues)

    def check(self, program: LinearProgram) -> None:
        """Raise InvalidInput if a finished programme holds what is no number, or for the rest."""
        try:
            program.arrays  # noqa: B018  # put together now, every number finite
        except MalformedProgram:
            self.say(
                None,
                "The sum of some numbers is beyond what can be computed with (1.8e308).",
                "합이 계산 가능한 범위(1.8e308)를 벗어나는 수가 있음.",
                "State it in other units.",
                "다른 단위로 환산하여 입력.",
            )
        self.refuse()

    # --- problems that several formats know -------------------------------------------------------
    def say(self, line: int | None, en: str, ko: str, do: str = "", do_ko: str = "") -> None:
        """A problem in both languages; mending or removing is the remedy where none is given."""
        remedy = Said(do or "Mend or remove it.", do_ko or "고치거나 삭제.")
        self.add(line, Said(en, ko), remedy)

    def number(self, line: int, text: str) -> None:
        """What should be a number is none."""
        said = short(text)
        self.say(
            line,
            f"'{said}' is no number.",
            f"숫자가 아님: '{said}'.",
            "Write it like 1250.5 or 1.2505e3.",
            "1250.5 또는 1.2505e3 형식으로 입력.",
        )

    def twice(self, line: int, name: str) -> None:
        """A name or an entry stands there twice."""
        self.say(
            line,
            f"'{name}' is given twice.",
            f"중복: '{name}'.",
            "Keep one of them.",
            "하나만 남김.",
        )

    def unknown(self, line: int, name: str, known: Iterable[object]) -> None:
        """A name that nothing defines."""
        problem = _("There is no '{short}' to refer to.", short=short(name))
        self.add(line, problem, suggest(short(name), [short(str(k)) for k in islice(known, 2000)]))

    def shape(self, line: int, en: str, ko: str) -> None:
        """A line of an MPS file has not the fields that its section asks for."""
        self.say(
            line,
            f"This line should hold {en}.",
            f"이 줄에 있어야 할 것: {ko}.",
            "Write it so; names hold spaces only where all fields stand in the columns of the "
            "fixed format.",
            "형식에 맞게 입력. 이름에 빈칸을 쓰려면 고정 형식의 칸에 맞출 것.",
        )

    def below_nought(self, column: object) -> None:
        """An upper bound below 0 whose lower bound nobody stated."""
        self.say(
            None,
            f"'{column}' has an upper bound below 0 and no lower one; solvers read this "
            "differently (lower bound 0, or none).",
            f"'{column}'의 상한이 음수인데 하한이 없음. 하한을 0으로 읽는 계산 프로그램과 없음으로 "
            "읽는 계산 프로그램이 있음.",
            "State its lower bound too.",
            "하한도 함께 명시.",
        )

    def endless(self, name: object) -> None:
        """A limit that nothing can keep."""
        self.say(
            None,
            f"'{name}' must be at least +infinity or at most -infinity.",
            f"'{name}'의 한도가 +무한대 이상 또는 -무한대 이하.",
            "State a finite limit, or leave it out.",
            "유한한 한도로 고치거나 삭제.",
        )


def short(text: str) -> str:
    """A name as long as a message bears, without what would move a terminal."""
    return clipped("".join(c if c.isprintable() else "?" for c in text))
