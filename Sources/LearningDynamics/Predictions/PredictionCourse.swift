internal import Support

/// How a prediction gets to its target: which way it goes, how far off, and when it has arrived.
public struct PredictionCourse: Codable, Hashable, Sendable {
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
  /// ρ, the range of the feature's values: what the verdicts are relative to. See ``FeatureScale``.
  public let range: Double
  /// The last epoch.
  public let lastEpoch: Int
  /// The epoch at which the training diverged, if it did: of the states before it nothing follows.
  public let divergedAtEpoch: Int?
  /// The prediction at the end.
  public let final: Double
  /// The periods in which it goes the wrong way, in order.
  public let wrongWay: [Period]
  /// The prediction furthest on the wrong side, if it ever goes the wrong way.
  public let worst: Point?
  /// The first state from which on the prediction stays within 0.05ρ of the target; nil if it does not get there, or not for
  /// at least a fiftieth of the training.
  public let settled: Int?
  /// Whether the prediction is within 0.05ρ of the target at the end, for however short.
  public let isNearAtTheEnd: Bool
  /// Whether it has moved from its start by more than 0.01ρ at any time.
  public let hasMoved: Bool
  /// Where the prediction turns round by more than 0.05ρ, in order.
  public let turningPoints: [Point]

  /// Whether it bounces: it turns round at three epochs one after the other, as it does above the stable learning rate.
  public var oscillates: Bool {
    let epochs = turningPoints.map(\.epoch)
    return zip(epochs, epochs.dropFirst(2)).contains { $1 == $0 + 2 }
  }

  /// The number of epochs on the wrong side.
  public var wrongEpochs: Int { wrongWay.reduce(0) { $0 + $1.last - $1.first + 1 } }

  /// The course of a prediction.
  ///
  /// - Parameters:
  ///   - predictions: one for each state, at least one, the start first.
  ///   - target: what they are held to.
  ///   - divergedAtEpoch: when the training diverged, if it did.
  public init(predictions: [Double], target: PredictionTarget, divergedAtEpoch: Int? = nil) {
    self.target = target.value
    range = target.scale.range
    self.divergedAtEpoch = divergedAtEpoch
    lastEpoch = predictions.count - 1
    final = predictions[lastEpoch]
    let side = WrongSide(of: target, initial: predictions[0])
    let distances = predictions.map(side.distance)
    wrongWay = distances.indices.filter { distances[$0] > 0 }.ranges.map {
      Period(first: $0.lowerBound, last: $0.upperBound)
    }
    let furthest = distances.reduce(0, max)
    worst = furthest > 0 ? distances.firstIndex(of: furthest).map { Point(epoch: $0, value: predictions[$0]) } : nil
    let arrival = target.arrival(of: predictions)
    isNearAtTheEnd = arrival <= lastEpoch
    settled = PredictionTarget.lasting(from: arrival, lastState: lastEpoch)
    hasMoved = target.isMoved(predictions)
    turningPoints = Self.turns(of: predictions, tolerance: PredictionTarget.arrivalShare * target.scale.range)
  }

  /// Local extremes from which the prediction goes back by more than the tolerance.
  private static func turns(of predictions: [Double], tolerance: Double) -> [Point] {
    var turns: [Point] = []
    var extreme = Point(epoch: 0, value: predictions[0])
    var direction = 0.0
    for (epoch, value) in predictions.enumerated() {
      let change = value - extreme.value
      if direction == 0 {
        guard change.magnitude > tolerance else { continue }
        direction = change < 0 ? -1 : 1
        extreme = Point(epoch: epoch, value: value)
      } else if change * direction > 0 {
        extreme = Point(epoch: epoch, value: value)
      } else if change * direction < -tolerance {
        turns.append(extreme)
        direction = -direction
        extreme = Point(epoch: epoch, value: value)
      }
    }
    return turns
  }
}

extension PredictionCourse {
  /// The course in words:
  /// "the wrong way from epoch 115 to 171, worst +0.52 at epoch 125; settled from epoch 193".
  ///
  /// It says what was seen, and no more: of a training that ended before the prediction arrived it does not say "never", of one
  /// that diverged nothing.
  public var story: String { story(isBrief: false) }

  /// The same without the turning points: a sentence for a summary.
  public var briefStory: String { story(isBrief: true) }

  private func story(isBrief: Bool) -> String {
    if let divergedAtEpoch { return "no statement: the training diverged at epoch \(divergedAtEpoch)" }
    if settled == nil, !hasMoved { return "nothing learned of it up to epoch \(lastEpoch), where the run ends" }
    if oscillates, settled == nil {
      return "oscillates up to the end, where it is at \(text(final)): the learning rate is too high to say more"
    }
    var parts = [wrongWayStory]
    let turns = turningPoints.filter { $0 != worst }
    if !isBrief, !turns.isEmpty {
      parts.append("turning also at \(Self.list(turns.map { "\(text($0.value)) at epoch \($0.epoch)" }))")
    }
    if let settled {
      parts.append("settled from epoch \(settled)")
    } else if isNearAtTheEnd {
      parts.append("near the target at the end, at \(text(final)), too short to call it settled")
    } else {
      parts.append("not settled, ends at \(text(final))")
    }
    return parts.joined(separator: "; ")
  }

  private var wrongWayStory: String {
    guard let worst else {
      return settled == nil ? "not the wrong way up to epoch \(lastEpoch), where the run ends" : "never the wrong way"
    }
    let periods = wrongWay.map { period in
      let end = period.last == lastEpoch ? "the end" : "\(period.last)"
      return "from epoch \(period.first) to \(end)"
    }
    return "the wrong way \(Self.list(periods)), worst \(text(worst.value)) at epoch \(worst.epoch)"
  }

  /// A value with as many decimals as the feature's range asks for.
  private func text(_ value: Double) -> String { FeatureScale.text(value, range: range) }

  /// At most three of some phrases; a prediction that bounces has hundreds.
  private static func list(_ phrases: [String]) -> String {
    let shown = phrases.prefix(3).joined(separator: ", ")
    return phrases.count > 3 ? "\(shown) and \(phrases.count - 3) times more" : shown
  }
}
