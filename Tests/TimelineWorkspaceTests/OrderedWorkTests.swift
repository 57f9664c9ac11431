import Dispatch
import DocumentReading
import Foundation
import Synchronization
import Testing
import TimelineIngest
import TimelineModel
import TimelineTestSupport

@testable import TimelineWorkspace

@Suite("Work side by side")
struct OrderedWorkTests {
  static let threads = [1, 2, 4, 8]

  @Test(arguments: threads) func resultsComeInOrderWhoeverIsDoneFirst(threads: Int) {
    var generator = SeededGenerator(seed: UInt64(threads))
    let delays = (0..<200).map { _ in UInt32.random(in: 0...2000, using: &generator) }
    var delivered: [Int] = []
    OrderedWork.run(
      on: Array(delays.indices), threads: threads,
      work: { index in
        usleep(delays[index])
        return index * 3
      },
      deliver: { delivered.append($0) })
    #expect(delivered == delays.indices.map { $0 * 3 })
  }

  @Test func theOthersGoOnBesideOneThatTakesLong() {
    let isOthersDone = DispatchSemaphore(value: 0)
    var delivered: [Int] = []
    OrderedWork.run(
      on: Array(0..<30), threads: 2,
      work: { index in
        if index == 0 { isOthersDone.wait() }
        if index == 2 * OrderedWork.window - 3 { isOthersDone.signal() }
        return index
      },
      deliver: { delivered.append($0) })
    #expect(delivered == Array(0..<30))
  }

  @Test(arguments: threads.dropFirst()) func resultsInWaitingStayFew(threads: Int) {
    let begun = Atomic(0)
    var delivered = 0
    var most = 0
    OrderedWork.run(
      on: Array(0..<1000), threads: threads,
      work: { index in
        begun.add(1, ordering: .sequentiallyConsistent)
        if index % 100 == 0 { usleep(3000) }
        return index
      },
      deliver: { _ in
        if delivered % 50 == 0 { usleep(2000) }
        most = max(most, begun.load(ordering: .sequentiallyConsistent) - delivered)
        delivered += 1
      })
    #expect(most <= threads * OrderedWork.window)
    #expect(most > threads)
  }

  private struct Stop: Error {}

  @Test(arguments: threads) func aFailureEndsIt(threads: Int) {
    let begun = Atomic(0)
    #expect(throws: Stop.self) {
      try OrderedWork.run(
        on: Array(0..<100_000), threads: threads,
        work: { index in
          begun.add(1, ordering: .sequentiallyConsistent)
          return index
        },
        deliver: { if $0 == 10 { throw Stop() } })
    }
    #expect(begun.load(ordering: .sequentiallyConsistent) <= 11 + threads * OrderedWork.window)
  }

  @Test func thereIsAProcessorForEachThread() {
    #expect(OrderedWork.processors >= 1)
    #expect(OrderedWork.processors <= ProcessInfo.processInfo.processorCount)
  }

  @Test func nothingIsDoneOnNothing() {
    OrderedWork.run(on: [Int](), threads: 4, work: { $0 }, deliver: { _ in Issue.record() })
  }

  /// The articles of the project, long and short, each read on whatever thread is free.
  @Test func documentsReadTheSameOnAnyNumberOfThreads() throws {
    let folder = Repository.root.appending(path: "Tests/TimelineIngestTests/Articles/open")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".txt") }.sorted()
    #expect(names.count > 20)
    let documents = try names.map {
      try DocumentReader.read(path: folder.appending(path: $0).path, name: $0)
    }
    let settings = ExtractionSettings(
      DecisionOrder([]), types: EventTypeFile.empty, extractor: .current)
    let alone = BoundedExtraction.extract(documents, settings: settings, threads: 1)
    #expect(alone.map(\.document.name) == names)
    for threads in Self.threads.dropFirst() {
      let together = BoundedExtraction.extract(documents, settings: settings, threads: threads)
      #expect(together == alone, "\(threads) threads")
      let backwards = BoundedExtraction.extract(
        documents.reversed(), settings: settings, threads: threads)
      #expect(backwards.reversed() == alone, "\(threads) threads, the other way round")
    }
  }
}
