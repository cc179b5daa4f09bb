import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Support

extension RepresentationalSimilarity {
  /// More frames than this are not drawn: six seconds, in which each epoch of the default run is at most four away.
  private static let largestFrameCount = 60

  /// The matrix over the training, beside the learning dynamics with a line that moves. Theory is left to the other figures:
  /// in a GIF its dashes would be a solid line.
  ///
  /// All frames have one scale of colours. Dot products and distances are divided by the largest entry of their frame: those
  /// of the last would leave all but the last third of the frames blank, because activities grow by many powers of ten.
  func animationFigure(_ course: SimilarityCourse, of subject: AnalysisSubject) throws -> Figure {
    let theory = try TheoryOverlay(course.recording, of: subject)
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
            label: measure.isNormalized ? nil : "parts of the epoch's largest"),
          layers: [.frameCells(FrameCells(table, rows: items.count))]),
      ],
      tables: Table.learningDynamics(recording, name: "rsa", theory: theory) + [table],
      animation: Animation(positions: indices.map { Double(recording.keptEpochs[$0]) }))
  }

  /// The entries as they are coloured, with the few digits that can be seen.
  private static func shares(_ matrix: Matrix, _ measure: SimilarityMeasure) -> [Double] {
    let largest = measure.isNormalized ? 1 : matrix.largestMagnitude
    return matrix.elements.map { largest > 0 ? ($0 / largest).rounded(significant: 4) : 0 }
  }
}

extension Panel {
  /// The panel with one layer more in front.
  fileprivate func adding(_ layer: Layer) -> Panel {
    var panel = self
    panel.layers.append(layer)
    return panel
  }
}
