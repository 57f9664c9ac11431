import Foundation
import Testing
import TimelineModel
import TimelineRendering
import TimelineTestSupport

@Suite struct DocumentFormatTests {
  let contents = [
    EverythingTimeline.content, EverythingTimeline.empty, EverythingTimeline.many(1),
    EverythingTimeline.many(500),
  ]

  @Test func everyFormatHoldsEveryEvent() {
    for content in contents {
      for format in RenderFormat.allCases where format != .bibtex {
        let text = format.text(content)
        let words = Set(text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
        // A calendar folds its lines; ids stand on short ones.
        let lost = content.entries.count { !words.contains($0.event.id) }
        #expect(lost == 0, "\(format) of \(content.entries.count)")
        #expect(!text.utf8.contains(0x1b), "\(format)")
      }
    }
  }

  @Test func recordsOfEveryDocument() throws {
    for format in [RenderFormat.svg, .ics, .timelinejs, .bibtex, .html] {
      let text = format.text(EverythingTimeline.content)
      #expect(
        try Snapshot.difference(
          withoutAssets(text), named: "everything.\(format.rawValue)",
          in: "TimelineRenderingTests") == nil)
      #expect(text == format.text(EverythingTimeline.content))
    }
  }

  /// A page without its style sheet, its script and their hashes, which are files of their own.
  private func withoutAssets(_ page: String) -> String {
    var text = page
    for (start, end) in [
      ("<style>:root", "</style>"), ("<style>/*", "</style>"), ("<script>", "</script>"),
      ("Policy\" content=\"", "\">"),
    ] {
      guard let from = text.range(of: start), let to = text[from.upperBound...].range(of: end)
      else { continue }
      text.replaceSubrange(from.upperBound..<to.lowerBound, with: "…")
    }
    return text
  }

  @Test func notesTellEverythingWithItsSources() throws {
    let note = BriefRenderer().text(EverythingTimeline.content)
    #expect(
      try Snapshot.difference(note, named: "brief.md", in: "TimelineRenderingTests") == nil)
    let page = BriefRenderer(isHTML: true).text(EverythingTimeline.content)
    #expect(!page.contains("<script"))
    for text in [note, page] {
      let lost = EverythingTimeline.content.entries.count { !text.contains($0.event.id) }
      #expect(lost == 0)
    }
    let many = BriefRenderer().text(EverythingTimeline.many(500))
    #expect(many.contains("460 further ones are not listed here"))
    #expect(BriefRenderer().text(EverythingTimeline.empty).contains("0 events"))
  }

  @Test func hostileTextsStayTexts() {
    for format in [RenderFormat.html, .svg, .timelinejs] {
      let text = format.text(EverythingTimeline.content)
      #expect(!text.contains("<script>alert"), "\(format)")
      #expect(!text.contains("\u{202e}"), "\(format)")
    }
    let page = RenderFormat.html.text(EverythingTimeline.content)
    #expect(page.contains("Content-Security-Policy"))
    for handler in ["onclick=", "onload=", "onerror=", "javascript:", "src=", "@import"] {
      #expect(!page.contains(handler), "\(handler)")
    }
    // Addresses inside the page alone.
    #expect(page.split(separator: "url(").dropFirst().allSatisfy { $0.hasPrefix("#") })
  }

  @Test func drawingsAndPagesAreWellFormed() throws {
    for content in contents {
      let parser = XMLParserReport()
      #expect(parser.isWellFormed(SVGRenderer().text(content)))
      #expect(parser.isWellFormed(SVGRenderer(groupBy: .type).text(content)))
    }
    #expect(!XMLParserReport().isWellFormed("<svg><g></svg>"))
  }

  @Test func calendarLinesFollowTheirStandard() {
    for content in contents {
      let text = RenderFormat.ics.text(content)
      #expect(text.hasSuffix("END:VCALENDAR\r\n"))
      let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.utf8.count <= 75 })
      #expect(!lines.contains { $0.contains("\n") })
    }
    let text = RenderFormat.ics.text(EverythingTimeline.content)
    #expect(text.contains("SUMMARY:(by Jun 2018) [planned] Grey list"))
    #expect(text.contains("DTSTART;VALUE=DATE:20180422\r\nDTEND;VALUE=DATE:20180424"))
    #expect(text.contains("STATUS:TENTATIVE"))
  }

  @Test func aPageOfFiveThousandEventsIsUnderFiveMegabytes() {
    #expect(RenderFormat.html.text(EverythingTimeline.many(5000)).utf8.count < 5_000_000)
  }
}

/// Whether the elements of an XML text are all closed in order.
struct XMLParserReport {
  func isWellFormed(_ text: String) -> Bool {
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else { return false }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("?") || tag.hasPrefix("!") || tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else {
        open.append(tag.prefix { $0 != " " && $0 != "\n" })
      }
    }
    return open.isEmpty
  }
}
