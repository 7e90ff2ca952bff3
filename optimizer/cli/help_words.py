"""Words of `--help`: the Korean of each text, and an example of each command."""

from __future__ import annotations

KOREAN = {
    # argparse's own
    "usage: ": "사용법: ",
    "positional arguments": "인수",
    "options": "옵션",
    "examples:": "예:",
    "show this help message and exit": "도움말을 출력하고 종료",
    # all commands
    "Plan how a fixed budget retains and attracts the most talent.":
        "정해진 예산으로 가장 많은 인재를 잔류·유치하는 배분안 산출.",
    "`talent-budget COMMAND --help` shows the options of a command and an example.":
        "명령별 옵션과 예: `talent-budget COMMAND --help`.",
    "print the versions that decide a result, and exit": "결과를 좌우하는 버전을 출력하고 종료",
    "print plain data, and nothing else": "데이터만 JSON으로 출력",
    "write the answer to this file, whole or not at all (default: print it)":
        "답을 이 파일에 저장. 중간에 끊기면 저장하지 않음(기본값: 화면 출력)",
    "a shipped id or the path of a document": "제공 시나리오 ID 또는 문서 경로",
    "change one entry of the document; may be repeated": "문서의 항목 하나 변경(반복 가능)",
    "change one entry of every document; may be repeated":
        "모든 문서의 항목 하나 변경(반복 가능)",
    "language of the text (default: en)": "출력 언어(기본값: en)",
    # plans
    "the best plan of a scenario": "시나리오의 최적 배분안",
    "total budget in the scenario's money unit (default: as the document states)":
        "총예산. 시나리오의 금액 단위(기본값: 문서의 값)",
    "what a given plan yields": "주어진 배분안의 성과",
    "CSV, JSON or workbook of money by programme and year":
        "사업·연도별 금액이 담긴 CSV, JSON 또는 통합 문서",
    "where only additional money goes": "추가 예산만의 배분",
    "money on top of the budget": "예산에 더하는 금액",
    "let the limit of this year grow by the amount as well; may be repeated":
        "이 연도의 한도도 같은 금액만큼 늘림(반복 가능)",
    "the least money that reaches an outcome": "목표 달성에 필요한 최소 예산",
    "net_people, objective, a channel, tier or pathway":
        "net_people, objective, 경로, 등급 또는 세부 경로",
    "people to reach, beyond those without any money (of goal and spending: all)":
        "달성할 인원(예산이 없을 때보다 늘어난 인원, 목표값과 지출은 전체)",
    # what the best plan can tell
    "what limits are worth; where the plan flips": "한도의 가치와 선택이 바뀌는 지점",
    "the best outcome over the budget": "예산에 따른 최적 성과",
    "least money": "최소 금액",
    "most money (default: twice the budget)": "최대 금액(기본값: 예산의 2배)",
    "move this rule's limit (default: the budget)":
        "이 규칙의 한도를 변경(기본값: 예산)",
    "all efficient plans of two outcomes": "두 성과의 효율적 배분안 전체",
    "two of: net_people, objective, spending, a channel, tier or pathway":
        "net_people, objective, spending, 경로, 등급, 세부 경로 중 둘",
    "how far each programme may move at a small loss": "작은 손실로 사업별 금액을 옮길 수 있는 폭",
    "share of the goal to concede, 0 to 1": "양보할 목표값 비율(0~1)",
    "which rules cannot hold together": "함께 지킬 수 없는 규칙",
    "let the ways out go below what the document underneath states":
        "조정안이 기준 문서의 값보다 낮아지는 것을 허용",
    # many draws
    "how sure the plan is": "배분안의 확실성",
    "the same seed gives the same draws": "같은 시드는 같은 추출을 만듦",
    "how a given number of draws spreads": "정해진 수의 추출을 퍼뜨리는 방식",
    "a plan whose regret is wanted; may be repeated": "후회값을 구할 배분안(반복 가능)",
    "leave out drivers, switching values, information": "영향 요인, 전환점, 정보 가치 생략",
    "Dask scheduler, tcp://HOST:PORT (default: this machine)":
        "Dask 스케줄러 주소 tcp://HOST:PORT(기본값: 이 컴퓨터)",
    "which programme leads, over two numbers": "두 수치에 따라 가장 큰 사업",
    "a place of the document, or evidence": "문서 또는 근거 자료의 위치",
    "values shown (default: the number's own range)": "표시할 값(기본값: 수치 자체의 범위)",
    "one plan for all draws": "모든 추출에 대한 하나의 배분안",
    "average, worst draws (CVaR), largest regret, or a guard against bad turns":
        "평균, 하위 추출(CVaR), 최대 후회 또는 불리한 변동 대비",
    "CVaR looks at the worst 1 - LEVEL of the draws": "CVaR 대상: 하위 1 - LEVEL의 추출",
    "numbers that may turn out badly in each rule": "규칙마다 불리해질 수 있는 수치의 개수",
    # side by side
    "scenarios side by side, differences first": "시나리오 비교(차이가 큰 순)",
    "two to twenty shipped ids or documents": "제공 시나리오 ID 또는 문서 2~20개",
    "country strategies on one footing": "같은 기준의 국가 전략 비교",
    "two or more, side by side, e.g. KOR GBR FRA": "나란히 볼 국가 둘 이상. 예: KOR GBR FRA",
    "year that money a year speaks of": "연간 금액의 기준 연도",
    "folder of evidence tables (default: as shipped)":
        "근거 자료 표가 있는 폴더(기본값: 제공 자료)",
    "a country's mix on this budget, and back": "다른 나라의 배분 비율 적용과 그 반대",
    "code of the country, e.g. FRA": "국가 코드. 예: FRA",
    "who gains from one more million dollars": "100만 달러 추가의 효과가 큰 곳",
    "what holds several scenarios back, common limits first":
        "여러 시나리오의 제약(공통 제약 순)",
    "shipped ids or paths of documents (default: all country strategies)":
        "제공 시나리오 ID 또는 문서 경로(기본값: 국가 전략 전체)",
    "predicted people against stated": "예측 인원과 발표 인원의 대조",
    # documents and files
    "checks a document": "문서 점검",
    "shows what is shipped": "제공 시나리오 목록",
    "prints the JSON Schema of the document": "문서의 JSON Schema 출력",
    "writes a report to take away": "보고서 작성",
    "report on this plan, CSV or JSON (default: the best)":
        "이 배분안(CSV 또는 JSON)으로 작성(기본값: 최적안)",
    "the programme for other solvers: MPS, LP, names":
        "타 계산 프로그램용 파일: MPS, LP, 이름표",
    "where to write the files (made if missing)": "파일을 저장할 폴더(없으면 만듦)",
    "holds another solver's solution to the plan": "타 계산 프로그램의 해를 배분안과 대조",
    "solution file of CBC, GLPK, HiGHS or CPLEX, or lines of name and value":
        "CBC, GLPK, HiGHS, CPLEX의 해 파일 또는 이름과 값으로 된 줄",
    "freezes a plan with all it rests on, as a ZIP": "배분안과 근거 전체를 ZIP으로 보존",
    "put this file in as well, for instance a report; may be repeated":
        "보고서 등 이 파일도 포함(반복 가능)",
    "runs a bundle again and says what differs": "묶음을 다시 계산하여 차이 확인",
    "the ZIP": "ZIP 파일",
    "the scenario that an edited workbook states": "수정한 통합 문서의 시나리오",
    "a workbook written by `report --format xlsx`": "`report --format xlsx`로 만든 통합 문서",
    "opens the planner's desk in the browser": "브라우저에서 정책 담당자 화면 열기",
    "port of the desk, 1 to 65535": "화면의 포트(1~65535)",
    "opens the documentation in the browser": "브라우저에서 사용 설명서 열기",
    "print where it is, and open nothing": "위치만 출력하고 열지 않음",
    # linear programmes of files
    "asks the linear programme of an MPS or LP file": "MPS·LP 파일의 선형계획 문제에 질의",
    "MPS or LP file, also as .gz": "MPS 또는 LP 파일(.gz 가능)",
    "a row or column that is asked about; may be repeated (default: all)":
        "질의할 행 또는 열(반복 가능, 기본값: 전체)",
    "least limit (default: as the row has it)":
        "최소 한도(기본값: 행의 한도 기준)",
    "most limit (default: as the row has it)":
        "최대 한도(기본값: 행의 한도 기준)",
    "share to concede (default: 0.02)": "양보할 비율(기본값: 0.02)",
    "different plans to show (default: 0)": "표시할 다른 해의 수(기본값: 0)",
    "a second sum, like 'max 3 x + 2 y'": "두 번째 합. 예: 'max 3 x + 2 y'",
    "file to export (default: mps)": "내보낼 파일 형식(기본값: mps)",
    "stop after so long (default: never)": "이 시간 뒤 중단(기본값: 제한 없음)",
    # other doors
    "completion of commands, options and scenarios for a shell":
        "셸의 명령·옵션·시나리오 자동 완성",
    "the shell whose script is printed": "스크립트를 출력할 셸",
    "answers assistants over the Model Context Protocol, read-only, on stdin and stdout":
        "MCP(Model Context Protocol)로 보조 프로그램의 질의에 응답(읽기 전용, 표준 입출력)",
    "seconds that one answer may take, 1 to 3600": "답 하나에 쓸 수 있는 시간(초, 1~3600)",
}  # fmt: skip
"""English text → Korean."""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "solve": ("solve korea-2025", "solve korea-2025 --budget 20000 --json"),
    "evaluate": ("evaluate korea-2025 --plan plan.csv",),
    "extra": ("extra korea-2025 --amount 2000 --lift 2025",),
    "target": ("target korea-2025 --outcome attracted --at-least 20",),
    "prices": ("prices korea-2025 --set rules.gpu-floor.share=0.05",),
    "budget-curve": ("budget-curve korea-2025 --from 10000 --to 20000",),
    "trade-off": ("trade-off korea-2025 --between retained attracted",),
    "room": ("room korea-2025 --slack 0.05 --plans 3",),
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
