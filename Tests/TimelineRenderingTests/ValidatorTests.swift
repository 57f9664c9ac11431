import Chronology
import Foundation
import Testing
import TimelineModel
import TimelineRendering
import TimelineTestSupport

/// Documents read by programs of other people: icalendar, JSON Schema, the Nu HTML checker, librsvg,
/// BibTeX, CSV and Markdown readers.
@Suite(.enabled(if: Validator.isInstalled, "not installed: scripts/install-test-tools"))
struct ValidatorTests {
  let contents = [
    EverythingTimeline.content, EverythingTimeline.empty, EverythingTimeline.many(1),
    EverythingTimeline.random(200, seed: 5),
  ]

  @Test func calendarsAreReadByICalendar() throws {
    for content in contents {
      let result = try Validator.read(RenderFormat.ics.text(content), as: "ics")
      #expect(result.problems.isEmpty)
      guard !content.entries.isEmpty else { continue }
      #expect(
        result.ids.sorted() == content.entries.map { $0.event.id + "@timeline.invalid" }.sorted())
      for (part, entry) in zip(result.parts, content.entries) {
        let date = entry.event.description.date
        #expect((part["kind"] as? String == "VEVENT") == date.isDated)
        let summary = part["summary"] as? String ?? ""
        #expect(summary.contains(VisibleText.line(entry.event.description.title)))
        for quote in entry.mentions.map(\.evidence.exact) {
          #expect((part["description"] as? String ?? "").contains(VisibleText.line(quote)))
        }
        guard let first = date.span.earliest, date.isDated else { continue }
        #expect(part["start"] as? String == first.description)
        // What is only about right must say so in words.
        if date.approximate { #expect(summary.hasPrefix("(~")) }
      }
    }
  }

  @Test func jsonFollowsItsSchema() throws {
    let schema = Repository.root.appending(path: "Documentation/event.schema.json").path
    for content in contents {
      for format in [RenderFormat.json, .jsonl] {
        let result = try Validator.read(format.text(content), as: format.rawValue, schema)
        #expect(result.problems.isEmpty)
        #expect(result.ids == content.entries.map(\.event.id))
      }
    }
    let wrong = RenderFormat.jsonl.text(contents[2]).replacing("\"occurred\"", with: "\"perhaps\"")
    #expect(try !Validator.read(wrong, as: "jsonl", schema).problems.isEmpty)
  }

  @Test func pagesPassTheNuChecker() throws {
    var pages = contents.prefix(3).map { HTMLRenderer().text($0) }
    pages.append(HTMLRenderer(mostParsedEvents: 10).text(contents[3]))
    pages.append(BriefRenderer(isHTML: true).text(contents[0]))
    for (index, page) in pages.enumerated() {
      let problems = try Validator.read(page, as: "html").problems
      #expect(problems == [], "page \(index)")
    }
    #expect(try !Validator.read(pages[0] + "<p></i>", as: "html").problems.isEmpty)
  }

  @Test func drawingsAreDrawnByLibrsvg() throws {
    for content in contents {
      for key in [nil, GroupKey.type, .document] {
        let text = SVGRenderer(width: 1000, groupBy: key).text(content)
        let result = try Validator.read(text, as: "svg")
        #expect(result.problems.isEmpty)
        #expect(result.values["width"] as? Int == 1000)
        #expect(text.contains("height=\"\(result.values["height"] as? Int ?? 0)"))
      }
    }
    #expect(try !Validator.read("<svg><g></svg>", as: "svg").problems.isEmpty)
  }

  @Test func tablesAndBibliographiesAreRead() throws {
    for content in contents {
      let table = try Validator.read(RenderFormat.csv.text(content), as: "csv")
      #expect(table.problems.isEmpty)
      #expect(table.ids == content.entries.map(\.event.id))
      let sources = try Validator.read(RenderFormat.bibtex.text(content), as: "bibtex")
      #expect(sources.problems.isEmpty)
      #expect(sources.ids.count == content.documents.count)
      let markdown = try Validator.read(RenderFormat.markdown.text(content), as: "markdown")
      #expect(markdown.problems.isEmpty)
      let rows = markdown.values["rows"] as? [[String]] ?? []
      #expect(rows.dropFirst().map { $0.last ?? "" } == content.entries.map(\.event.id))
      #expect(rows.allSatisfy { $0.count == 6 })
    }
  }
}

/// Runs `validate.py` in the environment that `scripts/install-test-tools` makes.
enum Validator {
  struct Result {
    var values: [String: Any]
    var problems: [String] { values["problems"] as? [String] ?? ["no answer"] }
    var parts: [[String: Any]] { values["events"] as? [[String: Any]] ?? [] }
    var ids: [String] { parts.map { $0["uid"] as? String ?? "" } }
  }

  private static let environment = Repository.root.appending(path: ".build/validators")

  static var isInstalled: Bool {
    FileManager.default.fileExists(atPath: environment.appending(path: "ready").path)
  }

  static func read(_ text: String, as format: String, _ schema: String = "") throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "v-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "document." + format)
    try Data(text.utf8).write(to: file)
    let output = folder.appending(path: "output")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = environment.appending(path: "bin/python")
    let script = Repository.root.appending(path: "Tests/TimelineRenderingTests/validate.py")
    process.arguments = [script.path, format, file.path] + (schema.isEmpty ? [] : [schema])
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    let object = try? JSONSerialization.jsonObject(with: Data(contentsOf: output))
    return Result(values: object as? [String: Any] ?? [:])
  }
}
