/// How far and how long a prediction goes the wrong way.
///
/// At a state it is on the wrong side where sign(target) · prediction < −``PredictionCourse/wrongWayThreshold``, as in
/// ``PredictionCourse``. A target of 0 has no wrong side.
public struct WrongWay: Hashable, Sendable {
  /// Σ |prediction| over the states on the wrong side: how far times how long. A prediction that stands at −0.5 for 40
  /// states, where +1 is right, has 20.
  public private(set) var area = 0.0
  /// The prediction furthest on the wrong side; 0 where it never is.
  public private(set) var worst = 0.0
  /// The index of the state of ``worst``, the first of equal ones.
  public private(set) var worstState = 0
  /// The number of states on the wrong side.
  public private(set) var stateCount = 0

  /// The wrong way before any state.
  init() {}

  /// Adds the prediction at a state.
  @inline(__always)
  mutating func add(_ prediction: Double, at state: Int, target: Double) {
    let distance = target == 0 ? 0 : target < 0 ? prediction : -prediction
    guard distance > PredictionCourse.wrongWayThreshold else { return }
    area += distance
    stateCount += 1
    if distance > worst.magnitude { (worst, worstState) = (prediction, state) }
  }

  /// The wrong way of a prediction.
  ///
  /// - Parameters:
  ///   - predictions: one for each state.
  ///   - target: what it should be.
  /// - Complexity: O(number of states), no allocation.
  public init(_ predictions: UnsafeBufferPointer<Double>, target: Double) {
    self.init()
    for state in predictions.indices { add(predictions[state], at: state, target: target) }
  }

  /// The wrong way of a prediction.
  ///
  /// - Parameters:
  ///   - predictions: one for each state.
  ///   - target: what it should be.
  public init(_ predictions: [Double], target: Double) {
    self = predictions.withUnsafeBufferPointer { WrongWay($0, target: target) }
  }
}
