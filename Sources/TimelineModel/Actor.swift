/// What a participant does in an event.
public enum ActorRole: String, Sendable, Hashable, CaseIterable {
  /// Does it.
  case actor
  /// With whom or to whom it is done.
  case counterpart
  /// Receives the others at home.
  case host
  /// Takes part, one of many.
  case participant
  /// Whom or what it concerns.
  case subject
}

/// What kind of thing an actor is.
public enum ActorKind: String, Sendable, Hashable, CaseIterable {
  /// A state.
  case country
  /// A human being.
  case person
  /// A body: ministry, alliance, company, armed group.
  case organisation
  /// Anything else that acts: "officials", "villagers".
  case group
}

/// A participant of an event, by canonical name, with the country behind it.
///
/// "Russian Defence Minister Sergei Shoigu" is the person Sergei Shoigu, office Defence Minister,
/// country Russia.
public struct Actor: Sendable, Hashable {
  /// The canonical name of the reference data, else the fullest form in the document.
  public var name: String
  /// What kind of thing it is.
  public var kind: ActorKind
  /// The English short name of the country behind it, if one is known.
  public var country: String?
  /// What it does in the event.
  public var role: ActorRole
  /// The office held, as the document words it ("Defence Minister").
  public var office: String?

  /// An actor of those parts.
  public init(
    name: String, kind: ActorKind, country: String? = nil, role: ActorRole = .actor,
    office: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.country = country
    self.role = role
    self.office = office
  }
}
