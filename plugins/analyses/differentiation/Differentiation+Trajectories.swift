import GSL
import Gnuplot
import LearningDynamics
import PluginKit

extension Differentiation {
  /// The items' paths from the common origin to their final positions.
  func trajectoryFigure(for result: Result, of subject: AnalysisSubject) -> Figure {
    let dataset = subject.dataset
    let groups = ItemGroups(dataset).groups
    let hasLegend = groups.contains { $0.name != nil }
    let isMany = dataset.itemCount > ClassicalScaling.largestWholeCount
    let isNamed = dataset.itemCount <= Self.largestNamedCount
    let size = Figure.Size(width: hasLegend ? 1160 : 940, height: 700)
    let area = Panel.Area(in: size, right: hasLegend ? 250 : 30, bottom: 100)
    let names = (isNamed ? result.places : []).map {
      Layer.name($0.item, x: $0.x, y: $0.y, onTheLeft: $0.x < 0)
    }
    let ways = ways(of: result, groups, isMany: isMany)
    let marked = result.states.map(\.epoch)
    let points = groups.enumerated().map { marks(of: $1.items, result, at: isMany ? [] : marked, $0) }
    let epochs = marked.map(String.init).joined(separator: ", ")
    return Figure(
      name: "differentiation",
      caption: "How hidden layer \(result.layer) learns to distinguish the items of \(dataset.identifier)",
      size: size,
      panels: [
        Panel(
          area: area,
          title: "Items in hidden layer \(result.layer), from epoch 0 to \(result.epochs.last ?? 0)",
          x: Axis(Self.label(0, result), range: .around(result.frames, column: 0)),
          y: Axis(Self.label(1, result), range: .around(result.frames, column: 1)),
          legend: hasLegend ? .beside(area, in: size) : nil,
          note: isMany ? "Both axes use the same scale." : "Points: epoch \(epochs). Both axes use the same scale.",
          hasEqualUnits: true,
          layers: ways.layers
            + points.indices.map { .points(table: points[$0].name, groups[$0].color) } + names)
      ],
      tables: ways.tables + points)
  }

  /// "dimension 1 (45 % of the variance)".
  private static func label(_ dimension: Int, _ result: Result) -> String {
    let share = result.shares[dimension]
    return "dimension \(dimension + 1)" + (share > 0 ? " (\(share.percentText) of the variance)" : "")
  }

  /// A curve for each item. With many items only the first of each colour is a curve; the others are segments in one table
  /// for each colour, which gnuplot reads much faster.
  private func ways(of result: Result, _ groups: [ItemGroups.Group], isMany: Bool) -> (layers: [Layer], tables: [Table])
  {
    let style = { (group: ItemGroups.Group) in LineStyle(group.color, width: isMany ? 1 : 2) }
    let alone = groups.map { isMany ? Array($0.items.prefix(1)) : $0.items }
    let columns = alone.joined().sorted().flatMap { item in
      (0..<2).map { axis in ("\(axis == 0 ? "x" : "y")_\(item + 1)", result.frames.map { $0[item, axis] }) }
    }
    let table = Table(byEpoch: "differentiation", at: result.epochs, columns: columns)
    var (layers, tables) = ([Layer](), [table])
    for (index, group) in groups.enumerated() {
      layers += alone[index].enumerated().map { place, item in
        .curve(
          Curve(
            table: table.name, x: "x_\(item + 1)", y: "y_\(item + 1)", style: style(group),
            title: place == 0 ? group.name : nil))
      }
      let rest = group.items.dropFirst(alone[index].count)
      guard !rest.isEmpty, result.frames.count > 1 else { continue }
      let segments = Table(
        name: "differentiation-group-\(index + 1)", header: ["item", "epoch", "x1", "y1", "x2", "y2"],
        values: rest.flatMap { item in
          result.frames.indices.dropFirst().flatMap { state in
            [Double(item + 1), Double(result.epochs[state])]
              + [state - 1, state].flatMap { [result.frames[$0][item, 0], result.frames[$0][item, 1]] }
          }
        })
      layers.append(.segments(table: segments.name, style(group)))
      tables.append(segments)
    }
    return (layers, tables)
  }

  /// The items' positions at some epochs, or at the last.
  private func marks(of items: [Int], _ result: Result, at epochs: [Int], _ index: Int) -> Table {
    let states = epochs.compactMap { result.epochs.firstIndex(of: $0) }
    let shown = states.isEmpty ? [result.frames.count - 1] : states
    return Table(
      name: "differentiation-points-\(index + 1)", header: ["item", "epoch", "x", "y"],
      values: shown.flatMap { state in
        items.flatMap {
          [Double($0 + 1), Double(result.epochs[state]), result.frames[state][$0, 0], result.frames[state][$0, 1]]
        }
      })
  }
}

extension Axis.Range {
  /// From the lowest to the highest value in a column of some matrices, including zero.
  fileprivate static func around(_ frames: [Matrix], column: Int) -> Axis.Range {
    let values = frames.flatMap { $0.column(column) }
    return .rounded(values.reduce(0, min), values.reduce(0, max), significant: 5)
  }
}
