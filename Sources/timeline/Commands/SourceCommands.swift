import ArgumentParser
import TimelineModel
import TimelineWorkspace

/// `timeline set-published`: when a document was published.
struct SetPublishedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-published",
    abstract: "Set a document's publication date; its relative dates are read anew.",
    discussion: "timeline set-published op-ed.txt 2018-05-07")

  @Argument(help: ArgumentHelp("A name as timeline documents shows it.", valueName: "document"))
  var document: String

  @Argument(help: "An EDTF date or an English phrase.")
  var date: String

  @OptionGroup var decision: DecisionArguments

  func run() throws {
    let stated = try reporting { try StatedDate.read(date) }
    var name = document
    var before = "unknown"
    let report = try decision.decide("set-published") { snapshot throws(WorkspaceError) in
      let found = try snapshot.document(document)
      name = found.name
      before = found.published?.edtf ?? "unknown"
      let action = Decision.Action.setPublished(document: name, date: stated.edtf ?? date)
      return [
        decision.decision(
          action, saw: snapshot.seen(like: action), previous: found.published?.edtf)
      ]
    }
    let difference = EventDifference(report)
    decision.report(
      "\(name): published \(before) → \(stated.edtf ?? date); \(difference.count)"
        + difference.text, report)
  }
}

/// `timeline alias`: a name that means another.
struct AliasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alias",
    abstract: "Say that a name means another everywhere; all documents are read anew.",
    discussion: "timeline alias \"USSR\" \"Soviet Union\"")

  @Argument(help: "The name as documents write it.")
  var name: String

  @Argument(help: "The name that it means.")
  var canonical: String

  @OptionGroup var decision: DecisionArguments

  func validate() throws {
    if name.isEmpty || canonical.isEmpty || name == canonical {
      throw ValidationError("alias takes two different names.")
    }
  }

  func run() throws {
    let action = Decision.Action.alias(name: name, canonical: canonical)
    let report = try decision.decide("alias") { snapshot in
      [decision.decision(action, saw: snapshot.seen(like: action))]
    }
    let difference = EventDifference(report)
    decision.report(
      "\"\(name)\" means \"\(canonical)\"; \(difference.count)" + difference.text, report)
  }
}
