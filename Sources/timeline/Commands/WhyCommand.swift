import ArgumentParser
import TimelineModel
import TimelineRendering
import TimelineStore
import TimelineWorkspace

/// `timeline why`: how the fields of events were read.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Explain an event: quote, date phrase, rule, anchor, cue and decisions.",
    discussion: """
      For every mention: the quote in its context, the phrase that gave the date, the rule that \
      read it, what it was counted from and why, how the date came to the event, and the words that \
      decide whether it happened.
      """)

  @Argument(help: ArgumentHelp("The ids of events.", valueName: "id"))
  var ids: [String]

  @OptionGroup var store: StoreOptions

  func run() throws {
    let store = try store.reader()
    let finder = EventFinder(store: store)
    let found = try reporting { try finder.find(ids) }
    let listed = try reporting { try Workspace.decisions(of: store) }
    let explanation = EventExplanation(width: Terminal.width)
    var pages: [String] = []
    for entry in found.content.entries {
      let decisions = listed.filter { entry.event.decisions.contains($0.decision.id) }
        .map { EventExplanation.DecisionLine(text: DecisionText.line($0)) }
      pages.append(explanation.text(entry, in: found.content, decisions: decisions))
    }
    Terminal.page(pages.joined(separator: "\n"))
    if found.missing > 0 { throw ExitCode.notFound }
  }
}
