"""Nothing here is collected: the files are copied into a project that has the new kind."""

from __future__ import annotations

collect_ignore_glob = ["*.py"]
