# Everyday verbs. `make run` and `make test` need python3 (3.11-3.13), python3-venv and make; nothing else.
SHELL := /bin/sh
BIN := .venv/bin
TEST_WORKERS ?= 2

# The newest Python that really starts: a version manager's stand-in may be there and yet fail.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && echo $$p && break; done)

.PHONY: run test lint format coverage bench doors faults fuzz guards proofs mutants season screenshots pages messages requirements clean help

help:  ## show the verbs
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

run: .venv/.runtime  ## build, fill and start the demo town; Ctrl-C stops it
	@$(BIN)/python manage.py run

test: lint  ## the guards, then every test, against a real PostgreSQL and Redis
	$(BIN)/python -m pytest -n $(TEST_WORKERS) $(PYTEST)

lint: export JOBPLANETEN_MODE = test
lint: .venv/.dev  ## format, style, types, import contracts, templates
	$(BIN)/ruff format --check --output-format concise .
	$(BIN)/ruff check --output-format concise .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	find templates -name '*.html' -exec $(BIN)/djade --check --target-version 5.2 {} +

format: .venv/.dev  ## put code and templates into the house's form
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	find templates -name '*.html' -exec $(BIN)/djade --target-version 5.2 {} + || true

pages: .venv/.dev  ## every page of every role in the browser, by day and by night; minutes
	EVERY_PAGE_BY_NIGHT=1 $(BIN)/python -m pytest tests/journeys/test_every_page.py -n $(TEST_WORKERS) $(PYTEST)

messages: .venv/.dev  ## compile the catalogues of words
	$(BIN)/python -c 'import pathlib, polib; [polib.pofile(str(f)).save_as_mofile(str(f.with_suffix(".mo"))) for f in pathlib.Path("jobplaneten/locale").rglob("*.po")]'

coverage: .venv/.dev  ## every test with branch coverage; pages in test-output/coverage/html
	@mkdir -p test-output/coverage && rm -f test-output/coverage/data*
	$(BIN)/coverage run -m pytest -n $(TEST_WORKERS) $(PYTEST)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage html --quiet --directory test-output/coverage/html
	$(BIN)/coverage report

bench: .venv/.dev  ## what a judgement of the law costs, one by one, for a town and while somebody types, and where a night spends its seconds; minutes
	$(BIN)/python -m tests.law.bench
	$(BIN)/python -m pytest tests/employers/bench.py -q -s
	$(BIN)/python -m pytest tests/matching/bench.py -q -s

faults: .venv/.dev  ## kill workers, broker and database in the middle of a night; minutes
	$(BIN)/python -m pytest tests/faults tests/demo -m faults $(PYTEST)

doors: .venv/.dev  ## what the table of doors tries, tried with everybody at every door; minutes
	$(BIN)/python -m pytest tests/house tests/fuzz/test_forms.py -m doors -n $(TEST_WORKERS) $(PYTEST)

season: .venv/.dev  ## live from August to February through the real actions, and through the screens of all four; minutes
	$(BIN)/python -m pytest tests/season tests/journeys -m season $(PYTEST)

guards: export GUARDS_OUTPUT = $(CURDIR)/test-output/guards
guards: .venv/.dev  ## take every guard away, one at a time, and see that a test notices; goes on where it was; an hour
	$(BIN)/python -m tests.guards.planting
	cd test-output/guards/tree && nice -n 10 $(CURDIR)/$(BIN)/python -m pytest tests/guards/trial.py tests/guards/trial_who.py tests/guards/trial_lines.py -q -n0 -p no:randomly || true
	cd test-output/guards/tree && nice -n 10 $(CURDIR)/$(BIN)/python -m tests.guards.second_round || true
	$(BIN)/python -m tests.guards.noting

fuzz: .venv/.dev  ## hostile words in every field of every form of everybody; goes on where it was; an hour
	$(BIN)/python -m pytest tests/fuzz/everything.py -q $(PYTEST)

proofs: .venv/.dev  ## what must hold of the law for any job, tried on 20,000 jobs each; half an hour
	$(BIN)/python -m pytest tests/law -n $(TEST_WORKERS) --hypothesis-profile thorough $(PYTEST)

MUTANTS ?= jobplaneten.law.rules* jobplaneten.law.calendar*
mutants: .venv/.dev  ## change the law in a thousand small ways, and see that a test notices each; minutes
	$(BIN)/python -m tests.mutants.copying
	cd test-output/mutants && nice -n 19 $(CURDIR)/$(BIN)/mutmut run $(foreach one,$(MUTANTS),"$(one)")
	$(BIN)/python -m tests.mutants.counting

screenshots: .venv/.dev  ## the browser journeys; pictures in test-output/screenshots
	@rm -f test-output/screenshots/*.png
	SCREENSHOTS=1 $(BIN)/python -m pytest tests/journeys $(PYTEST)
	@ls test-output/screenshots/*.png

COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links
requirements: .venv/.dev  ## pin anew from the .in files; UPGRADE=--upgrade takes newer releases
	@command -v uv >/dev/null || { $(PYTHON) -m venv .venv/uv && .venv/uv/bin/pip install --quiet uv; }
	PATH="$$PWD/.venv/uv/bin:$$PATH" UV_SYSTEM_CERTS=1 $(COMPILE) $(UPGRADE) requirements.in -o requirements.txt
	PATH="$$PWD/.venv/uv/bin:$$PATH" UV_SYSTEM_CERTS=1 $(COMPILE) $(UPGRADE) -c requirements.txt requirements-scale.in -o requirements-scale.txt
	PATH="$$PWD/.venv/uv/bin:$$PATH" UV_SYSTEM_CERTS=1 $(COMPILE) $(UPGRADE) -c requirements-scale.txt requirements-dev.in -o requirements-dev.txt

clean:  ## remove what make has built; the demo town in var/ stays
	rm -rf .venv test-output .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ── the environment ─────────────────────────────────────────────────────────
# One stamp per requirements file: it is installed again only when it has changed.
.venv/.runtime: requirements.txt
	$(call install,$<)
	@touch $@

.venv/.dev: requirements-dev.txt
	$(call install,$<)
	@touch .venv/.runtime $@

define install
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 or 3.13 is needed, and none was found."; exit 1; }
	@$(BIN)/python -c '' 2>/dev/null || { rm -rf .venv; $(PYTHON) -m venv .venv >/dev/null; } || \
		{ rm -rf .venv; echo "$(PYTHON) cannot make an environment: apt-get install python3-venv"; exit 1; }
	@echo "Installing $(1) …"
	@{ command -v uv >/dev/null && UV_SYSTEM_CERTS=1 uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1); } || \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1)
endef
