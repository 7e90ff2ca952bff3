"""Settings of Sphinx: everything the site needs lies beside its pages, nothing is fetched."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

project = "Talent Budget Optimizer"
author = "The Talent Budget Optimizer authors"
copyright = author  # noqa: A001
release = version = _PROJECT["version"]
language = "en"

extensions = ["myst_parser", "sphinx_copybutton", "docs.making.mathml", "docs.making.korean"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["generated/*"]
nitpicky = True
myst_enable_extensions = ["dollarmath", "colon_fence", "deflist", "attrs_inline"]
myst_heading_anchors = 3
myst_dmath_double_inline = False
html_math_renderer = "mathml"
highlight_language = "none"

html_theme = "pydata_sphinx_theme"
html_title = project
html_static_path = [str(ROOT / "docs" / "making" / "static")]
html_css_files = ["site.css"]
templates_path = [str(ROOT / "docs" / "making" / "templates")]
html_copy_source = False
html_show_search_summary = False  # a page opened from the disk may not fetch the others
html_sidebars = {
    "*": [],
    **{pages: ["sidebar-nav-bs"] for pages in ("how-to/**", "reference/**", "ko/**")},
}
html_show_sphinx = False
html_theme_options = {
    "logo": {"text": project},
    "navbar_end": ["other-language", "theme-switcher"],
    "navbar_persistent": ["search-button"],
    "secondary_sidebar_items": ["page-toc"],
    "footer_start": ["copyright"],
    "footer_end": [],
    "show_prev_next": True,
    "navigation_with_keys": False,
    "header_links_before_dropdown": 8,
    "show_toc_level": 2,
    "back_to_top_button": False,
}
html_context = {"default_mode": "auto"}
copybutton_exclude = ".linenos, .gp, .go"
