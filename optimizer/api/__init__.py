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

from optimizer.api.opening import asked, example, load
from optimizer.api.questions import bottlenecks, compare, conflict, evaluate, next_million
from optimizer.domain.evidence import Evidence
from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue, OptimizerError
from optimizer.inputs.evidence import load_evidence
from optimizer.inputs.load import load_scenario
from optimizer.inputs.schema import json_schema
from optimizer.inputs.workbook.read import import_workbook
from optimizer.lp.solution import Status
from optimizer.reports.bundle import bundle
from optimizer.reports.document import document_text
from optimizer.reports.take_away import NoPlan, report as _report
from optimizer.reports.verification import verify_bundle
from optimizer.results.conflict import ConflictAnswer
from optimizer.results.contract import contract
from optimizer.results.plan import Plan
from optimizer.results.review import review
from optimizer.studies.best_plan import study as _best_plan
from optimizer.studies.budget_curve.study import BudgetCurve, budget_curve as _budget_curve
from optimizer.studies.compare.study import Comparison
from optimizer.studies.countries.comparison import compare_countries
from optimizer.studies.countries.like_them import spend_like as _spend_like
from optimizer.studies.countries.overview import countries
from optimizer.studies.decision_map.study import Axis, DecisionMap, decision_map as _decision_map
from optimizer.studies.evaluate.plan_file import load_allocation
from optimizer.studies.evaluate.study import Evaluation
from optimizer.studies.extra import study as _extra
from optimizer.studies.extra.study import Extra
from optimizer.studies.flips import study as _flips
from optimizer.studies.goals import study as _goals
from optimizer.studies.goals.study import Goal
from optimizer.studies.insight.study import insight
from optimizer.studies.predict.study import predict
from optimizer.studies.prices import study as _prices
from optimizer.studies.prices.study import PriceReport
from optimizer.studies.robust.study import Caution, Robust, robust as _robust
from optimizer.studies.room import study as _room
from optimizer.studies.room.study import Room
from optimizer.studies.shipped import list_scenarios
from optimizer.studies.target import study as _target
from optimizer.studies.target.study import Target
from optimizer.studies.track_record.study import track_record
from optimizer.studies.trade_off.study import TradeOff, payoff as _payoff, trade_off as _trade_off
from optimizer.studies.uncertainty.study import UnderUncertainty, uncertainty as _uncertainty
from optimizer.studies.why_not import study as _why_not
from optimizer.studies.why_not.study import WhyNot
from optimizer.system.executors import engine
from optimizer.system.progress import Cancelled, Progress, Watch

__all__ = [
    "Axis",
    "BudgetCurve",
    "Cancelled",
    "Caution",
    "Comparison",
    "ConflictAnswer",
    "DecisionMap",
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
    "engine",
    "evaluate",
    "example",
    "extra",
    "import_workbook",
    "in_order",
    "insight",
    "json_schema",
    "list_scenarios",
    "load",
    "load_allocation",
    "load_evidence",
    "load_scenario",
    "next_million",
    "payoff",
    "predict",
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

# --- questions to one scenario, given by its id, its path, as a document or as it is ------------
solve = asked("solve", _best_plan.best_plan)
extra = asked("extra", _extra.extra)
target = asked("target", _target.target)
why_not = asked("why_not", _why_not.why_not)
in_order = asked("in_order", _goals.in_order)
prices = asked("prices", _prices.price_report)
switching_points = asked("switching_points", _flips.switching_points)
budget_curve = asked("budget_curve", _budget_curve)
trade_off = asked("trade_off", _trade_off)
payoff = asked("payoff", _payoff)
room = asked("room", _room.room)
uncertainty = asked("uncertainty", _uncertainty)
robust = asked("robust", _robust)
decision_map = asked("decision_map", _decision_map)
spend_like = asked("spend_like", _spend_like)
report = asked("report", _report)

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
