"""The command line: parse, call the facade, print; messages go to stderr, answers to stdout."""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from optimizer import api, cli_robust, cli_uncertainty
from optimizer.errors import InvalidInput, OptimizerError

OPTIMAL, FAULT, INVALID, CONFLICT, STOPPED = 0, 1, 2, 3, 4
"""Exit codes."""

Answer = tuple[int, Any, str]
"""Exit code, the answer as plain data, the answer as text."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        code, data, text = options.run(options)
        _write(options, data, text)
    except InvalidInput as fault:
        print(fault, file=sys.stderr)
        if options.json:
            issues = [asdict(issue) for issue in fault.issues]
            print(json.dumps({"status": "invalid", "issues": issues}, ensure_ascii=False, indent=2))
        return INVALID
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OPTIMAL
    except OptimizerError as fault:
        print(f"The work could not be finished: {fault}", file=sys.stderr)
        return FAULT
    return int(code)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="talent-budget",
        description="Plan how a fixed budget retains and attracts the most talent.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    solve = _command(commands, "solve", _solve, "the best plan of a scenario")
    _question(solve)
    solve.add_argument("--budget", type=float, help="total budget in the scenario's money unit")
    evaluate = _command(commands, "evaluate", _evaluate, "what a given plan yields")
    _question(evaluate)
    evaluate.add_argument(
        "--plan", type=Path, required=True, help="CSV or JSON of money by programme and year"
    )
    extra = _command(commands, "extra", _extra, "where only additional money goes")
    _question(extra)
    extra.add_argument("--amount", type=float, required=True, help="money on top of the budget")
    target = _command(commands, "target", _target, "the least money that reaches an outcome")
    _question(target)
    target.add_argument(
        "--outcome", required=True, help="net_people, objective, a channel, tier or pathway"
    )
    target.add_argument("--at-least", type=float, required=True, help="persons to reach")
    _question(_command(commands, "prices", _prices, "what limits are worth; where the plan flips"))
    curve = _command(commands, "budget-curve", _budget_curve, "the best outcome over the budget")
    _question(curve)
    curve.add_argument("--from", dest="start", type=float, help="least money (default 0)")
    curve.add_argument(
        "--to", dest="stop", type=float, help="most money (default twice the budget)"
    )
    curve.add_argument(
        "--along", metavar="RULE", help="move this rule's limit instead of the budget"
    )
    trade = _command(commands, "trade-off", _trade_off, "all efficient plans of two outcomes")
    _question(trade)
    trade.add_argument(
        "--between",
        nargs=2,
        required=True,
        metavar=("A", "B"),
        help="two of: net_people, objective, spending, a channel, tier or pathway",
    )
    room = _command(commands, "room", _room, "how far each programme may move at a small loss")
    _question(room)
    room.add_argument("--slack", type=float, default=0.02, help="share of the goal to concede")
    room.add_argument("--plans", type=int, default=3, help="how many different plans to show")
    _question(_command(commands, "conflict", _conflict, "which rules cannot hold together"))
    spread = _command(commands, "uncertainty", _uncertainty, "how sure the plan is")
    _question(spread)
    cli_uncertainty.uncertainty_options(spread)
    steady = _command(commands, "robust", _robust, "one plan for all draws")
    _question(steady)
    cli_robust.robust_options(steady)
    chart = _command(commands, "map", _map, "which programme leads, over two numbers")
    _question(chart)
    cli_uncertainty.map_options(chart)
    _scenario(_command(commands, "validate", _validate, "checks a document"))
    _command(commands, "list", _list, "shows what is shipped")
    _command(commands, "schema", _schema, "prints the JSON Schema of the document")
    app = _command(commands, "app", _app, "opens the planner's desk in the browser")
    app.add_argument("--port", type=int, default=8501, help="port of the desk")
    return parser


def _command(
    commands: Any, name: str, run: Callable[[argparse.Namespace], Answer], text: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    parser.add_argument("--json", action="store_true", help="print plain data, and nothing else")
    parser.add_argument("--out", type=Path, help="write the answer to this file")
    parser.set_defaults(run=run)
    return parser


def _scenario(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scenario", help="a shipped id or the path of a document")
    parser.add_argument(
        "--set",
        dest="settings",
        action="append",
        default=[],
        metavar="PATH=VALUE",
        help="change one entry of the document; may be repeated",
    )


def _question(parser: argparse.ArgumentParser) -> None:
    _scenario(parser)
    parser.add_argument("--lang", choices=api.LANGUAGES, default="en", help="language of the text")


def _load(options: argparse.Namespace) -> api.Scenario:
    settings = list(options.settings)
    if getattr(options, "budget", None) is not None:
        settings.append(f"budget.total={options.budget!r}")
    return api.load_scenario(options.scenario, settings)


def _solve(options: argparse.Namespace) -> Answer:
    plan = api.solve(_load(options))
    if _code(plan) == CONFLICT:
        return _conflicting(options, plan, api.plan_data(plan))
    return _code(plan), api.plan_data(plan), api.plan_text(plan, options.lang)


def _conflicting(options: argparse.Namespace, plan: api.Plan, data: dict[str, Any]) -> Answer:
    """The conflict and its repairs in place of an answer."""
    answer = api.explain_conflict(plan.scenario)
    data = {**data, **api.conflict_data(answer), "status": str(plan.status)}
    return CONFLICT, data, api.conflict_text(answer, options.lang)


def _conflict(options: argparse.Namespace) -> Answer:
    answer = api.explain_conflict(_load(options))
    code = CONFLICT if answer.found else OPTIMAL
    return code, api.conflict_data(answer), api.conflict_text(answer, options.lang)


def _trade_off(options: argparse.Namespace) -> Answer:
    answer = api.trade_off(_load(options), *options.between)
    if answer.status is api.Status.INFEASIBLE:
        return _conflicting(options, answer.best, api.trade_off_data(answer))
    code = OPTIMAL if answer.status is api.Status.OPTIMAL else _code(answer.best) or STOPPED
    return code, api.trade_off_data(answer), api.trade_off_text(answer, options.lang)


def _room(options: argparse.Namespace) -> Answer:
    answer = api.room(_load(options), options.slack, options.plans)
    if answer.best.status is api.Status.INFEASIBLE:
        return _conflicting(options, answer.best, api.room_data(answer))
    return _code(answer.best), api.room_data(answer), api.room_text(answer, options.lang)


def _code(plan: api.Plan) -> int:
    codes = {
        api.Status.OPTIMAL: OPTIMAL,
        api.Status.INFEASIBLE: CONFLICT,
        api.Status.STOPPED: STOPPED,
    }
    return codes.get(plan.status, FAULT)


def _evaluate(options: argparse.Namespace) -> Answer:
    scenario = _load(options)
    answer = api.evaluate(scenario, api.load_allocation(options.plan, scenario))
    text = api.evaluation_text(answer, options.lang)
    return _code(answer.plan), api.evaluation_data(answer), text


def _extra(options: argparse.Namespace) -> Answer:
    answer = api.extra(_load(options), options.amount)
    return _code(answer.after), api.extra_data(answer), api.extra_text(answer, options.lang)


def _target(options: argparse.Namespace) -> Answer:
    answer = api.target(_load(options), options.outcome, options.at_least)
    return _code(answer.plan), api.target_data(answer), api.target_text(answer, options.lang)


def _prices(options: argparse.Namespace) -> Answer:
    scenario = _load(options)
    report = api.price_report(scenario)
    switching = api.switching_points(scenario, _progress("Switching points"))
    data, text = (
        api.prices_data(report, switching),
        api.prices_text(report, switching, options.lang),
    )
    return _code(report.plan), data, text


def _progress(what: str) -> Callable[[float], None]:
    """Shows the share of long work on stderr, where somebody is looking."""

    def show(share: float) -> None:
        if sys.stderr.isatty():
            print(f"\r{what}: {share:.0%}", end="" if share < 1 else "\n", file=sys.stderr)

    return show


def _budget_curve(options: argparse.Namespace) -> Answer:
    scenario = _load(options)
    answer = api.budget_curve(scenario, options.start, options.stop, along=options.along)
    return OPTIMAL, api.budget_curve_data(answer), api.budget_curve_text(answer, options.lang)


def _robust(options: argparse.Namespace) -> Answer:
    return cli_robust.robust(options, _load)


def _uncertainty(options: argparse.Namespace) -> Answer:
    return cli_uncertainty.uncertainty(options, _load)


def _map(options: argparse.Namespace) -> Answer:
    return cli_uncertainty.decision_map(options, _load)


def _validate(options: argparse.Namespace) -> Answer:
    scenario = _load(options)
    seen = [asdict(warning) for warning in api.warnings(scenario)]
    data = {"status": "valid", "id": scenario.id, "fingerprint": scenario.fingerprint, "look": seen}
    said = [f"{scenario.id} is valid (fingerprint {scenario.fingerprint})."]
    said += [f"Look at {w['where']}: {w['problem']} {w['remedy']}" for w in seen]
    return OPTIMAL, data, "\n".join(said)


def _list(options: argparse.Namespace) -> Answer:
    shipped = api.list_scenarios()
    rows = [{"id": s.id, "title": s.title, "description": s.description} for s in shipped]
    width = max((len(s.id) for s in shipped), default=0)
    text = "\n".join(f"{s.id:<{width}}  {s.title['en']} / {s.title['ko']}" for s in shipped)
    return OPTIMAL, rows, text


def _schema(options: argparse.Namespace) -> Answer:
    schema = api.json_schema()
    return OPTIMAL, schema, json.dumps(schema, ensure_ascii=False, indent=2)


def _app(options: argparse.Namespace) -> Answer:
    found = importlib.util.find_spec("ui")
    if found is None or not found.submodule_search_locations:
        raise OptimizerError("The desk is not installed; install the package with its desk (ui).")
    desk = Path(found.submodule_search_locations[0]) / "app.py"
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(desk),
        "--server.port",
        str(options.port),
        "--server.address",
        "localhost",
        "--browser.gatherUsageStats",
        "false",
    ]
    sys.stdout.flush()
    os.execv(sys.executable, command)


def _write(options: argparse.Namespace, data: Any, text: str) -> None:
    answer = (
        json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) if options.json else text
    )
    if options.out is None:
        print(answer)
        return
    try:
        options.out.write_text(answer + "\n", encoding="utf-8")
    except OSError as fault:
        raise OptimizerError(f"{options.out} cannot be written ({fault.strerror}).") from None
    print(f"Written to {options.out}.", file=sys.stderr)
