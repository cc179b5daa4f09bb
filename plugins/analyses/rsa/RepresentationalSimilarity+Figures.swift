import GSL
import Gnuplot
import LearningDynamics
import PluginKit

extension RepresentationalSimilarity {
  /// The matrices at the shown epochs; of the first layer, their entries over time; with a tree, its levels over time; if it
  /// is asked for, the animation.
  func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Figure] {
    let course = SimilarityCourse(recordings[0], subject)
    let figures: [Figure?] = [
      try matrixFigure(for: result, course, of: subject),
      try overTimeFigure(for: result, course.recording, of: subject), levelFigure(for: result, course, of: subject),
      subject.values[Self.animation] ? try animationFigure(course, of: subject) : nil,
    ]
    return figures.compactMap(\.self)
  }

  /// Learning dynamics with the shown epochs marked, beside (one epoch) or above (several) their matrices.
  private func matrixFigure(
    for result: Result, _ course: SimilarityCourse, of subject: AnalysisSubject
  ) throws -> Figure {
    let theory = try TheoryOverlay(course.recording, of: subject)
    let (recording, measure, items) = (course.recording, course.measure, subject.dataset.items)
    let layout = Layout(matrices: result.epochs.count)
    let dynamics = Panel.learningDynamics(
      recording, table: "rsa", area: layout.dynamics, title: "Learning dynamics, shown epochs in grey", theory: theory,
      legend: layout.legend, behind: bands(at: result.epochs, recording))
    var tables = Table.learningDynamics(recording, name: "rsa", theory: theory)
    var panels = [dynamics]
    for (index, epoch) in result.epochs.enumerated() {
      let matrix = course.matrix(nearest: epoch)
      let table = Table(name: "\(measure.fileStem)-epoch-\(epoch)", header: items, values: matrix.elements)
      let place = layout.matrix(index)
      tables.append(table)
      panels.append(
        Panel(
          area: place.area, title: "\(measure.matrixName) at epoch \(epoch) (\(measure.title))",
          x: .names(items, rotated: true, atMost: 13),
          y: .names(items, fromTop: true, atMost: 13),
          colors: measure.colors(largest: matrix.largestMagnitude, bar: place.bar), layers: [.cells(CellGrid(table))]))
    }
    return Figure(
      name: "rsa",
      caption:
        "\(measure.matrixName) (\(measure.title)) of hidden layer \(result.layer) of \(subject.dataset.identifier)",
      size: layout.size, panels: panels, tables: tables)
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
        dynamics = Panel.Area(in: size, right: 820)
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
      // Names take 85 pixels on the left, the colour bar 70 on the right; beside the dynamics there is room for its longest labels.
      let left = columns == 1 ? width - side - 105 : Double(index % columns) * cell + 0.5 * (cell - side - 155) + 85
      let top = columns == 1 ? 45 : height - Double(Self.rowHeight * (rows - index / columns)) + 45
      let area = Panel.Area(in: size, left: left, right: width - left - side, bottom: height - top - side, top: top)
      return (area, area.right + 10 / width)
    }

    /// A row of small matrices with their titles above and names below.
    private static let rowHeight = 345
  }
}
