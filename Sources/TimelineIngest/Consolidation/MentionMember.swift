import Chronology
import TimelineModel

/// A mention with its place in the order of sources and what consolidation compares of it.
struct MentionMember: Sendable {
  /// The mention; its id may have been changed to tell equal sentences apart.
  var mention: EventMention
  /// The number of its extraction.
  var extraction: Int
  /// The number of the mention in it.
  var position: Int
  /// Publication day (unknown ones last), id, text hash: the order that decides what is first.
  var order: Order
  /// What is compared, as numbers.
  var features: MentionFeatures

  /// Orders members by publication, then id, then text.
  struct Order: Sendable, Comparable {
    var published: Int
    var id: String
    var text: String
    var position: Int

    static func < (left: Order, right: Order) -> Bool {
      (left.published, left.id, left.text, left.position)
        < (right.published, right.id, right.text, right.position)
    }
  }

  /// The members of all extractions, in that order.
  static func members(of extractions: [Extraction]) -> [MentionMember] {
    var numbers = NumberedNames()
    var members: [MentionMember] = []
    for (number, extraction) in extractions.enumerated() {
      let published = extraction.document.published?.span.earliest?.julianDayNumber ?? Int.max
      for (position, mention) in extraction.mentions.enumerated() {
        members.append(
          MentionMember(
            mention: mention, extraction: number, position: position,
            order: Order(
              published: published, id: mention.id, text: extraction.document.textHash,
              position: position),
            features: MentionFeatures(mention, numbers: &numbers)))
      }
    }
    members.sort { $0.order < $1.order }
    return members
  }
}
