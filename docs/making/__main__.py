"""`python -m docs.making`: the whole site into build/docs; a warning is a fault."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from sphinx.cmd.build import build_main

from docs.making.hosts import offences
from docs.making.staging import stage

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "build" / "docs"
PAGES = ROOT / "build" / "docs-pages"
TREES = ROOT / "build" / "docs-trees"


def build(site: Path = SITE, pages: Path = PAGES, trees: Path = TREES) -> int:
    """Builds the site anew; 0 when nothing was to be complained of."""
    for old in (site, trees):
        shutil.rmtree(old, ignore_errors=True)
    stage(pages)
    quiet = ["-q", "-W", "--keep-going", "-b", "html"]
    places = ["-c", str(Path(__file__).parent), "-d", str(trees), str(pages), str(site)]
    failed = build_main([*quiet, *places])
    for offence in offences(site):
        print(f"loads from another host: {offence}", file=sys.stderr)
        failed = 1
    for needless in site.rglob("*.map"):
        needless.unlink()
    return failed


if __name__ == "__main__":
    failed = build()
    if not failed:
        print(f"The documentation is in {SITE.relative_to(ROOT)}/index.html")
    sys.exit(failed)
