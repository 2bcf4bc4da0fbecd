# Two commands on a fresh machine (Debian, Python 3.11, git, make): `make run` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
LOCK := --generate-hashes --universal --python-version 3.11 --no-emit-index-annotation --no-header --upgrade --quiet

.PHONY: run test check bench lock clean help postgresql

run: $(VENV)/run.stamp  ## the main job: a table of award records, and out/articles.jsonl and out/records.csv
	@$(BIN)/extractor run

test: $(VENV)/dev.stamp postgresql  ## all tests
	@$(BIN)/python -m pytest

check: $(VENV)/dev.stamp  ## style, types and the examples of the patterns
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/extractor patterns check

bench: $(VENV)/dev.stamp  ## how fast, against spaCy as it comes
	@$(BIN)/python -m bench

lock:  ## pin the newest dependencies that pyproject.toml allows
	@$(PYTHON) -m venv build/lock && build/lock/bin/python -m pip install --quiet uv
	@build/lock/bin/uv pip compile $(LOCK) --extra build -o requirements.lock pyproject.toml
	@build/lock/bin/uv pip compile $(LOCK) --extra build --extra notify --extra dev -o requirements-dev.lock pyproject.toml

postgresql:  # what the tests of the store run on besides SQLite; without it they are skipped and say so
	@command -v postgres >/dev/null || ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing PostgreSQL for the tests ..."; \
		{ apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql; } \
			>/dev/null 2>&1 || echo "PostgreSQL could not be installed: its tests are skipped" >&2; \
	else \
		echo "PostgreSQL is missing: its tests are skipped; \`apt-get install postgresql\` as root lets them run" >&2; \
	fi

clean:  ## everything that was made
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*##  *\(.*\)/make \1\t\2/p' Makefile

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "extractor needs Python 3.11 or newer; \
	name one with: make PYTHON=python3.11 ...")'
	@$(PYTHON) -m venv $(VENV) || { echo "python3-venv is missing: apt-get install python3-venv" >&2; exit 1; }

$(VENV)/run.stamp: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing what extractor needs into $(VENV) ..."
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/run.stamp
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@
