# Two commands do everything: `make run` draws all figures, `make test` checks the program.
SWIFT ?= swift

.DEFAULT_GOAL := help
.PHONY: run test build requirements format lint gallery clean help

help:
	@echo 'make run      install requirements, build, draw all figures into plots/latest'
	@echo 'make test     install requirements, run the tests'
	@echo 'make build    only the release build: .build/release/dlnn-sim'
	@echo 'make test-package  build and test a separate package that adds plugins'
	@echo 'make test-browser  test the live page and the report in a real browser'
	@echo 'make test-python  test the Python package and its notebooks'
	@echo 'make test-slurm  test sweeps on a one-node Slurm cluster, started for the tests'
	@echo 'make test-load  test the live page under heavy load;  make bench-browser  measure how fast it responds'
	@echo 'make gallery  redraw the committed figures in plots/gallery'
	@echo 'make reference  rewrite the reference page of all plugins and settings'
	@echo 'make install  install the program under PREFIX (/usr/local);  make uninstall  remove it'
	@echo 'make packages  build a Python wheel, a Debian package and a relocatable archive in .build-packages'
	@echo 'make test-packages  install, run and remove each of them in a bare Debian (as root)'
	@echo 'make sanitize run the tests under the address and the thread sanitizer'
	@echo 'make parity   train with PyTorch too and compare (SEED=… ETA=… GAMMA=… HIDDEN=… DATASET=…)'
	@echo 'make bench    measure every part;  make bench-peers  compare with PyTorch, NumPy, JAX and gnuplot (ROUNDS=…)'
	@echo 'make bench-sweeps  compare sweeps with PyTorch: runs per second, scaling over processors (ROUNDS=…)'
	@echo 'make bench-growth  measure how time and memory of a training grow with its sizes (ROUNDS=…)'
	@echo 'make fuzz     feed a million inputs to every parser (FUZZ_RUNS=…)'
	@echo 'make docs     build the reference documentation as a web site: .build-docs/site'
	@echo 'make format   format the sources;  make lint  check them'
	@echo 'make clean    remove the build folders'

run: build
	@.build/release/dlnn-sim

# Limits how many tests run at a time. By default Swift runs all at once, and they wait long for processors and memory.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= $(shell echo $$((2 * $$(getconf _NPROCESSORS_ONLN))))

test: requirements
	$(SWIFT) test

# A package that depends on this one, as a user's would: its plugins pass the checks, and its program includes them.
EXAMPLE = --package-path Tests/ExamplePackage --scratch-path .build-example
.PHONY: test-package

test-package: requirements
	$(SWIFT) test $(EXAMPLE)
	$(SWIFT) run $(EXAMPLE) weather-sim --plugin week --plugin certainty --format none --output .build-example/run
	test -s .build-example/run/week/certainty.gp

# Packages are built in another folder, with other flags.
SCRATCH = .build
# With the Swift libraries inside, the program starts in two thirds of the time. Some installations have no static ones, and on
# other systems than Linux they are part of the system.
STATIC_LIBRARIES = $(wildcard $(dir $(realpath $(shell command -v $(SWIFT))))../lib/swift_static)
STATIC = $(if $(filter Linux,$(shell uname)),$(if $(STATIC_LIBRARIES),--static-swift-stdlib))
RELEASE = -c release --scratch-path $(SCRATCH) $(STATIC) $(FLAGS)

build: requirements
	$(SWIFT) build $(RELEASE) --product dlnn-sim

# The sweep of the committed maps.
MAPS = --vary eta=20:320:16 --vary gamma=1e-12:10:14:log --vary seed=1...20 --epochs 400

# Another, of a history: how often the new item is shown among the old ones, and how fast it is learned.
HISTORY_MAPS = --plugin new-item-interleaved --vary 'phase2.frequency.Oak=1:64:7:log' --vary phase2.eta=2:32:5:log \
  --vary seed=1...20

# A third, of a noisy teacher: how well a network can generalize.
GENERALIZATION_MAPS = --plugin teacher --vary signal=0.5:5:10 --vary noise=0.25:2.5:10 --vary seed=1...5

# The program replaces only files that a run.json lists. The run.json of plots/analyses and plots/guide are not committed.
gallery: build
	@rm -rf plots/analyses plots/guide/penguin-fly
	@.build/release/dlnn-sim --quiet --output plots/gallery
	@.build/release/dlnn-sim --quiet --plugin penguin-fly --plugin illusion --plugin data --output plots/guide
	@.build/release/dlnn-sim --quiet --output plots/analyses --plugin shark-bones --plugin beyond-linear --plugin decomposition --plugin depth \
	  --plugin illusion-scan --plugin differentiation --plugin induction --plugin typicality
	@rm -rf plots/maps plots/histories plots/history-maps
	@.build/release/dlnn-sim sweep --quiet --output plots/maps $(MAPS)
	@.build/release/dlnn-sim --quiet --output plots/histories --plugin new-item --plugin new-item-interleaved --plugin new-tree \
	  --plugin revised-item --plugin reversal --plugin forgetting
	@rm -rf plots/penguin
	@.build/release/dlnn-sim --quiet --output plots/penguin --plugin penguin-fly --plugin forgetting --phase without=Penguin \
	  --phase 'only=Penguin until=0.01'
	@.build/release/dlnn-sim sweep --quiet --output plots/history-maps $(HISTORY_MAPS)
	@rm -rf plots/generalization plots/generalization-maps
	@.build/release/dlnn-sim --quiet --output plots/generalization --plugin teacher --plugin generalization
	@.build/release/dlnn-sim sweep --quiet --output plots/generalization-maps $(GENERALIZATION_MAPS)
	@plots/papers/draw $(CURDIR)/.build/release/dlnn-sim
	@made=$$(mktemp -d) && .build/release/dlnn-sim --quiet --output $$made/run --plugin shark-bones --plugin illusion \
	  --plugin modes --plugin loss --plugin rsa && mkdir -p plots/course && rm -f plots/course/sharks.html \
	  && .build/release/dlnn-sim report $$made/run --output plots/course/sharks.html > /dev/null && rm -r $$made
	@echo 'Figures: plots/gallery (default run), plots/analyses (further analyses), plots/guide (plugins/README.md),'
	@echo 'plots/maps (a sweep), plots/histories, plots/penguin and plots/history-maps (one thing taught after another),'
	@echo 'plots/generalization and plots/generalization-maps (a noisy teacher), plots/papers (figures of a paper).'

# Checks that this program writes the committed maps: 4,480 trainings, seconds in the release build.
.PHONY: check-maps

check-maps: build
	@made=$$(mktemp -d) && .build/release/dlnn-sim sweep --quiet --format none --output $$made $(MAPS) \
	  && diff --recursive --exclude='*.svg' --exclude='*.tsv' --exclude='*.json' --exclude='.*' plots/maps $$made && rm -r $$made \
	  && echo 'The scripts in plots/maps are up to date.'

# Tests the live page and the report in a real browser.
# make test-browser [TESTS="-k keyboard"]
BROWSER_PYTHON = .build-browser/bin/python
.PHONY: test-browser

test-browser: build $(BROWSER_PYTHON)
	@.ci/install-browser
	$(BROWSER_PYTHON) -m pytest -q -p no:cacheprovider Tests/Browser $(TESTS)

# Tests the Python package and its notebooks with the release build.
# make test-python [TESTS="-k sweep"]
PYTHON = .build-python/bin/python
.PHONY: test-python

test-python: build $(PYTHON)
	cd Sources/Python && $(abspath .build-python/bin)/ruff check --no-cache . && $(abspath .build-python/bin)/ruff format --check --no-cache . \
	  && $(abspath .build-python/bin)/mypy --cache-dir $(abspath .build-python/mypy)
	DLNN_SIM=$(CURDIR)/.build/release/dlnn-sim PYTHONPATH=Sources/Python $(PYTHON) -m pytest -q -p no:cacheprovider \
	  -c Sources/Python/pyproject.toml --rootdir Sources/Python Sources/Python/tests $(TESTS)

$(PYTHON): Sources/Python/pyproject.toml
	python3 -m venv .build-python
	.build-python/bin/pip install --quiet --disable-pip-version-check numpy pytest pandas xarray mypy ruff \
	  ipykernel ipywidgets nbclient nbformat
	touch $(PYTHON)

# Tests the page under many simultaneous requests, for SECONDS each. Connects to this machine only.
.PHONY: test-load

test-load: build $(BROWSER_PYTHON)
	@.ci/install-browser
	@SECONDS_EACH=$(or $(SECONDS),10) $(BROWSER_PYTHON) Tests/Browser/load.py

# Tests job arrays on a real Slurm, started for the tests. It allows more tasks than most, to test long lists.
# make test-slurm [TESTS="SlurmTests.test_the_script_can_be_submitted_by_hand"]
.PHONY: test-slurm

test-slurm: build
	@.ci/install-slurm
	$(if $(TESTS),,MAX_ARRAY_SIZE=5001 Tests/Slurm/local-cluster $(SWIFT) test --filter RealSlurmTests)
	Tests/Slurm/local-cluster python3 Tests/Slurm/test_slurm.py $(TESTS)

# Measures how fast the page responds to a slider. make bench-browser [MOVES=100]
.PHONY: bench-browser

bench-browser: build $(BROWSER_PYTHON)
	@.ci/install-browser
	@$(BROWSER_PYTHON) Tests/Browser/latency.py

# Takes the README's screenshot of the page; dark and narrow versions go into .build-browser/pictures.
.PHONY: page-pictures

page-pictures: build $(BROWSER_PYTHON)
	@.ci/install-browser
	@$(BROWSER_PYTHON) Tests/Browser/pictures.py

$(BROWSER_PYTHON): Tests/Browser/requirements.txt
	python3 -m venv .build-browser
	.build-browser/bin/pip install --quiet --disable-pip-version-check --requirement Tests/Browser/requirements.txt
	touch $(BROWSER_PYTHON)

# The reference page of all plugins and settings, generated from their declarations, and the glossary.
REFERENCE = Sources/PluginKit/PluginKit.docc/PluginsAndSettings.md
GLOSSARY = Sources/CommandLineTool/CommandLineTool.docc/Glossary.md
.PHONY: reference

reference: build
	@mkdir -p $(dir $(REFERENCE))
	@.build/release/dlnn-sim list --markdown > $(REFERENCE)
	@.build/release/dlnn-sim list --glossary > $(GLOSSARY)

requirements:
	@SWIFT='$(SWIFT)' .ci/install-requirements

# Each sanitizer has its own build folder. XCTest is disabled: it is not used, and its runner leaks memory.
.PHONY: sanitize fuzz

# Swift has no undefined-behaviour sanitizer on Linux; its checks for overflow and bounds are always on.
sanitize: sanitize-address sanitize-thread

sanitize-address: export LSAN_OPTIONS = suppressions=$(CURDIR)/Tests/leak-sanitizer.txt
# Uses a lock that the sanitizer can see; see Mutex.swift.
sanitize-thread: SEEN_LOCKS = -Xswiftc -DTHREAD_SANITIZER
# The sanitizer maps a temporary file, which a test that limits the size of files would truncate.
sanitize-thread: export TEST_TMPDIR = /nonexistent
sanitize-thread: export TSAN_OPTIONS = suppressions=$(CURDIR)/Tests/thread-sanitizer.txt atexit_sleep_ms=0

sanitize-%: requirements
	$(SWIFT) test --disable-xctest --sanitize=$* --scratch-path .build-$* $(SEEN_LOCKS)

# Inputs that reach new code are kept in .build-fuzz; crashes are saved as .build-fuzz/PARSER-crash-….
FUZZ_RUNS ?= 1000000

fuzz: requirements
	FUZZ=1 $(SWIFT) build -c release --product Fuzz --scratch-path .build-fuzz
	@set -e; for parser in $$(ls Tests/ParserChecks/Seeds); do \
	  echo "== $$parser"; mkdir -p .build-fuzz/inputs/$$parser; \
	  .build-fuzz/release/Fuzz $$parser .build-fuzz/inputs/$$parser Tests/ParserChecks/Seeds/$$parser \
	    -runs=$(FUZZ_RUNS) -max_len=4096 -timeout=10 -rss_limit_mb=1024 -verbosity=0 -print_final_stats=1 \
	    -artifact_prefix=.build-fuzz/$$parser-; \
	done

# Trains with PyTorch (a large download, into .build-parity) and with this program, and compares every epoch.
# make parity [DATASET=tree] [SEED=7] [ETA=50] [GAMMA=1e-6] [HIDDEN=30,30] [EPOCHS=300] [SET="levels=2 flip=0.1"]
#             [OPTIONS="--unit relu --bias --momentum 0.9 --batch 2 --decay 1e-3 --ratio 2 --frequency Oak=4"]
PARITY_PYTHON = .build-parity/bin/python
.PHONY: parity

parity: build $(PARITY_PYTHON)
	@$(PARITY_PYTHON) Tests/Parity/parity.py .build/release/dlnn-sim \
	  $(if $(DATASET),--dataset $(DATASET)) $(if $(SEED),--seed $(SEED)) $(if $(ETA),--eta $(ETA)) \
	  $(if $(GAMMA),--gamma $(GAMMA)) $(if $(HIDDEN),--hidden $(HIDDEN)) $(if $(EPOCHS),--epochs $(EPOCHS)) \
	  $(foreach setting,$(SET),--set $(setting)) $(OPTIONS)

$(PARITY_PYTHON): Tests/Parity/requirements.txt
	python3 -m venv .build-parity
	.build-parity/bin/pip install --quiet --disable-pip-version-check --requirement Tests/Parity/requirements.txt
	touch $(PARITY_PYTHON)

# Runs the benchmarks in release builds, from a separate package. make bench [FILTER="training loop"]
BENCHMARKS = --package-path Tests/Benchmarks --scratch-path .build-benchmarks
PEERS_PYTHON = .build-peers/bin/python
ROUNDS ?= 7
.PHONY: bench bench-peers bench-sweeps

bench: requirements
	$(SWIFT) package $(BENCHMARKS) benchmark $(if $(FILTER),--filter ".*$(FILTER).*")

# Installs PyTorch, JAX and Matplotlib (a large download, into .build-peers), and measures the same work alternately.
bench-peers: build $(PEERS_PYTHON)
	$(SWIFT) build -c release $(BENCHMARKS) --product PeerWorker
	@$(PEERS_PYTHON) Tests/Benchmarks/Peers/peers.py .build/release/dlnn-sim .build-benchmarks/release/PeerWorker \
	  --rounds $(ROUNDS)

# Compares sweeps with the tutorial's loop (runs per second), and measures scaling over processors.
bench-sweeps: build $(PEERS_PYTHON)
	@$(PEERS_PYTHON) Tests/Benchmarks/Peers/sweeps.py .build/release/dlnn-sim --rounds $(ROUNDS)

# Measures how time and memory of a training grow with each of its sizes.
.PHONY: bench-growth

bench-growth: build
	@python3 Tests/Benchmarks/growth.py .build/release/dlnn-sim --rounds $(ROUNDS)

$(PEERS_PYTHON): Tests/Benchmarks/Peers/requirements.txt
	python3 -m venv .build-peers
	.build-peers/bin/pip install --quiet --disable-pip-version-check --requirement Tests/Benchmarks/Peers/requirements.txt
	touch $(PEERS_PYTHON)

# Warnings, such as broken links, are errors. DOCS_BASE is the site's path on its web server:
# make docs DOCS_BASE=dlnn-sim for https://…/dlnn-sim/documentation/.
# Package.resolved is restored afterwards, because other builds do not need the documentation plugin.
DOCS_TARGETS = LearningDynamics TutorialExercises Experiments PluginKit Gnuplot GSL CommandLineTool PluginConformance \
  Explorer Sweeps Support
DOCS_BASE ?= /
.PHONY: docs

docs: requirements
	@mkdir -p .build-docs; rm -f .build-docs/resolved; \
	[ ! -f Package.resolved ] || cp -p Package.resolved .build-docs/resolved; \
	trap 'rm -f Package.resolved; [ ! -f .build-docs/resolved ] || mv .build-docs/resolved Package.resolved' EXIT; \
	trap 'exit 130' INT TERM; \
	DOCS=1 $(SWIFT) package --scratch-path .build-docs --allow-writing-to-directory .build-docs/site \
	  generate-documentation $(DOCS_TARGETS:%=--target %) --enable-experimental-combined-documentation \
	  --warnings-as-errors --transform-for-static-hosting --hosting-base-path $(DOCS_BASE) --output-path .build-docs/site
	@echo 'The documentation is in .build-docs/site. To read it, run'
	@echo '  python3 -m http.server --directory .build-docs/site 8000'
	@echo 'and open http://localhost:8000/documentation/ in a browser.'

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests plugins

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests plugins
	@.ci/check-removals
	@.ci/check-words
	@mkdir -p .build && $(SWIFT)c -O -swift-version 6 .ci/check-rooms.swift -o .build/check-rooms && .build/check-rooms

clean:
	rm -rf .build .build-*

# Installs the program, its manual page, completions for three shells, and example datasets.
PREFIX ?= /usr/local
SHARE = $(DESTDIR)$(PREFIX)/share
BINARY = $(DESTDIR)$(PREFIX)/bin/dlnn-sim
BASH_COMPLETION = $(SHARE)/bash-completion/completions/dlnn-sim
ZSH_COMPLETION = $(SHARE)/zsh/site-functions/_dlnn-sim
FISH_COMPLETION = $(SHARE)/fish/vendor_completions.d/dlnn-sim.fish
MANUAL_PAGE = $(SHARE)/man/man1/dlnn-sim.1
EXAMPLES = $(SHARE)/doc/dlnn-sim/examples
# The page carries the date of the last commit, so that equal sources give equal files.
MANUAL_DATE = $(or $(shell git log -1 --format=%cs 2>/dev/null),$(shell date +%Y-%m-%d))

.PHONY: install uninstall packages test-packages

install: build
	$(SWIFT) build $(RELEASE) --product generate-manual
	install -d $(dir $(BINARY) $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION) $(MANUAL_PAGE)) $(EXAMPLES)
	install -m 755 $(SCRATCH)/release/dlnn-sim $(BINARY)
	$(BINARY) --generate-completion-script bash > $(BASH_COMPLETION)
	$(BINARY) --generate-completion-script zsh > $(ZSH_COMPLETION)
	$(BINARY) --generate-completion-script fish > $(FISH_COMPLETION)
	$(SCRATCH)/release/generate-manual $(BINARY) --date $(MANUAL_DATE) --output-directory - > $(MANUAL_PAGE)
	install -m 644 $(wildcard plugins/datasets/*.yaml plugins/datasets/*.csv) $(EXAMPLES)

uninstall:
	rm -f $(BINARY) $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION) $(MANUAL_PAGE)
	rm -f $(addprefix $(EXAMPLES)/,$(notdir $(wildcard plugins/datasets/*.yaml plugins/datasets/*.csv)))
	rmdir $(EXAMPLES) $(SHARE)/doc/dlnn-sim 2>/dev/null || true

# A wheel, a Debian package and an archive that need no Swift.
PACKAGES_PYTHON = .build-packages/python/bin/python

packages: requirements $(PACKAGES_PYTHON)
	@.ci/install-packaging binutils
	@MAKE='$(MAKE)' Packaging/build

test-packages:
	@Packaging/test --check
	@$(MAKE) --no-print-directory packages build
	@Packaging/test

$(PACKAGES_PYTHON): Packaging/requirements.txt
	python3 -m venv .build-packages/python
	.build-packages/python/bin/pip install --quiet --disable-pip-version-check --requirement Packaging/requirements.txt
	touch $(PACKAGES_PYTHON)
