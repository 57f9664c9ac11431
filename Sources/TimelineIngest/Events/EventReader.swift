import Chronology
import TimelineModel

/// Reads the events of one document: sentences, names, triggers, dates, and what follows from one
/// sentence to the next.
struct EventReader {
  let document: Document
  let bytes: [UInt8]
  let lexicon: EventLexicon
  let analyzer: LanguageAnalyzer?
  let nameReader: NameReader
  let everyPredicate: Bool
  let offsets: CodePointOffsets
  let expressions: [TimeExpression]
  /// When the document can have been published.
  private(set) var published: PublicationDate?
  private(set) var log: ExplanationLog?
  /// What speaks for each mention, in their order.
  private(set) var evidence: [ConfidenceEvidence] = []
  private var memory = DiscourseMemory()
  private var drafts: [MentionDraft] = []
  /// The date that heads an entry of a chronology, by sentence.
  private var entryDates: [Int: TimeExpression] = [:]
  /// The dates that stand as headings.
  private var headings = ChronologyEntries(trees: [], expressions: [], bytes: [])
  private lazy var datelineEnd = Dateline.end(in: bytes) ?? 0

  init(
    document: Document, expressions: [TimeExpression], published: PublicationDate?,
    lexicon: EventLexicon, analyzer: LanguageAnalyzer?, nameReader: NameReader,
    everyPredicate: Bool, log: ExplanationLog? = nil
  ) {
    self.document = document
    bytes = document.utf8
    self.lexicon = lexicon
    self.analyzer = analyzer
    self.nameReader = nameReader
    self.everyPredicate = everyPredicate
    self.expressions = RecentStretch.dated(
      expressions, in: document.utf8, published: published)
    self.published = published
    self.log = log
    offsets = CodePointOffsets(document.utf8)
  }

  /// The mentions of the document in the order of the text.
  mutating func read() -> [EventMention] {
    let trees = analysed { number, tree, text, names, inside, reader in
      reader.read(tree, text, number: number, names: names, expressions: inside)
    }
    DiscourseDater(
      drafts: drafts, published: published, isNews: isNews, isCommunique: isCommunique,
      lexicon: lexicon
    ).run(on: &drafts)
    if let day = published?.span.latest {
      // What is dated behind the day of publication has not happened, whatever its tense says.
      for index in drafts.indices
      where drafts[index].reading.actuality == .occurred && !drafts[index].reading.isHypothetical {
        if let first = drafts[index].date?.date.span.earliest, first > day {
          drafts[index].reading.actuality = .planned
        }
      }
    }
    if published == nil {
      published = NarrativeBounds.publication(
        of: document, drafts: drafts, expressions: expressions)
    }
    let builder = MentionBuilder(
      document: document, offsets: offsets, published: published, trees: trees)
    return drafts.compactMap { draft in
      if let reason = draft.rejection, !everyPredicate {
        log?.reject(draft, reason)
        return nil
      }
      let evidence = ConfidenceEvidence(of: draft)
      guard let mention = builder.mention(of: draft, evidence: evidence) else { return nil }
      log?.accept(draft, mention, evidence)
      self.evidence.append(evidence)
      return mention
    }
  }

  /// The sentences as the rules see them, for training on their words.
  mutating func sentences() -> [SentenceReading] {
    var found: [SentenceReading] = []
    _ = analysed { number, tree, text, names, inside, reader in
      guard !tree.tokens.isEmpty else { return }
      found.append(
        reader.reading(tree, text, number: number, names: names, expressions: inside))
    }
    return found
  }

  /// Splits, parses and names the sentences and hands each over in the order of the text.
  private mutating func analysed(
    _ visit: (Int, SentenceTree, SentenceText, [NamedMention], [TimeExpression], inout EventReader)
      -> Void
  ) -> [SentenceTree] {
    var trees = LanguageAnalyzer.sentences(of: bytes)
    var nextExpression = 0
    headings = ChronologyEntries(trees: trees, expressions: expressions, bytes: bytes)
    for index in trees.indices { trimOpening(of: &trees[index], number: index) }
    for index in trees.indices { joinHyphenated(&trees[index]) }
    let texts = trees.map { text(of: $0) }
    analyse(&trees, texts)
    let found = nameReader.names(in: trees, bytes: bytes)
    memory = DiscourseMemory(names: found.sentences, dateline: found.dateline)
    for index in trees.indices {
      var inside: [TimeExpression] = []
      let range = trees[index].range
      while nextExpression < expressions.count,
        expressions[nextExpression].range.lowerBound < range.upperBound
      {
        if expressions[nextExpression].range.lowerBound >= range.lowerBound {
          inside.append(expressions[nextExpression])
        }
        nextExpression += 1
      }
      visit(index, trees[index], texts[index], found.sentences[index], inside, &self)
    }
    return trees
  }

  /// Whether the text is itself the statement: a communiqué or release, by its genre or by the
  /// sides that speak in it.
  private var isCommunique: Bool {
    if let genre = document.metadata.genre {
      return ["communique", "press-release"].contains(genre)
    }
    let sides = drafts.count { draft in
      draft.candidate.clause.subjects.contains {
        ["side", "sides", "parties", "ministers", "leaders"].contains(draft.sentence.lower[$0])
      }
    }
    return sides >= 4
  }

  /// Whether the text is news told on the day: a dateline, or words counted from publication.
  private var isNews: Bool {
    guard let day = published?.day else { return false }
    if let genre = document.metadata.genre {
      if ["wire", "news", "report"].contains(genre) { return true }
      if ["op-ed", "editorial", "academic", "encyclopedia", "chronology", "interview"].contains(
        genre)
      {
        return false
      }
    }
    if published?.origin == .dateline { return true }
    if Dateline.stands(in: bytes) || SignOff.stands(in: bytes) { return true }
    return expressions.contains { expression in
      expression.anchor == day.description && (expression.date?.span.length ?? 99) <= 7
    }
  }

  /// Cuts off what stands before the sentence proper, so that the parser does not trip over it: a
  /// dateline, "Q:" and "A:", the number of a paragraph, and the date that heads an entry of a
  /// chronology, which is remembered.
  private mutating func trimOpening(of tree: inout SentenceTree, number: Int) {
    var skip = 0
    let tokens = tree.tokens
    if tree.range.lowerBound < datelineEnd {
      skip = tokens.prefix { Int($0.begin) < datelineEnd }.count
    } else if !isEntryDay(tree), tokens.count > 3, tokens[0].end - tokens[0].begin <= 2,
      isMark(tokens[1], ":") || isMark(tokens[1], ".") && isNumber(tokens[0])
    {
      skip = 2
    } else if tokens.count > 2, tokens[0].end - tokens[0].begin <= 3,
      isNumber(tokens[0]), bytes[Int(tokens[0].end) - 1] == UInt8(ascii: ".")
    {
      skip = 1
    } else if let entry = expressions[
      expressions.partitioningIndex { $0.range.lowerBound >= tree.range.lowerBound }...
    ].first, tokens.count > 3,
      entry.range.lowerBound <= Int(tokens[min(1, tokens.count - 1)].begin),
      entry.kind == .date, entry.date != nil
    {
      let behind = tokens.prefix { Int($0.begin) < entry.range.upperBound }.count
      if behind + 1 < tokens.count, isEntryMark(tokens[behind]) {
        skip = behind + 1
        entryDates[number] = entry
      }
    }
    if skip > 0, skip < tokens.count { tree.tokens.removeFirst(skip) }
  }

  /// Whether "4:" at the head of a sentence is a day below the heading of its month, not the number
  /// of a paragraph.
  private func isEntryDay(_ tree: SentenceTree) -> Bool {
    let next = expressions.partitioningIndex { $0.range.lowerBound >= tree.range.lowerBound }
    return next < expressions.count && expressions[next].rule == "english.entry-day"
      && expressions[next].range.lowerBound == tree.range.lowerBound
  }

  private func isMark(_ token: Token, _ mark: Character) -> Bool {
    token.end - token.begin == 1 && bytes[Int(token.begin)] == mark.asciiValue
  }

  private func isNumber(_ token: Token) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[Int(token.begin)])
  }

  /// A colon, or a dash with space around it.
  private func isEntryMark(_ token: Token) -> Bool {
    let text = String(decoding: bytes[Int(token.begin)..<Int(token.end)], as: UTF8.self)
    return [":", "–", "—", "--", "-"].contains(text)
  }

  /// Joins what the tokenizer cut at a hyphen and the lexicon knows as one word: "test-fired".
  private func joinHyphenated(_ tree: inout SentenceTree) {
    var index = 0
    while index + 2 < tree.tokens.count {
      let (left, mark, right) = (tree.tokens[index], tree.tokens[index + 1], tree.tokens[index + 2])
      if isMark(mark, "-"), left.end == mark.begin, mark.end == right.begin {
        let word = String(decoding: bytes[Int(left.begin)..<Int(right.end)], as: UTF8.self)
        if lexicon.form(word.lowercased()) != WordForm()
          || index > 0 && isGivenName(after: tree.tokens[index - 1], left, right)
        {
          tree.tokens[index].end = right.end
          tree.tokens.removeSubrange(index + 1...index + 2)
        }
      }
      index += 1
    }
  }

  private static let suffixes: Set<String> = [
    "led", "based", "wide", "born", "made", "run", "held", "style", "only", "type", "class", "era",
    "level", "bound", "ready", "free", "built", "day", "time", "like", "armed", "owned", "long",
    "year", "man", "month", "term", "area", "plus", "size", "to", "and", "ruled", "occupied",
  ]

  /// "Lim *Soo-min*": a short word in small letters behind a capital one, inside a name.
  private func isGivenName(after before: Token, _ left: Token, _ right: Token) -> Bool {
    func isCapital(_ token: Token) -> Bool {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[Int(token.begin)])
    }
    let letters = bytes[Int(right.begin)..<Int(right.end)]
    return isCapital(before) && isCapital(left) && left.end - left.begin <= 6 && letters.count <= 5
      && letters.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[Int(left.end) - 1])
      && !Self.suffixes.contains(String(decoding: letters, as: UTF8.self))
  }

  private func text(of tree: SentenceTree) -> SentenceText {
    let words = tree.tokens.map {
      String(decoding: bytes[Int($0.begin)..<Int($0.end)], as: UTF8.self)
    }
    return SentenceText(words: words, lexicon: lexicon)
  }

  /// So many sentences are parsed at once.
  private static let run = 60

  /// Parses the sentences that may tell of an event; the others are tagged, which names need.
  private func analyse(_ trees: inout [SentenceTree], _ texts: [SentenceText]) {
    guard let analyzer else { return }
    for start in stride(from: 0, to: trees.count, by: Self.run) {
      var plans: [(sentence: Int, plan: ParsePlan)] = []
      for index in start..<min(start + Self.run, trees.count) {
        let next = expressions.partitioningIndex {
          $0.range.lowerBound >= trees[index].range.lowerBound
        }
        if mayTell(trees[index], texts[index], expressions[next...]) {
          let plan = ParsePlan(
            of: trees[index], texts[index], expressions: expressions[next...], analyzer: analyzer,
            bytes: bytes)
          plans.append((index, plan))
        } else {
          analyzer.tag(&trees[index], in: bytes)
        }
      }
      var parsed = plans.map(\.plan.remainder)
      analyzer.parse(&parsed, in: bytes)
      for (entry, tree) in zip(plans, parsed) {
        trees[entry.sentence] = entry.plan.completed(tree)
      }
    }
  }

  /// Whether a sentence may tell of an event, by its words and the dates from it on.
  private func mayTell(
    _ tree: SentenceTree, _ text: SentenceText, _ expressions: ArraySlice<TimeExpression>
  ) -> Bool {
    everyPredicate || log != nil || text.mayTrigger
      || expressions.prefix(while: { $0.range.lowerBound < tree.range.upperBound })
        .contains(where: { $0.date != nil })
  }

  /// A sentence with its tree mended.
  private func reading(
    _ tree: SentenceTree, _ content: SentenceText, number: Int,
    names: [NamedMention], expressions: [TimeExpression]
  ) -> SentenceReading {
    var tree = tree
    TreeMender(lexicon: lexicon, lower: content.lower, names: names).mend(&tree)
    return SentenceReading(
      index: number, tree: tree, text: content,
      names: names, times: expressions.compactMap { Self.mention(of: $0, in: tree) })
  }

  private mutating func read(
    _ tree: SentenceTree, _ content: SentenceText, number: Int,
    names: [NamedMention], expressions: [TimeExpression]
  ) {
    guard !tree.tokens.isEmpty else { return }
    let text = String(decoding: bytes[tree.range], as: UTF8.self)
    if PageFurniture.isFurniture(content.lower, text: text) {
      log?.furniture(text)
      return
    }
    let mayTrigger = everyPredicate || content.mayTrigger
    let hasDate = expressions.contains { $0.date != nil }
    let sentence = reading(tree, content, number: number, names: names, expressions: expressions)
    log?.sentence(sentence, text: text)
    defer { note(sentence) }
    guard mayTrigger || hasDate else { return }
    let finder = TriggerFinder(sentence: sentence, lexicon: lexicon)
    var candidates = finder.candidates(every: everyPredicate)
    let saidVerbs = Set(candidates.filter { $0.isVerb && $0.hints.contains(.said) }.map(\.token))
    if !everyPredicate, hasDate {
      candidates = DatedClauseFinder(sentence: sentence, lexicon: lexicon)
        .adding(to: candidates)
    }
    if !everyPredicate {
      candidates = TypeReader(sentence: sentence, lexicon: lexicon, finder: finder)
        .settled(candidates)
    }
    guard !candidates.isEmpty else { return }
    let attacher = DateAttacher(
      sentence: sentence, candidates: candidates, saidVerbs: saidVerbs,
      entry: entryDates[number] ?? headings.date(ofSentence: number))
    let drafter = MentionDrafter(
      sentence: sentence, lexicon: lexicon, memory: memory, attacher: attacher,
      candidates: candidates, saidVerbs: saidVerbs, text: text)
    var repetitions = 0
    let firstDraft = drafts.endIndex
    for (ordinal, candidate) in candidates.enumerated() {
      let draft = drafter.draft(candidate, ordinal: ordinal)
      if ["meeting", "visit", "agreement"].contains(draft.family), draft.rejection == nil {
        memory.noteGroup(draft.actors, sentence: number)
      }
      drafts.append(draft)
      for again in attacher.repetitions(of: candidate) {
        drafts.append(again.draft(like: draft, ordinal: candidates.count + repetitions))
        repetitions += 1
      }
    }
    SentenceGate(sentence: sentence).refuseRepetitions(in: &drafts[firstDraft...])
  }

  /// Remembers whom a sentence named, for the next ones.
  private mutating func note(_ sentence: SentenceReading) {
    let pairs = sentence.lower.indices.contains { token in
      sentence.relation(token) == .nominalSubject
        && (["they", "both"].contains(sentence.lower[token])
          || sentence.children(token).contains { ["two", "both"].contains(sentence.lower[$0]) })
    }
    if pairs { memory.notePair(sentence: sentence.index) }
    // "*He* then left": who it was is still the one spoken of.
    for token in 0..<sentence.count
    where ["he", "she"].contains(sentence.lower[token])
      && sentence.relation(token) == .nominalSubject
    {
      let isFirst = !sentence.names.contains {
        $0.kinds.contains(.person) && $0.tokens.lowerBound < token
      }
      if isFirst, let person = memory.person(before: sentence.index) {
        memory.note(person, sentence: sentence.index, isSubject: true)
      }
      break
    }
    for name in sentence.names {
      let head = SentenceReading.headToken(of: name.tokens, in: sentence.tree)
      let relation = sentence.relation(head)
      let actor: Actor
      if name.kinds.contains(.person) {
        actor = Actor(name: name.name, kind: .person, country: name.country, office: name.office)
      } else if name.kinds.contains(.country) || name.isAdjective {
        let country = name.country ?? name.name
        actor = Actor(name: country, kind: .country, country: country)
      } else if name.kinds.contains(.body) {
        actor = Actor(name: name.name, kind: .organisation, country: name.country)
      } else if let country = name.capitalOf,
        relation == .nominalSubject || relation == .possessiveModifier
      {
        actor = Actor(name: country, kind: .country, country: country)
      } else {
        continue
      }
      memory.note(
        actor, sentence: sentence.index,
        isSubject: relation == .nominalSubject || relation == .passiveSubject
          || name.tokens.lowerBound == 0)
    }
  }

  /// A time expression with the tokens it covers; nil when it covers none of the sentence.
  private static func mention(of expression: TimeExpression, in tree: SentenceTree) -> TimeMention?
  {
    var first: Int?
    var last = 0
    for (position, token) in tree.tokens.enumerated()
    where Int(token.begin) < expression.range.upperBound
      && Int(token.end) > expression.range.lowerBound
    {
      if first == nil { first = position }
      last = position
    }
    guard let first else { return nil }
    let tokens = first..<(last + 1)
    return TimeMention(
      expression: expression, tokens: tokens,
      head: SentenceReading.headToken(of: tokens, in: tree))
  }
}
