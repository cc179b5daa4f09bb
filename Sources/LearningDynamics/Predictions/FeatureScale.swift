internal import GSL
internal import Support

/// The size of a feature's values. It makes verdicts about predictions independent of the unit of the data.
///
/// If a table is multiplied by 1,000, its scales are 1,000 times as large, and the verdicts stay the same.
public struct FeatureScale: Hashable, Sendable {
  /// ρ, the largest minus the smallest value of the feature's column; above 0. A constant column has the range of the whole
  /// table; a constant table its magnitude, or 1 if that is 0.
  public let range: Double
  /// The middle between the values of a column that has exactly two; nil for any other.
  package let midpoint: Double?
  /// The largest magnitude in the column.
  public let largest: Double

  /// The scale of a column of targets.
  ///
  /// - Parameters:
  ///   - values: the column.
  ///   - whole: the range of the whole table, for a constant column.
  package init(_ values: [Double], whole: Double = 0) {
    let (low, high) = values.reduce((Double.infinity, -Double.infinity)) { (min($0.0, $1), max($0.1, $1)) }
    largest = values.reduce(0) { max($0, $1.magnitude) }
    if high > low {
      // Halve each first: the difference of the largest numbers is not finite.
      range = min(2 * (high / 2 - low / 2), .greatestFiniteMagnitude)
      midpoint = values.allSatisfy { $0 == low || $0 == high } ? low / 2 + high / 2 : nil
    } else {
      range = whole > 0 ? whole : largest > 0 ? largest : 1
      midpoint = nil
    }
  }

  /// The scale of features that are −1 or +1.
  public static let signs = FeatureScale([-1, 1])

  /// A value with its sign and enough decimals to show a hundredth of the range: "+0.52", "−0.00052", "+3304".
  public func text(_ value: Double) -> String { Self.text(value, range: range) }

  /// A value with its sign and enough decimals to show a hundredth of a range.
  public static func text(_ value: Double, range: Double) -> String {
    var (decimals, size) = (2, range)
    while size >= 10 { (decimals, size) = (decimals - 1, size / 10) }
    while size < 1 { (decimals, size) = (decimals + 1, size * 10) }
    // No negative zero: zero is on neither side.
    if value.magnitude < range / 400 { return "0" }
    guard (-4...6).contains(decimals) else { return (value < 0 ? "" : "+") + value.significant(3) }
    return value.signed(decimals: max(0, decimals))
  }
}

/// A target with the ``FeatureScale`` of its feature: the reference for a prediction.
public struct PredictionTarget: Hashable, Sendable {
  /// A prediction is on the wrong side if it is farther from the target than at state 0 by more than this fraction of the
  /// range: 0.02 for targets of ±1.
  package static let wrongSideShare = 0.01
  /// A prediction within this fraction of the range has converged: 0.1 for targets of ±1.
  package static let arrivalShare = 0.05

  /// y, what the prediction should be.
  public let value: Double
  /// How large the feature's values are.
  public let scale: FeatureScale

  /// A target.
  ///
  /// - Parameters:
  ///   - value: what the prediction should be.
  ///   - scale: how large the feature's values are; −1 and +1 by default.
  package init(_ value: Double, scale: FeatureScale = .signs) {
    self.value = value
    self.scale = scale
  }

  /// How much nearer to the target each prediction is than at state 0, in halves of the feature's range:
  /// (|ŷ(0) − y| − |ŷ(t) − y|)/(ρ/2).
  ///
  /// It is 0 at state 0, positive if nearer and negative if farther. For a target of ±1 and small initial weights it is
  /// sign(y)·ŷ.
  ///
  /// - Parameter predictions: one for each state, from state 0 on.
  public func approach(of predictions: [Double]) -> [Double] {
    guard let start = predictions.first else { return [] }
    return predictions.map { ((start - value).magnitude - ($0 - value).magnitude) / (scale.range / 2) }
  }

  /// The first state from which on the predictions stay near enough to count as converged; their number if the last is not.
  func arrival(of predictions: some BidirectionalCollection<Double>) -> Int {
    let near = Self.arrivalShare * scale.range
    return predictions.count - predictions.reversed().prefix { ($0 - value).magnitude <= near }.count
  }

  /// Whether a prediction moves from its initial value by as much as would count for the wrong side.
  func isMoved(_ predictions: some Collection<Double>) -> Bool {
    guard let start = predictions.first else { return false }
    return predictions.contains { ($0 - start).magnitude > Self.wrongSideShare * scale.range }
  }

  /// The first state from which on a condition lasts, given the first state after its last exception; nil if it does not last.
  ///
  /// It has to hold for at least a fiftieth of the training, because an oscillating prediction is near its target at times.
  static func lasting(from state: Int, lastState: Int) -> Int? {
    state + (lastState + 49) / 50 <= lastState ? state : nil
  }
}

extension Dataset {
  /// The scale of a feature's values.
  ///
  /// - Parameter feature: its index.
  /// - Complexity: O(P); O(P·N) for a feature that is the same for all items.
  public func scale(ofFeature feature: Int) -> FeatureScale {
    let values = targets.column(feature)
    let isEven = values.allSatisfy { $0 == values[0] }
    return FeatureScale(values, whole: isEven ? FeatureScale(targets.elements).range : 0)
  }

  /// The scales of all features.
  ///
  /// - Complexity: O(P·N).
  package func featureScales() -> [FeatureScale] {
    let whole = FeatureScale(targets.elements).range
    return (0..<featureCount).map { FeatureScale(targets.column($0), whole: whole) }
  }

  /// The target of the prediction for a probe.
  public func target(of cell: Probe) -> PredictionTarget {
    PredictionTarget(targets[cell.item, cell.feature], scale: scale(ofFeature: cell.feature))
  }
}
