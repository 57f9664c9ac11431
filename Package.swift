// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: language mode 6 (set below), the upcoming features that make
/// the arrows between modules visible to the compiler, and no warning left standing.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// Targets that turn text files of the repository (lexicons, migrations, reference data) into
/// `StaticString`s while building; which folders each takes is said in the plugin.
let embedText: [Target.PluginUsage] = [.plugin(name: "EmbedText")]

let package = Package(
  name: "timeline",
  products: [
    .executable(name: "timeline", targets: ["timeline"]),
    .library(name: "Chronology", targets: ["Chronology"]),
    .library(
      name: "TimelineKit",
      targets: [
        "TimelineModel", "DocumentReading", "TimelineIngest", "TimelineQuery", "TimelineStore",
        "TimelineRendering", "TimelineWorkspace",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .target(name: "Chronology", swiftSettings: strict),
    .target(name: "TimelineModel", dependencies: ["Chronology"], swiftSettings: strict),
    .target(
      name: "DocumentReading", dependencies: ["TimelineModel", "Chronology"],
      swiftSettings: strict),
    .target(
      name: "TimelineIngest", dependencies: ["Chronology", "TimelineModel", "CLanguageModel"],
      exclude: ["Lexicons"], swiftSettings: strict, plugins: embedText),
    .target(
      name: "TimelineQuery", dependencies: ["Chronology", "TimelineModel"], swiftSettings: strict),
    .target(
      name: "TimelineStore",
      dependencies: [
        "Chronology", "TimelineModel", "TimelineQuery",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict, plugins: embedText),
    .target(
      name: "TimelineRendering", dependencies: ["Chronology", "TimelineModel"],
      exclude: ["Page"], swiftSettings: strict, plugins: embedText),
    .target(
      name: "TimelineWorkspace",
      dependencies: [
        "Chronology", "TimelineModel", "DocumentReading", "TimelineIngest", "TimelineQuery",
        "TimelineStore",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "timeline",
      dependencies: [
        "Chronology", "TimelineModel", "DocumentReading", "TimelineIngest", "TimelineQuery",
        "TimelineStore", "TimelineRendering", "TimelineWorkspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "timeline-train",
      dependencies: [
        "TimelineIngest", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "timeline-bench",
      dependencies: [
        "Chronology", "TimelineModel", "TimelineIngest", "TimelineQuery", "TimelineStore",
        "TimelineRendering", "TimelineTestSupport",
      ],
      swiftSettings: strict),
    .target(name: "CLanguageModel", exclude: ["english.model", "event-types.model"]),
    .executableTarget(name: "embed-text", swiftSettings: strict),
    .plugin(name: "EmbedText", capability: .buildTool(), dependencies: ["embed-text"]),
    .target(
      name: "TimelineTestSupport", dependencies: ["Chronology", "TimelineModel"],
      swiftSettings: strict),
    .testTarget(
      name: "ChronologyTests", dependencies: ["Chronology", "TimelineTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TimelineModelTests", dependencies: ["TimelineModel", "TimelineTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TimelineIngestTests",
      dependencies: ["TimelineIngest", "TimelineModel", "Chronology", "TimelineTestSupport"],
      exclude: ["Articles", "TimeExpressions/Corpus"], swiftSettings: strict),
    .testTarget(
      name: "TimelineQueryTests",
      dependencies: ["TimelineQuery", "Chronology", "TimelineTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TimelineStoreTests",
      dependencies: [
        "TimelineStore", "TimelineQuery", "TimelineModel", "Chronology", "TimelineTestSupport",
      ],
      exclude: ["read-with.py"],
      swiftSettings: strict),
    .testTarget(
      name: "TimelineRenderingTests",
      dependencies: ["TimelineRendering", "TimelineModel", "Chronology", "TimelineTestSupport"],
      exclude: ["Snapshots", "overlaps.js", "validate.py"], swiftSettings: strict),
    .testTarget(
      name: "TimelineWorkspaceTests",
      dependencies: [
        "TimelineWorkspace", "DocumentReading", "TimelineIngest", "TimelineStore", "TimelineQuery",
        "TimelineModel", "Chronology", "TimelineTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["timeline", "TimelineTestSupport"],
      exclude: ["extractor-versions.py", "four-writers.py", "on-a-terminal.py", "Snapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "CatalogueTests", dependencies: ["TimelineTestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
