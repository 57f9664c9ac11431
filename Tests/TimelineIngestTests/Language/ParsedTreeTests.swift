import Testing

@testable import TimelineIngest

/// Trees of sentences written for this project, as `dependent<relation<head` for the arcs that
/// extraction stands on.
@Suite struct ParsedTreeTests {
  private static let trees: [(String, [String])] = [
    (
      "The two presidents signed a trade agreement in Geneva.",
      ["presidents<nsubj<signed", "agreement<obj<signed"]
    ),
    (
      "The bridge was destroyed by rebels in March.",
      ["bridge<nsubj:pass<destroyed", "was<aux:pass<destroyed", "rebels<obl:agent<destroyed"]
    ),
    (
      "France will send four ships to the island next year.",
      ["France<nsubj<send", "will<aux<send", "ships<obj<send", "island<obl<send"]
    ),
    (
      "The minister did not visit Warsaw.",
      ["minister<nsubj<visit", "not<advmod<visit", "Warsaw<obj<visit"]
    ),
    (
      "Officials said that the talks had failed.",
      ["Officials<nsubj<said", "failed<ccomp<said", "talks<nsubj<failed"]
    ),
    (
      "Spain's foreign minister arrived in Lima and met his Peruvian counterpart.",
      [
        "Spain<nmod:poss<minister", "minister<nsubj<arrived", "met<conj<arrived",
        "counterpart<obj<met",
      ]
    ),
    (
      "THE GENERAL RESIGNED AFTER THE ARMY OCCUPIED THE CAPITAL.",
      [
        "GENERAL<nsubj<RESIGNED", "ARMY<nsubj<OCCUPIED", "CAPITAL<obj<OCCUPIED",
        "OCCUPIED<advcl<RESIGNED",
      ]
    ),
    (
      "The treaty, which entered into force in 1999, bans such weapons.",
      ["treaty<nsubj<bans", "entered<acl:relcl<treaty", "weapons<obj<bans"]
    ),
    (
      "They agreed to hold a summit in June.",
      ["They<nsubj<agreed", "hold<xcomp<agreed", "summit<obj<hold"]
    ),
    (
      "The company has sold 24 aircraft to Egypt.",
      ["company<nsubj<sold", "has<aux<sold", "aircraft<obj<sold", "Egypt<obl<sold"]
    ),
  ]

  @Test func findsTheArcsThatExtractionStandsOn() throws {
    let analyzer = try LanguageAnalyzer()
    for (text, expected) in Self.trees {
      let bytes = Array(text.utf8)
      var sentences = LanguageAnalyzer.sentences(of: bytes)
      #expect(sentences.count == 1, "\(text)")
      analyzer.parse(&sentences[0], in: bytes)
      let tree = sentences[0]
      func form(_ index: Int) -> String {
        String(decoding: bytes[tree.bytes(of: index)], as: UTF8.self)
      }
      let arcs = tree.tokens.indices.map { (index: Int) -> String in
        let head = tree.head(of: index).map(form) ?? "root"
        return "\(form(index))<\(tree.tokens[index].relation.name)<\(head)"
      }
      for arc in expected { #expect(arcs.contains(arc), "\(text): \(arc) not in \(arcs)") }
    }
  }

  /// Sentences of all lengths, one longer than a single parse, in step with each other.
  @Test func manyAtOnceAreParsedAsEachAlone() throws {
    let long = (0..<70).map { "ship \($0) left," }.joined(separator: " ")
    let text =
      Self.trees.map(\.0).joined(separator: " ")
      + " Rain fell. The fleet was large, and \(long) before it sank. Why? Nobody knew, he said."
    let bytes = Array(text.utf8)
    let analyzer = try LanguageAnalyzer()
    var together = LanguageAnalyzer.sentences(of: bytes)
    var alone = together
    #expect(alone.count > 8)
    #expect(alone.contains { $0.tokens.count > LanguageAnalyzer.longestParse })
    analyzer.parse(&together, in: bytes)
    for index in alone.indices { analyzer.parse(&alone[index], in: bytes) }
    #expect(together.map(\.tokens) == alone.map(\.tokens))
    #expect(together.allSatisfy { $0.tokens.contains { $0.relation == .root } })
  }

  @Test func readsVerbFormsAndWalksTheTree() throws {
    let analyzer = try LanguageAnalyzer()
    let bytes = Array("The envoy was arrested because he had insulted the king.".utf8)
    var tree = LanguageAnalyzer.sentences(of: bytes)[0]
    analyzer.parse(&tree, in: bytes)
    #expect(tree.tokens[3].features == [.past, .participle, .passive])
    #expect(tree.tokens[7].features == [.past, .participle])
    #expect(tree.root == 3)
    #expect(tree.span(of: 7) == 4..<10)
    #expect(tree.child(of: 3, .passiveSubject) == 1)
    #expect(tree.path(from: 9) == [9, 7, 3])
  }

  @Test func givesValuesToOtherPrograms() throws {
    let sentences = try LanguageAnalyzer().parsedSentences(of: Array("Rain fell. It dried.".utf8))
    #expect(sentences.map(\.range) == [0..<10, 11..<20])
    #expect(sentences[0].tokens.map(\.head) == [1, nil, 1])
    #expect(sentences[0].tokens.map(\.relation) == ["nsubj", "root", "punct"])
    #expect(sentences[1].tokens[1].lemma == "dry")
    #expect(sentences[1].tokens[1].range == 14..<19)
  }

  @Test func drawsTreesForPeople() throws {
    let drawing = try LanguageAnalyzer().drawing(of: Array("Rain fell.".utf8))
    #expect(
      drawing == """
        Rain fell.
        fell  VERB  Tense=Past|VerbForm=Fin
        ├─ nsubj: Rain  NOUN  Number=Sing
        └─ punct: .  PUNCT


        """)
  }

  @Test func annotatesCoNLLUWithoutChangingItsTokens() throws {
    let source = """
      # sent_id = a
      1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
      1\tdo\t_\tAUX\t_\tVerbForm=Fin\t3\taux\t_\t_
      2\tn't\t_\tPART\t_\t_\t3\tadvmod\t_\t_
      3\tleave\t_\tNOUN\t_\tNumber=Sing\t0\troot\t_\tSpaceAfter=No

      """
    let analyzer = try LanguageAnalyzer()
    let own = analyzer.conllu(annotating: Array(source.utf8))
    #expect(own.contains("# sent_id = a\n1-2\tdon't\t"))
    #expect(own.contains("2\tn't\tnot\tPART"))
    #expect(own.contains("3\tleave\tleave\tVERB"))
    let gold = analyzer.conllu(annotating: Array(source.utf8), keepingTags: true)
    #expect(gold.contains("3\tleave\tleave\tNOUN\t_\tNumber=Sing\t"))
  }

  @Test func givesDictionaryForms() {
    let verbs = [
      "signed": "sign", "added": "add", "met": "meet", "denies": "deny", "withdrew": "withdraw",
      "banning": "ban", "staffed": "staff", "introduced": "introduce", "was": "be",
    ]
    for (form, lemma) in verbs {
      let features: Morphology =
        form.hasSuffix("s") && form != "was" ? [.present, .finite] : [.past]
      #expect(Lemmatizer.lemma(of: Array(form.utf8)[...], tag: .verb, features: features) == lemma)
    }
    #expect(
      Lemmatizer.lemma(of: Array("need".utf8)[...], tag: .verb, features: [.present, .finite])
        == "need")
    #expect(
      Lemmatizer.lemma(of: Array("treaties".utf8)[...], tag: .noun, features: .plural) == "treaty")
    #expect(
      Lemmatizer.lemma(of: Array("Wo".utf8)[...], tag: .auxiliary, features: .finite) == "will")
    #expect(
      Lemmatizer.lemma(of: Array("Nations".utf8)[...], tag: .properNoun, features: .plural)
        == "Nations")
  }
}
