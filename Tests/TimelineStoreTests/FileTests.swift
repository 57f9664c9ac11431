import Foundation
import Testing
import TimelineModel
import TimelineStore
import TimelineTestSupport

@Suite("The database as a file")
struct FileTests {
  @Test func foreignFilesAreRefusedWithOneSentence() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "file").path
      #expect(throws: StoreError.missing(path: path)) {
        try TimelineStore.open(at: path, mode: .readOnly)
      }
      try Data("This is prose and no database, and it is long enough to be one.".utf8).write(
        to: URL(fileURLWithPath: path))
      #expect(throws: StoreError.notADatabase(path: path)) {
        try TimelineStore.open(at: path, mode: .readWrite)
      }
      try Data().write(to: URL(fileURLWithPath: path))
      #expect(throws: StoreError.foreign(path: path)) {
        try TimelineStore.open(at: path, mode: .readOnly)
      }
      #expect(throws: StoreError.exists(path: path)) { try TimelineStore.create(at: path) }
    }
  }

  @Test func filesOfOtherProgramsVersionsAreRefused() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "timeline.sqlite").path
      try TimelineStore.create(at: path).close()
      let supported = TimelineStore.schemaVersion
      // The version stands big-endian in bytes 60 to 63 of the header, the identity in 68 to 71.
      try patch(path, at: 63, to: UInt8(supported + 1))
      #expect(
        throws: StoreError.newer(path: path, version: supported + 1, supported: supported)
      ) { try TimelineStore.open(at: path, mode: .readOnly) }
      try patch(path, at: 63, to: UInt8(supported - 1))
      #expect(
        throws: StoreError.older(path: path, version: supported - 1, supported: supported)
      ) { try TimelineStore.open(at: path, mode: .readOnly) }
      try patch(path, at: 63, to: UInt8(supported))
      try patch(path, at: 68, to: 0)
      #expect(throws: StoreError.foreign(path: path)) {
        try TimelineStore.open(at: path, mode: .readOnly)
      }
    }
  }

  private func patch(_ path: String, at offset: Int, to byte: UInt8) throws {
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    data[offset] = byte
    try data.write(to: URL(fileURLWithPath: path))
  }

  @Test func damageIsFoundByVerification() throws {
    try withTemporaryFolder { folder in
      let url = folder.appending(path: "timeline.sqlite")
      let store = try TimelineStore.create(at: url.path)
      var random = SeededGenerator(seed: 5)
      try SampleTimeline(documents: 30, using: &random).fill(store)
      try store.close()
      var data = try Data(contentsOf: url)
      for offset in 4096 * 8..<4096 * 9 { data[offset] = 0xff }
      try data.write(to: url)
      let damaged = try TimelineStore.open(at: url.path, mode: .readOnly)
      var found = true
      do { found = try !damaged.verify().isEmpty } catch let error as StoreError {
        guard case .corrupt = error else { throw error }
      }
      #expect(found)
    }
  }

  @Test func readingNeverWritesAndWorksInAReadOnlyFolder() throws {
    try withTemporaryFolder { folder in
      let url = folder.appending(path: "timeline.sqlite")
      let store = try TimelineStore.create(at: url.path)
      var random = SeededGenerator(seed: 5)
      try SampleTimeline(documents: 5, using: &random).fill(store)
      try store.close()
      let before = try Data(contentsOf: url)
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: url.path)
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
      defer {
        try? FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: folder.path)
      }
      let reader = try TimelineStore.open(at: url.path, mode: .readOnly)
      #expect(try reader.counts().documents == 5)
      #expect(try reader.verify().isEmpty)
      #expect(throws: StoreError.self) {
        try reader.write { writer throws(StoreError) in try writer.setMeta(.inputHash, "x") }
      }
      try reader.close()
      #expect(try Data(contentsOf: url) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    }
  }

  @Test func aFullDiskChangesNothing() throws {
    try onMemoryAndFile { store in
      var random = SeededGenerator(seed: 5)
      let sample = SampleTimeline(documents: 40, using: &random)
      try SampleTimeline(documents: 2, using: &random).fill(store)
      let before = try store.contentDigest()
      try store.limitPages(toMoreThanNow: 3)
      #expect(throws: StoreError.self) {
        do { try sample.fill(store) } catch let error as StoreError {
          guard case .diskFull = error else { return }
          throw error
        }
      }
      try store.limitPages(toMoreThanNow: 100_000)
      #expect(try store.contentDigest() == before)
    }
  }
}

@Suite("Equal content gives equal bytes")
struct DeterminismTests {
  @Test func twoBuildsInAnyOrderGiveTheSameBytes() throws {
    for seed in UInt64(21)...23 {
      var random = SeededGenerator(seed: seed)
      let sample = SampleTimeline(documents: 25, using: &random)
      try withTemporaryFolder { folder in
        let plain = folder.appending(path: "plain.sqlite")
        let mixed = folder.appending(path: "mixed.sqlite")
        let first = try TimelineStore.create(at: folder.appending(path: "1").path)
        try sample.fill(first)
        try first.publish(to: plain.path)
        let second = try TimelineStore.create(at: folder.appending(path: "2").path)
        try second.write { writer throws(StoreError) in
          for extraction in sample.extractions.shuffled(using: &random) {
            try writer.replaceDocument(extraction)
          }
          try writer.replaceEvents(sample.events.shuffled(using: &random))
        }
        try second.write { writer throws(StoreError) in
          try writer.removeDocument(sample.extractions[4].document.name)
          try writer.replaceDocument(sample.extractions[4])
          try writer.replaceEvents(sample.events)
        }
        #expect(try first.contentDigest() == second.contentDigest(), "seed \(seed)")
        try second.publish(to: mixed.path)
        #expect(try Data(contentsOf: plain) == Data(contentsOf: mixed), "seed \(seed)")
        let published = try TimelineStore.open(at: mixed.path, mode: .readOnly)
        #expect(try published.contentDigest() == first.contentDigest())
        #expect(try published.verify().isEmpty)
      }
    }
  }

  @Test func theDigestSeesEveryChange() throws {
    var random = SeededGenerator(seed: 31)
    let sample = SampleTimeline(documents: 6, using: &random)
    let store = try TimelineStore.inMemory()
    try sample.fill(store)
    let before = try store.contentDigest()
    var digests: Set<String> = [before]
    for change in 0..<4 {
      var changed = sample
      switch change {
      case 0: changed.events[0].description.title += "!"
      case 1: changed.events[0].labels.append("zz")
      case 2: changed.extractions[1].document.metadata.title = "Other"
      default: changed.events.removeLast()
      }
      let other = try TimelineStore.inMemory()
      try changed.fill(other)
      digests.insert(try other.contentDigest())
    }
    #expect(digests.count == 5)
  }
}
