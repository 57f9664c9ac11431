extension EventQuery: CustomStringConvertible {
  /// The query in its canonical text, which parses to an equal value.
  public var description: String {
    var items = terms.map(\.description)
    if let window { items.append(QueryWindow.text(of: window)) }
    if certain { items.append("certain:yes") }
    if undated != .excluded { items.append("undated:\(undated.rawValue)") }
    if includesMembers { items.append("members:yes") }
    if order != .time { items.append("sort:\(order.rawValue)") }
    if let limit { items.append("limit:\(limit)") }
    return items.joined(separator: " ")
  }
}

extension EventQuery.Term: CustomStringConvertible {
  /// The term in its canonical text.
  public var description: String { (isNegated ? "-" : "") + condition.description }
}

extension EventQuery.Condition: CustomStringConvertible {
  /// The condition in its canonical text.
  public var description: String {
    switch self {
    case .field(let field, let values):
      "\(field.rawValue):" + values.map(Self.value).joined(separator: ",")
    case .number(let field, let comparison, let value):
      field.rawValue + comparison.rawValue
        + (value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)")
    case .text(let words): Self.quoted(words)
    }
  }

  /// A value as it is when it reads back as one word, else in quotation marks.
  private static func value(_ text: String) -> String {
    let plain = text.utf8.allSatisfy { byte in
      byte > 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ",")
    }
    return plain && !text.isEmpty ? text : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    // Scalar by scalar: a combining mark behind a quotation mark makes one character with it.
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
