import Gnuplot
import LearningDynamics
import PluginKit
import Support

extension Modes {
  func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Figure] {
    let theory = try TheoryOverlay(recordings[0], of: subject)
    return [
      try lossAndModes(recordings[0], theory, of: subject),
      Figure.learningDynamics(recordings[0], of: subject.dataset.identifier, theory: theory),
      try modeStrengths(recordings[0], theory, of: subject),
    ]
  }

  /// Two panels over one axis of epochs: the loss; the singular values divided by the largest.
  private func lossAndModes(_ recording: Recording, _ theory: TheoryOverlay, of subject: AnalysisSubject) throws
    -> Figure
  {
    let curves = ModeCurves(recording)
    let largest = curves.reach
    let table = Table(
      byEpoch: "loss-and-modes",
      columns: [("loss", recording.losses)] + theory.column("theory", \.losses)
        + curves.columns(named: "relative_", dividedBy: largest > 0 ? largest : 1) + curves.columns()
    )
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
          legend: .beside(upper, in: size),
          layers: [.curve(Curve(table: table.name, y: "loss", style: .loss, title: "loss"))]
            + theory.layer(table: table.name, y: "theory")),
        Panel(
          area: lower, x: .epochs(to: recording.lastEpoch),
          y: Axis("singular value / \(largest.significant())", range: Axis.Range(0, 1.05)),
          legend: .beside(lower, in: size), note: curves.note(before: theory.note),
          layers: curves.layers(table: table.name, column: "relative_")),
      ],
      tables: [table] + curves.tables(beside: table.name, dividedBy: largest > 0 ? largest : 1))
  }
}
