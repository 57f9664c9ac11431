import ArgumentParser
import Chronology
import TimelineIngest
import TimelineModel
import TimelineRendering

/// Finds the dates in texts, without a timeline folder.
struct TagCommand: ParsableCommand, TakesManyFiles {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Find and read the time expressions of texts.",
    discussion: """
      EXAMPLES
        timeline tag op-ed.txt
        timeline tag --jsonl --published 2018-05-07 op-ed.txt
        echo "They met in early April 2018." | timeline tag -
      """)

  @OptionGroup var documents: DocumentArguments

  @Flag(help: "One JSON object a line for every expression.")
  var jsonl = false

  @Flag(
    help: "List turning points (\"since the end of the Cold War\") too, which TIMEX3 does not.")
  var turningPoints = false

  func run() throws {
    let tagger = TimeTagger()
    let (jsonl, turningPoints) = (jsonl, turningPoints)
    try documents.printEach(hashing: false) { document in
      let expressions = tagger.tag(document, turningPoints: turningPoints)
      var output: [UInt8] = []
      output.reserveCapacity(expressions.count * (jsonl ? 200 : 40))
      var offsets = CodePointCounter(document.utf8)
      for expression in expressions {
        let begin = offsets.codePoint(atByte: expression.range.lowerBound)
        let end = offsets.codePoint(atByte: expression.range.upperBound)
        let text = String(decoding: document.utf8[expression.range], as: UTF8.self)
        if jsonl {
          Self.json(expression, document.name, begin, end, text).write(to: &output)
        } else {
          let reading = expression.date?.edtf ?? expression.value
          let line = "\(begin)–\(end)\t\(expression.kind.rawValue)\t\(reading)\t\(text)"
          output.append(contentsOf: line.split(separator: "\n").joined(separator: " ").utf8)
        }
        output.append(0x0a)
      }
      return output
    }
  }

  private static func json(
    _ expression: TimeExpression, _ document: String, _ begin: Int, _ end: Int, _ text: String
  ) -> JSONValue {
    var members: [(String, JSONValue)] = []
    members.reserveCapacity(12)
    members += [
      ("document", .string(document)), ("begin", .integer(begin)), ("end", .integer(end)),
      ("text", .string(text)), ("type", .string(expression.kind.rawValue)),
      ("value", .string(expression.value)),
    ]
    if let modifier = expression.modifier { members.append(("mod", .string(modifier))) }
    if let date = expression.date, let edtf = date.edtf {
      members.append(("edtf", .string(edtf)))
      members.append(("earliest", .optional(date.span.earliest?.description)))
      members.append(("latest", .optional(date.span.latest?.description)))
    }
    members.append(("rule", .string(expression.rule)))
    if let anchor = expression.anchor { members.append(("anchor", .string(anchor))) }
    return .object(members)
  }
}

/// Counts code points up to byte offsets that only grow.
struct CodePointCounter {
  private let bytes: [UInt8]
  private var byte = 0
  private var count = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func codePoint(atByte offset: Int) -> Int {
    while byte < offset {
      if bytes[byte] & 0xc0 != 0x80 { count += 1 }
      byte += 1
    }
    return count
  }
}
