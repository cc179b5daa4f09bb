# Two commands do everything: `make run` draws all figures, `make test` checks the program.
SWIFT ?= swift

.DEFAULT_GOAL := help
.PHONY: run test build requirements format lint gallery clean help

help:
	@echo 'make run      install what is missing, build, draw every figure into plots/latest'
	@echo 'make test     install what is missing, run the tests'
	@echo 'make build    the release build only: .build/release/dlnn-sim'
	@echo 'make gallery  draw the committed figures in plots/gallery anew'
	@echo 'make install  install the program under PREFIX (/usr/local); make uninstall'
	@echo 'make format   format the sources;  make lint  check them'
	@echo 'make clean    remove the build folder'

run: build
	@.build/release/dlnn-sim

test: requirements
	$(SWIFT) test

build: requirements
	$(SWIFT) build -c release --product dlnn-sim

gallery: build
	@.build/release/dlnn-sim --quiet --output plots/gallery
	@echo 'The figures of the default run are in plots/gallery.'

requirements:
	@SWIFT='$(SWIFT)' .ci/install-requirements

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests plugins

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests plugins

clean:
	rm -rf .build

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
