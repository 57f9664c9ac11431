public import Foundation

/// The `timeline` program of the build that the tests belong to, run as a real process.
public enum BuiltProgram {
  /// What a run left behind.
  public struct Run: Sendable {
    /// The exit code.
    public var status: Int32
    /// Everything on standard output.
    public var output: String
    /// Everything on standard error.
    public var errors: String
  }

  /// The folder of the build products: where the test bundle lies.
  public static var folder: URL {
    var executable = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
      .resolvingSymlinksInPath().deletingLastPathComponent()
    while executable.path != "/" {
      if FileManager.default.isExecutableFile(atPath: executable.appending(path: "timeline").path) {
        return executable
      }
      executable.deleteLastPathComponent()
    }
    return Repository.root.appending(path: ".build/debug")
  }

  /// Runs a shell command line with `timeline` on the path.
  ///
  /// - Parameters:
  ///   - commandLine: a line for `/bin/sh`.
  ///   - directory: the working directory.
  ///   - columns: the terminal width that the program is told.
  /// - Returns: what the run printed and its exit code.
  /// - Throws: when the process cannot be started.
  public static func shell(_ commandLine: String, in directory: URL, columns: Int = 80) throws
    -> Run
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", commandLine]
    process.currentDirectoryURL = directory
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = folder.path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["COLUMNS"] = String(columns)
    environment["NO_COLOR"] = "1"
    environment["TIMELINE_FOLDER"] = nil
    process.environment = environment
    // Files, not pipes: a full pipe would stop the program while nobody reads the other one.
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let outputFile = scratch.appending(path: "output")
    let errorFile = scratch.appending(path: "errors")
    for file in [outputFile, errorFile] {
      try Data().write(to: file)
    }
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }
}
