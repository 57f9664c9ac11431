import Foundation
import Glibc

/// The right to write in a timeline folder, held by one process at a time.
///
/// An advisory lock on a file of the folder, which also says who holds it. The system lets go of it
/// when its holder dies, however it dies, so no lock is ever left behind.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock, waiting up to `patience` seconds for its holder.
  ///
  /// - Throws: `WorkspaceError.locked` with the holder, `cannotWrite` in a folder for reading only.
  init(_ folder: TimelineFolder, command: String, patience: Double) throws(WorkspaceError) {
    let path = folder.lockFile
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw .cannotWrite(path: folder.path, reason: FileSystem.lastReason)
    }
    var waited = 0.0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        let reason = FileSystem.lastReason
        close(descriptor)
        throw .cannotWrite(path: path, reason: reason)
      }
      if waited >= patience {
        let holder = FolderLock.holder(path)
        close(descriptor)
        throw .locked(holder: holder)
      }
      usleep(20_000)
      waited += 0.02
    }
    let note = Array("process \(getpid()) (timeline \(command))\n".utf8)
    ftruncate(descriptor, 0)
    _ = note.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }

  /// Who holds the lock, as the file says; it may still name the holder before, who is gone.
  private static func holder(_ path: String) -> String {
    let bytes = (try? FileSystem.read(path)) ?? []
    let text = String(decoding: bytes, as: UTF8.self).filter { $0 != "\n" }
    let words = text.split(separator: " ")
    guard words.count > 1, let process = pid_t(words[1]), kill(process, 0) == 0 || errno == EPERM
    else { return "another process" }
    return text
  }

  deinit { close(descriptor) }
}
