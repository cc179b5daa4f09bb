import GSL
import Gnuplot
import LearningDynamics
import PluginKit

/// The map to be learned as a sum of modes, W* = U S Vᵀ: what each tells apart, how strong it is, what it carries.
struct Decomposition: AnalysisPlugin {
  static let identifier = "decomposition"
  static let summary = "The data as a sum of modes: which items each tells apart, its strength, its features"

  /// More modes than this are not shown.
  static let largestShownCount = 12
  /// So many features of a mode are told in a sentence.
  private static let largestToldCount = 4

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
    let equal = Modes.nearlyEqual(modes.singularValues).filter { $0.first < contrasts.count }
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
      nearlyEqual: equal.map { [$0.first + 1, $0.last + 1] })
  }

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let dataset = subject.dataset
    guard !result.modes.isEmpty else { return ["there is nothing to decompose: the map to be learned is 0"] }
    // Of ten thousand features a mode carries a hundredth of each; then one asks which modes a feature is made of.
    let isSmall = dataset.featureCount <= ShownFeatures.largestNamedCount
    var lines = result.modes.enumerated().map { index, mode in
      let contrast = mode.contrast.description(of: dataset.inputNames.count)
      let share = Self.percent(mode.shareOfVariance)
      let features = isSmall ? Self.features(of: mode) : ""
      return "mode \(index + 1) (\(mode.singularValue.significant()), \(share)): \(contrast)\(features)"
    }
    lines[0] += result.modes.count > 1 ? " (in brackets: strength, share of the squares of all targets)" : ""
    if result.rank > result.modes.count {
      let rest = 1 - result.modes.reduce(0) { $0 + $1.shareOfVariance }
      lines.append("and \(result.rank - result.modes.count) weaker modes, together \(Self.percent(rest)), not shown")
    }
    if result.negligibleCount > 0 {
      lines.append(
        "\(result.negligibleCount) more could be learned, but the map has rank \(result.rank): they are left out")
    }
    if !isSmall { lines += Self.makeup(of: result, dataset) }
    let groups = result.nearlyEqual.map { "\($0[0])–\($0[1])" }
    if !groups.isEmpty {
      lines.append(
        "modes \(groups.joined(separator: " and ")) are nearly equal in strength: any mixture of them is as good")
    }
    return lines
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
      let list = told.prefix(largestToldCount).map { "mode \($0.mode + 1) (\(percent($0.share)))" }
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

  /// "31 %", "0.42 %".
  static func percent(_ share: Double) -> String {
    let percent = 100 * share
    return "\(percent >= 9.5 ? String(Int(percent.rounded())) : percent.significant(2)) %"
  }
}
