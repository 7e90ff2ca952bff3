"""How many predictions their intervals hold, and how far the others are off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, comb, exp, log, nan
from statistics import fmean, median

from optimizer.domain.evidence import Evidence
from optimizer.studies.track_record.costs import HOME, won_of
from optimizer.studies.track_record.predictions import LEVEL, Coverage, Prediction, Verdict


def coverages(judged: Sequence[Prediction]) -> Iterator[Coverage]:
    """All, then the groups by kind of count, activity, basis, field, cover and place that occur."""
    families = {
        "all": ["all"] * len(judged),
        "kind": [p.kind for p in judged],
        "activity": [p.record.activity for p in judged],
        "basis": [str(p.basis) for p in judged],
        "field": [p.record.field for p in judged],
        "money_pays": [p.record.money_pays for p in judged],
        "place": ["home" if p.record.country == HOME else "abroad" for p in judged],
    }
    for family, words in families.items():
        for word in sorted(set(words)):
            some = [p for p, w in zip(judged, words, strict=True) if w == word]
            yield _coverage(family, word, some)


def _coverage(family: str, group: str, some: Sequence[Prediction]) -> Coverage:
    inside = sum(p.verdict is Verdict.INSIDE for p in some)
    errors = [p.error for p in some]
    return Coverage(
        family,
        group,
        len(some),
        inside,
        at_most(inside, len(some)),
        exp(median(map(abs, errors))),
        exp(median(errors)),
        median(p.high / p.low for p in some),
    )


def at_most(inside: int, of: int) -> float:
    """Probability of `inside` hits or fewer in `of` trials that each hit with `LEVEL`.

    >>> round(at_most(0, 1), 9), at_most(3, 3)
    (0.1, 1.0)
    """
    terms = (comb(of, k) * LEVEL**k * (1.0 - LEVEL) ** (of - k) for k in range(inside + 1))
    return min(1.0, sum(terms)) if inside < of else 1.0


def factor(judged: Sequence[Prediction]) -> float:
    """Within what factor of the central prediction `LEVEL` of the programmes lie."""
    sizes = sorted(abs(p.error) for p in judged)
    return exp(sizes[ceil(LEVEL * len(sizes)) - 1]) if sizes else nan


def plain_factor(evidence: Evidence, judged: Sequence[Prediction]) -> float:
    """Typical error when every head costs what the heads of all other schemes cost on average."""
    logs = {p.record.id: log(won_of(evidence, p.record) / p.stated) for p in judged}
    errors = []
    for p in judged:
        others = [logs[o.record.id] for o in judged if o.record.scheme != p.record.scheme]
        if others:
            errors.append(abs(logs[p.record.id] - fmean(others)))
    return exp(median(errors)) if errors else nan
