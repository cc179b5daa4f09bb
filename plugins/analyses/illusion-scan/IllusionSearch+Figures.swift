import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Support

extension IllusionSearch {
  /// How much goes wrong, by item and feature.
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
    let title = "How far times how long each prediction goes the wrong way"
    // Else it would look like a figure that went wrong.
    let note = result.wrongCells == 0 ? "Every cell is 0: no prediction goes the wrong way in this run." : nil
    if !shown.together.isEmpty {
      let columns = FeatureColumns(groups, order: Self.order(means))
      let table = columns.table(name: "illusion-scan-features", rows: areas.rows) { means[$0, $1] }
      tables.append(table)
      var x = columns.axis(ordered: ", equal ones together, by the item that suffers most")
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
      caption: "How far times how long each prediction of \(dataset.identifier) goes the wrong way", size: size,
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

  /// Groups by the item that suffers most of them, the worst first; those of which none goes the wrong way at the end.
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
