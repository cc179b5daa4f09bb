import GSL
import LearningDynamics
import PluginKit
import Support

extension Decomposition {
  /// So many features of a mode are told in a sentence.
  private static let largestToldCount = 4

  /// Of ten thousand features a mode carries a hundredth of each; then one asks which modes a feature is made of.
  private static func isSmall(_ dataset: Dataset) -> Bool {
    dataset.featureCount <= ShownFeatures.largestNamedCount
  }

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let modes = result.modes
    guard !modes.isEmpty else { return ["there is nothing to decompose: the map to be learned is 0"] }
    let lines = ModeLines.lines(modes.map(\.singularValue)) { index in
      let contrast = modes[index].contrast.shortDescription(of: subject.dataset.inputNames.count)
      return "mode \(index + 1) (\(modes[index].shareOfVariance.percentText)): \(contrast)"
    } together: { group in
      "\(ModeLevel.name(of: group)) (\(Self.share(of: modes[group])))"
    } rest: { first in
      "and \(modes.count - first) weaker modes (\(Self.share(of: modes[first...])))"
    }
    return lines + (Self.isSmall(subject.dataset) ? [] : Self.makeup(of: result, subject.dataset))
  }

  func details(of result: Result, of subject: AnalysisSubject) -> [String] {
    let dataset = subject.dataset
    guard !result.modes.isEmpty else { return [] }
    var lines = result.modes.enumerated().map { index, mode in
      let contrast = mode.contrast.description(of: dataset.inputNames.count)
      let features = Self.isSmall(dataset) ? Self.features(of: mode) : ""
      return
        "mode \(index + 1) (\(mode.singularValue.significant()), \(mode.shareOfVariance.percentText)): \(contrast)\(features)"
    }
    lines[0] += result.modes.count > 1 ? " (in brackets: strength, share of the squares of all targets)" : ""
    if result.rank > result.modes.count {
      let rest = 1 - result.modes.reduce(0) { $0 + $1.shareOfVariance }
      lines.append("and \(result.rank - result.modes.count) weaker modes, together \(rest.percentText), not shown")
    }
    if result.negligibleCount > 0 {
      lines.append(
        "\(result.negligibleCount) more could be learned, but the map has rank \(result.rank): they are left out")
    }
    return lines + [ModeLines.warning(result.modes.map(\.singularValue))].compactMap(\.self)
  }

  private static func share(of modes: ArraySlice<Mode>) -> String {
    (modes.reduce(0) { $0 + $1.shareOfVariance }).percentText
  }

  /// "has_bones is made of mode 2 (38 %), 6 (17 %), …" for features with names of their own.
  private static func makeup(of result: Result, _ dataset: Dataset) -> [String] {
    result.modes[0].features.indices.prefix(largestToldCount).compactMap { index in
      guard let feature = dataset.features.index(ofName: result.modes[0].features[index].name) else { return nil }
      let total = dataset.targets.column(feature).reduce(0) { $0 + $1 * $1 }
      guard dataset.isOneHot, total > 0 else { return nil }
      let parts = result.modes.enumerated().map { mode, value in
        (
          mode: mode,
          share: value.singularValue * value.singularValue * value.features[index].value
            * value.features[index].value / total
        )
      }
      // Shares that are equal but for rounding stay in the order of the modes.
      let told = parts.filter { $0.share >= 0.05 }.sorted {
        (($1.share * 1e6).rounded(), $0.mode) < (($0.share * 1e6).rounded(), $1.mode)
      }
      guard !told.isEmpty else { return nil }
      let list = told.prefix(largestToldCount).map { "mode \($0.mode + 1) (\($0.share.percentText))" }
      let more = told.count > largestToldCount ? ", …" : ""
      return "\(result.modes[0].features[index].name) is made of \(list.joined(separator: ", "))\(more)"
    }
  }

  /// "; features can_swim (+0.41), has_leaves (−0.35)"; nothing where no feature has a name.
  private static func features(of mode: Mode) -> String {
    let largest = mode.features.reduce(0) { max($0, $1.value.magnitude) }
    // Those that are equal but for rounding stay in the order of the dataset.
    let told = mode.features.enumerated().map { (size: ($1.value.magnitude * 1e6).rounded(), index: $0) }
      .filter { $0.size > 0 && mode.features[$0.index].value.magnitude >= ModeContrast.participation * largest }
      .sorted { ($1.size, $0.index) < ($0.size, $1.index) }.map { mode.features[$0.index] }
    guard !told.isEmpty else { return "" }
    let list = told.prefix(largestToldCount).map { "\($0.name) (\($0.value.signed()))" }.joined(separator: ", ")
    return "; features \(list)\(told.count > largestToldCount ? ", …" : "")"
  }
}
