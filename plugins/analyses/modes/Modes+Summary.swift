import LearningDynamics
import PluginKit
import Support

extension Modes {
  /// More modes or levels than this are not told one by one.
  private static let largestListedCount = 16

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let modes = Self.told(result)
    var lines: [String] = []
    if modes.contains(where: { $0.halfRiseEpoch == nil }) {
      lines.append("not all is learned\(Self.advice(of: result, modes.count, subject))")
    }
    lines += ModeLines.lines(modes.map(\.contrast.target)) { index in
      let mode = modes[index]
      let name = "mode \(index + 1) (\(mode.contrast.target.significant(3)))"
      guard let epoch = mode.halfRiseEpoch else { return "\(name), not half learned" }
      return "\(name), epoch \(epoch): \(mode.contrast.shortDescription(of: subject.dataset.inputNames.count))"
    } together: { group in
      "\(group.modesText), \(Self.epochs(modes[group].map(\.halfRiseEpoch)))"
    } rest: { first in
      "and \(modes.count - first) weaker modes, \(Self.epochs(modes[first...].map(\.halfRiseEpoch)))"
    }
    return lines + [result.theoryLimit].compactMap(\.self)
  }

  func details(of result: Result, of subject: AnalysisSubject) -> [String] {
    let modes = Self.told(result)
    var lines = modes.prefix(Self.largestListedCount).enumerated().map { index, mode in
      let (value, target) = (mode.strength.significant(), mode.contrast.target.significant())
      let strength = value == target ? value : "\(value) of \(target)"
      guard let epoch = mode.halfRiseEpoch else { return "mode \(index + 1) (\(strength)), not half learned" }
      let contrast = mode.contrast.description(of: subject.dataset.inputNames.count)
      let theory = mode.predictedHalfRiseEpoch.map { " (theory: \($0))" } ?? ""
      return "mode \(index + 1) (\(strength)), half learned at epoch \(epoch)\(theory): \(contrast)"
    }
    if modes.count > lines.count { lines.append("and \(modes.count - lines.count) modes more, see run.json") }
    if modes.count < result.modes.count {
      lines.append(
        "nothing to learn for the other \(result.modes.count - modes.count): the targets have rank \(modes.count)")
    }
    lines += [Self.levels(of: result)].compactMap(\.self)
    if !subject.dataset.isOneHot {
      lines.append(
        "modes are those of the input–output correlation Σ_yx, in whose order they are learned; each ends where the regression "
          + "map has it")
    }
    if result.stages.count > 1 {
      lines.append("stages: \(result.stages.map(\.text).joined(separator: ", "))")
    }
    return lines + [ModeLines.warning(modes.map(\.contrast.target))].compactMap(\.self)
  }

  /// The modes with something to learn.
  private static func told(_ result: Result) -> [Mode] {
    let negligible = ModeThreshold.negligible(beside: result.modes.first?.contrast.target ?? 0)
    return result.modes.filter { $0.contrast.target > negligible }
  }

  /// "epoch 138", "epochs 187–190", "not half learned", "from epoch 401 on, not all half learned".
  private static func epochs(_ halfRises: [Int?]) -> String {
    let known = halfRises.compactMap(\.self)
    guard let first = known.min(), let last = known.max() else { return "not half learned" }
    if known.count < halfRises.count { return "from epoch \(first) on, not all half learned" }
    return first == last ? "epoch \(first)" : "epochs \(first)–\(last)"
  }

  /// "mean epoch by level (and by theory): level 0 93 (93), level 1 117 (117)"; nil where the list of modes says it.
  private static func levels(of result: Result) -> String? {
    let levels = result.levels.compactMap { level in
      level.halfRiseEpoch.map { epoch in
        let theory = level.predictedHalfRiseEpoch.map { " (\($0.significant()))" } ?? ""
        return "\(level.name) \(epoch.significant())\(theory)"
      }
    }
    guard levels.count > 1, levels.count <= largestListedCount, result.levels.contains(where: { $0.modes > 1 }) else {
      return nil
    }
    let isCompared = result.levels.contains { $0.predictedHalfRiseEpoch != nil }
    return "mean epoch by level\(isCompared ? " (and by theory)" : ""): \(levels.joined(separator: ", "))"
  }

  /// What would help a training that has not learned everything: ": train longer …".
  private static func advice(of result: Result, _ rank: Int, _ subject: AnalysisSubject) -> String {
    let plan = subject.mainPlan
    if result.divergedAtEpoch != nil { return ": the training diverged" }
    if let narrowest = plan.hiddenWidths.min(), narrowest < rank {
      return ": a hidden layer of \(narrowest) holds \(narrowest) modes at most, and there are \(rank) (--hidden)"
    }
    let stable = (try? subject.dataset.largestStableLearningRate(for: plan)) ?? 0
    let faster =
      plan.learningRate < stable / 2 ? ", or faster (--eta; stable up to \(stable.significant()) here)" : ""
    return ": train longer (--epochs)\(faster)\(plan.isZeroDepth ? "" : ", or from larger weights (--gamma)")"
  }
}
