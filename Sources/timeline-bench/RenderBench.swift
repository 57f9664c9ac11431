import Chronology
import Foundation
import Glibc
import TimelineModel
import TimelineRendering
import TimelineTestSupport

/// Speed of drawings: each against the JSON of the same events, pages in Chromium against the same
/// bytes in a script element that is not run.
struct RenderBench {
  func run() throws {
    let few = RenderBench.content(5000)
    let json = seconds { EventJSON.lines(few.entries) }
    print("rendering, CPU seconds")
    print("  JSON lines of 5,000 events   \(text(json))")
    let svg = seconds { SVGRenderer().text(few) }
    print("  SVG of 5,000 events          \(text(svg)), \(text(svg / json)) of the JSON")
    let html = seconds { HTMLRenderer().text(few) }
    print("  HTML of 5,000 events         \(text(html)), \(text(html / json)) of the JSON")
    let million = RenderBench.content(1_000_000, withMentions: false)
    var sum = 0
    let pass = seconds {
      for entry in million.entries {
        sum &+= entry.event.description.date.span.earliest?.julianDayNumber ?? 0
      }
      return String(sum)
    }
    let chart = seconds { TerminalChart(width: 80).text(million) }
    print(
      "  chart of 1,000,000 events    \(text(chart)), \(text(chart / pass)) of one pass over them")
    try pages(few)
  }

  /// Opens pages in Chromium; its time is wall time.
  private func pages(_ few: TimelineContent) throws {
    guard Browser.executable != nil else {
      print("  Chromium is not installed: pages are not opened")
      return
    }
    for content in [few, RenderBench.content(100_000)] {
      let page = HTMLRenderer().text(content)
      let inert = "<script type=\"text/plain\">\(page.replacing("<", with: " "))</script>"
      let browser = try Browser()
      try browser.open("<title>warm</title>", width: 1280, height: 800)
      let reading = try browser.open(inert, width: 1280, height: 800)
      let opening = try browser.open(page, width: 1280, height: 800)
      let searching = try browser.evaluate(RenderBench.search) as? Double ?? .nan
      let frames = try browser.evaluate(RenderBench.zoom) as? [Double] ?? []
      let size = String(format: "%.2f", Double(page.utf8.count) / 1e6)
      print("  page of \(content.entries.count) events, \(size) MB, in Chromium, wall seconds")
      print("    opened and drawn \(text(opening)), \(text(opening / reading)) of the bytes alone")
      print("    first search     \(text(searching / 1000))")
      let middle = frames.isEmpty ? .nan : frames[frames.count / 2]
      let late = frames.isEmpty ? .nan : frames[frames.count * 95 / 100]
      print(
        "    zoom, ms between \(frames.count) frames: median \(text(middle)), "
          + "95th in a hundred \(text(late)), slowest \(text(frames.last ?? .nan))")
      guard browser.messages.isEmpty else { throw BenchError(message: "\(browser.messages)") }
    }
  }

  /// Milliseconds from the input to the frame that shows the answer.
  private static let search = """
    (async () => {
      const start = performance.now(), box = document.getElementById("q");
      const before = document.getElementById("count").textContent;
      box.value = "minister oslo"; box.dispatchEvent(new Event("input"));
      while (document.getElementById("count").textContent === before) {
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      }
      const time = performance.now() - start;
      document.getElementById("reset").click();
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)));
      return time;
    })()
    """

  /// Sorted times between frames while a wheel zooms in, moves and zooms out.
  private static let zoom = """
    (async () => {
      const chart = document.getElementById("chart"), box = chart.getBoundingClientRect();
      const times = []; let last = 0;
      for (let step = 0; step < 90; step++) {
        chart.dispatchEvent(new WheelEvent("wheel", { ctrlKey: true, cancelable: true,
          deltaY: step < 45 ? -40 : 40, clientX: box.x + box.width * (0.3 + step / 300) }));
        const now = await new Promise((done) => requestAnimationFrame(done));
        if (last) times.push(now - last);
        last = now;
      }
      return times.sort((a, b) => a - b);
    })()
    """

  /// Events over sixty years, of every standing and several precisions, with quotes of two lines.
  static func content(_ count: Int, withMentions: Bool = true) -> TimelineContent {
    let places = ["Oslo", "Lima", "Accra", "Hanoi", "Quito"]
    let types = ["meeting.ministerial", "agreement.treaty", "statement", "visit", "exercise"]
    let standings = Actuality.allCases
    let first = CivilDay(julianDayNumber: 2_437_000)
    var entries: [TimelineEntry] = []
    entries.reserveCapacity(count)
    for index in 0..<count {
      let day = first.advanced(by: index * 7919 % 22_000)
      let isMonth = index.isMultiple(of: 4)
      let edtf = isMonth ? String(day.description.dropLast(3)) : day.description
      let span = (try? EDTF(edtf).span) ?? DaySpan(day)
      let place = places[index % places.count]
      let title = "Minister \(index % 997) of a country meets his counterpart in \(place) on trade"
      let description = EventDescription(
        type: types[index / 3 % types.count], title: title,
        date: EventDate(edtf: edtf, span: span, precision: isMonth ? .month : .day),
        actors: [Actor(name: "Country \(index % 60)", kind: .country)], place: place,
        actuality: index.isMultiple(of: 5) ? standings[index / 5 % standings.count] : .occurred,
        confidence: Double(index % 100) / 100)
      let id = "e_\(String(1_000_000_000 + index, radix: 36))"
      var mentions: [EventMention] = []
      if withMentions {
        let quote =
          "In \(edtf) the minister travelled to \(place), where he met his counterpart for the "
          + "\(index % 9 + 2)th round of talks on trade, and both sides signed the minutes of it."
        mentions.append(
          EventMention(
            id: id, document: "wire/\(index % 400).txt",
            evidence: Quotation(
              begin: 0, end: quote.unicodeScalars.count, exact: quote, prefix: "", suffix: ""),
            trigger: Trigger(begin: 0, end: 4, text: "met", lemma: "meet"),
            description: description, dating: DateProvenance()))
      }
      entries.append(
        TimelineEntry(
          event: Event(
            id: id, origin: .extracted, description: description, mentions: mentions.map(\.id)),
          mentions: mentions))
    }
    TimelineContent.sortByTime(&entries)
    let documents = withMentions ? (0..<400).map { SourceDocument(name: "wire/\($0).txt") } : []
    return TimelineContent(title: "\(count) events", entries: entries, documents: documents)
  }

  private func text(_ number: Double) -> String { String(format: "%.3g", number) }

  /// Seconds of this process's CPU time.
  private func seconds(_ work: () -> String) -> Double {
    var usage = rusage()
    func own() -> Double {
      getrusage(RUSAGE_SELF.rawValue, &usage)
      return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
    }
    let before = own()
    let result = work()
    precondition(!result.isEmpty)
    return max(1e-9, own() - before)
  }
}
