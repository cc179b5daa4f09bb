/// How far and how long a prediction goes the wrong way.
///
/// At state t it is on the wrong side if it is farther from its target y than at the start,
/// |ŷ(t) − y| > |ŷ(0) − y| + 0.01ρ, with ρ the range of the feature's values; and, for a feature of exactly two values, if it
/// lies beyond the middle between them. For targets of ±1 and a small start this is sign(y)·ŷ < −0.02. See ``PredictionTarget``.
public struct WrongWay: Hashable, Sendable {
  /// Σ (|ŷ(t) − y| − |ŷ(0) − y|)/(ρ/2) over the states on the wrong side: how far times how long, in halves of the
  /// feature's range. A prediction that stands at −0.5 for 40 states, where +1 is right and −1 wrong, has 20.
  public private(set) var area = 0.0
  /// The prediction furthest on the wrong side; 0 where it never is.
  public private(set) var worst = 0.0
  /// The index of the state of ``worst``, the first of equal ones.
  public private(set) var worstState = 0
  /// The number of states on the wrong side.
  public private(set) var stateCount = 0

  private let side: WrongSide
  private var worstDistance = 0.0

  /// The wrong way before any state.
  ///
  /// - Parameters:
  ///   - target: what the prediction is held to.
  ///   - initial: the prediction at the start.
  init(target: PredictionTarget, initial: Double) {
    side = WrongSide(of: target, initial: initial)
  }

  /// Adds the prediction at a state.
  @inline(__always)
  mutating func add(_ prediction: Double, at state: Int) {
    let distance = side.distance(prediction)
    guard distance > 0 else { return }
    area += distance
    stateCount += 1
    if distance > worstDistance { (worst, worstState, worstDistance) = (prediction, state, distance) }
  }

  /// The wrong way of a prediction.
  ///
  /// - Parameters:
  ///   - predictions: one for each state, the start first.
  ///   - target: what it is held to.
  /// - Complexity: O(number of states), no allocation.
  package init(_ predictions: UnsafeBufferPointer<Double>, target: PredictionTarget) {
    self.init(target: target, initial: predictions.first ?? 0)
    for state in predictions.indices { add(predictions[state], at: state) }
  }

  /// The wrong way of a prediction.
  ///
  /// - Parameters:
  ///   - predictions: one for each state, the start first.
  ///   - target: what it is held to.
  package init(_ predictions: [Double], target: PredictionTarget) {
    self = predictions.withUnsafeBufferPointer { WrongWay($0, target: target) }
  }
}

/// The one rule for which predictions are on the wrong side.
struct WrongSide: Hashable, Sendable {
  private let target: Double
  private let initialDistance: Double
  private let tolerance: Double
  private let halfRange: Double
  private let midpoint: Double
  /// −1, +1: on which side of the middle the target lies; 0 for a feature that has not exactly two values.
  private let direction: Double

  init(of target: PredictionTarget, initial: Double) {
    self.target = target.value
    initialDistance = (initial - target.value).magnitude
    tolerance = PredictionTarget.wrongSideShare * target.scale.range
    halfRange = target.scale.range / 2
    midpoint = target.scale.midpoint ?? 0
    direction = target.scale.midpoint.map { target.value < $0 ? -1 : 1 } ?? 0
  }

  /// How much farther from the target a prediction on the wrong side is than the start was, in halves of the feature's
  /// range; 0 for one that is not on the wrong side.
  @inline(__always)
  func distance(_ prediction: Double) -> Double {
    let excess = (prediction - target).magnitude - initialDistance
    guard excess > tolerance, direction == 0 || direction * (prediction - midpoint) < 0 else { return 0 }
    return excess / halfRange
  }
}
