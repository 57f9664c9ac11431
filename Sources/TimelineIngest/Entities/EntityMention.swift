/// What a name is the name of.
enum EntityKind: UInt8, Sendable, Hashable, CaseIterable {
  /// A state or territory that acts: "Pakistan", also by its people: "Danes".
  case country
  /// A nationality word that modifies: "Russian", "Sino-".
  case nationality
  /// A human being, with titles and office.
  case person
  /// A body: ministry, alliance, company, party, armed group, media.
  case organisation
  /// A gathering or forum known by its name: "Moscow Conference on International Security".
  case gathering
  /// A city, province, sea.
  case place
  /// A building, base, plant, airport.
  case facility
  /// A weapon system: "Mi-35", "Javelin", "frigate".
  case weapon
}

/// The rank of an office.
enum OfficeRank: String, Sendable, Hashable, CaseIterable {
  /// Head of state or government.
  case head
  /// Minister, national security adviser.
  case minister
  /// Chief of staff, general, commander.
  case military
  /// Any other official.
  case official
  /// Not in office.
  case other
}

/// How a mention names its entity.
enum EntityMentionForm: UInt8, Sendable, Hashable {
  /// By a name: "Gen. Bajwa".
  case name
  /// By the office alone: "the army chief".
  case description
}

/// One name in a sentence.
struct EntityMention: Sendable, Hashable {
  /// The tokens of the sentence with titles and office before the name, half-open.
  ///
  /// Two mentions may share a token ("Pak-Russia").
  var tokens: Range<Int>
  /// The tokens of the bare name, half-open.
  var nameTokens: Range<Int>
  /// The bytes of the bare name in the document's text, half-open.
  var bytes: Range<Int>
  /// What it is here; a country's adjective is `.nationality` of the country's entity.
  var kind: EntityKind
  /// The number of the entity in the document's table.
  var entity: Int
  /// Whether it is a name or an office alone.
  var form: EntityMentionForm = .name
  /// For a capital or seat of government, the country that it stands for when it acts:
  /// "Moscow" → Russia.
  var actsFor: String?
  /// A body inside the name of a gathering: the SCO of the "Bishkek Summit of the SCO".
  var innerBody: String?
  /// A place inside a longer name: Geneva of the "Geneva Conference".
  var innerPlace: String?
}

/// Somebody or something named in a document.
struct Entity: Sendable, Hashable {
  /// The canonical name of the reference data, else the fullest form in the document without
  /// titles.
  var name: String
  /// What it is; never `.nationality`.
  var kind: EntityKind
  /// The English short name of the country behind a person or body, or around a place; of a
  /// country its own name.
  var country: String?
  /// The office as the document first words it.
  var office: String?
  /// The highest rank among the offices and titles given.
  var rank: OfficeRank?
  /// The international body for which a person speaks in place of a country.
  var servedBody: String?
  /// Other forms in the document, in the order of the text.
  var aliases: [String] = []
  /// Whether the reference data know it.
  var isReference = false
  /// The kind of weapon system, or the kind of body in the words of `organisations.tsv`.
  var detail: String?
}

/// The names of a document: a table of entities and where each is named.
struct DocumentEntities: Sendable {
  /// Everybody and everything named, in the order of first mention.
  var entities: [Entity] = []
  /// For every sentence its mentions in the order of the text.
  var mentions: [[EntityMention]] = []

  /// The entity of a mention.
  func entity(of mention: EntityMention) -> Entity { entities[mention.entity] }
}
