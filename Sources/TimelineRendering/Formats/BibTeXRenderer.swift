import Chronology
import TimelineModel

/// The sources of the events as a BibTeX bibliography.
public struct BibTeXRenderer: Renderer {
  /// A renderer of bibliographies.
  public init() {}

  /// One `@misc` a source, with a key made from its name.
  public func text(_ content: TimelineContent) -> String {
    var used: [String: Int] = [:]
    return content.documents.map { source in
      let stem = key(source.name)
      used[stem, default: 0] += 1
      let name = used[stem] == 1 ? stem : "\(stem)-\(used[stem] ?? 0)"
      var fields: [(String, String)] = [
        ("title", "{" + escaped(source.metadata.title ?? source.name) + "}")
      ]
      if let author = source.metadata.author { fields.append(("author", escaped(author))) }
      if let publisher = source.metadata.publisher {
        fields.append(("howpublished", escaped(publisher)))
      }
      if let day = source.published?.span.earliest, let edtf = source.published?.edtf {
        fields.append(("year", String(day.year)))
        fields.append(("date", escaped(edtf)))
      }
      if let url = source.metadata.url { fields.append(("url", escaped(url))) }
      fields.append(("note", escaped("document \(source.name)")))
      let lines = fields.map { "  \($0.0) = {\($0.1)}" }.joined(separator: ",\n")
      return "@misc{\(name),\n\(lines)\n}\n"
    }.joined(separator: "\n")
  }

  private func key(_ name: String) -> String {
    let key = name.utf8.map { byte -> Character in
      let letter = (0x61...0x7a).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      return letter ? Character(Unicode.Scalar(byte)) : "-"
    }
    return key.isEmpty ? "source" : String(key)
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in VisibleText.line(text) {
      switch character {
      case "&", "%", "$", "#", "_": result += "\\" + String(character)
      case "{", "}": result += character == "{" ? "(" : ")"
      case "\\": result += "/"
      case "~": result += "\\textasciitilde "
      case "^": result += "\\textasciicircum "
      default: result.append(character)
      }
    }
    return result
  }
}
