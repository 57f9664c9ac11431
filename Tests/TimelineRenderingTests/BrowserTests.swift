import Chronology
import Foundation
import Testing
import TimelineModel
import TimelineRendering
import TimelineTestSupport

/// Pages in a real browser, with real clicks.
@Suite(
  .enabled(if: Browser.executable != nil, "Chromium is not installed: scripts/install-test-tools"),
  .serialized)
struct BrowserTests {
  let everything = EverythingTimeline.content

  /// A page in a window, motion switched off so that a click has its effect at once.
  func opened(
    _ page: String, width: Int = 1280, height: Int = 800, fragment: String = ""
  ) throws -> Browser {
    let browser = try Browser()
    try browser.command(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-reduced-motion", "value": "reduce"]]])
    try browser.open(page, width: width, height: height, fragment: fragment)
    return browser
  }

  /// Waits until what was clicked or typed is drawn.
  func settle(_ browser: Browser) throws {
    try browser.evaluate(
      "new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done)), 250))")
  }

  func texts(_ selector: String, in browser: Browser) throws -> [String] {
    try browser.evaluate(
      "[...document.querySelectorAll(\(Browser.quoted(selector)))].map((n) => n.textContent)")
      as? [String] ?? []
  }

  @Test func pagesOpenWithoutAMessageOrARequest() throws {
    let pages = [
      HTMLRenderer().text(everything), HTMLRenderer().text(EverythingTimeline.empty),
      HTMLRenderer().text(EverythingTimeline.many(1)),
      HTMLRenderer().text(EverythingTimeline.many(5000)),
      HTMLRenderer(mostParsedEvents: 100).text(EverythingTimeline.many(5000)),
      BriefRenderer(isHTML: true).text(everything),
    ]
    let browser = try opened(pages[0])
    for (index, page) in pages.enumerated() {
      for (width, height) in [(1280, 800), (390, 844)] {
        try browser.open(page, width: width, height: height)
        try settle(browser)
        #expect(browser.messages.isEmpty, "page \(index)")
        #expect(browser.requests.isEmpty, "page \(index)")
        let picture = try browser.screenshot()
        #expect(picture.starts(with: [0x89, 0x50, 0x4e, 0x47]) && picture.count > 4000)
      }
    }
    // What a page says must reach the test, else silence would mean nothing.
    try browser.evaluate("console.log('heard'); fetch('https://timeline.invalid/').catch(() => 0)")
    try settle(browser)
    #expect(browser.messages.contains { $0.contains("heard") })
    #expect(browser.messages.contains { $0.contains("Content Security Policy") })
  }

  @Test func searchFiltersAndSelectionFindTheirEvents() throws {
    let browser = try opened(HTMLRenderer().text(everything))
    let shown = "ol.events:not([hidden]) > li:not([hidden])"
    #expect(try texts(shown, in: browser).count == everything.entries.count)
    try browser.click("#q")
    try browser.type("su-35 FIGHTERS")
    try settle(browser)
    #expect(try texts(shown + " .t", in: browser) == ["Su-35 fighters under negotiation"])
    #expect(try texts(shown + " .badge", in: browser) == ["talks"])
    #expect(try texts("#chart .event", in: browser).count == 1)
    #expect(
      try texts("#count", in: browser).first?.hasPrefix("1 of \(everything.entries.count)") == true)
    try browser.click("#reset")
    try settle(browser)
    #expect(try texts(shown, in: browser).count == everything.entries.count)
    for (filter, value, expected) in [
      ("standing", "planned", "Grey list to name Pakistan"),
      ("type", "agreement", "Four Mi-35M helicopters ordered"),
      ("actor", "Russia", "Embargo on arms sales lifted"),
      ("place", "Islamabad", "A visit is called off"),
    ] {
      try browser.evaluate(
        """
        (() => { const select = document.getElementById("\(filter)"); select.value = "\(value)";
        select.dispatchEvent(new Event("change")); })()
        """)
      try settle(browser)
      let titles = try texts(shown + " .t", in: browser)
      #expect(titles.contains(expected) && titles.count < everything.entries.count, "\(filter)")
      try browser.click("#reset")
      try settle(browser)
    }
    try browser.click("#q")
    try browser.type("no such words anywhere")
    try settle(browser)
    #expect(try browser.evaluate("document.getElementById('nothing').hidden") as? Bool == false)
    try browser.click("#reset2")
    try settle(browser)
    try browser.click("#chart .event.planned text")
    try settle(browser)
    let card = try texts("#card", in: browser).first ?? ""
    #expect(card.contains("Grey list to name Pakistan") && card.contains("Evidence of"))
    try browser.press("ArrowDown")
    #expect(browser.messages.isEmpty)
  }

  @Test func theKeyboardReachesEveryEventThatIsDrawn() throws {
    let browser = try opened(HTMLRenderer().text(everything))
    try browser.evaluate("document.getElementById('chart').focus()")
    var titles: Set<String> = []
    let dated = everything.entries.filter { $0.event.description.date.isDated }
    for _ in dated {
      try browser.press("ArrowDown")
      titles.formUnion(try texts("#card .t", in: browser))
    }
    #expect(titles.count == Set(dated.map(\.event.description.title)).count)
    try browser.press("Escape")
    #expect(try browser.evaluate("document.getElementById('card').hidden") as? Bool == true)
    let days =
      "(() => { const d = document.getElementById('chart').dataset; return d.last - d.first })()"
    let whole = try #require(browser.evaluate(days) as? Double)
    try browser.press("+")
    try settle(browser)
    #expect(try #require(browser.evaluate(days) as? Double) < whole * 0.6)
    try browser.press("0")
    try settle(browser)
    #expect(try browser.evaluate(days) as? Double == whole)
  }

  @Test func noEventIsLostAtAnyZoom() throws {
    let content = EverythingTimeline.random(400, seed: 7)
    var generator = SeededGenerator(seed: 11)
    for (width, most) in [(1280, 5000), (390, 100)] {
      let browser = try opened(
        HTMLRenderer(mostParsedEvents: most).text(content), width: width, height: 800)
      try browser.click("#inview")
      for round in 0..<14 {
        try settle(browser)
        try scrollThrough(browser)
        let state = try #require(browser.evaluate(zoomState) as? [String: Any])
        let view = try #require(state["view"] as? [Double])
        let touching = content.entries.filter { entry in
          let date = entry.event.description.date
          let from = date.span.earliest.map { Double($0.julianDayNumber) } ?? -.infinity
          let to = date.span.latest.map { Double($0.julianDayNumber) + 1 } ?? .infinity
          return date.isDated && from < view[1] && to > view[0]
        }
        let drawn = try #require(state["drawn"] as? [String])
        let counted = try #require(state["counted"] as? [Int])
        let listed = try #require(state["listed"] as? [String])
        #expect(drawn.count + counted.reduce(0, +) == touching.count, "\(width), \(view)")
        #expect(Set(drawn).count == drawn.count)
        #expect(listed.sorted() == touching.map(\.event.id).sorted(), "\(width), \(view)")
        if counted.isEmpty || round % 5 == 4 {
          try browser.click(["#out", "#right", "#all"].randomElement(using: &generator) ?? "#all")
        } else {
          // What is counted opens by a click: nearer, or in the list when it goes no nearer.
          let choice = Int.random(in: 0..<counted.count, using: &generator)
          try browser.click("#chart [data-bundle='\(choice)'] rect")
          try settle(browser)
          let next = try #require(
            (browser.evaluate(zoomState) as? [String: Any])?["view"] as? [Double])
          #expect(next[1] - next[0] < view[1] - view[0] || view[1] - view[0] <= 7)
        }
      }
      #expect(browser.messages.isEmpty)
    }
  }

  /// Brings every part of the list into sight, so that parts which wait for that are parsed.
  private func scrollThrough(_ browser: Browser) throws {
    try browser.evaluate(
      """
      (async () => { for (let tries = 0; tries < 200; tries++) {
        const waiting = document.querySelector(".part:not([hidden]) noscript");
        if (!waiting) return;
        waiting.parentElement.scrollIntoView();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      } })()
      """)
  }

  /// What is drawn, counted and listed, and the days on the axis.
  private let zoomState = """
    (() => {
      const ids = JSON.parse(document.getElementById("index").textContent).ids;
      const all = (selector) => [...document.querySelectorAll(selector)];
      const data = document.getElementById("chart").dataset;
      return {
        drawn: all("#chart .event").map((node) => ids[node.dataset.i]),
        counted: all("#chart .more text").map((node) => Number(node.textContent.slice(1))),
        listed: all("ol.events:not([hidden]) > li:not([hidden])").map((li) => li.id),
        view: [Number(data.first), Number(data.last)],
      };
    })()
    """

  @Test func withoutAScriptEverythingCanBeRead() throws {
    let browser = try Browser()
    try browser.command("Emulation.setScriptExecutionDisabled", ["value": true])
    for (content, most) in [(everything, 5000), (EverythingTimeline.many(500), 100)] {
      try browser.open(HTMLRenderer(mostParsedEvents: most).text(content), width: 1280, height: 800)
      let text = try #require(
        browser.evaluate("document.getElementById('list').innerText") as? String)
      let words = Set(text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
      #expect(content.entries.allSatisfy { words.contains($0.event.id) })
      let quotes = content.entries.flatMap(\.mentions).map(\.evidence.exact)
      #expect(quotes.filter { $0.allSatisfy(\.isASCII) }.allSatisfy { text.contains($0) })
      #expect(try browser.evaluate("document.getElementById('controls').hidden") as? Bool == true)
      #expect(try texts("#chart a.event", in: browser).count > 10)
    }
  }

  @Test func linksLeadToTheirEvent() throws {
    for (content, most) in [(everything, 5000), (EverythingTimeline.many(3000), 100)] {
      let id = content.entries[content.entries.count * 2 / 3].event.id
      let browser = try opened(
        HTMLRenderer(mostParsedEvents: most).text(content), fragment: id)
      try settle(browser)
      let place = try browser.evaluate(
        "document.getElementById(\(Browser.quoted(id))).getBoundingClientRect().y")
      let y = try #require(place as? Double)
      #expect(y > -50 && y < 800, "\(id) at \(y)")
    }
  }

  @Test func noTextOverlapsAnotherOrIsCut() throws {
    let browser = try opened(HTMLRenderer().text(everything))
    let check = try String(
      contentsOf: Repository.root.appending(
        path: "Tests/TimelineRenderingTests/overlaps.js"), encoding: .utf8)
    let pages = [
      HTMLRenderer().text(everything), HTMLRenderer().text(EverythingTimeline.random(300, seed: 3)),
      BriefRenderer(isHTML: true).text(everything),
    ]
    for (index, page) in pages.enumerated() {
      for (width, height, media) in [(1280, 800, ""), (390, 844, ""), (700, 990, "print")] {
        try browser.command("Emulation.setEmulatedMedia", ["media": media])
        try browser.open(page, width: width, height: height)
        try settle(browser)
        let found = try browser.evaluate(check) as? [String]
        #expect(found == [], "page \(index) at \(width) \(media)")
      }
    }
    try browser.command("Emulation.setEmulatedMedia", ["media": ""])
    // The check itself must be able to fail.
    try browser.evaluate(
      """
      (() => { const text = document.querySelector("h1"), copy = text.cloneNode(true);
      text.before(copy); copy.style.cssText = "position:absolute;margin-left:9px"; })()
      """)
    #expect((try browser.evaluate(check) as? [String])?.isEmpty == false)
    let pdf = try browser.printedPDF()
    #expect(pdf.starts(with: Array("%PDF".utf8)))
  }

  @Test func notesAreOneToThreePages() throws {
    let browser = try Browser()
    for content in [
      everything, EverythingTimeline.random(300, seed: 2), EverythingTimeline.many(5000),
    ] {
      try browser.open(
        BriefRenderer(isHTML: true).text(content), width: 1000, height: 800)
      let pdf = String(decoding: try browser.printedPDF(), as: Unicode.ASCII.self)
      let pages = pdf.split(separator: "/Type /Page").dropFirst().count { !$0.hasPrefix("s") }
      #expect((1...3).contains(pages), "\(content.title): \(pages) pages")
    }
  }

  @Test func thePageAndTheProgramCountAlike() throws {
    let content = EverythingTimeline.random(500, seed: 4)
    let axis = try #require(EventExtent.axis(of: content))
    let browser = try opened(HTMLRenderer().text(content))
    let width = try #require(
      browser.evaluate("document.querySelector('#chart > svg').width.baseVal.value") as? Double)
    let scale = TimeScale(first: axis.first, last: axis.last, length: width)
    var counts: [Int: Int] = [:]
    for entry in content.entries {
      let date = entry.event.description.date
      guard let extent = EventExtent(date, first: axis.first, last: axis.last) else { continue }
      counts[Int(min(extent.middle(on: scale), width - 1) / 8), default: 0] += 1
    }
    // M16 44v-9.5h7v9.5z: a column of 9.5 pixels in the third cell.
    let path = try #require(
      browser.evaluate("document.querySelector('#chart .density').getAttribute('d')") as? String)
    let columns = path.split(separator: "M").map { $0.split { " vhz-".contains($0) } }
    #expect(Set(columns.compactMap { Int($0[0]).map { $0 / 8 } }) == Set(counts.keys))
    let peak = Double(counts.values.max() ?? 1)
    for column in columns {
      let cell = try #require(Int(column[0])) / 8
      let height = try #require(Double(column[2]))
      #expect(abs(height - max(2, Double(counts[cell] ?? 0) / peak * 38)) < 0.06, "\(cell)")
    }
  }

  @Test func screenReadersAreToldEverything() throws {
    let browser = try opened(HTMLRenderer().text(everything))
    let tree = try browser.command("Accessibility.getFullAXTree")
    let nodes = try #require(tree["nodes"] as? [[String: Any]])
    func value(_ node: [String: Any], _ key: String) -> String {
      (node[key] as? [String: Any])?["value"] as? String ?? ""
    }
    let visible = nodes.filter { $0["ignored"] as? Bool != true }
    let roles = Dictionary(grouping: visible) { value($0, "role") }
    for role in [
      "main", "search", "banner", "contentinfo", "status", "searchbox", "list", "heading",
    ] {
      #expect(roles[role] != nil, "\(role)")
    }
    for role in ["button", "combobox", "searchbox", "checkbox", "link", "heading"] {
      let nameless = (roles[role] ?? []).filter { value($0, "name").isEmpty }
      #expect(nameless.isEmpty, "\(role)")
    }
    let headings = Set((roles["heading"] ?? []).map { value($0, "name") })
    for entry in everything.entries where entry.event.description.actuality == .planned {
      #expect(
        headings.contains { $0.contains("planned") && $0.contains(entry.event.description.title) })
    }
  }
}
