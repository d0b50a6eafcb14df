# The project's commands, the same on a desk and in CI. Windows: see README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
NODE_STAMP := tests/sharepoint/pnp/node_modules/.package-lock.json
WORKERS ?= auto

.PHONY: setup demo demo-sharepoint serve test soak check fix bench pictures score accuracy clean
setup: $(STAMP)

$(STAMP): pyproject.toml requirements.txt requirements-runtime.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --ignore-requires-python -r requirements-runtime.txt
	touch $(STAMP)

# PnPjs, an independent client of SharePoint, and Azurite, Microsoft's storage emulator: for tests and the SharePoint demo.
$(NODE_STAMP): tests/sharepoint/pnp/package.json tests/sharepoint/pnp/package-lock.json
	npm ci --prefix tests/sharepoint/pnp --ignore-scripts --no-audit --no-fund
	touch $@

demo: setup
	$(BIN)/dagordning demo demo

demo-sharepoint: setup $(NODE_STAMP)
	$(BIN)/python -m tests.sharepoint.demo

serve: setup $(NODE_STAMP)
	$(BIN)/python -m tests.host

test: setup $(NODE_STAMP)
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

soak: setup $(NODE_STAMP)
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -m "soak or not soak"

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

accuracy: setup
	$(BIN)/dagordning evaluate tests/corpus --write docs/accuracy.md

pictures: setup
	$(BIN)/python -m tests.pictures

bench: setup $(NODE_STAMP)
	$(BIN)/python -m tests.bench

clean:
	rm -rf demo build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
