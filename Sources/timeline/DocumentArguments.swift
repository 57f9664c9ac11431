import ArgumentParser
import DocumentReading
import Foundation
import TimelineModel

/// Files to read without a timeline folder: what `tag`, `extract` and `parse` take.
struct DocumentArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Text files to read, or - for standard input.", valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Publication date of files that state none: a day, month or year.", valueName: "date"))
  var published: String?

  /// Reads every file in turn and hands it on; a file that cannot be read is one sentence on
  /// standard error.
  ///
  /// - Throws: exit code 66 when the only file does not exist, 65 when some were rejected.
  func forEachDocument(_ body: (Document) throws -> Void) throws {
    var rejected = 0
    var missing = 0
    for file in files {
      let document: Document
      do throws(ReadingError) {
        document = try read(file)
      } catch {
        StandardStreams.complain(error.description)
        rejected += 1
        if case .notFound = error { missing += 1 }
        continue
      }
      try body(document)
    }
    if rejected == 0 { return }
    throw missing == files.count ? ExitCode.notFound : ExitCode.someRejected
  }

  private func read(_ file: String) throws(ReadingError) -> Document {
    if file == "-" {
      let bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
      return try DocumentReader.read(
        bytes: bytes, name: "-", overrides: DocumentReader.Overrides(published: published))
    }
    var document = try DocumentReader.read(path: file, name: file)
    if document.published == nil, let published {
      document = try DocumentReader.read(path: file, name: file, published: published)
    }
    return document
  }
}
