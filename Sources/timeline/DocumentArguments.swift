import ArgumentParser
import DocumentReading
import Foundation
import TimelineModel
import TimelineWorkspace

/// Files to read without a timeline folder: what `tag`, `extract` and `parse` take.
struct DocumentArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Text files to read, or - for standard input.", valueName: "file"))
  var operands: [String]

  /// The files, in their order.
  var files: [String] { FoldedOperands.unfold(operands) }

  @Option(
    help: ArgumentHelp(
      "Publication date of files that state none: a day, month or year.", valueName: "date"))
  var published: String?

  /// Reads the files side by side and prints what `text` makes of each, in their order; a file that
  /// cannot be read is one sentence on standard error.
  ///
  /// Without `hashing` the documents that `text` gets have no hashes.
  ///
  /// - Throws: exit code 66 when the only file does not exist, 65 when some were rejected.
  func printEach(
    hashing: Bool = true, _ text: @escaping @Sendable (Document) -> [UInt8]
  ) throws {
    let published = published
    let files = files
    var rejected = 0
    var missing = 0
    OrderedWork.run(
      on: Self.sources(files),
      work: { source in
        Result { () throws(ReadingError) in
          text(try source.document(published: published, hashing: hashing))
        }
      },
      deliver: { result in
        switch result {
        case .success(let bytes): FileHandle.standardOutput.write(Data(bytes))
        case .failure(let error):
          StandardStreams.complain(error.description)
          rejected += 1
          if case .notFound = error { missing += 1 }
        }
      })
    if rejected == 0 { return }
    throw missing == files.count ? ExitCode.notFound : ExitCode.someRejected
  }

  /// Where the texts come from; standard input, which ends once, is read here.
  private static func sources(_ files: [String]) -> [Source] {
    var isRead = false
    return files.map { file in
      guard file == "-" else { return .file(file) }
      defer { isRead = true }
      return .bytes(isRead ? [] : Array(FileHandle.standardInput.readDataToEndOfFile()))
    }
  }

  private enum Source: Sendable {
    case file(String)
    case bytes([UInt8])

    func document(published: String?, hashing: Bool) throws(ReadingError) -> Document {
      switch self {
      case .bytes(let bytes):
        return try DocumentReader.read(
          bytes: bytes, name: "-", overrides: DocumentReader.Overrides(published: published))
      case .file(let file):
        let document = try DocumentReader.read(path: file, name: file, hashing: hashing)
        guard document.published == nil, let published else { return document }
        return try DocumentReader.read(
          path: file, name: file, published: published, hashing: hashing)
      }
    }
  }
}
