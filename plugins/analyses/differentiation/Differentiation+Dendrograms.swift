import Gnuplot
import LearningDynamics
import PluginKit

extension Differentiation {
  /// The dendrograms of the shown states; nil without two items, and with more than there is room for.
  func dendrogramFigure(for result: Result, of subject: AnalysisSubject) -> Figure? {
    let items = subject.dataset.items
    guard items.count > 1, items.count <= Self.largestClusteredCount else { return nil }
    let columns = min(2, result.states.count)
    let rows = (result.states.count + columns - 1) / columns
    let cell = (width: items.count > 20 ? 740.0 : 520.0, height: 430.0)
    let size = Figure.Size(width: Int(cell.width) * columns, height: Int(cell.height) * rows)
    var (panels, tables) = ([Panel](), [Table]())
    // One axis for all: an early dendrogram is small, and not as large as a late one.
    let height = result.states.compactMap(\.clustering?.height).reduce(0, max)
    for (index, state) in result.states.enumerated() {
      guard let clustering = state.clustering else { continue }
      let left = cell.width * Double(index % columns)
      let top = cell.height * Double(index / columns)
      let area = Panel.Area(
        in: size, left: left + 95, right: Double(size.width) - left - cell.width + 15,
        bottom: Double(size.height) - top - cell.height + 125, top: top + 45)
      let table = Table(
        name: "dendrogram-epoch-\(state.epoch)", header: ["x1", "y1", "x2", "y2"], values: clustering.dendrogram)
      tables.append(table)
      panels.append(
        Panel(
          area: area, title: "Epoch \(state.epoch)\(state.isDifferentiated ? "" : " (not yet differentiated)")",
          x: .names(
            clustering.leafOrder.map { items[$0] }, rotated: true, atMost: Self.largestClusteredCount),
          y: .fromZero("distance", [height]),
          layers: [
            .segments(table: table.name, LineStyle(state.isDifferentiated ? .category(0) : .grey, width: 2))
          ]))
    }
    return Figure(
      name: "dendrograms",
      caption: "Items of \(subject.dataset.identifier) clustered by their distances in hidden layer \(result.layer)",
      size: size, panels: panels, tables: tables)
  }
}

extension HierarchicalClustering {
  /// The lines of a dendrogram, x1, y1, x2, y2 of each: items stand at 0, 1, … in their order from left to right, a cluster
  /// above the middle between the two it was made of.
  fileprivate var dendrogram: [Double] {
    var x = [Double](repeating: 0, count: itemCount)
    for (place, item) in leafOrder.enumerated() { x[item] = Double(place) }
    var heights = [Double](repeating: 0, count: itemCount)
    var lines: [Double] = []
    for merge in merges {
      let (first, second, height) = (merge.first, merge.second, merge.height)
      lines += [x[first], heights[first], x[first], height, x[second], heights[second], x[second], height]
      lines += [x[first], height, x[second], height]
      x.append((x[first] + x[second]) / 2)
      heights.append(height)
    }
    return lines
  }
}
