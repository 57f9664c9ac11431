import Foundation
import Testing
import TimelineModel
import TimelineRendering
import TimelineTestSupport

@Suite struct EventFormatTests {
  func expectSnapshot(_ text: String, _ name: String) throws {
    let difference = try Snapshot.difference(text, named: name, in: "TimelineRenderingTests")
    #expect(difference == nil)
  }

  @Test func tablesAtEveryWidth() throws {
    for width in [80, 120, 160] {
      let text = EventTable(width: width).text(EverythingTimeline.content)
      let wide = text.split(separator: "\n").filter { DisplayWidth.of($0) > width }
      #expect(wide.isEmpty, "\(width): \(wide)")
      try expectSnapshot(text, "table-\(width).txt")
    }
    try expectSnapshot(EventTable().text(EverythingTimeline.content), "table-file.txt")
    try expectSnapshot(EventTable(width: 80).text(EverythingTimeline.empty), "table-empty.txt")
  }

  @Test func noFormatLosesAnEventOrSteersATerminal() {
    for content in [EverythingTimeline.content, EverythingTimeline.many(500)] {
      let texts = [
        "table": EventTable(width: 80).text(content),
        "wide": EventTable(width: 120).text(content),
        "csv": DelimitedText.csv(EventFields.table(content.entries)),
        "tsv": DelimitedText.tsv(EventFields.table(content.entries)),
        "markdown": MarkdownText.table(EventFields.summary(content)),
        "json": EventJSON.array(content.entries), "jsonl": EventJSON.lines(content.entries),
      ]
      for (format, text) in texts {
        #expect(!text.utf8.contains(0x1b), "\(format)")
        #expect(!text.unicodeScalars.contains("\u{202e}") || format.hasPrefix("json"), "\(format)")
        // Whole ids: e_many1 is also the head of e_many10.
        let words = Set(text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
        let lost = content.entries.count { !words.contains($0.event.id) }
        #expect(lost == 0, "\(format)")
      }
    }
  }

  @Test func recordsOfEveryFormat() throws {
    let content = EverythingTimeline.content
    try expectSnapshot(EventJSON.lines(content.entries), "events.jsonl")
    try expectSnapshot(DelimitedText.csv(EventFields.table(content.entries)), "events.csv")
    try expectSnapshot(MarkdownText.table(EventFields.summary(content)), "events.md")
    let entry = content.entries[9]
    try expectSnapshot(EventDetails(width: 80).text(entry, in: content), "show.txt")
    let decisions = [
      EventExplanation.DecisionLine(id: "d_1", status: .applied, raw: "{\"action\":\"confirm\"}")
    ]
    try expectSnapshot(
      EventExplanation(width: 80).text(entry, in: content, decisions: decisions), "why.txt")
  }

  @Test func aSentenceWithTwoMentionsIsQuotedOnce() {
    let content = EverythingTimeline.content
    var entry = content.entries[3]
    var second = entry.mentions[0]
    second.id = "e_second"
    entry.mentions.append(second)
    #expect(entry.citations.map(\.id) == [entry.mentions[0].id])
    let text = EventDetails().text(entry, in: content)
    #expect(text.split(separator: "\n").count { $0.contains("Evidence of") } == 1)
  }

  @Test func jsonIsWhatTheSchemaSays() throws {
    let schema = try #require(
      JSONSerialization.jsonObject(
        with: Data(
          contentsOf: Repository.root.appending(path: "Documentation/event.schema.json")))
        as? [String: Any])
    let array = try #require(
      JSONSerialization.jsonObject(
        with: Data(EventJSON.array(EverythingTimeline.content.entries).utf8)) as? [Any])
    #expect(array.count == EverythingTimeline.content.entries.count)
    for (index, value) in array.enumerated() {
      let found = SchemaCheck(root: schema).problems(value, schema, path: "[\(index)]")
      #expect(found.isEmpty, "\(found)")
    }
    // The check itself must be able to fail.
    var broken = try #require(array.first as? [String: Any])
    broken["actuality"] = "certainly"
    broken["surplus"] = 1
    broken["id"] = nil
    #expect(SchemaCheck(root: schema).problems(broken, schema, path: "").count == 3)
  }
}

/// The keywords of JSON Schema 2020-12 that the schema of events uses.
struct SchemaCheck {
  let root: [String: Any]

  func problems(_ value: Any, _ schema: [String: Any], path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.split(separator: "/").last ?? "")
      guard let definitions = root["$defs"] as? [String: Any],
        let definition = definitions[name] as? [String: Any]
      else { return ["\(path): no definition \(name)"] }
      return problems(value, definition, path: path)
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let results = choices.map { problems(value, $0, path: path) }
      return results.contains { $0.isEmpty } ? [] : results.flatMap { $0 }
    }
    var found: [String] = []
    if let type = schema["type"] {
      let types = type as? [String] ?? [type as? String ?? ""]
      if !types.contains(where: { matches(value, $0) }) { return ["\(path): not \(types)"] }
    }
    if let allowed = schema["enum"] as? [String], let text = value as? String,
      !allowed.contains(text)
    {
      found.append("\(path): \(text) not allowed")
    }
    if let constant = schema["const"] as? Int, value as? Int != constant {
      found.append("\(path): not \(constant)")
    }
    if let object = value as? [String: Any] {
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      for name in schema["required"] as? [String] ?? [] where object[name] == nil {
        found.append("\(path).\(name): missing")
      }
      for (name, member) in object {
        if let property = properties[name] {
          found += problems(member, property, path: "\(path).\(name)")
        } else if schema["additionalProperties"] as? Bool == false {
          found.append("\(path).\(name): not in the schema")
        }
      }
    }
    if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, item) in array.enumerated() {
        found += problems(item, items, path: "\(path)[\(index)]")
      }
    }
    return found
  }

  private func matches(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "null": value is NSNull
    case "string": value is String
    case "object": value is [String: Any]
    case "array": value is [Any]
    default: value is NSNumber
    }
  }
}
