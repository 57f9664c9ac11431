import Chronology
import TimelineModel

/// The date as people read it, written into the `date` columns.
enum DateForPeople {
  /// "22–23 Apr 2018", "Feb 2018", "by Jun 2018"; "undated" without a date.
  static func text(of date: EventDate) -> String {
    guard date.isDated else { return "undated" }
    guard let edtf = date.edtf else { return date.phrase ?? "undated" }
    return DateText.short(edtf)
  }
}
