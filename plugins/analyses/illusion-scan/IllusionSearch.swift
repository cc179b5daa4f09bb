import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Support

/// Every prediction that goes the wrong way on its way to the target, the worst first.
struct IllusionSearch: AnalysisPlugin {
  static let identifier = "illusion-scan"
  static let summary = "Every prediction of every item, ranked by how far and how long it goes the wrong way"

  /// So many cells are told in the result; of so many different ones the curves are drawn.
  static let (largestToldCount, largestDrawnCount) = (20, 6)

  struct Result: Encodable, Sendable {
    /// How many of all cells go the wrong way.
    let wrongCells: Int
    let cells: Int
    /// The worst cells.
    let ranking: [Cell]
    let items: [Item]
    /// The dataset's probe, if it has one.
    let probe: Followed?
    /// k, if predictions were looked at in every k-th epoch only.
    let recordingInterval: Int
    /// How many predictions had not arrived when the training ended: of these more may follow.
    let unsettledCells: Int
    let lastEpoch: Int
    let divergedAtEpoch: Int?
  }

  struct Cell: Encodable, Sendable {
    let item: String
    let feature: String
    let target: Double
    /// Σ over epochs of how much farther from its target the prediction is than at the start, in halves of the feature's
    /// range: how far times how long.
    let area: Double
    let worst: Double
    let worstEpoch: Int
    let wrongEpochs: Int
  }

  /// What goes wrong of one item.
  struct Item: Encodable, Sendable {
    let item: String
    let wrongCells: Int
    /// The part of its cells.
    let share: Double
    /// The mean area of these.
    let meanArea: Double
  }

  struct Followed: Encodable, Sendable {
    let probe: String
    /// Its place among the cells that go the wrong way, from 1; nothing if it does not.
    let rank: Int?
    let area: Double
  }

  /// N·P·(T + 1)·r: every prediction at every state from the r modes that the map can have.
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
      recordingInterval: subject.mainPlan.recordingInterval, unsettledCells: scan.unsettledCells,
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
      ? " (looked at every \(result.recordingInterval.ordinal) epoch, where predictions were kept; areas and durations count those)"
      : ""
    if let epoch = result.divergedAtEpoch { return ["no statement: the training diverged at epoch \(epoch)"] }
    if !scan.hasLearned {
      return ["nothing is learned up to epoch \(result.lastEpoch), where the run ends: no statement"]
    }
    let unsettled =
      result.unsettledCells > 0
      ? "\(result.unsettledCells.grouped) predictions had not settled when the run ended, at epoch \(result.lastEpoch)"
      : nil
    guard let first = result.ranking.first else {
      let none = "of \(result.cells.grouped) predictions none goes the wrong way"
      return [none + (unsettled == nil ? "" : " up to epoch \(result.lastEpoch)") + note]
        + [unsettled].compactMap(\.self)
    }
    let share = (Double(result.wrongCells) / Double(result.cells)).percentText
    lines.append(
      "\(result.wrongCells.grouped) of \(result.cells.grouped) predictions (\(share)) \(result.wrongCells == 1 ? "goes" : "go") the wrong way for a while\(note)"
    )
    if let unsettled { lines.append(unsettled) }
    let scale = dataset.scale(ofFeature: scan.ranking[0].cell.feature)
    lines.append("furthest and longest: \(Self.story(of: first, scale))")
    if let probe = result.probe {
      lines.append(
        probe.rank.map {
          "the probe, \(probe.probe), has place \($0.grouped) of \(result.wrongCells.grouped), with an area of "
            + probe.area.significant(3)
        } ?? "the probe, \(probe.probe), does not go the wrong way")
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
        "\(result.items[worst].item) suffers most: \(Self.share(of: result.items[worst])); least \(result.items[least].item): "
          + Self.share(of: result.items[least]))
    }
    return lines
  }

  /// "Rose feature-12 (true −1), worst +0.81 at epoch 120, 95 epochs wrong, area 40.1".
  private static func story(of cell: Cell, _ scale: FeatureScale) -> String {
    "\(cell.item) \(cell.feature) (true \(cell.target.targetText)), worst \(scale.text(cell.worst)) at epoch "
      + "\(cell.worstEpoch), \(cell.wrongEpochs) epochs wrong, area \(cell.area.significant(3))"
  }

  /// "41 % of its predictions, mean area 3.1".
  private static func share(of item: Item) -> String {
    "\(item.wrongCells == 0 ? "none" : item.share.percentText) of its predictions, mean area "
      + item.meanArea.significant(2)
  }
}
