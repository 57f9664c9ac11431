import Testing

@testable import TimelineIngest

@Suite("The reference data agree with themselves")
struct ReferenceDataTests {
  let gazetteer = Gazetteer.shared

  private func duplicates(_ entries: [(name: String, canonical: String)]) -> [String] {
    var owner: [String: String] = [:]
    var found: [String] = []
    for (name, canonical) in entries {
      if let other = owner[name], other != canonical {
        found.append("\(name): \(other), \(canonical)")
      }
      owner[name] = owner[name] ?? canonical
    }
    return found
  }

  private func names(_ table: ReferenceTable, _ columns: [Int]) -> [(
    name: String, canonical: String
  )] {
    (0..<table.count).flatMap { row in
      columns.flatMap { table.list(row, $0) }.map { (name: $0, canonical: table.text(row, 0)) }
    }
  }

  @Test func noNameOfACountryMeansTwo() {
    #expect(duplicates(names(gazetteer.countries, [0, 4])).isEmpty)
    #expect(duplicates(names(gazetteer.countries, [2, 3, 5])).isEmpty)
    #expect(duplicates(names(gazetteer.countries, [7])).isEmpty)
  }

  @Test func noNameOfAnOrganisationMeansTwo() {
    #expect(duplicates(names(gazetteer.organisations, [0, 3])).isEmpty)
  }

  @Test func noNameOfAPlaceMeansTwo() {
    #expect(duplicates(names(gazetteer.places, [0, 3])).isEmpty)
    #expect(duplicates(names(gazetteer.places, [4])).isEmpty)
  }

  @Test func noNameOfALeaderMeansTwoCountries() {
    let table = gazetteer.leaders
    let entries = (0..<table.count).flatMap { row in
      [0, 2, 3].flatMap { table.list(row, $0) }.map { (name: $0, canonical: table.text(row, 1)) }
    }
    #expect(duplicates(entries).isEmpty)
    for row in 0..<table.count {
      #expect(Set(table.list(row, 4)).isSubset(of: table.list(row, 3)), "\(table.text(row, 0))")
    }
  }

  @Test func everyCapitalIsAPlace() {
    let places = Set(names(gazetteer.places, [0, 3]).map(\.name))
    for row in 0..<gazetteer.countries.count {
      for capital in gazetteer.countries.list(row, 6) {
        #expect(places.contains(capital), "\(capital) of \(gazetteer.countries.text(row, 0))")
      }
    }
  }

  @Test func everyCountryNamedIsInTheTable() {
    let countries = Set((0..<gazetteer.countries.count).map { gazetteer.countries.text($0, 0) })
    for (table, column) in [
      (gazetteer.organisations, 2), (gazetteer.places, 2), (gazetteer.weapons, 3),
    ] {
      for row in 0..<table.count where !table.isEmpty(row, column) {
        #expect(countries.contains(table.text(row, column)), "\(table.text(row, 0))")
      }
    }
  }

  @Test func everyLeaderActsForACountryOrABody() {
    let countries = Set((0..<gazetteer.countries.count).map { gazetteer.countries.text($0, 0) })
    let bodies = Set(
      (0..<gazetteer.organisations.count).map { gazetteer.organisations.text($0, 0) })
    for row in 0..<gazetteer.leaders.count {
      let side = gazetteer.leaders.text(row, 1)
      #expect(
        countries.contains(side) || bodies.contains(side), "\(gazetteer.leaders.text(row, 0))")
    }
  }

  @Test func codesAreThreeCapitalsAndUnique() {
    var seen: Set<String> = []
    for row in 0..<gazetteer.countries.count where !gazetteer.countries.isEmpty(row, 1) {
      let code = gazetteer.countries.text(row, 1)
      #expect(code.utf8.count == 3 && code == code.uppercased(), "\(code)")
      #expect(seen.insert(code).inserted, "\(code)")
    }
    #expect(seen.count > 195)
  }

  @Test func kindsAreTheDocumentedOnes() {
    let organisations: Set<String> = [
      "intergovernmental", "government", "legislature", "court", "military", "armed-group",
      "party", "company", "non-governmental", "media",
    ]
    for row in 0..<gazetteer.organisations.count {
      #expect(organisations.contains(gazetteer.organisations.text(row, 1)))
    }
    for row in 0..<gazetteer.places.count {
      #expect(
        ["capital", "city", "region", "area", "water", "facility"].contains(
          gazetteer.places.text(row, 1)))
    }
    let heads = organisations.union(["gathering", "place", "facility", "other"])
    for row in 0..<gazetteer.bodies.count {
      #expect(heads.contains(gazetteer.bodies.text(row, 1)), "\(gazetteer.bodies.text(row, 0))")
    }
    for row in 0..<gazetteer.offices.count {
      #expect(
        ["honorific", "rank", "office", "portfolio", "qualifier"].contains(
          gazetteer.offices.text(row, 1)))
    }
  }

  @Test func everyTypeIsDefinedWithAnExampleAndCodes() {
    let types = ReferenceTable(file: "event_types.tsv", columns: 10)
    let codes = Set((0..<types.count).map { types.text($0, 0) })
    #expect(codes.count == types.count && types.count >= 50)
    let plover: Set<String> = [
      "", "AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT",
      "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    ]
    for row in 0..<types.count {
      let code = types.text(row, 0)
      #expect(codes.contains(types.text(row, 1)), "family of \(code)")
      #expect(code == types.text(row, 1) || code.hasPrefix(types.text(row, 1) + "."))
      for column in 2...4 { #expect(!types.isEmpty(row, column), "\(code) \(column)") }
      #expect(plover.contains(types.text(row, 5)), "\(code)")
      #expect(types.isEmpty(row, 8) || types.withBytes(row, 8) { $0.count == 2 }, "\(code)")
      #expect(["within", "throughout"].contains(types.text(row, 9)), "\(code)")
    }
  }

  @Test func everyPhraseOfTheTablesIsFound() {
    let recognizer = EntityRecognizer()
    for (name, canonical) in names(gazetteer.countries, [0, 4]) {
      #expect(recognizer.country(named: name) == canonical, "\(name)")
    }
    for (name, canonical) in names(gazetteer.organisations, [0, 3]) {
      // A tilde marks a name that bodies of many countries have.
      let plain = name.hasPrefix("~") ? String(name.dropFirst()) : name
      #expect(recognizer.organisation(named: plain) == canonical, "\(name)")
    }
    for (name, canonical) in names(gazetteer.places, [0, 3]) {
      #expect(recognizer.place(named: name) == canonical, "\(name)")
    }
  }
}
