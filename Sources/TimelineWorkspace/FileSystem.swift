import Foundation
import Glibc

/// Files written so that a crash leaves the old or the new bytes, never half of them.
enum FileSystem {
  /// Whether there is a folder at the path.
  static func isDirectory(_ path: String) -> Bool {
    var isDirectory = ObjCBool(false)
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  /// The system's words for the last error.
  static var lastReason: String { String(cString: strerror(errno)) }

  /// Makes a folder and those above it.
  static func makeDirectory(_ path: String) throws(WorkspaceError) {
    if isDirectory(path) { return }
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if parent != path { try makeDirectory(parent) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw .cannotWrite(path: path, reason: lastReason)
    }
  }

  /// The bytes of a file; nil when there is none.
  static func read(_ path: String) throws(WorkspaceError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .cannotRead(path: path, reason: lastReason)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .cannotRead(path: path, reason: lastReason)
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// Puts bytes at a path in one step: a file beside it, synced, then renamed over it.
  static func replace(_ path: String, with bytes: [UInt8]) throws(WorkspaceError) {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    let temporary = "\(folder)/\(temporaryPrefix)\(getpid())-\(url.lastPathComponent)"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: lastReason) }
    do throws(WorkspaceError) {
      try write(bytes, to: descriptor, path: path)
      guard fsync(descriptor) == 0 else { throw .cannotWrite(path: path, reason: lastReason) }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    close(descriptor)
    try rename(temporary, to: path)
  }

  /// How files begin that a killed writer may leave behind; readers of a folder pass them over.
  static let temporaryPrefix = ".timeline-part-"

  /// Moves a file over another in one step and makes that last.
  static func rename(_ source: String, to target: String) throws(WorkspaceError) {
    guard Glibc.rename(source, target) == 0 else {
      let reason = lastReason
      unlink(source)
      throw .cannotWrite(path: target, reason: reason)
    }
    try synchronise(directory: URL(fileURLWithPath: target).deletingLastPathComponent().path)
  }

  /// Appends bytes to a file and waits until they are on the disk.
  ///
  /// When that fails the file is cut back to what it was, so that no half line stays.
  static func append(_ bytes: [UInt8], to path: String) throws(WorkspaceError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: lastReason) }
    defer { close(descriptor) }
    let before = lseek(descriptor, 0, SEEK_END)
    do throws(WorkspaceError) {
      try write(bytes, to: descriptor, path: path)
      guard fsync(descriptor) == 0 else { throw .cannotWrite(path: path, reason: lastReason) }
    } catch {
      ftruncate(descriptor, before)
      throw error
    }
  }

  /// Makes names that were made, moved or removed in a folder last.
  static func synchronise(directory: String) throws(WorkspaceError) {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotRead(path: directory, reason: lastReason) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw .cannotWrite(path: directory, reason: lastReason)
    }
  }

  /// Makes a file's bytes last.
  static func synchronise(file: String) throws(WorkspaceError) {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotRead(path: file, reason: lastReason) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .cannotWrite(path: file, reason: lastReason) }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, path: String)
    throws(WorkspaceError)
  {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .cannotWrite(path: path, reason: lastReason)
      }
      done += count
    }
  }
}
