import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Support

/// Which items the hidden layer takes for alike, and when it begins to tell them apart.
struct RepresentationalSimilarity: AnalysisPlugin {
  static let identifier = "rsa"
  static let summary = "Similarity of the items' hidden activity at chosen epochs, and with a tree's levels"
  static let tutorialPosition: Int? = 4

  static let requirement = HiddenLayer.requirement
  static let showsEpochs = true

  static let layer = HiddenLayer.parameter
  static let similarity = Parameter(
    "similarity", default: SimilarityMeasure.dot.rawValue, oneOf: SimilarityMeasure.allCases.map(\.rawValue),
    help: "measure of the items' hidden activity: three similarities, one distance; rsa-over-time keeps dot products")
  static let export = Parameter("export", default: false, help: "the matrices as arrays for NumPy and rsatoolbox too")
  static let animation = Parameter("animation", default: false, help: "the matrix over training as an animated GIF too")
  static let parameters = [layer.declaration, similarity.declaration, export.declaration, animation.declaration]

  /// More matrices than this are not shown side by side.
  static let largestShownCount = 6
  /// Of more items no animation is drawn: gnuplot would take minutes for it.
  static let largestAnimatedItemCount = 128

  struct Result: Encodable, Sendable {
    let layer: Int
    let similarity: SimilarityMeasure
    let epochs: [Int]
    /// The largest absolute entry of each shown matrix.
    let largestEntries: [Double]
    /// The smallest entry of each shown matrix.
    let smallestEntries: [Double]
    /// The tree's levels that tell items apart; nil for a dataset without such a tree.
    let levels: [Level]?
    /// The largest distance of two items at each shown epoch, in parts of that at the end.
    let relativeDistances: [Double]
    /// The largest difference between theory's and the measured dot products of any two items at any kept epoch, as a part
    /// of the largest entry; nil for other layers than the first and where no theory is drawn.
    let largestTheoryError: Double?
    /// Why none is; nil for other layers than the first.
    let theoryLimit: String?
    /// The dot products over time, for the figure; nil for other layers than the first.
    let course: SimilarityTheory?

    /// All but the course, which has a table.
    private enum CodingKeys: String, CodingKey {
      case layer, similarity, epochs, largestEntries, smallestEntries, levels, relativeDistances, largestTheoryError
      case theoryLimit
    }
  }

  /// How the shown matrices go with one level of the tree.
  struct Level: Encodable, Sendable {
    let level: Int
    /// Items that share their ancestor on the level.
    let groups: [[String]]
    /// No similarities have a larger τ_a with this level.
    let largestTau: Double
    /// One for each shown epoch, of the measure that is shown.
    let comparisons: [LevelComparison]
    /// One for each shown epoch, of the Euclidean distances: what verdicts go by. Dot products grow with the length of the
    /// vectors, so that they can be ordered like a level that nothing tells apart.
    let distances: [LevelComparison]
  }

  func applies(to subject: AnalysisSubject) -> Bool { !subject.mainPlan.isZeroDepth }

  func check(_ subject: AnalysisSubject) throws {
    try HiddenLayer.check(subject)
    guard !subject.values[Self.animation] || subject.dataset.itemCount <= Self.largestAnimatedItemCount else {
      throw SettingsError.refused(
        name: Self.animation.declaration.name, text: true.parameterText,
        allowed: "no, because '\(subject.dataset.identifier)' has \(subject.dataset.itemCount.grouped) items, "
          + "and an animation shows at most \(Self.largestAnimatedItemCount)")
    }
  }

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let matrices = SimilarityCourse(recordings[0], subject)
    let epochs = try shownEpochs(recordings[0], subject)
    let shown = epochs.map(matrices.matrix(nearest:))
    let pairs = shown.map { RankedPairs($0, areDistances: matrices.measure.isDistance) }
    let apart = (epochs + [recordings[0].lastEpoch]).map { epoch in
      let index = recordings[0].keptIndex(nearest: epoch)
      return recordings[0].similarity(.euclidean, ofLayer: matrices.layer, at: index)
    }
    let final = apart[apart.count - 1].largestMagnitude
    let distances = apart.dropLast().map { RankedPairs($0, areDistances: true) }
    let levels = subject.dataset.levelModels.map { model in
      let comparer = LevelComparer(model)
      return Level(
        level: model.level, groups: model.groups.map { $0.map { subject.dataset.items[$0] } },
        largestTau: model.largestTau, comparisons: pairs.map(comparer.compare),
        distances: distances.map(comparer.compare))
    }
    let course = matrices.layer == 0 ? try SimilarityTheory(recordings[0], of: subject) : nil
    return Result(
      layer: matrices.layer + 1, similarity: matrices.measure, epochs: epochs,
      largestEntries: shown.map(\.largestMagnitude), smallestEntries: shown.map { $0.elements.min() ?? 0 },
      levels: levels.isEmpty ? nil : levels,
      relativeDistances: apart.dropLast().map { final > 0 ? $0.largestMagnitude / final : 0 },
      largestTheoryError: course?.largestError, theoryLimit: course?.limit,
      course: course)
  }

  /// The epochs asked for; else those at which the stages are half learned, and the end.
  private func shownEpochs(_ recording: Recording, _ subject: AnalysisSubject) throws -> [Int] {
    let asked = subject.shownEpochs.filter { $0 <= recording.lastEpoch }
    if !asked.isEmpty { return recording.kept(nearest: asked) }
    let stages = try recording.stages().map(\.epoch)
    let early = recording.kept(nearest: stages.prefix(Self.largestShownCount - 1)).filter { $0 < recording.lastEpoch }
    return early + recording.kept(nearest: [recording.lastEpoch])
  }
}
