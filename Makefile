# Everything sets up .venv by itself: Python 3.11+, git and make are enough; uv is used when it is there.
.DEFAULT_GOAL := help
.PHONY: help setup dataset baselines test prove lint format lock schemas refresh audits clean

PYTHON ?= python3
BIN := .venv/bin
UV := $(shell command -v uv 2>/dev/null)
STAMP := .venv/.installed

help: ## Say what each target does
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(STAMP) ## Set up .venv from requirements.lock

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("factcheck needs Python 3.11 or later") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv --clear .venv
ifeq ($(UV),)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
else
	$(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
endif
	$(BIN)/python -m compileall -q factcheck
	@touch $@

dataset: $(STAMP) ## Check data/ and build the release in dist/
	$(BIN)/factcheck build data -o dist

baselines: $(STAMP) ## Score the simple systems on data/ anew, into data/baselines.json
	$(BIN)/factcheck baselines data -o data/baselines.json

test: $(STAMP) ## Run the whole test suite
	$(BIN)/python -m pytest -n auto

prove: $(STAMP) ## Slow proofs against the real thing: kills, servers, browsers, other versions
	$(BIN)/python -m pytest -m prove

lint: $(STAMP) ## Style, strict types, and imports that only go down
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP) ## Put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(STAMP) ## Renew requirements.lock: every version with its hashes
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-annotate \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --upgrade -o requirements.lock
	for name in tests/environments/*.in; do $(BIN)/uv pip compile $$name --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --upgrade -q \
		-o $${name%.in}.txt; done

schemas: $(STAMP) ## Write schemas/ anew from the records
	$(BIN)/python -m factcheck.schemas.writing schemas

refresh: $(STAMP) ## Write what README and architecture show anew: outputs, commands, floors
	$(BIN)/python -m tests.refreshing

audits: $(STAMP) ## Make docs/audits/ anew from the public files that FACTCHECK_SAMPLES has
	$(BIN)/python -m tests.audits

clean: ## Remove what was made
	rm -rf .venv .environments dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
