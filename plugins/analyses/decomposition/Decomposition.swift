import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Support

/// The map to be learned as a sum of modes, W* = U S Vᵀ: what each tells apart, how strong it is, what it carries.
struct Decomposition: AnalysisPlugin {
  static let identifier = "decomposition"
  static let summary = "The data as a sum of modes: which items each tells apart, its strength, its features"

  /// More modes than this are not shown.
  static let largestShownCount = 12

  struct Result: Encodable, Sendable {
    /// How many singular values are not negligible.
    let rank: Int
    /// min(n, N) less the rank: modes with nothing to learn.
    let negligibleCount: Int
    /// The strongest modes.
    let modes: [Mode]
    /// Groups of modes, counted from 1, that differ by less than 2 %: any mixture of them is as good.
    let nearlyEqual: [[Int]]
  }

  struct Mode: Encodable, Sendable {
    let singularValue: Double
    /// s²/Σs².
    let shareOfVariance: Double
    let contrast: ModeContrast
    /// Its entry for each input: a row of Vᵀ. The first input that takes part is positive.
    let items: [Entry]
    /// Its entries for the features that are shown with their names: of a row of Uᵀ.
    let features: [Entry]
  }

  /// An entry of a singular vector.
  struct Entry: Encodable, Sendable {
    let name: String
    let value: Double
  }

  func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan] { [] }

  /// The modes that are shown, and where their features stand.
  struct Parts {
    let map: Matrix
    let modes: InputOutputModes
    let shown: ShownFeatures

    /// Whether no mode is left out.
    var isWhole: Bool { modes.objectAnalyzers.rows == modes.singularValues.count }

    init(_ dataset: Dataset) throws {
      map = try dataset.transposedTargetMap()
      let modes = try InputOutputModes(transposedMap: map, atMost: Decomposition.largestShownCount)
      self.modes = modes
      // How much of a feature lies in the modes shown.
      shown = ShownFeatures(dataset.features) { feature in
        (0..<modes.featureSynthesizers.rows).reduce(0) {
          let entry = modes.singularValues[$1] * modes.featureSynthesizers[$1, feature]
          return $0 + entry * entry
        }
      }
    }
  }

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let dataset = subject.dataset
    let parts = try Parts(dataset)
    let (modes, names) = (parts.modes, dataset.inputNames)
    let (contrasts, shares) = (modes.contrasts(names: names), modes.sharesOfVariance)
    let equal = ModeLines.nearlyEqual(modes.singularValues).filter { $0.lowerBound < contrasts.count }
    return Result(
      rank: modes.singularValues.count, negligibleCount: modes.negligibleCount,
      modes: contrasts.indices.map { mode in
        Mode(
          singularValue: modes.singularValues[mode], shareOfVariance: shares[mode], contrast: contrasts[mode],
          items: zip(names, modes.objectAnalyzers.row(mode)).map { Entry(name: $0, value: $1) },
          features: parts.shown.alone.map {
            Entry(name: dataset.features[$0], value: modes.featureSynthesizers[mode, $0])
          })
      },
      nearlyEqual: equal.map { [$0.lowerBound + 1, $0.upperBound + 1] })
  }
}
