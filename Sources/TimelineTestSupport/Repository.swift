public import Foundation

/// Where the checkout and the private corpora are, for tests.
public enum Repository {
  /// The root folder of the checkout.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder that `$TIMELINE_CORPORA` names, with `corpora/`, `documents/` and `gold/` below it;
  /// nil when it is unset.
  public static var privateMaterial: URL? {
    ProcessInfo.processInfo.environment["TIMELINE_CORPORA"].map { URL(fileURLWithPath: $0) }
  }

  /// The folder of private corpora; nil when `$TIMELINE_CORPORA` is unset.
  public static var corpora: URL? { privateMaterial?.appending(path: "corpora") }
}
