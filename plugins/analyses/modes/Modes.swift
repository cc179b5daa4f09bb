import Gnuplot
import LearningDynamics
import PluginKit

/// The singular values of the end-to-end map over time: each step of the loss is a mode being learned.
struct Modes: AnalysisPlugin {
  static let identifier = "modes"
  static let summary = "Singular values of the end-to-end map over time, and what each mode tells apart"
  static let tutorialPosition: Int? = 3
  static let leadPosition: Int? = 2

  struct Result: Encodable, Sendable {
    let modes: [Mode]
    let stages: [LearningStage]
    let divergedAtEpoch: Int?
    /// The levels of a dataset whose features were sampled; none for others.
    let levels: [Level]
    /// Why theory says nothing.
    let theoryLimit: String?
  }

  /// Modes that are equally strong before sampling, and the means of their half-rise epochs.
  struct Level: Encodable, Sendable {
    let name: String
    let modes: Int
    let halfRiseEpoch: Double?
    let predictedHalfRiseEpoch: Double?
  }

  /// A mode of the map to be learned: how much of it there is in the end, and when half of it was.
  struct Mode: Encodable, Sendable {
    let strength: Double
    let halfRiseEpoch: Int?
    /// What theory says of it; nil where none holds or is asked for.
    let predictedHalfRiseEpoch: Int?
    let contrast: ModeContrast
  }

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let recording = recordings[0]
    let halfRises = try recording.halfRiseEpochs()
    let strengths = try recording.modeStrengths()[recording.lastEpoch]
    let contrasts = try recording.modeContrasts(names: subject.dataset.inputNames)
    let theory = try TheoryOverlay(recording, of: subject)
    let predicted = theory.course?.halfRiseEpochs ?? halfRises.map { _ in nil }
    let modes = contrasts.indices.map {
      Mode(
        strength: strengths[$0], halfRiseEpoch: halfRises[$0], predictedHalfRiseEpoch: predicted[$0],
        contrast: contrasts[$0])
    }
    return Result(
      modes: modes, stages: try recording.stages(), divergedAtEpoch: recording.divergedAtEpoch,
      levels: try Self.levels(modes, subject.dataset), theoryLimit: theory.note)
  }

  private static func levels(_ modes: [Mode], _ dataset: Dataset) throws -> [Level] {
    guard dataset.isOneHot else { return [] }
    return try (dataset.sampledLevels(count: modes.count) ?? []).map { level in
      Level(
        name: level.name, modes: level.modes.count, halfRiseEpoch: level.halfRise(modes.map(\.halfRiseEpoch)),
        predictedHalfRiseEpoch: level.halfRise(modes.map(\.predictedHalfRiseEpoch)))
    }
  }
}
