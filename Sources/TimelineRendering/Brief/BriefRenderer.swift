/// A note of one to three pages: counts, drawing, the main events by month with numbered citations,
/// what is planned and overdue, where sources disagree, what is undated, the sources.
public struct BriefRenderer: Renderer {
  /// Whether the note is HTML (else Markdown).
  public var isHTML: Bool
  /// With more events than this, only the best attested are listed, and the note says so.
  public var mostEvents: Int

  /// A renderer of notes.
  public init(isHTML: Bool = false, mostEvents: Int = 30) {
    self.isHTML = isHTML
    self.mostEvents = mostEvents
  }

  /// The note.
  public func text(_ content: TimelineContent) -> String {
    let note = BriefNote(content, mostEvents: mostEvents)
    return isHTML ? HTMLNote(note: note).text : MarkdownNote(note: note).text
  }
}
