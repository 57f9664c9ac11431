public import TimelineModel
import TimelineQuery
public import TimelineStore

/// A decision as it is listed.
public struct ListedDecision: Sendable {
  /// What was decided.
  public var decision: Decision
  /// What became of it.
  public var status: DecisionStatus
  /// The number of its line in `decisions.jsonl`, counted from 1.
  public var line: Int
  /// Of an orphan: the events nearest to what it was about.
  public var candidates: [Event]
}

extension Workspace {
  /// The decisions that a database carries, in the order in which they apply.
  ///
  /// - Throws: `WorkspaceError.store`.
  public static func decisions(of store: TimelineStore) throws(WorkspaceError)
    -> [ListedDecision]
  {
    do throws(StoreError) {
      let rows = try store.decisions()
      let statuses = Dictionary(
        rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      let entries = rows.compactMap { row in
        (try? DecisionLineReader.decode(row.raw)).map {
          DecisionFile.Entry(decision: $0, raw: row.raw, line: row.line)
        }
      }
      let hasOrphans = rows.contains { $0.status == .orphan }
      let events = hasOrphans ? try store.events(EventQuery(undated: .included)).events : []
      let extractions = hasOrphans ? try store.extractions() : []
      return DecisionOrder(entries).sorted.map { entry in
        let row = statuses[entry.decision.id]
        return ListedDecision(
          decision: entry.decision, status: row?.status ?? .applied, line: entry.line,
          candidates: row?.status == .orphan
            ? candidates(for: entry.decision, events, extractions) : [])
      }
    } catch { throw .store(error) }
  }

  /// The decisions on an event, oldest first; those about its mentions and merged ids count.
  ///
  /// - Throws: `WorkspaceError.notFound` when the id is nobody's.
  public static func history(of id: String, in store: TimelineStore) throws(WorkspaceError)
    -> [ListedDecision]
  {
    var ids: Set<String> = [id]
    var made: Set<String> = []
    let all = try decisions(of: store)
    do throws(StoreError) {
      if let event = try store.event(id: id)?.event {
        ids.formUnion(event.mentions + [event.id])
        made.formUnion(event.decisions)
      } else if try store.tombstone(id: id) == nil,
        !all.contains(where: {
          $0.decision.addedEvent == id || $0.decision.action.events.contains(id)
        })
      {
        throw StoreError.missing(path: id)
      }
    } catch {
      if case .missing = error { throw .notFound("there is no event \(id)") }
      throw .store(error)
    }
    var listed = all.filter { each in
      made.contains(each.decision.id) || !ids.isDisjoint(with: each.decision.action.events)
        || each.decision.addedEvent.map(ids.contains) ?? false
    }
    let found = Set(listed.map(\.decision.id))
    listed += all.filter { each in
      if case .undo(let target) = each.decision.action { return found.contains(target) }
      return false
    }
    return listed
  }

  /// The events nearest to what an orphan was anchored to: the most words shared, the same document
  /// first.
  private static func candidates(
    for decision: Decision, _ events: [Event], _ extractions: [Extraction]
  ) -> [Event] {
    var weights: [String: Int] = [:]
    for anchor in [decision.anchor] + decision.others.map(\.anchor) {
      guard let anchor else { continue }
      let words = Set(anchor.quotation.exact.split(separator: " "))
      for extraction in extractions {
        for mention in extraction.mentions {
          let shared = words.intersection(mention.evidence.exact.split(separator: " ")).count
          let near = extraction.document.name == anchor.document ? 1 : 0
          guard shared * 3 >= words.count else { continue }
          weights[mention.id] = max(weights[mention.id] ?? 0, shared * 2 + near)
        }
      }
    }
    let weighed = events.map { event in
      (event: event, weight: event.mentions.compactMap { weights[$0] }.max() ?? 0)
    }
    return weighed.filter { $0.weight > 0 }
      .sorted { ($1.weight, $0.event.id) < ($0.weight, $1.event.id) }
      .prefix(3).map(\.event)
  }
}

/// What a person sees of an event when confirming or rejecting it.
public enum EventSummary {
  /// Date, type and actuality in one line.
  public static func text(of description: EventDescription) -> String {
    DecisionApplier.summary(of: description)
  }
}
