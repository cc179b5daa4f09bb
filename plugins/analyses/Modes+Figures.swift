import Gnuplot
import LearningDynamics
import PluginKit

extension Modes {
  func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Figure] {
    [
      try lossAndModes(recordings[0], of: subject),
      Figure.learningDynamics(recordings[0], of: subject.dataset.identifier),
    ]
  }

  /// Two panels over one axis of epochs: the loss; the singular values divided by the largest.
  private func lossAndModes(_ recording: Recording, of subject: AnalysisSubject) throws -> Figure {
    let curves = ModeCurves(recording)
    let largest = curves.largest
    let strengths = try recording.modeStrengths()
    let table = Table(
      byEpoch: "loss-and-modes",
      columns: [("loss", recording.losses)]
        + curves.columns(named: "relative_", dividedBy: largest > 0 ? largest : 1) + curves.columns()
        + (0..<recording.modeCount).map { mode in ("strength_\(mode + 1)", strengths.component(mode)) })
    let size = Figure.Size(width: 1000, height: 740)
    let upper = Panel.Area(in: size, right: Panel.legendMargin, bottom: 405)
    let lower = Panel.Area(in: size, right: Panel.legendMargin, top: 365)
    return Figure(
      name: table.name,
      caption:
        "Loss, and singular values of the end-to-end map divided by the largest, of \(subject.dataset.identifier)",
      size: size,
      panels: [
        Panel(
          area: upper, title: "Loss and modes",
          x: .epochs(to: recording.lastEpoch, label: nil, marks: .unlabelled), y: .loss(recording.losses),
          layers: [.curve(Curve(table: table.name, y: "loss", style: .loss, title: nil))]),
        Panel(
          area: lower, x: .epochs(to: recording.lastEpoch),
          y: Axis("singular value / \(largest.significant())", range: Axis.Range(0, 1.05)),
          legend: .beside(lower, in: size), layers: curves.layers(table: table.name, column: "relative_")),
      ],
      tables: [table])
  }
}
