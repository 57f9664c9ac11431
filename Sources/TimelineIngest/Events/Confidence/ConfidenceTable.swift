/// How likely a mention is an event that an analyst would list with that type and date.
///
/// A logistic sum: every piece of evidence adds its weight in log-odds to a common start. The
/// weights were fitted to articles with gold lists; Documentation/Confidence.md says how far they
/// can be trusted.
struct ConfidenceTable: Sendable {
  private let start: Double
  private let weights: [String: Double]

  /// The program's table.
  static let shared = ConfidenceTable()

  init() {
    var start = 0.0
    var weights: [String: Double] = [:]
    for row in TableText.rows(ofFile: "confidence.tsv") where row.count >= 2 {
      guard let weight = Double(row[1]) else { continue }
      if row[0] == "start" { start = weight } else { weights[String(row[0])] = weight }
    }
    self.start = start
    self.weights = weights
  }

  /// The confidence that the evidence gives, 0.02 to 0.98 in steps of a hundredth.
  func confidence(for evidence: ConfidenceEvidence) -> Double {
    let sum = evidence.names.reduce(start) { $0 + (weights[$1] ?? 0) }
    // The logistic function by way of the hyperbolic tangent that the parser has.
    let share = 0.5 + 0.5 * Double(NetworkKernels.tanh(Float(sum / 2)))
    return (min(0.98, max(0.02, share)) * 100).rounded() / 100
  }
}
