/// What a name is matched to before the document's table is made.
enum NameKey: Sendable, Hashable {
  /// A row of `countries.tsv`.
  case country(Int)
  /// A row of `organisations.tsv`.
  case organisation(Int)
  /// A row of `places.tsv`.
  case place(Int)
  /// Words of the text.
  case text(String)
  /// An office alone, in lower case: "army chief".
  case office(String)
}

/// A name of one sentence before names of the document are brought together.
struct NameDraft: Sendable {
  /// The atoms with titles and office, half-open.
  var atoms: Range<Int>
  /// The atoms of the bare name, half-open.
  var name: Range<Int>
  /// What it is; nil when only the rest of the document can tell.
  var kind: EntityKind?
  /// What it is matched to.
  var key: NameKey
  /// The country behind it.
  var country: String?
  /// The office as worded.
  var office: String?
  /// The rank of office or title.
  var rank: OfficeRank?
  /// The country that it stands for when it acts.
  var actsFor: String?
  /// A place inside it.
  var innerPlace: String?
  /// A body inside the name of a gathering.
  var innerBody: String?
  /// The kind of body or system.
  var detail: String?
  /// Whether a title, office or given name says that it is a person.
  var isSurePerson = false
  /// Whether a body's name stands before the office: "NATO commander".
  var servesBody = false
  /// The international body that the reference data know the person to speak for.
  var servedBody: String?
  /// Whether the key, not the words of the text, is the name: "Kenya's Supreme Court".
  var isComposed = false
  /// Whether it is the head of a name alone, capitalised: "the Commission".
  var isBareHead = false
  /// Whether the text calls the person somebody's counterpart.
  var isCounterpart = false
  /// Whether a person declared what the name means.
  var isDeclared = false
  /// Whether the word could as well be a person's name: "Jordan", "Florence".
  var isWeak = false
  /// Whether bodies of many countries have the name: "Foreign Office".
  var isShared = false
  /// Whether a plural title stands before it: "Presidents Rojas and Mora".
  var hasPluralTitle = false
  /// Whether a preposition of place or direction stands before it.
  var followsPreposition = false
  /// Another form that the text introduces in brackets: the acronym.
  var acronym: String?
}
