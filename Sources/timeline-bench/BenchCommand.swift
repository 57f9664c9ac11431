import Foundation

/// Speed figures, each against a limit measured in the same run.
///
/// `timeline-bench [PART…] [--events N] [--keep FILE | --reuse FILE]`; without a part, all of them.
/// A kept file is measured again, without loading, by `--reuse`.
@main
struct BenchCommand {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let events = option("--events", in: &arguments).flatMap { Int($0) } ?? 1_000_000
    let kept = option("--keep", in: &arguments)
    let reused = option("--reuse", in: &arguments)
    let parts = ["startup", "text", "cores", "store", "render"]
    if let unknown = arguments.first(where: { !parts.contains($0) }) {
      FileHandle.standardError.write(
        Data("timeline-bench: there is no part \(unknown); there is \(parts)\n".utf8))
      exit(64)
    }
    if arguments.isEmpty || arguments.contains("startup") { try StartupBench().run() }
    if arguments.isEmpty || arguments.contains("text") { try TextBench().run() }
    if arguments.isEmpty || arguments.contains("cores") { try CoreBench().run() }
    if arguments.isEmpty || arguments.contains("store") {
      try StoreBench(eventCount: events, keptAt: kept, reusedFrom: reused).run()
    }
    if arguments.isEmpty || arguments.contains("render") { try RenderBench().run() }
  }

  /// Takes an option with its value out of the arguments.
  private static func option(_ name: String, in arguments: inout [String]) -> String? {
    guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else {
      return nil
    }
    defer { arguments.removeSubrange(index...index + 1) }
    return arguments[index + 1]
  }
}
