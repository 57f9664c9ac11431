import Chronology
import Foundation
import Testing
import TimelineModel
import TimelineRendering
import TimelineTestSupport

/// Texts that try to leave their place, in every field and every format.
@Suite struct HostileTextTests {
  static let attacks = [
    "</script><script>window.broken=1</script>", "\"><img src=x onerror=window.broken=1>",
    "</noscript><img src=x onerror=window.broken=1>",
    "</title></style><svg onload=window.broken=1>",
    "' onmouseover='window.broken=1", "javascript:window.broken=1", "<!--", "]]>",
    "&lt;b&gt; &#60;",
    "\\u003c/script>", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1+1", "-2+3", "\t=1+1",
    "one\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:injected", "a;b,c\\n\\;X-EVIL:1",
    "| cell | *bold* [x](javascript:alert(1)) `code` <b>", "# heading\n- item\n1. item",
    "\u{1b}[2J\u{1b}]0;title\u{7}\u{9b}31m", "\u{202e}gnp.exe\u{202c}\u{2066}\u{200f}",
    "a\u{0}b\u{8}\u{7f}\u{2028}\u{2029}\u{feff}", "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}",
    "}{\\input{/etc/passwd} $x$ %", String(repeating: "unbroken", count: 300),
    "{{constructor.constructor('window.broken=1')()}}", "__proto__", "👩‍🚀🏳️‍🌈 ẞ ﷽",
  ]

  /// Every attack in every field that a document can fill.
  static let content: TimelineContent = {
    var entries: [TimelineEntry] = []
    var documents: [SourceDocument] = []
    for (index, attack) in attacks.enumerated() {
      var entry = EverythingTimeline.content.entries[index % 14]
      entry.event.id = "e_attack\(index)"
      let name = "source \(index) \(attack)"
      var metadata = DocumentMetadata()
      metadata.title = attack
      metadata.author = attack
      metadata.publisher = attack
      metadata.url = attack
      documents.append(SourceDocument(name: name, metadata: metadata))
      entry.event.source = attack
      entry.event.notes = [attack]
      entry.event.description.title = attack
      entry.event.description.place = attack
      entry.event.description.attribution = attack
      entry.event.description.cue = attack
      entry.event.description.stage = attack
      entry.event.description.type = attack
      entry.event.description.actors = [Actor(name: attack, kind: .person)]
      entry.event.description.date.phrase = attack
      var mention = EverythingTimeline.content.entries[0].mentions[0]
      mention.document = name
      mention.description = entry.event.description
      mention.evidence = Quotation(
        begin: 0, end: attack.unicodeScalars.count, exact: attack, prefix: attack, suffix: attack)
      entry.mentions = [mention]
      entries.append(entry)
    }
    documents.sort { $0.name < $1.name }
    TimelineContent.sortByTime(&entries)
    return TimelineContent(title: attacks[0] + attacks[1], entries: entries, documents: documents)
  }()

  var texts: [(name: String, text: String)] {
    let content = HostileTextTests.content
    return RenderFormat.allCases.map { ($0.rawValue, $0.text(content)) } + [
      ("brief.md", BriefRenderer().text(content)),
      ("brief.html", BriefRenderer(isHTML: true).text(content)),
      ("svg by actor", SVGRenderer(groupBy: .actor).text(content)),
      ("table", EventTable(width: 80).text(content)), ("wide", EventTable().text(content)),
      ("chart", TerminalChart(width: 80, groupBy: .actor).text(content)),
      ("ascii", TerminalChart(width: 80, ascii: true, groupBy: .place).text(content)),
      ("tsv", DelimitedText.tsv(EventFields.table(content.entries))),
    ]
  }

  @Test func nothingSteersATerminalOrTurnsTextAround() {
    for (name, text) in texts {
      let steering = text.unicodeScalars.filter { scalar in
        guard VisibleText.isControl(scalar) else { return false }
        // Line ends are the formats' own; isolates are put around right-to-left texts.
        return ![0x0a, 0x0d, 0x2068, 0x2069].contains(scalar.value)
          && !(name == "tsv" && scalar.value == 0x09)
      }
      #expect(steering.isEmpty, "\(name): \(steering.map { String($0.value, radix: 16) })")
      let opened = text.unicodeScalars.count { $0.value == 0x2068 }
      #expect(text.unicodeScalars.count { $0.value == 0x2069 } == opened, "\(name)")
    }
  }

  @Test func everyEventIsThere() {
    for (name, text) in texts where !["bibtex", "chart", "ascii"].contains(name) {
      let lost = HostileTextTests.attacks.indices.filter { !text.contains("e_attack\($0)") }
      #expect(lost.isEmpty, "\(name)")
    }
  }

  @Test func calendarsKeepTheirLines() {
    let lines = RenderFormat.ics.text(HostileTextTests.content).split(separator: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
    #expect(lines.count { $0.hasPrefix("BEGIN:V") } == HostileTextTests.attacks.count + 1)
    #expect(!lines.contains("UID:injected"))
  }

  @Test func linksAreWebAddressesOnly() {
    for (name, text) in texts where name.hasSuffix("html") {
      for target in text.split(separator: "href=\"").dropFirst() {
        #expect(target.hasPrefix("#") || target.hasPrefix("http"), "\(name)")
      }
    }
  }

  @Test(.enabled(if: Browser.executable != nil, "Chromium is not installed"))
  func noTextBecomesAProgram() throws {
    let browser = try Browser()
    let pages = [
      HTMLRenderer().text(HostileTextTests.content),
      HTMLRenderer(mostParsedEvents: 5).text(HostileTextTests.content),
      BriefRenderer(isHTML: true).text(HostileTextTests.content),
      SVGRenderer().text(HostileTextTests.content),
    ]
    for (index, page) in pages.enumerated() {
      try browser.open(page, width: 1280, height: 800)
      // Every part of the list in sight, an event selected, a search made.
      try browser.evaluate(
        """
        (async () => {
          for (const part of document.querySelectorAll(".part")) {
            part.scrollIntoView();
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          }
          const chart = document.getElementById("chart");
          if (!chart || !document.getElementById("q")) return;
          for (let k = 0; k < 30; k++) {
            chart.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown" }));
          }
          document.getElementById("q").value = "</script>";
          document.getElementById("q").dispatchEvent(new Event("input"));
          await new Promise((done) => setTimeout(done, 200));
        })()
        """)
      #expect(try browser.evaluate("typeof window.broken") as? String == "undefined", "\(index)")
      #expect(browser.messages.isEmpty, "\(index)")
      #expect(browser.requests.isEmpty, "\(index)")
      let strays = try browser.evaluate(
        """
        document.querySelectorAll("img, iframe, object, embed, form, base, link, [onload], [onerror], [onmouseover]").length
        """)
      #expect(strays as? Int == 0, "\(index)")
      if index < 2 {
        #expect(
          try browser.evaluate("document.querySelectorAll('script').length") as? Int == 2)
        let found = try browser.evaluate(
          "[...document.querySelectorAll('ol.events > li:not([hidden])')].map((li) => li.id)")
        #expect(found as? [String] == ["e_attack0"], "\(index)")
      }
    }
  }

  @Test(.enabled(if: Validator.isInstalled, "not installed: scripts/install-test-tools"))
  func independentReadersFindNothingInjected() throws {
    let content = HostileTextTests.content
    let ids = content.entries.map(\.event.id)
    let calendar = try Validator.read(RenderFormat.ics.text(content), as: "ics")
    #expect(calendar.problems == [])
    #expect(calendar.ids == ids.map { $0 + "@timeline.invalid" })
    let table = try Validator.read(RenderFormat.csv.text(content), as: "csv")
    #expect(table.problems == [] && table.ids == ids)
    let markdown = try Validator.read(RenderFormat.markdown.text(content), as: "markdown")
    #expect(markdown.problems == [])
    let sources = try Validator.read(RenderFormat.bibtex.text(content), as: "bibtex")
    #expect(sources.problems == [] && sources.ids.count == content.documents.count)
    #expect(try Validator.read(SVGRenderer().text(content), as: "svg").problems == [])
    #expect(try Validator.read(HTMLRenderer().text(content), as: "html").problems == [])
  }
}
