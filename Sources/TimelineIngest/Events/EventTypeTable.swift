/// What the reference table says of each event type.
struct EventTypeTable: Sendable {
  private let plover: [String: String]
  private let labels: [String: String]
  /// Code, label and definition of each type, in the order of the table.
  let descriptions: [(code: String, label: String, definition: String)]
  /// The codes, sorted.
  let codes: [String]
  /// The program's table.
  static let shared = EventTypeTable()

  init() {
    var plover: [String: String] = [:]
    var columns: [String: Int] = [:]
    var codes: [String] = []
    var descriptions: [(code: String, label: String, definition: String)] = []
    let text = EmbeddedText.file("event_types.tsv")?.description ?? ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("# code\t") || line.hasPrefix("code\t") {
        for (number, name) in line.split(separator: "\t").enumerated() {
          columns[name.hasPrefix("# ") ? String(name.dropFirst(2)) : String(name)] = number
        }
      }
      guard !line.hasPrefix("#"), !line.hasPrefix("code\t") else { continue }
      let row = line.split(separator: "\t", omittingEmptySubsequences: false)
      codes.append(String(row[0]))
      let text = { (name: String) in
        columns[name].flatMap { $0 < row.count ? String(row[$0]) : nil } ?? ""
      }
      descriptions.append((String(row[0]), text("label"), text("definition")))
      guard let column = columns["plover"], row.count > column else { continue }
      let root = row[column]
      if !root.isEmpty, root != "-", root != "–" { plover[String(row[0])] = String(root) }
    }
    self.plover = plover
    labels = Dictionary(
      descriptions.map { ($0.code, $0.label) }, uniquingKeysWith: { first, _ in first })
    self.descriptions = descriptions
    self.codes = codes.sorted()
  }

  /// The PLOVER roots that types of the table have.
  var ploverRoots: Set<String> { Set(plover.values) }

  /// What people call a type, or its family; nil for `other` and for types of a user's own.
  func label(of type: String) -> String? {
    guard type != "other" else { return nil }
    return labels[type] ?? labels[String(type.prefix { $0 != "." })]
  }

  /// The default PLOVER root of a type, or nil where it has none.
  func plover(of type: String) -> String? {
    if let root = plover[type] { return root }
    let family = String(type.prefix { $0 != "." })
    return plover[family]
  }
}
