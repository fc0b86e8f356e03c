# Meirim. `make` lists what there is to do.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

HOST ?= 127.0.0.1
PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
export HOST PORT

.PHONY: help setup run test check format messages guide lock

help: ## List the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: .data/run.stamp ## Make the environment and install what the site needs

.data/run.stamp: requirements.txt
	@echo "Setting up: an environment in .venv with what the site needs (a minute or two the first time)…"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed. Install it, then run: make $(MAKECMDGOALS) PYTHON=python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv \
		|| { rm -rf .venv; echo "Python cannot make environments here. Run: sudo apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt \
		|| { echo "Installing failed. Check the connection to the package index and run the same command again."; exit 1; }
	@mkdir -p .data && touch $@

run: setup ## Run the site with demonstration content at http://127.0.0.1:8000
	@bash .make/run

test: setup ## Install what the tests need and run everything
	@bash .make/test

check: .data/test.stamp ## Check the form of code and templates
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/djlint --quiet --check templates && $(BIN)/djlint --quiet --lint templates

.data/test.stamp: tests/requirements.txt | setup
	@echo "Setting up: what the tests need…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	@touch $@

format: .data/test.stamp ## Put code and templates into form
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format . ; $(BIN)/djlint --quiet --reformat templates || true

messages: ## Collect the messages of code and templates into both catalogues
	@$(BIN)/python manage.py makemessages --locale kk --locale ru --ignore '.venv/*' --ignore 'tests/*' --no-location --no-wrap

guide: .data/test.stamp ## Take the pictures of the editors' guide anew
	@bash .make/guide

lock: ## Lock the dependencies anew (needs uv)
	@uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command 'make lock' pyproject.toml -o requirements.txt
	@uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command 'make lock' pyproject.toml --group test -o tests/requirements.txt
