"""An answer → plain data for machines: mappings, lists, texts and finite numbers."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from math import isfinite
from typing import Any

import numpy as np
import pandas as pd

from optimizer.domain.base import stated_in_all
from optimizer.i18n import Figure
from optimizer.results.answers import data_of
from optimizer.results.contract import Contract
from optimizer.results.shown import Shown
from optimizer.results.table import rows_of


def plain(value: Any) -> Any:
    """Plain data: words in every language, rows as mappings, what is not finite as None."""
    if isinstance(value, Shown):
        return plain(data_of(value))
    if isinstance(value, Contract):
        return value.data
    if isinstance(value, pd.DataFrame):
        return records(value)
    if isinstance(value, Figure):
        return str(value)
    if hasattr(value, "in_"):
        return stated_in_all(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, list | tuple):
        return [plain(v) for v in value]
    return _finite(value)


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows of a table as mappings; not-a-number and infinite become None."""
    return [{name: _finite(v) for name, v in row.items()} for row in rows_of(frame)]


def _finite(value: Any) -> Any:
    return None if isinstance(value, float) and not isfinite(value) else value
