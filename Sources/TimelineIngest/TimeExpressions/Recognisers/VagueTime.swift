import Chronology

/// Recurring times, named days and words that only point.
///
/// EXAMPLE [daily], [every Monday], [every 4 July], [each Christmas], on [weekends], [now], [recently], in [the past]
/// COUNTER past the house
extension TimeScanner {
  func frequency(at start: Int) -> TimeMatch? {
    if kind(start) == .adverb, isWord(start, "nightly"), !isInName(start) {
      return match(
        start, start + 1, .set("XXXX-XX-XXT" + Self.daypartCode(4)), "every-daypart", kind: .set)
    }
    if isDash(start - 1), !tokens[start].isSpaced { return nil }  // "half-yearly"
    // "They meet quarterly", not "the quarterly dividend".
    if isWord(start, "quarterly"), !isClauseEnd(start + 1) { return nil }
    if kind(start) == .adverb, let unit = TimeUnit(rawValue: Int(tokens[start].value)) {
      if isInName(start) || isPaper(start) || isRateAdverb(start) || isMeasured(start) {
        return nil
      }
      return match(start, start + 1, .set(unit.length("1")), "frequency", kind: .set)
    }
    if kind(start) == .per {
      guard let unit = unit(start + 1), !unit.isPlural,
        unit.unit.rawValue >= TimeUnit.day.rawValue || !has(.distanceUnit, at: start - 1)
      else { return nil }
      return match(start, unit.next, .set(Self.period(unit.unit)), "per-unit", kind: .set)
    }
    if isWord(start, "weekends"),
      isWord(start - 1, "on") || isWord(start - 1, "at") || isWord(start - 1, "during")
    {
      return match(start, start + 1, .set("XXXX-WXX-WE"), "weekdays", kind: .set)
    }
    if kind(start) == .weekdays {
      return match(
        start, start + 1, .set("XXXX-WXX-\(tokens[start].value)"), "weekdays", kind: .set)
    }
    guard kind(start) == .every else { return nil }
    var at = start + 1
    if isWord(at, "single") || isWord(at, "other") { at += 1 }
    let count = isWord(start + 1, "other") ? "2" : "1"
    if let unit = unit(at), !unit.isPlural {
      let value = count == "1" ? Self.period(unit.unit) : unit.unit.length(count)
      return match(start, unit.next, .set(value), "every-unit", kind: .set)
    }
    if kind(at) == .ordinal, tokens[at].value > 1, let unit = unit(at + 1), !unit.isPlural {
      return match(
        start, unit.next, .set(unit.unit.length(String(tokens[at].value))), "every-unit", kind: .set
      )
    }
    if kind(at) == .ordinal, kind(at + 1) == .weekday {
      return match(
        start, at + 2, .set("XXXX-WXX-\(tokens[at + 1].value)"), "every-weekday", kind: .set)
    }
    if let quantity = quantity(at), let unit = unit(afterSecondQuantity(quantity.next)) {
      return match(
        start, unit.next, .set(unit.unit.length(quantity.text)), "every-unit", kind: .set)
    }
    if kind(at) == .weekday {
      let isPart = kind(at + 1) == .daypart && tokens[at + 1].value < 20
      let part = isPart ? "T" + Self.daypartCode(Int(tokens[at + 1].value)) : ""
      return match(
        start, isPart ? at + 2 : at + 1, .set("XXXX-WXX-\(tokens[at].value)\(part)"),
        "every-weekday", kind: .set)
    }
    if kind(at) == .daypart, tokens[at].value <= 4 {
      let part = Self.daypartCode(Int(tokens[at].value))
      return match(start, at + 1, .set("XXXX-XX-XXT\(part)"), "every-daypart", kind: .set)
    }
    if kind(at) == .season {
      let season = StatedDate(season: Int(tokens[at].value)).timex
      return match(start, at + 1, .set(season), "every-season", kind: .set)
    }
    if let date = dayOfYear(at) ?? feast(at) {
      return match(start, date.next, .set(date.value), "every-day-of-year", kind: .set)
    }
    if let month = month(at), tokens[at].isCapital {
      return match(
        start, month.next, .set("XXXX-\(CivilDay.twoDigits(month.month))"), "every-month",
        kind: .set)
    }
    return nil
  }

  /// "4 July", "July 4th" behind "every".
  private func dayOfYear(_ at: Int) -> (value: String, next: Int)? {
    guard let date = calendarDate(at: at), case .calendar(let stated, nil) = date.reading,
      stated.year == nil, stated.month != nil, stated.day != nil
    else { return nil }
    return (stated.timex, date.tokens.upperBound)
  }

  /// "Christmas" behind "every": its month and day, or once a year.
  private func feast(_ at: Int) -> (value: String, next: Int)? {
    guard let name = namedTime(at: at), name.rule == "english.named-day",
      case .namedTime(let entry?, nil) = name.reading
    else { return nil }
    guard case .fixed(let month, let day, 1) = NamedTimes.english.entries[entry].rule else {
      return ("P1Y", name.tokens.upperBound)
    }
    return (StatedDate(month: month, day: day).timex, name.tokens.upperBound)
  }

  /// "Daily News", "Xinhua Daily": a word of time in the name of a paper.
  func isInName(_ index: Int) -> Bool {
    let isBeforeName =
      token(index + 1).map { $0.isCapital && $0.isSpaced && $0.kind == .none } ?? false
    guard tokens[index].isCapital, !isShouted(index) else { return false }
    if isBeforeName { return true }
    guard index > 0 else { return false }
    let previous = tokens[index - 1]
    return previous.form == .word && previous.isCapital && previous.kind == .none
  }

  /// "the Party daily Granma", "the weekly reported": a paper called by how often it comes out.
  private func isPaper(_ index: Int) -> Bool {
    guard isWord(index, "daily") || isWord(index, "weekly") || isWord(index, "monthly"), index > 0
    else { return false }
    if let next = token(index + 1), next.isCapital, next.isSpaced, next.kind == .none,
      tokens[index - 1].form == .word
    {
      return true
    }
    return isWord(index + 1, "newspaper") || isWord(index + 1, "newspapers")
      || isWord(index + 1, "magazine")
      || kind(index - 1) == .determiner
        && (isWord(index + 1, "said") || isWord(index + 1, "reported") || isWord(index + 1, "wrote")
          || isMark(index + 1, ","))
  }

  /// Whether a word is all in capitals, as whole texts can be.
  func isShouted(_ index: Int) -> Bool {
    tokens[index].count > 1 && bytes[Int(tokens[index].end) - 1] &- 0x41 < 26
      && bytes[Int(tokens[index].begin) + 1] &- 0x41 < 26
  }

  /// One of a unit as the period of a recurring time: "P1Y", "P1Q".
  static func period(_ unit: TimeUnit) -> String {
    unit == .quarter ? "P1Q" : unit.length("1")
  }

  /// The TIMEX3 code of a part of the day.
  static func daypartCode(_ part: Int) -> String {
    ["MO", "AF", "EV", "NI", "12:00", "24:00", "MO", "EV", "DT"][(part - 1) % 9]
  }

  func vague(at start: Int) -> TimeMatch? {
    if let moment = thisMoment(at: start) { return moment }
    switch kind(start) {
    case .present where isWord(start, "now") && isNowAndThen(start): return nil
    case .present:
      let first =
        start > 0 && isWord(start - 1, "right") && isWord(start, "now") ? start - 1 : start
      return match(first, start + 1, .reference("PRESENT_REF"), "present")
    case .pastref:
      // "more recently" is one adverb.
      let isGraded = start > 0 && (isWord(start - 1, "more") || isWord(start - 1, "most"))
      if isBeforeTime(start) { return nil }
      return match(
        isGraded ? start - 1 : start, start + 1, .reference("PAST_REF"), "recently")
    case .clueForward: return nil
    case .daypart: return bareDaypart(at: start)
    case .vaguenumber where isWord(start, "recent") && isWord(start - 1, "most"): return nil
    case .vaguenumber where isWord(start, "recent") && kind(start + 1) != .weekday:
      return match(start, start + 1, .reference("PAST_REF"), "recent")
    case .relative where isWord(start, "current"):
      // "The current was strong": a noun.
      let isNoun = kind(start + 1) == .clueBack || token(start + 1)?.form != .word
      if isNoun || isTermOfTrade(start + 1) { return nil }
      return match(start, start + 1, .reference("PRESENT_REF"), "current")
    case .long:
      guard let unit = TimeUnit(rawValue: Int(tokens[start].value)) else { return nil }
      return match(start, start + 1, .duration(unit, count: "1"), "long", kind: .duration)
    case .former where tokens[start].value > 0 && kind(start + 1) == .units:
      return match(start, start + 2, .reference("FUTURE_REF"), "the-future")  // "in future years"
    case .former where isPresentDay(start):
      let day = isDash(start + 1) ? start + 2 : start + 1
      return match(start, day + 1, .reference("PRESENT_REF"), "present")
    case .former where isWord(start, "present") && has(.possessive, at: start - 1):
      return match(start, start + 1, .reference("PRESENT_REF"), "present")
    case .former where isWord(start, "future") && isWord(start - 1, "in") && isClauseEnd(start + 1):
      return match(start, start + 1, .reference("FUTURE_REF"), "the-future")
    case .former
    where isWord(start, "present") && kind(start - 1) != .determiner
      && kind(start - 1) != .preposition && !has(.possessive, at: start - 1):
      return nil  // "the doctors present evidence"
    case .former:
      let value = tokens[start].value
      return match(
        start, start + 1,
        .reference(value < 0 ? "PAST_REF" : value == 0 ? "PRESENT_REF" : "FUTURE_REF"), "former")
    case .unit:
      guard tokens[start].value > 1 else { return nil }
      if isWord(start, "century"), has(.scoringVerb, at: start - 2) { return nil }
      if start > 1, kind(start - 1) == .determiner, kind(start - 2) == .units { return nil }
      return match(
        start, start + 1,
        .duration(TimeUnit(rawValue: Int(tokens[start].value)) ?? .day, count: "1"),
        "bare-unit", kind: .duration)
    case .determiner where tokens[start].value == 1 && kind(start + 1) == .daypart:
      guard start > 0,
        isWord(start - 1, "in") || isWord(start - 1, "during") || isWord(start - 1, "through")
          || isWord(start - 1, "throughout") || isWord(start - 1, "over")
          || isWord(start - 1, "across")
      else { return nil }
      if tokens[start + 1].value > 20, !isWord(start + 2, "of") {
        let part = Self.daypartCode(Int(tokens[start + 1].value) - 20)
        return match(start, start + 2, .set("XXXX-XX-XXT\(part)"), "every-daypart", kind: .set)
      }
      guard tokens[start + 1].value <= 4 else { return nil }
      return match(
        start, start + 2,
        .daypart(
          Int(tokens[start + 1].value), dayOffset: 0, weekday: weekdayBehind(start + 2)),
        "daypart", kind: .time)
    case .futureref where isWord(start + 1, "after") || isWord(start + 1, "before"): return nil
    case .futureref: return match(start, start + 1, .reference("FUTURE_REF"), "soon")
    case .determiner where tokens[start].value == 4 && isWord(start + 1, "days"):
      return match(start, start + 2, .reference("PRESENT_REF"), "these-days")
    case .determiner where tokens[start].value == 2: return vagueAgo(start)
    case .approximate where isWord(start, "some"): return vagueAgo(start)
    case .determiner where tokens[start].value == 3:
      if isWord(start, "those"), isWord(start + 1, "days") {
        return match(start, start + 2, .reference("PAST_REF"), "that-time")
      }
      if isWord(start, "that"), isWord(start + 1, "time") || isWord(start + 1, "period"),
        isWord(start - 1, "during")
      {
        return match(
          start, start + 2, .reference("PAST_REF"), "length-told", kind: .duration)
      }
      if isWord(start + 1, "time"), start > 0, isWord(start - 1, "at") || isWord(start - 1, "by") {
        return match(start, start + 2, .reference("PAST_REF"), "that-time")
      }
      return nil
    case .determiner where tokens[start].value == 1:
      if isWord(start + 1, "past"), !isUnitish(start + 2), !isWord(start + 2, "season") {
        return match(start, start + 2, .reference("PAST_REF"), "the-past")
      }
      if isWord(start + 1, "near") || isWord(start + 1, "short"),
        isWord(start + 2, "term") || isDash(start + 2) && isWord(start + 3, "term")
      {
        return match(
          start, isDash(start + 2) ? start + 4 : start + 3, .reference("FUTURE_REF"), "the-future")
      }
      if let point = pointInTime(start) { return point }
      if isWord(start + 1, "other"), isWord(start + 2, "day") || isWord(start + 2, "night") {
        return match(start, start + 3, .reference("PAST_REF"), "the-other-day")
      }
      let isOf =
        isWord(start + 2, "of") && bytes.count > NarrativeClock.messageLength
      if isWord(start + 1, "future"), !isUnitish(start + 2), !isOf, !isSubject(start) {
        return match(start, start + 2, .reference("FUTURE_REF"), "the-future")
      }
      return nil
    default: return nil
    }
  }

  /// "the future looks bright", "the future is theirs": a thing that is spoken of.
  private func isSubject(_ start: Int) -> Bool {
    bytes.count > NarrativeClock.messageLength && !isWord(start - 1, "in")
      && !isWord(start - 1, "for") && has(.stateVerb, at: start + 2)
  }

  /// "8.5% annually", "10,000 units annually": how much in so long, not how often.
  private func isRateAdverb(_ start: Int) -> Bool {
    guard has(.rateAdverb, at: start) else { return false }
    // "40 daily flights"
    if let next = token(start + 1), next.form == .word, next.kind == .none { return false }
    let isCounted =
      isWord(start - 1, "million") || isWord(start - 1, "billion") || isMark(start - 1, "%")
    if !isCounted, token(start - 1)?.form == .number || kind(start - 1) == .number { return false }
    return isRate(start)
  }

  /// "most recently last October", "as recently as 2015": what stands behind says when.
  private func isBeforeTime(_ start: Int) -> Bool {
    guard isWord(start, "recently") else { return false }
    if isWord(start + 1, "as"), isWord(start - 1, "as") { return true }
    guard isWord(start - 1, "most") else { return false }
    let time = isWord(start + 1, "in") || isWord(start + 1, "on") ? start + 2 : start + 1
    switch kind(time) {
    case .month, .weekday, .deictic, .relative: return true
    default: return year(time) != nil || dayOfMonth(time) != nil && kind(time + 1) == .month
    }
  }

  /// "now and then", "now or never", "Now, why": nothing that is so now.
  private func isNowAndThen(_ start: Int) -> Bool {
    // "Now, why would he do that?"
    if isMark(start + 1, ","), tokens[start].isCapital,
      bytes.count > NarrativeClock.messageLength
    {
      return true
    }
    // "a now-defunct firm"
    if isDash(start + 1), token(start + 2)?.isSpaced == false, !tokens[start + 1].isSpaced {
      return true
    }
    if tokens[start].isCapital, isWord(start + 1, "those") { return true }  // "Now those were days"
    return isWord(start + 1, "and") && (isWord(start + 2, "then") || isWord(start + 2, "again"))
      || isWord(start + 1, "or") && isWord(start + 2, "never")
  }

  /// "in present-day Slovakia", "the present day".
  private func isPresentDay(_ start: Int) -> Bool {
    guard isWord(start, "present") else { return false }
    return isWord(isDash(start + 1) ? start + 2 : start + 1, "day")
  }

  /// "at this moment", "at this crucial moment".
  func thisMoment(at start: Int) -> TimeMatch? {
    guard isWord(start, "this"), isWord(start - 1, "at") else { return nil }
    let noun = isWord(start + 1, "moment") ? start + 1 : start + 2
    guard isWord(noun, "moment"), noun == start + 1 || kind(start + 1) == .none else { return nil }
    return match(start, noun + 1, .reference("PRESENT_REF"), "the-moment")
  }

  /// "a while ago", "some time ago", "a long time ago", "a generation ago", "a short time later".
  private func vagueAgo(_ start: Int) -> TimeMatch? {
    var at = start + 1
    if isWord(at, "long") || isWord(at, "short") || isWord(at, "little") { at += 1 }
    if isWord(at, "few"), isWord(at + 1, "moments") { at += 1 }
    guard
      has(.vagueLength, at: at), kind(at + 1) == .shift, !isWord(at + 1, "before"),
      !isWord(at + 1, "after")
    else { return nil }
    let isBack = tokens[at + 1].value < 0
    return match(start, at + 2, .reference(isBack ? "PAST_REF" : "FUTURE_REF"), "vague-shift")
  }

  /// "the near future", "the recent past", "at the moment", "at the time".
  private func pointInTime(_ start: Int) -> TimeMatch? {
    if isWord(start + 2, "future") || isWord(start + 2, "past") {
      let isFuture = isWord(start + 2, "future")
      let isQualified = has(.remoteness, at: start + 1)
      guard isQualified, !isUnitish(start + 3) else { return nil }
      return match(
        start, start + 3, .reference(isFuture ? "FUTURE_REF" : "PAST_REF"),
        isFuture ? "the-future" : "the-past")
    }
    guard start > 0, isWord(start - 1, "at"), token(start + 2)?.form != .dash else { return nil }
    let isFree =
      !isWord(start + 2, "of") && !isWord(start + 2, "when") && !isWord(start + 2, "that")
    if isWord(start + 1, "moment"), isFree {
      return match(start, start + 2, .reference("PRESENT_REF"), "the-moment")
    }
    if isWord(start + 1, "time"), isClauseEnd(start + 2) {
      return match(start, start + 2, .reference("PAST_REF"), "that-time")
    }
    return nil
  }

  /// "at night", "since dawn"; "morning" alone is for the tagger to judge.
  private func bareDaypart(at start: Int) -> TimeMatch? {
    let value = Int(tokens[start].value)
    if value == 5 || value == 6, isNameOfHour(start) { return nil }
    let part = value > 20 ? value - 20 : value
    guard start > 0,
      isWord(start - 1, "at") || isWord(start - 1, "since")
        || value >= 7
          && (isWord(start - 1, "before") || isWord(start - 1, "after") || isWord(start - 1, "by")
            || isWord(start - 1, "until")),
      value < 20
    else {
      return match(
        start, start + 1, .daypart(part, dayOffset: 0, weekday: nil), "bare-daypart", kind: .time)
    }
    if kind(start + 1) == .weekday, value >= 7, tokens[start + 1].count > 5 {
      return match(
        start, start + 2,
        .daypart(part, dayOffset: 0, weekday: Int(tokens[start + 1].value)), "weekday-daypart",
        kind: .time)  // "before dawn Thursday"
    }
    if isWord(start + 1, "on"), token(start + 2) != nil, let date = calendarDate(at: start + 2),
      case .calendar(let stated, nil) = date.reading, stated.day != nil
    {
      return match(
        start, start + 1, .daypartOf(part, stated, isOvernight: false), "daypart", kind: .time)
    }
    return match(
      start, start + 1, .daypart(part, dayOffset: 0, weekday: weekdayBehind(start + 1)), "daypart",
      kind: .time)
  }

  /// "at sunset on Friday", "mid-morning on Friday": the weekday that says which day's part it is.
  func weekdayBehind(_ at: Int) -> Int? {
    guard isWord(at, "on"), kind(at + 1) == .weekday, tokens[at + 1].count > 5 else { return nil }
    return Int(tokens[at + 1].value)
  }

  private func isUnitish(_ index: Int) -> Bool {
    switch kind(index) {
    case .unit, .units, .number, .vaguenumber: return true
    default: return token(index)?.form == .number
    }
  }
}
