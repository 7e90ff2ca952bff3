"""What people use in Python: load and change a scenario, ask it, take the answer away.

>>> from optimizer import api as tb
>>> tb.solve("korea-2025").found
True

Everything here has an example in its own words: `help(tb.extra)`. What only the desk, the command
line and the reports need stands apart in `optimizer.api.desk`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING
from warnings import warn

from optimizer.domain.evidence import Evidence
from optimizer.domain.scenario import Scenario
from optimizer.engines import Cancelled, Progress, Watch, engine
from optimizer.errors import InvalidInput, Issue, OptimizerError
from optimizer.formulation.draws import Draws, draw
from optimizer.inputs.evidence import load_evidence
from optimizer.inputs.load import load_scenario
from optimizer.inputs.schema import json_schema
from optimizer.inputs.workbook.read import import_workbook
from optimizer.lp.solution import Status
from optimizer.reports.bundle import bundle
from optimizer.reports.document import document_text
from optimizer.reports.take_away import NoPlan, report
from optimizer.reports.verification import verify_bundle
from optimizer.results.conflict import ConflictAnswer
from optimizer.results.contract import contract
from optimizer.results.plan import Plan
from optimizer.results.review import review
from optimizer.studies.best_plan import best_plan as solve
from optimizer.studies.budget_curve import BudgetCurve, budget_curve
from optimizer.studies.compare import Comparison, compare
from optimizer.studies.conflicts.explain import explain_conflict as conflict
from optimizer.studies.countries.bottlenecks import bottlenecks
from optimizer.studies.countries.comparison import compare_countries
from optimizer.studies.countries.like_them import spend_like
from optimizer.studies.countries.next_million import next_million
from optimizer.studies.countries.overview import countries
from optimizer.studies.decision_map import Axis, DecisionMap, decision_map
from optimizer.studies.evaluate import Evaluation, evaluate
from optimizer.studies.extra import Extra, extra
from optimizer.studies.flips import switching_points
from optimizer.studies.goals import Goal, in_order
from optimizer.studies.handed_in import load_allocation
from optimizer.studies.insight import insight
from optimizer.studies.near_ties import near_ties
from optimizer.studies.offered import list_scenarios
from optimizer.studies.prices import PriceReport, price_report as prices
from optimizer.studies.robust import Caution, Robust, robust
from optimizer.studies.room import Room, room
from optimizer.studies.target import Target, target
from optimizer.studies.track_record import track_record
from optimizer.studies.trade_off import TradeOff, payoff, trade_off
from optimizer.studies.uncertainty import UnderUncertainty, uncertainty
from optimizer.studies.why_not import WhyNot, why_not

__all__ = [
    "Axis",
    "BudgetCurve",
    "Cancelled",
    "Caution",
    "Comparison",
    "ConflictAnswer",
    "DecisionMap",
    "Draws",
    "Evaluation",
    "Evidence",
    "Extra",
    "Goal",
    "InvalidInput",
    "Issue",
    "NoPlan",
    "OptimizerError",
    "Plan",
    "PriceReport",
    "Progress",
    "Robust",
    "Room",
    "Scenario",
    "Status",
    "Target",
    "TradeOff",
    "UnderUncertainty",
    "Watch",
    "WhyNot",
    "bottlenecks",
    "budget_curve",
    "bundle",
    "compare",
    "compare_countries",
    "conflict",
    "contract",
    "countries",
    "decision_map",
    "document_text",
    "draw",
    "engine",
    "evaluate",
    "extra",
    "import_workbook",
    "in_order",
    "insight",
    "json_schema",
    "list_scenarios",
    "load_allocation",
    "load_evidence",
    "load_scenario",
    "near_ties",
    "next_million",
    "payoff",
    "prices",
    "report",
    "review",
    "robust",
    "room",
    "solve",
    "spend_like",
    "switching_points",
    "target",
    "track_record",
    "trade_off",
    "uncertainty",
    "verify_bundle",
    "why_not",
]

if not TYPE_CHECKING:  # types are checked against the names above alone

    def __getattr__(name: str) -> object:
        """The desk's module, and names of the first release that only it needs, with a warning."""
        desk = import_module("optimizer.api.desk")
        if name == "desk":
            return desk
        if name.startswith("_") or not hasattr(desk, name):
            raise AttributeError(f"module 'optimizer.api' has no attribute '{name}'")
        words = f"'optimizer.api.{name}' is for front ends: import it from 'optimizer.api.desk'."
        warn(words, DeprecationWarning, stacklevel=2)
        return getattr(desk, name)
