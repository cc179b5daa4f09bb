# Two commands do everything: `make run` draws all figures, `make test` checks the program.
SWIFT ?= swift

.DEFAULT_GOAL := help
.PHONY: run test build requirements format lint gallery clean help

help:
	@echo 'make run      install what is missing, build, draw every figure into plots/latest'
	@echo 'make test     install what is missing, run the tests'
	@echo 'make build    the release build only: .build/release/dlnn-sim'
	@echo 'make gallery  draw the committed figures in plots/gallery anew'
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
