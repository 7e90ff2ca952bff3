"""The server: one question at a time, in a process of its own that is held to limits."""

from __future__ import annotations

import json
from threading import Lock
from typing import Any

import anyio
from mcp import types
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from optimizer.api import desk as api
from optimizer.cli.assistants.arguments import schema
from optimizer.cli.assistants.questions import QUESTIONS, ask, ready
from optimizer.errors import InvalidInput, OptimizerError
from optimizer.i18n import _, in_a_row
from optimizer.text.control_characters import json_text, shown

MEMORY, ANSWER = 2 << 30, 4 << 20
"""Bytes that a question may use besides its process, and bytes of its answer."""
GUIDE = (
    "Exact decision support for spending a fixed budget on AI talent. Every answer carries its "
    "certificate (status, residuals, gap, passed) and its contract (`holds`: what moved, what "
    "stood still). The goal (weighted, discounted people) decides; net people stand beside it. "
    "Repeat `terms` and `cautions` with an answer. Start with list_scenarios."
)


class Answers:
    """Answers questions in a process of its own, one after the other."""

    def __init__(self, seconds: float) -> None:
        self.limits = api.Limits(seconds=seconds, memory=MEMORY, answer=ANSWER)
        self.process = api.KillableProcess(ready)
        self.turn = Lock()

    def answer(self, name: str, given: dict[str, Any], watch: api.Watch) -> dict[str, Any]:
        """The answer to a question. Raises InvalidInput, and what ends work before it is done."""
        with self.turn:
            found = self.process.call(ask, name, given, limits=self.limits, watch=watch)
        answer: dict[str, Any] = found.value
        return answer

    async def call(self, context: Any, asked: types.CallToolRequestParams) -> types.CallToolResult:
        """One call as the protocol has it; what is wrong with it is told as the call's error."""
        watch, given = api.Watch(), dict(asked.arguments or {})
        try:
            answer = await anyio.to_thread.run_sync(
                self.answer, asked.name, given, watch, abandon_on_cancel=True
            )
        except OptimizerError as fault:
            content = types.TextContent(type="text", text=shown(self.told(fault, given)))
            return types.CallToolResult(content=[content], is_error=True)
        finally:
            watch.cancel.set()  # a call that nobody waits for any more ends soon
        text = json_text(answer)
        content = types.TextContent(type="text", text=text)
        return types.CallToolResult(content=[content], structured_content=json.loads(text))

    def told(self, fault: OptimizerError, given: dict[str, Any]) -> str:
        """A fault in the language asked for, with a remedy."""
        language = str(given.get("language"))
        if isinstance(fault, InvalidInput):
            return fault.told(language)
        if isinstance(fault, api.LimitReached):
            seconds = f"{self.limits.seconds:g}"
            slow = _("The answer would take more than {seconds} seconds.", seconds=seconds)
            what = {"seconds": slow, "memory": _MEMORY}.get(fault.limit, _LENGTH)
            return in_a_row([what, _LESS], " ").in_(language)
        return _NOT_DONE.in_(language)


_NOT_DONE = _("The question could not be answered; the log of the server says why.")
_LESS = _("Ask for less: fewer draws, a smaller document.")
_MEMORY = _("The answer would take too much memory.")
_LENGTH = _("The answer would be too long.")


def tools() -> list[types.Tool]:
    """Every question as a tool that only reads."""
    reads = types.ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    return [
        types.Tool(
            name=one.name, description=one.text, input_schema=schema(one.known), annotations=reads
        )
        for one in QUESTIONS.values()
    ]


def server(answers: Answers) -> Server[Any]:
    """The server of these answers, not yet listening."""

    async def listed(context: Any, asked: Any) -> types.ListToolsResult:
        return types.ListToolsResult(tools=tools())

    return Server(
        "talent-budget",
        version=api.versions()["optimizer"],
        title="Talent Budget Optimizer",
        instructions=GUIDE,
        on_list_tools=listed,
        on_call_tool=answers.call,
    )


def serve(seconds: float) -> None:
    """Answers on standard input and output until the other side is gone."""
    answers = Answers(seconds)
    answers.process.start()  # it loads while the other side says who it is

    async def listen() -> None:
        own = server(answers)
        async with stdio_server() as (heard, said):
            await own.run(heard, said, own.create_initialization_options())

    try:
        anyio.run(listen)
    finally:
        answers.process.end()
