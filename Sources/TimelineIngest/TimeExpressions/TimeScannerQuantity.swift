/// How many of something: numbers in digits and words, fractions, and the vague ones.
extension TimeScanner {
  /// A count with the index behind it; the value is nil when it is vague ("several") or broken.
  typealias Quantity = (text: String, value: Int?, next: Int)

  /// A number in digits or words ("1,460", "twenty-one", "a hundred", "2 1/2", "two and a half").
  func quantity(_ index: Int) -> Quantity? {
    guard let first = token(index) else { return nil }
    if first.form == .number { return digits(index) }
    guard first.form == .word else { return nil }
    switch first.kind {
    case .number:
      let (value, next) = spelledNumber(index)
      return withHalf(value, next)
    case .half:
      // "half a year", "half an hour", "half-hour"
      var next = index + 1
      if kind(next) == .determiner, isWord(next + 1, "dozen") { return ("6", 6, next + 2) }
      if isDash(next) || (kind(next) == .determiner && tokens[next].value == 2) { next += 1 }
      return next > index + 1 ? ("0.5", nil, next) : nil
    case .vaguenumber:
      // "the third in as many weeks"
      if isWord(index, "many"), isWord(index - 1, "as") { return nil }
      return vagueQuantity(index)
    case .determiner where first.value == 2: return article(index)
    default: return nil
    }
  }

  /// "24", "1,460", "2.5", "2 1/2", "1/2".
  private func digits(_ index: Int) -> Quantity? {
    let first = tokens[index]
    guard first.count <= 4 else { return nil }
    var value = Int(first.value)
    var next = index + 1
    if first.count <= 3, isMark(next, ","), let thousands = token(next + 1),
      thousands.form == .number, thousands.count == 3, !thousands.isSpaced, !tokens[next].isSpaced
    {
      value = value * 1000 + Int(thousands.value)
      return (String(value), value, next + 2)
    }
    if let sign = token(next), !sign.isSpaced, sign.count == 2, bytes[Int(sign.begin)] == 0xc2,
      bytes[Int(sign.begin) + 1] == 0xbd
    {
      return ("\(value).5", nil, next + 1)  // "2½"
    }
    if isMark(next, "."), let decimals = token(next + 1), decimals.form == .number,
      !decimals.isSpaced
    {
      return ("\(value).\(decimals.value)", nil, next + 2)
    }
    if isMark(next, "/"), let divisor = token(next + 1), divisor.form == .number,
      divisor.value == 2, value == 1
    {
      return ("0.5", nil, next + 2)
    }
    let fraction = isDash(next) ? next + 1 : next
    if let one = token(fraction), one.form == .number, one.value == 1, one.count == 1,
      isMark(fraction + 1, "/"), let two = token(fraction + 2), two.form == .number,
      two.value == 2, two.count == 1
    {
      return ("\(value) 1/2", nil, fraction + 3)
    }
    if let scale = token(next), scale.kind == .number, scale.value >= 100, first.count <= 3 {
      value *= Int(scale.value)
      next += 1
    }
    return withHalf(value, next)
  }

  /// "two and a half", "two and half": the half behind a number.
  private func withHalf(_ value: Int, _ next: Int) -> Quantity {
    // "two and a half", "two-and-a-half"
    let joined = isDash(next) ? next + 1 : next
    guard isWord(joined, "and") else { return (String(value), value, next) }
    var half = isDash(joined + 1) ? joined + 2 : joined + 1
    if kind(half) == .determiner, tokens[half].value == 2 {
      half = isDash(half + 1) ? half + 2 : half + 1
    }
    guard kind(half) == .half else { return (String(value), value, next) }
    return ("\(value).5", nil, half + 1)
  }

  /// "twenty-one", "twenty one", "two hundred", "a hundred and fifty", with the index behind.
  func spelledNumber(_ index: Int) -> (value: Int, next: Int) {
    var (value, next) = tokens[index].value >= 100 ? (1, index) : belowHundred(index)
    while let scale = token(next), scale.kind == .number, scale.value >= 100 {
      value *= Int(scale.value)
      next += 1
      let rest = isWord(next, "and") ? next + 1 : next
      if kind(rest) == .number, tokens[rest].value < 100 {
        let (more, behind) = belowHundred(rest)
        value += more
        next = behind
      }
    }
    return (value, next)
  }

  private func belowHundred(_ index: Int) -> (value: Int, next: Int) {
    let value = Int(tokens[index].value)
    let next = index + 1
    guard value >= 20, value < 100, value % 10 == 0 else { return (value, next) }
    let inner = isDash(next) ? next + 1 : next
    guard let ones = token(inner), ones.kind == .number, (1...9).contains(ones.value) else {
      return (value, next)
    }
    return (value + Int(ones.value), inner + 1)
  }

  /// "several", "a couple of", "a few".
  private func vagueQuantity(_ index: Int) -> Quantity {
    if tokens[index].value == 2 {
      return ("2", 2, isWord(index + 1, "of") ? index + 2 : index + 1)
    }
    if tokens[index].value == 3 {
      // "dozens of", "hundreds of"
      return ("X", nil, isWord(index + 1, "of") ? index + 2 : index + 1)
    }
    return ("X", nil, index + 1)
  }

  /// "half-dozen", "half dozen".
  private func isDozen(_ index: Int) -> Bool {
    isWord(isDash(index + 1) ? index + 2 : index + 1, "dozen")
  }

  /// "a", "a few", "a dozen", "a hundred and fifty".
  private func article(_ index: Int) -> Quantity? {
    var next = index + 1
    if isWord(next, "good") || isWord(next, "mere") || isWord(next, "full") { next += 1 }
    guard let word = token(next) else { return nil }
    if word.kind == .vaguenumber { return vagueQuantity(next) }
    if word.kind == .number, word.value >= 100 || word.value == 12 {
      let (value, behind) = spelledNumber(next)
      return (String(value), value, behind)
    }
    if word.kind == .number, next > index + 1 {
      let (value, behind) = spelledNumber(next)
      return (String(value), value, behind)
    }
    if next > index + 1, unit(next) != nil { return ("1", 1, next) }
    if word.kind == .half, isDozen(next) { return ("6", 6, next + (isDash(next + 1) ? 3 : 2)) }
    if word.kind == .half, isDash(next + 1) { return ("0.5", nil, next + 2) }
    if word.kind == .half, unit(next + 1) != nil { return ("0.5", nil, next + 1) }
    return ("1", 1, index + 1)
  }
}
