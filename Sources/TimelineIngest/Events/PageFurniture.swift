/// Tells prose from what surrounds it on a page: bylines, comment forms, share buttons.
struct PageFurniture: Sendable {
  private static let openings = [
    "by ", "leave a reply", "your email address", "required fields", "share this", "read more",
    "related articles", "posted in", "posted by", "filed under", "tags:", "copyright", "©",
    "all rights reserved", "subscribe", "sign up", "follow us", "click here", "photo:", "image:",
    "advertisement", "comments", "about the author", "the writer is", "the author is",
  ]

  /// Whether the sentence, alone on its line, is furniture; `lower` are its tokens in lower case.
  static func isFurniture(_ lower: [String], text: String) -> Bool {
    let start = text.prefix(40).lowercased()
    for opening in openings where start.hasPrefix(opening) {
      // "By the end of 2015 …" is prose: a byline has no verb and few words.
      return opening != "by " || lower.count <= 8 && !lower.contains { $0 == "the" || $0 == "," }
    }
    return false
  }
}
