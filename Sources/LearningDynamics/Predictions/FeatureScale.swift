internal import GSL
internal import Support

/// The size of a feature's values: what makes a verdict on its predictions free of the unit of the data.
///
/// A table multiplied by 1,000 has scales 1,000 times as large, and the same verdicts.
public struct FeatureScale: Hashable, Sendable {
  /// ρ, the largest minus the smallest value of the feature's column. A column of one value has that of the whole table; a
  /// table of one value its magnitude, or 1 if that is 0. Above 0.
  public let range: Double
  /// The middle between the values of a column that has exactly two; nil for any other.
  package let midpoint: Double?
  /// The largest magnitude in the column.
  public let largest: Double

  /// The scale of a column of targets.
  ///
  /// - Parameters:
  ///   - values: the column.
  ///   - whole: the range of the whole table, which a column of one value takes.
  package init(_ values: [Double], whole: Double = 0) {
    let (low, high) = values.reduce((Double.infinity, -Double.infinity)) { (min($0.0, $1), max($0.1, $1)) }
    largest = values.reduce(0) { max($0, $1.magnitude) }
    if high > low {
      // Half of each first: the difference of the largest numbers there are is not finite.
      range = min(2 * (high / 2 - low / 2), .greatestFiniteMagnitude)
      midpoint = values.allSatisfy { $0 == low || $0 == high } ? low / 2 + high / 2 : nil
    } else {
      range = whole > 0 ? whole : largest > 0 ? largest : 1
      midpoint = nil
    }
  }

  /// The scale of features that are −1 or +1.
  public static let signs = FeatureScale([-1, 1])

  /// A value with its sign and as many decimals as tell a hundredth of the range: "+0.52", "−0.00052", "+3304".
  public func text(_ value: Double) -> String { Self.text(value, range: range) }

  /// A value with its sign and as many decimals as tell a hundredth of a range.
  public static func text(_ value: Double, range: Double) -> String {
    var (decimals, size) = (2, range)
    while size >= 10 { (decimals, size) = (decimals - 1, size / 10) }
    while size < 1 { (decimals, size) = (decimals + 1, size * 10) }
    // No negative zero: it would tell of a side where there is none.
    if value.magnitude < range / 400 { return "0" }
    guard (-4...6).contains(decimals) else { return (value < 0 ? "" : "+") + value.significant(3) }
    return value.signed(decimals: max(0, decimals))
  }
}

/// A target with the ``FeatureScale`` of its feature: what a prediction is held to.
public struct PredictionTarget: Hashable, Sendable {
  /// A prediction is on the wrong side once it is farther from the target than it was at the start by more than this part of
  /// the range: 0.02 for targets of ±1, a fiftieth of them.
  package static let wrongSideShare = 0.01
  /// Within this part of the range a prediction has arrived: 0.1 for targets of ±1.
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

  /// How much nearer to the target than the start each prediction is, in halves of the feature's range: (|ŷ(0) − y| − |ŷ(t) − y|)/(ρ/2).
  ///
  /// From 0 at the start; above it is nearer, below it farther. For a target of ±1 and a start near 0 it is sign(y)·ŷ.
  ///
  /// - Parameter predictions: one for each state, the start first.
  public func approach(of predictions: [Double]) -> [Double] {
    guard let start = predictions.first else { return [] }
    return predictions.map { ((start - value).magnitude - ($0 - value).magnitude) / (scale.range / 2) }
  }

  /// The first state from which on the predictions stay as near as counts for arrived; their number if the last is not.
  func arrival(of predictions: some BidirectionalCollection<Double>) -> Int {
    let near = Self.arrivalShare * scale.range
    return predictions.count - predictions.reversed().prefix { ($0 - value).magnitude <= near }.count
  }

  /// Whether a prediction moves from its start by as much as would count for the wrong side.
  func isMoved(_ predictions: some Collection<Double>) -> Bool {
    guard let start = predictions.first else { return false }
    return predictions.contains { ($0 - start).magnitude > Self.wrongSideShare * scale.range }
  }

  /// The first state from which on something lasts, given the first after its last exception; nil if it does not last.
  ///
  /// To last is to hold for a fiftieth of the training at least: a prediction that bounces is near its target at times.
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

  /// What the prediction of a cell is held to.
  public func target(of cell: Probe) -> PredictionTarget {
    PredictionTarget(targets[cell.item, cell.feature], scale: scale(ofFeature: cell.feature))
  }
}
