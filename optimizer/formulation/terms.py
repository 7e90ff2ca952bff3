"""Linear expressions as terms of rows: column → coefficient, summed and scaled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from optimizer.lp.program import Coefficient, Key

Terms = dict[Key, Coefficient]


def total(parts: Iterable[Mapping[Key, Coefficient]]) -> Terms:
    """The sum of several expressions."""
    terms: Terms = {}
    for part in parts:
        if terms.keys().isdisjoint(part):
            terms.update(part)
            continue
        for key, coefficient in part.items():
            terms[key] = terms[key] + coefficient if key in terms else coefficient
    return terms


def scaled(terms: Mapping[Key, Coefficient], factor: Coefficient) -> Terms:
    """An expression times a factor."""
    if type(factor) is float and factor == 1.0:
        return dict(terms)
    return {key: coefficient * factor for key, coefficient in terms.items()}


def less(terms: Mapping[Key, Coefficient], other: Mapping[Key, Coefficient]) -> Terms:
    """An expression minus another."""
    return total([terms, scaled(other, -1.0)])
