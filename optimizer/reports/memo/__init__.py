"""The decision memo: one content, written as DOCX, HTML or HWPX."""

from __future__ import annotations

from optimizer.reports.memo.content import memo_of
from optimizer.reports.memo.grounds import Grounds, grounds, uncertainty_of
from optimizer.reports.render.blocks import Memo

__all__ = ["Grounds", "Memo", "grounds", "memo_of", "uncertainty_of"]
