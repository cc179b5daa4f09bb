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
