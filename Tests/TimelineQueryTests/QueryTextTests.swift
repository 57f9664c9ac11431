import Chronology
import Testing
import TimelineQuery
import TimelineTestSupport

@Suite("The text syntax of queries")
struct QueryTextTests {
  /// A combining mark behind a quotation mark must not hide it.
  @Test func quotationMarksUnderCombiningMarksAreDoubled() throws {
    for text in ["\"a\"\"\u{595}b\"", "type:\"\"\"\u{301}\"", "\"x\"\"\u{301}\""] {
      let query = try EventQuery(parsing: text)
      #expect(try EventQuery(parsing: query.description) == query, "\(text)")
    }
  }

  @Test func aQueryWithEverythingReadsAsItsValue() throws {
    let query = try EventQuery(
      parsing: #"""
        type:arms_deal actor:Pakistan -actor:India place:"Saint Petersburg" 2014..2018
        actuality:planned,proposed stage:talks "Indo-Pacific" S-400 source:"op-ed"
        confidence>0.7 sources>=2 label:x certain:yes undated:yes members:yes sort:latest limit:20
        """#)
    let window = DaySpan(
      earliest: CivilDay(year: 2014, month: 1, day: 1),
      latest: CivilDay(year: 2018, month: 12, day: 31))
    #expect(
      query
        == EventQuery(
          window: window, certain: true, undated: .included,
          terms: [
            .init(.field(.type, ["arms_deal"])), .init(.field(.actor, ["Pakistan"])),
            .init(.field(.actor, ["India"]), isNegated: true),
            .init(.field(.place, ["Saint Petersburg"])),
            .init(.field(.actuality, ["planned", "proposed"])), .init(.field(.stage, ["talks"])),
            .init(.text("Indo-Pacific")), .init(.text("S-400")),
            .init(.field(.source, ["op-ed"])), .init(.number(.confidence, .greater, 0.7)),
            .init(.number(.sources, .atLeast, 2)), .init(.field(.label, ["x"])),
          ], includesMembers: true, order: .latest, limit: 20))
  }

  @Test func faultsPointAtTheCharacter() {
    let faults: [(text: String, offset: Int, word: String)] = [
      ("type:visit 2015-02-30", 11, "no date"), ("2018..2014", 0, "before it begins"),
      ("ñ colour:red", 2, "no field"), ("actuality:maybe", 10, "no actuality"),
      ("open:perhaps", 5, "no open"),
      (#"place:"Saint Petersburg"#, 6, "never closed"), ("actor:", 6, "missing"),
      ("actor:a,,b", 8, "missing"), ("confidence>high", 11, "no number"),
      ("confidence:1", 10, "number"), ("confidence=>1", 10, "compare with"), ("- x", 0, "minus"),
      ("limit:0", 6, "above 0"), ("limit:1,2", 6, "one value"), ("sort:up", 5, "none of"),
      ("-2014", 0, "cannot be excluded"), ("2014 2015", 5, "already"),
      (#""a"b"#, 3, "space"), ("\"--\"", 0, "no word"), ("type>3", 0, "cannot be compared"),
    ]
    for fault in faults {
      do {
        let query = try EventQuery(parsing: fault.text)
        Issue.record("\(fault.text) reads as \(query)")
      } catch {
        #expect(error.offset == fault.offset, "\(fault.text): \(error)")
        #expect(error.message.contains(fault.word), "\(fault.text): \(error)")
      }
    }
  }

  @Test func theFaultIsShownUnderTheQuery() {
    #expect(throws: QueryParseError.self) { try EventQuery(parsing: "type:visit sort:up") }
    do { _ = try EventQuery(parsing: "type:visit sort:up") } catch {
      #expect(
        error.description
          == "\"up\" is none of confidence, latest, time\n  type:visit sort:up\n"
          + "                  ^")
    }
  }

  @Test func windowsReadAndPrint() throws {
    let windows: [(String, String)] = [
      ("2014", "2014"), ("2014-03", "2014-03"), ("2014-03-09", "2014-03-09"),
      ("2014..2018", "2014..2018"), ("2014/2018", "2014..2018"),
      ("2014-03..2018-06", "2014-03..2018-06"), ("2014/..", "2014.."), ("2014..", "2014.."),
      ("../2018", "..2018"), ("..2018-04-22", "..2018-04-22"), ("..", ".."),
      ("2014-01..2014-12", "2014"), ("2016-02-01..2016-02-29", "2016-02"),
      ("2014-01-01..2014-01-01", "2014-01-01"),
    ]
    for (text, printed) in windows {
      let query = try EventQuery(parsing: text)
      #expect(query.description == printed)
      #expect(try EventQuery(parsing: query.description) == query)
    }
  }

  @Test func numbersAndWordsAreNotWindows() throws {
    for word in ["36", "S-400", "Su-35", "2014th", "O'Brien", "1.5"] {
      #expect(try EventQuery(parsing: word).terms == [.init(.text(word))])
    }
  }

  @Test func everyValuePrintsAndReadsBack() throws {
    for seed in UInt64(1)...2000 {
      var random = SeededGenerator(seed: seed)
      let query = Self.query(using: &random)
      let text = query.description
      do {
        #expect(try EventQuery(parsing: text) == query, "seed \(seed): \(text)")
      } catch { Issue.record("seed \(seed): \(error)") }
    }
  }

  @Test func noTextCrashesTheParser() {
    let pieces = [
      "type:", "actor:", "\"", "-", "2014", "..", "/", ",", " ", "confidence", ">", "=", "ñ", "x",
      "\u{0}", "limit:", "9", "🙂", "(", "\\", "'",
    ]
    for seed in UInt64(1)...5000 {
      var random = SeededGenerator(seed: seed)
      let text = (0..<Int.random(in: 0...8, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      do {
        let query = try EventQuery(parsing: text)
        #expect(try EventQuery(parsing: query.description) == query, "seed \(seed): \(text)")
      } catch { #expect(error.offset <= text.unicodeScalars.count, "seed \(seed)") }
    }
  }

  static func query(using random: inout SeededGenerator) -> EventQuery {
    let words = ["Pakistan", "North Korea", "S-400", "O'Brien", "a\"b", "x,y", "-x", "Ünal", "50%"]
    var query = EventQuery()
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let condition: EventQuery.Condition
      switch Int.random(in: 0..<4, using: &random) {
      case 0: condition = .text(words.randomElement(using: &random) ?? "")
      case 1:
        condition = .number(
          EventQuery.NumberField.allCases.randomElement(using: &random) ?? .sources,
          EventQuery.Comparison.allCases.randomElement(using: &random) ?? .equal,
          Double(Int.random(in: 0...40, using: &random)) / 4)
      case 2:
        condition =
          [
            .field(.actuality, ["planned", "denied"]), .field(.open, ["no"]),
            .field(.precision, ["month"]), .field(.origin, ["added", "imported"]),
            .field(.type, ["meeting.summit"]),
          ].randomElement(using: &random) ?? .field(.open, ["yes"])
      default:
        let fields: [EventQuery.Field] = [
          .actor, .place, .stage, .label, .document, .source, .id, .attribution,
        ]
        condition = .field(
          fields.randomElement(using: &random) ?? .actor,
          Array(words.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))))
      }
      query.terms.append(.init(condition, isNegated: Bool.random(using: &random)))
    }
    if Bool.random(using: &random) {
      let first = CivilDay(julianDayNumber: Int.random(in: 2_400_000...2_460_000, using: &random))
      let last = first.advanced(by: Int.random(in: 0...800, using: &random))
      query.window = DaySpan(
        earliest: Bool.random(using: &random) ? first : nil,
        latest: Bool.random(using: &random) ? last : nil)
    }
    query.certain = Bool.random(using: &random)
    query.undated = EventQuery.UndatedEvents.allCases.randomElement(using: &random) ?? .only
    query.includesMembers = Bool.random(using: &random)
    query.order = EventQuery.Order.allCases.randomElement(using: &random) ?? .time
    query.limit = Bool.random(using: &random) ? nil : Int.random(in: 1...500, using: &random)
    return query
  }
}
