"""Numbers take the decimal and thousands signs of a language from its locale data."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

from optimizer.domain.units import Unit
from optimizer.domain.wording import digits, full_money, money, percent, reach, span
from optimizer.i18n import Figure, _, figure, rendered
from optimizer.i18n.figures import in_english
from optimizer.reports.memo.figures import fixed
from tests.i18n.pseudo import LANGUAGE, speaking, written_to
from ui.speech import Speech

WON = Unit(1e6, (("KRW", 1),))
ROOT = Path(__file__).resolve().parents[2]
ESPERANTO = str.maketrans({",": "\u202f", ".": ","})
"""As the Unicode locale data write numbers in the pseudo-language's code."""
NUMBER = re.compile("[0-9]+(?:[.,\u202f][0-9]+)*")


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "1,234.5"),
        ("ko", "1,234.5"),
        ("de", "1.234,5"),
        ("fr", "1\u202f234,5"),
        ("pt-BR", "1.234,5"),
        ("xx", "1,234.5"),  # a code without locale data is written as English writes it
        ("it", "1.234,5"),
    ],
)
def test_a_figure_reads_as_its_language_writes_it(language: str, written: str) -> None:
    assert Figure("1,234.5").in_(language) == written
    assert _("about {n}", n=figure(1234.5, ",.1f")).in_(language) == f"about {written}"
    assert in_english(written, language) == "1,234.5"


def test_every_wording_of_a_number_takes_the_signs() -> None:
    assert digits(1437.94, 5).in_("de") == "1.437,9"
    assert percent(0.123, 3).in_("de") == "12,3%"
    assert money(18400, WON, "de") == "18,4 billion won"
    assert money(7.5, Unit(1.0, (("XYZ", 1),)), "de") == "7,5 XYZ"
    assert full_money(18000, WON).in_("de") == "₩18.000.000.000"
    assert rendered(span, digits(0.5), digits(0.5)).in_("de") == "0,5"
    assert reach(digits(0.5), digits(1.5), "de") == "0,5 to 1,5"
    assert rendered(lambda v, language: fixed(v, 2), -1234.5).in_("de") == "−1.234,50"


def test_the_desk_speaks_them_too() -> None:
    speech = Speech("de")
    assert (speech.number(0.25), speech.share(0.125)) == ("0,25", "12%")
    assert (speech.digits(12345.6, 6), speech.people(1.5)) == ("12.345,6", "1,5 people")


def test_a_figure_survives_the_way_to_another_process() -> None:
    again = pickle.loads(pickle.dumps(figure(1234.5)))
    assert again.in_("de") == "1.234,5"


def test_tables_of_a_plan_hold_the_same_numbers_in_other_signs(tmp_path: Path) -> None:
    folder = written_to(tmp_path)

    def tables(language: str) -> list[str]:
        done = subprocess.run(
            [sys.executable, "-m", "optimizer", "solve", "korea-2025", "--lang", language],
            cwd=ROOT, env=speaking(folder), capture_output=True, text=True, check=True, timeout=600,
        )  # fmt: skip
        head, *_rules = done.stdout.partition("  - ")
        return NUMBER.findall(head.partition("\n")[2])

    english = tables("en")
    assert len(english) > 60
    assert any("." in number for number in english)
    assert tables(LANGUAGE) == [number.translate(ESPERANTO) for number in english]
