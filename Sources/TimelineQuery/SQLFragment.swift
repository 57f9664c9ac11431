/// A value bound to a parameter of an SQL statement.
public enum SQLValue: Sendable, Hashable {
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number.
  case real(Double)
}

/// A piece of SQL with the values of its parameters, in order.
///
/// User text only ever enters as a value, never as SQL.
public struct SQLFragment: Sendable, Hashable {
  /// The SQL, with `?` for every value.
  public var sql: String
  /// The values.
  public var values: [SQLValue]

  /// A fragment of those parts.
  public init(_ sql: String, _ values: [SQLValue] = []) {
    self.sql = sql
    self.values = values
  }

  /// Fragments joined by a word such as ` AND `.
  public static func joined(_ fragments: [SQLFragment], by separator: String) -> SQLFragment {
    SQLFragment(
      fragments.map(\.sql).joined(separator: separator), fragments.flatMap(\.values))
  }

  /// The fragment in parentheses.
  var parenthesised: SQLFragment { SQLFragment("(" + sql + ")", values) }

  /// The condition turned round; a null counts as not fulfilled.
  var negated: SQLFragment { SQLFragment("coalesce(" + sql + ", 0) = 0", values) }
}
