import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

extension RepresentationalSimilarity {
  /// The matrices at the shown epochs; for the first layer, their entries over time; with a tree, its levels over time; if
  /// requested, the animation.
  func figures(for result: Result, _ course: SimilarityCourse, of subject: AnalysisSubject) -> [Figure] {
    // What the user brought comes first.
    let figures: [Figure?] = [
      result.outside.map { outsideFigure($0, for: result, course, of: subject) },
      result.outside.map { givenFigure($0, course, of: subject) },
      matrixFigure(for: result, course, of: subject), overTimeFigure(for: result, course, of: subject),
      levelFigure(for: result, course, of: subject),
      subject.values[Self.animation] ? animationFigure(course, of: subject) : nil,
    ]
    return figures.compactMap(\.self)
  }

  /// Learning dynamics with the shown epochs marked, beside (one epoch) or above (several) their matrices.
  private func matrixFigure(
    for result: Result, _ course: SimilarityCourse, of subject: AnalysisSubject
  ) -> Figure {
    let theory = course.theory
    let (recording, measure, items) = (course.recording, course.measure, subject.dataset.items)
    let layout = Layout(matrices: result.epochs.count)
    let dynamics = Panel.learningDynamics(
      recording, table: "rsa", area: layout.dynamics, title: "Learning dynamics (grey: epochs shown)", theory: theory,
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

  /// The positions of the panels.
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
      // Names take 85 pixels on the left, the colour bar 70 on the right; the dynamics has room for its longest labels.
      let left = columns == 1 ? width - side - 105 : Double(index % columns) * cell + 0.5 * (cell - side - 155) + 85
      let top = columns == 1 ? 45 : height - Double(Self.rowHeight * (rows - index / columns)) + 45
      let area = Panel.Area(in: size, left: left, right: width - left - side, bottom: height - top - side, top: top)
      return (area, area.right + 10 / width)
    }

    /// A row of small matrices with their titles above and names below.
    private static let rowHeight = 345
  }
}

extension RepresentationalSimilarity {
  /// Without a tree, only some of many items are shown.
  private static func omission(_ course: SimilarityTheory, _ dataset: Dataset) -> String? {
    let left = dataset.itemCount - course.relations.count
    guard dataset.tree == nil, left > 0 else { return nil }
    return "Only the most and the least similar items are shown; \(left) between them are left out."
  }

  /// The dot products of the first hidden layer over time, with theory; nil for other layers.
  private func overTimeFigure(
    for result: Result, _ matrices: SimilarityCourse, of subject: AnalysisSubject
  ) -> Figure? {
    guard let course = result.course else { return nil }
    let (recording, overlay) = (matrices.recording, matrices.theory)
    let size = Figure.Size(width: 1100, height: 560)
    let area = Panel.Area(in: size, right: 310)
    let name = "rsa-over-time"
    let relations = course.relations.enumerated()
    let simulated = relations.map { index, relation in
      Layer.curve(
        Curve(table: name, y: relation.column, style: Self.style(ofRelation: index), title: Self.title(index, course)))
    }
    let predicted =
      course.predicted == nil
      ? []
      : relations.flatMap { index, relation in
        overlay.layer(table: name, y: "theory_\(relation.column)", isNamed: index == 0)
      }
    let columns =
      relations.map { ($1.column, course.measured[$0]) }
      + (course.predicted.map { values in relations.map { ("theory_\($1.column)", values[$0]) } } ?? [])
    let notes = [overlay.note, Self.omission(course, subject.dataset)].compactMap(\.self)
    return Figure(
      name: name,
      caption: "Dot products of the items' activity in \(subject.dataset.identifier) over the training",
      size: size,
      panels: [
        Panel(
          area: area, title: "Similarity of hidden layer 1 over time (dot products)",
          x: .epochs(to: recording.lastEpoch), y: Self.similarityAxis(course), legend: .beside(area, in: size),
          note: notes.isEmpty ? nil : notes.joined(separator: " "),
          layers: bands(at: result.epochs, recording) + [.level(0, .guide, title: nil)] + simulated + predicted)
      ],
      tables: [Table(byEpoch: name, at: recording.keptEpochs, columns: columns)])
  }

  /// The colours for categories, then the same colours lightened, then grey.
  private static func style(ofRelation index: Int) -> LineStyle {
    let named = Color.categories.count
    let color = index < named ? Color.category(index) : Color.category(index - named).lightened
    return LineStyle(color, width: 4.5)
  }

  private static func title(_ index: Int, _ course: SimilarityTheory) -> String? {
    let (first, count) = (2 * Color.categories.count, course.relations.count)
    if index < first || count == first + 1 { return course.relations[index].title }
    return index == first ? "\(count - first) more, with larger groups" : nil
  }

  /// From the lowest, or zero, to the highest.
  private static func similarityAxis(_ course: SimilarityTheory) -> Axis {
    let label = course.areMeans ? "mean dot product" : "dot product"
    let values = (course.measured + (course.predicted ?? [])).flatMap(\.self).filter(\.isFinite)
    let (lowest, highest) = (values.reduce(0, min), values.reduce(0, max))
    let margin = 0.05 * (highest - lowest)
    guard margin > 0, margin.isNormal, margin.isFinite else {
      return Axis(label, range: Axis.Range(0, 1))
    }
    return Axis(
      label,
      range: .rounded(lowest < 0 ? lowest - margin : 0, highest + margin, significant: 4))
  }
}

extension Color {
  /// Half way to white.
  fileprivate var lightened: Color {
    func part(_ shift: UInt32) -> UInt32 { ((((value >> shift) & 0xFF) + 0xFF) / 2) << shift }
    return Color(part(16) | part(8) | part(0))
  }
}

extension RepresentationalSimilarity {
  /// The most frames drawn: six seconds; in the default run every epoch is at most four away from a frame.
  private static let largestFrameCount = 60

  /// The matrix over time, beside the learning dynamics with a moving line. Theory is left out: in a GIF its dashes would be
  /// a solid line.
  ///
  /// All frames have the same colour scale. Dot products and distances are divided by the largest entry of their frame: with
  /// the scale of the last frame, two thirds of the frames would be blank, because activities grow by many powers of ten.
  private func animationFigure(_ course: SimilarityCourse, of subject: AnalysisSubject) -> Figure {
    let theory = course.theory
    let (recording, measure) = (course.recording, course.measure)
    let name = "\(measure.isDistance ? "rdm" : "rsm")-animation"
    let items = subject.dataset.items
    let indices = course.recording.keptIndices(atMost: Self.largestFrameCount)
    let frames = indices.flatMap { Self.shares(course.matrix(at: $0), measure) }
    let table = Table(name: "\(name)-frames", header: items, values: frames)

    let size = Figure.Size(width: 1340, height: 470)
    let dynamics = Panel.Area(in: size, right: 855)
    let side = 330.0
    let left = Double(size.width) - side - 95
    let matrix = Panel.Area(in: size, left: left, right: Double(size.width) - left - side, bottom: 95, top: 45)
    return Figure(
      name: name,
      caption: "The \(measure.matrixName) (\(measure.title)) of \(subject.dataset.identifier) over the training",
      size: size,
      panels: [
        Panel.learningDynamics(
          recording, table: "rsa", area: dynamics,
          legend: .beside(dynamics, in: size, gap: Panel.secondAxisMargin)
        ).adding(.framePosition(LineStyle(.black, width: 2))),
        Panel(
          area: matrix, title: "\(measure.matrixName) (\(measure.title)) at epoch", titleEndsWithPosition: true,
          x: .names(items, rotated: true, atMost: 20),
          y: .names(items, fromTop: true, atMost: 20),
          colors: measure.colors(
            largest: 1, bar: matrix.right + 10 / Double(size.width),
            label: measure.isNormalized ? nil : "fraction of the epoch's maximum"),
          layers: [.frameCells(FrameCells(table, rows: items.count))]),
      ],
      tables: Table.learningDynamics(recording, name: "rsa", theory: theory) + [table],
      animation: Animation(positions: indices.map { Double(recording.keptEpochs[$0]) }))
  }

  /// The entries as fractions of the largest, with as many digits as are visible.
  private static func shares(_ matrix: Matrix, _ measure: SimilarityMeasure) -> [Double] {
    let largest = measure.isNormalized ? 1 : matrix.largestMagnitude
    return matrix.elements.map { largest > 0 ? ($0 / largest).rounded(significant: 4) : 0 }
  }
}

extension Panel {
  /// The panel with one more layer in front.
  fileprivate func adding(_ layer: Layer) -> Panel {
    var panel = self
    panel.layers.append(layer)
    return panel
  }
}
