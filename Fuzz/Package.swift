// swift-tools-version: 6.2
import PackageDescription

/// Coverage-guided fuzz targets, a package of their own so that builds and tests of the program
/// never need a sanitizer. `make fuzz TARGET=edtf SECONDS=60` in the repository's root runs one.
let package = Package(
  name: "timeline-fuzz",
  dependencies: [.package(name: "timeline", path: "..")],
  targets: [
    .target(name: "CLibFuzzer"),
    .executableTarget(
      name: "fuzz-edtf",
      dependencies: ["CLibFuzzer", .product(name: "Chronology", package: "timeline")]),
    .executableTarget(
      name: "fuzz-tag",
      dependencies: ["CLibFuzzer", .product(name: "TimelineKit", package: "timeline")]),
    .executableTarget(
      name: "fuzz-query",
      dependencies: ["CLibFuzzer", .product(name: "TimelineKit", package: "timeline")]),
  ],
  swiftLanguageModes: [.v6]
)
