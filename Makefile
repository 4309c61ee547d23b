# Two commands matter: `make run` opens the program, `make test` sets up and checks everything.
# Both work on a fresh Debian 12 that has only Python 3.11, git and make; a second run sets nothing up again.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
READY := $(VENV)/ready
TS := $(wildcard translations/*.ts)
QM := $(TS:.ts=.qm)
UPGRADE ?=
KILLS ?= 200

.PHONY: help run test check format fault bench bundle test-release requirements translations clean
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help:
	@echo "make run           set up, make a demo store on first use, open the window"
	@echo "make test          set up, then lint, types, import contracts, translations and all tests"
	@echo "make check         the same checks without the tests (seconds)"
	@echo "make format        put the code in its standard form"
	@echo "make fault         $(KILLS) kills at random moments during entry (KILLS=n for another number)"
	@echo "make bench         start-up beside an empty window, the questionnaire engine beside its peers (JDK, node 20)"
	@echo "make bundle        the program as one folder in dist/, for machines without Python"
	@echo "make test-release  make the bundle and the wheel, start them, open a store"
	@echo "make translations  read the texts of the program into translations/*.ts"
	@echo "make requirements  pin the requirements of pyproject.toml anew (UPGRADE=--upgrade for the newest)"
	@echo "make clean         take away what was built and set up; stores stay"

# --- set-up ---------------------------------------------------------------------------------------------

$(BIN)/python:
	@.ci/python >/dev/null || .ci/system-packages python
	@python=$$(.ci/python) || { echo "Python 3.11 or later with its venv module is needed." >&2; exit 1; }; \
	echo "Making $(VENV) with $$python"; "$$python" -m venv $(VENV)

# A stamp means: these packages are in the environment, and the Debian packages they need are there.
$(READY)-run: requirements/build.txt requirements/runtime.txt pyproject.toml .ci/system-packages | $(BIN)/python
	@.ci/system-packages window
	@echo "Installing the program's packages into $(VENV)"
	@$(PIP) install --no-deps --only-binary :all: --require-hashes -r requirements/build.txt -r requirements/runtime.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(READY)-test: requirements/test.txt $(READY)-run
	@.ci/system-packages test
	@echo "Installing the test packages into $(VENV)"
	@$(PIP) install --no-deps --only-binary :all: --require-hashes -r requirements/test.txt
	@touch $@

$(READY)-release: requirements/release.txt $(READY)-run
	@.ci/system-packages release
	@echo "Installing the packages that make a bundle into $(VENV)"
	@$(PIP) install --no-deps --only-binary :all: --require-hashes -r requirements/release.txt
	@touch $@

translations/%.qm: translations/%.ts translations/compile.py | $(READY)-run
	@echo "Compiling the translations"
	@$(BIN)/python translations/compile.py

# --- the program ----------------------------------------------------------------------------------------

# The store gets its name only when it is whole.
demo-store: | $(READY)-run $(QM)
	@echo "Making a demo store in demo-store (invented enterprises and answers)"
	@rm -rf demo-store.part
	@$(BIN)/digiplan demo demo-store.part >/dev/null
	@mv demo-store.part demo-store

run: $(READY)-run $(QM) demo-store
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
	    echo "Opening DigiPlan on demo-store"; \
	    exec $(BIN)/digiplan --store demo-store; \
	else \
	    echo "There is no display (DISPLAY and WAYLAND_DISPLAY are empty), so no window can open."; \
	    echo "Touring the program offscreen instead: screenshots, a return and charts go to demo-output/"; \
	    exec $(BIN)/digiplan tour demo-store --out demo-output; \
	fi

# --- checks ---------------------------------------------------------------------------------------------

check: $(READY)-test $(QM)
	@echo "ruff: lint"
	@$(BIN)/ruff check --quiet
	@echo "ruff: format"
	@$(BIN)/ruff format --check --quiet || { $(BIN)/ruff format --check; echo "make format puts it right." >&2; exit 1; }
	@echo "mypy: types"
	@$(BIN)/mypy --no-error-summary
	@echo "import-linter: import contracts"
	@$(BIN)/lint-imports --no-logo >.import-contracts.log 2>&1 || { cat .import-contracts.log; exit 1; }

# pytest's closing line is the last line; the check that the translations are current is one of its tests.
test: check
	@echo "pytest: all tests"
	@$(BIN)/python -m pytest -q -n 2 --dist worksteal

format: $(READY)-test
	@$(BIN)/ruff check --quiet --fix-only
	@$(BIN)/ruff format --quiet

fault: $(READY)-test $(QM)
	@DIGIPLAN_KILLS=$(KILLS) $(BIN)/python -m pytest -q tests/end2end/test_kill_during_entry.py tests/store/test_kill.py

bench: $(READY)-test $(QM)
	@missed=0; \
	for script in bench/*.py; do echo "== $$script"; $(BIN)/python $$script || missed=1; done; \
	exit $$missed

# --- release --------------------------------------------------------------------------------------------

bundle: $(READY)-release $(QM)
	@echo "Making the one-folder bundle in dist/digiplan"
	@$(BIN)/pyinstaller --noconfirm --log-level WARN build.spec

test-release: $(READY)-test bundle
	@$(BIN)/python -m pytest -q tests/release

# --- upkeep ---------------------------------------------------------------------------------------------

requirements: $(READY)-release
	@$(BIN)/python requirements/compile.py $(UPGRADE)

translations: $(READY)-run
	@$(BIN)/python translations/compile.py --update

clean:
	@rm -rf $(VENV) build dist demo-output demo-store.part .import-contracts.log
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache translations/*.qm
