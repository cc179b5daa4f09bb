import Gnuplot
import LearningDynamics
import PluginKit
import Support

extension Illusion {
  /// Prediction of the probe (left axis) and singular values (right axis), with the control and the wrong way marked.
  func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Figure] {
    let predictions = try recordings[0].followedPredictions()
    let theory = try TheoryOverlay(recordings[0], of: subject)
    // A control that diverged early leaves the rest of its column empty.
    let control = try recordings[1].followedPredictions().prefix(predictions.count)
    let paddedControl = control + Array(repeating: .nan, count: predictions.count - control.count)
    let curves = ModeCurves(recordings[0])
    let table = Table(
      byEpoch: "illusion",
      columns: [("probe", predictions)] + theory.column("theory", \.predictions)
        + [("zero_depth", Array(paddedControl))] + curves.columns())
    let feature = subject.dataset.scale(ofFeature: subject.dataset.followedCell.feature).largest
    let largest = (predictions + control).reduce(feature) { max($0, $1.magnitude) }
    let limit = (1.05 * (largest > 0 ? largest : 1)).rounded(significant: 3)
    let wrongWay = result.course.wrongWay.enumerated().map { index, period in
      Layer.band(
        from: Double(period.first) - 0.5, to: Double(period.last) + 0.5, color: Self.wrongWayColor,
        title: index == 0 ? "the wrong way" : nil)
    }
    let size = Figure.Size(width: 1100, height: 580)
    let area = Panel.Area(in: size, right: Panel.legendMargin + Panel.secondAxisMargin)
    let zero = Layer.level(0, .guide, title: nil)
    let truth = Layer.level(result.course.target, LineStyle(.grey, width: 1.5, dash: .dashed), title: "true value")
    let modes = curves.layers(table: table.name, onSecondAxis: true).map(Self.faint)
    let without = Layer.curve(
      Curve(
        table: table.name, y: "zero_depth", style: LineStyle(.darkGrey, width: 2, dash: .dotted),
        title: "no hidden layer, ε = \(result.controlRate.significant())"))
    let prediction = Layer.curve(Curve(table: table.name, y: "probe", style: Self.prediction, title: "prediction"))
    let predicted = theory.layer(table: table.name, y: "theory")
    let panel = Panel(
      area: area,
      title: "Prediction for \(result.probe), whose true value is \(result.course.target.targetText)",
      x: .epochs(to: recordings[0].lastEpoch),
      y: Axis("Prediction for \(result.probe)", range: Axis.Range(-limit, limit)),
      secondY: .fromZero("singular value", [curves.reach]),
      legend: .beside(area, in: size, gap: Panel.secondAxisMargin), note: curves.note(before: theory.note),
      layers: (wrongWay + [zero, truth] + modes + [without, prediction] + predicted).withLegend([
        ("left axis:", [prediction] + predicted + [truth, without] + wrongWay), ("right axis:", modes),
      ]))
    return [
      Figure(
        name: "illusion",
        caption:
          "Prediction for \(result.probe) of \(subject.dataset.identifier), and singular values; shaded where wrong",
        size: size, panels: [panel], tables: [table] + curves.tables(beside: table.name)),
      try contributions(result, recordings[0], theory),
    ]
  }

  /// A colour that no mode has, on which dashed black is seen.
  static let prediction = LineStyle(Color(0xAA3377), width: 5)

  private static let wrongWayColor = Color(0xFBE3D6)

  /// The modes explain the prediction; they stay behind it.
  private static func faint(_ layer: Layer) -> Layer {
    guard case .curve(var curve) = layer else { return layer }
    curve.style.width = 1.5
    return .curve(curve)
  }
}
