import Foundation

/// Metadata beside a document: `NAME.meta.json` for `NAME.txt`, one flat JSON object.
struct Sidecar: Sendable, Hashable {
  /// The text values by key.
  var values: [String: String]

  /// The path of the sidecar of a document: the extension replaced by `.meta.json`.
  static func path(for document: String) -> String {
    let url = URL(fileURLWithPath: document)
    return url.deletingPathExtension().path + ".meta.json"
  }

  /// Reads the sidecar of a document, or nil when there is none.
  init?(besideDocument path: String) throws(ReadingError) {
    let sidecar = Self.path(for: path)
    guard let data = FileManager.default.contents(atPath: sidecar) else { return nil }
    let object = try? JSONSerialization.jsonObject(with: data)
    guard let members = object as? [String: Any] else {
      throw .badMetadata(path: sidecar, reason: "is not a JSON object")
    }
    values = members.compactMapValues { $0 as? String }
  }
}
