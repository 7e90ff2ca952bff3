"""Names of scenarios → their files: by path, by file name, or by the identifier inside."""

from __future__ import annotations

from pathlib import Path

from optimizer.domain.limits import MOST_BYTES
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import _
from optimizer.inputs.read import read_file
from optimizer.inputs.shipped import scenario_folder

SUFFIXES = (".yaml", ".yml", ".json")
MOST_FILES = 200
"""Documents of one folder that are looked into for an identifier."""


def shipped_scenarios() -> dict[str, Path]:
    """The shipped documents by identifier, in alphabetical order; those of sub-folders follow."""
    top = scenario_folder()
    files = (p for p in top.rglob("*") if p.suffix in SUFFIXES)
    return {p.stem: p for p in sorted(files, key=lambda p: (p.parent != top, p.stem))}


def find(name: str | Path) -> Path:
    """The file of a path, a shipped identifier, or a document in this folder by its identifier.

    Raises InvalidInput when there is none, or more than one.
    """
    path = Path(name)
    if path.suffix in SUFFIXES or _is_file(path):
        return path
    shipped, where = shipped_scenarios(), f"scenario {name}"
    found = shipped.get(str(name)) or _meant(str(name), Path(), where)
    if found is None:
        problem = _("There is no shipped scenario and no file of this name.")
        raise InvalidInput([Issue(where, problem, suggest(name, shipped))])
    return found


def base_file(name: str, path: Path | None, where: str) -> Path:
    """The file that the `base` of an overlay in `path` names: beside it, else shipped.

    Raises InvalidInput, about the place `where`, when there is none, or more than one.
    """
    folder = None if path is None else path.parent
    found = _meant(name, folder, where, path)
    if found is None:
        known = [*shipped_scenarios(), *_near(folder, name, path)]
        problem = _("There is no scenario called '{name}'.", name=name)
        raise InvalidInput([Issue(where, problem, suggest(name, known))])
    return found


def _meant(name: str, folder: Path | None, where: str, asking: Path | None = None) -> Path | None:
    """The file in `folder`, or shipped, that a name means; None where there is none.

    A file goes by its name, with its ending or without, or by the `id` of its document; that of the
    document `asking` does not count. Raises InvalidInput when the name means several.
    """
    if folder is not None and _is_file(folder / name):
        return folder / name
    called = [p for s in SUFFIXES if folder is not None and _is_file(p := folder / f"{name}{s}")]
    shipped = shipped_scenarios()
    if not called and name in shipped:
        return shipped[name]
    stated = [p for p in _documents(folder) if p != asking and _states(p, name)]
    meant = {p.resolve(): p for p in (*called, *stated)}
    if len(meant) > 1:
        raise InvalidInput([_ambiguous(name, list(meant.values()), where)])
    return next(iter(meant.values()), None)


def _ambiguous(name: str, files: list[Path], where: str) -> Issue:
    several = ", ".join(sorted(p.name for p in files))
    return Issue(
        where,
        _("'{name}' names several documents: {several}.", name=name, several=several),
        _("Write the name of the file with its ending."),
    )


def _near(folder: Path | None, name: str, asking: Path | None) -> list[str]:
    """The documents but `asking` in the folder that a path from `folder` names, as such paths."""
    part = Path(name).parent
    found = _documents(None if folder is None else folder / part)
    return [str(part / p.stem) for p in found if p != asking]


def _documents(folder: Path | None) -> list[Path]:
    """The documents of a folder; none where there is none or it cannot be listed."""
    if folder is None:
        return []
    try:
        return sorted(p for p in folder.iterdir() if p.suffix in SUFFIXES)[:MOST_FILES]
    except (OSError, ValueError):
        return []


def _states(path: Path, name: str) -> bool:
    """Whether a document states this identifier; one that cannot be read does not."""
    try:
        if path.stat().st_size > MOST_BYTES or name.encode() not in path.read_bytes():
            return False
        return read_file(path).get("id") == name
    except (InvalidInput, OSError, ValueError):
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file system allows
        return False
