# Every command a person needs; `make` alone lists them.
.DEFAULT_GOAL := help
SHELL := /bin/sh

PYTHON ?= python3
PORT ?= 8501
JOBS ?= 2
FAULTS ?= 300
SEED ?= 1
VENV := .venv
BIN := $(VENV)/bin
SOURCES := pyproject.toml constraints.txt
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input -c constraints.txt

.PHONY: help run test check words docs pictures bench mutants browser clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile
	@echo "Variables: PYTHON=$(PYTHON) (3.11 to 3.14)  PORT=$(PORT)  JOBS=$(JOBS) (test processes)"

run: $(VENV)/.ready-run ## install what is needed and open the planner's desk
	@echo "The desk opens on http://localhost:$(PORT) (stop it with Ctrl+C)"
	@$(BIN)/talent-budget app --port $(PORT)

test: $(VENV)/.ready-test ## the whole test suite, browser tests included when a Chromium is there
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadfile

check: $(VENV)/.ready-test ## style, types, import contracts, spelling, documentation
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/codespell
	@$(BIN)/python -m docs.making

docs: $(VENV)/.ready-test ## the documentation, to be read without network: build/docs/index.html
	@$(BIN)/python -m docs.making

pictures: $(VENV)/.ready-test ## the pictures of the desk in docs/ taken anew (needs a Chromium)
	@REQUIRE_BROWSER=1 $(BIN)/python -m pytest -q tests/docs/test_pictures.py --regold

words: $(VENV)/.ready-test ## bring the catalogues of messages up to date with the code, and compile them
	@$(BIN)/python -m optimizer.i18n

bench: $(VENV)/.ready-bench ## side-by-side measurements, printed as tables
	@set -e; for file in benchmarks/[a-z]*.py; do echo "== $$file"; $(BIN)/python "$$file"; done

mutants: $(VENV)/.ready-mutants ## seeded small faults in a copy: does a test notice each? (hours; goes on where it stopped; FAULTS, SEED)
	@$(BIN)/python -m benchmarks.mutants --faults $(FAULTS) --seed $(SEED) --jobs $(JOBS)

browser: ## install Debian's Chromium and Korean letters for the browser tests
	@command -v apt-get >/dev/null || { \
	  echo "This machine has no apt-get: install Chromium by hand and set CHROMIUM to its path." >&2; exit 1; }
	@$(SUDO) apt-get update -qq
	@$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	  chromium fonts-noto-cjk

clean: ## remove the environment, the caches and what was built
	@rm -rf $(VENV) build dist out .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- set-up: once, and again only when pyproject.toml or constraints.txt changed ------------------
$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "There is no '$(PYTHON)'. On Debian or Ubuntu: sudo apt-get install python3 python3-venv" >&2; \
	  echo "Or name another Python: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' || { \
	  echo "Python 3.11, 3.12, 3.13 or 3.14 is needed; '$(PYTHON)' is $$($(PYTHON) -V 2>&1)." >&2; \
	  echo "Name another Python: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "Python's venv module is missing. On Debian or Ubuntu:" >&2; \
	  echo "  sudo apt-get install python3-venv" >&2; exit 1; }
	@echo "Creating $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready-run: $(SOURCES) | $(BIN)/python
	@echo "Installing the optimizer (a few minutes the first time) …"
	@$(INSTALL) -e .
	@touch $@

$(VENV)/.ready-test: $(SOURCES) | $(BIN)/python
	@echo "Installing the optimizer and its test tools (a few minutes the first time) …"
	@$(INSTALL) -e '.[test,docs,distributed]'
	@touch $@

$(VENV)/.ready-bench: $(SOURCES) | $(BIN)/python
	@echo "Installing the optimizer and what the benchmarks compare with …"
	@$(INSTALL) -e '.[bench]'
	@touch $@

$(VENV)/.ready-mutants: $(SOURCES) | $(BIN)/python
	@echo "Installing the optimizer, its test tools and what draws small faults …"
	@$(INSTALL) -e '.[test,mutants]'
	@touch $@
