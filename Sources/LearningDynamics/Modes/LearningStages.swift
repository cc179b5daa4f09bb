public import GSL
internal import Support

/// A stage of learning: modes that are learned together. For data from a tree the stages are the levels of the tree.
public struct LearningStage: Codable, Hashable, Sendable {
  /// The modes, from 0 in the order of their size.
  public let modes: [Int]
  /// The mean epoch of their half-rise, rounded.
  public let epoch: Int

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
  /// A new stage begins if a mode is half learned later than the one before by more than the duration of its rise from a tenth
  /// to nine tenths: then the loss has a plateau in between.
  ///
  /// - Parameters:
  ///   - halfRises: one epoch for each mode, nil for those that do not rise.
  ///   - riseTimes: the duration of each mode's rise, in epochs.
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
  /// eigenvalue of XᵀFX (1 for one-hot inputs): the logistic curve of one hidden layer and balanced weights (Saxe et al.
  /// 2013, arXiv:1312.6120). For other depths it is only an order of magnitude. For trainings that are not plain
  /// (``LearningVariant/isPlain``) it is measured, where a mode rises to nine tenths.
  public func stages() throws(GSLError) -> [LearningStage] {
    let targets = try learnedModes().targets
    let pace = plan.variant.pace(items: problem.inputs.rows)
    let rate = pace * problem.effectiveRate(for: plan.learningRate)
    let inputScale = problem.itemInputs.weighting(problem.inputs).sumOfSquares / Double(problem.inputs.columns)
    let usual = targets.map { ModeRise.logisticWidth / (2 * rate * $0 * inputScale) }
    let halfRises = try halfRiseEpochs()
    guard !plan.variant.isPlain else { return LearningStage.stages(halfRises: halfRises, riseTimes: usual) }
    let strengths = try modeStrengths()
    let measured = targets.indices.map { mode in
      halfRises[mode] == nil
        ? usual[mode] : ModeRise(strengths.component(mode), target: targets[mode])?.duration ?? usual[mode]
    }
    return LearningStage.stages(halfRises: halfRises, riseTimes: measured)
  }
}

extension Recording {
  /// The modes along which the training learns, computed once.
  func learnedModes() throws(GSLError) -> LearnedModes {
    try target { () throws(GSLError) in try LearnedModes(problem) }
  }

  /// The targets of the mode strengths, the strongest first; empty if the regression map cannot be decomposed.
  ///
  /// - Complexity: one decomposition of the map for each recording.
  public var targetStrengths: [Double] { ((try? learnedModes().targets) ?? []).sorted(by: >) }

  /// The strengths a_α(t) = u_αᵀ W_tot(t) v_α along the singular vectors of Σ_yx = Yᵀ X, at each state.
  /// For one-hot inputs they are also the modes of the regression map.
  ///
  /// Sorted singular values swap places where they cross; these keep their identity.
  ///
  /// - Complexity: O(T·r·n·min(n, N)) when first asked for.
  public func modeStrengths() throws(GSLError) -> VectorSeries {
    if let course { return course.strengths }
    return try strengths { () throws(GSLError) in
      var series = VectorSeries(length: modeCount)
      series.append(contentsOf: try learnedModes().strengths(endToEndMaps, 0..<stateCount))
      return series
    }
  }

  /// The first state at which each mode's strength a_α is at least half of its target; nil if it never is.
  ///
  /// Negligible modes (see ``ModeThreshold``) get nil.
  ///
  /// - Complexity: as ``modeStrengths()``.
  public func halfRiseEpochs() throws(GSLError) -> [Int?] {
    try modeStrengths().halfRises(to: learnedModes().targets)
  }
}

extension VectorSeries {
  /// The first state at which each component is at least half of its target; nil if it never is, or if the target is
  /// negligible.
  func halfRises(to targets: [Double]) -> [Int?] {
    let negligible = ModeThreshold.negligible(beside: targets.max() ?? 0)
    return targets.enumerated().map { mode, target in
      target > negligible ? component(mode).firstIndex { $0 >= target / 2 } : nil
    }
  }
}
