import TimelineModel

/// Makes the ids of mentions: a hash of the normalised evidence sentence and the trigger's ordinal.
///
/// Neither path nor date nor type enters, so that mending a typo elsewhere, renaming a file or
/// correcting a type changes no id.
public enum MentionIdentity {
  /// The id of the trigger with that ordinal (from 0) in a sentence.
  ///
  /// Runs of white space count as one space, so that re-wrapping a text changes no id. `neighbour`
  /// is the sentence beside it, added only to tell equal sentences of two documents apart.
  public static func id(sentence: String, ordinal: Int, neighbour: String? = nil) -> String {
    var content = normalised(sentence) + "\u{1}" + String(ordinal)
    if let neighbour { content += "\u{1}" + normalised(neighbour) }
    return ContentIdentity.event(content)
  }

  /// The text with runs of white space as one space and none at the ends.
  public static func normalised(_ text: String) -> String {
    var bytes: [UInt8] = []
    var pendingSpace = false
    for byte in text.utf8 {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        pendingSpace = !bytes.isEmpty
      } else {
        if pendingSpace { bytes.append(0x20) }
        pendingSpace = false
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
