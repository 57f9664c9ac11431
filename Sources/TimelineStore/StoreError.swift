/// What can go wrong with a timeline database, as the sentence that is printed.
public enum StoreError: Error, Sendable, Hashable {
  /// The file cannot be opened.
  case cannotOpen(path: String, reason: String)
}
