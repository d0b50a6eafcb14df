# The project's commands, the same on a desk and in CI. Windows: see README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
WORKERS ?= auto

.PHONY: setup demo test soak check fix bench score clean
setup: $(STAMP)

$(STAMP): pyproject.toml requirements.txt requirements-runtime.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --ignore-requires-python -r requirements-runtime.txt
	touch $(STAMP)

demo: setup
	$(BIN)/dagordning demo demo

test: setup
	$(BIN)/python -m pytest -n $(WORKERS) -m "not soak"

soak: setup
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -n $(WORKERS)

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m templates.build --check

fix: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

score: setup
	$(BIN)/python -m tests.scoring

bench: setup
	$(BIN)/python -m tests.bench

clean:
	rm -rf demo build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
