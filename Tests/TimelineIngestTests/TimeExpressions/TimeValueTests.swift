import Chronology
import Foundation
import Testing
import TimelineIngest
import TimelineModel
import TimelineTestSupport

@Suite("Values of time expressions")
struct TimeValueTests {
  /// Every value that the tagger writes over the articles is TIMEX3.
  @Test func everyValueIsTIMEX3() throws {
    let folder = Repository.root.appending(path: "Tests/TimelineIngestTests/Articles/open")
    var count = 0
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where file.hasSuffix(".txt") {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for expression in TimeTagger().tag(Document(name: file, utf8: Array(text.utf8))) {
        count += 1
        do throws(EDTFError) {
          _ = try TIMEX3Value(expression.value)
        } catch {
          Issue.record("\(file): \(expression.rule) gives \(expression.value): \(error)")
        }
      }
    }
    #expect(count > 100)
  }

  /// A text may begin with anything that a rule looks back from.
  @Test func textsThatBeginInTheMiddle() {
    let fragments = [
      "-2012", "-2012-", "–98", "'98", ", 2014", ") May 2014", "s 1990s", "of 2014", "s of today",
      "d leave Friday", "through Sunday", "until Friday", "marks Friday", "won't Friday",
      "80s and 90s",
    ]
    for text in fragments {
      _ = TimeTagger().tag(Document(name: "fragment", utf8: Array(text.utf8)))
    }
  }
}
