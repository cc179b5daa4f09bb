internal import Support

/// The course of a prediction towards its target: on which side it is, how far off, and when it converges.
public struct PredictionCourse: Codable, Hashable, Sendable {
  /// A value and the epoch at which it was reached.
  public struct Point: Codable, Hashable, Sendable {
    public let epoch: Int
    /// The prediction.
    public let value: Double
  }

  /// A period of epochs, including both ends.
  public struct Period: Codable, Hashable, Sendable {
    /// The first epoch.
    public let first: Int
    /// The last epoch.
    public let last: Int
  }

  /// What the prediction should be.
  public let target: Double
  /// ρ, the range of the feature's values, the unit of all verdicts. See ``FeatureScale``.
  public let range: Double
  public let lastEpoch: Int
  /// The epoch at which the training diverged, if it did: then the states before it say nothing about the illusion.
  public let divergedAtEpoch: Int?
  /// The prediction at the end.
  public let final: Double
  /// The periods in which it is on the wrong side, in order.
  public let wrongSide: [Period]
  /// The prediction furthest on the wrong side, if it is ever there.
  public let worst: Point?
  /// The first state from which on the prediction stays within 0.05ρ of the target; nil if it never does, or for less than a
  /// fiftieth of the training.
  public let converged: Int?
  /// Whether the prediction is within 0.05ρ of the target at the end, however briefly.
  public let isNearAtTheEnd: Bool
  /// Whether it ever moves from its initial value by more than 0.01ρ.
  public let hasMoved: Bool
  /// The turning points from which the prediction goes back by more than 0.05ρ, in order.
  public let turningPoints: [Point]

  /// Whether it oscillates: it turns at three successive epochs, as it does above the stable learning rate.
  public var oscillates: Bool {
    let epochs = turningPoints.map(\.epoch)
    return zip(epochs, epochs.dropFirst(2)).contains { $1 == $0 + 2 }
  }

  /// The number of epochs on the wrong side.
  public var wrongEpochs: Int { wrongSide.reduce(0) { $0 + $1.last - $1.first + 1 } }

  /// The course of a prediction.
  ///
  /// - Parameters:
  ///   - predictions: one for each state, at least one, from state 0 on.
  ///   - target: the target of the prediction.
  ///   - divergedAtEpoch: when the training diverged, if it did.
  public init(predictions: [Double], target: PredictionTarget, divergedAtEpoch: Int? = nil) {
    self.target = target.value
    range = target.scale.range
    self.divergedAtEpoch = divergedAtEpoch
    lastEpoch = predictions.count - 1
    final = predictions[lastEpoch]
    let side = WrongSide(of: target, initial: predictions[0])
    let distances = predictions.map(side.distance)
    wrongSide = distances.indices.filter { distances[$0] > 0 }.ranges.map {
      Period(first: $0.lowerBound, last: $0.upperBound)
    }
    let furthest = distances.reduce(0, max)
    worst = furthest > 0 ? distances.firstIndex(of: furthest).map { Point(epoch: $0, value: predictions[$0]) } : nil
    let arrival = target.arrival(of: predictions)
    isNearAtTheEnd = arrival <= lastEpoch
    converged = PredictionTarget.lasting(from: arrival, lastState: lastEpoch)
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
  /// "on the wrong side from epoch 115 to 171, worst +0.52 at epoch 125; converged at epoch 193".
  ///
  /// It states only what was observed: if the training ends before the prediction converges, it does not say "never"; if the
  /// training diverges, it says nothing else.
  public var story: String { story(isBrief: false) }

  /// The same without the turning points, for a summary.
  public var briefStory: String { story(isBrief: true) }

  /// "other turning points: −0.25 at epoch 99", all but the one on the wrong side; nil if there are none or the course says
  /// no more than that it is not learned.
  public var otherTurningPoints: String? {
    let turns = turningPoints.filter { $0 != worst }
    guard divergedAtEpoch == nil, !turns.isEmpty, converged != nil || (hasMoved && !oscillates) else { return nil }
    return "other turning points: \(Self.list(turns.map { "\(text($0.value)) at epoch \($0.epoch)" }))"
  }

  private func story(isBrief: Bool) -> String {
    if let divergedAtEpoch { return "not evaluated: training diverged at epoch \(divergedAtEpoch)" }
    if converged == nil, !hasMoved { return "not learned yet when the run ends at epoch \(lastEpoch)" }
    if oscillates, converged == nil {
      return "oscillates until the end, where it is \(text(final)): the learning rate is too high to say more"
    }
    var parts = [wrongSideStory]
    if !isBrief, let turns = otherTurningPoints { parts.append(turns) }
    if let converged {
      parts.append("converged at epoch \(converged)")
    } else if isNearAtTheEnd {
      parts.append("close to the target at the end, at \(text(final)), but too briefly to count as converged")
    } else {
      parts.append("not converged, ends at \(text(final))")
    }
    return parts.joined(separator: "; ")
  }

  private var wrongSideStory: String {
    guard let worst else {
      return converged == nil
        ? "not on the wrong side before the run ends at epoch \(lastEpoch)" : "never on the wrong side"
    }
    let periods = wrongSide.map { period in
      let end = period.last == lastEpoch ? "the end" : "\(period.last)"
      return "from epoch \(period.first) to \(end)"
    }
    return "on the wrong side \(Self.list(periods)), worst \(text(worst.value)) at epoch \(worst.epoch)"
  }

  /// A value with as many decimals as the feature's range needs.
  private func text(_ value: Double) -> String { FeatureScale.text(value, range: range) }

  /// At most three of the phrases; an oscillating prediction has hundreds.
  private static func list(_ phrases: [String]) -> String {
    let shown = phrases.prefix(3).joined(separator: ", ")
    return phrases.count > 3 ? "\(shown) and \(phrases.count - 3) more" : shown
  }
}
