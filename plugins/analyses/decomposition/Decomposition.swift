import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

/// The regression map as a sum of modes, W* = U S Vᵀ: the items each mode distinguishes, its strength, its features.
struct Decomposition: AnalysisPlugin {
  static let identifier = "decomposition"
  static let summary = "The data as a sum of modes: the items each one distinguishes, its strength, its features"

  /// The most modes shown.
  static let largestShownCount = 12

  struct Result: Encodable, Sendable {
    /// How many singular values are not negligible.
    let rank: Int
    /// min(n, N) minus the rank: the number of modes that are zero.
    let negligibleCount: Int
    /// The strongest modes.
    let modes: [Mode]
    /// Groups of modes, counted from 1, that differ by less than 2 %: only their span is meaningful.
    let nearlyEqual: [[Int]]
  }

  struct Mode: Encodable, Sendable {
    let singularValue: Double
    /// s²/Σs².
    let shareOfVariance: Double
    let contrast: ModeContrast
    /// Its entry for each input: a row of Vᵀ. The first input with a large entry is positive.
    let items: [Entry]
    /// Its entries for the features shown by name, from a row of Uᵀ.
    let features: [Entry]
  }

  /// An entry of a singular vector.
  struct Entry: Encodable, Sendable {
    let name: String
    let value: Double
  }

  func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan] { [] }

  /// The shown modes and their features.
  struct Parts {
    let map: Matrix
    let modes: InputOutputModes
    let shown: ShownFeatures

    /// Whether all modes are shown.
    var isWhole: Bool { modes.objectAnalyzers.rows == modes.singularValues.count }

    init(_ dataset: Dataset) throws {
      map = try dataset.transposedTargetMap()
      let modes = try InputOutputModes(transposedMap: map, atMost: Decomposition.largestShownCount)
      self.modes = modes
      // How much the shown modes contribute to the feature.
      shown = ShownFeatures(dataset.features) { feature in
        (0..<modes.featureSynthesizers.rows).reduce(0) {
          let entry = modes.singularValues[$1] * modes.featureSynthesizers[$1, feature]
          return $0 + entry * entry
        }
      }
    }
  }

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let dataset = subject.readDataset
    let parts = try Parts(dataset)
    let (modes, names) = (parts.modes, dataset.inputNames)
    let (contrasts, shares) = (modes.contrasts(names: names), modes.sharesOfVariance)
    let equal = ModeLines.nearlyEqual(modes.singularValues).filter { $0.lowerBound < contrasts.count }
    let result = Result(
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
    return Analysis(
      result: result, summary: summary(of: result, of: subject), details: details(of: result, of: subject),
      figures: [figure(result, parts, of: dataset)])
  }
}

extension Decomposition {
  /// The positions of the panels, in pixels from the upper left corner.
  ///
  /// Below: items, strengths and features of the modes, a row for each mode. Above the features: the data.
  struct Layout {
    let size: Figure.Size
    let upperHeight: Double
    private let lowerHeight: Double
    /// The columns of features; nil if there are none of this kind.
    let together: Panel.Area?
    let alone: Panel.Area?

    private static let top = 45.0
    private static let gap = 105.0
    private static let bottom = 150.0
    private static let itemsRight = 400.0
    private static let strengthsLeft = 510.0
    private static let strengthsRight = 750.0

    init(modes: Int, inputs: Int, alone count: Int, hasTogether: Bool) {
      upperHeight = min(max(18 * Double(inputs), 110), 380)
      lowerHeight = modes == 0 ? 0 : max(30 * Double(modes), 90)
      let height = Self.top + upperHeight + (modes == 0 ? 0 : Self.gap) + lowerHeight + Self.bottom
      size = Figure.Size(width: 1500, height: Int(height))
      let (left, right) = (modes == 0 ? 130.0 : 860.0, 1400.0)
      // Each named feature has room for its name.
      let width = hasTogether ? min(max(20 * Double(count), 40), 340) : right - left
      let split = count == 0 ? right : right - width
      let rest = count == 0 ? right : split - 30
      func column(_ from: Double, _ to: Double) -> Panel.Area {
        Panel.Area(left: from / 1500, right: to / 1500, bottom: 0, top: 1)
      }
      together = hasTogether ? column(left, rest) : nil
      alone = count > 0 ? column(split, right) : nil
    }

    /// Whether the features have little room for a title.
    var isNarrow: Bool { (together.map { $0.right - $0.left } ?? 1) * Double(size.width) < 340 }

    /// The rightmost column, beside the colour bar.
    var last: Panel.Area { alone ?? together ?? items }

    /// The upper part of a column.
    func upper(_ column: Panel.Area) -> Panel.Area { rows(column, Self.top, upperHeight) }

    /// The lower part of a column.
    func lower(_ column: Panel.Area) -> Panel.Area { rows(column, Self.top + upperHeight + Self.gap, lowerHeight) }

    var explained: Panel.Area { upper(column(110, Self.itemsRight)) }
    var items: Panel.Area { lower(column(110, Self.itemsRight)) }
    var strengths: Panel.Area { lower(column(Self.strengthsLeft, Self.strengthsRight)) }
    var featureBarLeft: Double { barLeft(of: last) }

    /// The left edge of a colour bar beside an area.
    func barLeft(of area: Panel.Area) -> Double { area.right + 10 / Double(size.width) }

    private func column(_ left: Double, _ right: Double) -> Panel.Area {
      Panel.Area(left: left / Double(size.width), right: right / Double(size.width), bottom: 0, top: 1)
    }

    private func rows(_ column: Panel.Area, _ top: Double, _ height: Double) -> Panel.Area {
      let total = Double(size.height)
      return Panel.Area(
        left: column.left, right: column.right, bottom: 1 - (top + height) / total, top: 1 - top / total)
    }
  }
}

extension Decomposition {
  /// The most features of a mode named in a sentence.
  private static let largestToldCount = 4

  /// With ten thousand features, a mode has a small part of each; then the modes of each named feature are listed instead.
  private static func isSmall(_ dataset: Dataset) -> Bool {
    dataset.featureCount <= ShownFeatures.largestNamedCount
  }

  private func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let modes = result.modes
    guard !modes.isEmpty else { return ["nothing to decompose: the regression map W* is 0"] }
    let lines = ModeLines.lines(modes.map(\.singularValue)) { index in
      let contrast = modes[index].contrast.shortDescription(of: subject.readDataset.inputNames.count)
      return "mode \(index + 1) (\(modes[index].shareOfVariance.percentText)): \(contrast)"
    } together: { group in
      "\(group.modesText) (\(Self.share(of: modes[group])))"
    } rest: { first in
      "and \(modes.count - first) weaker modes (\(Self.share(of: modes[first...])))"
    }
    return lines + (Self.isSmall(subject.readDataset) ? [] : Self.makeup(of: result, subject.readDataset))
  }

  private func details(of result: Result, of subject: AnalysisSubject) -> [String] {
    let dataset = subject.readDataset
    guard !result.modes.isEmpty else { return [] }
    var lines = result.modes.enumerated().map { index, mode in
      let contrast = mode.contrast.description(of: dataset.inputNames.count)
      let features = Self.isSmall(dataset) ? Self.features(of: mode) : ""
      return
        "mode \(index + 1) (\(mode.singularValue.significant()), \(mode.shareOfVariance.percentText)): \(contrast)\(features)"
    }
    lines[0] += result.modes.count > 1 ? " (in brackets: strength, share of the variance)" : ""
    if result.rank > result.modes.count {
      let rest = 1 - result.modes.reduce(0) { $0 + $1.shareOfVariance }
      lines.append("and \(result.rank - result.modes.count) weaker modes, together \(rest.percentText), not shown")
    }
    if result.negligibleCount > 0 {
      lines.append(
        "the other \(result.negligibleCount == 1 ? "mode is" : "\(result.negligibleCount) modes are") zero: W* has rank "
          + "\(result.rank)")
    }
    return lines + [ModeLines.warning(result.modes.map(\.singularValue))].compactMap(\.self)
  }

  private static func share(of modes: ArraySlice<Mode>) -> String {
    (modes.reduce(0) { $0 + $1.shareOfVariance }).percentText
  }

  /// "contributions to has_bones: mode 2 38 %, mode 6 17 %, …" for named features.
  private static func makeup(of result: Result, _ dataset: Dataset) -> [String] {
    result.modes[0].features.indices.prefix(largestToldCount).compactMap { index in
      guard let feature = dataset.features.index(ofName: result.modes[0].features[index].name) else { return nil }
      let total = dataset.targets.column(feature).reduce(0) { $0 + $1 * $1 }
      guard dataset.itemInputs.isStandard, total > 0 else { return nil }
      let parts = result.modes.enumerated().map { mode, value in
        (
          mode: mode,
          share: value.singularValue * value.singularValue * value.features[index].value
            * value.features[index].value / total
        )
      }
      // Shares that differ only by rounding stay in the order of the modes.
      let told = parts.filter { $0.share >= 0.05 }.sorted {
        (($1.share * 1e6).rounded(), $0.mode) < (($0.share * 1e6).rounded(), $1.mode)
      }
      guard !told.isEmpty else { return nil }
      let list = told.prefix(largestToldCount).map { "mode \($0.mode + 1) \($0.share.percentText)" }
      let more = told.count > largestToldCount ? ", …" : ""
      return "contributions to \(result.modes[0].features[index].name): \(list.joined(separator: ", "))\(more)"
    }
  }

  /// "; features can_swim (+0.41), has_leaves (−0.35)"; empty if no feature has a name.
  private static func features(of mode: Mode) -> String {
    let largest = mode.features.reduce(0) { max($0, $1.value.magnitude) }
    // Entries that differ only by rounding stay in the order of the dataset.
    let told = mode.features.enumerated().map { (size: ($1.value.magnitude * 1e6).rounded(), index: $0) }
      .filter { $0.size > 0 && mode.features[$0.index].value.magnitude >= ModeContrast.participation * largest }
      .sorted { ($1.size, $0.index) < ($0.size, $1.index) }.map { mode.features[$0.index] }
    guard !told.isEmpty else { return "" }
    let list = told.prefix(largestToldCount).map { "\($0.name) (\($0.value.signed()))" }.joined(separator: ", ")
    return "; features \(list)\(told.count > largestToldCount ? ", …" : "")"
  }
}
