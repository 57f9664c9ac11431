import Chronology

/// Seasons, decades and centuries, and the years named by relation behind them.
///
/// EXAMPLE [the spring of 1990], [this year's third quarter]
/// EXAMPLE [the 1988 third quarter], [the 1990s], [the nineties], [the 9th century BC]
/// EXAMPLE [the 17th] and [19th centuries]
/// EXAMPLE [the last week of August], [the last days of May], [fiscal 1990], [October of that year]
/// COUNTER the spring of the clock; a century in cricket
extension TimeScanner {
  /// "the spring of 1990", "summer 2018"; "this spring" is relative.
  func seasonYear(at start: Int, isDefinite: Bool) -> Body? {
    guard kind(start) == .season else { return nil }
    let season = Int(tokens[start].value)
    if let year = yearBehind(start + 1) {
      return (
        .calendar(StatedDate(year: year.year, season: season), part: nil),
        afterNextYear(year.next, year.year), "season-year"
      )
    }
    if let named = namedYear(at: start + 1) {
      return (
        .inYear(StatedDate(season: season), named.year, part: nil), named.next, "season-of-year"
      )
    }
    if isDefinite {
      guard !isWord(start + 1, "of"), !opensName(start) else { return nil }
      return (.calendar(StatedDate(season: season), part: nil), start + 1, "season")
    }
    let isPlaced =
      start > 0
      && (isWord(start - 1, "in") || isWord(start - 1, "during") || isWord(start - 1, "by"))
    if isPlaced, !isWord(start + 1, "of") {
      return (.calendar(StatedDate(season: season), part: nil), start + 1, "season")
    }
    guard isSeasonName(start) else { return nil }
    return (.calendar(StatedDate(season: season), part: nil), start + 1, "bare-season")
  }

  /// "the Winter Palace", "the Spring Offensive": a capital season before another capital.
  private func opensName(_ start: Int) -> Bool {
    guard tokens[start].isCapital, !isShouted(start), let next = token(start + 1) else {
      return false
    }
    return next.form == .word && next.isCapital && next.kind == .none
  }

  /// The index behind "-45" in "the winter of 1944-45".
  private func afterNextYear(_ at: Int, _ year: Int) -> Int {
    guard isDash(at) || isMark(at, "/"), let last = token(at + 1), last.form == .number,
      !last.isSpaced, Int(last.value) == (last.count == 2 ? (year + 1) % 100 : year + 1)
    else { return at }
    return at + 2
  }

  /// "winter" on its own, not "fall" the verb or "spring" the well: the tagger keeps it only in
  /// texts where a season alone is a date.
  private func isSeasonName(_ start: Int) -> Bool {
    if isWord(start, "fall") { return false }
    if isWord(start, "winter") || isWord(start, "summer") || isWord(start, "autumn") { return true }
    return tokens[start].isCapital && start > 0 && tokens[start - 1].form == .word
  }

  /// "of last year", "last year", "of that year", "of the same year" behind a part of it.
  func namedYear(at start: Int) -> (year: NamedYear, next: Int)? {
    var at = isWord(start, "of") ? start + 1 : start
    let isOf = at > start
    if isOf, kind(at) == .determiner, tokens[at].value == 1 { at += 1 }
    if kind(at) == .determiner, tokens[at].value == 3, isWord(at + 1, "year") {
      return (.focus, at + 2)
    }
    if isOf, isWord(at, "year"), kind(at - 1) == .determiner, kind(at + 1) != .shift,
      !isDash(at + 1), !isWord(at + 1, "ended"), !isWord(at + 1, "ending"), year(at + 1) == nil
    {
      return (.offset(0), at + 1)  // "the second half of the year"
    }
    if isOf, kind(at) == .relative || isWord(at, "running"), kind(at + 1) == .fiscal {
      let offset = kind(at) == .relative ? Int(tokens[at].value) : 0
      if isWord(at + 2, "year") { return (.offset(offset), at + 3) }
      return isWholeFiscal(at + 1) ? (.offset(offset), at + 2) : nil
    }
    if isOf, kind(at) == .fiscal, kind(at - 1) == .determiner, isWord(at + 1, "year"),
      year(at + 2) == nil
    {
      return (.offset(0), at + 2)  // "the first quarter of the fiscal year"
    }
    guard kind(at) == .relative, isWord(at + 1, "year") else { return nil }
    if isWord(at, "same") { return (.focus, at + 2) }
    guard isOf || !isWord(at, "past") else { return nil }
    return (.offset(Int(tokens[at].value)), at + 2)
  }

  /// "this year's third quarter", "last year's spring".
  func yearPossessive(at start: Int) -> TimeMatch? {
    let isNumber = year(start) != nil
    let isArticle = kind(start) == .determiner && tokens[start].value == 1
    let behind = isNumber ? start + 1 : start + 2
    guard isNumber || (isArticle || kind(start) == .relative) && isWord(start + 1, "year"),
      let mark = token(behind), mark.form == .mark, !mark.isSpaced, isWord(behind + 1, "s")
    else { return nil }
    let part: (code: Int, next: Int)
    if let quarter = quarterCode(behind + 2) {
      part = quarter
    } else if kind(behind + 2) == .season {
      part = (Int(tokens[behind + 2].value), behind + 3)
    } else {
      return nil
    }
    if isNumber {
      return match(
        start, part.next, .calendar(StatedDate(year: year(start), season: part.code), part: nil),
        "quarter-year")
    }
    return match(
      start, part.next,
      .inYear(
        StatedDate(season: part.code), .offset(isArticle ? 0 : Int(tokens[start].value)), part: nil),
      "quarter-of-year")
  }

  /// "the 1990s", "1990s", "the 1990's", "the nineties".
  func decade(at start: Int) -> Body? {
    if let mark = token(start), mark.form == .mark, mark.value == 0x27 || mark.value == 0xe2,
      let number = token(start + 1), number.form == .number, number.count == 2, !number.isSpaced,
      number.value % 10 == 0, isWord(start + 2, "s"), token(start + 2)?.isSpaced == false
    {
      let century = number.value < 30 ? 2000 : 1900
      return (
        .calendar(StatedDate(years: (century + Int(number.value), 10)), part: nil), start + 3,
        "decade"
      )
    }
    if let words = decadeInWords(start) {
      return (.calendar(StatedDate(years: (words.year, 10)), part: nil), words.next, "decade")
    }
    if let second = secondDecade(start) { return second }
    if let number = token(start), number.form == .number, number.count == 2, number.value % 10 == 0,
      start > 1, kind(start - 1) == .part || isDash(start - 1) || isWord(start - 1, "the"),
      !isWord(start - 2, "his"), !isWord(start - 2, "her"), !isWord(start - 2, "their"),
      isWord(start + 1, "s"), token(start + 1)?.isSpaced == false, number.value >= 20
    {
      return (
        .calendar(StatedDate(years: (1900 + Int(number.value), 10)), part: nil), start + 2, "decade"
      )
    }
    if let number = token(start), number.form == .number, number.count <= 3, number.value % 10 == 0,
      isWord(start + 1, "s"), token(start + 1)?.isSpaced == false, let era = afterEra(start + 2),
      era.isBefore
    {
      return (
        .calendar(StatedDate(years: (-Int(number.value) - 8, 10)), part: nil), era.next, "decade"
      )
    }
    guard let year = year(start), year % 10 == 0, let next = token(start + 1), !next.isSpaced else {
      return nil
    }
    var end = start + 2
    if next.form == .mark, isWord(start + 2, "s"), token(start + 2)?.isSpaced == false {
      // "the 1990's": without the article it may be a genitive.
      guard start > 0,
        kind(start - 1) == .determiner || kind(start - 1) == .part
          || isDash(start - 1)
      else { return nil }
      end = start + 3
    } else if !isWord(start + 1, "s") {
      return nil
    }
    let count = year % 100 == 0 && year < 2000 ? 100 : 10
    return (.calendar(StatedDate(years: (year, count)), part: nil), end, "decade")
  }

  /// "the 1970s and 80s", "the 1970's and 80's": the second of two decades.
  private func secondDecade(_ start: Int) -> Body? {
    guard let number = token(start), number.form == .number, number.count == 2,
      number.value % 10 == 0, start > 3,
      isWord(start - 1, "and") || isWord(start - 1, "or") || isWord(start - 1, "to"),
      isWord(start - 2, "s"), token(start - 2)?.isSpaced == false
    else { return nil }
    let digits = token(start - 3)?.form == .mark ? start - 4 : start - 3
    guard let first = token(digits), first.form == .number, first.value % 10 == 0,
      first.count == 4 || first.count == 2
    else { return nil }
    let century = first.count == 4 ? Int(first.value) / 100 * 100 : 1900
    var next = start + 1
    if let mark = token(next), mark.form == .mark, !mark.isSpaced { next += 1 }
    guard isWord(next, "s"), token(next)?.isSpaced == false else { return nil }
    return (
      .calendar(StatedDate(years: (century + Int(number.value), 10)), part: nil), next + 1, "decade"
    )
  }

  /// "the 19th century", "the twentieth century", "the 9th century BC".
  func century(at start: Int) -> Body? {
    var number: Int?
    var at = start
    if kind(at) == .ordinal {
      number = Int(tokens[at].value)
      at += 1
    } else if let token = token(at), token.form == .number, afterOrdinal(at + 1) > at + 1 {
      number = Int(token.value)
      at += 2
    } else if kind(at) == .number, tokens[at].value == 20 {
      let inner = isDash(at + 1) ? at + 2 : at + 1
      guard kind(inner) == .ordinal, tokens[inner].value == 1 else { return nil }
      number = 21
      at = inner + 1
    }
    if isDash(at) { at += 1 }
    guard let number, isWord(at, "century"), (1...30).contains(number) else { return nil }
    if tokens[at].isCapital, !isShouted(at), let name = token(at + 1), name.isCapital,
      name.form == .word, name.kind == .none
    {
      return nil  // "20th Century Fox"
    }
    let era = afterEra(at + 1)
    if let era, era.isBefore {
      // The 9th century BC: the years 900 to 801 BC.
      return (
        .calendar(StatedDate(years: (1 - number * 100, 100)), part: nil), era.next, "century"
      )
    }
    return (
      .calendar(StatedDate(years: ((number - 1) * 100, 100)), part: nil), era?.next ?? at + 1,
      "century"
    )
  }

  /// "17th and 19th centuries", "seventeenth to nineteenth centuries": two of them.
  func centuryPair(at start: Int) -> Body? {
    guard let first = ordinalNumber(start), isDayJoin(first.next),
      let second = ordinalNumber(partOfPeriod(at: first.next + 1)?.next ?? first.next + 1),
      isWord(second.next, "centuries") || isWord(second.next, "century"),
      first.number < second.number
    else { return nil }
    let era = afterEra(second.next + 1)
    guard era?.isBefore != true else { return nil }
    return (
      .span(
        StatedDate(years: ((first.number - 1) * 100, 100)),
        StatedDate(years: ((second.number - 1) * 100, 100)), secondAt: first.next + 1),
      era?.next ?? second.next + 1, "century-pair"
    )
  }

  /// "17th" or "seventeenth" with the index behind it.
  private func ordinalNumber(_ at: Int) -> (number: Int, next: Int)? {
    if kind(at) == .ordinal { return (Int(tokens[at].value), at + 1) }
    guard let number = token(at), number.form == .number, number.value <= 21,
      afterOrdinal(at + 1) > at + 1
    else { return nil }
    return (Int(number.value), at + 2)
  }

  /// The index behind an era mark and whether it counts backwards.
  func afterEra(_ at: Int) -> (isBefore: Bool, next: Int)? {
    guard kind(at) == .era else { return nil }
    // "B.C." ends with a stop, "BCE" may end a sentence.
    let isStopped = bytes[Int(tokens[at].begin) + 1] == 0x2e
    let end = isMark(at + 1, ".") && isStopped ? at + 2 : at + 1
    return (tokens[at].value < 0, end)
  }

  /// "the last week of August", "the first two weeks of February 1951".
  func slice(at start: Int) -> TimeMatch? {
    var at = start
    if kind(at) == .determiner, tokens[at].value == 1 { at += 1 }
    let edge: PartOfPeriod.Part
    var ordinal = 1
    if has(.closingAdjective, at: at) {
      edge = .late
    } else if isWord(at, "opening") {
      edge = .early
    } else if kind(at) == .ordinal, (1...4).contains(tokens[at].value) {
      edge = .early
      ordinal = Int(tokens[at].value)
    } else {
      return nil
    }
    at += 1
    if ordinal == 1, let edges = edgeOfPeriod(start, at, edge) { return edges }
    var count = 1
    if let quantity = quantity(at), let value = quantity.value {
      guard ordinal == 1 else { return nil }
      count = value
      at = quantity.next
    }
    guard let unit = unit(at), unit.unit == .week || unit.unit == .day,
      unit.isPlural == (count > 1),
      isWord(unit.next, "of") || isWord(unit.next, "in"), let month = month(unit.next + 1),
      tokens[unit.next + 1].isCapital
    else { return nil }
    let year = yearBehind(month.next)
    if ordinal > 1 { count = -ordinal }
    return match(
      start, year?.next ?? month.next,
      .slice(
        unit.unit, count: count, of: StatedDate(year: year?.year, month: month.month), edge: edge),
      "slice", kind: .duration)
  }

  /// "the last days of January 2021", "the first weeks of May", "the closing months of 2016": so
  /// many as nobody counted, so the edge of the period.
  private func edgeOfPeriod(_ start: Int, _ at: Int, _ edge: PartOfPeriod.Part) -> TimeMatch? {
    guard let unit = unit(at), unit.isPlural, isWord(unit.next, "of") || isWord(unit.next, "in")
    else { return nil }
    if unit.unit == .day || unit.unit == .week, let month = month(unit.next + 1),
      tokens[unit.next + 1].isCapital
    {
      let year = yearBehind(month.next)
      return match(
        start, year?.next ?? month.next,
        .calendar(StatedDate(year: year?.year, month: month.month), part: edge), "edge-of-period")
    }
    guard unit.unit == .week || unit.unit == .month, let year = yearBehind(unit.next) else {
      return nil
    }
    return match(
      start, year.next, .calendar(StatedDate(year: year.year), part: edge), "edge-of-period")
  }
}
