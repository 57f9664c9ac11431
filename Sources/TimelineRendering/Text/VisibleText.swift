/// Texts from documents made harmless for terminals and pages.
///
/// Documents are hostile: an escape sequence in a title must not recolour, move or answer on the
/// reader's terminal, and a bidirectional override must not reorder the row it stands in.
public enum VisibleText {
  /// The text on one line: runs of white space are one space, and control characters, line
  /// separators and bidirectional controls are spelled out, ESC as `\u{1B}`.
  public static func line(_ text: some StringProtocol) -> String {
    if isPlainLine(text.utf8) { return String(text) }
    var scalars = String.UnicodeScalarView()
    var space = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        space = true
        continue
      }
      if space, !scalars.isEmpty { scalars.append(" ") }
      space = false
      append(scalar, to: &scalars)
    }
    return String(scalars)
  }

  /// The text with its lines kept and every other control character spelled out; tabs are spaces.
  public static func lines(_ text: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0a: scalars.append(scalar)
      case 0x0d: continue
      case 0x09: scalars.append(" ")
      default: append(scalar, to: &scalars)
      }
    }
    return String(scalars)
  }

  /// The text in Unicode isolates when it has right-to-left letters, so that the cells beside it
  /// keep their order; they take no columns.
  public static func isolated(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isRightToLeft) else { return text }
    return "\u{2068}" + text + "\u{2069}"
  }

  /// Whether the scalar steers a terminal, breaks a line or reorders text.
  public static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x2028, 0x2029: true
    case 0x061c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: true
    case 0xfff9...0xfffb, 0xe0000...0xe007f: true
    default: false
    }
  }

  static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08ff, 0xfb1d...0xfdff, 0xfe70...0xfefc, 0x10800...0x10fff, 0x1e800...0x1efff:
      true
    default: false
    }
  }

  /// Whether the bytes are printable ASCII with single spaces between words, so that nothing need
  /// change.
  private static func isPlainLine(_ bytes: some Collection<UInt8>) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in bytes {
      if byte < 0x20 || byte > 0x7e || (byte == 0x20 && previous == 0x20) { return false }
      previous = byte
    }
    return previous != 0x20 || bytes.isEmpty
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0d, 0x20, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to scalars: inout String.UnicodeScalarView) {
    if isControl(scalar) {
      let spelled = "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      scalars.append(contentsOf: spelled.unicodeScalars)
    } else {
      scalars.append(scalar)
    }
  }
}
