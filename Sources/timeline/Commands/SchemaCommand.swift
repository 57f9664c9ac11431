import ArgumentParser
import TimelineRendering
import TimelineStore

/// `timeline schema`: tables, views and columns with what they hold.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print tables, views and columns with what they hold, or example queries.",
    discussion: """
      Without a name, the views made for people and the tables; with one, its columns. Everything \
      printed here stands in the database itself, in column_doc and cookbook.

        timeline schema event
        timeline schema --examples
      """)

  @OptionGroup var timeline: StoreOptions

  @OptionGroup var output: OutputOptions

  @Flag(help: "Print example queries instead.")
  var examples = false

  @Argument(help: "A table or view; all when there is none.")
  var name: String?

  func run() throws {
    let store = try timeline.reader()
    let result = try reporting {
      if examples {
        return try store.query("SELECT number, question, sql FROM cookbook ORDER BY number")
      }
      guard let name else {
        return try store.query(
          """
          SELECT t.name, t.type,
            (SELECT group_concat(name, ', ') FROM pragma_table_xinfo(t.name) WHERE hidden <> 1)
            AS columns
          FROM sqlite_schema AS t
          WHERE t.name IN (SELECT table_name FROM column_doc)
          ORDER BY t.name <> 'event', t.type DESC, t.name
          """)
      }
      return try store.query(
        """
        SELECT c.name AS "column", c.type, d.description
        FROM pragma_table_xinfo(:name) AS c
        LEFT JOIN column_doc AS d ON d.table_name = :name AND d.column_name = c.name
        WHERE c.hidden <> 1 ORDER BY c.cid
        """, parameters: ["name": name])
    }
    if let name, result.rows.isEmpty {
      StandardStreams.complain("there is no table or view named \(name)")
      throw ExitCode.notFound
    }
    guard examples, output.format == nil else {
      output.print(result.table)
      return
    }
    for row in result.rows {
      let texts = row.map { cell -> String in
        switch cell {
        case .text(let text): text
        case .integer(let number): "\(number)"
        default: ""
        }
      }
      StandardStreams.write("-- \(texts[0]). \(texts[1])\n\(texts[2])\n\n")
    }
  }
}

extension SQLResult {
  /// The result as a table to print.
  var table: Table {
    Table(
      titles: columns,
      rows: rows.map { row in
        row.map { cell in
          switch cell {
          case .null: .null
          case .integer(let number): .integer(number)
          case .real(let number): .number(number)
          case .text(let text): .text(text)
          case .blob(let bytes): .blob(bytes)
          }
        }
      })
  }
}
