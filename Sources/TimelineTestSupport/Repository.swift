public import Foundation

/// Where the checkout and the private corpora are, for tests.
public enum Repository {
  /// The root folder of the checkout.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of private corpora that `$TIMELINE_CORPORA` names; nil when it is unset.
  public static var corpora: URL? {
    ProcessInfo.processInfo.environment["TIMELINE_CORPORA"].map { URL(fileURLWithPath: $0) }
  }
}
