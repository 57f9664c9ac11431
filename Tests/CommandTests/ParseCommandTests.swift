import Foundation
import Testing
import TimelineTestSupport

@Suite("parse, as a process")
struct ParseCommandTests {
  private func run(_ line: String) throws -> BuiltProgram.Run {
    let folder = FileManager.default.temporaryDirectory.appending(path: "parse-test-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("The minister didn't visit Oslo.\n".utf8)
      .write(to: folder.appending(path: "a.txt"))
    try Data(
      "# sent_id = x\n1\tThey\t_\tX\t_\t_\t2\tdep\t_\t_\n2\tleft\t_\tX\t_\t_\t0\troot\t_\t_\n3\t.\t_\tX\t_\t_\t1\tdep\t_\t_\n\n"
        .utf8
    )
    .write(to: folder.appending(path: "a.conllu"))
    return try BuiltProgram.shell(line, in: folder)
  }

  @Test func printsCoNLLUWithOffsets() throws {
    let result = try run("timeline parse a.txt")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("# sent_id = 1\n# text = The minister didn't visit Oslo.\n"))
    #expect(result.output.contains("4\tn't\tnot\tPART\t_\t_\t5\tadvmod\t_\tOffset=16:19\n"))
    #expect(result.output.contains("5\tvisit\tvisit\tVERB\t_\tVerbForm=Inf\t0\troot\t"))
  }

  @Test func annotatesGoldTokens() throws {
    let own = try run("timeline parse --conllu a.conllu")
    #expect(own.output.contains("# sent_id = x\n1\tThey\tthey\tPRON\t_\tNumber=Plur\t2\tnsubj\t"))
    let gold = try run("timeline parse --conllu --gold-tags a.conllu")
    #expect(gold.output.contains("1\tThey\tthey\tX\t_\t_\t"))
  }

  @Test func saysWhatItCannotRead() throws {
    #expect(try run("timeline parse missing.txt").status == 66)
    #expect(try run("timeline parse --conllu missing.conllu").status == 66)
    #expect(try run("timeline parse a.txt missing.txt").status == 65)
    #expect(try run("timeline parse --gold-tags a.txt").status == 64)
    #expect(try run("timeline parse --tree a.txt").output.contains("├─ nsubj: minister  NOUN"))
  }
}
