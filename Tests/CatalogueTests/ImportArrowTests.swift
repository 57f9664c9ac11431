import Foundation
import Testing
import TimelineTestSupport

@Suite("Which module may import which")
struct ImportArrowTests {
  /// The allowed imports of every target; the table of Documentation/Architecture.md.
  static let allowed: [String: Set<String>] = [
    "Chronology": [],
    "TimelineModel": ["Chronology"],
    "DocumentReading": ["Chronology", "TimelineModel", "Foundation"],
    "TimelineIngest": ["Chronology", "TimelineModel", "CLanguageModel"],
    "TimelineQuery": ["Chronology", "TimelineModel"],
    "TimelineStore": [
      "Chronology", "TimelineModel", "TimelineQuery", "GRDB", "GRDBSQLite", "Foundation",
    ],
    "TimelineRendering": ["Chronology", "TimelineModel"],
    "TimelineWorkspace": [
      "Chronology", "TimelineModel", "DocumentReading", "TimelineIngest", "TimelineQuery",
      "TimelineStore", "Foundation",
    ],
    "timeline": [
      "Chronology", "TimelineModel", "DocumentReading", "TimelineIngest", "TimelineQuery",
      "TimelineStore", "TimelineRendering", "TimelineWorkspace", "ArgumentParser", "Foundation",
    ],
    "timeline-train": ["TimelineIngest", "ArgumentParser", "Foundation"],
    "timeline-bench": [
      "Chronology", "TimelineModel", "TimelineIngest", "TimelineQuery", "TimelineStore",
      "TimelineRendering", "Foundation", "TimelineTestSupport",
    ],
    "TimelineTestSupport": ["Chronology", "TimelineModel", "Foundation"],
    "embed-text": ["Foundation"],
    "CLanguageModel": [],
  ]

  /// What ships with the toolchain beside the standard library; allowed on the edges.
  static let system: Set<String> = ["Glibc", "Dispatch", "Synchronization"]
  static let edges: Set<String> = [
    "DocumentReading", "TimelineWorkspace", "TimelineStore", "timeline", "timeline-train",
    "timeline-bench", "TimelineTestSupport", "embed-text",
  ]

  @Test func everyImportIsAllowed() throws {
    let sources = Repository.root.appending(path: "Sources")
    let targets = try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted()
    #expect(targets.count >= 14)
    var imports = 0
    for target in targets where !target.hasPrefix(".") {
      let allowed = try #require(Self.allowed[target], "no arrows are written down for \(target)")
      for file in try swiftFiles(in: sources.appending(path: target)) {
        let text = try String(contentsOf: file, encoding: .utf8)
        for module in importedModules(in: text) {
          imports += 1
          let known =
            allowed.contains(module)
            || (Self.edges.contains(target) && Self.system.contains(module))
          #expect(known, "\(target) imports \(module) in \(file.lastPathComponent)")
        }
      }
    }
    #expect(imports > 9)
  }

  @Test func theReaderOfImportLinesSeesEveryForm() {
    let text = """
      import A
      public import B
      @testable import C
      internal import struct D.E
      // import F
      important import
      """
    #expect(importedModules(in: text) == ["A", "B", "C", "D"])
  }
}

/// All Swift files below a folder.
func swiftFiles(in folder: URL) throws -> [URL] {
  let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  return paths.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0) }
}

/// The modules that the import lines of a source file name.
func importedModules(in text: String) -> [String] {
  let kinds: Set<String> = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
  ]
  let access: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
  return text.split(separator: "\n").compactMap { line -> String? in
    var words = line.split(separator: " ").map(String.init)
    while let first = words.first, access.contains(first) || first.hasPrefix("@") {
      words.removeFirst()
    }
    guard words.count >= 2, words[0] == "import" else { return nil }
    let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
    return name.split(separator: ".").first.map(String.init)
  }
}
