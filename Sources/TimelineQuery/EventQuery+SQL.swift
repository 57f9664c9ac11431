public import Chronology

extension EventQuery {
  /// The condition of every term, over a row of `event_record` named `e`; the window and the
  /// undated are not in it.
  public var termsSQL: SQLFragment {
    guard !terms.isEmpty else { return SQLFragment("1") }
    return SQLFragment.joined(
      terms.map { term in
        let condition = sql(of: term.condition).parenthesised
        return term.isNegated ? condition.negated : condition
      }, by: " AND ")
  }

  /// The plain condition on the window, over dated rows of `event_record` named `e`.
  public var windowSQL: SQLFragment {
    var parts = [SQLFragment("e.lo IS NOT NULL")]
    if let earliest = columnWindow?.earliest {
      parts.append(
        SQLFragment(
          certain ? "e.lo >= ?" : "e.hi >= ?", [.integer(earliest.julianDayNumber)]))
    }
    if let latest = columnWindow?.latest {
      parts.append(
        SQLFragment(
          certain ? "e.hi <= ?" : "e.lo <= ?", [.integer(latest.julianDayNumber)]))
    }
    if let window, reachesBeyondColumns {
      // What the columns cut off is told by the EDTF.
      let ends = [window.earliest, window.latest].map(SentinelDay.edtf)
      let cut = SQLFragment(
        "\(certain ? "certainly_within" : "overlaps")"
          + "(e.edtf, \(ends.map { $0 == nil ? "NULL" : "?" }.joined(separator: ", ")))",
        ends.compactMap { $0 })
      let isBeyond =
        window.latest.map { $0 < SentinelDay.first } ?? false
        || window.earliest.map { $0 > SentinelDay.last } ?? false
      parts.append(
        SQLFragment(
          "CASE WHEN \(EventQuery.closedSQL.sql) THEN \(isBeyond ? 0 : 1) ELSE \(cut.sql) END",
          cut.values))
    } else if certain, window != nil {
      // An event without an end is never certain to lie inside, not even in a window without one.
      parts.append(EventQuery.closedSQL)
    }
    return SQLFragment.joined(parts, by: " AND ")
  }

  /// The window with its ends moved to the first and last day of the columns, where events stand
  /// that lie beyond those.
  public var columnWindow: DaySpan? {
    window.map { window in
      DaySpan(
        earliest: window.earliest.map(SentinelDay.clamp),
        latest: window.latest.map(SentinelDay.clamp))
    }
  }

  /// Whether the window touches the first or last day of the columns, where the columns alone do not
  /// tell what falls into it.
  var reachesBeyondColumns: Bool {
    [window?.earliest, window?.latest].contains { day in
      day.map { $0 <= SentinelDay.first || $0 >= SentinelDay.last } ?? false
    }
  }

  /// The condition that both ends are known.
  ///
  /// The days come first, since they stand in the index:
  /// only an end at a sentinel needs a look at the row.
  static let closedSQL = SQLFragment(
    "(e.lo > \(SentinelDay.first.julianDayNumber) OR e.start_open = 0) "
      + "AND (e.hi < \(SentinelDay.last.julianDayNumber) OR e.end_open = 0)")

  /// The condition on undated rows: their documents' bounds must not rule the window out.
  public var undatedSQL: SQLFragment {
    var parts = [SQLFragment("e.duration_class IS NULL")]
    if let latest = window?.latest {
      parts.append(
        SQLFragment(
          "(e.not_before IS NULL OR e.not_before <= ?)", [.text(latest.description)]))
    }
    if let earliest = window?.earliest {
      parts.append(
        SQLFragment(
          "(e.not_after IS NULL OR e.not_after >= ?)", [.text(earliest.description)]))
    }
    return SQLFragment.joined(parts, by: " AND ")
  }

  /// The whole condition in its plain form, which every index must agree with.
  public var conditionSQL: SQLFragment {
    let dates: SQLFragment
    switch undated {
    case .excluded: dates = windowSQL
    case .only: dates = undatedSQL
    case .included:
      dates =
        SQLFragment.joined(
          [windowSQL.parenthesised, undatedSQL.parenthesised], by: " OR "
        ).parenthesised
    }
    return SQLFragment.joined([dates, termsSQL], by: " AND ")
  }

  /// The order, over rows of `event_record` named `e`.
  public var orderSQL: String {
    switch order {
    case .time: "e.lo IS NULL, e.lo, e.hi, e.type, e.number"
    case .latest: "e.lo IS NULL, e.lo DESC, e.hi DESC, e.type DESC, e.number DESC"
    case .confidence: "e.confidence DESC, e.lo IS NULL, e.lo, e.hi, e.type, e.number"
    }
  }

  /// Whether a term narrows the events to a list that SQLite finds by itself, so that walking the
  /// time index would be the slower way.
  public var isSelective: Bool {
    terms.contains { term in
      guard !term.isNegated else { return false }
      switch term.condition {
      case .text: return true
      case .field(let field, _):
        return [.actor, .label, .source, .document, .id].contains(field)
      case .number: return false
      }
    }
  }

  /// Whether the query can find events with an open end, and events with both ends known.
  public var wantedEnds: (open: Bool, closed: Bool) {
    var wanted = (open: !certain || window == nil || reachesBeyondColumns, closed: true)
    for term in terms {
      guard case .field(.open, let values) = term.condition else { continue }
      if values.contains("yes") == term.isNegated { wanted.open = false }
      if values.contains("no") == term.isNegated { wanted.closed = false }
    }
    return wanted
  }

  private func sql(of condition: Condition) -> SQLFragment {
    switch condition {
    case .text(let words):
      return SQLFragment(
        "e.number IN (SELECT rowid FROM event_text WHERE event_text MATCH ?)",
        [.text(FullText.phrase(words))])
    case .number(let field, let comparison, let value):
      let column = field == .confidence ? "e.confidence" : "e.independent_sources"
      return SQLFragment("\(column) \(comparison.rawValue) ?", [.real(value)])
    case .field(let field, let values):
      return SQLFragment.joined(values.map { sql(of: field, $0) }, by: " OR ")
    }
  }

  private func sql(of field: Field, _ value: String) -> SQLFragment {
    switch field {
    case .type:
      // A kind is its family, a full stop and a word; "/" follows the full stop in ASCII.
      return SQLFragment(
        "e.type = ? OR (e.type > ? AND e.type < ?)",
        [.text(value), .text(value + "."), .text(value + "/")])
    case .actor: return actorSQL(value)
    case .place:
      return SQLFragment(
        "e.place = ? COLLATE NOCASE OR e.place IN (SELECT name FROM alias WHERE alias = ?) "
          + "OR ' ' || replace(e.place, ',', ' ') || ' ' LIKE ? ESCAPE '\\'",
        [.text(value), .text(value), .text(FullText.like("% ", value, " %"))])
    case .actuality: return SQLFragment("e.actuality = ?", [.text(value)])
    case .stage: return SQLFragment("e.stage = ? COLLATE NOCASE", [.text(value)])
    case .precision: return SQLFragment("e.precision = ?", [.text(value)])
    case .origin: return SQLFragment("e.origin = ?", [.text(value)])
    case .open:
      return value == "no"
        ? EventQuery.closedSQL : SQLFragment("NOT (\(EventQuery.closedSQL.sql))")
    case .attribution:
      return SQLFragment("e.attribution LIKE ? ESCAPE '\\'", [.text(FullText.containing(value))])
    case .label:
      return SQLFragment(
        "e.id IN (SELECT event FROM label WHERE label = ? COLLATE NOCASE)", [.text(value)])
    case .id:
      return SQLFragment(
        "e.id IN (SELECT ? UNION SELECT event FROM event_member WHERE mention = ? "
          + "UNION SELECT target FROM redirect WHERE id = ?)",
        [.text(value), .text(value), .text(value)])
    case .document:
      return SQLFragment(
        EventQuery.ofDocuments("d.name = ? OR d.name LIKE ? ESCAPE '\\'"),
        [.text(value), .text(FullText.like("%/", value, ""))])
    case .source:
      let words = SQLValue.text(FullText.containing(value))
      return SQLFragment(
        EventQuery.ofDocuments(
          "d.genre = ? COLLATE NOCASE OR d.name LIKE ? ESCAPE '\\' "
            + "OR d.title LIKE ? ESCAPE '\\' OR d.author LIKE ? ESCAPE '\\' "
            + "OR d.publisher LIKE ? ESCAPE '\\'")
          + " OR e.source LIKE ? ESCAPE '\\'",
        [.text(value), words, words, words, words, words])
    }
  }

  private static func ofDocuments(_ condition: String) -> String {
    "e.id IN (SELECT em.event FROM document AS d JOIN mention AS m ON m.document = d.name "
      + "JOIN event_member AS em ON em.mention = m.id WHERE \(condition))"
  }

  /// Participants by whole name, alias, or whole words of a person's name; with members, by the
  /// country behind them too.
  private func actorSQL(_ value: String) -> SQLFragment {
    let named = "n.name = ? COLLATE NOCASE OR n.name IN (SELECT name FROM alias WHERE alias = ?)"
    var names = SQLFragment(
      named + " OR (n.kind = 'person' AND ' ' || n.name || ' ' LIKE ? ESCAPE '\\')",
      [.text(value), .text(value), .text(FullText.like("% ", value, " %"))])
    if includesMembers {
      names.sql +=
        " OR n.country = ? COLLATE NOCASE OR n.country IN (SELECT name FROM alias WHERE alias = ?)"
      names.values += [.text(value), .text(value)]
    }
    return SQLFragment(
      "e.id IN (SELECT p.event FROM event_participant AS p WHERE p.name COLLATE NOCASE IN "
        + "(SELECT n.name FROM actor_name AS n WHERE \(names.sql)))", names.values)
  }
}
