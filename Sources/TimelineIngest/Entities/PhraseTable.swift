/// What a phrase of the reference data is.
enum PhraseKind: UInt8, Sendable {
  case country, adjective, people, combining, metonym
  case organisation, place, placeAdjective, facility
  /// A name that bodies of many countries have: "Foreign Office".
  case sharedOrganisation
  case honorific, militaryRank, office, portfolio, qualifier
  case body, weaponName, weaponKind, designator, givenName, notName
  case leader, leaderTitled, leaderAlone
}

/// One phrase found in a sentence.
struct PhraseMatch: Sendable {
  /// The atoms, half-open.
  var begin: Int
  var end: Int
  /// What it is.
  var kind: PhraseKind
  /// The row of the table that the kind names.
  var row: Int
}

/// Phrases over atoms: a trie in one flat open-addressing table, asked with hashes alone.
///
/// Each entry remembers which of its atoms are capitals, so that "may" is no month and "us" no
/// country; in text without small letters that is not asked.
struct PhraseTable: Sendable {
  private struct Entry: Sendable {
    var row: Int32
    var next: Int32
    var capitals: UInt32
    var kind: PhraseKind
    var isAcronym: Bool
  }

  private var keys: [UInt64]
  private var targets: [Int32]
  private var mask: Int
  private var used = 0
  private var firstEntry: [Int32] = [-1]
  private var entries: [Entry] = []
  private var scratch: [NameAtom] = []

  /// An empty table.
  init() {
    keys = Array(repeating: 0, count: 1 << 10)
    targets = Array(repeating: -1, count: 1 << 10)
    mask = (1 << 10) - 1
  }

  /// Whether nothing was added.
  var isEmpty: Bool { entries.isEmpty }

  /// Adds a phrase; one entirely in capitals of two letters or more is matched in capitals only.
  mutating func add(_ phrase: UnsafeBufferPointer<UInt8>, _ kind: PhraseKind, row: Int) {
    scratch.removeAll(keepingCapacity: true)
    NameAtomScanner.scan(phrase, 0..<phrase.count, into: &scratch)
    guard !scratch.isEmpty, scratch.count <= 32 else { return }
    var state = 0
    var capitals: UInt32 = 0
    var letters = 0
    var isAcronym = true
    for (number, atom) in scratch.enumerated() {
      if atom.isCapitalised { capitals |= 1 << UInt32(number) }
      if !atom.isSymbol {
        letters += Int(atom.length)
        if !atom.isUpperCase && !atom.isNumber { isAcronym = false }
      }
      state = child(of: state, by: atom.hash)
    }
    let isStrict = isAcronym && letters >= 2 && kind != .designator
    var at = firstEntry[state]
    while at >= 0 {
      // Two spellings of one name ("UNICEF", "Unicef") ask for the capitals that both have.
      if entries[Int(at)].kind == kind {
        if entries[Int(at)].row == Int32(row) {
          entries[Int(at)].capitals &= capitals
          entries[Int(at)].isAcronym = entries[Int(at)].isAcronym && isStrict
        }
        return
      }
      at = entries[Int(at)].next
    }
    entries.append(
      Entry(
        row: Int32(row), next: firstEntry[state], capitals: capitals, kind: kind,
        isAcronym: isStrict))
    firstEntry[state] = Int32(entries.count - 1)
  }

  /// Appends every phrase that begins at an atom.
  @inline(__always)
  func matches(
    _ atoms: [NameAtom], at begin: Int, ignoringCase: Bool, into found: inout [PhraseMatch]
  ) {
    var state = 0
    var capitals: UInt32 = 0
    var isUpper = true
    var position = begin
    while position < atoms.count, position - begin < 32 {
      let atom = atoms[position]
      let next = target(of: state, by: atom.hash)
      if next < 0 { return }
      state = next
      if atom.isCapitalised { capitals |= 1 << UInt32(position - begin) }
      if !atom.isUpperCase && !atom.isSymbol && !atom.isNumber { isUpper = false }
      position += 1
      var entry = firstEntry[state]
      while entry >= 0 {
        let candidate = entries[Int(entry)]
        if ignoringCase || candidate.capitals & capitals == candidate.capitals,
          !candidate.isAcronym || isUpper
        {
          found.append(
            PhraseMatch(
              begin: begin, end: position, kind: candidate.kind, row: Int(candidate.row)))
        }
        entry = candidate.next
      }
    }
  }

  private func target(of state: Int, by hash: UInt64) -> Int {
    let key = Self.key(state, hash)
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while targets[slot] >= 0 {
      if keys[slot] == key { return Int(targets[slot]) }
      slot = (slot + 1) & mask
    }
    return -1
  }

  private mutating func child(of state: Int, by hash: UInt64) -> Int {
    let known = target(of: state, by: hash)
    if known >= 0 { return known }
    if used * 2 > mask { grow() }
    firstEntry.append(-1)
    insert(Self.key(state, hash), Int32(firstEntry.count - 1))
    used += 1
    return firstEntry.count - 1
  }

  private mutating func insert(_ key: UInt64, _ target: Int32) {
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while targets[slot] >= 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    targets[slot] = target
  }

  private mutating func grow() {
    let (oldKeys, oldTargets) = (keys, targets)
    let capacity = (mask + 1) * 4
    keys = Array(repeating: 0, count: capacity)
    targets = Array(repeating: -1, count: capacity)
    mask = capacity - 1
    for slot in oldTargets.indices where oldTargets[slot] >= 0 {
      insert(oldKeys[slot], oldTargets[slot])
    }
  }

  @inline(__always)
  private static func key(_ state: Int, _ hash: UInt64) -> UInt64 {
    var key = hash ^ (UInt64(state) &* 0x9e37_79b9_7f4a_7c15)
    key ^= key >> 32
    return key &* 0xd6e8_feb8_6659_fd93
  }
}
