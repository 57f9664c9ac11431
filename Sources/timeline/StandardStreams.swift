import Foundation

/// Standard output and error, written as bytes.
enum StandardStreams {
  /// Writes text to standard output.
  static func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Writes one line to standard error, headed by the program's name.
  static func complain(_ sentence: String) {
    FileHandle.standardError.write(Data("timeline: \(sentence)\n".utf8))
  }

  /// Writes one line of information to standard error.
  static func note(_ sentence: String) {
    FileHandle.standardError.write(Data("\(sentence)\n".utf8))
  }
}
