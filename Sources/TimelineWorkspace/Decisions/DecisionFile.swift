import TimelineModel

/// What `decisions.jsonl` holds: the good lines as decisions, the bad ones as warnings.
///
/// No line is ever deleted or changed. The file may be concatenated, merged by git or edited by
/// hand: the order of lines means nothing, a repeated line counts once.
struct DecisionFile: Sendable {
  /// A decision with its line.
  struct Entry: Sendable, Hashable {
    var decision: Decision
    /// The line as it stands in the file.
    var raw: String
    /// The number of the line, counted from 1.
    var line: Int
  }

  /// What the codes of all warnings about lines begin with.
  static let warningPrefix = "decisions."

  /// The decisions in the order of the file.
  var entries: [Entry] = []
  /// What is wrong with other lines, in the order of the file.
  var warnings: [Warning] = []
  /// SHA-256 of the file.
  var fingerprint: String

  /// Reads the file's bytes.
  init(_ bytes: [UInt8]) {
    fingerprint = DecisionFile.fingerprint(bytes)
    var seen: [String: (line: Int, content: String)] = [:]
    var number = 0
    for slice in bytes.split(separator: 0x0a, omittingEmptySubsequences: false) {
      number += 1
      var line = slice
      if line.last == 0x0d { line = line.dropLast() }
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      guard let text = String(validating: line, as: UTF8.self) else {
        warn(number, "decisions.bad-line", "is not valid UTF-8")
        continue
      }
      do throws(DecisionLineReader.Problem) {
        let decision = try DecisionLineReader.decode(text)
        let content = DecisionLine.identity(of: decision)
        if let earlier = seen[decision.id] {
          warn(
            number, "decisions.duplicate",
            earlier.content == content
              ? "repeats line \(earlier.line)"
              : "has the id of line \(earlier.line) and another content; it was passed over")
          continue
        }
        seen[decision.id] = (number, content)
        if content != decision.id {
          warn(number, "decisions.edited", "was changed after it was written; it holds as it is")
        }
        entries.append(Entry(decision: decision, raw: text, line: number))
      } catch {
        warn(number, "decisions.bad-line", error.reason)
      }
    }
  }

  /// SHA-256 of bytes, in hexadecimal.
  static func fingerprint(_ bytes: [UInt8]) -> String { SHA256.hexadecimal(of: bytes) }

  /// Reads a folder's decisions; a missing file holds none.
  static func read(_ folder: TimelineFolder) throws(WorkspaceError) -> DecisionFile {
    DecisionFile(try FileSystem.read(folder.decisions) ?? [])
  }

  /// Appends decisions to a folder's file and waits until they are on the disk.
  ///
  /// A last line that was cut off stays, as a line of its own.
  static func append(_ decisions: [Decision], to folder: TimelineFolder) throws(WorkspaceError) {
    var bytes: [UInt8] = []
    if let last = try FileSystem.read(folder.decisions)?.last, last != 0x0a { bytes = [0x0a] }
    for decision in decisions { bytes += Array(DecisionLine.encode(decision).utf8) + [0x0a] }
    try FileSystem.append(bytes, to: folder.decisions)
  }

  private mutating func warn(_ line: Int, _ code: String, _ reason: String) {
    warnings.append(
      Warning(code: code, document: nil, message: "decisions.jsonl:\(line): the line \(reason)"))
  }
}
