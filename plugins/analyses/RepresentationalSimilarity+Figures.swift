import GSL
import Gnuplot
import LearningDynamics
import PluginKit

extension RepresentationalSimilarity {
  /// Learning dynamics with the shown epochs marked, beside (one epoch) or above (several) their matrices.
  func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Figure] {
    let recording = recordings[0]
    let layout = Layout(matrices: result.epochs.count)
    let width = Double(max(1, recording.lastEpoch)) / 90
    let bands = result.epochs.map {
      Layer.band(from: Double($0) - width / 2, to: Double($0) + width / 2, color: .lightGrey, title: nil)
    }
    let dynamics = Panel.learningDynamics(
      recording, table: "rsa", area: layout.dynamics, title: "Learning dynamics, shown epochs in grey",
      legend: layout.legend, behind: bands)
    let similarities = recording.representationalSimilarities[result.layer - 1]
    var tables = [Table.learningDynamics(recording, name: "rsa")]
    var panels = [dynamics]
    for (index, epoch) in result.epochs.enumerated() {
      let matrix = similarities[recording.keptIndex(nearest: epoch)]
      let table = Table(name: "rsm-epoch-\(epoch)", header: subject.dataset.items, values: matrix.elements)
      tables.append(table)
      panels.append(
        Self.panel(matrix, of: table, items: subject.dataset.items, epoch: epoch, at: layout.matrix(index)))
    }
    return [
      Figure(
        name: "rsa",
        caption: "Similarity (dot products) of hidden layer \(result.layer) of \(subject.dataset.identifier)",
        size: layout.size, panels: panels, tables: tables)
    ]
  }

  /// One matrix, coloured around zero by its own largest entry, so that early ones are not blank.
  private static func panel(
    _ matrix: Matrix, of table: Table, items: [String], epoch: Int, at place: (area: Panel.Area, bar: Double)
  ) -> Panel {
    let largest = matrix.largestMagnitude
    let limit = largest > 0 ? largest.rounded(significant: 3) : 1
    let marks = [-limit, 0, limit].map { Axis.Mark($0 == 0 ? "0" : $0.significant(2), at: $0) }
    return Panel(
      area: place.area, title: "RSM at epoch \(epoch) (dot products)",
      x: .names(items, rotated: true, atMost: 13, longest: 12),
      y: .names(items, fromTop: true, atMost: 13, longest: 12),
      colors: ColorScale(
        .diverging, range: Axis.Range(-limit, limit),
        bar: ColorScale.Bar(left: place.bar, label: nil, marks: .named(marks, rotated: false))),
      layers: [.cells(CellGrid(table))])
  }

  /// Where the panels stand.
  private struct Layout {
    let size: Figure.Size
    let dynamics: Panel.Area
    let legend: Panel.Legend
    private let columns: Int
    private let rows: Int

    init(matrices: Int) {
      columns = matrices == 1 ? 1 : min(3, matrices == 4 ? 2 : matrices)
      rows = (matrices + columns - 1) / columns
      if matrices == 1 {
        size = Figure.Size(width: 1300, height: 520)
        dynamics = Panel.Area(in: size, right: 800)
      } else {
        size = Figure.Size(width: 1100, height: 430 + Self.rowHeight * rows)
        dynamics = Panel.Area(
          in: size, right: Panel.legendMargin + Panel.secondAxisMargin, bottom: 85 + Double(Self.rowHeight * rows))
      }
      legend = .beside(dynamics, in: size, gap: Panel.secondAxisMargin)
    }

    /// The place of a matrix and of its colour bar's left edge.
    func matrix(_ index: Int) -> (area: Panel.Area, bar: Double) {
      let (width, height) = (Double(size.width), Double(size.height))
      let side = columns == 1 ? 330.0 : 200.0
      let cell = width / Double(columns)
      // Names take 85 pixels on the left, the colour bar 70 on the right.
      let left = columns == 1 ? width - side - 70 : Double(index % columns) * cell + 0.5 * (cell - side - 155) + 85
      let top = columns == 1 ? 45 : height - Double(Self.rowHeight * (rows - index / columns)) + 45
      let area = Panel.Area(in: size, left: left, right: width - left - side, bottom: height - top - side, top: top)
      return (area, area.right + 10 / width)
    }

    /// A row of small matrices with their titles above and names below.
    private static let rowHeight = 345
  }
}
