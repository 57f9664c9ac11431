/// What a word can do to a time word beside it; the roles of `time_companions.tsv`.
///
/// A word has any number of roles, and they say nothing of its `TimeWordClass`.
struct TimeCompanions: OptionSet, Sendable {
  let rawValue: UInt64

  /// Those who live in an age, and the age itself.
  ///
  /// "today's youth", "the world of tomorrow"
  static let ageNoun = Self(rawValue: 1 << 0)
  /// What a speed is counted in.
  ///
  /// "60 miles an hour", "90 kilometres per hour"
  static let distanceUnit = Self(rawValue: 1 << 1)
  /// What is measured over a time; the adverb before it says over how long.
  ///
  /// "the daily volume", "its monthly output"
  static let measuredNoun = Self(rawValue: 1 << 2)
  /// Who or what is chosen as the best of its year.
  ///
  /// "man of the year", "rookie of the year"
  static let prizeWinner = Self(rawValue: 1 << 3)
  /// Nouns that make a term of trade or politics with "current".
  ///
  /// "the current account", "current affairs"
  static let tradeTerm = Self(rawValue: 1 << 4)
  /// What a weekday gives its name to.
  ///
  /// "Monday Night Football", "Sunday school"
  static let programmeNoun = Self(rawValue: 1 << 5)
  /// What is made, given or worn for a feast.
  ///
  /// "Christmas trees", "a Thanksgiving turkey"
  static let feastGood = Self(rawValue: 1 << 6)
  /// What makes a plural of time a kind of such times.
  ///
  /// "the trading days", "his school years", "light years"
  static let compoundModifier = Self(rawValue: 1 << 7)
  /// What makes a weekday a day of history or of a feast.
  ///
  /// "Bloody Sunday", "Super Tuesday"
  static let weekdayEpithet = Self(rawValue: 1 << 8)
  /// Titles before a person who is called like a weekday.
  ///
  /// "Chief Sunday Adeyemo", "Mr. Friday"
  static let personalTitle = Self(rawValue: 1 << 9)
  /// What papers are called behind the weekday on which they come out.
  ///
  /// "the Sunday Times", "the Sunday Mirror"
  static let newspaperName = Self(rawValue: 1 << 10)
  /// Determiners of possession.
  ///
  /// "his last year", "their next month"
  static let possessive = Self(rawValue: 1 << 11)
  /// Adjectives that count from the time told of.
  ///
  /// "the following week", "the same day"
  static let anaphoric = Self(rawValue: 1 << 12)
  /// Adjectives that set a period beside another.
  ///
  /// "the comparable 1988 period"
  static let comparisonAdjective = Self(rawValue: 1 << 13)
  /// Adjectives that say how far off the past or the future is.
  ///
  /// "the near future", "the distant past"
  static let remoteness = Self(rawValue: 1 << 14)
  /// Adjectives of the end of a period.
  ///
  /// "the closing weeks of the war"
  static let closingAdjective = Self(rawValue: 1 << 15)
  /// Adjectives between a number and a unit that leave the length as it is.
  ///
  /// "three full days", "the two preceding weeks"
  static let lengthAdjective = Self(rawValue: 1 << 16)
  /// What before "over three years" makes it more than so long, not "in the course of".
  ///
  /// "for over three years", "it took over a year"
  static let lengthOpener = Self(rawValue: 1 << 17)
  /// What joins a stretch of time to an event beside it.
  ///
  /// "the weeks before the vote", "the days surrounding it"
  static let besideEvent = Self(rawValue: 1 << 18)
  /// Lengths that nobody could count.
  ///
  /// "a while ago", "some time later"
  static let vagueLength = Self(rawValue: 1 << 19)
  /// Words of number and frequency, behind which "a year" is a rate.
  ///
  /// "twice a year", "$2 million a year"
  static let countWord = Self(rawValue: 1 << 20)
  /// What shows, behind four digits, that they count something: plurals without -s and the like.
  ///
  /// "about 2000 men", "killed 1500 people"
  static let countedWord = Self(rawValue: 1 << 21)
  /// Adverbs that with a quantity say over how long it is measured.
  ///
  /// "8.5% annually", "10,000 units daily"
  static let rateAdverb = Self(rawValue: 1 << 22)
  /// Verbs that make a century a hundred runs.
  ///
  /// "scored a century"
  static let scoringVerb = Self(rawValue: 1 << 23)
  /// Months, whole or cut short, that are also names, verbs or nouns.
  ///
  /// "may", "march", "Jan Kavan"
  static let ambiguousMonth = Self(rawValue: 1 << 24)
  /// Endings of an ordinal in digits.
  ///
  /// "22nd", "3rd"
  static let ordinalEnding = Self(rawValue: 1 << 25)
  /// What stands behind a time of the twenty-four hour clock.
  ///
  /// "1545 hrs", "0530 hours"
  static let hourMark = Self(rawValue: 1 << 26)
  /// Prepositions that make digits a time of day.
  ///
  /// "at 3:30", "around 7:15"
  static let clockPreposition = Self(rawValue: 1 << 27)
  /// Prepositions behind which the name of a feast or an event is a time.
  ///
  /// "since Christmas", "throughout Ramadan"
  static let temporalPreposition = Self(rawValue: 1 << 28)
  /// What opens a phrase that "the 27th" cannot number.
  ///
  /// "on the 20th they met"
  static let clauseOpener = Self(rawValue: 1 << 29)
  /// Conjunctions behind a comma that bring a verb of their own.
  ///
  /// "It was founded in 1949, and its summit on 24 April will be big"
  static let clauseConjunction = Self(rawValue: 1 << 30)
  /// Pronouns, conjunctions and adverbs with which a sentence often begins.
  ///
  /// "at Acme Corp. It said"
  static let sentenceOpener = Self(rawValue: 1 << 31)
  /// Articles and possessives before a participle that is an attribute.
  ///
  /// "a proposed visit", "its elected leader"
  static let nounPhraseOpener = Self(rawValue: 1 << 32)
  /// Titles and the like cut short, whose stop ends no sentence.
  ///
  /// "Gen. Smith", "No. 5"
  static let titleAbbreviation = Self(rawValue: 1 << 33)
  /// Legal forms of companies cut short.
  ///
  /// "Acme Corp. Friday said"
  static let companyAbbreviation = Self(rawValue: 1 << 34)
  /// Modal verbs.
  ///
  /// "will one day be free", "could last years"
  static let modal = Self(rawValue: 1 << 35)
  /// What behind "could" says that somebody was able to or not, which is no plan.
  ///
  /// "could see the smoke", "could not come"
  static let pastCould = Self(rawValue: 1 << 36)
  /// Forms of "be", "have" and "do", "said" and "since": none of them is led forward by a modal.
  ///
  /// "was", "had", "said"
  static let alwaysPast = Self(rawValue: 1 << 37)
  /// Verbs of telling somebody to do something, which is then ahead.
  ///
  /// "ordered him to appear Monday"
  static let orderVerb = Self(rawValue: 1 << 38)
  /// Forms of "give", behind which "until" says how much time is left.
  ///
  /// "gave them until Wednesday"
  static let givingVerb = Self(rawValue: 1 << 39)
  /// Verbs of going on.
  ///
  /// "runs through Sunday", "lasts through May"
  static let lastingVerb = Self(rawValue: 1 << 40)
  /// Plain forms that with a day mean a plan.
  ///
  /// "ministers meet Thursday", "schools open Monday"
  static let appointmentVerb = Self(rawValue: 1 << 41)
  /// Verbs behind "the future" when that is what is spoken of.
  ///
  /// "the future looks bright"
  static let stateVerb = Self(rawValue: 1 << 42)
  /// Forms of "begin" and "start".
  ///
  /// "the fiscal year begins on 1 July"
  static let beginningVerb = Self(rawValue: 1 << 43)
  /// Forms of "end".
  ///
  /// "the fiscal year ends on 30 June"
  static let endingVerb = Self(rawValue: 1 << 44)
  /// Adverbs between a verb and its date.
  ///
  /// "met again on 3 May", "died there in June"
  static let verbAdverb = Self(rawValue: 1 << 45)
  /// Adverbs of what happens every year.
  ///
  /// "is usually held in May"
  static let habitAdverb = Self(rawValue: 1 << 46)
  /// What is delivered in the month that stands before it.
  ///
  /// "for December delivery", "the March contract"
  static let tradedNoun = Self(rawValue: 1 << 47)
  /// Money that is lent for a night.
  ///
  /// "overnight loans", "the overnight rate"
  static let moneyNoun = Self(rawValue: 1 << 48)
  /// What happens to a plan that does not come to pass.
  ///
  /// "the talks planned for Saturday were cancelled"
  static let thwartingVerb = Self(rawValue: 1 << 49)
  /// What comes before a day that is made ready for.
  ///
  /// "preparations for Friday's match", "ready for Monday's vote"
  static let preparation = Self(rawValue: 1 << 50)
  /// What gives more time, up to the day behind it.
  ///
  /// "an extension to 30 June", "a delay until May"
  static let delayNoun = Self(rawValue: 1 << 51)
  /// What stands abbreviated before a number.
  ///
  /// "No. 5", "H.R. 1960", "Art. 2014"
  static let numberAbbreviation = Self(rawValue: 1 << 52)
  /// Groups that are called by the day of their origin.
  ///
  /// "the March 23 Movement", "the 17 November group"
  static let datedGroup = Self(rawValue: 1 << 53)
  /// Bodies that are called so when they have a capital.
  ///
  /// "the March 14 Alliance", "the April 19 Brigade"
  static let datedBody = Self(rawValue: 1 << 54)
  /// What stands before the name of a ship.
  ///
  /// "HMS May", "USS June"
  static let shipPrefix = Self(rawValue: 1 << 55)
  /// Names of zones that need no "time" behind them.
  ///
  /// "3 p.m. ET", "7:30 Eastern"
  static let zoneName = Self(rawValue: 1 << 56)
  /// Verbs of saying and arranging, behind which a date may lie ahead.
  ///
  /// "announced a vote in June", "called an election for May"
  static let announcingVerb = Self(rawValue: 1 << 57)
  /// Children, whose age in months is no length.
  ///
  /// "their 6-month-old son"
  static let childNoun = Self(rawValue: 1 << 58)
  /// What shares and goods do at a price.
  ///
  /// "closed at 17.30 on Friday"
  static let tradingVerb = Self(rawValue: 1 << 59)

  /// The roles by their names in the lexicon.
  static let named: [String: TimeCompanions] = [
    "age-noun": .ageNoun,
    "distance-unit": .distanceUnit,
    "measured-noun": .measuredNoun,
    "prize-winner": .prizeWinner,
    "trade-term": .tradeTerm,
    "programme-noun": .programmeNoun,
    "feast-good": .feastGood,
    "compound-modifier": .compoundModifier,
    "weekday-epithet": .weekdayEpithet,
    "personal-title": .personalTitle,
    "newspaper-name": .newspaperName,
    "possessive": .possessive,
    "anaphoric": .anaphoric,
    "comparison-adjective": .comparisonAdjective,
    "remoteness": .remoteness,
    "closing-adjective": .closingAdjective,
    "length-adjective": .lengthAdjective,
    "length-opener": .lengthOpener,
    "beside-event": .besideEvent,
    "vague-length": .vagueLength,
    "count-word": .countWord,
    "counted-word": .countedWord,
    "rate-adverb": .rateAdverb,
    "scoring-verb": .scoringVerb,
    "ambiguous-month": .ambiguousMonth,
    "ordinal-ending": .ordinalEnding,
    "hour-mark": .hourMark,
    "clock-preposition": .clockPreposition,
    "temporal-preposition": .temporalPreposition,
    "clause-opener": .clauseOpener,
    "clause-conjunction": .clauseConjunction,
    "sentence-opener": .sentenceOpener,
    "noun-phrase-opener": .nounPhraseOpener,
    "title-abbreviation": .titleAbbreviation,
    "company-abbreviation": .companyAbbreviation,
    "modal": .modal,
    "past-could": .pastCould,
    "always-past": .alwaysPast,
    "order-verb": .orderVerb,
    "giving-verb": .givingVerb,
    "lasting-verb": .lastingVerb,
    "appointment-verb": .appointmentVerb,
    "state-verb": .stateVerb,
    "beginning-verb": .beginningVerb,
    "ending-verb": .endingVerb,
    "verb-adverb": .verbAdverb,
    "habit-adverb": .habitAdverb,
    "traded-noun": .tradedNoun,
    "money-noun": .moneyNoun,
    "thwarting-verb": .thwartingVerb,
    "preparation": .preparation,
    "delay-noun": .delayNoun,
    "number-abbreviation": .numberAbbreviation,
    "dated-group": .datedGroup,
    "dated-body": .datedBody,
    "ship-prefix": .shipPrefix,
    "zone-name": .zoneName,
    "trading-verb": .tradingVerb,
    "announcing-verb": .announcingVerb,
    "child-noun": .childNoun,
  ]
}
