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
  /// The path of a program of the same build.
  static func own(_ name: String) -> String {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: name).path
  }

  /// Runs a program and throws away what it prints.
  ///
  /// Not by way of `Process`, which looks only every twentieth of a second whether one has ended.
  ///
  /// - Throws: `BenchError` when it cannot be run or fails.
  static func run(_ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for output in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    var status: Int32 = 0
    guard posix_spawn(&child, arguments[0], &actions, nil, &words, environ) == 0,
      waitpid(child, &status, 0) == child, status == 0
    else {
      throw BenchError(message: "\(arguments.prefix(6).joined(separator: " ")) failed")
    }
  }

  /// User and system time of all programs that were run, in seconds.
  static func processorTime() -> Double {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    let seconds = Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    return seconds + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }

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
