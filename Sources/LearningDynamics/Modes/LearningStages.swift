public import GSL
internal import Support

/// Modes that rise together, in the order in which they rise: for tree data, the levels of the tree.
public struct LearningStage: Codable, Hashable, Sendable {
  /// The modes, from 0 in the order of their size.
  public let modes: [Int]
  /// The mean epoch of their half-rise, rounded.
  public let epoch: Int

  /// A stage.
  public init(modes: [Int], epoch: Int) {
    self.modes = modes
    self.epoch = epoch
  }

  /// "epoch 138 (modes 3–4)".
  public var text: String {
    let numbers = modes.map { String($0 + 1) }
    let isRun = modes.count > 2 && modes.last == modes[0] + modes.count - 1
    let list = isRun ? "\(numbers[0])–\(numbers[numbers.count - 1])" : numbers.joined(separator: ", ")
    return "epoch \(epoch) (mode\(modes.count > 1 ? "s" : "") \(list))"
  }
}

extension LearningStage {
  /// Groups modes by the epochs of their half-rise.
  ///
  /// A new stage begins where a mode comes later than the one before by more than its own rise takes, from a tenth to
  /// nine tenths: then the loss has a plateau in between.
  ///
  /// - Parameters:
  ///   - halfRises: one epoch for each mode, nil for those that do not rise.
  ///   - riseTimes: how many epochs each mode's rise takes.
  public static func stages(halfRises: [Int?], riseTimes: [Double]) -> [LearningStage] {
    let rises = halfRises.enumerated().compactMap { mode, epoch in epoch.map { (mode: mode, epoch: $0) } }
      .sorted { ($0.epoch, $0.mode) < ($1.epoch, $1.mode) }
    let groups = rises.runs { Double($1.epoch - $0.epoch) <= max(1, riseTimes[$1.mode]) }
    return groups.map { group in
      let mean = Double(group.map(\.epoch).reduce(0, +)) / Double(group.count)
      return LearningStage(modes: group.map(\.mode).sorted(), epoch: Int(mean.rounded()))
    }
  }
}

extension Recording {
  /// The stages of learning.
  ///
  /// The rise of a mode of strength s takes ln(81)/(2·ε·s·λ) epochs from a tenth to nine tenths, with λ the mean
  /// eigenvalue of XᵀX (1 for one-hot inputs): the logistic curve of one hidden layer and balanced weights (Saxe et al.
  /// 2013, arXiv:1312.6120). For other depths it is a scale only.
  public func stages() throws(GSLError) -> [LearningStage] {
    let targets = try targetModes().targets
    let rate = problem.effectiveRate(for: plan.learningRate)
    let inputScale = problem.inputs.sumOfSquares / Double(problem.inputs.columns)
    let riseTimes = targets.map { ModeRise.logisticWidth / (2 * rate * $0 * inputScale) }
    return LearningStage.stages(halfRises: try halfRiseEpochs(), riseTimes: riseTimes)
  }
}

extension Recording {
  /// The modes along which the training learns, computed once.
  func targetModes() throws(GSLError) -> TargetModes {
    try target { () throws(GSLError) in try TargetModes(problem) }
  }

  /// What the modes are to become, the strongest first; empty if the map to be learned cannot be decomposed.
  ///
  /// - Complexity: a decomposition of the map, once for a recording.
  public var targetStrengths: [Double] { ((try? targetModes().targets) ?? []).sorted(by: >) }

  /// The strengths a_α(t) = u_αᵀ W_tot(t) v_α along the singular vectors of Σ_yx = Yᵀ X, at each state.
  /// For one-hot inputs they are those of the map that training approaches.
  ///
  /// Sorted singular values exchange their places where they cross; these keep their identity.
  ///
  /// - Complexity: O(T·r·n·min(n, N)) when first asked for.
  public func modeStrengths() throws(GSLError) -> VectorSeries {
    if let course { return course.strengths }
    return try strengths { () throws(GSLError) in
      var series = VectorSeries(length: modeCount)
      series.append(contentsOf: try targetModes().strengths(endToEndMaps, 0..<stateCount))
      return series
    }
  }

  /// The first state at which each mode's strength a_α is at least half of what it is to become, nil where it never is.
  ///
  /// Modes that are negligible (see ``ModeThreshold``) have nothing to rise to and get nil.
  ///
  /// - Complexity: as ``modeStrengths()``.
  public func halfRiseEpochs() throws(GSLError) -> [Int?] {
    try modeStrengths().halfRises(to: targetModes().targets)
  }
}

extension VectorSeries {
  /// The first state at which each component is at least half of its target; nil where it never is, and where the target is
  /// negligible beside the largest.
  func halfRises(to targets: [Double]) -> [Int?] {
    let negligible = ModeThreshold.negligible(beside: targets.max() ?? 0)
    return targets.enumerated().map { mode, target in
      target > negligible ? component(mode).firstIndex { $0 >= target / 2 } : nil
    }
  }
}
