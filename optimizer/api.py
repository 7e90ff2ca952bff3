"""Everything a front end may import: load, change, solve, show."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from optimizer.domain import wording
from optimizer.domain.base import Text
from optimizer.domain.evidence import Evidence
from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import LANGUAGES
from optimizer.engines import Cancelled, EngineFault, Progress, Watch, engine, run_all
from optimizer.errors import InvalidInput, Issue, OptimizerError
from optimizer.formulation.draws import Draws, Points, draw
from optimizer.formulation.outcomes import outcome_names
from optimizer.inputs.allocation import allocation_of
from optimizer.inputs.evidence import load_evidence
from optimizer.inputs.load import (
    change_scenario,
    load_scenario,
    scenario_of,
    shipped_scenarios,
)
from optimizer.inputs.rule_checks import warnings
from optimizer.inputs.schema import json_schema
from optimizer.inputs.workbook.read import import_workbook
from optimizer.lp.solution import Status
from optimizer.reports.answers import (
    evaluation_data,
    evaluation_text,
    extra_data,
    extra_text,
    target_data,
    target_text,
)
from optimizer.reports.bundle import bundle
from optimizer.reports.compare_text import compare_data, compare_text
from optimizer.reports.conflict_text import conflict_data, conflict_text
from optimizer.reports.countries_text import (
    countries_data,
    countries_text,
    country_comparison_data,
    country_comparison_text,
)
from optimizer.reports.country_studies_text import (
    bottlenecks_data,
    bottlenecks_text,
    next_million_data,
    next_million_text,
    spend_like_data,
    spend_like_text,
)
from optimizer.reports.curve_text import budget_curve_data, budget_curve_text
from optimizer.reports.decision_map import map_data, map_text
from optimizer.reports.document import document_text
from optimizer.reports.insight_text import (
    payoff_data,
    payoff_text,
    room_data,
    room_text,
    trade_off_data,
    trade_off_text,
    why_not_data,
    why_not_text,
)
from optimizer.reports.plain import plan_data, records, versions
from optimizer.reports.prices_text import prices_data, prices_text
from optimizer.reports.provenance import Fact, command_on, provenance, solve_command
from optimizer.reports.robust_text import robust_data, robust_text
from optimizer.reports.solver_files.check import Agreement, SolverCheck, check_solution
from optimizer.reports.solver_files.check_text import solver_check_data, solver_check_text
from optimizer.reports.solver_files.files import solver_names, solver_names_text, solver_text
from optimizer.reports.take_away import DRAWS as REPORT_DRAWS
from optimizer.reports.take_away import FORMATS as REPORT_FORMATS
from optimizer.reports.take_away import NoPlan, memo, report
from optimizer.reports.text import plan_text
from optimizer.reports.track_record_text import track_record_data, track_record_text
from optimizer.reports.uncertainty import (
    insight_data,
    insight_text,
    uncertainty_data,
    uncertainty_text,
)
from optimizer.reports.verification import Difference, Verification, verify_bundle
from optimizer.reports.verification_text import verification_data, verification_text
from optimizer.reports.workbook.book import workbook
from optimizer.results.conflict import ConflictAnswer, RepairOption
from optimizer.results.flow import flow_table
from optimizer.results.limits import objective_weights, programme_limits
from optimizer.results.method import goal_formula, method_table
from optimizer.results.plan import Plan
from optimizer.results.review import Review, Verdict, review
from optimizer.studies.best_plan import bare_plan, explained
from optimizer.studies.best_plan import best_plan as solve
from optimizer.studies.budget_curve import BudgetCurve, budget_curve
from optimizer.studies.compare import Comparison, compare
from optimizer.studies.conflicts.explain import explain_conflict
from optimizer.studies.countries.bottlenecks import Bottlenecks, bottlenecks
from optimizer.studies.countries.comparison import CountryComparison, compare_countries
from optimizer.studies.countries.documents import (
    country_documents,
    country_scenario,
    country_scenarios,
)
from optimizer.studies.countries.efficiency import Frontiers
from optimizer.studies.countries.like_them import SpendLike, Transplant, spend_like
from optimizer.studies.countries.money import YEAR as COUNTRY_YEAR
from optimizer.studies.countries.next_million import NextMillion, next_million
from optimizer.studies.countries.overview import Countries, countries
from optimizer.studies.decision_map import Axis, DecisionMap, decision_map
from optimizer.studies.discovery import Discovery, discovery
from optimizer.studies.drivers import Drivers, drivers
from optimizer.studies.evaluate import Evaluation, evaluate
from optimizer.studies.extra import Extra, extra
from optimizer.studies.flips import Flips, switching_points
from optimizer.studies.goals import Goal, Goals, in_order
from optimizer.studies.handed_in import load_allocation
from optimizer.studies.information import Information, information
from optimizer.studies.insight import Insight, insight
from optimizer.studies.near_ties import NearTie, near_ties
from optimizer.studies.outcome_words import outcome_title
from optimizer.studies.prices import PriceReport, price_report
from optimizer.studies.robust import Caution, Kind, Robust, robust
from optimizer.studies.room import Room, room
from optimizer.studies.switching import Switching, switching
from optimizer.studies.target import Target, target
from optimizer.studies.track.predictions import TrackRecord
from optimizer.studies.track_record import track_record
from optimizer.studies.trade_off import Payoff, TradeOff, payoff, trade_off
from optimizer.studies.uncertainty import UnderUncertainty, uncertainty
from optimizer.studies.why_not import WhyNot, why_not

__all__ = [
    "COUNTRY_YEAR",
    "LANGUAGES",
    "REPORT_DRAWS",
    "REPORT_FORMATS",
    "Agreement",
    "Axis",
    "Bottlenecks",
    "BudgetCurve",
    "Cancelled",
    "Caution",
    "Comparison",
    "ConflictAnswer",
    "Countries",
    "CountryComparison",
    "DecisionMap",
    "Difference",
    "Discovery",
    "Draws",
    "Drivers",
    "EngineFault",
    "Evaluation",
    "Evidence",
    "Extra",
    "Fact",
    "Flips",
    "Frontiers",
    "Goal",
    "Goals",
    "Information",
    "Insight",
    "InvalidInput",
    "Issue",
    "Kind",
    "NearTie",
    "NextMillion",
    "NoPlan",
    "OptimizerError",
    "Payoff",
    "Plan",
    "Points",
    "PriceReport",
    "Progress",
    "RepairOption",
    "Review",
    "Robust",
    "Room",
    "Scenario",
    "Shipped",
    "SolverCheck",
    "SpendLike",
    "Status",
    "Switching",
    "Target",
    "Text",
    "TrackRecord",
    "TradeOff",
    "Transplant",
    "UnderUncertainty",
    "Verdict",
    "Verification",
    "Watch",
    "WhyNot",
    "allocation_of",
    "bare_plan",
    "bottlenecks",
    "bottlenecks_data",
    "bottlenecks_text",
    "budget_curve",
    "budget_curve_data",
    "budget_curve_text",
    "bundle",
    "change_scenario",
    "check_solution",
    "command_on",
    "compare",
    "compare_countries",
    "compare_data",
    "compare_text",
    "conflict_data",
    "conflict_text",
    "countries",
    "countries_data",
    "countries_text",
    "country_comparison_data",
    "country_comparison_text",
    "country_scenario",
    "country_scenarios",
    "decision_map",
    "discovery",
    "document_text",
    "draw",
    "drivers",
    "engine",
    "evaluate",
    "evaluation_data",
    "evaluation_text",
    "explain_conflict",
    "explained",
    "extra",
    "extra_data",
    "extra_text",
    "flow_table",
    "goal_formula",
    "import_workbook",
    "in_order",
    "information",
    "insight",
    "insight_data",
    "insight_text",
    "json_schema",
    "list_scenarios",
    "load_allocation",
    "load_evidence",
    "load_scenario",
    "map_data",
    "map_text",
    "memo",
    "method_table",
    "near_ties",
    "next_million",
    "next_million_data",
    "next_million_text",
    "objective_weights",
    "outcome_names",
    "outcome_title",
    "payoff",
    "payoff_data",
    "payoff_text",
    "plan_data",
    "plan_text",
    "price_report",
    "prices_data",
    "prices_text",
    "programme_limits",
    "provenance",
    "records",
    "report",
    "review",
    "robust",
    "robust_data",
    "robust_text",
    "room",
    "room_data",
    "room_text",
    "run_all",
    "scenario_of",
    "solve",
    "solve_command",
    "solver_check_data",
    "solver_check_text",
    "solver_names",
    "solver_names_text",
    "solver_text",
    "spend_like",
    "spend_like_data",
    "spend_like_text",
    "switching",
    "switching_points",
    "target",
    "target_data",
    "target_text",
    "track_record",
    "track_record_data",
    "track_record_text",
    "trade_off",
    "trade_off_data",
    "trade_off_text",
    "uncertainty",
    "uncertainty_data",
    "uncertainty_text",
    "verification_data",
    "verification_text",
    "verify_bundle",
    "versions",
    "warnings",
    "why_not",
    "why_not_data",
    "why_not_text",
    "wording",
    "workbook",
]


@dataclass(frozen=True)
class Shipped:
    """A scenario that comes with the package."""

    id: str
    title: dict[str, str]
    description: dict[str, str]
    path: Path

    @property
    def of_a_country(self) -> bool:
        """Whether it states the strategy of one country among others."""
        return self.path in country_documents().values()


def list_scenarios() -> tuple[Shipped, ...]:
    """The shipped scenarios in alphabetical order; the strategies of countries follow."""
    return tuple(_shipped(name, path) for name, path in shipped_scenarios().items())


def _shipped(name: str, path: Path) -> Shipped:
    scenario = load_scenario(path)

    def both(words: Text | None) -> dict[str, Any]:
        return {"en": words.en, "ko": words.ko} if words else {"en": name, "ko": name}

    return Shipped(scenario.id, both(scenario.title), both(scenario.description), path)
