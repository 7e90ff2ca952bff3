"""An example, or several, of each command: shown by `--help`, and run by the tests."""

from __future__ import annotations

from optimizer.api import desk as api

EXAMPLES: dict[str, tuple[str, ...]] = {
    "solve": ("solve korea-2025", "solve korea-2025 --budget 20000 --json"),
    "evaluate": ("evaluate korea-2025 --plan plan.csv",),
    "extra": ("extra korea-2025 --amount 2000 --lift 2025",),
    "target": ("target korea-2025 --outcome attracted --at-least 20",),
    "prices": ("prices korea-2025 --set rules.gpu-floor.share=0.05",),
    "budget-curve": ("budget-curve korea-2025 --from 10000 --to 20000",),
    "trade-off": ("trade-off korea-2025 --between retained attracted",),
    "room": ("room korea-2025 --slack 0.05 --plans 3",),
    **{asked.name: (f"{asked.name} korea-2025",) for asked in api.SHORT_QUESTIONS},
    "conflict": ("conflict korea-2025 --set rules.gpu-floor.share=0.95",),
    "uncertainty": ("uncertainty korea-2025 --draws 500 --seed 1 --brief",),
    "map": ("map korea-2025 --x budget.total --y evidence.coef_ate_add.value --size 20",),
    "robust": ("robust korea-2025 --draws 200 --criterion cvar",),
    "compare": ("compare korea-2025 korea-2025-austerity",),
    "countries": ("countries KOR GBR FRA",),
    "spend-like": ("spend-like korea-2025 --mix FRA",),
    "next-million": ("next-million kor-2025 fra-2025",),
    "bottlenecks": ("bottlenecks kor-2025 fra-2025",),
    "track-record": ("track-record --draws 1000",),
    "predict": ("predict rows.csv", "predict rows.csv --json"),
    "validate": ("validate own.yaml",),
    "list": ("list --json",),
    "schema": ("schema --out schema.json",),
    "report": ("report korea-2025 --format docx --lang ko --out memo.docx",),
    "solver-files": ("solver-files korea-2025 --folder files",),
    "check-solution": ("check-solution korea-2025 --solution korea-2025.glpk",),
    "lp": (
        "lp diet.mps solve",
        "lp diet.lp.gz prices --name protein --json",
        "lp plant.mps curve --name steel --from 0 --to 500",
        "lp plant.lp room --slack 0.05 --plans 3",
        "lp plant.lp front --second 'min 2 x + 3 y'",
    ),
    "bundle": ("bundle korea-2025 --out plan.zip --with memo.docx",),
    "verify": ("verify plan.zip",),
    "import": ("import edited.xlsx --out own.yaml",),
    "app": ("app --port 8502",),
    "docs": ("docs", "docs --path"),
    "completion": ("completion bash",),
    "mcp": ("mcp --seconds 60",),
}
"""Command lines of each command, without the name of the program; they parse, and many run."""
