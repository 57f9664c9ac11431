/// Lengths of time.
///
/// EXAMPLE [two weeks], [the past three years], [more than four hours], a [four-month] visit
/// EXAMPLE [two to three weeks], [2 1/2 years], [another seven months], a [month-long] siege
/// COUNTER the second; a minute book; three-quarters of the men; she is a 44-year-old
extension TimeScanner {
  func duration(at start: Int) -> TimeMatch? {
    if let found = quartersOfHour(at: start) { return found }
    if isSomeDay(start) { return match(start, start + 2, .reference("FUTURE_REF"), "soon") }
    if isOnce(start) { return nil }
    if kind(start) == .determiner, kind(start + 1) == .half, isDash(start + 2),
      unit(start + 3) != nil
    {
      return nil  // "a half-hour speech": the length begins behind the article
    }
    var at = start
    var modifier: String?
    if let found = comparison(at: at) {
      modifier = found.modifier
      at = found.next
    }
    if kind(at) == .determiner, tokens[at].value == 1 || isWord(at, "those") || isWord(at, "these")
    {
      if kind(at + 1) == .determiner { return nil }  // "from those a year ago"
      if at > start, tokens[at].value == 1, kind(start) == .more || kind(start) == .less {
        return nil
      }
      at += 1
    }
    if isLasting(at) || isWord(at, "last") && isWord(at + 1, "a") { return nil }
    let comparedAt = at
    var isPeriod = at > start && modifier == nil
    if kind(at) == .relative || isPeriod && isWord(at, "latest")
      || (kind(at) == .ordinal && tokens[at].value == 1)
    {
      if at == start, kind(at) == .ordinal, kind(at + 1) != .number,
        token(at + 1)?.form != .number
      {
        return nil
      }
      if isWord(at, "this"), kind(at + 1) != .relative { return nil }
      at += 1
      isPeriod = true
      if kind(at) == .relative { at += 1 }  // "this past"
    }
    if modifier != nil, at > comparedAt, kind(start) == .more { return nil }
    let isAnother = kind(at) == .another
    if isAnother || (kind(at) == .determiner && kind(at + 1) == .another) {
      if let other = another(start, at + (isAnother ? 1 : 2), modifier) { return other }
      return nil
    }
    guard let quantity = quantity(at), quantity.next > at else {
      return modifier == nil || isWord(start, "some") ? barePlural(at: start) : nil
    }
    let isArticle = kind(at) == .determiner && quantity.value == 1
    at = quantity.next
    at = afterSecondQuantity(at)
    if !isArticle { at = afterFiller(at) }
    let isHyphenated = isDash(at)
    if isHyphenated { at += 1 }
    if isHyphenated, isWord(at, "second"), quantity.value != nil, modifier == nil, !isDash(at + 1) {
      return match(
        start, at + 1, .duration(.second, count: quantity.text), "duration", kind: .duration)
    }
    if isWord(at, "summers") || isWord(at, "winters") || isWord(at, "autumns") {
      let season = isWord(at, "summers") ? "SU" : isWord(at, "winters") ? "WI" : "FA"
      return match(start, at + 1, .set("XXXX-" + season), "every-season", kind: .set)
    }
    guard let unit = unit(at) else { return nil }
    if isHyphenated, kind(start) == .determiner { return longAdjective(start) }
    return length(
      start, quantity, unit,
      LengthForm(
        isHyphenated: isHyphenated, isArticle: isArticle, isPeriod: isPeriod, modifier: modifier))
  }

  /// "will one day be free", "may some day return": when nobody knows.
  private func isSomeDay(_ start: Int) -> Bool {
    guard isWord(start, "one") || isWord(start, "some"), isWord(start + 1, "day"), start > 0,
      token(start + 2)?.form == .word
    else { return false }
    let verb = start - 1
    return has(.modal, at: verb) || isWord(verb, "to")
  }

  /// "One day, he left", "because one day people came": at some time, no length.
  private func isOnce(_ start: Int) -> Bool {
    guard isWord(start, "one"), isWord(start + 1, "day"), let next = token(start + 2),
      bytes.count > NarrativeClock.messageLength,
      next.form == .word && next.kind != .shift && next.kind != .per || isMark(start + 2, ",")
    else { return false }
    guard let before = token(start - 1) else { return true }
    return before.form == .paragraph || isMark(start - 1, ".")
      || has(.clauseConjunction, at: start - 1) || isWord(start - 1, "because")
      || isWord(start - 1, "until") || isWord(start - 1, "then")
  }

  /// "expected to last two months", "could last years": the verb.
  private func isLasting(_ index: Int) -> Bool {
    guard isWord(index, "last"), index > 0 else { return false }
    let verb = index - 1
    return has(.modal, at: verb) || isWord(verb, "to") || isWord(verb, "not")
      || isWord(verb, "cannot") || isWord(verb, "t")
  }

  /// How a length is written, as far as that decides whether it is one.
  private struct LengthForm {
    var isHyphenated: Bool
    var isArticle: Bool
    var isPeriod: Bool
    var modifier: String?
  }

  private func length(
    _ start: Int, _ quantity: Quantity, _ unit: (unit: TimeUnit, isPlural: Bool, next: Int),
    _ form: LengthForm
  ) -> TimeMatch? {
    if form.isArticle, unit.isPlural, quantity.next == start + 1 {
      return longAdjective(start + 1) ?? barePlural(at: start + 1)
    }
    if isDash(unit.next), isWord(unit.next + 1, "old") {
      // "a 44-year-old lawyer", "their 6-month-old son"
      if unit.unit == .year || has(.childNoun, at: unit.next + 2) { return nil }
      return match(
        start, unit.next + 2, .duration(unit.unit, count: quantity.text), "age",
        modifier: form.modifier, kind: .duration)
    }
    if unit.unit == .quarter,
      form.isHyphenated || form.isArticle
        || isWord(unit.next, "of") && !form.isPeriod
    {
      return nil  // a fraction
    }
    if unit.unit == .second, !unit.isPlural { return nil }
    if unit.unit == .century, form.isArticle, has(.scoringVerb, at: start - 1) { return nil }
    if !unit.isPlural, !form.isHyphenated, let count = quantity.value, count >= 1000 { return nil }
    let isAndHalf =
      isWord(unit.next, "and") && kind(unit.next + 1) == .determiner && kind(unit.next + 2) == .half
    if form.isArticle, !unit.isPlural, !form.isHyphenated, !form.isPeriod, !isAndHalf {
      let isSo = isWord(unit.next, "or") && isWord(unit.next + 1, "so")
      if unit.unit.rawValue < TimeUnit.hour.rawValue && !isSo || unit.unit == .weekend {
        return nil
      }
      if isDash(unit.next), isWord(unit.next + 1, "long") { return longAdjective(start + 1) }
      if start > 0, kind(start - 1) == .units { return nil }  // "24 hours a day"
      if isDash(unit.next) { return nil }  // "a year-earlier loss", "a day-to-day affair"
      if form.modifier == nil, isRate(start) {
        if unit.unit.rawValue < TimeUnit.day.rawValue, has(.distanceUnit, at: start - 1) {
          return nil
        }
        return match(start, unit.next, .set(Self.period(unit.unit)), "rate", kind: .set)
      }
    }
    var next = unit.next
    if quantity.value == 1, isWord(next, "and"), kind(next + 1) == .determiner,
      kind(next + 2) == .half
    {
      return match(
        start, next + 3, .duration(unit.unit, count: "1.5"), "duration", modifier: form.modifier,
        kind: .duration)
    }
    if form.isArticle, isWord(next, "or"), isWord(next + 1, "two") || isWord(next + 1, "so") {
      next += 2
      if isWord(start - 1, "in"), form.modifier == nil, looksAhead(start - 2) {
        return match(start, next, .reference("FUTURE_REF"), "vague-shift")
      }
    }
    if isWord(next, "old"), unit.unit.rawValue >= TimeUnit.day.rawValue {
      return match(
        start, next + 1, .duration(unit.unit, count: quantity.text), "years-old",
        modifier: form.modifier, kind: .duration)
    }
    if isWarOfYears(unit.next) || isNameOfHours(start, unit)
      || isRound(next, unit.unit, quantity.value)
    {
      return nil
    }
    if !form.isHyphenated, let joined = joinedLength(quantity, unit.unit, behind: next) {
      return match(
        start, joined.next, .reference(joined.value), "duration", modifier: form.modifier,
        kind: .duration)
    }
    if let period = periodOfRate(unit.unit, behind: next) {
      return match(start, period.next, .set(Self.period(period.unit)), "rate", kind: .set)
    }
    if isDash(next), isWord(next + 1, "long") { next += 2 }
    return match(
      start, next, .duration(unit.unit, count: quantity.text), "duration",
      modifier: form.modifier, kind: .duration)
  }

  /// "may, in a year or two", "will be ready in a month or so": when nobody knows, but ahead.
  private func looksAhead(_ index: Int) -> Bool {
    for at in stride(from: index, through: max(0, index - 3), by: -1) {
      if tokens[at].kind == .clueForward || isWord(at, "may") || isWord(at, "can") { return true }
    }
    return false
  }

  /// "the Thirty Years' War", "the Six-Day War".
  private func isWarOfYears(_ next: Int) -> Bool {
    guard tokens[next - 1].isCapital, !isShouted(next - 1) else { return false }
    let noun = token(next)?.form == .mark ? next + 1 : next
    return isWord(noun, "war") && tokens[noun].isCapital
  }

  /// "60 Minutes" and "48 Hours", which are programmes.
  private func isNameOfHours(_ start: Int, _ unit: (unit: TimeUnit, isPlural: Bool, next: Int))
    -> Bool
  {
    unit.unit.rawValue <= TimeUnit.hour.rawValue && tokens[start].form == .number
      && tokens[unit.next - 1].isCapital && !isShouted(unit.next - 1)
      && tokens[unit.next - 1].isSpaced
  }

  /// "24 hours a day", "seven days a week": all the time, no length.
  private func isRound(_ next: Int, _ unit: TimeUnit, _ count: Int?) -> Bool {
    guard count == (unit == .hour ? 24 : 7), kind(next) == .determiner, tokens[next].value == 2
    else { return false }
    return unit == .hour && isWord(next + 1, "day") || unit == .day && isWord(next + 1, "week")
  }

  /// "to three", "or three", "- three" behind a first number, "and three" behind "between two".
  func afterSecondQuantity(_ at: Int) -> Int {
    let isBetween = isWord(at, "and") && isWord(at - 2, "between")
    guard isWord(at, "to") || isWord(at, "or") || isDash(at) || isBetween,
      kind(at + 1) == .number
        || token(at + 1)?.form == .number, let second = quantity(at + 1), second.value != nil
    else { return at }
    let behind = isDash(second.next) ? second.next + 1 : second.next
    return unit(behind) == nil ? at : second.next
  }

  /// Words that may stand between the number and the unit without changing the length.
  private func afterFiller(_ at: Int) -> Int {
    has(.lengthAdjective, at: at) ? at + 1 : at
  }

  /// "all day", "the whole week", "an entire year".
  func wholeUnit(at start: Int) -> TimeMatch? {
    var at = start
    if kind(at) == .determiner, tokens[at].value <= 2 { at += 1 }
    guard
      isWord(at, "whole") || isWord(at, "entire") || at == start && isWord(at, "all")
        || at > start && isWord(at, "full"),
      let unit = unit(isDash(at + 1) ? at + 2 : at + 1), !unit.isPlural,
      unit.unit.rawValue >= TimeUnit.hour.rawValue
    else { return nil }
    if isWord(at, "full"), unit.unit == .year, tokens[start].value == 1 {
      // A report's "for the full year" is the year it is about.
      return match(start, unit.next, .unit(.year, offset: 0, part: nil), "focused-unit")
    }
    return match(
      start, unit.next, .duration(unit.unit, count: "1"), "whole-unit", kind: .duration)
  }

  /// "another seven months", "another year", "an additional year".
  private func another(_ start: Int, _ at: Int, _ modifier: String?) -> TimeMatch? {
    if let unit = unit(at), !unit.isPlural, unit.unit.rawValue >= TimeUnit.hour.rawValue,
      !(unit.unit == .quarter && isWord(isDash(unit.next) ? unit.next + 1 : unit.next, "point"))
    {
      return match(
        start, unit.next, .duration(unit.unit, count: "1"), "duration", modifier: modifier,
        kind: .duration)
    }
    guard kind(at) != .determiner, let quantity = quantity(at), let unit = unit(quantity.next)
    else { return nil }
    return match(
      start, unit.next, .duration(unit.unit, count: quantity.text), "duration",
      modifier: modifier, kind: .duration)
  }

  /// "a multi-year deal", "multiyear": some number of units.
  func multiUnit(at start: Int) -> TimeMatch? {
    guard isWord(start, "multi"), isDash(start + 1), let unit = unit(start + 2), !unit.isPlural
    else { return nil }
    return match(
      start, unit.next, .duration(unit.unit, count: "X"), "multi-unit", kind: .duration)
  }

  /// "three-quarters of an hour".
  func quartersOfHour(at start: Int) -> TimeMatch? {
    guard isWord(start, "three"), isWord(isDash(start + 1) ? start + 2 : start + 1, "quarters")
    else { return nil }
    let of = isDash(start + 1) ? start + 3 : start + 2
    guard isWord(of, "of"), kind(of + 1) == .determiner, isWord(of + 2, "hour") else { return nil }
    return match(start, of + 3, .duration(.minute, count: "45"), "duration", kind: .duration)
  }

  /// "month-long", "months-long" without a number, "yearlong".
  func longAdjective(_ start: Int) -> TimeMatch? {
    guard let unit = unit(start), isDash(unit.next), isWord(unit.next + 1, "long") else {
      return nil
    }
    return match(
      start, unit.next + 2, .duration(unit.unit, count: unit.isPlural ? "X" : "1"), "long",
      kind: .duration)
  }

  /// "$2 million a year", "600 acts a day": what is counted stands close before.
  func isRate(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let previous = tokens[start - 1]
    if previous.kind == .units { return false }
    if previous.form == .number || previous.kind == .number || has(.countWord, at: start - 1)
      || isMark(start - 1, "%")
    {
      return true
    }
    let isPlural =
      previous.form == .word && (previous.kind == .none || previous.kind == .measure)
      && previous.count > 2
      && bytes[Int(previous.end) - 1] | 0x20 == 0x73
    guard isPlural || isMark(start - 1, "\"") else { return false }
    for index in stride(from: start - 2, through: max(0, start - 5), by: -1) {
      let token = tokens[index]
      if token.form == .number || token.kind == .number { return true }
    }
    return false
  }

  /// "weeks", "for months", "the last days", "these days": a plural without a number.
  private func barePlural(at start: Int) -> TimeMatch? {
    var at = start
    if kind(at) == .determiner, tokens[at].value != 2 { at += 1 }
    let isDefinite = at > start
    var offset: Int?
    if kind(at) == .relative {
      offset = Int(tokens[at].value)
      at += 1
    } else if isDefinite, kind(at) == .part || kind(at) == .ordinal {
      at += 1
    } else if kind(at) == .approximate, isWord(at, "some") {
      at += 1
    }
    guard let unit = unit(at), unit.isPlural, tokens[at].count > 3 else { return nil }
    if isWord(start - 1, "many"), isWord(start - 2, "as") { return nil }  // "in as many weeks"
    if start > 0, tokens[start - 1].form == .number || kind(start - 1) == .number { return nil }
    if isDefinite, unit.unit == .day, at == start + 1,
      tokens[start].value == 4 || isWord(start, "those")
    {
      return nil  // "these days", "in those days"
    }
    if unit.unit.rawValue < TimeUnit.hour.rawValue, offset == nil || !isDefinite {
      guard kind(unit.next) == .shift, !isWord(unit.next, "before"), !isWord(unit.next, "after")
      else { return nil }
    }
    if unit.unit == .year, year(unit.next) != nil { return nil }  // "the years 1914 to 1918"
    if at == start, isCompound(start) || isDash(start - 1) && !tokens[start].isSpaced { return nil }
    if at == start, start > 0, tokens[start].isCapital, !isShouted(start),
      tokens[start - 1].isCapital, tokens[start - 1].form == .word, tokens[start - 1].kind == .none
    {
      return nil  // "Happy Days"
    }
    if offset == nil, unit.unit.rawValue < TimeUnit.year.rawValue, has(.besideEvent, at: unit.next),
      isDefinite || isBehindArticle(at)
    {
      return nil
    }
    if isDash(unit.next), isWord(unit.next + 1, "long"), at > start { return nil }
    if let long = longAdjective(at), at == start { return long }
    if !isDefinite, offset == nil, isWord(unit.next, "before") || isWord(unit.next, "after"),
      isClauseEnd(unit.next + 1)
    {
      return match(
        start, unit.next + 1,
        .reference(isWord(unit.next, "before") ? "PAST_REF" : "FUTURE_REF"), "vague-shift")
    }
    if kind(unit.next) == .shift, !isDefinite, offset == nil, !isWord(unit.next, "before"),
      !isWord(unit.next, "after")
    {
      let isBack = tokens[unit.next].value < 0
      return match(
        start, unit.next + 1, .reference(isBack ? "PAST_REF" : "FUTURE_REF"), "vague-shift")
    }
    if unit.unit == .quarter || unit.unit == .semester, offset == nil { return nil }
    if unit.unit == .hour, offset == nil,
      at > start
        || start > 0
          && (kind(start - 1) == .part || kind(start - 1) == .daypart)
    {
      return nil  // "the early hours", "the morning hours"
    }
    return match(
      start, unit.next, .duration(unit.unit, count: "X"), "bare-plural", kind: .duration)
  }

  /// Whether "the" or "those" stands before a plural, with "first" or "early" between at most.
  private func isBehindArticle(_ at: Int) -> Bool {
    let before = kind(at - 1) == .ordinal || kind(at - 1) == .part ? at - 2 : at - 1
    return kind(before) == .determiner && (token(before)?.value == 1 || isWord(before, "those"))
  }

  /// "more than", "at least", "nearly" before a length.
  func comparison(at start: Int) -> (modifier: String, next: Int)? {
    switch kind(start) {
    case .none, .determiner, .number: return nil  // none of the words below is of these
    case .approximate: return ("APPROX", start + 1)
    case .more where isWord(start, "over"):
      // "over three years" is mostly "in the course of": only "for over" and the like compare.
      guard has(.lengthOpener, at: start - 1) else { return nil }
      return ("MORE_THAN", start + 1)
    case .less where isWord(start, "under"): return ("LESS_THAN", start + 1)
    default:
      // "10% fewer than a year ago" compares what is counted.
      let isMore = isWord(start, "more")
      if isMore || isWord(start, "less") || isWord(start, "fewer"), isWord(start + 1, "than"),
        !isMark(start - 1, "%"), !isWord(start - 1, "percent"), token(start - 1)?.form != .number
      {
        return (isMore ? "MORE_THAN" : "LESS_THAN", start + 2)
      }
      if isWord(start, "at"), isWord(start + 1, "least") { return ("EQUAL_OR_MORE", start + 2) }
      if isWord(start, "at"), isWord(start + 1, "most") { return ("EQUAL_OR_LESS", start + 2) }
      if isWord(start, "close"), isWord(start + 1, "to") { return ("APPROX", start + 2) }
      if isWord(start, "well"), isWord(start + 1, "over") { return ("MORE_THAN", start + 2) }
      if isWord(start, "up"), isWord(start + 1, "to") { return ("EQUAL_OR_LESS", start + 2) }
      if isWord(start, "no") || isWord(start, "not"), isWord(start + 2, "than") {
        if isWord(start + 1, "more") { return ("EQUAL_OR_LESS", start + 3) }
        if isWord(start + 1, "less") || isWord(start + 1, "fewer") {
          return ("EQUAL_OR_MORE", start + 3)
        }
      }
      return nil
    }
  }
}
