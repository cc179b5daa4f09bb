import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Support

extension IllusionSearch {
  /// The predictions of the worst cells, each of another pattern of targets, and of the probe; nothing where none goes wrong.
  func curves(
    _ result: Result, _ scan: IllusionScan, _ recording: Recording, of dataset: Dataset
  ) throws -> Figure? {
    let found = Self.different(scan.ranking, dataset)
    guard !found.isEmpty else { return nil }
    var lines = try found.enumerated().map { index, found in
      let count = found.alike > 1 ? "; \(found.alike.grouped) alike" : ""
      return (
        column: "cell_\(index + 1)", values: try Self.towardsTarget(found.cell, recording, dataset),
        title: "\(dataset.name(of: found.cell)) (\(found.target.targetText)\(count))",
        style: LineStyle(.category(index), width: 2.5)
      )
    }
    if let probe = dataset.probe, let rank = result.probe?.rank, !found.contains(where: { $0.cell == probe }) {
      lines.append(
        (
          column: "probe", values: try Self.towardsTarget(probe, recording, dataset),
          title: "probe, place \(rank.grouped): \(dataset.name(of: probe))",
          style: LineStyle(.black, width: 2.5, dash: .dashed)
        ))
    }
    let table = Table(
      byEpoch: "illusion-scan-curves", at: recording.keptEpochs, columns: lines.map { ($0.column, $0.values) })
    let values = lines.flatMap(\.values)
    let (low, high) = (values.reduce(-0.2, min), values.reduce(1, max))
    let margin = 0.06 * (high - low)
    let size = Figure.Size(width: 1150, height: 580)
    let area = Panel.Area(in: size, right: 400)
    let isBinary = dataset.hasBinaryTargets
    let panel = Panel(
      area: area, title: "The predictions that go the wrong way furthest and longest",
      x: .epochs(to: recording.lastEpoch),
      y: Axis(
        isBinary ? "prediction × sign of the true value" : "nearer to the true value than at the start (half ranges)",
        range: .rounded(low - margin, high + margin, significant: 3)),
      legend: .beside(area, in: size),
      layers: [
        .level(
          0, .guide, title: isBinary ? "below this line: the wrong way" : "below this line: farther than at the start")
      ] + (isBinary ? [.level(1, LineStyle(.grey, width: 1.5, dash: .dashed), title: "true value")] : [])
        + lines.map { .curve(Curve(table: table.name, y: $0.column, style: $0.style, title: $0.title)) })
    return Figure(
      name: table.name,
      caption: "Predictions of \(dataset.identifier) that go the wrong way furthest and longest, each of another kind",
      size: size, panels: [panel], tables: [table])
  }

  /// A ranked cell and how many features are like its own.
  private struct Different {
    let cell: Probe
    let target: Double
    let alike: Int
  }

  /// The first ranked cells whose features differ in their targets by more than the sign: the others are no news.
  private static func different(_ ranking: [IllusionScan.Cell], _ dataset: Dataset) -> [Different] {
    var seen: [[Double]: Int] = [:]
    var found: [IllusionScan.Cell] = []
    func pattern(_ feature: Int) -> [Double] {
      let column = dataset.targets.column(feature)
      return (column.first { $0 != 0 } ?? 1) < 0 ? column.map { 0 - $0 } : column
    }
    for cell in ranking where found.count < largestDrawnCount {
      if seen.updateValue(0, forKey: pattern(cell.cell.feature)) == nil { found.append(cell) }
    }
    guard !found.isEmpty else { return [] }
    for feature in 0..<dataset.featureCount { seen[pattern(feature)]? += 1 }
    return found.map { Different(cell: $0.cell, target: $0.target, alike: seen[pattern($0.cell.feature)] ?? 1) }
  }

  /// The prediction such that up is right and down is wrong: with the sign of its target where targets are ±1, else how much
  /// nearer to it than the start.
  private static func towardsTarget(_ cell: Probe, _ recording: Recording, _ dataset: Dataset) throws -> [Double] {
    let (predictions, target) = (try recording.predictions(of: cell), dataset.target(of: cell))
    guard dataset.hasBinaryTargets else { return target.approach(of: predictions) }
    return predictions.map { target.value < 0 ? -$0 : $0 }
  }

}
