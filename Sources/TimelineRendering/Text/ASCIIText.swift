/// Texts for terminals that show nothing but ASCII.
public enum ASCIIText {
  /// The text in ASCII: Latin letters without their accents, dashes, quotation marks and dots as ASCII
  /// has them, `?` for any other character.
  ///
  ///     ASCIIText.of("“Orël” – 北京")   // "Orel" - ??
  public static func of(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for character in text {
      if character.isASCII {
        result.append(character)
      } else {
        result += substitute(character)
      }
    }
    return result
  }

  private static func substitute(_ character: Character) -> String {
    switch character {
    case "–", "—", "−", "‐", "‑": return "-"
    case "“", "”", "„", "«", "»": return "\""
    case "‘", "’", "‚", "ʼ": return "'"
    case "·", "•": return "|"
    case "…": return "..."
    case "\u{a0}": return " "
    case "ß": return "ss"
    case "æ", "œ": return String(character == "æ" ? "ae" : "oe")
    default: break
    }
    guard let scalar = character.unicodeScalars.first else { return "" }
    if scalar.isASCII { return String(Character(scalar)) }
    if scalar.properties.generalCategory == .format { return "" }
    // LATIN SMALL LETTER E WITH ACUTE
    let words = (scalar.properties.name ?? "").split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1 else {
      return "?"
    }
    return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  }
}
