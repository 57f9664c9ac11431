import ArgumentParser
import Foundation
import TimelineRendering
import TimelineStore

/// `timeline sql`: one statement that reads.
struct SqlCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Run one SQL statement that reads.",
    usage: "timeline sql [options] [-p NAME VALUE]... STATEMENT",
    discussion: """
      Start with `SELECT * FROM event`; `timeline schema` lists tables, views and columns, \
      `timeline schema --examples` queries to begin from. The database is opened for reading \
      only: what could change something is refused, as are ATTACH and extensions.

        timeline sql 'SELECT date, title FROM event WHERE type = :type' -p type visit
        timeline sql --csv 'SELECT * FROM event_actor' > actors.csv
        timeline sql - < query.sql
      """)

  @OptionGroup var timeline: StoreOptions

  @OptionGroup var output: OutputOptions

  @Option(
    name: .shortAndLong, parsing: .upToNextOption,
    help: ArgumentHelp(
      "The value of a named parameter, as in -p actor Russia.", valueName: "name value"))
  var parameter: [String] = []

  @Option(help: "Print at most that many rows, and say when there are more.")
  var limit: Int?

  @Option(help: ArgumentHelp("Stop the statement after that many seconds.", valueName: "seconds"))
  var timeout: Double?

  @Argument(help: "The statement, or - to read it from standard input.")
  var statement: String?

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number above 0.") }
    if let timeout, timeout <= 0 || !timeout.isFinite {
      throw ValidationError("--timeout takes a number of seconds above 0.")
    }
  }

  func run() throws {
    let (parameters, given) = try split()
    var statement = given
    if statement == "-" {
      statement = String(
        decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
    }
    let store = try timeline.reader()
    if let format = output.format, var writer = TableWriter(format.table) {
      var last: (count: Int, isCut: Bool) = (0, false)
      try reporting {
        try store.query(
          statement, parameters: parameters, limit: limit, timeout: timeout, batch: 2_000
        ) { part in
          StandardStreams.write(writer.text(part.table))
          last = (last.count + part.rows.count, part.isCut)
        }
      }
      StandardStreams.write(writer.end())
      if last.isCut {
        StandardStreams.note("showing \(last.count) rows; there are more (raise --limit)")
      }
      return
    }
    let result = try reporting {
      try store.query(
        statement, parameters: parameters, limit: limit, timeout: timeout)
    }
    let count = result.rows.count == 1 ? "1 row" : "\(result.rows.count) rows"
    let sentence = result.isCut ? "showing \(count); there are more (raise --limit)" : count
    output.print(result.table, footer: sentence, null: "NULL")
    if result.isCut, output.format != nil { StandardStreams.note(sentence) }
  }

  /// Parameters come in pairs; what is left over when they stand last is the statement.
  private func split() throws -> (parameters: [String: String], statement: String) {
    var words = parameter
    var statement = self.statement
    if statement == nil, words.count % 2 == 1 { statement = words.removeLast() }
    guard let statement else { throw ValidationError("Give a statement, or - to read it.") }
    guard words.count % 2 == 0 else {
      throw ValidationError("-p takes a name and a value, as in -p actor Russia.")
    }
    var parameters: [String: String] = [:]
    for index in stride(from: 0, to: words.count, by: 2) {
      let name = words[index]
      parameters[[":", "@", "$"].contains(name.first) ? String(name.dropFirst()) : name] =
        words[index + 1]
    }
    return (parameters, statement)
  }
}
