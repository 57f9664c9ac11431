# Everything is built with the same two scratch folders: .build (release and debug).
SWIFT_RELEASE = --configuration release --static-swift-stdlib
PREFIX ?= /usr/local
SOURCES = Package.swift Plugins Sources Tests

.PHONY: build test lint format clean

build:
	swift build $(SWIFT_RELEASE) --product timeline

test:
	swift test --disable-xctest

lint:
	swift format lint --strict --recursive --parallel $(SOURCES)

format:
	swift format --in-place --recursive --parallel $(SOURCES)

clean:
	rm -rf .build
