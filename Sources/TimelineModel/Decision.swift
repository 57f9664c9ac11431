/// What a person decided; one line of `decisions.jsonl`.
///
/// A decision names its target, what its author had seen (`saw`), the quotation it is anchored to
/// and the value it replaced, so that after re-extraction it can be applied, found obsolete, in
/// conflict or orphaned, and never guessed.
public struct Decision: Sendable, Hashable {
  /// `d_` and a hash of the line's content without the id.
  public var id: String
  /// What was decided.
  public var action: Action
  /// The earlier decisions on the same targets that the author could see, sorted.
  public var saw: [String]
  /// What the decision is anchored to; nil for added events and aliases.
  public var anchor: Anchor?
  /// What the event looked like to the author, so that it stays visible when the machine no longer
  /// finds it; nil for decisions that are not about one event as it stands.
  public var about: AddedEvent?
  /// What the decision is about beside that: the other events of a merge, the outcome of a link, the
  /// other mentions of a split.
  public var others: [Other]
  /// The value replaced, as text; nil when nothing was replaced.
  public var previous: String?
  /// What the machine read when an edit replaced somebody's value instead; nil when `previous` is
  /// the machine's.
  public var read: String?
  /// Who decided.
  public var by: String
  /// When, an ISO 8601 instant in UTC: `2026-11-23T07:00:00Z`.
  public var at: String
  /// Why, in the author's words.
  public var why: String?

  /// A decision of those parts.
  public init(
    id: String, action: Action, saw: [String] = [], anchor: Anchor? = nil,
    about: AddedEvent? = nil, others: [Other] = [], previous: String? = nil, read: String? = nil,
    by: String, at: String, why: String? = nil
  ) {
    self.id = id
    self.action = action
    self.saw = saw
    self.anchor = anchor
    self.about = about
    self.others = others
    self.previous = previous
    self.read = read
    self.by = by
    self.at = at
    self.why = why
  }

  /// What a decision is anchored to in the machine's reading.
  public struct Anchor: Sendable, Hashable {
    /// The name of the document.
    public var document: String
    /// The id of the mention that was looked at.
    public var mention: String
    /// The evidence quoted then, with the words around it.
    public var quotation: Quotation

    /// An anchor of those parts.
    public init(document: String, mention: String, quotation: Quotation) {
      self.document = document
      self.mention = mention
      self.quotation = quotation
    }
  }

  /// A further event or mention that a decision is about, anchored as the first one is.
  public struct Other: Sendable, Hashable {
    /// The id of the event or mention.
    public var event: String
    /// The evidence quoted then; nil for an added event.
    public var anchor: Anchor?
    /// What the event looked like; nil for a mention of a split.
    public var about: AddedEvent?

    /// An event or mention of those parts.
    public init(event: String, anchor: Anchor? = nil, about: AddedEvent? = nil) {
      self.event = event
      self.anchor = anchor
      self.about = about
    }
  }

  /// A field of an event that people may set.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    /// The date, in EDTF.
    case date
    /// The type code.
    case type
    /// The title.
    case title
    /// The place.
    case place
    /// The actuality.
    case actuality
    /// The stage.
    case stage
    /// An actor added by name.
    case addActor = "add-actor"
    /// An actor removed by name.
    case removeActor = "remove-actor"
  }

  /// What can be decided.
  public enum Action: Sendable, Hashable {
    /// A new event with everything its author said of it.
    case add(AddedEvent)
    /// A field of an event gets a value.
    case edit(event: String, field: Field, value: String)
    /// An event is right as it stands.
    case confirm(event: String)
    /// An event is no event and disappears.
    case reject(event: String)
    /// Events are one.
    case merge(events: [String])
    /// An event's mentions are events of their own.
    case split(event: String)
    /// A planned event came about as another.
    case link(plan: String, outcome: String)
    /// A note on an event.
    case note(event: String, text: String)
    /// A label on an event.
    case label(event: String, text: String)
    /// A document's publication date, in EDTF.
    case setPublished(document: String, date: String)
    /// A name that means another everywhere.
    case alias(name: String, canonical: String)
    /// An earlier decision is taken back.
    case undo(decision: String)
  }

  /// What a person says of an event that they add, or sees of one that they decide on.
  public struct AddedEvent: Sendable, Hashable {
    /// The date in EDTF, or nil for an undated event.
    public var date: String?
    /// The words the date was given in.
    public var phrase: String?
    /// The title.
    public var title: String
    /// A type code.
    public var type: String
    /// The actors by name, in the order given.
    public var actors: [String]
    /// The place.
    public var place: String?
    /// The actuality.
    public var actuality: Actuality
    /// The stage.
    public var stage: String?
    /// Where the author has it from, verbatim.
    public var source: String?

    /// An added event of those parts.
    public init(
      date: String?, phrase: String? = nil, title: String, type: String = "other",
      actors: [String] = [], place: String? = nil, actuality: Actuality = .occurred,
      stage: String? = nil, source: String? = nil
    ) {
      self.date = date
      self.phrase = phrase
      self.title = title
      self.type = type
      self.actors = actors
      self.place = place
      self.actuality = actuality
      self.stage = stage
      self.source = source
    }
  }
}

/// What became of a decision in the latest build.
public enum DecisionStatus: String, Sendable, Hashable, CaseIterable {
  /// It holds and changes the result.
  case applied
  /// The machine now says the same.
  case obsolete
  /// The machine changed its mind about what was corrected, or two people decided unseen.
  case conflict
  /// What it was about is gone.
  case orphan
  /// A later decision took it back.
  case undone
}
