import Foundation
import Glibc

/// Processor time of this process, which does not count the work of others on a busy machine.
enum CPUClock {
  /// How long a piece of work takes, in seconds.
  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = now()
    try body()
    return now() - start
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension Double {
  /// The number with that many digits after the point.
  func text(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }
}

extension [Double] {
  /// The middle value; 0 without any.
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}

/// Programs beside this one.
enum Subprocess {
  /// What a program prints.
  ///
  /// - Throws: `BenchError` when it cannot be run or fails.
  static func output(of arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchError(message: "\(arguments[0]) failed")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
