# Everything sets up .venv by itself: Python 3.11+, git and make are enough; uv is used when it is there.
.DEFAULT_GOAL := help
.PHONY: help setup dataset baselines test prove fuzz mutation lint format lock schemas refresh audits clean

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

FUZZED ?= yaml json check anchors
FUZZ_SECONDS ?= 600
FUZZ := .environments/fuzzing

fuzz: ## Read any bytes under atheris, FUZZ_SECONDS a target; what it finds stands in .fuzzing/
	test -x $(FUZZ)/bin/python || $(PYTHON) -m venv $(FUZZ)
	$(FUZZ)/bin/python -m pip install --quiet --require-hashes -r tests/environments/fuzzing.lock
	for target in $(FUZZED); do mkdir -p .fuzzing/$$target && $(FUZZ)/bin/python -m tests.fuzz.running $$target \
		-max_total_time=$(FUZZ_SECONDS) -timeout=25 -seed=1 -max_len=2048 -artifact_prefix=.fuzzing/$$target- \
		.fuzzing/$$target tests/fuzz/seeds/$$target || exit 1; done

MUTATING := .environments/mutating

mutation: $(STAMP) ## Change the code of anchors one place at a time, and see whether a test notices (.mutation/)
	test -x $(MUTATING)/bin/mutmut || ($(PYTHON) -m venv $(MUTATING) && $(MUTATING)/bin/python -m pip install --quiet \
		--require-hashes -r requirements.lock -r tests/environments/mutating.txt)
	rm -rf .mutation && mkdir .mutation && cp -r factcheck tests examples pyproject.toml README.md LICENSE .mutation/
	cat tests/environments/mutating.toml >> .mutation/pyproject.toml
	cd .mutation && FACTCHECK_HYPOTHESIS=quick ../$(MUTATING)/bin/mutmut run && ../$(MUTATING)/bin/mutmut results

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
	$(BIN)/uv pip compile pyproject.toml tests/fuzz/requirements.in --python-version 3.11 --generate-hashes --no-annotate \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" -c requirements.lock -q \
		-o tests/environments/fuzzing.lock

schemas: $(STAMP) ## Write schemas/ anew from the records
	$(BIN)/python -m factcheck.schemas.writing schemas

refresh: $(STAMP) ## Write what README and architecture show anew: outputs, commands, floors
	$(BIN)/python -m tests.refreshing

audits: $(STAMP) ## Make docs/audits/ anew from the public files that FACTCHECK_SAMPLES has
	$(BIN)/python -m tests.audits

clean: ## Remove what was made
	rm -rf .venv .fuzzing .mutation .environments dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
