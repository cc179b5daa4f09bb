import Gnuplot
import LearningDynamics
import PluginKit

/// The singular values of the end-to-end map over time: each step of the loss is a mode being learned.
struct Modes: AnalysisPlugin {
  static let identifier = "modes"
  static let summary = "Singular values of the end-to-end map over time, and what each mode tells apart"
  static let isPartOfTutorial = true

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
    let shown = 16
    var lines = result.modes.prefix(shown).enumerated().map { index, mode in
      let (value, target) = (mode.contrast.singularValue.significant(), mode.target.significant())
      let strength = value == target ? value : "\(value) of \(target)"
      let rise = mode.halfRiseEpoch.map { "half learned at epoch \($0)" } ?? "not learned"
      let contrast = mode.halfRiseEpoch == nil ? "" : ": \(mode.contrast.description(of: subject.dataset.inputNames.count))"
      return "mode \(index + 1) (\(strength)), \(rise)\(contrast)"
    }
    if result.modes.count > shown { lines.append("and \(result.modes.count - shown) modes more (see run.json)") }
    return lines
  }
}
