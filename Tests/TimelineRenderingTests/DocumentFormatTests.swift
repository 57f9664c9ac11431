import Foundation
import Testing
import TimelineModel
import TimelineRendering
import TimelineTestSupport

@Suite struct DocumentFormatTests {
  let contents = [
    EverythingTimeline.content, EverythingTimeline.empty, EverythingTimeline.many(1),
    EverythingTimeline.many(500), EverythingTimeline.random(150, seed: 21),
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

  @Test func recordsOfNoEventOneAndFiveThousand() throws {
    for (name, content) in [
      ("empty", EverythingTimeline.empty), ("one", EverythingTimeline.many(1)),
    ] {
      var record = ""
      for format in RenderFormat.allCases {
        record += "== \(format.rawValue)\n\(withoutAssets(format.text(content)))\n"
      }
      record += "== brief\n\(BriefRenderer().text(content))\n"
      record += "== chart\n\(TerminalChart(width: 80).text(content))\n"
      #expect(
        try Snapshot.difference(record, named: "\(name).txt", in: "TimelineRenderingTests") == nil)
    }
    // Too long to be read; that every event is in them is tested apart.
    let many = EverythingTimeline.many(5000)
    var record = ""
    for format in RenderFormat.allCases {
      let text = Array(withoutAssets(format.text(many)).utf8)
      record += "\(format.rawValue) \(text.count) bytes, sha256 \(SHA256.hexadecimal(of: text))\n"
    }
    #expect(
      try Snapshot.difference(record, named: "five-thousand.txt", in: "TimelineRenderingTests")
        == nil)
  }

  @Test func coloursCanBeReadInLightAndInTheDark() throws {
    let css = try String(
      contentsOf: Repository.root.appending(path: "Sources/TimelineRendering/Page/page.css"),
      encoding: .utf8)
    let schemes = css.split(separator: ":root {").dropFirst().map(colours)
    #expect(schemes.count == 3, "light, dark and paper")
    for scheme in schemes {
      for name in [
        "ink", "soft", "link", "occurred", "planned", "proposed", "denied", "cancelled", "alleged",
        "unknown",
      ] {
        for ground in ["paper", "panel", "target"] {
          let ratio = contrast(try #require(scheme[name]), try #require(scheme[ground]))
          #expect(ratio >= 4.5, "\(name) on \(ground): \(ratio)")
        }
      }
      #expect(contrast(try #require(scheme["ink"]), try #require(scheme["phrase"])) >= 4.5)
    }
    #expect(contrast([0, 0, 0], [255, 255, 255]) > 20.9)
  }

  /// The variables of a rule that are colours.
  private func colours(_ rule: Substring) -> [String: [Double]] {
    var colours: [String: [Double]] = [:]
    for declaration in rule.prefix(while: { $0 != "}" }).split(separator: ";") {
      let parts = declaration.split(separator: ":").map { $0.filter { !$0.isWhitespace } }
      guard parts.count == 2, parts[0].hasPrefix("--"), parts[1].hasPrefix("#") else { continue }
      let digits = parts[1].dropFirst()
      let full = digits.count == 3 ? digits.flatMap { [$0, $0] } : Array(digits)
      colours[String(parts[0].dropFirst(2))] = stride(from: 0, to: 6, by: 2).map {
        Double(Int(String(full[$0...($0 + 1)]), radix: 16) ?? 0)
      }
    }
    return colours
  }

  /// The contrast of two colours, 1 to 21 (Web Content Accessibility Guidelines 2.2, 1.4.3).
  private func contrast(_ left: [Double], _ right: [Double]) -> Double {
    func luminance(_ colour: [Double]) -> Double {
      let linear = colour.map { channel -> Double in
        let value = channel / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    let values = [luminance(left), luminance(right)].sorted()
    return (values[1] + 0.05) / (values[0] + 0.05)
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
    #expect(many.contains("470 further ones are not listed here"))
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
