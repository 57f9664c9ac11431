import Chronology
import Foundation
import Testing
import TimelineModel
import TimelineStore
import TimelineTestSupport

/// One lane for each deal: same parties, same thing, from talks to delivery.
@Suite("Deals and their steps")
struct DealLaneTests {
  /// A step told in a line.
  struct Told {
    var date: String
    var type: String
    var stage: String?
    var title: String
    var parties: [String]
    var system: String?
  }

  /// The ids of each deal's events, in the order of the steps; `e_0` is the first of the list.
  private func lanes(_ told: [Told], links: [EventLink] = []) throws -> [String: [String]] {
    let events = told.enumerated().map { index, told in
      let edtf = try? EDTF(told.date)
      return Event(
        id: "e_\(index)", origin: .added,
        description: EventDescription(
          type: told.type, title: told.title,
          date: edtf.map { EventDate(edtf: $0) } ?? .undated(),
          actors: told.parties.map { Actor(name: $0, kind: .country, country: $0) },
          stage: told.stage, attributes: told.system.map { ["system": $0] } ?? [:]),
        source: "s")
    }
    let store = try TimelineStore.inMemory()
    try store.write { writer throws(StoreError) in
      try writer.replaceEvents(events, links: links)
    }
    var lanes: [String: [String]] = [:]
    for step in try store.dealSteps() { lanes[step.deal, default: []].append(step.event) }
    return lanes
  }

  @Test func stepsOfOneDealShareALane() throws {
    let lanes = try lanes([
      Told(
        date: "2015-08", type: "arms_deal", stage: "contract",
        title: "Kenya signs a contract for four Mi-35 helicopters", parties: ["Kenya", "Russia"],
        system: "four Mi-35 helicopters"),
      Told(
        date: "2014-06", type: "arms_deal", stage: "talks",
        title: "Kenya and Russia discuss Mi-35 helicopters", parties: ["Kenya", "Russia"],
        system: "Mi-35 helicopters"),
      Told(
        date: "2017", type: "arms_delivery", stage: "delivered",
        title: "Russia delivers the Mi-35M", parties: ["Russia"], system: "the Mi-35M"),
      Told(
        date: "2016", type: "arms_deal", stage: "talks", title: "Talks on the Su-35",
        parties: ["Kenya", "Russia"], system: "Su-35"),
    ])
    #expect(
      lanes == [
        "Kenya - Russia: Mi-35 helicopters": ["e_1", "e_0", "e_2"],
        "Kenya - Russia: Su-35": ["e_3"],
      ])
  }

  @Test func otherPartiesAreOtherDeals() throws {
    let lanes = try lanes([
      Told(
        date: "2016", type: "arms_deal", stage: "contract", title: "India orders the S-400",
        parties: ["India", "Russia"], system: "S-400"),
      Told(
        date: "2017", type: "arms_deal", stage: "contract", title: "Turkey orders the S-400",
        parties: ["Russia", "Turkey"], system: "S-400"),
      Told(
        date: "2019", type: "arms_delivery", stage: "delivered", title: "S-400 reach Turkey",
        parties: ["Turkey"], system: "S-400"),
    ])
    #expect(lanes["India - Russia: S-400"] == ["e_0"])
    #expect(lanes["Russia - Turkey: S-400"] == ["e_1", "e_2"])
  }

  /// Two agreements of the same parties are one deal only when something says so.
  @Test func agreementsWithoutASharedThingStandAlone() throws {
    let lanes = try lanes([
      Told(
        date: "2014-11", type: "agreement", stage: "signed",
        title: "Peru and Chile sign a fisheries agreement", parties: ["Chile", "Peru"]),
      Told(
        date: "2015-10", type: "agreement", stage: "signed",
        title: "Peru and Chile sign an agreement on a gas pipeline", parties: ["Chile", "Peru"]),
      Told(
        date: "2016-10", type: "project", stage: "begun", title: "Work on the gas pipeline begins",
        parties: ["Peru"]),
      Told(
        date: "2017-01-05", type: "agreement", stage: "agreed", title: "Chile agrees",
        parties: ["Chile"]),
      Told(
        date: "2018-01-05", type: "agreement", stage: "agreed", title: "Chile agrees",
        parties: ["Chile"]),
    ])
    #expect(
      lanes == [
        "Chile - Peru: fisheries": ["e_0"], "Chile - Peru: gas pipeline": ["e_1", "e_2"],
        "Chile: agreement of 5 Jan 2017": ["e_3"], "Chile: agreement of 5 Jan 2018": ["e_4"],
      ])
  }

  /// "The Salvadoran government" says nothing of which agreement it is.
  @Test func wordsOfCountriesTellNoDeals() throws {
    let lanes = try lanes([
      Told(
        date: "2014", type: "agreement", stage: "signed", title: "Chilean copper agreement signed",
        parties: ["Chile"]),
      Told(
        date: "2015", type: "agreement", stage: "signed",
        title: "Chilean fisheries pact in Santiago",
        parties: ["Chile"]),
      Told(
        date: "2016", type: "project", stage: "begun", title: "Work on the Santiago tunnel begins",
        parties: ["Chile"]),
    ])
    #expect(
      lanes == [
        "Chile: Chilean copper": ["e_0"], "Chile: Chilean fisheries Santiago": ["e_1"],
        "Chile: Santiago tunnel": ["e_2"],
      ])
  }

  @Test func talksAfterADeliveryOpenTheNextDeal() throws {
    let steps: [(String, String, String)] = [
      ("2010", "arms_deal", "talks"), ("2012", "arms_deal", "contract"),
      ("2014", "arms_delivery", "delivered"), ("2018", "arms_deal", "talks"),
      ("2019", "arms_deal", "contract"),
    ]
    let lanes = try lanes(
      steps.map { date, type, stage in
        Told(
          date: date, type: type, stage: stage, title: "T-90 tanks", parties: ["India", "Russia"],
          system: "T-90 tanks")
      })
    #expect(
      lanes == [
        "India - Russia: T-90 tanks": ["e_0", "e_1", "e_2"],
        "India - Russia: T-90 tanks (2)": ["e_3", "e_4"],
      ])
  }

  @Test func whatPeopleLinkIsOneDeal() throws {
    let told = [
      Told(
        date: "2014", type: "agreement", stage: "agreed", title: "Peru plans a harbour",
        parties: ["Peru"]),
      Told(
        date: "2018", type: "project", stage: "begun", title: "Dredging at Callao",
        parties: ["Japan"]),
    ]
    #expect(try lanes(told).count == 2)
    #expect(try lanes(told, links: [EventLink(plan: "e_0", outcome: "e_1")]).count == 1)
  }
}

extension TimelineStore {
  /// The steps of all deals, read as people would.
  func dealSteps() throws -> [(deal: String, event: String)] {
    var steps: [(deal: String, event: String)] = []
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "published.sqlite").path
      try publish(to: path)
      let reader = try TimelineStore.open(at: path, mode: .readOnly)
      for row in try reader.query("SELECT deal, event FROM deal_stages").rows {
        if case .text(let deal) = row[0], case .text(let event) = row[1] {
          steps.append((deal, event))
        }
      }
    }
    return steps
  }
}
