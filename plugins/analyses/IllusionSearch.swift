import GSL
import Gnuplot
import LearningDynamics
import PluginKit

/// Every prediction that goes the wrong way on its way to the target, the worst first.
struct IllusionSearch: AnalysisPlugin {
  static let identifier = "illusion-scan"
  static let summary = "Every prediction of every item, ranked by how far and how long it goes the wrong way"

  /// So many cells are told in the result; of so many different ones the curves are drawn.
  static let (largestToldCount, largestDrawnCount) = (20, 6)

  struct Result: Encodable, Sendable {
    /// How many of all cells with a target that is not 0 go the wrong way.
    let wrongCells: Int
    let cells: Int
    /// The worst cells.
    let ranking: [Cell]
    let items: [Item]
    /// The dataset's probe, if it has one.
    let probe: Followed?
    /// k, if predictions were looked at in every k-th epoch only.
    let recordingInterval: Int
    /// The same scan, for the figures.
    let scan: IllusionScan

    private enum CodingKeys: CodingKey { case wrongCells, cells, ranking, items, probe, recordingInterval }
  }

  struct Cell: Encodable, Sendable {
    let item: String
    let feature: String
    let target: Double
    /// Σ over epochs of how far the prediction is on the wrong side: how far times how long.
    let area: Double
    let worst: Double
    let worstEpoch: Int
    let wrongEpochs: Int
  }

  /// What goes wrong of one item.
  struct Item: Encodable, Sendable {
    let item: String
    let wrongCells: Int
    /// The part of its cells with a target that is not 0.
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

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let dataset = subject.dataset
    let scan = try IllusionScan(recordings[0], on: dataset)
    return Result(
      wrongCells: scan.wrongCellCount, cells: scan.cells.reduce(0, +),
      ranking: scan.ranking.prefix(Self.largestToldCount).map { found in
        Cell(
          item: dataset.items[found.cell.item], feature: dataset.features[found.cell.feature], target: found.target,
          area: found.area, worst: found.worst, worstEpoch: found.worstEpoch, wrongEpochs: found.wrongEpochs)
      },
      items: dataset.items.indices.map { item in
        let count = Double(max(1, scan.cells[item]))
        return Item(
          item: dataset.items[item], wrongCells: scan.wrongCells[item], share: Double(scan.wrongCells[item]) / count,
          meanArea: scan.areas.row(item).reduce(0, +) / count)
      },
      probe: dataset.probe.map {
        Followed(probe: dataset.name(of: $0), rank: scan.rank(of: $0), area: scan.areas[$0.item, $0.feature])
      },
      recordingInterval: subject.mainPlan.recordingInterval, scan: scan)
  }

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    var lines: [String] = []
    let note =
      result.recordingInterval > 1
      ? " (looked at every \(result.recordingInterval.ordinal) epoch, where predictions were kept; areas and durations count those)"
      : ""
    guard let first = result.ranking.first else {
      return ["no prediction goes the wrong way, of \(result.cells.grouped)\(note)"]
    }
    let share = Decomposition.percent(Double(result.wrongCells) / Double(result.cells))
    lines.append(
      "\(result.wrongCells.grouped) of \(result.cells.grouped) predictions (\(share)) go the wrong way for a while\(note)"
    )
    lines.append("furthest and longest: \(Self.story(of: first))")
    if let worst = result.items.indices.max(by: { result.items[$0].meanArea < result.items[$1].meanArea }),
      result.items.count > 1
    {
      let least = result.items.indices.min { result.items[$0].meanArea < result.items[$1].meanArea } ?? worst
      lines.append(
        "\(result.items[worst].item) suffers most: \(Self.share(of: result.items[worst])); least \(result.items[least].item): "
          + Self.share(of: result.items[least]))
    }
    if let probe = result.probe {
      lines.append(
        probe.rank.map {
          "the probe, \(probe.probe), has place \($0.grouped) of \(result.wrongCells.grouped), with an area of "
            + probe.area.significant(3)
        } ?? "the probe, \(probe.probe), never goes the wrong way")
    }
    return lines
  }

  /// "Rose feature-12 (true −1), worst +0.81 at epoch 120, 95 epochs wrong, area 40.1".
  private static func story(of cell: Cell) -> String {
    "\(cell.item) \(cell.feature) (true \(Illusion.text(cell.target))), worst \(cell.worst.signed()) at epoch "
      + "\(cell.worstEpoch), \(cell.wrongEpochs) epochs wrong, area \(cell.area.significant(3))"
  }

  /// "41 % of its predictions, mean area 3.1".
  private static func share(of item: Item) -> String {
    "\(item.wrongCells == 0 ? "none" : Decomposition.percent(item.share)) of its predictions, mean area "
      + item.meanArea.significant(2)
  }
}
