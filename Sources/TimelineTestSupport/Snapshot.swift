import Foundation

/// Texts kept beside the tests and compared with what the program gives now.
public enum Snapshot {
  /// Compares a text with the file `Snapshots/NAME` of a test target; with `RECORD_SNAPSHOTS=1` in
  /// the environment the file is written instead.
  ///
  /// - Parameters:
  ///   - text: what the program gave.
  ///   - name: the file's name.
  ///   - target: the folder below `Tests/`.
  /// - Returns: nil when they agree, else the first difference.
  /// - Throws: when the file cannot be read or written.
  public static func difference(_ text: String, named name: String, in target: String) throws
    -> String?
  {
    let file = Repository.root.appending(path: "Tests/\(target)/Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(text.utf8).write(to: file)
      return nil
    }
    guard let data = FileManager.default.contents(atPath: file.path) else {
      return "\(name) is not recorded; run with RECORD_SNAPSHOTS=1"
    }
    let expected = String(decoding: data, as: UTF8.self)
    if expected == text { return nil }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(old.count, new.count) {
      let before = index < old.count ? String(old[index]) : "(nothing)"
      let after = index < new.count ? String(new[index]) : "(nothing)"
      if before != after {
        return "\(name):\(index + 1)\n  recorded: \(before)\n  now:      \(after)"
      }
    }
    return "\(name) differs in its line ends"
  }
}
