import TimelineModel

/// Puts the steps of deals, agreements and projects into lanes: one for each deal, from talks to
/// delivery.
///
/// A step belongs to a deal when its parties and the deal's are the same, or some of them, and both
/// are about the same thing: the same designation ("Mi-35", and "Mi-35M"), else half of the words
/// that name the object. What names no object stands alone, since nothing says that two agreements
/// of the same parties are one. Talks after a delivery open the next deal.
struct DealLanes {
  /// A step with the deal that it belongs to.
  struct Step: Hashable {
    var event: String
    var deal: String
  }

  /// The steps among events that come in the order of time, in that order.
  ///
  /// - Parameters:
  ///   - events: the events.
  ///   - links: what people say came of which plan.
  ///   - countryWords: names, adjectives and capitals of countries in lower case, which tell no deal
  ///     of theirs from another.
  /// - Returns: a step for every event of a deal, agreement or project.
  static func steps(
    of events: [Event], links: [EventLink], countryWords: Set<String>
  ) -> [Step] {
    var lanes = DealLanes(countryWords: countryWords)
    let plans = Dictionary(
      links.map { ($0.outcome, $0.plan) }, uniquingKeysWith: { min($0, $1) })
    for event in events where isStep(event) {
      lanes.add(event, plan: plans[event.id])
    }
    return lanes.named()
  }

  /// Whether an event is a step of a deal.
  static func isStep(_ event: Event) -> Bool {
    families.contains(String(event.description.type.prefix { $0 != "." }))
  }

  /// The families of types whose events are steps of deals.
  static let families: Set<String> = ["arms_deal", "arms_delivery", "agreement", "project"]

  /// What is known of one deal so far.
  private struct Lane {
    var parties: Set<String>
    var subject: DealSubject
    /// The object in the words of the step that names it best.
    var label: String
    var clarity: Int
    var furthest: Int?
    var name: String {
      (parties.isEmpty ? "unknown parties" : parties.sorted().joined(separator: " - ")) + ": "
        + label
    }
  }

  private let countryWords: Set<String>
  private var lanes: [Lane] = []
  private var steps: [(event: String, lane: Int)] = []
  /// The lanes that a word of the object leads to.
  private var byWord: [String: [Int]] = [:]
  private var byEvent: [String: Int] = [:]

  private init(countryWords: Set<String>) { self.countryWords = countryWords }

  private mutating func add(_ event: Event, plan: String?) {
    let parties = Set(event.description.actors.map { $0.country ?? $0.name })
    let subject = DealSubject(event.description, countryWords: countryWords)
    let rank = event.description.stage.flatMap { Self.ranks[$0.lowercased()] }
    let index: Int
    if let known = plan.flatMap({ byEvent[$0] }) ?? match(parties, subject, rank) {
      index = known
      lanes[index].parties.formUnion(parties)
      lanes[index].subject.words.formUnion(subject.words)
      lanes[index].subject.designations.formUnion(subject.designations)
      if subject.clarity > lanes[index].clarity
        || subject.clarity == 1 && lanes[index].clarity == 1
          && subject.label.utf8.count < lanes[index].label.utf8.count
      {
        lanes[index].label = subject.label
        lanes[index].clarity = subject.clarity
      }
    } else {
      index = lanes.count
      lanes.append(
        Lane(
          parties: parties, subject: subject, label: subject.label, clarity: subject.clarity,
          furthest: nil))
    }
    if let rank { lanes[index].furthest = max(rank, lanes[index].furthest ?? 0) }
    for word in subject.words where byWord[word]?.last != index {
      byWord[word, default: []].append(index)
    }
    steps.append((event.id, index))
    byEvent[event.id] = index
  }

  /// The lane that a step goes on with: the one that shares most with it, of equal ones the latest.
  private func match(_ parties: Set<String>, _ subject: DealSubject, _ rank: Int?) -> Int? {
    let candidates = Set(subject.words.flatMap { (byWord[$0] ?? []).suffix(Self.longestSearch) })
    return candidates.filter { index in
      let lane = lanes[index]
      if rank == 0, let furthest = lane.furthest, furthest >= Self.delivered { return false }
      let isOfBoth = parties.isSubset(of: lane.parties) || lane.parties.isSubset(of: parties)
      let isNamed = !parties.isEmpty && !lane.parties.isEmpty
      return isOfBoth && lane.subject.isSame(as: subject, needingMore: !isNamed)
    }.max { left, right in
      let (one, other) = (
        closeness(of: left, parties, subject), closeness(of: right, parties, subject)
      )
      return one == other ? left < right : one < other
    }
  }

  private func closeness(of index: Int, _ parties: Set<String>, _ subject: DealSubject) -> Int {
    let lane = lanes[index]
    return 4 * lane.subject.designations.intersection(subject.designations).count
      + 2 * lane.subject.words.intersection(subject.words).count
      + lane.parties.intersection(parties).count
  }

  /// Every step with its lane's name; a name that several lanes have gets a number.
  private func named() -> [Step] {
    var used: [String: Int] = [:]
    let names = lanes.map { lane in
      used[lane.name, default: 0] += 1
      let number = used[lane.name] ?? 1
      return number == 1 ? lane.name : "\(lane.name) (\(number))"
    }
    return steps.map { Step(event: $0.event, deal: names[$0.lane]) }
  }

  /// Of how many lanes that share a word the latest are looked at, so that a word of thousands of
  /// deals costs no more than a rare one.
  private static let longestSearch = 200

  /// How far a stage is on the way.
  private static let ranks = [
    "talks": 0, "agreed": 1, "contract": 2, "signed": 2, "ratified": 3, "in_force": 3, "begun": 3,
    "delivered": delivered, "inaugurated": delivered, "ended": delivered,
  ]
  /// From here on a deal is done.
  private static let delivered = 4
}
