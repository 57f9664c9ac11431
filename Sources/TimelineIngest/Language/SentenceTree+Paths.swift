extension SentenceTree {
  /// The index of the word that governs the sentence; nil when it is not parsed.
  package var root: Int? { tokens.firstIndex { $0.relation == .root } }

  /// The dependents of a word, in order of the text.
  package func children(of index: Int) -> [Int] {
    let head = Int32(index)
    return tokens.indices.filter { tokens[$0].head == head }
  }

  /// The first dependent of a word with one of those relations.
  package func child(of index: Int, _ relations: DependencyRelation...) -> Int? {
    let head = Int32(index)
    return tokens.firstIndex { $0.head == head && relations.contains($0.relation) }
  }

  /// The head of a word, nil for the root or when not parsed.
  package func head(of index: Int) -> Int? {
    let head = Int(tokens[index].head)
    return head >= 0 ? head : nil
  }

  /// Whether `ancestor` is the word itself or stands above it.
  package func isBelow(_ index: Int, _ ancestor: Int) -> Bool {
    var current = index
    for _ in 0...tokens.count {
      if current == ancestor { return true }
      guard let head = head(of: current) else { return false }
      current = head
    }
    return false
  }

  /// The indices of a word and all words below it, in order of the text.
  package func subtree(of index: Int) -> [Int] {
    tokens.indices.filter { isBelow($0, index) }
  }

  /// The first and last token of a word's subtree, as a half-open range of tokens.
  package func span(of index: Int) -> Range<Int> {
    let words = subtree(of: index)
    return (words.first ?? index)..<(words.last ?? index) + 1
  }

  /// The words from `index` up to the root, the word itself first.
  package func path(from index: Int) -> [Int] {
    var path = [index]
    while let head = head(of: path[path.count - 1]), path.count <= tokens.count {
      path.append(head)
    }
    return path
  }

  /// The bytes of a token in its document.
  package func bytes(of index: Int) -> Range<Int> {
    Int(tokens[index].begin)..<Int(tokens[index].end)
  }
}
