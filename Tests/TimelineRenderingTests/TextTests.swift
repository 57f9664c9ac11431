import Testing
import TimelineRendering

@Suite struct DisplayWidthTests {
  @Test func countsTerminalColumns() {
    let cases: [(String, Int)] = [
      ("", 0), ("Su-35", 5), ("Орёл", 4), ("北京会议", 8), ("e\u{301}te\u{301}", 3), ("한국", 4),
      ("🇵🇰", 2), ("👩‍🚀", 2), ("❤\u{fe0f}", 2), ("روسيا", 5), ("a\u{200d}b", 2), ("ｗ", 2),
      ("–", 1), ("▰", 1),
    ]
    for (text, width) in cases {
      #expect(DisplayWidth.of(text) == width, "\(text)")
    }
  }

  @Test func wrapsWithinTheWidthAndLosesNothing() {
    let texts = [
      "Russia lifts its embargo on arms sales to Pakistan", "外交部长会议在北京举行并签署协议",
      "a veryveryveryverylongwordwithoutanyspace here", "", "  spaces   between ",
    ]
    for text in texts {
      for width in 2...30 {
        let lines = TextWrapping.lines(text, width: width)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(text) at \(width)")
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
      }
    }
  }

  @Test func cutsSayThatTheyCut() {
    #expect(TextWrapping.cut("Defence Ministry", width: 8) == "Defence…")
    #expect(TextWrapping.cut("北京会议", width: 6) == "北京…")
    #expect(TextWrapping.cut("short", width: 5) == "short")
  }
}

@Suite struct VisibleTextTests {
  @Test func spellsOutWhatSteersATerminal() {
    #expect(VisibleText.line("a\u{1b}[31mb") == "a\\u{1B}[31mb")
    #expect(VisibleText.line("a\u{9b}b\u{7f}") == "a\\u{9B}b\\u{7F}")
    #expect(VisibleText.line("x\u{202e}y") == "x\\u{202E}y")
    #expect(VisibleText.line(" two\n\tlines\u{2028}end ") == "two lines end")
    #expect(VisibleText.lines("a\r\nb\tc\u{0}") == "a\nb c\\u{0}")
  }

  @Test func isolatesRightToLeftText() {
    #expect(VisibleText.isolated("پاکستان") == "\u{2068}پاکستان\u{2069}")
    #expect(VisibleText.isolated("Pakistan") == "Pakistan")
  }
}

@Suite struct TableTests {
  let table = Table(
    columns: [
      TableColumn("Date", fit: .whole), TableColumn("Event"), TableColumn("n"),
      TableColumn("Id", fit: .whole),
    ],
    rows: [
      [
        .text("Apr 2018"), .text("北京 meeting on the supply of aircraft"), .integer(7), .text("e_1"),
      ],
      [.text("2014"), .text("=HYPERLINK(\"http://x\")"), .integer(1234), .text("e_2")],
      [.null, .text("a|b\u{1b}[2J\nnext, \"quoted\""), .null, .text("-1")],
    ])

  @Test func alignsAndWrapsForPeople() {
    let text = TableText(width: 40).text(table)
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 40 })
    #expect(
      text == """
        Date      Event                   n  Id
        ────────  ───────────────────  ────  ───
        Apr 2018  北京 meeting on the     7  e_1
                  supply of aircraft
        2014      =HYPERLINK("http://  1234  e_2
                  x")
                  a|b\\u{1B}[2J next,         -1
                  "quoted"

        """)
  }

  /// Thirty columns cannot stand side by side; each row is a block then, and nothing is lost.
  @Test func columnsThatDoNotFitAreBlocks() {
    let titles = (0..<30).map { "column\($0)" }
    let row: [TableCell] = titles.map { .text("value of \($0)") }
    let text = TableText(width: 60, null: "NULL").text(
      Table(titles: titles, rows: [row, [.null, .integer(7), .text("")] + row.dropFirst(3)]))
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 60 })
    #expect(lines.count == 2 * 31)
    #expect(lines[30] == "column29  value of column29")
    #expect(lines[32] == "column0   NULL")
    #expect(lines[33] == "column1   7")
    #expect(lines[34] == "column2")
  }

  /// What is written part by part is what the whole table gives.
  @Test(arguments: [TableFormat.csv, .tsv, .json, .jsonl])
  func partsMakeTheWhole(_ format: TableFormat) throws {
    for sizes in [[0], [3], [1, 2], [0, 1, 0, 2, 0]] {
      let rows = (0..<sizes.reduce(0, +)).map { [table.rows[$0 % 3][1], .integer($0)] }
      var writer = try #require(TableWriter(format))
      var text = ""
      var start = 0
      for size in sizes {
        text += writer.text(
          Table(titles: ["a", "b"], rows: Array(rows[start..<start + size])))
        start += size
      }
      text += writer.end()
      #expect(text == format.text(Table(titles: ["a", "b"], rows: rows)), "\(sizes)")
    }
    #expect(TableWriter(.markdown) == nil && TableWriter(.table) == nil)
  }

  @Test func aHeadingThatStandsTwiceHidesNothing() {
    let table = Table(titles: ["a", "a", "a_2"], rows: [[.integer(1), .integer(2), .integer(3)]])
    #expect(TableFormat.jsonl.text(table) == "{\"a\":1,\"a_2\":2,\"a_2_2\":3}\n")
  }

  @Test func withoutAWidthNothingIsCut() {
    let text = TableText().text(table)
    #expect(text.contains("北京 meeting on the supply of aircraft"))
    #expect(text.split(separator: "\n").count == 5)
  }

  @Test func commaSeparatedValuesAreQuotedAndGuarded() {
    #expect(
      DelimitedText.csv(table) == """
        Date,Event,n,Id
        Apr 2018,北京 meeting on the supply of aircraft,7,e_1
        2014,"'=HYPERLINK(""http://x"")",1234,e_2
        ,"a|b\\u{1B}[2J
        next, ""quoted\""",,'-1

        """)
  }

  @Test func tabSeparatedValuesStayOnOneLine() {
    let lines = DelimitedText.tsv(table).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 4 })
  }

  @Test func markdownCannotBeBrokenByACell() {
    let text = MarkdownText.table(table)
    #expect(text.contains("a\\|b\\\\u{1B}\\[2J next, \"quoted\""))
    #expect(text.split(separator: "\n").count == 5)
    #expect(MarkdownText.escaped("<script>*x*") == "&lt;script&gt;\\*x\\*")
  }

  @Test func emptyTablesAreValidDocuments() {
    let empty = Table(titles: ["id"])
    #expect(TableFormat.json.text(empty) == "[]\n")
    #expect(TableFormat.jsonl.text(empty) == "")
    #expect(TableFormat.csv.text(empty) == "id\n")
  }

  @Test func jsonKeepsTypes() {
    let text = TableFormat.jsonl.text(
      Table(titles: ["a", "b", "c"], rows: [[.integer(1), .null, .blob([0, 255])]]))
    #expect(text == "{\"a\":1,\"b\":null,\"c\":\"00ff\"}\n")
  }
}
