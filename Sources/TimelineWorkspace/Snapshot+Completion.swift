import TimelineModel
import TimelineStore

extension Snapshot {
  /// A decision with what its author sees: anchors, what the events look like, and what the machine
  /// read where a person's value is replaced.
  func completed(_ decision: Decision) throws(WorkspaceError) -> Decision {
    var decision = decision
    let ids = decision.action.events
    guard let first = ids.first else {
      if case .setPublished(let name, _) = decision.action, decision.read == nil {
        let replaced = try document(name).published?.replaced
        if replaced != decision.previous { decision.read = replaced }
      }
      return decision.identified
    }
    let event = try event(first)
    if decision.anchor == nil { decision.anchor = try anchor(of: event) }
    if decision.about == nil { decision.about = sight(of: event) }
    if decision.others.isEmpty {
      if case .split = decision.action {
        for id in event.mentions.dropFirst() {
          decision.others.append(Decision.Other(event: id, anchor: try anchor(ofMention: id)))
        }
      }
      for id in ids.dropFirst() {
        let other = try self.event(id)
        decision.others.append(
          Decision.Other(
            event: id, anchor: try anchor(of: other), about: sight(of: other)))
      }
    }
    if decision.read == nil, decision.previous != nil {
      let read = try machineValue(of: decision.action, event)
      if read != decision.previous { decision.read = read }
    }
    return decision.identified
  }

  /// What an event looks like; nil for an added one, which stands in its own decision.
  private func sight(of event: Event) -> Decision.AddedEvent? {
    guard event.origin == .extracted || event.labels.contains(DecisionApplier.orphanLabel)
    else { return nil }
    let seen = event.description
    return Decision.AddedEvent(
      date: seen.date.edtf, phrase: seen.date.phrase, title: seen.title, type: seen.type,
      actors: seen.actors.map(\.name), place: seen.place, actuality: seen.actuality,
      stage: seen.stage, source: event.source)
  }

  /// What the machine reads where the action replaces or judges a value; nil when it reads nothing.
  private func machineValue(of action: Decision.Action, _ event: Event)
    throws(WorkspaceError) -> String?
  {
    guard !event.decisions.isEmpty else { return nil }
    let machine: Event?
    do throws(StoreError) {
      machine = try MachineReading(store: store).event(of: event.mentions)
    } catch { throw .store(error) }
    return machine.flatMap { machine in
      switch action {
      case .edit(_, let field, let value):
        FieldEdit.value(of: field, in: machine.description, about: value)
      case .confirm, .reject: DecisionApplier.summary(of: machine.description)
      default: nil
      }
    }
  }
}
