import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

/// How far a new property spreads. It is taught of one item, with the hidden layer as it is at an epoch, and predicted for the others.
///
/// A new output w is trained from 0 on the activity h_i of the taught item until it predicts 1. It ends at w = h_i/‖h_i‖², so the prediction
/// for item j is w·h_j = G_ij/G_ii, with G the dot products of the items' activity in the last hidden layer.
///
/// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019). PNAS 116, 11537–11546. doi:10.1073/pnas.1820226116
struct Induction: AnalysisPlugin {
  static let identifier = "induction"
  static let summary = "How far a property that is taught of one item spreads to the others, over training"
  static let needs = [AnalysisNeed.hiddenLayer]
  static let requirement = "needs one-hot inputs, at least two items, and a network with a hidden layer"
  static let showsEpochs = true

  static let taught = Parameter(
    "taught", default: 1, in: 1...DiffusionTree.largestItemCount,
    help: "item that is taught the new property, counted from 1")
  static let parameters = [taught.declaration]

  /// The most epochs with a sentence, if the user does not ask for some.
  private static let largestShownCount = 5
  /// The most items with a curve.
  private static let largestCurveCount = 12

  struct Result: Encodable, Sendable {
    let taught: String
    let items: [String]
    let epochs: [Int]
    /// For each of the epochs G_ij/G_ii for each item j; nil where the taught item has no activity.
    let predictions: [[Double]?]
  }

  func applies(to subject: AnalysisSubject) -> Bool { subject.dataset.isOneHot && subject.dataset.itemCount > 1 }

  func check(_ subject: AnalysisSubject) throws {
    let (taught, count) = (subject.values[Self.taught], subject.dataset.itemCount)
    guard taught <= count else {
      throw SettingsError.refused(
        name: Self.taught.declaration.name, text: String(taught), allowed: "an item from 1 to \(count)")
    }
  }

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let (run, dataset) = (runs[0], subject.dataset)
    let item = subject.values[Self.taught] - 1
    let epochs = try shownEpochs(run, subject)
    let predictions = epochs.map { spread(from: item, run.recording, at: run.recording.keptIndex(nearest: $0)) }
    let result = Result(
      taught: dataset.items[item], items: dataset.items, epochs: epochs, predictions: predictions)
    return Analysis(
      result: result, summary: zip(epochs, predictions).map { sentence($0, $1, item, dataset) },
      figures: [figure(item, run, epochs, of: subject)])
  }

  /// The requested epochs; by default those at which the stages are half learned, and the last.
  private func shownEpochs(_ run: AnalyzedRun, _ subject: AnalysisSubject) throws -> [Int] {
    let recording = run.recording
    let asked = subject.shownEpochs.filter { $0 <= recording.lastEpoch }
    if !asked.isEmpty { return recording.kept(nearest: asked) }
    let stages = try run.stages.map(\.epoch).filter { $0 < recording.lastEpoch }
    return recording.kept(nearest: stages.prefix(Self.largestShownCount - 1) + [recording.lastEpoch])
  }

  /// G_ij/G_ii for each item j; nil if the item has no activity.
  private func spread(from item: Int, _ recording: Recording, at index: Int) -> [Double]? {
    guard let similarities = recording.representationalSimilarities.last?[index], similarities[item, item] > 0 else {
      return nil
    }
    return similarities.row(item).map { $0 / similarities[item, item] }
  }

  /// "epoch 138: 1.00 to Tuna, 0.40 to Robin, Canary, 0.10 to 4 items".
  private func sentence(_ epoch: Int, _ predictions: [Double]?, _ item: Int, _ dataset: Dataset) -> String {
    guard let predictions else { return "epoch \(epoch.grouped): \(dataset.items[item]) has no activity to learn from" }
    let groups = relatives(of: item, in: dataset).map { items in
      let mean = items.reduce(0) { $0 + predictions[$1] } / Double(items.count)
      let names = items.count <= 2 ? items.map { dataset.items[$0] }.joined(separator: ", ") : "\(items.count) items"
      return "\(mean.signed()) to \(names)"
    }
    return "epoch \(epoch.grouped): \(dataset.items[item]) \(groups.joined(separator: ", "))"
  }

  /// The other items, the nearest first: with a tree those that share a group, else the three with the most similar features and the
  /// rest.
  private func relatives(of item: Int, in dataset: Dataset) -> [[Int]] {
    let others = dataset.items.indices.filter { $0 != item }
    guard let tree = dataset.tree, tree.leafCount == dataset.itemCount else {
      let near = byLikeness(others, to: item, dataset)
      return near.prefix(3).map { [$0] } + (near.count > 3 ? [Array(near.dropFirst(3))] : [])
    }
    let paths = tree.leaves.map(tree.path)
    let shared = Dictionary(grouping: others) { other in
      zip(paths[item], paths[other]).prefix { $0 == $1 }.count
    }
    return shared.sorted { $0.key > $1.key }.map(\.value)
  }

  private func byLikeness(_ others: [Int], to item: Int, _ dataset: Dataset) -> [Int] {
    let own = dataset.targets.row(item)
    let ranked = others.map { other in
      (other, zip(own, dataset.targets.row(other)).reduce(0) { $0 + $1.0 * $1.1 })
    }
    return ranked.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
  }

  private func figure(_ item: Int, _ run: AnalyzedRun, _ epochs: [Int], of subject: AnalysisSubject) -> Figure {
    let (dataset, recording) = (subject.dataset, run.recording)
    let series = recording.keptEpochs.indices.map { spread(from: item, recording, at: $0) }
    let groups = relatives(of: item, in: dataset)
    let isEach = dataset.itemCount <= Self.largestCurveCount
    // A colour for each degree of relationship; of many items their means.
    let curves: [(column: String, title: String, items: [Int], color: Int, dash: LineStyle.Dash)] =
      isEach
      ? groups.enumerated().flatMap { color, items in
        items.enumerated().map { place, other in
          (
            "item_\(other + 1)", dataset.items[other], [other], color,
            LineStyle.Dash(rawValue: place % 4 + 1) ?? .solid
          )
        }
      }
      : groups.enumerated().map { color, items in
        let title = items.count == 1 ? dataset.items[items[0]] : "\(items.count.grouped) items (mean)"
        return ("relatives_\(color + 1)", title, items, color, .solid)
      }
    let values = curves.map { curve in
      series.map { spread in
        spread.map { values in curve.items.reduce(0) { $0 + values[$1] } / Double(curve.items.count) } ?? .nan
      }
    }
    let known = values.flatMap { $0 }.filter(\.isFinite)
    let size = Figure.Size(width: 1100, height: 560)
    let area = Panel.Area(in: size, right: 310)
    let table = Table(
      byEpoch: Self.identifier, at: recording.keptEpochs, columns: zip(curves, values).map { ($0.column, $1) })
    let shown = epochs.map { epoch in
      Layer.band(
        from: Double(epoch) - 0.5, to: Double(epoch) + 0.5, color: Color(0xE4E4E4),
        title: epoch == epochs[0] ? "epochs in the findings" : nil)
    }
    return Figure(
      name: Self.identifier,
      caption: "How far a property that is taught of \(dataset.items[item]) spreads in \(dataset.identifier)",
      size: size,
      panels: [
        Panel(
          area: area, title: "A new property is taught of \(dataset.items[item])", x: .epochs(to: recording.lastEpoch),
          y: Axis(
            "prediction for other items",
            range: .rounded(min(0, known.min() ?? 0), max(1.05, known.max() ?? 1), significant: 2)),
          legend: .beside(area, in: size),
          layers: shown + [.level(0, .guide, title: nil), .level(1, .guide, title: nil)]
            + curves.map { curve in
              .curve(
                Curve(
                  table: table.name, y: curve.column,
                  style: LineStyle(.category(curve.color), width: 2.5, dash: curve.dash), title: curve.title))
            })
      ],
      tables: [table])
  }
}
