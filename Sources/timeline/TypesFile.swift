import ArgumentParser
import Foundation
import TimelineIngest

/// Reading a file of event types for a command.
enum TypesFile {
  /// The types of the file; what is wrong with it goes to standard error, a line a fault.
  ///
  /// - Throws: the exit code when the file cannot be read.
  static func read(_ path: String) throws -> EventTypeFile {
    guard let data = FileManager.default.contents(atPath: path) else {
      StandardStreams.complain("\(path) cannot be read.")
      throw ExitCode.inputOutput
    }
    let file = EventTypeFile(String(decoding: data, as: UTF8.self))
    for fault in file.faults { StandardStreams.complain("\(path), \(fault)") }
    return file
  }
}
