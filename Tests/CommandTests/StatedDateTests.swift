import Foundation
import Testing
import TimelineTestSupport

@Suite("Dates on the command line are read as they are stated, or refused with the place")
struct StatedDateTests {
  typealias Scratch = FolderCommandTests.Scratch

  /// A date as it is typed, and the EDTF that an event added with it has.
  static let stated = """
    before 2014|[..2013]
    before June 2014|[..2014-05]
    before 3 May 2014|[..2014-05-02]
    after 2014|[2015..]
    after 31 December 2014|[2015-01-01..]
    from 2014|2014/..
    from 2014 onwards|2014/..
    2014 onwards|2014/..
    since May 2014|2014-05/..
    until 2014|../2014
    no later than 2020|[..2020]
    no earlier than 2020|[2020..]
    2020 or later|[2020..]
    1 June 2018 at the latest|[..2018-06-01]
    circa 2010|2010~
    about 2010|2010~
    c. 1905|1905~
    around May 2014|2014-05~
    the 90s|199X
    the '80s|198X
    the 1890s|189X
    between 2014 and 2016|[2014..2016]
    from 2014 to 2016|2014/2016
    1914-18|1914/1918
    2014-18|2014/2018
    12/03/2015|[2015-03-12?,2015-12-03?]
    44 BC|-0043
    """

  @Test func wordsAroundADateCount() throws {
    let scratch = try Scratch()
    try scratch.write("start.txt", "They met in Kazan on 3 May 2014.")
    #expect(try scratch.run("timeline ingest start.txt").status == 0)
    let lines = Self.stated.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
    let commands = lines.enumerated().map { "timeline add \"\($1[0])\" 'Event \($0)'" }
    let run = try scratch.run(commands.joined(separator: " && "))
    #expect(run.status == 0, "\(run.errors)")
    for (number, fields) in lines.enumerated() {
      let added = "  \(fields[1])  Event \(number)\n"
      #expect(run.output.contains(added), "\(fields[0]): no \(added) in \(run.output)")
    }
    let listed = try scratch.run("timeline range 2015-03-12 2015-03-12 --json").output
    #expect(listed.contains("\"uncertain\":true"), "\(listed)")
  }

  /// A text that is no date, and what is said of it.
  static let refused = """
    2001-45|at character 6: there is no month 45
    2014-42|at character 6: there is no month 42
    2014-13|at character 6: there is no month 13
    2014-00|at character 6: there is no month 00
    2018/2014|at character 10: the interval ends before it begins
    [2014|at character 6: expected a comma or ]
    2018-W54|at character 7: expected a week from 01 to 53
    2018-05-03T25:20:30Z|at character 12: expected an hour from 00 to 24
    2015-02-30|at character 9: February 2015 has no day 30, it has 28 days
    between 2014|between takes two, as in "between 2014 and 2016"
    the 20s|is not a date: write 2018-04-22
    before|is not a date: write 2018-04-22
    """

  @Test func whatIsNoDateIsRefusedWithThePlace() throws {
    let scratch = try Scratch()
    for line in Self.refused.split(separator: "\n") {
      let fields = line.split(separator: "|").map(String.init)
      for command in ["add \"\(fields[0])\" x", "range \"\(fields[0])\""] {
        if fields[0] == "2018/2014", command.hasPrefix("range") { continue }
        let run = try scratch.run("timeline \(command)")
        #expect(run.status == 64, "\(command): \(run.output)\(run.errors)")
        #expect(run.errors.contains("\"\(fields[0])\" is not a date: "), "\(run.errors)")
        #expect(run.errors.contains(fields[1]), "\(run.errors)")
      }
    }
  }

  @Test func rangeListsNothingThatIsNotInIt() throws {
    let scratch = try Scratch()
    let events = [
      ("-0043-03", "Caesar"), ("-0100", "Early"), ("0001-01-01", "First"), ("-0044/0005", "Across"),
      ("[..0004]", "Open"), ("Y12345", "Far"), ("9999-12-31", "Last"), ("2018", "Now"),
    ]
    let added = try scratch.run(
      events.map { "timeline add -- '\($0.0)' \($0.1)" }.joined(separator: " && "))
    #expect(added.status == 0, "\(added.errors)")
    func listed(_ arguments: String) throws -> Set<String> {
      let run = try scratch.run("timeline range \(arguments) --json")
      #expect(run.status == 0, "\(arguments): \(run.errors)")
      return Set(events.map(\.1).filter { run.output.contains("\"title\":\"\($0)\"") })
    }
    for options in ["", " --query 'confidence>=0'", " --undated"] {
      #expect(try listed("'44 BC'" + options) == ["Caesar", "Across", "Open"])
      #expect(try listed("'101 BC'" + options) == ["Early", "Open"])
      #expect(try listed("0001 0001" + options) == ["First", "Across", "Open"])
      #expect(try listed("'200 BC' '1 BC'" + options) == ["Early", "Caesar", "Across", "Open"])
      #expect(try listed("9999" + options) == ["Last"])
      #expect(try listed("Y12345" + options) == ["Far"])
      #expect(try listed("2000 Y13000" + options) == ["Now", "Last", "Far"])
      #expect(try listed("2018" + options) == ["Now"])
      #expect(
        try listed(".. 2018" + options) == ["Caesar", "Early", "First", "Across", "Open", "Now"])
    }
    #expect(try listed("'44 BC' --certain") == ["Caesar"])
    #expect(try listed("'200 BC' 0001 --certain") == ["Early", "Caesar", "First"])
    #expect(try listed("'200 BC' 0005 --certain") == ["Early", "Caesar", "First", "Across"])
    #expect(try listed("0001 0001 --certain") == ["First"])
  }
}
