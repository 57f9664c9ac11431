/// Markdown (GitHub flavour) of tables and of texts that must stay texts.
///
/// Source: GitHub Flavored Markdown Spec 0.29, section 4.10 and 2.4.
public enum MarkdownText {
  /// The table as a pipe table, one line a row.
  public static func table(_ table: Table) -> String {
    var text = row(table.columns.map { escaped($0.title) })
    text += row(
      table.columns.indices.map { column in
        let numeric = table.rows.contains { $0[column].isNumber }
        return numeric ? "---:" : "---"
      })
    for cells in table.rows { text += row(cells.map { escaped($0.plain) }) }
    return text
  }

  /// The text on one line with everything that Markdown or HTML would take for markup escaped.
  public static func escaped(_ text: String) -> String {
    var result = ""
    let special: Set<Character> = ["\\", "`", "*", "_", "[", "]", "|", "#", "~", "!"]
    let line = Array(VisibleText.line(text))
    for (index, character) in line.enumerated() {
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "_" where isInsideWord(index, of: line): result += "_"
      case let other where special.contains(other): result += "\\" + String(other)
      default: result.append(character)
      }
    }
    // A list or a rule begins with one of these only at the start of a line.
    if let first = result.first, "+-=".contains(first) { result = "\\" + result }
    return result
  }

  /// Whether letters or digits stand on both sides, where an underscore means nothing.
  private static func isInsideWord(_ index: Int, of line: [Character]) -> Bool {
    guard index > 0, index + 1 < line.count else { return false }
    let sides = [line[index - 1], line[index + 1]]
    return sides.allSatisfy { $0.isLetter || $0.isNumber }
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }
}
