import Foundation
import Testing
import TimelineTestSupport

/// Two people decide on branches of one repository, by the recipe of `Documentation/Decisions.md`.
@Suite("Branches that meet in git")
struct GitMergeTests {
  typealias Scratch = FolderCommandTests.Scratch

  /// A repository with a timeline of one document, made by the documented recipe; nil without git.
  private func repository() throws -> Scratch? {
    let scratch = try Scratch()
    guard try scratch.run("git --version").status == 0 else {
      print("skipped: no git")
      return nil
    }
    let made = try scratch.run(
      """
      set -e
      git init -q -b main .
      git config user.name t; git config user.email t@example.org
      mkdir in
      printf 'Ghana and Togo signed a fishing agreement on 3 May 2011. The ministers of Ghana and Togo met in Accra on 7 June 2012.' > in/a.txt
      printf 'Kenya opened a port in Lamu in 2013. Uganda delivered maize to Kenya in August 2014.' > in/b.txt
      timeline ingest in/a.txt in/b.txt
      git add -A; git commit -qm base
      """)
    #expect(made.status == 0, "\(made.errors)")
    return scratch
  }

  private func id(titled part: String, in scratch: Scratch) throws -> String {
    let lines = try scratch.run("timeline list --undated --jsonl").output.split(separator: "\n")
    let line = try #require(lines.first { $0.contains(part) }, "\(part)")
    let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return try #require(event?["id"] as? String)
  }

  @Test func conflictsAreListedAndTheWinnerIsTheSameOnBothSides() throws {
    guard let scratch = try repository() else { return }
    let agreement = try id(titled: "agreement", in: scratch)
    let meeting = try id(titled: "Accra", in: scratch)
    let port = try id(titled: "Lamu", in: scratch)
    // Both set one date, each decides on something of their own, and each changes a sentence, so
    // that identities.jsonl grows on both sides too.
    let decided = try scratch.run(
      """
      set -e
      git checkout -q -b other
      timeline edit \(agreement) --date 2011-05-04 --by ben --why 'the gazette'
      timeline add 2016 Other --by ben
      sed -i 's/met in Accra/met at Accra/' documents/a.txt
      timeline ingest documents/a.txt
      git add -A; git commit -qm other
      git checkout -q main
      timeline rebuild
      timeline edit \(agreement) --date 2011-05-05 --by ana
      timeline confirm \(agreement) --by ana
      timeline add 2017 Ours --by ana
      sed -i 's/opened a port/opened a new port/' documents/b.txt
      timeline ingest documents/b.txt
      git add -A; git commit -qm ours
      cp -R . ../mirror-$$; echo mirror-$$
      git merge -q other
      timeline rebuild
      """)
    #expect(decided.status == 0, "\(decided.errors)")
    let mirror = try #require(
      decided.output.split(separator: "\n").first { $0.hasPrefix("mirror-") })
    defer { _ = try? scratch.run("rm -rf ../\(mirror)") }

    let listed = try scratch.run("timeline decisions --status conflict").output
    #expect(listed.split(separator: "\n").count == 2, "\(listed)")
    #expect(listed.contains("2011-05-04") && listed.contains("2011-05-05"))
    #expect(listed.contains("ana") && listed.contains("ben"))
    let all = try scratch.run("timeline decisions").output
    #expect(all.contains("Other") && all.contains("Ours"))

    // The other side merges the other way round and has the same timeline.
    let digest = try scratch.run("timeline check --digest").output
    let other = try scratch.run(
      """
      set -e
      cd ../\(mirror); git checkout -q other; git merge -q main >&2; timeline rebuild >&2
      timeline check --digest
      """)
    #expect(other.output == digest, "\(other.errors)")
    // The decision made last holds: ben's edit comes first.
    let shown = try scratch.run("timeline show \(agreement)").output
    #expect(shown.contains("EDTF 2011-05-05") || shown.contains("EDTF 2011-05-04"))

    // Ids that either side had published lead on.
    for old in [meeting, port] {
      let found = try scratch.run("timeline show \(old)")
      #expect(found.status == 0, "\(old): \(found.errors)")
      #expect(found.errors.contains("\(old) leads to e_"), "\(found.errors)")
    }
    let lines = try scratch.run("cat identities.jsonl").output.split(separator: "\n")
    for old in [meeting, port] {
      #expect(lines.count { $0.contains("\"id\":\"\(old)\"") } == 1, "\(lines)")
    }
    #expect(Set(lines).count == lines.count, "\(lines)")

    // One who sees both settles it.
    let settled = try scratch.run(
      "timeline edit \(agreement) --date 2011-05-03 --by eva; timeline decisions --status conflict")
    #expect(settled.errors.contains("there are no such decisions"), "\(settled.output)")
    #expect(try scratch.run("timeline check").output == "ok\n")
  }

  @Test func whatBothSidesDidStandsOnceAndUndoCrossesBranches() throws {
    guard let scratch = try repository() else { return }
    let port = try id(titled: "Lamu", in: scratch)
    let run = try scratch.run(
      """
      set -e
      timeline note \(port) 'before the branches' --by ana
      git add -A; git commit -qm note
      git checkout -q -b other
      timeline undo --by ben
      git add -A; git commit -qm undone
      git checkout -q main
      timeline rebuild
      timeline label \(port) kept --by ana
      git add -A; git commit -qm label
      git merge -q other
      cat decisions.jsonl decisions.jsonl > twice && cp twice decisions.jsonl
      timeline rebuild
      """)
    #expect(run.status == 0, "\(run.errors)")
    let shown = try scratch.run("timeline show \(port)").output
    #expect(shown.contains("kept"))
    #expect(!shown.contains("before the branches"))
    // Lines that stand twice count once, and are named.
    #expect(run.errors.contains("decisions.jsonl:4: the line repeats line 1"), "\(run.errors)")
    #expect(try scratch.run("wc -l < decisions.jsonl").output.filter(\.isNumber) == "6")
  }
}
