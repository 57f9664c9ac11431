import Testing

@testable import TimelineIngest

@Suite("English forms")
struct InflectionTests {
  @Test("Forms lead back to their dictionary form")
  func roundTrip() {
    for (lemma, forms) in [
      "sign": ["signs", "signing", "signed"], "ban": ["bans", "banning", "banned"],
      "deny": ["denies", "denying", "denied"], "name": ["names", "naming", "named"],
      "meet": ["meets", "meeting", "met"], "withdraw": ["withdrew", "withdrawn"],
      "visit": ["visited", "visiting"], "reach": ["reaches", "reached"],
      "create": ["creating", "created"], "press": ["presses", "pressed"],
    ] {
      for form in forms {
        #expect(Inflection.shared.lemma(ofVerb: form) == lemma, "\(form)")
        #expect(Inflection.shared.forms(ofVerb: lemma).contains(form), "\(lemma): \(form)")
      }
    }
    for (form, lemma) in [
      "countries": "country", "memoranda": "memorandum", "talks": "talk", "crises": "crisis",
      "aircraft": "aircraft", "embargoes": "embargo",
    ] { #expect(Inflection.shared.lemma(ofNoun: form) == lemma) }
  }

  @Test("Every row of the trigger table names a type, its conditions are of the known form")
  func triggerTableIsWellFormed() {
    let rows = TableText.rows(ofFile: "triggers.tsv")
    #expect(rows.count > 700)
    for row in rows {
      #expect(row.count == 8, "\(row)")
      guard row.count == 8 else { continue }
      #expect(row[1] == "v" || row[1] == "n", "\(row)")
      #expect(!row[7].isEmpty && row[7] != "-", "no example: \(row)")
    }
  }

  @Test("Every trigger's own example word finds a row again")
  func everyLemmaIsFound() {
    for row in TableText.rows(ofFile: "triggers.tsv") where row.count == 8 {
      let form = EventLexicon.shared.form(String(row[0]))
      #expect(row[1] == "v" ? form.verb >= 0 : form.noun >= 0, "\(row[0])")
    }
  }
}
