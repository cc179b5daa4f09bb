import Gnuplot
import LearningDynamics
import PluginKit

/// The singular values of the end-to-end map over time: each step of the loss is a mode being learned.
struct Modes: AnalysisPlugin {
  static let identifier = "modes"
  static let summary = "Singular values of the end-to-end map over time, and what each mode tells apart"
  static let tutorialPosition: Int? = 3

  struct Result: Encodable, Sendable {
    let modes: [Mode]
    let stages: [LearningStage]
  }

  struct Mode: Encodable, Sendable {
    let target: Double
    let halfRiseEpoch: Int?
    let contrast: ModeContrast
  }

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let recording = recordings[0]
    let halfRises = try recording.halfRiseEpochs()
    let targets = try subject.dataset.targetSingularValues()
    let contrasts = try recording.modeContrasts(at: recording.lastEpoch, names: subject.dataset.inputNames)
    let modes = contrasts.indices.map {
      Mode(target: targets[$0], halfRiseEpoch: halfRises[$0], contrast: contrasts[$0])
    }
    return Result(modes: modes, stages: LearningStage.stages(halfRises: halfRises))
  }

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let negligible = Recording.negligibleStrength * (result.modes.first?.target ?? 0)
    let modes = result.modes.filter { $0.target > negligible }
    var lines = modes.prefix(Self.largestListedCount).enumerated().map { index, mode in
      let (value, target) = (mode.contrast.singularValue.significant(), mode.target.significant())
      let strength = value == target ? value : "\(value) of \(target)"
      guard let epoch = mode.halfRiseEpoch else { return "mode \(index + 1) (\(strength)), not half learned" }
      let contrast = mode.contrast.description(of: subject.dataset.inputNames.count)
      return "mode \(index + 1) (\(strength)), half learned at epoch \(epoch): \(contrast)"
    }
    if modes.count > lines.count { lines.append("and \(modes.count - lines.count) modes more, see run.json") }
    if modes.count < result.modes.count {
      lines.append(
        "the other \(result.modes.count - modes.count) have nothing to learn: the targets have rank \(modes.count)")
    }
    let mixed = Self.nearlyEqual(modes.map(\.target))
    if !mixed.isEmpty {
      let groups = mixed.map { "\($0.first + 1)–\($0.last + 1)" }.joined(separator: " and ")
      lines.append("modes \(groups) are nearly equal in strength and mix: what they tell apart is fixed only together")
    }
    return lines
  }

  /// More modes than this are not told one by one.
  private static let largestListedCount = 16

  /// Groups of neighbours in a descending list that differ by less than 2 %.
  static func nearlyEqual(_ values: [Double]) -> [(first: Int, last: Int)] {
    var groups: [(first: Int, last: Int)] = []
    for index in values.indices.dropFirst() where values[index] > 0.98 * values[index - 1] {
      if let last = groups.last, last.last == index - 1 {
        groups[groups.count - 1].last = index
      } else {
        groups.append((index - 1, index))
      }
    }
    return groups
  }
}
