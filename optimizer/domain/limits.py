"""How large a document and its numbers may be: far beyond real ones, within bounded work."""

from __future__ import annotations

MOST_BYTES = 4 * 2**20
"""Bytes of a document; the largest that is shipped has 17 thousand."""
MOST_LETTERS = 20_000
"""Letters of one text."""
MOST_LEVELS = 60
"""Groups inside groups."""
MOST_ENTRIES = 200_000
"""Entries in all, aliases written out."""
MOST_MEMBERS = 1_000
"""Members of one group or list: programmes, pathways, rules, bands."""
MOST_EVIDENCE = 5_000
"""Numbers of evidence that a document carries."""
MOST_DECISIONS = 20_000
"""Bands and curves of activities and bands of pathways, times the years."""
MOST_ISSUES = 500
"""Problems that are told at once."""

LARGEST_MONEY = 1e15
"""An amount of money in whole currency units: a million billion won is more than any state has."""
LARGEST_COUNT = 1e30
"""A number of units or people; one that nobody reaches is a way to say that there is no limit."""
LARGEST_RATE = 1e12
"""A weight, a yield, an amount per head: what other numbers are multiplied with."""
SMALLEST = 1e-12
"""The least number beside 0; a smaller one is a slip."""
