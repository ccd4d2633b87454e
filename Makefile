# `make` alone lists what there is. Each target sets up all it needs; see README.md.

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
ARGS ?=

# What `make test` needs besides Python's packages: Java for the Nu HTML checker, libatomic1 for Playwright, nginx for
# the configuration that the site brings, and Liberation 2, which has the Vietnamese letters that 1 (fonts-liberation)
# lacks.
SYSTEM_PACKAGES := chromium-headless-shell default-jre-headless fonts-liberation2 libatomic1 libreoffice-calc \
  libreoffice-impress libreoffice-writer nginx poppler-utils

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help
.PHONY: help serve site offline test coverage bench audit sbom lock clean venv system

export LC_ALL := C.UTF-8
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export PIP_USER := 0
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
# Compiled modules are kept wherever they may be: hundreds of programs that tests start read them.
unexport PYTHONDONTWRITEBYTECODE PYTHONHOME PYTHONPATH
# The guide's test types `make` again: what was asked of this run is not asked of that one.
unexport ARGS
MAKEOVERRIDES =

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s  %s\n", $$1, $$2}' Makefile

serve: venv ## build the site and serve it on http://127.0.0.1:8000, again at every change
	@exec .venv/bin/python -m mkdocs serve --dev-addr $(ADDRESS) $(ARGS)

site: venv ## write the site to site/
	@exec .venv/bin/quyche build $(ARGS)

offline: venv ## write the whole site as one ZIP that works from a disk, without network
	@exec .venv/bin/quyche offline $(ARGS)

test: system venv ## run every check (ARGS="-k name -n 0" goes to pytest)
	@exec .venv/bin/python -m pytest $(ARGS)

coverage: system venv ## run every check and measure what of the program they run: at least 95 %
	@exec .venv/bin/python -m pytest --cov=quyche --cov-branch --cov-report=term:skip-covered --cov-fail-under=95 $(ARGS)

bench: system venv ## measure what all costs beside the stock theme, and write the figures into README.md
	@exec .venv/bin/python -m tests.bench

audit: ## ask a public database about known faults of the locked packages (needs the network)
	@$(find_python)
	rm -rf build/audit
	"$$python" -m venv build/audit
	build/audit/bin/python -m pip install --quiet pip-audit==$(PIP_AUDIT)
	if build/audit/bin/python -m pip_audit --requirement requirements.lock --require-hashes --disable-pip --strict \
	  --progress-spinner off $(ARGS); then
	  exit 0
	fi
	echo 'No clean bill: the lines above name known faults, or say that the database could not be asked.' >&2
	echo 'Without the database nothing is known: run `make audit` again where the network is.' >&2
	exit 1

sbom: venv ## write what the project is made of to build/sbom.json (CycloneDX)
	@mkdir -p build
	.venv/bin/python -m cyclonedx_py environment --pyproject pyproject.toml --spec-version 1.6 --output-reproducible \
	  --output-format JSON --output-file build/sbom.json $(ARGS) .venv

lock: ## choose versions anew where pyproject.toml asks for it (ARGS=--upgrade: everywhere)
	@$(find_python)
	if ! "$$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))'; then
	  echo 'The lock serves Python 3.11 too, so 3.11 must make it: `make lock PYTHON=/path/to/python3.11`.' >&2
	  exit 1
	fi
	rm -rf build/lock
	"$$python" -m venv build/lock
	build/lock/bin/python -m pip install --quiet pip-tools==$(PIP_TOOLS)
	CUSTOM_COMPILE_COMMAND='make lock' build/lock/bin/python -m piptools compile --quiet --extra test \
	  --build-deps-for editable --generate-hashes --allow-unsafe --no-strip-extras --no-emit-index-url \
	  --no-emit-trusted-host --no-emit-find-links --output-file requirements.lock $(ARGS) pyproject.toml
	rm -rf build/lock
	if grep -nE '://|file:/|--(extra-)?index|--find-links|--trusted|[ =]/' requirements.lock; then
	  echo 'requirements.lock names a host or a path (the lines above): it must not.' >&2
	  exit 1
	fi

clean: ## remove all that make made: site/, .venv, caches
	@rm -rf .venv site build .cache .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache hooks/*.egg-info
	find hooks tests -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

PIP_TOOLS := 7.6.2
PIP_AUDIT := 2.10.1

# The Python beneath any virtual environment: with .venv activated, `python3` is the one that is about to be removed.
define find_python
python=$$($(PYTHON) -c 'import sys; print(sys._base_executable if sys.version_info >= (3, 11) else "")') || python=
if [ -z "$$python" ]; then
  echo 'Python 3.11 or newer is needed: install it, or say where it is with `make PYTHON=/path/to/python3.11 ...`.' >&2
  exit 1
fi
endef

# What .venv was made from, by its own Python: no answer, or another one, if that does not run, is of another version,
# or if the folder was moved here.
define venv_key
import hashlib, pathlib, sys
files = [pathlib.Path(name).read_bytes() for name in ("pyproject.toml", "requirements.lock")]
print(sys.prefix, sys.implementation.cache_tag, hashlib.sha256(b"".join(files)).hexdigest())
endef
export venv_key

# Written last, .venv/made-from says that .venv is whole. The lock lets a second make wait until the first has made it.
venv:
	@exec 9< Makefile
	flock 9
	key=$$(.venv/bin/python -c "$$venv_key" 2> /dev/null) || key=
	if [ -n "$$key" ] && [ "$$key" = "$$(cat .venv/made-from 2> /dev/null)" ]; then exit 0; fi
	$(find_python)
	echo 'Making .venv from requirements.lock ...'
	rm -rf .venv
	if "$$python" -c 'import ensurepip' 2> /dev/null; then
	  "$$python" -m venv .venv
	  pip=(.venv/bin/python -m pip)
	elif "$$python" -m pip --version > /dev/null 2>&1; then # Debian without python3-venv
	  "$$python" -m venv --without-pip .venv
	  pip=("$$python" -m pip --python .venv/bin/python)
	else
	  echo "$$python has no pip: install Debian's package python3-venv (apt-get install python3-venv)." >&2
	  exit 1
	fi
	"$${pip[@]}" install --quiet --require-hashes -r requirements.lock
	"$${pip[@]}" install --quiet --no-deps --no-build-isolation -e .
	rm -rf hooks/quyche.egg-info # left by the installation; with it there, tools see the project twice
	.venv/bin/python -c "$$venv_key" > .venv/made-from

system: ## install the Debian packages that the tests need, and say which
	@missing=()
	for package in $(SYSTEM_PACKAGES); do
	  if [ "$$package" = default-jre-headless ] && java -version > /dev/null 2>&1; then continue; fi
	  status=$$(dpkg-query -W -f '$${db:Status-Status}' "$$package" 2> /dev/null) || status=
	  [ "$$status" = installed ] || missing+=("$$package")
	done
	if [ $${#missing[@]} = 0 ]; then exit 0; fi
	if ! command -v apt-get > /dev/null; then
	  echo "The tests need these packages (Debian's names), and there is no apt-get to install them: $${missing[*]}" >&2
	  exit 1
	fi
	as_root=(env DEBIAN_FRONTEND=noninteractive)
	if [ "$$(id -u)" != 0 ]; then
	  if [ -z "$(filter system,$(MAKECMDGOALS))" ] && [ -t 0 ] && [ "$${CI:-}" != true ]; then # a person, who did not ask
	    echo "The tests need these Debian packages: $${missing[*]}" >&2
	    echo 'Nothing has been installed. `make system` does it, with sudo.' >&2
	    exit 1
	  fi
	  if ! command -v sudo > /dev/null || ! { [ -t 0 ] || sudo -n true 2> /dev/null; }; then
	    echo "The tests need these Debian packages, and only root can install them: $${missing[*]}" >&2
	    echo "As root: apt-get update && apt-get install --no-install-recommends $${missing[*]}" >&2
	    exit 1
	  fi
	  as_root=(sudo "$${as_root[@]}")
	fi
	echo "make system: the tests need these Debian packages, which are now installed: $${missing[*]}"
	case " $${missing[*]} " in *" nginx "*) # only its program is wanted: no server may start, now or with the machine
	  if [ ! -e /usr/sbin/policy-rc.d ]; then
	    trap '"$${as_root[@]}" rm -f /usr/sbin/policy-rc.d' EXIT
	    printf '#!/bin/sh\nexit 101\n' | "$${as_root[@]}" install -m 755 /dev/stdin /usr/sbin/policy-rc.d
	  fi
	esac
	"$${as_root[@]}" dpkg --configure -a # after an interrupted installation
	"$${as_root[@]}" apt-get -qq update
	"$${as_root[@]}" apt-get -qq install --yes --no-install-recommends \
	  -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 "$${missing[@]}" < /dev/null > /dev/null
	case " $${missing[*]} " in *" nginx "*)
	  "$${as_root[@]}" update-rc.d nginx disable
	esac
