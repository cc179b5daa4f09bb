/// How a prediction gets to its target: which way it goes, how far off, and when it has arrived.
public struct PredictionCourse: Codable, Hashable, Sendable {
  /// Beyond this the prediction goes the wrong way: sign(target) · prediction below −0.02, a fiftieth of a ±1 target.
  public static let wrongWayThreshold = 0.02
  /// Within this of the target the prediction has arrived.
  public static let settledTolerance = 0.1

  /// A value and the epoch at which it was reached.
  public struct Point: Codable, Hashable, Sendable {
    /// The epoch.
    public let epoch: Int
    /// The prediction.
    public let value: Double
  }

  /// A run of epochs, both ends included.
  public struct Period: Codable, Hashable, Sendable {
    /// The first epoch.
    public let first: Int
    /// The last epoch.
    public let last: Int
  }

  /// What the prediction should be.
  public let target: Double
  /// The last epoch.
  public let lastEpoch: Int
  /// The prediction at the end.
  public let final: Double
  /// The periods in which it goes the wrong way, in order.
  public let wrongWay: [Period]
  /// The prediction furthest on the wrong side, if it ever goes the wrong way.
  public let worst: Point?
  /// The first state from which on the prediction stays within 0.1 of the target; nil if it does not get there.
  public let settled: Int?
  /// Where the prediction turns round by more than 0.1, in order.
  public let turningPoints: [Point]

  /// The number of epochs on the wrong side.
  public var wrongEpochs: Int { wrongWay.reduce(0) { $0 + $1.last - $1.first + 1 } }

  /// The course of a prediction.
  ///
  /// - Parameters:
  ///   - predictions: one for each state, at least one.
  ///   - target: not zero if the wrong way is to mean anything.
  public init(predictions: [Double], target: Double) {
    self.target = target
    lastEpoch = predictions.count - 1
    final = predictions[lastEpoch]
    let direction = target < 0 ? -1.0 : 1.0
    let isWrong = predictions.map { target != 0 && direction * $0 < -Self.wrongWayThreshold }
    var periods: [Period] = []
    for epoch in isWrong.indices where isWrong[epoch] {
      if let last = periods.last, last.last == epoch - 1 {
        periods[periods.count - 1] = Period(first: last.first, last: epoch)
      } else {
        periods.append(Period(first: epoch, last: epoch))
      }
    }
    wrongWay = periods
    worst = predictions.indices.filter { isWrong[$0] }.min { direction * predictions[$0] < direction * predictions[$1] }
      .map { Point(epoch: $0, value: predictions[$0]) }
    let lastOutside = predictions.lastIndex { ($0 - target).magnitude > Self.settledTolerance }
    let arrival = lastOutside.map { $0 + 1 } ?? 0
    settled = arrival < predictions.count ? arrival : nil
    turningPoints = Self.turns(of: predictions)
  }

  /// Local extremes from which the prediction goes back by more than the tolerance.
  private static func turns(of predictions: [Double]) -> [Point] {
    var turns: [Point] = []
    var extreme = Point(epoch: 0, value: predictions[0])
    var direction = 0.0
    for (epoch, value) in predictions.enumerated() {
      let change = value - extreme.value
      if direction == 0 {
        guard change.magnitude > settledTolerance else { continue }
        direction = change < 0 ? -1 : 1
        extreme = Point(epoch: epoch, value: value)
      } else if change * direction > 0 {
        extreme = Point(epoch: epoch, value: value)
      } else if change * direction < -settledTolerance {
        turns.append(extreme)
        direction = -direction
        extreme = Point(epoch: epoch, value: value)
      }
    }
    return turns
  }
}
