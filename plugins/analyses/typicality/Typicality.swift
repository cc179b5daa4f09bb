import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

/// How typical each item is of each mode, beside when the item is learned.
///
/// In mode α, s u vᵀ of the targets, item i has the typicality v_iα, and the mode's prototype is Σ_i v_iα y_i = s_α u_α: the items' features,
/// weighted by how typical they are. While a mode is learned, item i gets a_α(t) v_iα of its features, so more typical items get them
/// earlier and more strongly.
///
/// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019). PNAS 116, 11537–11546. doi:10.1073/pnas.1820226116
struct Typicality: AnalysisPlugin {
  static let identifier = "typicality"
  static let summary = "How typical each item is of each mode, and when each item is learned"
  static let needs = [AnalysisNeed.singlePhase]
  static let requirement = "needs one-hot inputs, and a dataset without phases"

  /// The most modes shown.
  private static let largestModeCount = 8
  /// The most modes with a sentence.
  private static let largestToldCount = 3

  struct Result: Encodable, Sendable {
    let items: [String]
    let modes: [Mode]
    /// For each item the first kept epoch at which its loss is at most half of the first one, and a tenth; nil if that is not reached.
    let halfEpochs: [Int?]
    let tenthEpochs: [Int?]
  }

  struct Mode: Encodable, Sendable {
    /// s.
    let singularValue: Double
    /// v, for each item.
    let typicality: [Double]
  }

  func applies(to subject: AnalysisSubject) -> Bool { subject.dataset.isOneHot }

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let (dataset, recording) = (subject.dataset, runs[0].recording)
    let modes = try InputOutputModes(transposedMap: dataset.transposedTargetMap(), atMost: Self.largestModeCount)
    let losses = recording.itemLosses(againstPhase: nil)
    func epochs(_ part: Double) -> [Int?] {
      losses.map { losses in losses.firstIndex { $0 <= part * losses[0] }.map { recording.keptEpochs[$0] } }
    }
    let result = Result(
      items: dataset.items,
      modes: (0..<modes.objectAnalyzers.rows).map {
        Mode(singularValue: modes.singularValues[$0], typicality: modes.objectAnalyzers.row($0))
      },
      halfEpochs: epochs(0.5), tenthEpochs: epochs(0.1))
    return Analysis(
      result: result, summary: sentences(result), figures: [figure(result, recording, of: subject)])
  }

  private func sentences(_ result: Result) -> [String] {
    let told = result.modes.prefix(Self.largestToldCount).enumerated().map { index, mode in
      let order = result.items.indices.sorted {
        (mode.typicality[$1].magnitude, $0) < (mode.typicality[$0].magnitude, $1)
      }
      func text(_ item: Int) -> String { "\(result.items[item]) (\(mode.typicality[item].signed()))" }
      guard let first = order.first, let last = order.last, first != last else { return "mode \(index + 1): one item" }
      return "mode \(index + 1): most typical \(text(first)), least \(text(last))"
    }
    let learned = result.items.indices.compactMap { item in result.tenthEpochs[item].map { (item: item, epoch: $0) } }
    let ranked = learned.sorted { ($0.epoch, $0.item) < ($1.epoch, $1.item) }
    guard let first = ranked.first, let last = ranked.last else { return told + ["no item is learned to nine tenths"] }
    return told + [
      "learned to nine tenths: \(result.items[first.item]) first, at epoch \(first.epoch.grouped), \(result.items[last.item]) last, at "
        + "epoch \(last.epoch.grouped)"
        + (learned.count < result.items.count ? "; \(result.items.count - learned.count) not at all" : "")
    ]
  }

  private func figure(_ result: Result, _ recording: Recording, of subject: AnalysisSubject) -> Figure {
    let (items, modes) = (result.items, result.modes)
    let size = Figure.Size(width: 1200, height: 560)
    let left = Panel.Area(in: size, left: 130, right: 720, bottom: 80, top: 45)
    let right = Panel.Area(in: size, left: 700, right: 250, bottom: 80, top: 45)
    let limit = max(0.1, modes.flatMap(\.typicality).reduce(0) { max($0, $1.magnitude) }.rounded(significant: 2))
    let grid = Table(
      name: Self.identifier, header: modes.isEmpty ? ["mode_1"] : modes.indices.map { "mode_\($0 + 1)" },
      values: items.indices.flatMap { item in modes.map { $0.typicality[item] } })
    let learned = Table(
      name: "learned-items",
      columns: [
        ("y", items.indices.map(Double.init)),
        ("x", result.halfEpochs.map { $0.map(Double.init) ?? .nan }),
      ])
    let tenth = Table(
      name: "learned-items-tenth",
      columns: [
        ("y", items.indices.map(Double.init)), ("x", result.tenthEpochs.map { $0.map(Double.init) ?? .nan }),
      ])
    let names = Axis.names(items, fromTop: true, atMost: 24)
    return Figure(
      name: Self.identifier,
      caption: "How typical the items of \(subject.dataset.identifier) are of each mode, and when they are learned",
      size: size,
      // Without anything to learn there are no modes.
      panels: (modes.isEmpty
        ? []
        : [
          Panel(
            area: left, title: "Typicality v", x: .names(modes.indices.map { "\($0 + 1)" }, label: "mode"), y: names,
            colors: ColorScale(
              .diverging, range: Axis.Range(-limit, limit),
              bar: ColorScale.Bar(left: left.right + 10 / Double(size.width), label: nil)),
            layers: [.cells(CellGrid(grid))])
        ]) + [
          Panel(
            area: right, title: "When each item is learned", x: .epochs(to: recording.lastEpoch), y: names,
            legend: .beside(right, in: size),
            layers: [
              .entry(LineStyle(.category(0), width: 8), title: "loss at a half"),
              .entry(LineStyle(.category(1), width: 8), title: "loss at a tenth"),
              .points(table: learned.name, .category(0)), .points(table: tenth.name, .category(1)),
            ])
        ],
      tables: (modes.isEmpty ? [] : [grid]) + [learned, tenth])
  }
}
