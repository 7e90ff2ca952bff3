"""Scenario → document: one self-contained YAML text that loads back to the same scenario."""

from __future__ import annotations

import re

import yaml

from optimizer.domain.scenario import Scenario
from optimizer.text.control_characters import UNSAFE


class _Dumper(yaml.SafeDumper):
    """Puts quotes also around texts that only YAML 1.2 reads as numbers, such as 1e3."""


_Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$"),
    list("-+.0123456789"),
)


def document_text(scenario: Scenario) -> str:
    """The whole document, evidence included; loading it gives the same fingerprint and plan.

    Entries keep their order, since tables of a plan come in the order of the document.

    Example:
        >>> from optimizer import api as tb
        >>> tb.document_text(tb.example()).splitlines()[:3]
        ['schema: 1', 'id: example', 'money:']
    """
    document = dict(scenario.document)

    def told(readable: bool) -> str:
        return yaml.dump(
            document, Dumper=_Dumper, allow_unicode=readable, sort_keys=False, width=100
        )

    text = told(readable=True)
    return told(readable=False) if UNSAFE.search(text) else text  # such signs as codes
