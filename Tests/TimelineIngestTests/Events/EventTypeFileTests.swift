import Testing

@testable import TimelineIngest

@Suite("Event types of a user's own")
struct EventTypeFileTests {
  static let launches = """
    # what our desk follows
    type: space_launch
    label: Space launch
    definition: A rocket lifts off with a payload.
    plover: COOPERATE
    trigger: launch verb obj:satellite,probe,spacecraft
    trigger: liftoff noun

    example: India launched a weather satellite on 5 May 2017.
    example: The liftoff took place on 3 March 2016.
    not: The ministry launched a website on 5 May 2017.
    """

  @Test func aGoodFileHasNoFaultsAndKeepsItsPromises() {
    let file = EventTypeFile(Self.launches)
    #expect(file.faults.isEmpty, "\(file.faults)")
    #expect(file.failures().isEmpty, "\(file.failures())")
    #expect(file.newCodes == ["space_launch"])
    let ingester = Ingester(types: file)
    #expect(ingester.types(in: "Japan launched a lunar probe in 2007.") == ["space_launch"])
    #expect(!Ingester().types(in: "Japan launched a lunar probe in 2007.").contains("space_launch"))
  }

  @Test func aTypeOfTheProgramTakesMoreTriggers() {
    let file = EventTypeFile(
      """
      type: exercise
      trigger: regatta noun
      example: A regatta of eleven warships took place off Goa on 6 February 2016.
      """)
    #expect(file.faults.isEmpty)
    #expect(file.failures().isEmpty, "\(file.failures())")
    #expect(file.newCodes.isEmpty)
  }

  /// A line put into the good file, and the fault it must give.
  static let faulty: [(line: String, message: String)] = [
    ("color: red", "there is no \"color\""),
    ("no colon here", "key: value"),
    ("label:", "label has no value"),
    ("type: Space Launch", "is no code"),
    ("type: a.b.c", "is no code"),
    ("type: space_launch", "defined twice"),
    ("plover: NONSENSE", "PLOVER root"),
    ("trigger: liftoff", "\"verb\" or \"noun\""),
    ("trigger: noun", "\"verb\" or \"noun\""),
    ("trigger: launch verb soon", "neither a condition"),
    ("trigger: launch verb obj:@nonsense", "class of words \"@nonsense\""),
    ("trigger: launch verb obj::planet", "kind of name \":planet\""),
  ]

  @Test func faultsNameTheirLineAndTheRestHolds() {
    for (line, message) in Self.faulty {
      let file = EventTypeFile(Self.launches + "\n" + line)
      #expect(file.faults.count == 1, "\(line): \(file.faults)")
      #expect(file.faults.first?.line == 12, "\(line)")
      #expect(file.faults.first?.message.contains(message) == true, "\(line): \(file.faults)")
      #expect(file.failures().isEmpty, "\(line)")
    }
    #expect(EventTypeFile("label: too early").faults.first?.line == 1)
  }

  @Test func aTypeMustSayWhatItIsAndBeProvable() {
    let file = EventTypeFile("type: space_launch")
    #expect(
      file.faults.map(\.message) == [
        "the type space_launch has no label, no definition, no trigger, no example"
      ])
  }

  @Test func sentencesThatGiveSomethingElseAreNamed() {
    let swapped = Self.launches
      .replacing("example: India launched a weather satellite", with: "example: India met France")
      .replacing("not: The ministry launched a website", with: "not: China launched a probe")
    let failures = EventTypeFile(swapped).failures()
    #expect(failures.map(\.line) == [9, 11])
    #expect(failures.first?.message.contains("meeting") == true, "\(failures)")
  }
}
