import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

extension IllusionSearch {
  /// The area on the wrong side, by item and feature.
  func map(_ result: Result, _ scan: IllusionScan, of dataset: Dataset) -> Figure {
    let areas = scan.areas
    let shown = ShownFeatures(dataset.features) { feature in
      (0..<areas.rows).reduce(0) { $0 + areas[$1, feature] }
    }
    let size = Figure.Size(width: 1200, height: 240 + min(max(22 * dataset.itemCount, 110), 700))
    let isBoth = !shown.alone.isEmpty && !shown.together.isEmpty
    let namedWidth = isBoth ? min(max(20 * Double(shown.alone.count), 40), 340) : 0
    let right = 110.0
    let rows = Axis.names(dataset.items, fromTop: true, atMost: 40)
    var (panels, tables) = ([Panel](), [Self.rankingTable(scan)])
    let bar = 1 - (right - 15) / Double(size.width)
    // One scale for all panels, the largest that any of them shows.
    let groups = FeatureGroups(dataset, shown.together)
    let means = Self.means(of: areas, groups)
    let largest = shown.alone.reduce(means.largestMagnitude) { largest, feature in
      max(largest, areas.column(feature).max() ?? 0)
    }
    let limit = largest > 0 ? largest.rounded(significant: 3) : 1
    func scale(isLast: Bool) -> ColorScale {
      ColorScale(
        .whiteToBlue, range: Axis.Range(0, limit),
        bar: isLast ? ColorScale.Bar(left: bar, label: "area on the wrong side", marks: .automatic) : nil)
    }
    let title = "Area on the wrong side (distance × time) of each prediction"
    // Without the note an empty map would look like an error.
    let note = result.wrongCells == 0 ? "Every cell is 0: no prediction is on the wrong side in this run." : nil
    if !shown.together.isEmpty {
      let columns = FeatureColumns(groups, order: Self.order(means))
      let table = columns.table(name: "illusion-scan-features", rows: areas.rows) { means[$0, $1] }
      tables.append(table)
      var x = columns.axis(ordered: ", sorted by the most affected item")
      x.marks = .none
      panels.append(
        Panel(
          area: Panel.Area(in: size, left: 110, right: right + (isBoth ? namedWidth + 30 : 0), bottom: 170),
          title: title, x: x, y: rows, colors: scale(isLast: !isBoth), note: note, layers: [.runs(table: table.name)]))
    }
    if !shown.alone.isEmpty {
      let table = Table(
        name: "illusion-scan-named", header: shown.alone.map { dataset.features[$0] },
        values: dataset.items.indices.flatMap { item in shown.alone.map { areas[item, $0] } })
      tables.append(table)
      panels.append(
        Panel(
          area: Panel.Area(
            in: size, left: isBoth ? Double(size.width) - right - namedWidth : 110, right: right, bottom: 170),
          title: isBoth ? "Named" : title,
          x: .names(table.header, rotated: true, atMost: ShownFeatures.largestNamedCount),
          y: isBoth ? Axis(range: rows.range, marks: .none) : rows, colors: scale(isLast: true),
          note: isBoth ? nil : note,
          layers: [.cells(CellGrid(table))]))
    }
    return Figure(
      name: "illusion-scan",
      caption: "Area on the wrong side (distance × time) of each prediction of \(dataset.identifier)", size: size,
      panels: panels, tables: tables)
  }

  /// The mean area of each group of features, items × groups.
  private static func means(of areas: Matrix, _ groups: FeatureGroups) -> Matrix {
    var means = Matrix(rows: areas.rows, columns: groups.members.count)
    for item in 0..<areas.rows {
      for (group, members) in groups.members.enumerated() {
        means[item, group] = members.reduce(0) { $0 + areas[item, $1] } / Double(members.count)
      }
    }
    return means
  }

  /// Groups sorted by their most affected item, the worst first; groups that are never on the wrong side come last.
  private static func order(_ means: Matrix) -> [Int] {
    let keys = (0..<means.columns).map { group in
      // Areas that are equal but for rounding stay in the order of items and features.
      let column = means.column(group).map { ($0 * 1e6).rounded() }
      let worst = column.max() ?? 0
      return (worst > 0 ? column.firstIndex(of: worst) ?? 0 : means.rows, -worst, group)
    }
    return keys.sorted(by: <).map(\.2)
  }

  /// The ranked cells: numbers of items and features from 1.
  private static func rankingTable(_ scan: IllusionScan) -> Table {
    Table(
      name: "illusion-scan",
      header: ["rank", "item", "feature", "target", "area", "worst", "worst_epoch", "wrong_epochs"],
      values: scan.ranking.enumerated().flatMap { index, found in
        [
          Double(index + 1), Double(found.cell.item + 1), Double(found.cell.feature + 1), found.target, found.area,
          found.worst, Double(found.worstEpoch), Double(found.wrongEpochs),
        ]
      })
  }
}

extension IllusionSearch {
  /// The predictions of the worst cells, one for each pattern of targets, and of the probe; nil if none is on the wrong side.
  func curves(
    _ result: Result, _ scan: IllusionScan, _ recording: Recording, of dataset: Dataset
  ) throws -> Figure? {
    let found = Self.different(scan.ranking, dataset)
    guard !found.isEmpty else { return nil }
    var lines = try found.enumerated().map { index, found in
      let count = found.alike > 1 ? "; \(found.alike.grouped) identical" : ""
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
          title: "probe (rank \(rank.grouped)): \(dataset.name(of: probe))",
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
      area: area, title: "Predictions with the largest area on the wrong side (in brackets: target)",
      x: .epochs(to: recording.lastEpoch),
      y: Axis(
        isBinary ? "prediction (target side up)" : "progress towards the target (in half ranges)",
        range: .rounded(low - margin, high + margin, significant: 3)),
      legend: .beside(area, in: size),
      layers: [
        .level(
          0, .guide, title: isBinary ? "below 0: on the wrong side" : "below 0: further away than at epoch 0")
      ] + (isBinary ? [.level(1, LineStyle(.grey, width: 1.5, dash: .dashed), title: "target")] : [])
        + lines.map { .curve(Curve(table: table.name, y: $0.column, style: $0.style, title: $0.title)) })
    return Figure(
      name: table.name,
      caption: "Predictions of \(dataset.identifier) with the largest area on the wrong side, one of each kind",
      size: size, panels: [panel], tables: [table])
  }

  /// A ranked cell, and how many features are identical to its own.
  private struct Different {
    let cell: Probe
    let target: Double
    let alike: Int
  }

  /// The first ranked cells whose features differ in their targets by more than the sign.
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

  /// The prediction turned so that up is towards the target: times the target's sign where targets are ±1, else how much
  /// nearer to the target than at epoch 0.
  private static func towardsTarget(_ cell: Probe, _ recording: Recording, _ dataset: Dataset) throws -> [Double] {
    let (predictions, target) = (try recording.predictions(of: cell), dataset.target(of: cell))
    guard dataset.hasBinaryTargets else { return target.approach(of: predictions) }
    return predictions.map { target.value < 0 ? -$0 : $0 }
  }

}
