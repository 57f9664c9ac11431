public import TimelineModel
public import TimelineStore

/// A decision as it is listed.
public struct ListedDecision: Sendable {
  /// What was decided.
  public var decision: Decision
  /// What became of it.
  public var status: DecisionStatus
  /// The number of its line in `decisions.jsonl`, counted from 1.
  public var line: Int
  /// What is nearest to what an orphan was about; the documents' own events of an addition that is
  /// obsolete.
  public var candidates: [Candidate]
  /// Of a conflict: who won.
  public var standing: Standing?

  /// An event or document that may be what a decision is about.
  public struct Candidate: Sendable {
    /// The id of the event, or the name of the document, that the decision names.
    public var of: String
    /// The id of the candidate, or its name.
    public var id: String
    /// The candidate; nil when it is a document.
    public var event: Event?
  }

  /// What a conflict about a value came to.
  public struct Standing: Sendable {
    /// Whether it is this decision that holds.
    public var holds: Bool
    /// What holds; nil when the event is gone.
    public var value: String?
    /// What the machine reads now, if that is not what the decision was made on.
    public var reading: String?
  }
}

extension Workspace {
  /// The decisions that a database carries, the oldest first; what an author had seen comes before,
  /// and what was decided in one second is in the order of the file.
  ///
  /// - Throws: `WorkspaceError.store`.
  public static func decisions(of store: TimelineStore) throws(WorkspaceError)
    -> [ListedDecision]
  {
    do throws(StoreError) {
      let rows = try store.decisions()
      let statuses = Dictionary(
        rows.map { ($0.id, $0.status) }, uniquingKeysWith: { first, _ in first })
      let order = DecisionOrder(rows.entries, isForPeople: true)
      var finder: CandidateFinder?
      var listed: [ListedDecision] = []
      for entry in order.sorted {
        let decision = entry.decision
        var each = ListedDecision(
          decision: decision, status: statuses[decision.id] ?? .applied, line: entry.line,
          candidates: [])
        switch (each.status, decision.action) {
        case (.orphan, _), (.obsolete, .add):
          if finder == nil { finder = try CandidateFinder(store) }
          each.candidates = try finder?.candidates(for: decision) ?? []
        case (.conflict, _): each.standing = try ConflictJudge(store, order).standing(of: decision)
        default: break
        }
        listed.append(each)
      }
      return listed
    } catch { throw .store(error) }
  }
}

extension [DecisionRow] {
  /// The decisions that the rows are copies of.
  var entries: [DecisionFile.Entry] {
    compactMap { row in
      (try? DecisionLineReader.decode(row.raw)).map {
        DecisionFile.Entry(decision: $0, raw: row.raw, line: row.line)
      }
    }
  }
}

/// Says which side of a conflict holds.
struct ConflictJudge {
  private let store: TimelineStore
  private let order: DecisionOrder

  init(_ store: TimelineStore, _ order: DecisionOrder) {
    self.store = store
    self.order = order
  }

  /// What a decision in conflict came to; nil when it is not about a value.
  func standing(of decision: Decision) throws(StoreError) -> ListedDecision.Standing? {
    switch decision.action {
    case .edit(let id, let field, let value):
      guard let event = try store.event(id: id)?.event else {
        return ListedDecision.Standing(holds: false)
      }
      let now = FieldEdit.value(of: field, in: event.description, about: value)
      return ListedDecision.Standing(
        holds: now == FieldEdit.wanted(field, value), value: now,
        reading: try reading(of: event, decision) {
          FieldEdit.value(of: field, in: $0, about: value)
        })
    case .confirm(let id), .reject(let id):
      let event = try store.event(id: id)?.event
      var isRejection = false
      if case .reject = decision.action { isRejection = true }
      return ListedDecision.Standing(
        holds: (event == nil) == isRejection,
        value: event.map { DecisionApplier.summary(of: $0.description) },
        reading: try event.flatMap { event throws(StoreError) in
          try reading(of: event, decision) { DecisionApplier.summary(of: $0) }
        })
    case .setPublished(let name, let date):
      guard let published = try store.document(named: name)?.published else { return nil }
      let stated = published.replaced
      return ListedDecision.Standing(
        holds: published.edtf == date, value: published.edtf,
        reading: stated == decision.read ?? decision.previous ? nil : stated)
    case .alias(let name, let canonical):
      let last = order.sorted.last { entry in
        guard case .alias(name, _) = entry.decision.action else { return false }
        return !order.undone.contains(entry.decision.id)
      }
      guard case .alias(_, let meant)? = last?.decision.action else { return nil }
      return ListedDecision.Standing(holds: meant == canonical, value: meant)
    default: return nil
    }
  }

  private func reading(
    of event: Event, _ decision: Decision, _ value: (EventDescription) -> String
  ) throws(StoreError) -> String? {
    let machine = try MachineReading(store: store).event(of: event.mentions)
    guard let machine, let before = decision.read ?? decision.previous else { return nil }
    let now = value(machine.description)
    return now == before ? nil : now
  }
}
