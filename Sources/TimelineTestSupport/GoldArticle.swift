public import Foundation

/// A document with the events that an analyst expects from it: `NAME.gold.json` beside `NAME.txt`.
public struct GoldArticle: Sendable, Decodable {
  /// One expected event; offsets are code points, half-open.
  public struct GoldEvent: Sendable, Decodable {
    /// Its number in the list.
    public var id: Int
    /// Where the words that tell of it begin and end.
    public var quoteBegin: Int
    /// One past the last code point of the quote.
    public var quoteEnd: Int
    /// Where the word that names it begins.
    public var triggerBegin: Int
    /// The word that names it.
    public var trigger: String
    /// The date in EDTF; null when the text gives none.
    public var edtf: String?
    /// The first day, inclusive; null when open or undated.
    public var earliest: String?
    /// Other first days that are right too; null for an open one.
    public var earliestAlt: [String?]?
    /// The last day, inclusive; null when open or undated.
    public var latest: String?
    /// A type code.
    public var type: String
    /// Other type codes that are right too.
    public var typeAlt: [String]?
    /// The actors that must be named, or their countries.
    public var actors: [String]
    /// Actors that may be named.
    public var actorsOptional: [String]?
    /// Where it happened; null when the text does not say or the place does not count.
    public var place: String?
    /// Other places that are right too.
    public var placeAlt: [String?]?
    /// Whether it happened.
    public var actuality: String
    /// Other actualities that are right too.
    public var actualityAlt: [String]?
    /// Whether it has to be found.
    public var must: Bool
  }

  /// The file name of the text.
  public var document: String
  /// The day of publication as in the sidecar; null when there is none.
  public var published: String?
  /// The expected events.
  public var events: [GoldEvent]

  /// All articles of a folder, by name, each with the text it speaks of.
  public static func all(in folder: URL) throws -> [(article: GoldArticle, text: String)] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".gold.json") }.sorted()
      .map { name in
        let data = try Data(contentsOf: folder.appending(path: name))
        let article = try decoder.decode(GoldArticle.self, from: data)
        let text = try String(
          contentsOf: folder.appending(path: article.document), encoding: .utf8)
        return (article, text)
      }
  }
}
