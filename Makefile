# make run    start it; options in ARGS, such as make run ARGS="--port 9000"
# make test   every test that proves a promise; finds or installs a browser first
#             side by side, a core each, and once more by itself what fails; ARGS="--numprocesses 0" runs them one after the other
# make browsers  Firefox and WebKitGTK from Debian's packages; make test then tries the basics in them, too
# make check  the whole gate: style, types in both languages, JavaScript tests, make floors, then make test
# make floors  the tests without a browser, once with the lowest versions that pyproject.toml names
# make lock   after a change of requirements.txt: which files may be installed; ARGS="--upgrade" for newer ones
# make soak   the long tests: ten minutes (SOAK=600) of comings and goings, thirty kills, half a minute in a pocket
# make visual NAME=rain  a folder for a visual of your own, which runs; see docs/visuals.md
# make docs  the tables of README.md and PROTOCOL.md from the code; make protocol, what the browser knows of it
# make recordings  what the previews in the gallery do
# make bench  measure the relay against its peers; options in ARGS, such as make bench ARGS="--quick"
PYTHON ?= python3
BIN := .venv/bin
SIDE_BY_SIDE := --numprocesses auto --maxprocesses 4 --dist loadfile
# A shared machine can be too slow for four browsers side by side: what failed there must hold by itself.
ALONE := { [ $$? -eq 1 ] && $(BIN)/python -m pytest --last-failed --last-failed-no-failures none $(ARGS); }
SOAK ?= 600
KILLS ?= 30

.PHONY: run test browsers check floors lock style types js smoke soak bench visual protocol docs vendor pictures recordings clean

run: .venv/run
	@$(BIN)/python -m controller_app $(ARGS)

test: .venv/dev
	$(BIN)/python -m tools.find_browser --install
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) $(ARGS) || $(ALONE)

browsers: .venv/dev
	@$(BIN)/python -m tools.other_browsers

check: style types js floors test

floors: .venv-floors/ready
	.venv-floors/bin/python -m pytest tests $(SIDE_BY_SIDE) --ignore tests/browser --ignore tests/faults --ignore tests/conformance

lock: .venv/dev
	$(BIN)/python -m tools.lock $(ARGS)

style: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/dev node_modules
	$(BIN)/mypy
	npx --no-install tsc -p tsconfig.json

js: node_modules
	node --test tests/js/

smoke: .venv/dev benchmarks/node_modules
	$(BIN)/python -m pytest -m smoke

soak: .venv/dev
	$(BIN)/python -m tools.find_browser --install
	SOAK_SECONDS=$(SOAK) KILLS=$(KILLS) POCKET_SECONDS=30 NO_NETWORK_SECONDS=5 $(BIN)/python -m pytest -s --timeout=1200 \
		tests/faults/test_a_long_evening_leaves_nothing.py tests/faults/test_a_kill_shows_no_tap_twice.py \
		tests/browser/test_comings_and_goings.py $(ARGS)

bench: .venv/dev benchmarks/node_modules
	$(BIN)/python -m tools.find_browser --install
	@$(BIN)/python -m benchmarks $(ARGS)

visual: .venv/dev
	@$(BIN)/python -m tools.new_visual $(NAME) $(DIR)

protocol: .venv/dev
	$(BIN)/python -m tools.write_protocol
	$(BIN)/python -m tools.write_sentences

pictures: .venv/dev
	$(BIN)/python -m tools.pictures

recordings: .venv/dev
	$(BIN)/python -m tools.recordings

docs: .venv/dev
	$(BIN)/python -m tools.write_docs

vendor: .venv/dev
	$(BIN)/python -m tools.vendor

clean:
	rm -rf .venv .venv-floors node_modules benchmarks/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The marks say which requirements the environment holds; a changed list installs anew.
.venv/bin/python .venv-floors/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(@D:/bin=)

.venv/run: requirements.txt requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m tools.install requirements
	@touch $@

.venv/dev: requirements-dev.txt requirements-dev.lock requirements.txt pyproject.toml | .venv/bin/python
	$(BIN)/python -m tools.install requirements-dev
	@touch $@

.venv-floors/ready: requirements-dev.txt pyproject.toml | .venv-floors/bin/python
	.venv-floors/bin/python -m tools.install floors
	@touch $@

node_modules: package.json package-lock.json
	npm ci --silent --no-audit --no-fund
	@touch $@

benchmarks/node_modules: benchmarks/package.json benchmarks/package-lock.json
	@command -v npm >/dev/null || { echo "The load generator needs Node and npm; see https://nodejs.org."; exit 1; }
	npm ci --prefix benchmarks --silent --no-audit --no-fund
	@touch $@
