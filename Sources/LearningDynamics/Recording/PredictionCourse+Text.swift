extension PredictionCourse {
  /// The course in words:
  /// "the wrong way from epoch 115 to 171, worst +0.52 at epoch 125; settled from epoch 193".
  public var story: String {
    var parts: [String] = []
    if let worst = worst {
      let periods = Self.list(
        wrongWay.map { period in
          let end = period.last == lastEpoch ? "the end" : "\(period.last)"
          return "from epoch \(period.first) to \(end)"
        })
      parts.append("the wrong way \(periods), worst \(worst.value.signed()) at epoch \(worst.epoch)")
    } else {
      parts.append("never the wrong way")
    }
    let turns = turningPoints.filter { $0 != worst }
    if !turns.isEmpty {
      parts.append("turning also at \(Self.list(turns.map { "\($0.value.signed()) at epoch \($0.epoch)" }))")
    }
    if let settled {
      parts.append("settled from epoch \(settled)")
    } else {
      let hasMoved = final.magnitude > Self.wrongWayThreshold
      parts.append(hasMoved ? "not settled, ends at \(final.signed())" : "nothing learned of it yet")
    }
    return parts.joined(separator: "; ")
  }

  /// At most three of some phrases; a prediction that bounces has hundreds.
  private static func list(_ phrases: [String]) -> String {
    let shown = phrases.prefix(3).joined(separator: ", ")
    return phrases.count > 3 ? "\(shown) and \(phrases.count - 3) times more" : shown
  }
}
