"""Heads of programmes that are not in the evidence: money over what a head-year costs, in draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np

from optimizer.domain.evidence import Evidence
from optimizer.domain.record import ProgrammeRecord
from optimizer.errors import InvalidInput, Issue
from optimizer.evidence.costs import WIDER, Costs, costs_of, effects_of, term_sd
from optimizer.evidence.model import Posterior, fit
from optimizer.evidence.predictive import Asked, Predictive, crps, foretold
from optimizer.evidence.prices import HOME, in_won
from optimizer.evidence.scores import family
from optimizer.i18n import Words, _, ngettext
from optimizer.inputs.evidence import load_evidence
from optimizer.inputs.new_programmes import load_programmes
from optimizer.lp.program import FloatArray
from optimizer.results.shown import Shown, View
from optimizer.studies.predict.page import PREDICTIONS, predicted_data, predicted_page, rows_of_page


@dataclass(frozen=True, eq=False)
class Foretold:
    """A programme with draws of its heads (D,), and those of the plain mean of its kind (D',).

    `stated` is the number the row states; `log_score` and `crps` are of the log of heads, None
    where it states none. `known` tells a scheme whose price is in the evidence from a new one.
    """

    record: ProgrammeRecord
    heads: FloatArray
    family: FloatArray
    known: bool
    log_score: float | None = None
    crps: float | None = None
    family_crps: float | None = None

    @property
    def stated(self) -> float | None:
        """The heads that the row states, counted before announced."""
        return stated(self.record)


@dataclass(frozen=True, repr=False)
class Predictions(Shown, page=predicted_page, data=predicted_data):
    """Programmes foretold, and those left out with the reason."""

    programmes: tuple[Foretold, ...]
    left_out: tuple[Issue, ...]
    rests_on: tuple[int, int]
    """Observations that the predictions rest on: all, and those at home."""
    country: Words
    """Where home is."""

    @property
    def sentences(self) -> tuple[Words, ...]:
        """What the predictions rest on, and who was left out."""
        every, home = self.rests_on
        rests = _(
            "Predictions rest on {every} observations, {home} of them in {country}. An interval "
            "of 90% holds nine in ten new schemes; that of a scheme in the evidence is narrower.",
            every=every,
            home=home,
            country=self.country,
        )
        told = (_("Left out: {where}: {problem}", where=i.where, problem=i.problem)
                for i in self.left_out)  # fmt: skip
        return (rests, *told)

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        count = len(self.programmes)
        programmes = ngettext("{n} programme", "{n} programmes", count, n=count).in_("en")
        about = f"{programmes}, {len(self.left_out)} left out"
        return View(about, PREDICTIONS.frame(rows_of_page(self)), self.sentences)


def stated(record: ProgrammeRecord) -> float | None:
    """The heads that a row states, counted before announced."""
    return record.announced if record.realised is None else record.realised


def predict(
    programmes: Path | str | Sequence[ProgrammeRecord],
    evidence: Evidence | None = None,
    *,
    seed: int = 1,
) -> Predictions:
    """Heads of programmes from money, years and kind; none of them enters the fit.

    `programmes` are records, or the path of a CSV file with the columns of track_record.csv. Left
    out are those whose country or currency the evidence does not know; raises InvalidInput where
    none remains, and with every problem of the file.

    Example:
        >>> from optimizer import api as tb
        >>> tb.predict(list(tb.load_evidence().track_record.values()))
        <Predictions 19 programmes, 19 left out>
    """
    evidence = load_evidence() if evidence is None else evidence
    rows = programmes
    if isinstance(rows, str | Path):
        rows = load_programmes(Path(rows), evidence)
    costs = costs_of(evidence)
    teller = _Teller(evidence, costs, fit(costs, seed=seed), seed)
    told = [teller.foretold(row) for row in rows]
    found = tuple(one for one in told if isinstance(one, Foretold))
    gone = tuple(one for one in told if isinstance(one, Issue))
    if not found:
        raise InvalidInput(gone)
    home = sum(country == HOME for country in costs.countries)
    return Predictions(
        found,
        gone,
        (len(costs.names), home),
        evidence.title("country", HOME),
    )


@dataclass(frozen=True)
class _Teller:
    """What every row is foretold by."""

    evidence: Evidence
    costs: Costs
    posterior: Posterior
    seed: int

    def foretold(self, row: ProgrammeRecord) -> Foretold | Issue:
        """One row, or why it is left out."""
        if row.money is None or row.years is None or row.money_covers != "programme":
            problem = _("The money of the whole programme, or its term, is not known.")
            return Issue(row.id, problem, _("State both."))
        counted = stated(row)
        announced = row.realised is None
        effects = effects_of(self.evidence, row, announced=announced)
        if effects is None:
            problem = _("The income of '{country}' is not known.", country=row.country)
            return Issue(row.id, problem, _("Add its product and population to economies.csv."))
        won = in_won(self.evidence, row.money, row.currency, row.country, row.price_year)
        if won is None:
            problem = _("No rate is known for '{currency}'.", currency=row.currency)
            return Issue(row.id, problem, _("Add a rate, or state the money in another currency."))
        most = log(won / row.years)  # log of heads at a cost of 1
        asked = Asked(
            row.activity, tuple(effects), row.scheme or None, WIDER[str(row.grade)], term_sd(row)
        )
        mine = foretold(self.posterior, self.costs, asked, seed=self.seed)
        plain = family(self.costs)(row.activity)
        answer = Foretold(
            row, np.exp(most - mine.draws), np.exp(most - plain.draws),
            row.scheme in self.costs.schemes,
        )  # fmt: skip
        if counted is None:
            return answer
        return _scored(answer, mine, plain, most - log(counted))


def _scored(answer: Foretold, mine: Predictive, plain: Predictive, cost: float) -> Foretold:
    """The answer with its scores against the log of the cost that the stated heads mean."""
    return Foretold(
        answer.record, answer.heads, answer.family, answer.known, mine.log_score(cost),
        mine.crps(cost), crps(plain.draws, cost),
    )  # fmt: skip
