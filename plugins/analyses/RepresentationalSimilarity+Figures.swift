import GSL
import Gnuplot
import LearningDynamics
import PluginKit

extension RepresentationalSimilarity {
  /// Learning dynamics with the shown epochs marked, beside (one epoch) or above (several) their matrices.
  func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Figure] {
    let recording = recordings[0]
    let layout = Layout(matrices: result.epochs.count)
    let width = Double(max(1, recording.lastEpoch)) / 120
    let bands = result.epochs.map {
      Layer.band(from: Double($0) - width / 2, to: Double($0) + width / 2, color: .lightGrey)
    }
    let dynamics = Panel.learningDynamics(
      recording, table: "rsa", area: layout.dynamics, title: "Learning dynamics, shown epochs in grey",
      legend: layout.legend, behind: bands)
    let similarities = recording.representationalSimilarities[result.layer - 1]
    var tables = [Table.learningDynamics(recording, name: "rsa")]
    var panels = [dynamics]
    for (index, epoch) in result.epochs.enumerated() {
      let matrix = similarities[epoch]
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
    let limit = largest > 0 ? largest : 1
    let marks = [-limit, 0, limit].map { Axis.Mark($0 == 0 ? "0" : $0.significant(2), at: $0) }
    return Panel(
      area: place.area, title: "RSM at epoch \(epoch)", x: .names(items, rotated: true),
      y: .names(items, fromTop: true),
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
        dynamics = Panel.Area(left: 0.06, right: 0.4, bottom: 0.13, top: 0.9)
        legend = .at(x: 0.46, y: 0.9)
      } else {
        size = Figure.Size(width: 1100, height: 400 + 330 * rows)
        let height = Double(size.height)
        dynamics = Panel.Area(left: 0.075, right: 0.75, bottom: (60 + 330 * Double(rows)) / height, top: 1 - 40 / height)
        legend = .at(x: 0.83, y: 1 - 40 / height)
      }
    }

    /// The place of a matrix and of its colour bar's left edge.
    func matrix(_ index: Int) -> (area: Panel.Area, bar: Double) {
      if columns == 1 {
        let area = Panel.Area(left: 0.69, right: 0.92, bottom: 0.22, top: 0.9)
        return (area, 0.93)
      }
      let (width, height) = (Double(size.width), Double(size.height))
      let cell = width / Double(columns)
      let left = (Double(index % columns) * cell + 0.5 * (cell - 332) + 82) / width
      let top = (Double(330 * (rows - index / columns)) - 40) / height
      let area = Panel.Area(left: left, right: left + 190 / width, bottom: top - 190 / height, top: top)
      return (area, area.right + 10 / width)
    }
  }
}
