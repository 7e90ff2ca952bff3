"""Words in every language: messages in the code in English, catalogues of the others beside it."""

from optimizer.i18n.catalogue import LANGUAGES, MORE_CATALOGUES, SOURCE, folders
from optimizer.i18n.figures import Figure, figure
from optimizer.i18n.message import (
    EMPTY,
    Message,
    Spoken,
    Words,
    _,
    in_a_row,
    ngettext,
    npgettext,
    pgettext,
    rendered,
    verbatim,
)

__all__ = [
    "EMPTY",
    "LANGUAGES",
    "MORE_CATALOGUES",
    "SOURCE",
    "Figure",
    "Message",
    "Spoken",
    "Words",
    "_",
    "figure",
    "folders",
    "in_a_row",
    "ngettext",
    "npgettext",
    "pgettext",
    "rendered",
    "verbatim",
]
