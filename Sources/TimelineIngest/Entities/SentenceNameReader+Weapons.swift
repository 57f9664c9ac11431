extension SentenceNameReader {
  /// Reads a designator with its number: "Su-35", "MiG29s", "S-400", "JF-17"; returns one past it.
  mutating func readWeapon(_ at: Int) -> Int? {
    let atom = atoms[at]
    guard atom.isCapitalised, atom.length <= 7 else { return nil }
    // "M23" is a movement before it is a rifle.
    if let body = longest(.organisation, at: at), body.end == at + 1 { return nil }
    if let match = longest(.designator, at: at) {
      let next = match.end
      guard next < atoms.count, atoms[next].isNumber, atoms[next].separator == .hyphen,
        atoms[next].length <= 5, known(at: at).map({ $0.end <= next }) ?? true
      else { return nil }
      return emitWeapon(at..<next + 1, designator: match.row, number: next)
    }
    return readJoinedDesignator(at)
  }

  /// "F16", "AK47", "Su35": letters and digits in one word.
  private mutating func readJoinedDesignator(_ at: Int) -> Int? {
    let atom = atoms[at]
    var letters = 0
    while letters < Int(atom.length),
      (bytes[Int(atom.begin) + letters] | 0x20) &- 0x61 < 26
    {
      letters += 1
    }
    guard letters > 0, letters < Int(atom.length), Int(atom.length) - letters >= 2 else {
      return nil
    }
    var prefix: [NameAtom] = []
    NameAtomScanner.scan(bytes, Int(atom.begin)..<Int(atom.begin) + letters, into: &prefix)
    var found: [PhraseMatch] = []
    gazetteer.phrases.matches(prefix, at: 0, ignoringCase: false, into: &found)
    guard let match = found.first(where: { $0.kind == .designator && $0.end == prefix.count })
    else {
      return nil
    }
    let digits = (0..<Int(atom.length) - letters).prefix {
      bytes[Int(atom.begin) + letters + $0] &- 0x30 < 10
    }.count
    let isKnownLetter = [
      UInt8(ascii: "F"), UInt8(ascii: "T"), UInt8(ascii: "S"),
      UInt8(ascii: "B"), UInt8(ascii: "M"),
    ].contains(bytes[Int(atom.begin)])
    guard digits >= 2, letters >= 2 || isKnownLetter && digits <= 3 else { return nil }
    let name = gazetteer.weapons.text(match.row, 0)
    return emitWeapon(
      at..<at + 1, designator: match.row,
      spelling: name + "-" + number(Int(atom.begin) + letters, Int(atom.end)))
  }

  private mutating func emitWeapon(_ range: Range<Int>, designator row: Int, number position: Int)
    -> Int
  {
    let digits = number(Int(atoms[position].begin), Int(atoms[position].end))
    return emitWeapon(
      range, designator: row, spelling: gazetteer.weapons.text(row, 0) + "-" + digits)
  }

  private mutating func emitWeapon(_ range: Range<Int>, designator row: Int, spelling: String)
    -> Int
  {
    var draft = NameDraft(atoms: range, name: range, kind: .weapon, key: .text(spelling))
    draft.detail = gazetteer.weapons.text(row, 2)
    let country = gazetteer.weapons.text(row, 3)
    draft.country = country.isEmpty ? nil : country
    // "Su-35 fighter jets": the common noun belongs to the mention and tells the kind.
    if range.upperBound < atoms.count, let kind = longest(.weaponKind, at: range.upperBound),
      atoms[range.upperBound].separator == .space
    {
      draft.atoms = range.lowerBound..<kind.end
      draft.detail = gazetteer.weapons.text(kind.row, 2)
    }
    drafts.append(draft)
    return draft.atoms.upperBound
  }

  /// A number of a designator without the plural's s: "35s" → "35".
  private func number(_ begin: Int, _ end: Int) -> String {
    var end = end
    if end - begin > 1, bytes[end - 1] == UInt8(ascii: "s") || bytes[end - 1] == UInt8(ascii: "S"),
      bytes[end - 2] &- 0x30 < 10
    {
      end -= 1
    }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[begin..<end]), as: UTF8.self)
  }
}
