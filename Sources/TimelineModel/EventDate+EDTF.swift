public import Chronology

extension EventDate {
  /// The date that an EDTF value states, with bounds, precision and flags derived from it.
  ///
  /// One of a set and single dates happen somewhere within; an interval lasts throughout unless
  /// `shape` says otherwise.
  public init(
    edtf: EDTF, inferred: [InferredPart] = [], shape: DateShape? = nil, phrase: String? = nil,
    modifier: String? = nil
  ) {
    let precision = DatePrecision(rawValue: edtf.granularity.rawValue) ?? .interval
    self.init(
      edtf: edtf.description, span: edtf.span, precision: precision,
      approximate: edtf.isApproximate, uncertain: edtf.isUncertain, inferred: inferred,
      shape: shape ?? (edtf.isInterval ? .throughout : .within), phrase: phrase,
      modifier: modifier)
  }
}
