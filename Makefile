# `make demo` sets everything up and shows the program at work; `make test` runs every test.

PREFIX ?= /usr/local
RELEASE = --configuration release --static-swift-stdlib
LIBFUZZER = $(shell find $(dir $(shell realpath $(shell which swiftc)))../lib/clang -name 'libclang_rt.fuzzer_no_main-$(shell uname -m).a' | head -1)
# The frontend counts branches; the driver would link libFuzzer's main into every tool.
FUZZ = --configuration release -Xswiftc -Xfrontend -Xswiftc -sanitize=fuzzer -Xlinker $(LIBFUZZER) -Xlinker -lstdc++
TIMELINE = .build/release/timeline
SOURCES = Package.swift Plugins Sources Tests
CORPUS ?= $(TIMELINE_CORPORA)/corpora/ud-english

.PHONY: demo build test fuzz evaluate confidence lint format bench model types install dependencies clean

demo: build
	@rm -rf .build/demo && cp -R seeds/example .build/demo
	$(TIMELINE) rebuild --folder .build/demo
	$(TIMELINE) range 2014 2018 --folder .build/demo

dependencies:
	@scripts/install-dependencies

build: dependencies
	swift build $(RELEASE) --product timeline

test: dependencies
	swift test --disable-xctest

# One target (edtf, tag or query) for some seconds: make fuzz TARGET=tag SECONDS=600
TARGET ?= edtf
SECONDS ?= 60
fuzz:
	swift build $(FUZZ) --package-path Fuzz --scratch-path .build/fuzz --product fuzz-$(TARGET)
	mkdir -p .build/fuzz-corpus/$(TARGET)
	SWIFT_BACKTRACE=enable=no .build/fuzz/release/fuzz-$(TARGET) -max_total_time=$(SECONDS) \
	  -artifact_prefix=.build/fuzz-corpus/$(TARGET)- .build/fuzz-corpus/$(TARGET)

evaluate:
	swift test --disable-xctest --filter ArticleEvaluation

# Fits the weights behind --min-confidence to the open articles.
confidence:
	rm -rf .build/confidence && mkdir -p .build/confidence
	TIMELINE_CONFIDENCE_ROWS=.build/confidence swift test --disable-xctest --filter ArticleEvaluation
	scripts/fit-confidence .build/confidence/open.rows > .build/confidence/confidence.tsv
	cp .build/confidence/confidence.tsv Sources/TimelineIngest/Lexicons/english/confidence.tsv

lint:
	swift format lint --strict --recursive --parallel $(SOURCES)

format:
	swift format --in-place --recursive --parallel $(SOURCES)

# Ratios to peers in the same run; DuckDB comes from PyPI, and is skipped with a sentence without it.
bench: build
	swift build $(RELEASE) --product timeline-bench
	-@scripts/install-python .build/peers duckdb
	.build/release/timeline-bench

model:
	swift build $(RELEASE) --product timeline-train
	.build/release/timeline-train --corpus $(CORPUS) --own seeds/treebank/train.conllu \
		--own-dev seeds/treebank/dev.conllu --output Sources/CLanguageModel/english.model
	touch Sources/CLanguageModel/CLanguageModel.c

# The model that types events, from the marked prose of seeds/training.
types:
	swift build $(RELEASE) --product timeline-train
	.build/release/timeline-train types seeds/training/*.txt --output Sources/CLanguageModel/event-types.model
	touch Sources/CLanguageModel/CLanguageModel.c

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(TIMELINE) $(DESTDIR)$(PREFIX)/bin/timeline

clean:
	rm -rf .build
