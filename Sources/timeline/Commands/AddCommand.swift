import ArgumentParser
import TimelineModel
import TimelineWorkspace

/// `timeline add`: an event that a person knows of.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add one event; its id comes back, and it survives every rebuild.",
    discussion: """
      timeline add 2018-04-22/2018-04-23 "Bajwa visits Moscow" --type visit --actor Pakistan
      timeline add "early April 2018" "Talks on helicopters" --actuality planned

      The date is EDTF (2018-04-22, 2018-04, 2018, 2018-04-22/2018-04-23, 2018-04~) or an English \
      phrase, also with words around it (before 2014, from 2014, no later than May 2020, circa 2010, \
      the 90s); "unknown" adds an undated event. 12/03/2015 keeps both readings.
      """)

  @Argument(help: "When: an EDTF date or an English phrase.")
  var date: String

  @Argument(help: "What happened, in a short clause.")
  var title: String

  @Option(help: "A type code, as timeline schema lists them.")
  var type = "other"

  @Option(
    name: .customLong("actor"),
    help: ArgumentHelp("Who took part; may be repeated.", valueName: "name"))
  var actors: [String] = []

  @Option(help: "Where.")
  var place: String?

  @Option(
    help: "occurred, planned, proposed, denied, cancelled, alleged or unknown.")
  var actuality = "occurred"

  @Option(help: "The stage of a deal or project: talks, signed, delivered …")
  var stage: String?

  @Option(help: ArgumentHelp("Where you have it from, verbatim.", valueName: "text"))
  var source: String?

  @OptionGroup var decision: DecisionArguments

  func validate() throws {
    if Actuality(rawValue: actuality) == nil {
      let names = Actuality.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--actuality \(actuality): write one of \(names).")
    }
    if title.allSatisfy(\.isWhitespace) { throw ValidationError("The title is empty.") }
  }

  func run() throws {
    let stated = try reporting { () throws -> EventDate? in
      date == "unknown" ? nil : try StatedDate.read(date)
    }
    let event = Decision.AddedEvent(
      date: stated?.edtf, phrase: stated?.edtf == date ? nil : stated.map { _ in date },
      title: title, type: type, actors: actors, place: place,
      actuality: Actuality(rawValue: actuality) ?? .occurred, stage: stage, source: source)
    let folder = try decision.store.writableOrNewFolder()
    try TypeAdvice.check(type, in: folder)
    let report = try decision.decide("add", in: folder) { _ in
      [decision.decision(.add(event))]
    }
    let id = report.decisions.first?.addedEvent ?? ""
    decision.report("added \(id)  \(stated?.edtf ?? "undated")  \(title)", report)
    guard report.statuses.values.contains(.obsolete) else { return }
    let listed = try reporting { try Workspace.decisions(of: try Workspace.reader(folder)) }
    for candidate in listed.first(where: { $0.decision.addedEvent == id })?.candidates ?? [] {
      StandardStreams.write(
        "  \(DecisionText.line(candidate))\n"
          + "one event with: timeline merge \(candidate.id) \(id)\n")
    }
  }
}
