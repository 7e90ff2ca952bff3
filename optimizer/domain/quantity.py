"""Numbers of a scenario: plain, with range and source, by reference to evidence, or a product."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, model_validator

from optimizer.domain.base import Frozen, Title, Year
from optimizer.domain.evidence import Grade
from optimizer.domain.uncertainty import Distribution, Outcome
from optimizer.i18n import Message, _, in_a_row

Plain = Annotated[float, Field(allow_inf_nan=False)]
_DISCRETE = _("only a discrete number has outcomes")
_SUM = _("the probabilities of the outcomes do not add up to 1")
_NO_END = _("a distribution needs a low or a high end")
_ABOVE_0 = _("a lognormal number needs a range above 0")


class Quantity(Frozen):
    """A number with its range, unit, source and grade."""

    value: Plain
    """Central value."""
    low: Plain | None = None
    """Low end of the plausible range; with `high` it makes the number uncertain."""
    high: Plain | None = None
    """High end of the plausible range."""
    distribution: Distribution | None = None
    """Shape of the range; pert where left out."""
    outcomes: tuple[Outcome, ...] = ()
    """Values and probabilities of a discrete number."""
    unit: str | None = None
    """Unit in words, e.g. 'million KRW per case'; money is converted to the scenario's unit."""
    source: str | None = None
    """Identifier of the source in data/sources.csv."""
    grade: Grade = Grade.X
    """A official, B reputable, C indirect, X the planner's assumption."""
    title: Title | None = None
    """Short name by language."""
    note: str | None = None
    """Derivation or caution."""

    @model_validator(mode="after")
    def _ordered(self) -> Quantity:
        wrong = []
        if self.low is not None and self.low > self.value:
            wrong.append(
                _(
                    "the low end {low} lies above the value {value}",
                    low=f"{self.low:g}",
                    value=f"{self.value:g}",
                )
            )
        if self.high is not None and self.high < self.value:
            wrong.append(
                _(
                    "the high end {high} lies below the value {value}",
                    high=f"{self.high:g}",
                    value=f"{self.value:g}",
                )
            )
        wrong += self._shape_faults()
        if wrong:
            raise ValueError(in_a_row(wrong, _(" and ")))
        return self

    def _shape_faults(self) -> list[Message]:
        """What is wrong with the distribution."""
        faults = []
        if self.outcomes:
            if self.distribution is not Distribution.DISCRETE:
                faults.append(_DISCRETE)
            if abs(sum(o.probability for o in self.outcomes) - 1.0) > 1e-9:
                faults.append(_SUM)
        elif self.distribution is not None and not self.uncertain:
            faults.append(_NO_END)
        if self.distribution is Distribution.LOGNORMAL and min(self.ends) <= 0:
            faults.append(_ABOVE_0)
        return faults

    @property
    def ends(self) -> tuple[float, float]:
        """Low and high end; a missing end is the value itself, outcomes count as well."""
        values = [o.value for o in self.outcomes] or [self.value]
        low = min(values) if self.low is None else self.low
        return low, max(values) if self.high is None else self.high

    @property
    def uncertain(self) -> bool:
        """Whether the number has a range."""
        return self.low is not None or self.high is not None or bool(self.outcomes)


class Reference(Frozen):
    """A number taken from the evidence by its identifier."""

    ref: str
    """Identifier of a row of data/parameters.csv (or of the document's own `evidence`)."""


class Product(Frozen):
    """The product of several numbers."""

    product: Annotated[tuple[Number, ...], Field(min_length=1)]
    """Factors."""


def _kind(value: Any) -> str:
    if isinstance(value, Mapping):
        return next((k for k in ("ref", "product") if k in value), "quantity")
    if isinstance(value, Reference | Product):
        return "ref" if isinstance(value, Reference) else "product"
    return "quantity" if isinstance(value, Quantity) else "plain"


Number = Annotated[
    Annotated[Plain, Tag("plain")]
    | Annotated[Quantity, Tag("quantity")]
    | Annotated[Reference, Tag("ref")]
    | Annotated[Product, Tag("product")],
    Discriminator(_kind),
]
"""A plain value, {value, low, high, unit, source, grade, note}, {ref: id} or {product: [...]}."""

Product.model_rebuild()


def _yearly_kind(value: Any) -> str:
    if isinstance(value, Mapping) and not {"value", "ref", "product"} & set(value):
        return "by_year"
    return "constant"


ByYear = Annotated[
    Annotated[Number, Tag("constant")] | Annotated[Mapping[Year, Number], Tag("by_year")],
    Discriminator(_yearly_kind),
]
"""One number for all years, or a mapping from year to number (years left out count as 0)."""


def references(number: Any) -> Iterator[str]:
    """Identifiers of the evidence that a number (or a mapping of them) refers to."""
    if isinstance(number, Reference):
        yield number.ref
    elif isinstance(number, Product):
        for factor in number.product:
            yield from references(factor)
    elif isinstance(number, Mapping):
        for part in number.values():
            yield from references(part)
