/// Times of day.
///
/// EXAMPLE [5 p.m.], [17:00], [10:30 a.m.]
/// COUNTER 3:16 of a verse is read as a time
extension TimeScanner {
  func clockTime(at start: Int) -> TimeMatch? {
    guard let hour = token(start), hour.form == .number, hour.count <= 2, hour.value <= 24 else {
      return nil
    }
    var at = start + 1
    var minute = 0
    var hasMinute = false
    if isMark(at, ":") || isMark(at, "."), let minutes = token(at + 1), minutes.form == .number,
      minutes.count == 2, !minutes.isSpaced, minutes.value < 60
    {
      minute = Int(minutes.value)
      hasMinute = isMark(at, ":")
      at += 2
    }
    var value = Int(hour.value)
    if kind(at) == .clock {
      let isAfternoon = tokens[at].value == 12
      value = value % 12 + (isAfternoon ? 12 : 0)
      at += isMark(at + 1, ".") && tokens[at].count == 3 ? 2 : 1
    } else if !hasMinute || hour.count != 2 {
      return nil
    }
    return match(
      start, at, .clock(hour: value, minute: minute, dayOffset: nil), "clock", kind: .time)
  }
}
