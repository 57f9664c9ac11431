import Foundation
import Testing
import TimelineTestSupport

@Suite("timeline documents prints what is known of each document")
struct DocumentListingTests {
  typealias Scratch = FolderCommandTests.Scratch

  /// The first word that a shell command prints.
  private func word(_ scratch: Scratch, _ line: String) throws -> String {
    try scratch.run(line).output.split(separator: " ").first.map(String.init) ?? ""
  }

  @Test func hashesAreThoseOfTheFileAndOfTheStoredText() throws {
    let scratch = try Scratch()
    let text = "They met in Kazan on 3 May 2014.\n"
    try scratch.write("plain.txt", text)
    try scratch.write("marked.txt", [0xef, 0xbb, 0xbf] + Array(text.utf8))
    try scratch.write("headed.md", "---\ntitle: Talks\n---\n" + text)
    #expect(try scratch.run("timeline ingest plain.txt").status == 0)
    let hash = try word(scratch, "sha256sum plain.txt")
    for name in ["plain.txt", "marked.txt", "headed.md"] {
      let other = try Scratch()
      try other.write(name, [UInt8](try Data(contentsOf: scratch.root.appending(path: name))))
      #expect(try other.run("timeline ingest \(name)").status == 0)
      let listed = try other.run("timeline documents --json").output
      let file = try word(other, "sha256sum \(name)")
      #expect(listed.contains("\"file_sha256\":\"\(file)\""), "\(name): \(listed)")
      #expect(listed.contains("\"text_sha256\":\"\(hash)\""), "\(name): \(listed)")
      #expect((file == hash) == (name == "plain.txt"))
    }
  }
}
