/// How far and how long a prediction goes the wrong way.
///
/// At a state it is on the wrong side where sign(target) · prediction < −``PredictionCourse/wrongWayThreshold``, as in
/// ``PredictionCourse``. A target of 0 has no wrong side.
public struct WrongWay: Hashable, Sendable {
  /// Σ |prediction| over the states on the wrong side: how far times how long. A prediction that stands at −0.5 for 40
  /// states, where +1 is right, has 20.
  public let area: Double
  /// The prediction furthest on the wrong side; 0 where it never is.
  public let worst: Double
  /// The index of the state of ``worst``, the first of equal ones.
  public let worstState: Int
  /// The number of states on the wrong side.
  public let stateCount: Int

  /// The wrong way of a prediction.
  ///
  /// - Parameters:
  ///   - predictions: one for each state.
  ///   - target: what it should be.
  /// - Complexity: O(number of states), no allocation.
  public init(_ predictions: UnsafeBufferPointer<Double>, target: Double) {
    var (area, worst, worstState, count) = (0.0, 0.0, 0, 0)
    if target != 0 {
      let direction = target < 0 ? -1.0 : 1.0
      for state in predictions.indices {
        let distance = -direction * predictions[state]
        guard distance > PredictionCourse.wrongWayThreshold else { continue }
        area += distance
        count += 1
        if distance > worst { (worst, worstState) = (distance, state) }
      }
      worst *= -direction
    }
    (self.area, self.worst, self.worstState, stateCount) = (area, worst == 0 ? 0 : worst, worstState, count)
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
