# make demo   set up and open the example desk
# make test   set up and run every test and check
# make test-parser   install the optional parser too and run its tests
# Needs Python >= 3.11 with venv; PYTHON=... chooses one, VENV=... says where the environment lives.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready

.PHONY: demo test test-parser check unit lint types contracts bench clean

demo: $(READY)
	@$(BIN)/factcheck demo

test: $(READY) check

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "factcheck needs Python 3.11 or newer; try make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@touch $@

check: lint types contracts unit

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

contracts:
	PYTHONPATH=. $(BIN)/lint-imports --no-cache

unit:
	PYTHONPATH=. $(BIN)/python -m pytest -n auto --dist loadfile

test-parser: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[parser]"
	PYTHONPATH=. $(BIN)/python -m pytest tests/parse

bench: $(READY)
	$(BIN)/python -m tests.bench

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis snapshot_report.html
