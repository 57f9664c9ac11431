/// Tells texts that write one of some names from those that cannot.
///
/// What a name means bears on the reading of a text only when the text has all of its words; how
/// they stand is not asked, so that no text is passed over that the recogniser would find it in.
///
///     NameSearch(["Foreign Office"]).mayFind(in: Array("The Foreign Office".utf8))  // true
public struct NameSearch: Sendable {
  private let names: [Set<UInt64>]
  private let words: Set<UInt64>

  /// A search for those names; a blank one is never found.
  public init(_ names: [String]) {
    self.names = names.map { NameSearch.words(of: Array($0.utf8), among: nil) }
      .filter { !$0.isEmpty }
    words = self.names.reduce(into: []) { $0.formUnion($1) }
  }

  /// Whether a text, in UTF-8, has all words of one of the names, in small or capital letters.
  public func mayFind(in text: [UInt8]) -> Bool {
    if names.isEmpty { return false }
    let found = NameSearch.words(of: text, among: words)
    return names.contains { $0.isSubset(of: found) }
  }

  /// The words of a text as hashes; only those of a set if there is one.
  private static func words(of text: [UInt8], among wanted: Set<UInt64>?) -> Set<UInt64> {
    var atoms: [NameAtom] = []
    text.withUnsafeBufferPointer { NameAtomScanner.scan($0, 0..<$0.count, into: &atoms) }
    var words: Set<UInt64> = []
    for atom in atoms where wanted?.contains(atom.hash) ?? true { words.insert(atom.hash) }
    return words
  }
}
