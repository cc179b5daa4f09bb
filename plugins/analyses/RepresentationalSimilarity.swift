import GSL
import Gnuplot
import LearningDynamics
import PluginKit

/// Which items the hidden layer takes for alike, and when it begins to tell them apart.
struct RepresentationalSimilarity: AnalysisPlugin {
  static let identifier = "rsa"
  static let summary = "Similarity of the items' hidden activity at chosen epochs (dot products)"
  static let tutorialPosition: Int? = 4

  static let requirement = "needs a network with a hidden layer"

  static let layer = Parameter("layer", default: 1, in: 1...64, help: "hidden layer shown, counted from the input")
  static let parameters = [layer.declaration]

  /// More matrices than this are not shown side by side.
  static let largestShownCount = 6

  struct Result: Encodable, Sendable {
    let layer: Int
    let epochs: [Int]
    /// The largest absolute entry of each shown matrix.
    let largestEntries: [Double]
  }

  func applies(to subject: AnalysisSubject) -> Bool { !subject.mainPlan.isZeroDepth }

  func check(_ subject: AnalysisSubject) throws {
    let (layer, count) = (subject.values[Self.layer], subject.mainPlan.hiddenWidths.count)
    guard layer <= count else {
      throw SettingsError.refused(
        name: Self.layer.declaration.name, text: String(layer),
        allowed: count == 1 ? "1, because the network has one hidden layer" : "a hidden layer from 1 to \(count)")
    }
  }

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let layer = subject.values[Self.layer]
    let layers = recordings[0].representationalSimilarities
    let epochs = try shownEpochs(recordings[0], subject)
    return Result(
      layer: layer, epochs: epochs,
      largestEntries: epochs.map {
        layers[layer - 1][recordings[0].keptIndex(nearest: $0)].largestMagnitude
      })
  }

  /// The epochs asked for; else those at which the stages are half learned, and the end.
  private func shownEpochs(_ recording: Recording, _ subject: AnalysisSubject) throws -> [Int] {
    let asked = subject.shownEpochs.filter { $0 <= recording.lastEpoch }
    func kept(_ epochs: some Sequence<Int>) -> [Int] {
      Set(epochs.map { recording.keptEpochs[recording.keptIndex(nearest: $0)] }).sorted()
    }
    if !asked.isEmpty { return kept(asked) }
    let stages = try recording.stages().map(\.epoch)
    let early = kept(stages.prefix(Self.largestShownCount - 1)).filter { $0 < recording.lastEpoch }
    return early + kept([recording.lastEpoch])
  }

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let epochs = result.epochs.map(String.init).joined(separator: ", ")
    let entries = result.largestEntries.map { $0.significant(3) }.joined(separator: ", ")
    let missed = Set(subject.shownEpochs).subtracting(result.epochs).sorted().map(String.init)
    let note = missed.isEmpty ? "" : " (epoch \(missed.joined(separator: ", ")) was not reached)"
    let interval = subject.mainPlan.recordingInterval
    let isMoved = interval > 1 && subject.shownEpochs.isEmpty
    let kept = isMoved ? "; of every \(interval)th epoch, where matrices were kept, the nearest to each stage" : ""
    return ["hidden layer \(result.layer) at epoch \(epochs)\(note): largest dot product \(entries)\(kept)"]
  }
}
