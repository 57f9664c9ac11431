import TimelineModel

extension EventQuery {
  /// Reads a query from its text; see Documentation/Query-syntax.md for the grammar.
  ///
  ///     try EventQuery(parsing: #"type:visit actor:"North Korea" 2014..2018 -place:Moscow"#)
  ///
  /// - Throws: `QueryParseError`, which points at the character.
  public init(parsing text: String) throws(QueryParseError) {
    var parser = QueryParser(text)
    self = try parser.parse()
  }
}

/// Reads the text syntax of `EventQuery`, byte by byte.
struct QueryParser {
  private let text: String
  private let bytes: [UInt8]
  private var position = 0
  private var result = EventQuery()

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// The whole query.
  mutating func parse() throws(QueryParseError) -> EventQuery {
    skipSpaces()
    while position < bytes.count {
      try item()
      if position < bytes.count, !isSpace(bytes[position]) {
        throw fault("there must be a space before this", at: position)
      }
      skipSpaces()
    }
    return result
  }

  private mutating func item() throws(QueryParseError) {
    let start = position
    let negated = bytes[position] == UInt8(ascii: "-")
    if negated {
      position += 1
      guard position < bytes.count, !isSpace(bytes[position]) else {
        throw fault("a minus must stand directly before what it excludes", at: start)
      }
    }
    if bytes[position] == UInt8(ascii: "\"") {
      let words = try quoted()
      try addText(words, negated: negated, at: start)
      return
    }
    let nameStart = position
    while position < bytes.count, isLetter(bytes[position]) { position += 1 }
    let name = String(decoding: bytes[nameStart..<position], as: UTF8.self).lowercased()
    if position > nameStart, position < bytes.count, ":<>=".utf8.contains(bytes[position]) {
      if bytes[position] == UInt8(ascii: ":") {
        position += 1
        try field(name, negated: negated, at: nameStart)
      } else {
        try number(name, negated: negated, at: nameStart)
      }
      return
    }
    position = nameStart
    let word = bareWord()
    if isWindow(word) {
      try window(word, negated: negated, at: nameStart)
    } else {
      try addText(word, negated: negated, at: nameStart)
    }
  }

  private mutating func field(
    _ name: String, negated: Bool, at start: Int
  ) throws(QueryParseError) {
    let valueStart = position
    if let field = EventQuery.Field(rawValue: name) {
      let values = try self.values()
      for value in values { try check(value.text, for: field, at: value.position) }
      let texts = values.map { value in
        [.type, .actuality, .precision, .origin, .open].contains(field)
          ? value.text.lowercased() : value.text
      }
      result.terms.append(EventQuery.Term(.field(field, texts), isNegated: negated))
      return
    }
    if let field = EventQuery.NumberField(rawValue: name) {
      throw fault(
        "\(field.rawValue) is a number: compare it, as in \(field.rawValue)>=1", at: valueStart - 1)
    }
    if negated, ["certain", "undated", "members", "sort", "limit"].contains(name) {
      throw fault("\(name): cannot be excluded", at: start - 1)
    }
    let value = try self.values()
    guard let only = value.first, value.count == 1 else {
      throw fault("\(name): takes one value", at: valueStart)
    }
    switch name {
    case "certain": result.certain = try choice(only, ["yes": true, "no": false])
    case "members": result.includesMembers = try choice(only, ["yes": true, "no": false])
    case "undated":
      result.undated = try choice(only, cases(EventQuery.UndatedEvents.self))
    case "sort": result.order = try choice(only, cases(EventQuery.Order.self))
    case "limit":
      guard let limit = Int(only.text), limit > 0 else {
        throw fault("limit: takes a whole number above 0", at: only.position)
      }
      result.limit = limit
    default:
      let known =
        EventQuery.Field.allCases.map(\.rawValue) + [
          "certain", "undated", "members", "sort", "limit",
        ]
      throw fault(
        "there is no field \"\(name)\"; there are \(known.joined(separator: ", ")), "
          + "confidence and sources (to search for the words, quote them)", at: start)
    }
  }

  private mutating func number(
    _ name: String, negated: Bool, at start: Int
  ) throws(QueryParseError) {
    guard let field = EventQuery.NumberField(rawValue: name) else {
      throw fault("\(name) cannot be compared; confidence and sources can", at: start)
    }
    var sign = ""
    while position < bytes.count, "<>=".utf8.contains(bytes[position]) {
      sign.unicodeScalars.append(Unicode.Scalar(bytes[position]))
      position += 1
    }
    guard let comparison = EventQuery.Comparison(rawValue: sign) else {
      throw fault("compare with <, <=, >, >= or =", at: start + name.utf8.count)
    }
    let valueStart = position
    let word = bareWord()
    guard let value = Double(word), value.isFinite else {
      throw fault("\"\(word)\" is no number", at: valueStart)
    }
    result.terms.append(
      EventQuery.Term(.number(field, comparison, value), isNegated: negated))
  }

  private mutating func window(
    _ word: String, negated: Bool, at start: Int
  ) throws(QueryParseError) {
    if negated { throw fault("a window of dates cannot be excluded", at: start - 1) }
    if result.window != nil { throw fault("there is a window already", at: start) }
    do { result.window = try QueryWindow.parse(word) } catch {
      throw fault(error.description, at: start + error.offset)
    }
  }

  private mutating func addText(
    _ words: String, negated: Bool, at start: Int
  ) throws(QueryParseError) {
    guard FullText.hasWord(words) else {
      throw fault("there is no word to search for", at: start)
    }
    result.terms.append(EventQuery.Term(.text(words), isNegated: negated))
  }

  /// One value or several with commas between them.
  private mutating func values() throws(QueryParseError) -> [(text: String, position: Int)] {
    var values: [(text: String, position: Int)] = []
    while true {
      let start = position
      var value = ""
      if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
        value = try quoted()
      } else {
        while position < bytes.count, !isSpace(bytes[position]),
          bytes[position] != UInt8(ascii: ","), bytes[position] != UInt8(ascii: "\"")
        { position += 1 }
        value = String(decoding: bytes[start..<position], as: UTF8.self)
      }
      if value.isEmpty { throw fault("a value is missing", at: start) }
      values.append((value, start))
      guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else { return values }
      position += 1
    }
  }

  /// The text between double quotes, where two stand for one.
  private mutating func quoted() throws(QueryParseError) -> String {
    let start = position
    position += 1
    var content: [UInt8] = []
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\"") {
        position += 1
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
          return String(decoding: content, as: UTF8.self)
        }
      }
      content.append(bytes[position])
      position += 1
    }
    throw fault("this quotation mark is never closed", at: start)
  }

  private mutating func bareWord() -> String {
    let start = position
    while position < bytes.count, !isSpace(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipSpaces() {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
  }

  /// Whether a word is meant as a window: digits, hyphens, `..` and `/` alone, and not only a
  /// number such as 36.
  private func isWindow(_ word: String) -> Bool {
    guard
      word.utf8.allSatisfy({ (0x30...0x39).contains($0) || "-./".utf8.contains($0) })
    else { return false }
    let runs = word.utf8.split(whereSeparator: { !(0x30...0x39).contains($0) })
    return word == ".." || runs.contains { $0.count == 4 }
  }

  private func check(
    _ value: String, for field: EventQuery.Field, at position: Int
  ) throws(QueryParseError) {
    let known: [String]
    switch field {
    case .actuality: known = Actuality.allCases.map(\.rawValue)
    case .precision: known = DatePrecision.allCases.map(\.rawValue)
    case .origin: known = EventOrigin.allCases.map(\.rawValue)
    case .open: known = ["yes", "no"]
    default: return
    }
    if !known.contains(value.lowercased()) {
      throw fault(
        "\"\(value)\" is no \(field.rawValue); there are \(known.joined(separator: ", "))",
        at: position)
    }
  }

  private func cases<Value: RawRepresentable<String> & CaseIterable>(
    _ type: Value.Type
  ) -> [String: Value] {
    Dictionary(uniqueKeysWithValues: type.allCases.map { ($0.rawValue, $0) })
  }

  private func choice<Value>(
    _ value: (text: String, position: Int), _ choices: [String: Value]
  ) throws(QueryParseError) -> Value {
    guard let choice = choices[value.text.lowercased()] else {
      throw fault(
        "\"\(value.text)\" is none of \(choices.keys.sorted().joined(separator: ", "))",
        at: value.position)
    }
    return choice
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

  private func fault(_ message: String, at byte: Int) -> QueryParseError {
    let before = String(decoding: bytes[..<min(max(0, byte), bytes.count)], as: UTF8.self)
    return QueryParseError(message: message, offset: before.unicodeScalars.count, text: text)
  }
}
