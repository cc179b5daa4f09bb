# Two commands do everything: `make run` draws all figures, `make test` checks the program.
SWIFT ?= swift

.DEFAULT_GOAL := help
.PHONY: run test build requirements format lint gallery clean help

help:
	@echo 'make run      install what is missing, build, draw every figure into plots/latest'
	@echo 'make test     install what is missing, run the tests'
	@echo 'make build    the release build only: .build/release/dlnn-sim'
	@echo 'make test-package  build and test a package of its own that adds plugins'
	@echo 'make test-browser  the live page and the report in a real browser'
	@echo 'make test-slurm  sweeps on a Slurm of one node, which it starts and ends'
	@echo 'make test-load  the live page under many requests at once;  make bench-browser  how fast it follows'
	@echo 'make gallery  draw the committed figures in plots/gallery anew'
	@echo 'make reference  write the page of all plugins and settings anew'
	@echo 'make install  install the program under PREFIX (/usr/local); make uninstall'
	@echo 'make sanitize run the tests under the address and the thread sanitizer'
	@echo 'make parity   train with PyTorch too and compare (SEED=… ETA=… GAMMA=… HIDDEN=… DATASET=…)'
	@echo 'make bench    measure every part;  make bench-peers  beside PyTorch, NumPy, JAX and gnuplot (ROUNDS=…)'
	@echo 'make bench-sweeps  sweeps beside PyTorch: runs per second, and on all processors (ROUNDS=…)'
	@echo 'make fuzz     feed a million inputs to every parser (FUZZ_RUNS=…)'
	@echo 'make docs     the reference documentation as a web site: .build-docs/site'
	@echo 'make format   format the sources;  make lint  check them'
	@echo 'make clean    remove the build folders'

run: build
	@.build/release/dlnn-sim

# So many tests at a time. All at once, which is what Swift does by itself, they wait long for processors and memory.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= $(shell echo $$((2 * $$(getconf _NPROCESSORS_ONLN))))

test: requirements
	$(SWIFT) test

# A package that depends on this one, as a reader's would: its plugins pass the checks, and its program has them.
EXAMPLE = --package-path Tests/ExamplePackage --scratch-path .build-example
.PHONY: test-package

test-package: requirements
	$(SWIFT) test $(EXAMPLE)
	$(SWIFT) run $(EXAMPLE) weather-sim --plugin week --plugin certainty --format none --output .build-example/run
	test -s .build-example/run/week/certainty.gp

build: requirements
	$(SWIFT) build -c release --product dlnn-sim

# What the committed maps show.
MAPS = --vary eta=20:320:16 --vary gamma=1e-12:10:14:log --vary seed=1...20 --epochs 400

# The program replaces only files that a run.json lists. Those of plots/analyses and plots/guide are not committed.
gallery: build
	@rm -rf plots/analyses plots/guide/penguin-fly
	@.build/release/dlnn-sim --quiet --output plots/gallery
	@.build/release/dlnn-sim --quiet --plugin penguin-fly --plugin illusion --plugin data --output plots/guide
	@.build/release/dlnn-sim --quiet --output plots/analyses --plugin shark-bones --plugin decomposition --plugin depth \
	  --plugin illusion-scan --plugin differentiation
	@rm -rf plots/maps/sweep.tsv plots/maps/sweep.json
	@.build/release/dlnn-sim sweep --quiet --output plots/maps $(MAPS)
	@echo 'The figures of the default run are in plots/gallery, those of further analyses in plots/analyses, and those of'
	@echo 'plugins/README.md in plots/guide, those of a sweep in plots/maps.'

# The committed maps are those of this program: 4,480 trainings, seconds in the release build.
.PHONY: check-maps

check-maps: build
	@made=$$(mktemp -d) && .build/release/dlnn-sim sweep --quiet --format none --output $$made $(MAPS) \
	  && diff --recursive --exclude='*.svg' --exclude='*.tsv' --exclude='*.json' --exclude='.*' plots/maps $$made && rm -r $$made \
	  && echo 'The scripts in plots/maps are those that this program writes.'

# The live page and the report in a real browser; then the page under many requests at once.
# make test-browser [TESTS="-k keyboard"]
BROWSER_PYTHON = .build-browser/bin/python
.PHONY: test-browser

test-browser: build $(BROWSER_PYTHON)
	@.ci/install-browser
	$(BROWSER_PYTHON) -m pytest -q -p no:cacheprovider Tests/Browser $(TESTS)

# The page under many requests at once, for SECONDS each. Asks addresses of this machine only.
.PHONY: test-load

test-load: build $(BROWSER_PYTHON)
	@.ci/install-browser
	@SECONDS_EACH=$(or $(SECONDS),10) $(BROWSER_PYTHON) Tests/Browser/load.py

# Job arrays on a real Slurm, which lives as long as the tests. It allows more tasks than most, so that long lists are tried.
# make test-slurm [TESTS="SlurmTests.test_the_script_can_be_submitted_by_hand"]
.PHONY: test-slurm

test-slurm: build
	@.ci/install-slurm
	$(if $(TESTS),,MAX_ARRAY_SIZE=5001 Tests/Slurm/local-cluster $(SWIFT) test --filter RealSlurmTests)
	Tests/Slurm/local-cluster python3 Tests/Slurm/test_slurm.py $(TESTS)

# How long the page takes to follow the hand. make bench-browser [MOVES=100]
.PHONY: bench-browser

bench-browser: build $(BROWSER_PYTHON)
	@.ci/install-browser
	@$(BROWSER_PYTHON) Tests/Browser/latency.py

# The README's picture of the page; pictures in the dark and on a narrow screen come into .build-browser/pictures.
.PHONY: page-pictures

page-pictures: build $(BROWSER_PYTHON)
	@.ci/install-browser
	@$(BROWSER_PYTHON) Tests/Browser/pictures.py

$(BROWSER_PYTHON): Tests/Browser/requirements.txt
	python3 -m venv .build-browser
	.build-browser/bin/pip install --quiet --disable-pip-version-check --requirement Tests/Browser/requirements.txt
	touch $(BROWSER_PYTHON)

# The page of all plugins and settings, from what they declare.
REFERENCE = Sources/PluginKit/PluginKit.docc/PluginsAndSettings.md
.PHONY: reference

reference: build
	@mkdir -p $(dir $(REFERENCE))
	@.build/release/dlnn-sim list --markdown > $(REFERENCE)

requirements:
	@SWIFT='$(SWIFT)' .ci/install-requirements

# Each sanitizer has a build folder of its own. The second test library (XCTest) is not used, and leaks in its own runner.
.PHONY: sanitize fuzz

# Swift has no undefined-behaviour sanitizer on Linux; its own checks for overflow and bounds are always on.
sanitize: sanitize-address sanitize-thread

sanitize-address: export LSAN_OPTIONS = suppressions=$(CURDIR)/Tests/leak-sanitizer.txt
# A lock that the sanitizer sees, see Mutex.swift.
sanitize-thread: SEEN_LOCKS = -Xswiftc -DTHREAD_SANITIZER
# The sanitizer maps a temporary file of its own, which a test that limits the size of files would cut short.
sanitize-thread: export TEST_TMPDIR = /nonexistent
sanitize-thread: export TSAN_OPTIONS = suppressions=$(CURDIR)/Tests/thread-sanitizer.txt atexit_sleep_ms=0

sanitize-%: requirements
	$(SWIFT) test --disable-xctest --sanitize=$* --scratch-path .build-$* $(SEEN_LOCKS)

# Inputs that lead somewhere new are kept in .build-fuzz, what breaks a parser as .build-fuzz/PARSER-crash-….
FUZZ_RUNS ?= 1000000

fuzz: requirements
	FUZZ=1 $(SWIFT) build -c release --product Fuzz --scratch-path .build-fuzz
	@set -e; for parser in $$(ls Tests/ParserChecks/Seeds); do \
	  echo "== $$parser"; mkdir -p .build-fuzz/inputs/$$parser; \
	  .build-fuzz/release/Fuzz $$parser .build-fuzz/inputs/$$parser Tests/ParserChecks/Seeds/$$parser \
	    -runs=$(FUZZ_RUNS) -max_len=4096 -timeout=10 -rss_limit_mb=1024 -verbosity=0 -print_final_stats=1 \
	    -artifact_prefix=.build-fuzz/$$parser-; \
	done

# Trains with PyTorch (a large download, into .build-parity) and with the program, and compares every epoch.
# make parity [DATASET=tree] [SEED=7] [ETA=50] [GAMMA=1e-6] [HIDDEN=30,30] [EPOCHS=300] [SET="levels=2 flip=0.1"]
PARITY_PYTHON = .build-parity/bin/python
.PHONY: parity

parity: build $(PARITY_PYTHON)
	@$(PARITY_PYTHON) Tests/Parity/parity.py .build/release/dlnn-sim \
	  $(if $(DATASET),--dataset $(DATASET)) $(if $(SEED),--seed $(SEED)) $(if $(ETA),--eta $(ETA)) \
	  $(if $(GAMMA),--gamma $(GAMMA)) $(if $(HIDDEN),--hidden $(HIDDEN)) $(if $(EPOCHS),--epochs $(EPOCHS)) \
	  $(foreach setting,$(SET),--set $(setting))

$(PARITY_PYTHON): Tests/Parity/requirements.txt
	python3 -m venv .build-parity
	.build-parity/bin/pip install --quiet --disable-pip-version-check --requirement Tests/Parity/requirements.txt
	touch $(PARITY_PYTHON)

# Measures with release builds, in a package of its own. make bench [FILTER="training loop"]
BENCHMARKS = --package-path Tests/Benchmarks --scratch-path .build-benchmarks
PEERS_PYTHON = .build-peers/bin/python
ROUNDS ?= 7
.PHONY: bench bench-peers bench-sweeps

bench: requirements
	$(SWIFT) package $(BENCHMARKS) benchmark $(if $(FILTER),--filter ".*$(FILTER).*")

# Installs PyTorch, JAX and Matplotlib (a large download, into .build-peers), and measures the same work in turns.
bench-peers: build $(PEERS_PYTHON)
	$(SWIFT) build -c release $(BENCHMARKS) --product PeerWorker
	@$(PEERS_PYTHON) Tests/Benchmarks/Peers/peers.py .build/release/dlnn-sim .build-benchmarks/release/PeerWorker \
	  --rounds $(ROUNDS)

# Sweeps beside the tutorial's loop, runs per second; and how well they use all processors.
bench-sweeps: build $(PEERS_PYTHON)
	@$(PEERS_PYTHON) Tests/Benchmarks/Peers/sweeps.py .build/release/dlnn-sim --rounds $(ROUNDS)

$(PEERS_PYTHON): Tests/Benchmarks/Peers/requirements.txt
	python3 -m venv .build-peers
	.build-peers/bin/pip install --quiet --disable-pip-version-check --requirement Tests/Benchmarks/Peers/requirements.txt
	touch $(PEERS_PYTHON)

# A warning, such as a link to nothing, fails. DOCS_BASE is the site's path on its web server:
# make docs DOCS_BASE=dlnn-sim for https://…/dlnn-sim/documentation/.
# The versions that other builds have resolved are put back: the documentation plugin is none of their business.
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
	@echo 'The documentation is in .build-docs/site. To read it:'
	@echo '  python3 -m http.server --directory .build-docs/site 8000'
	@echo 'and open http://localhost:8000/documentation/ in a browser.'

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests plugins

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests plugins
	@.ci/check-removals
	@mkdir -p .build && $(SWIFT)c -O -swift-version 6 .ci/check-rooms.swift -o .build/check-rooms && .build/check-rooms

clean:
	rm -rf .build .build-*

# What a reader installs: the program, completions for three shells, the manual page.
PREFIX ?= /usr/local
BINARY = $(DESTDIR)$(PREFIX)/bin/dlnn-sim
BASH_COMPLETION = $(DESTDIR)$(PREFIX)/share/bash-completion/completions/dlnn-sim
ZSH_COMPLETION = $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_dlnn-sim
FISH_COMPLETION = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/dlnn-sim.fish
MANUAL_PAGE = $(DESTDIR)$(PREFIX)/share/man/man1/dlnn-sim.1

.PHONY: install uninstall

install: build
	$(SWIFT) package plugin generate-manual >/dev/null
	install -d $(dir $(BINARY) $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION) $(MANUAL_PAGE))
	install -m 755 .build/release/dlnn-sim $(BINARY)
	.build/release/dlnn-sim --generate-completion-script bash > $(BASH_COMPLETION)
	.build/release/dlnn-sim --generate-completion-script zsh > $(ZSH_COMPLETION)
	.build/release/dlnn-sim --generate-completion-script fish > $(FISH_COMPLETION)
	install -m 644 .build/plugins/GenerateManual/outputs/dlnn-sim/dlnn-sim.1 $(MANUAL_PAGE)

uninstall:
	rm -f $(BINARY) $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION) $(MANUAL_PAGE)
