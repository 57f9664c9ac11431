import ArgumentParser
import Chronology
import DocumentReading
import Foundation
import TimelineModel
import TimelineStore
import TimelineWorkspace

/// `timeline ingest`: documents into the timeline.
struct IngestCommand: ParsableCommand, TakesManyFiles {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read documents and put their events into the timeline.",
    discussion: """
      timeline ingest article.txt --published 2018-05-07
      timeline ingest articles/
      curl -s URL | timeline ingest - --name article.txt

      Files are copied into documents/ unless they lie there. The same bytes again change \
      nothing, other bytes of the same file are a new version, and a file of the same name from \
      elsewhere gets a suffix. A sidecar NAME.meta.json comes along. What cannot be read is \
      reported and stops nothing (exit code 65).
      """)

  @Argument(
    help: ArgumentHelp(
      "Text or Markdown files, folders of them, or - for standard input.", valueName: "file"))
  var operands: [String]

  /// The files, in their order.
  var files: [String] { FoldedOperands.unfold(operands) }

  @Option(
    help: ArgumentHelp(
      "When it was published: a day, month, year or other EDTF date.", valueName: "date"))
  var published: String?

  @Option(help: "The title or headline.")
  var title: String?

  @Option(help: "Who wrote it.")
  var author: String?

  @Option(help: "Who published it.")
  var publisher: String?

  @Option(help: "The kind of text: op-ed, wire, communique, chronology …")
  var genre: String?

  @Option(help: "Where it can be read.")
  var url: String?

  @Option(help: "The name below documents/; needed with -.")
  var name: String?

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if files.contains("-"), name == nil {
      throw ValidationError("- needs --name, the name that the text gets in documents/.")
    }
    if name != nil, files.count > 1 { throw ValidationError("--name is for a single file.") }
    if title != nil || url != nil, files.count > 1 {
      throw ValidationError("--title and --url are for a single file.")
    }
    guard let published, StatedDate.read(edtf: published) == nil else { return }
    var place = ""
    do throws(EDTFError) { _ = try EDTF(published) } catch { place = "\(error); " }
    throw ValidationError(
      "--published \(published): \(place)write a day (2018-05-07), a month (2018-05) or a year.")
  }

  func run() throws {
    let overrides = DocumentReader.Overrides(
      metadata: DocumentMetadata(
        title: title, author: author, publisher: publisher, genre: genre, url: url),
      published: published)
    var incoming: [Incoming] = []
    var rejected: [WorkspaceError] = []
    for file in files {
      if file == "-" {
        let bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
        incoming.append(
          Incoming(source: .bytes(bytes), name: name ?? "-", overrides: overrides))
        continue
      }
      do throws(WorkspaceError) {
        incoming += try Incoming.files(at: file, name: name, overrides: overrides)
      } catch {
        rejected.append(error)
      }
    }
    for error in rejected { StandardStreams.complain(error.description) }
    if incoming.isEmpty { throw exitCode(rejected, others: 0) }
    let folder = try store.writableOrNewFolder()
    let report = try reporting {
      try Workspace.ingest(incoming, into: folder, command: "ingest")
    }
    for error in report.rejected { StandardStreams.complain(error.description) }
    rejected += report.rejected
    IngestReportText(report).write()
    if !rejected.isEmpty {
      throw exitCode(
        rejected, others: report.added.count + report.updated.count + report.unchanged.count)
    }
  }

  /// A lone missing file is 66; anything else that was rejected is 65.
  private func exitCode(_ rejected: [WorkspaceError], others: Int) -> ExitCode {
    if others == 0, rejected.count == 1, files.count == 1 { return ExitCode(rejected[0]) }
    return .someRejected
  }
}

/// What an ingest did, in words.
struct IngestReportText {
  private let report: IngestReport

  init(_ report: IngestReport) { self.report = report }

  /// Writes the summary to standard output, notices and warnings to standard error.
  func write() {
    for notice in report.notices { StandardStreams.note(notice) }
    for warning in report.warnings { StandardStreams.note("warning: \(warning.message)") }
    StandardStreams.write(summary + "\n")
  }

  /// "added 3 documents, 41 events (9 undated), 2 possible duplicates".
  var summary: String {
    var parts: [String] = []
    if !report.added.isEmpty { parts.append("added " + count(report.added.count, "document")) }
    if !report.updated.isEmpty {
      parts.append("new version of " + count(report.updated.count, "document"))
    }
    if !report.removed.isEmpty {
      parts.append("removed " + count(report.removed.count, "document"))
    }
    let changed = !parts.isEmpty
    if !report.unchanged.isEmpty {
      parts.append(
        (changed ? "\(report.unchanged.count)" : count(report.unchanged.count, "document"))
          + " unchanged")
    }
    if parts.isEmpty { return "nothing ingested" }
    if changed {
      let events = report.after.events - report.before.events
      let undated = report.after.undated - report.before.undated
      let aside = undated > 0 && events >= 0 ? " (\(undated) undated)" : ""
      parts.append((events < 0 ? "\(-events) fewer events" : count(events, "event")) + aside)
      if report.possibleDuplicates > 0 {
        parts.append(count(report.possibleDuplicates, "possible duplicate"))
      }
    }
    return parts.joined(separator: ", ")
  }

  private func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
