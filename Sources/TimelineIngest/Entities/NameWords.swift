/// The few words that the name rules ask for by themselves, as hashes of atoms.
enum NameWords {
  private static func hashes(_ words: [StaticString]) -> Set<UInt64> {
    Set(words.map { NameAtomScanner.hash($0) })
  }

  /// Small words inside a person's name: "Ludwig van Beethoven", "Muhammad bin Salman".
  static let particles = hashes([
    "de", "del", "la", "las", "los", "da", "das", "do", "dos", "di", "du", "der", "den", "von",
    "van", "ten", "ter", "zu", "al", "el", "as", "ash", "ad", "ar", "bin", "ibn", "bint", "ben",
    "abu", "ul", "ur", "ud", "uz", "e", "y", "i", "ould", "och", "af", "av", "zum", "st",
  ])
  /// Words that join a head to the rest of a body's name.
  static let joiners = hashes(["of", "for", "on", "de", "du", "des", "da"])
  /// Articles before an apposition: "Sahin, *a* teacher".
  static let articles = hashes(["the", "a", "an"])
  static let forWord = NameAtomScanner.hash("for")
  static let of = NameAtomScanner.hash("of")
  static let and = NameAtomScanner.hash("and")
  static let the = NameAtomScanner.hash("the")
  static let possessive = NameAtomScanner.hash("s")
  /// Prepositions after which an unknown name is a place.
  static let placePrepositions = hashes([
    "in", "near", "at", "outside", "around", "across", "nearby", "neighbouring", "neighboring",
  ])
  /// Prepositions after which a doubtful place is one.
  static let directions = hashes([
    "in", "near", "at", "outside", "around", "across", "from", "to", "towards", "toward", "into",
    "inside", "throughout", "between", "via", "through", "leave", "left", "reached", "of",
    "visit", "visits", "visited", "visiting", "toured",
  ])
  /// Verbs and pronouns that follow a person.
  static let personCues = hashes([
    "said", "says", "told", "who", "whose", "added", "asked", "replied", "argued", "wrote",
    "explained", "stressed", "noted", "thinks", "believes", "claimed", "recalled", "himself",
    "herself", "aged", "smiled", "laughed", "insisted", "testified", "warned", "tweeted",
    "resigned", "died", "arrived", "born", "he", "she", "met",
  ])
  /// Words before an unknown name that show a person.
  static let personLeads = hashes([
    "by", "named", "called", "professor", "mr", "colleague", "friend", "wife", "husband",
    "son", "daughter", "brother", "sister", "author", "singer", "with",
  ])
  /// Words that begin the name of a place: "Puerto Lempira", "Fort Liberté", "San Rafael".
  static let placeStarts = hashes([
    "san", "santa", "santo", "são", "sao", "saint", "sainte", "puerto", "porto", "port", "fort",
    "lake", "lago", "mount", "mt", "cape", "cabo", "camp", "villa", "ciudad", "nueva", "nuevo",
    "rio", "río", "cerro", "isla", "isle", "los", "las", "el", "la", "le", "les", "kuala", "tel",
    "deir", "bandar", "ras", "wadi", "jebel", "koh", "nizhny", "novo", "upper",
    "lower",
  ])
  /// Words that a hyphen joins to a name without being part of it: "New York-based".
  static let hyphenSuffixes = hashes([
    "led", "based", "wide", "born", "made", "run", "held", "style", "only", "type", "class", "era",
    "level", "bound", "ready", "free", "built", "day", "time", "like", "armed", "owned", "long",
    "year", "man", "month", "term", "area", "plus", "size", "to", "and", "ruled", "backed", "gate",
    "funded", "trained", "hosted", "brokered", "listed",
  ])
  /// Abbreviations that end a name with their point.
  static let abbreviations = hashes(["jr", "sr", "corp", "inc", "co", "ltd", "bros", "ave"])
  /// Words that say that what follows is no person.
  static let thingLeads = hashes([
    "operation", "operations", "exercise", "exercises", "drill", "drills", "manoeuvres",
    "maneuvers", "cyclone", "hurricane", "typhoon", "storm", "project", "programme", "program",
    "plan", "phase", "article", "section", "chapter", "title", "part", "volume", "flight",
    "ship", "vessel", "tanker", "frigate", "destroyer", "submarine", "carrier", "corvette",
    "trawler", "ferry", "yacht", "uss", "hms", "ins", "pns", "mv", "codenamed", "dubbed",
    "newspaper", "magazine", "daily", "weekly", "film", "novel", "book", "song", "album",
    "mission", "class", "type", "model", "route", "highway", "satellite", "rocket", "missile",
    "missiles", "summit", "festival", "cup",
  ])
  /// Acronyms of the reference data that are words when everything is in capitals.
  static let capitalWords = hashes([
    "is", "us", "who", "eco", "cd", "as", "it", "am", "are", "can", "pan", "act", "aid", "mir",
    "gam", "sec", "care", "rats", "raid", "an", "do", "in", "so", "no", "we", "ec", "hal",
    "alba", "arf", "arena", "mas", "was", "dia", "das", "car", "pic", "ins", "pace", "fin",
    "pri", "mend", "quad", "nam", "caf", "apra", "ana", "plan", "ing", "mol", "gm", "bp", "rt",
    "time", "dawn", "apple", "shell", "total", "vale", "unity", "solidarity", "oracle", "intel",
  ])
  static let counterpart = NameAtomScanner.hash("counterpart")
}

/// A set of hashes that may now and then say yes too often: a bit for each of 2^17 residues.
struct SmallWordSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1 << 11)

  mutating func insert(_ hash: UInt64) {
    let slot = Int(truncatingIfNeeded: (hash &* 0x9e37_79b9_7f4a_7c15) >> 47)
    bits[slot >> 6] |= 1 << UInt64(slot & 63)
  }

  func contains(_ hash: UInt64) -> Bool {
    let slot = Int(truncatingIfNeeded: (hash &* 0x9e37_79b9_7f4a_7c15) >> 47)
    return bits[slot >> 6] >> UInt64(slot & 63) & 1 == 1
  }
}
