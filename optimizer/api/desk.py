"""Everything a front end may import: what people use, and what only a page or command needs."""

from __future__ import annotations

from optimizer.api.short_questions import (
    SHORT_QUESTIONS as SHORT_QUESTIONS,
    ShortQuestion as ShortQuestion,
)
from optimizer.domain import wording as wording
from optimizer.domain.ask import Question as Question
from optimizer.domain.base import Text as Text, stated_in_all
from optimizer.domain.evidence import Evidence as Evidence
from optimizer.domain.rule import RULE_KINDS as RULE_KINDS
from optimizer.domain.scenario import Scenario as Scenario
from optimizer.domain.units import Unit as Unit, parse_unit as parse_unit
from optimizer.errors import (
    InvalidInput as InvalidInput,
    Issue as Issue,
    OptimizerError as OptimizerError,
)
from optimizer.formulation.draws import (
    MOST_DRAWS as MOST_DRAWS,
    Draws as Draws,
    Points as Points,
    draw as draw,
)
from optimizer.formulation.limit_words import limit_words as limit_words
from optimizer.formulation.outcomes import outcome_names as outcome_names
from optimizer.i18n import (
    LANGUAGES as LANGUAGES,
    SOURCE as SOURCE,
    Figure as Figure,
    Message as Message,
    Words as Words,
    _ as _,
    figure as figure,
    folders as folders,
    pgettext as pgettext,
    rendered as rendered,
    verbatim as verbatim,
)
from optimizer.inputs.allocation import (
    allocation_in as allocation_in,
    allocation_of as allocation_of,
)
from optimizer.inputs.evidence import load_evidence as load_evidence
from optimizer.inputs.load import (
    change_scenario as change_scenario,
    compared_with as compared_with,
    load_scenario as load_scenario,
    scenario_of as scenario_of,
    shipped_scenarios as shipped_scenarios,
    signed_scenario as signed_scenario,
)
from optimizer.inputs.read import read_file as read_file, read_text as read_text
from optimizer.inputs.rule_checks import warnings as warnings
from optimizer.inputs.schema import json_schema as json_schema
from optimizer.inputs.workbook.read import import_workbook as import_workbook
from optimizer.inputs.written_numbers import (
    amount_in as amount_in,
    number_in as number_in,
    plainly as plainly,
)
from optimizer.lp.solution import Status as Status
from optimizer.reports.answers import (
    answer_data as answer_data,
    answer_text as answer_text,
    plan_text as plan_text,
    prices_data as prices_data,
    prices_text as prices_text,
)
from optimizer.reports.bundle import bundle as bundle
from optimizer.reports.document import document_text as document_text
from optimizer.reports.programmes.asked import (
    LP_QUESTIONS as LP_QUESTIONS,
    ProgrammeQuestion as ProgrammeQuestion,
    ask_programme as ask_programme,
)
from optimizer.reports.provenance import (
    Fact as Fact,
    command_on as command_on,
    provenance as provenance,
    solve_command as solve_command,
)
from optimizer.reports.render.csv import (
    csv_bytes as csv_bytes,
    frame_of as frame_of,
    safe_cells as safe_cells,
)
from optimizer.reports.render.forms import FORMS as _FORMS, in_form as in_form
from optimizer.reports.render.json import plain as plain, records as records
from optimizer.reports.render.text import text as _text
from optimizer.reports.solver_files.check import (
    Agreement as Agreement,
    SolverCheck as SolverCheck,
    check_solution as check_solution,
)
from optimizer.reports.solver_files.check_text import (
    solver_check_data as solver_check_data,
    solver_check_text as solver_check_text,
)
from optimizer.reports.solver_files.files import (
    solver_names as solver_names,
    solver_names_text as solver_names_text,
    solver_text as solver_text,
)
from optimizer.reports.stated import (
    StatedNumber as StatedNumber,
    rule_kinds as rule_kinds,
    rule_titles as rule_titles,
    section_titles as section_titles,
    stated_numbers as stated_numbers,
)
from optimizer.reports.take_away import (
    FORMATS,
    MEMOS as MEMOS,
    NoPlan as NoPlan,
    conflict_report as conflict_report,
    memo as memo,
    report as report,
)
from optimizer.reports.verification import (
    Difference as Difference,
    Verification as Verification,
    verify_bundle as verify_bundle,
)
from optimizer.reports.verification_text import (
    verification_data as verification_data,
    verification_text as verification_text,
)
from optimizer.reports.workbook.book import workbook as workbook
from optimizer.results.answers import page_of as page_of
from optimizer.results.columns import cell as cell
from optimizer.results.conflict import (
    ConflictAnswer as ConflictAnswer,
    RepairOption as RepairOption,
)
from optimizer.results.contract import (
    CONTRACTS as CONTRACTS,
    Contract as Contract,
    contract as contract,
)
from optimizer.results.derivation import (
    cost_numbers as cost_numbers,
    people_bands as people_bands,
    yield_numbers as yield_numbers,
)
from optimizer.results.flow import flow_table as flow_table
from optimizer.results.goal_words import loss as loss, worth_in_goal as worth_in_goal
from optimizer.results.limits import (
    objective_weights as objective_weights,
    programme_limits as programme_limits,
)
from optimizer.results.method import goal_formula as goal_formula, method_table as method_table
from optimizer.results.page import Page as Page
from optimizer.results.plan import Plan as Plan
from optimizer.results.plan_page import plan_tables as plan_tables
from optimizer.results.review import Review as Review, Verdict as Verdict, review as review
from optimizer.results.shown import Shown as Shown
from optimizer.results.table import Table as Table, rows_of as rows_of
from optimizer.results.versions import versions as versions
from optimizer.studies.best_plan.near_ties import NearTie as NearTie, near_ties as near_ties
from optimizer.studies.best_plan.study import (
    bare_plan as bare_plan,
    best_plan,
    explained as explained,
)
from optimizer.studies.budget_curve.study import (
    BudgetCurve as BudgetCurve,
    budget_curve as budget_curve,
)
from optimizer.studies.compare.study import Comparison as Comparison, compare as compare
from optimizer.studies.conflict.study import explain_conflict as explain_conflict
from optimizer.studies.countries.bottlenecks import (
    Bottlenecks as Bottlenecks,
    bottlenecks as bottlenecks,
)
from optimizer.studies.countries.comparison import (
    CountryComparison as CountryComparison,
    compare_countries as compare_countries,
)
from optimizer.studies.countries.documents import (
    country_scenario as country_scenario,
    country_scenarios as country_scenarios,
)
from optimizer.studies.countries.efficiency import Frontiers as Frontiers
from optimizer.studies.countries.like_them import (
    SpendLike as SpendLike,
    Transplant as Transplant,
    spend_like as spend_like,
)
from optimizer.studies.countries.money import YEAR
from optimizer.studies.countries.money_in_years import countries_with_mix as countries_with_mix
from optimizer.studies.countries.next_million import (
    NextMillion as NextMillion,
    next_million as next_million,
)
from optimizer.studies.countries.overview import Countries as Countries, countries as countries
from optimizer.studies.countries.overview_page import (
    mix_table as mix_table,
    programmes_table as programmes_table,
)
from optimizer.studies.countries.strategy_pages import beside_table as beside_table
from optimizer.studies.decision_map.study import (
    LARGEST_MAP as LARGEST_MAP,
    Axis as Axis,
    DecisionMap as DecisionMap,
    decision_map as decision_map,
)
from optimizer.studies.evaluate.page import people_beside as people_beside
from optimizer.studies.evaluate.plan_file import load_allocation as load_allocation
from optimizer.studies.evaluate.study import Evaluation as Evaluation, evaluate as evaluate
from optimizer.studies.evaluate.words import FEWER_HEADS as FEWER_HEADS
from optimizer.studies.extra.study import Extra as Extra, extra as extra
from optimizer.studies.flips.page import flips_table as flips_table
from optimizer.studies.flips.study import Flips as Flips, switching_points as switching_points
from optimizer.studies.goals.study import Goal as Goal, Goals as Goals, in_order as in_order
from optimizer.studies.insight.discovery import Discovery as Discovery, discovery as discovery
from optimizer.studies.insight.drivers import Drivers as Drivers, drivers as drivers
from optimizer.studies.insight.information import (
    Information as Information,
    information as information,
)
from optimizer.studies.insight.study import Insight as Insight, insight as insight
from optimizer.studies.insight.switching import Switching as Switching, switching as switching
from optimizer.studies.outcome_words import outcome_title as outcome_title
from optimizer.studies.predict.page import predictions as predictions
from optimizer.studies.predict.study import Predictions as Predictions, predict as predict
from optimizer.studies.prices.page import prices_page as prices_page
from optimizer.studies.prices.study import PriceReport as PriceReport, price_report as price_report
from optimizer.studies.robust.study import (
    Caution as Caution,
    Kind as Kind,
    Robust as Robust,
    robust as robust,
)
from optimizer.studies.room.study import MOST_PLANS as MOST_PLANS, Room as Room, room as room
from optimizer.studies.shipped import Shipped as Shipped, list_scenarios as list_scenarios
from optimizer.studies.target.study import Target as Target, target as target
from optimizer.studies.track_record.predictions import TrackRecord as TrackRecord
from optimizer.studies.track_record.study import track_record as track_record
from optimizer.studies.trade_off.study import (
    Payoff as Payoff,
    TradeOff as TradeOff,
    payoff as payoff,
    trade_off as trade_off,
)
from optimizer.studies.uncertainty.study import (
    UnderUncertainty as UnderUncertainty,
    uncertainty as uncertainty,
)
from optimizer.studies.why_not.study import WhyNot as WhyNot, why_not as why_not
from optimizer.system.executors import (
    EngineFault as EngineFault,
    engine as engine,
    run_all as run_all,
)
from optimizer.system.killable_process import (
    KillableProcess as KillableProcess,
    LimitReached as LimitReached,
    Limits as Limits,
    Outcome as Outcome,
)
from optimizer.system.progress import Cancelled as Cancelled, Progress as Progress, Watch as Watch

Said = Message
solve = best_plan
FILE_FORMS = _FORMS
page_text = _text
in_all = stated_in_all
bottlenecks_text = budget_curve_text = compare_text = conflict_text = countries_text = answer_text
country_comparison_text = evaluation_text = extra_text = insight_text = map_text = answer_text
next_million_text = payoff_text = robust_text = room_text = spend_like_text = answer_text
target_text = track_record_text = trade_off_text = uncertainty_text = why_not_text = answer_text
bottlenecks_data = budget_curve_data = compare_data = conflict_data = countries_data = answer_data
country_comparison_data = evaluation_data = extra_data = insight_data = map_data = answer_data
next_million_data = payoff_data = plan_data = robust_data = room_data = answer_data
spend_like_data = target_data = track_record_data = trade_off_data = answer_data
uncertainty_data = why_not_data = answer_data
REPORT_FORMATS = FORMATS
COUNTRY_YEAR = YEAR
