/// How wide texts are in drawings whose font is not known beforehand.
///
/// The widths are those of DejaVu Sans, among the widest of the common sans-serif fonts, so that a
/// label that fits here fits in Helvetica, Arial, Segoe or Noto too.
public struct TextMeasure: Sendable, Hashable {
  /// The size of the font in pixels.
  public var size: Double

  /// A measure of texts of that size.
  public init(size: Double = 12) {
    self.size = size
  }

  /// The width of a text in pixels, never less than a browser needs for it.
  ///
  ///     TextMeasure(size: 10).width("Mi")   // 11.4
  public func width(_ text: some StringProtocol) -> Double {
    var hundredths = 0
    for scalar in text.unicodeScalars { hundredths += TextMeasure.advance(scalar) }
    return Double(hundredths) * size / 100
  }

  /// The text in at most that many pixels; what is cut off leaves `…`.
  public func cut(_ text: String, to room: Double) -> String {
    if width(text) <= room { return text }
    var left = room - width("…")
    var result = ""
    for character in text {
      left -= width(String(character))
      if left < 0 { break }
      result.append(character)
    }
    while result.last == " " { result.removeLast() }
    return result + "…"
  }

  /// The text in lines of at most that many pixels, broken at spaces; a word that is wider than a line
  /// is cut.
  public func lines(_ text: String, room: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || width(longer) <= room {
        line = longer
      } else {
        lines.append(cut(line, to: room))
        line = String(word)
      }
    }
    return lines + [cut(line, to: room)]
  }

  /// Hundredths of the font's size that a scalar takes.
  private static func advance(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value >= 0x20, value < 0x7f { return Int(ascii[Int(value) - 0x20]) }
    if value < 0x20 { return 0 }
    switch DisplayWidth.of(scalar) {
    case 0: return 0
    case 2: return 105
    default: return value < 0x2000 ? 80 : 100
    }
  }

  private static let ascii: [UInt8] = [
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
    60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
  ]
}
