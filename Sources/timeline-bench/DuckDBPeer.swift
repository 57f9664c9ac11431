import Foundation

/// DuckDB in a process of its own, with the same events; see `Benchmarks/duckdb-peer.py`.
final class DuckDBPeer {
  /// What the process says of itself.
  struct Greeting: Decodable {
    var version: String
    var events: Int
  }

  /// One answer: CPU seconds of the query, and with its rows handed over to Python.
  struct Answer: Decodable {
    var query: Double
    var fetched: Double
    var keys: [String]
  }

  private struct Question: Encodable {
    var sql: String
    var parameters: [Int]
  }

  /// The version and the number of events.
  let greeting: Greeting
  private let process = Process()
  private let questions = Pipe()
  private let answers = Pipe()
  private var unread = Data()

  /// Starts the process and waits until it has the events of the database.
  ///
  /// - Throws: `BenchError` when there is no Python with DuckDB.
  init(file: String) throws {
    let own = ".build/peers/bin/python"
    let python = FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, "Benchmarks/duckdb-peer.py", file]
    process.standardInput = questions
    process.standardOutput = answers
    try process.run()
    guard let line = DuckDBPeer.line(answers, &unread) else {
      process.waitUntilExit()
      throw BenchError(message: "it needs scripts/install-python .build/peers duckdb")
    }
    greeting = try JSONDecoder().decode(Greeting.self, from: line)
  }

  deinit {
    try? questions.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Asks one query.
  func ask(_ sql: String, _ parameters: [Int]) throws -> Answer {
    let question = try JSONEncoder().encode(Question(sql: sql, parameters: parameters))
    try questions.fileHandleForWriting.write(contentsOf: question + Data("\n".utf8))
    guard let line = DuckDBPeer.line(answers, &unread) else {
      throw BenchError(message: "DuckDB does not answer")
    }
    return try JSONDecoder().decode(Answer.self, from: line)
  }

  /// The next line of a pipe; nil at its end.
  private static func line(_ pipe: Pipe, _ unread: inout Data) -> Data? {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread = Data(unread[unread.index(after: end)...]) }
        return unread[..<end]
      }
      let more = pipe.fileHandleForReading.availableData
      if more.isEmpty { return nil }
      unread += more
    }
  }
}
