import Foundation
import Glibc
import TimelineIngest
import TimelineModel

/// Speed over text: the time tagger against a plain read of memory, whole extraction and the command
/// `timeline tag --jsonl` on one file beside it.
///
/// The text is that of `$TIMELINE_CORPORA` when it is set, else the project's own articles; it is
/// repeated, document by document, until there is enough of it.
struct TextBench {
  func run() throws {
    let documents = try BenchTexts.files().map { file in
      Document(name: file.lastPathComponent, utf8: Array(try Data(contentsOf: file)))
    }
    let size = documents.reduce(0) { $0 + $1.utf8.count }
    let rounds = max(1, 50_000_000 / size)
    var sum: UInt64 = 0
    let read = rate(bytes: size * rounds) {
      for _ in 0..<rounds {
        for document in documents { for byte in document.utf8 { sum &+= UInt64(byte) } }
      }
    }
    var found = 0
    let cut = rate(bytes: size * rounds) {
      for _ in 0..<rounds { for document in documents { found += tokenCount(of: document.utf8) } }
    }
    let tagger = TimeTagger()
    let tagged = rate(bytes: size * rounds) {
      for _ in 0..<rounds { for document in documents { found += tagger.tag(document).count } }
    }
    let command = try commandRate(documents, rounds: rounds)
    let languageRounds = max(1, 1_000_000 / size)
    var sentences: [[SentenceTree]] = []
    var words = 0
    let splitting = rate(bytes: size * languageRounds) {
      for _ in 0..<languageRounds {
        for document in documents {
          words += LanguageAnalyzer.sentences(of: document.utf8).reduce(0) { $0 + $1.tokens.count }
        }
      }
    }
    for document in documents { sentences.append(LanguageAnalyzer.sentences(of: document.utf8)) }
    let analyzer = try LanguageAnalyzer()
    let parsing = rate(bytes: size) {
      for index in documents.indices {
        analyzer.parse(&sentences[index], in: documents[index].utf8)
      }
    }
    let bytesAWord = Double(size * languageRounds) / Double(max(1, words))
    let ingester = Ingester()
    let extractRounds = max(1, 1_000_000 / size)
    let extracted = rate(bytes: size * extractRounds) {
      for _ in 0..<extractRounds {
        for document in documents { found += ingester.extract(document).mentions.count }
      }
    }
    print("text, MB a CPU second on one core, \(documents.count) documents of \(size) bytes")
    print("  plain read of memory \(text(read)) (check \(sum % 10))")
    print("  byte tokenizer       \(text(cut)), \(text(cut / read)) of the plain read")
    print("  time tagger          \(text(tagged)), \(text(tagged / cut)) of the tokenizer")
    print("  timeline tag --jsonl \(text(command)), \(text(command / tagged)) of the tagger")
    print("  sentences and words  \(text(splitting)), \(text(splitting / cut)) of the tokenizer")
    print("    \(text(splitting * 1e6 / bytesAWord)) words a second")
    print("  tags and trees       \(text(parsing)), \(text(parsing / cut)) of the tokenizer")
    print("    \(text(parsing * 1e6 / bytesAWord)) words a second")
    print("  whole extraction     \(text(extracted)), \(text(extracted / tagged)) of the tagger")
    if found == 0 { throw BenchError(message: "nothing was found in the text") }
  }

  private func text(_ number: Double) -> String { String(format: "%.3g", number) }

  /// Millions of bytes per CPU second, user and system, of the whole command: the best of three.
  ///
  /// It reads one file, the documents one behind the other, as often as the tagger read them.
  private func commandRate(_ documents: [Document], rounds: Int) throws -> Double {
    let file = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID()).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    let once = documents.reduce(into: Data()) { $0 += $1.utf8 + [UInt8(ascii: "\n")] }
    var whole = Data(capacity: once.count * rounds)
    for _ in 0..<rounds { whole += once }
    try whole.write(to: file)
    let times = try (0..<3).map { _ in
      let before = Subprocess.processorTime()
      try Subprocess.run([Subprocess.own("timeline"), "tag", "--jsonl", file.path])
      return Subprocess.processorTime() - before
    }
    return Double(whole.count) / 1e6 / max(1e-9, times.min() ?? 0)
  }

  /// Millions of bytes per second of this process's CPU time.
  private func rate(bytes: Int, _ work: () -> Void) -> Double {
    let before = ownTime()
    work()
    return Double(bytes) / 1e6 / max(1e-9, ownTime() - before)
  }

  private func ownTime() -> Double {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    let seconds = Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    return seconds + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
  }
}
