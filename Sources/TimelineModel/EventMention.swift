/// The word or words that name an event in a text.
public struct Trigger: Sendable, Hashable {
  /// First code point in the stored text, counted from 0.
  public var begin: Int
  /// One past the last code point.
  public var end: Int
  /// The words as they stand in the text.
  public var text: String
  /// The dictionary form that the lexicon knows.
  public var lemma: String

  /// A trigger of those parts.
  public init(begin: Int, end: Int, text: String, lemma: String) {
    self.begin = begin
    self.end = end
    self.text = text
    self.lemma = lemma
  }
}

/// How a mention came to its date.
public struct DateProvenance: Sendable, Hashable {
  /// The step that carried the date to the event: `own-predicate`, `coordinated-clause`,
  /// `sentence-frame`, `same-event`, `backdrop` … ; nil when undated.
  public var attachment: String?
  /// The rule that read the phrase, for example `english.day-month-year`; nil when there is none.
  public var rule: String?
  /// First code point of the phrase in the stored text.
  public var phraseBegin: Int?
  /// One past the last code point of the phrase.
  public var phraseEnd: Int?
  /// The day or period a relative phrase was counted from, in EDTF.
  public var anchor: String?
  /// Why that anchor, for people: "publication date (sidecar)", "last explicit date in focus".
  public var anchorReason: String?

  /// A provenance of those parts.
  public init(
    attachment: String? = nil, rule: String? = nil, phraseBegin: Int? = nil,
    phraseEnd: Int? = nil, anchor: String? = nil, anchorReason: String? = nil
  ) {
    self.attachment = attachment
    self.rule = rule
    self.phraseBegin = phraseBegin
    self.phraseEnd = phraseEnd
    self.anchor = anchor
    self.anchorReason = anchorReason
  }
}

/// What an event is, apart from where it is told: the fields that mentions and events share.
public struct EventDescription: Sendable, Hashable {
  /// A type code of the reference data, `family` or `family.kind`.
  public var type: String
  /// A PLOVER root, or nil where the type has none.
  public var plover: String?
  /// A short clause for people.
  public var title: String
  /// When it happened.
  public var date: EventDate
  /// Who took part, in the order of the text.
  public var actors: [Actor]
  /// Where it happened, by its narrowest canonical name.
  public var place: String?
  /// Whether it happened.
  public var actuality: Actuality
  /// The verbatim words that decide the actuality; nil for a plain past or present tense.
  public var cue: String?
  /// The stage of a deal, agreement or project (`talks`, `signed`, `delivered`).
  public var stage: String?
  /// Who says so, when the source names somebody other than its author.
  public var attribution: String?
  /// Attributes that only some types have (`system`, `quantity`, `value`, `exercise` …), by name.
  public var attributes: [String: String]
  /// How much the evidence is worth, 0 to 1.
  public var confidence: Double

  /// A description of those parts.
  public init(
    type: String, plover: String? = nil, title: String, date: EventDate, actors: [Actor] = [],
    place: String? = nil, actuality: Actuality = .occurred, cue: String? = nil,
    stage: String? = nil, attribution: String? = nil, attributes: [String: String] = [:],
    confidence: Double = 0.5
  ) {
    self.type = type
    self.plover = plover
    self.title = title
    self.date = date
    self.actors = actors
    self.place = place
    self.actuality = actuality
    self.cue = cue
    self.stage = stage
    self.attribution = attribution
    self.attributes = attributes
    self.confidence = confidence
  }
}

/// One place in one document that tells of an event.
public struct EventMention: Sendable, Hashable {
  /// `e_` and a hash of the normalised evidence sentence and the trigger's ordinal in it.
  public var id: String
  /// The name of the document.
  public var document: String
  /// The sentence or two that tell of it.
  public var evidence: Quotation
  /// The words that name it.
  public var trigger: Trigger
  /// What it tells.
  public var description: EventDescription
  /// How it came to its date.
  public var dating: DateProvenance

  /// A mention of those parts.
  public init(
    id: String, document: String, evidence: Quotation, trigger: Trigger,
    description: EventDescription, dating: DateProvenance = DateProvenance()
  ) {
    self.id = id
    self.document = document
    self.evidence = evidence
    self.trigger = trigger
    self.description = description
    self.dating = dating
  }
}
