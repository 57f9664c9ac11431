public import TimelineModel
import TimelineQuery
public import TimelineStore

extension Workspace {
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
}

/// What a person sees of an event when confirming or rejecting it.
public enum EventSummary {
  /// Date, type and actuality in one line.
  public static func text(of description: EventDescription) -> String {
    DecisionApplier.summary(of: description)
  }
}
