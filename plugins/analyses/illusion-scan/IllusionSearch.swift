import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Support

/// Finds all predictions that are on the wrong side during training, the worst first.
struct IllusionSearch: AnalysisPlugin {
  static let identifier = "illusion-scan"
  static let summary = "Every prediction of every item, ranked by how far and how long it is on the wrong side"

  /// How many cells the result lists, and how many different ones get a curve.
  static let (largestToldCount, largestDrawnCount) = (20, 6)

  struct Result: Encodable, Sendable {
    /// How many of all cells are on the wrong side.
    let wrongCells: Int
    let cells: Int
    /// The worst cells.
    let ranking: [Cell]
    let items: [Item]
    /// The dataset's probe, if it has one.
    let probe: Followed?
    /// k, if only every k-th epoch was checked.
    let recordingInterval: Int
    /// How many predictions had not converged when the training ended; these may still be on the wrong side later.
    let unconvergedCells: Int
    let lastEpoch: Int
    let divergedAtEpoch: Int?
  }

  struct Cell: Encodable, Sendable {
    let item: String
    let feature: String
    let target: Double
    /// Σ over epochs of how much further from its target the prediction is than at epoch 0, in halves of the feature's
    /// range: distance × time.
    let area: Double
    let worst: Double
    let worstEpoch: Int
    let wrongEpochs: Int
  }

  /// The predictions of one item that are on the wrong side.
  struct Item: Encodable, Sendable {
    let item: String
    let wrongCells: Int
    /// The fraction of its cells.
    let share: Double
    /// The mean area of all its cells.
    let meanArea: Double
  }

  struct Followed: Encodable, Sendable {
    let probe: String
    /// Its rank among the cells on the wrong side, from 1; nil if it is never there.
    let rank: Int?
    let area: Double
  }

  /// N·P·(T + 1)·r: every prediction at every state, from at most r modes.
  func multiplications(for subject: AnalysisSubject) -> Double {
    let (dataset, plan) = (subject.dataset, subject.mainPlan)
    let rank = min(dataset.itemCount, plan.hiddenWidths.min() ?? dataset.itemCount)
    return Double(dataset.featureCount) * Double(dataset.itemCount) * Double(rank) * Double(plan.epochs + 1)
  }

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let (dataset, scan) = (subject.dataset, try IllusionScan(runs[0].recording, on: subject.dataset))
    let result = Result(
      wrongCells: scan.wrongCellCount, cells: dataset.itemCount * dataset.featureCount,
      ranking: scan.ranking.prefix(Self.largestToldCount).map { found in
        Cell(
          item: dataset.items[found.cell.item], feature: dataset.features[found.cell.feature], target: found.target,
          area: found.area, worst: found.worst, worstEpoch: found.worstEpoch, wrongEpochs: found.wrongEpochs)
      },
      items: dataset.items.indices.map { item in
        let count = Double(dataset.featureCount)
        return Item(
          item: dataset.items[item], wrongCells: scan.wrongCells[item], share: Double(scan.wrongCells[item]) / count,
          meanArea: scan.areas.row(item).reduce(0, +) / count)
      },
      probe: dataset.probe.map {
        Followed(probe: dataset.name(of: $0), rank: scan.rank(of: $0), area: scan.areas[$0.item, $0.feature])
      },
      recordingInterval: subject.mainPlan.recordingInterval, unconvergedCells: scan.unconvergedCells,
      lastEpoch: runs[0].lastEpoch, divergedAtEpoch: runs[0].divergedAtEpoch)
    return Analysis(
      result: result, summary: summary(of: result, scan, dataset), details: details(of: result, scan),
      figures: [map(result, scan, of: dataset)]
        + [try curves(result, scan, runs[0].recording, of: dataset)].compactMap(\.self))
  }

  private func summary(of result: Result, _ scan: IllusionScan, _ dataset: Dataset) -> [String] {
    var lines: [String] = []
    let note =
      result.recordingInterval > 1
      ? " (only every \(result.recordingInterval.ordinal) epoch was kept and checked; areas and durations count these)"
      : ""
    if let epoch = result.divergedAtEpoch { return ["not evaluated: training diverged at epoch \(epoch)"] }
    if !scan.hasLearned {
      return ["not evaluated: nothing is learned by epoch \(result.lastEpoch), when the run ends"]
    }
    let unconverged =
      result.unconvergedCells > 0
      ? "\(result.unconvergedCells.grouped) predictions had not converged when the run ended, at epoch \(result.lastEpoch)"
      : nil
    guard let first = result.ranking.first else {
      let none = "none of \(result.cells.grouped) predictions is on the wrong side"
      return [none + (unconverged == nil ? "" : " up to epoch \(result.lastEpoch)") + note]
        + [unconverged].compactMap(\.self)
    }
    let share = (Double(result.wrongCells) / Double(result.cells)).percentText
    lines.append(
      "\(result.wrongCells.grouped) of \(result.cells.grouped) predictions (\(share)) "
        + "\(result.wrongCells == 1 ? "is" : "are") on the wrong side for a while\(note)"
    )
    if let unconverged { lines.append(unconverged) }
    let scale = dataset.scale(ofFeature: scan.ranking[0].cell.feature)
    lines.append("largest area: \(Self.story(of: first, scale))")
    if let probe = result.probe {
      lines.append(
        probe.rank.map {
          "the probe, \(probe.probe), has rank \($0.grouped) of \(result.wrongCells.grouped) (area "
            + "\(probe.area.significant(3)))"
        } ?? "the probe, \(probe.probe), is never on the wrong side")
    }
    return lines
  }

  private func details(of result: Result, _ scan: IllusionScan) -> [String] {
    guard !result.ranking.isEmpty, result.divergedAtEpoch == nil, scan.hasLearned else { return [] }
    var lines: [String] = []
    if let worst = result.items.indices.max(by: { result.items[$0].meanArea < result.items[$1].meanArea }),
      result.items.count > 1
    {
      let least = result.items.indices.min { result.items[$0].meanArea < result.items[$1].meanArea } ?? worst
      lines.append(
        "most affected: \(result.items[worst].item) (\(Self.share(of: result.items[worst]))); least affected: "
          + "\(result.items[least].item) (\(Self.share(of: result.items[least])))")
    }
    return lines
  }

  /// "Rose feature-12 (target −1), worst +0.81 at epoch 120, on the wrong side for 95 epochs, area 40.1".
  private static func story(of cell: Cell, _ scale: FeatureScale) -> String {
    "\(cell.item) \(cell.feature) (target \(cell.target.targetText)), worst \(scale.text(cell.worst)) at epoch "
      + "\(cell.worstEpoch), on the wrong side for \(cell.wrongEpochs) \(cell.wrongEpochs == 1 ? "epoch" : "epochs"), "
      + "area \(cell.area.significant(3))"
  }

  /// "41 % of its predictions, mean area 3.1".
  private static func share(of item: Item) -> String {
    "\(item.wrongCells == 0 ? "none" : item.share.percentText) of its predictions, mean area "
      + item.meanArea.significant(2)
  }
}
