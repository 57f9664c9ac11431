import Foundation

/// `embed-text OUTPUT FILE…`: writes one `enum EmbeddedText` with every file as a `StaticString`.
///
/// A raw string literal of enough `#` carries any text unchanged; the lookup is a chain of
/// comparisons, made once per file and run.
@main
struct EmbedTextTool {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else {
      FileHandle.standardError.write(Data("usage: embed-text OUTPUT FILE...\n".utf8))
      exit(64)
    }
    var source = """
      /// Text files of the repository, embedded while building. Made by `embed-text`.
      enum EmbeddedText {
        /// The names of all embedded files, sorted by path.
        static let names: [String] = [

      """
    let inputs = arguments.dropFirst().map { URL(fileURLWithPath: $0) }
    for input in inputs { source += "    \"\(input.lastPathComponent)\",\n" }
    source += "  ]\n\n  /// The text of the file with that name, or nil.\n"
    source += "  static func file(_ name: String) -> StaticString? {\n    switch name {\n"
    for (number, input) in inputs.enumerated() {
      source += "    case \"\(input.lastPathComponent)\": return file\(number)\n"
    }
    source += "    default: return nil\n    }\n  }\n"
    for (number, input) in inputs.enumerated() {
      let text = try String(contentsOf: input, encoding: .utf8)
      let fence = String(repeating: "#", count: longestFence(in: text) + 1)
      source += "\n  private static let file\(number): StaticString = \(fence)\"\"\"\n"
      source += text + "\n\"\"\"\(fence)\n"
    }
    source += "}\n"
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }

  /// The longest run of `#` in the text, so that one more closes a raw string safely.
  static func longestFence(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "#") ? run + 1 : 0
      longest = max(longest, run)
    }
    return max(longest, 2)
  }
}
