# Klachtbalie. 'make run' and 'make test' do all set-up themselves; 'make help' lists the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := help
export RASA_TELEMETRY_ENABLED = false
export TF_CPP_MIN_LOG_LEVEL = 3

APP := .venv/bin/python
ENGINE := .venv-engine/bin/python

.PHONY: help setup run test train evaluate thresholds compare bench check format lock clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1\t/' | expand -t 14

setup: ## Make both environments (only when the requirements changed)
	@scripts/setup

run: setup train ## Start everything and print the address
	@$(APP) -m bot.supervisor

test: setup ## Prove everything: lint, types, units, storage, conversations, browser
	@scripts/test

train: setup ## Train the model when data or configuration changed
	@$(ENGINE) -W ignore -m engine.train

evaluate: setup train ## Judge the live model and write var/evaluation/report.html
	@$(ENGINE) -W ignore -m engine.evaluate

thresholds: setup train ## Show what each price of a clarifying question would do
	@$(ENGINE) -W ignore -m engine.thresholds

compare: setup ## Train and judge rivals beside ours (hours: see docs/nlu.md for PIPELINES and EPOCHS)
	@$(ENGINE) -W ignore -m engine.compare $(PIPELINES) $(if $(EPOCHS),--epochs $(EPOCHS))

bench: setup ## Measure beside stock Rasa and print a table (QUICK=1: small and fast)
	@$(APP) -m bench

check: setup ## Check settings, database, engine and model
	@$(APP) -m bot check

format: setup ## Format and fix the code
	@.venv/bin/ruff format -q . && .venv/bin/ruff check -q --fix .

lock: setup ## Lock the requirements anew, with hashes and without addresses
	@scripts/lock

clean: ## Remove environments, models and caches (never var/)
	rm -rf .venv .venv-engine .venv-tools models/*.tar.gz models/current.json .mypy_cache .ruff_cache .pytest_cache
