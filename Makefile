# `make run` and `make test` are all a newcomer needs; `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: run test check format bench screenshots lock clean help

PYTHON_HERE := .venv/bin/python
WORKERS ?= 2

run: ## Serve the application on http://127.0.0.1:5000 (PORT=8000 changes the port)
	@.ci/environment.sh requirements.lock
	@exec $(PYTHON_HERE) -m pprg

test: ## Run every test (TESTS="tests/web -k sign" runs some of them; WORKERS=2)
	@.ci/environment.sh requirements-dev.lock
	@.ci/system-packages.sh
	@$(PYTHON_HERE) -m pytest -n $(WORKERS) $(TESTS)

check: ## Style, types, arrows between rooms, templates
	@.ci/environment.sh requirements-dev.lock
	$(PYTHON_HERE) -m ruff check
	$(PYTHON_HERE) -m ruff format --check
	$(PYTHON_HERE) -m mypy
	.venv/bin/lint-imports --no-cache
	.venv/bin/djlint templates --lint --quiet

format: ## Put the Python files into the house style
	@.ci/environment.sh requirements-dev.lock
	$(PYTHON_HERE) -m ruff check --fix --exit-zero --quiet
	$(PYTHON_HERE) -m ruff format

bench: ## Measure against limits taken in the same run (BENCH_JSON=FILE also writes rows)
	@.ci/environment.sh requirements-dev.lock
	$(PYTHON_HERE) -m benchmarks.run

screenshots: ## Take the pictures in docs/pictures/ from the demo data
	@.ci/environment.sh requirements-dev.lock
	@.ci/system-packages.sh
	$(PYTHON_HERE) -m docs.take_screenshots

lock: ## Write both lock files from pyproject.toml (UPGRADE=1 takes the newest versions)
	@.ci/environment.sh requirements-dev.lock
	@.ci/lock.sh

clean: ## Remove the virtual environment and what tools leave behind (never var/, the data)
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'
