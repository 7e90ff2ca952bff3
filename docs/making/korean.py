"""Pages below `ko/` are Korean throughout: their language mark, and the words of the frame."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sphinx
import yaml

FOLDER = "ko/"
WORDS = Path(__file__).parent / "korean.yaml"


def counterpart(page: str, known: set[str]) -> str:
    """The same page in the other language, the front page of that language where there is none."""
    other = page.removeprefix(FOLDER) if page.startswith(FOLDER) else FOLDER + page
    if other in known:
        return other
    return "index" if page.startswith(FOLDER) else f"{FOLDER}index"


def translator() -> Callable[[str], str]:
    """From an English word of the frame to the Korean one."""
    own: dict[str, str] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    locale = Path(sphinx.__file__).parent / "locale"
    known = gettext.translation("sphinx", localedir=str(locale), languages=["ko"], fallback=True)
    return lambda text: own.get(text) or known.gettext(text)


def speak(app: Any, page: str, template: str, context: dict[str, Any], tree: Any) -> None:
    """Gives a page its language, and the place of the same page in the other one."""
    korean = page.startswith(FOLDER)
    context["other_page"] = counterpart(page, set(app.env.found_docs))
    context["other_language"] = ("en", "English") if korean else ("ko", "한국어")
    if korean:
        said = translator()
        context |= {"language": "ko", "_": said, "gettext": said}


def setup(app: Any) -> dict[str, bool]:
    """Registers with Sphinx, before the theme fills its templates."""
    app.connect("html-page-context", speak, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
