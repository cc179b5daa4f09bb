import Gnuplot
import LearningDynamics
import PluginKit
import Support

extension Modes {
  /// The strengths along the data's own modes, which keep their identity where singular values cross; theory over them.
  func modeStrengths(
    _ recording: Recording, _ theory: TheoryOverlay, of subject: AnalysisSubject
  ) throws -> Figure {
    let strengths = try recording.modeStrengths()
    let modes = 0..<recording.modeCount
    let curves = ModeCurves(recording, strengths: strengths)
    // Of many modes those with colours of their own are enough to see how good theory is.
    let compared = modes.prefix(Self.largestComparedCount)
    let table = Table(
      byEpoch: "mode-strengths",
      columns: curves.columns(named: "strength_")
        + (theory.course.map { course in compared.map { ("theory_\($0 + 1)", course.strengths.component($0)) } } ?? []))
    let size = Figure.Size(width: 1000, height: 560)
    let area = Panel.Area(in: size, right: Panel.legendMargin)
    return Figure(
      name: table.name,
      caption: "Strength of each mode of \(subject.dataset.identifier) in the end-to-end map"
        + (theory.course == nil ? "" : ", and what theory says of it"),
      size: size,
      panels: [
        Panel(
          area: area, title: "Strengths of the data's modes", x: .epochs(to: recording.lastEpoch),
          y: Self.axis([strengths] + (theory.course.map { [$0.strengths] } ?? []), in: modes),
          legend: .beside(area, in: size), note: theory.note,
          layers: curves.layers(table: table.name, column: "strength_").map(Self.broad)
            + compared.flatMap { mode in
              theory.layer(table: table.name, y: "theory_\(mode + 1)", isNamed: mode == 0)
            })
      ],
      tables: [table] + curves.tables(beside: table.name))
  }

  private static let largestComparedCount = 24

  /// From zero, or below it where a strength is negative at first: large random weights point anywhere.
  private static func axis(_ series: [VectorSeries], in modes: Range<Int>) -> Axis {
    let strengths = series.flatMap { strengths in modes.flatMap { strengths.component($0) } }
    var axis = Axis.fromZero("strength", strengths)
    let lowest = strengths.reduce(0, min)
    if let range = axis.range, lowest < -0.01 * range.to { axis.range?.from = (1.1 * lowest).rounded(significant: 2) }
    return axis
  }

  /// Broad enough for dashed black to be seen on it.
  private static func broad(_ layer: Layer) -> Layer {
    guard case .curve(var curve) = layer else { return layer }
    curve.style.width = 4
    return .curve(curve)
  }
}
