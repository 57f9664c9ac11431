import Foundation
import Testing
import TimelineModel
import TimelineTestSupport

@testable import TimelineWorkspace

@Suite("Written lines are what the published schema says")
struct DecisionSchemaTests {
  /// Every line that two hundred random decisions write, and one of every kind with every part.
  private func lines() throws -> [String] {
    let folder = try StoryDocuments.folder()
    var people = RandomDecisions(seed: RandomDecisions.seed())
    for _ in 0..<10 {
      _ = try Workspace.decide(in: folder.folder, command: "test") {
        snapshot throws(WorkspaceError) in
        var made: [Decision] = []
        for _ in 0..<20 { if let one = try people.next(snapshot) { made.append(one) } }
        return made
      }
    }
    let written = String(decoding: try folder.bytes("decisions.jsonl"), as: UTF8.self)
    return written.split(separator: "\n").map(String.init)
      + DecisionFileTests.everyKind.map { DecisionLine.encode(DecisionFileTests.decision($0)) }
  }

  @Test func theSchemaHoldsForEveryLine() throws {
    let check = try SchemaCheck(documentation: "decisions.schema.json")
    let lines = try lines()
    #expect(lines.count > 200)
    for line in lines {
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      #expect(check.problems(value) == [], "\(line)")
      let object = try #require(value as? [String: Any])
      for name in ["v", "id", "by", "at"] { #expect(object[name] != nil, "\(line)") }
    }
    // The check itself must be able to fail.
    let broken: [String: Any] = [
      "v": 2, "id": "x", "action": "edit", "field": "date", "surplus": 1,
    ]
    #expect(check.problems(broken).count >= 6, "\(check.problems(broken))")
  }

  @Test func anotherValidatorSaysTheSame() throws {
    let python = try BuiltProgram.shell("python3 -c 'import jsonschema'", in: Repository.root)
    guard python.status == 0 else {
      print("skipped: no python3 with jsonschema to hold the lines against the schema")
      return
    }
    let folder = try TemporaryFolder()
    try folder.write("lines", try lines().joined(separator: "\n"))
    try folder.write(
      "check.py",
      """
      import json, sys
      import jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      count = 0
      for line in open("lines"):
          for error in validator.iter_errors(json.loads(line)):
              print(error.message, line)
          count += 1
      assert list(validator.iter_errors({"v": 1, "action": "confirm", "by": "a", "at": "b"}))
      print(count)
      """)
    let schema = Repository.root.appending(path: "Documentation/decisions.schema.json").path
    let run = try BuiltProgram.shell("python3 check.py \(schema)", in: folder.root)
    #expect(run.status == 0, "\(run.errors)")
    #expect((Int(run.output.filter { $0 != "\n" }) ?? 0) > 200, "\(run.output)")
  }
}
