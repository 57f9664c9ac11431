/// Times of day, with the day they name themselves.
///
/// EXAMPLE [5 p.m.], [17:00], [10 a.m. EST Friday], [noon Thursday], [midnight]
/// COUNTER 3-1 won the match
extension TimeScanner {
  func clockTime(at start: Int) -> TimeMatch? {
    if kind(start) == .daypart, tokens[start].value == 5 || tokens[start].value == 6 {
      let hour = tokens[start].value == 5 ? 12 : 24
      let (day, next) = clockDay(at: start + 1)
      return match(
        start, next, .clock(hour: hour, minute: 0, day: day), "clock-word", kind: .time)
    }
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
    let (day, next) = clockDay(at: at)
    return match(start, next, .clock(hour: value, minute: minute, day: day), "clock", kind: .time)
  }

  /// The zone and the day behind a clock time, with the index behind both.
  private func clockDay(at start: Int) -> (ClockDay?, Int) {
    var at = start
    if let zone = token(at), zone.form == .word, zone.isCapital, (3...4).contains(zone.count),
      bytes[Int(zone.end) - 1] &- 0x41 < 26, zone.kind == .none
    {
      at += 1
    }
    let behindZone = at
    if isMark(at, ",") { at += 1 }
    if isWord(at, "on") { at += 1 }
    if kind(at) == .weekday, tokens[at].isCapital {
      return (.weekday(Int(tokens[at].value)), at + 1)
    }
    if kind(at) == .deictic, tokens[at].value <= 10 {
      return (.offset(tokens[at].value == 10 ? 0 : Int(tokens[at].value)), at + 1)
    }
    if token(at) != nil, let date = calendarDate(at: at),
      case .calendar(let stated, _) = date.reading,
      stated.day != nil
    {
      return (.calendar(stated), date.tokens.upperBound)
    }
    return (nil, behindZone)
  }
}
