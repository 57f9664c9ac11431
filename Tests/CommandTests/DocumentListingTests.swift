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

  /// A text that states no publication date, and what `timeline documents` says of when it was
  /// published.
  static let bounds: [(text: String, bounds: String)] = [
    (
      "On 3 May 1999 Russia and Pakistan agreed to sign a treaty by June 2000. The treaty was signed "
        + "in 2003. In 2005 Russia left the treaty.",
      "not before 2005-01-01  (newest past date: 2005)"
    ),
    (
      "Russia and Pakistan signed a pact on 12/03/2015.",
      "not before 2015-03-12  (newest past date: 12/03/2015)"
    ),
    (
      "Russia and Pakistan signed a treaty in 1995. They will sign another in 2030.",
      "1995-01-01 to 2030-12-31  (newest past date: 1995; still ahead: 2030)"
    ),
    (
      "Russia and Pakistan will sign a treaty on 3 May 2019.",
      "not after 2019-05-03  (still ahead: 3 May 2019)"
    ),
    (
      "They met on 22 April 2018. An office was opened in February 2018. It is likely that the "
        + "country will be listed by June 2018.",
      "2018-04-22 to 2018-06-30  (newest past date: 22 April 2018; still ahead: by June 2018)"
    ),
    (
      "Russia and Pakistan fought from 2014 to 2016.",
      "not before 2016-01-01  (newest past date: 2014 to 2016)"
    ),
    (
      "Talks began in early 2017 and the summit is scheduled for May 2018.",
      "2017-01-01 to 2018-05-31  (newest past date: early 2017; still ahead: May 2018)"
    ),
    ("In 1998 the two armies said they would meet in 2001.", "not before 1998-01-01"),
    ("The town had 3,000 people in 2011.", "not before 2011-01-01  (newest past date: 2011)"),
    (
      "The treaty was signed in 2019. The lease of the submarine has slipped to 2028.",
      "not before 2019-01-01  (newest past date: 2019)"
    ),
    (
      "The treaty was signed in 2019. The sanctions were extended until June 2031.",
      "not before 2019-01-01  (newest past date: 2019)"
    ),
    (
      "The treaty was signed in 2019. The protocol was not signed until July 2020.",
      "not before 2020-07-01"
    ),
    ("The plan is called Vision 2030.", "publication date unknown"),
    ("Ministers met on Monday. They will meet again next week.", "publication date unknown"),
  ]

  @Test func boundsOfDocumentsWithoutADateAreWhatTheyTell() throws {
    let scratch = try Scratch()
    for (number, entry) in Self.bounds.enumerated() {
      try scratch.write("text\(number + 10).txt", entry.text)
    }
    #expect(try scratch.run("timeline ingest text*.txt").status == 0)
    let lines = try scratch.run("timeline documents").output.split(separator: "\n")
    #expect(lines.count == Self.bounds.count)
    for (line, entry) in zip(lines, Self.bounds) {
      let said = line.drop { $0 != " " }.drop { $0 == " " }
      #expect(said.hasPrefix(entry.bounds), "\(entry.text): \(said)")
    }
  }

  @Test func aPlanWithoutAYearLiesBehindWhatIsTold() throws {
    let scratch = try Scratch()
    try scratch.write(
      "plan.txt",
      "Ministers of Russia and Pakistan met on 3 May 2019 in Moscow. In March they will sign a treaty."
    )
    #expect(try scratch.run("timeline ingest plan.txt").status == 0)
    let planned = try scratch.run("timeline list --actuality planned").output
    #expect(planned.contains("Mar 2020"), "\(planned)")
    let documents = try scratch.run("timeline documents").output
    #expect(documents.contains("not before 2019-05-03"), "\(documents)")
  }
}
