/// Cuts texts into lines of a number of terminal columns.
public enum TextWrapping {
  /// The text in lines of at most that many columns, broken at spaces.
  ///
  /// A word that is wider than a line is broken inside. A text without words gives one empty line.
  ///
  ///     TextWrapping.lines("Russia lifts its embargo", width: 12)  // ["Russia lifts", "its embargo"]
  public static func lines(_ text: String, width: Int) -> [String] {
    let width = max(2, width)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let wordWidth = DisplayWidth.of(word)
      if used > 0, used + 1 + wordWidth <= width {
        line += " " + word
        used += 1 + wordWidth
        continue
      }
      if used > 0 { lines.append(line) }
      if wordWidth <= width {
        line = String(word)
        used = wordWidth
      } else {
        (line, used) = breakWord(word, width: width, into: &lines)
      }
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The text in at most that many columns; what is cut off leaves `…`.
  public static func cut(_ text: String, width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    var result = ""
    var used = 0
    for character in text {
      let columns = DisplayWidth.of(character)
      if used + columns > width - 1 { break }
      result.append(character)
      used += columns
    }
    return result + "…"
  }

  private static func breakWord(_ word: Substring, width: Int, into lines: inout [String])
    -> (String, Int)
  {
    var line = ""
    var used = 0
    for character in word {
      let columns = DisplayWidth.of(character)
      if used + columns > width {
        lines.append(line)
        line = ""
        used = 0
      }
      line.append(character)
      used += columns
    }
    return (line, used)
  }
}
