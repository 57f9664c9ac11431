import TimelineModel

/// The style sheet and the script of pages, plain files in `Page/` that are embedded while building.
enum PageAssets {
  /// The style sheet.
  static let style = text("page.css")

  /// The style sheet of briefing notes.
  static let noteStyle = style + text("note.css")

  /// The script: its files in one function, so that nothing of it is global.
  static let script =
    "(() => {\n\"use strict\";\n"
    + ["calendar.js", "layout.js", "drawing.js", "list.js", "page.js"].map(text).joined()
    + "})();\n"

  /// The hash by which a Content-Security-Policy allows a text.
  static func hash(_ text: String) -> String {
    "'sha256-" + HTMLText.base64(SHA256.digest(of: Array(text.utf8))) + "'"
  }

  private static func text(_ name: String) -> String {
    EmbeddedText.file(name).map { String(describing: $0) } ?? ""
  }
}
