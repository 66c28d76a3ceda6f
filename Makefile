# What Haven can be asked to do. Each line says it; the work is in packaging/.
.PHONY: help run test test-all fuzz check bench films release

help: ## say what can be asked for
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' Makefile | expand -t 16

run: ## set up what is missing, build, and serve on 127.0.0.1:3000 with people to try
	@packaging/run.sh

test: ## every test, in real Chromium too
	@packaging/test.sh

test-all: ## the same with twenty times as many chance cases, and ten minutes of each fuzz target
	@PROPTEST_CASES=5120 packaging/test.sh
	@packaging/fuzz.sh 600

fuzz: ## look for bytes that break the reading of a course, a minute for each target
	@packaging/fuzz.sh 60

check: ## format, lints for server and browser, documentation, licences: no warning allowed
	@packaging/check.sh

bench: ## weigh the pages, time the start, and write docs/performance.md
	@packaging/bench.sh

films: ## film the courses' animations anew, from the pages in end2end/films
	@packaging/films.sh

release: ## build `haven`, one file with everything inside, and print its path last
	@packaging/release.sh
