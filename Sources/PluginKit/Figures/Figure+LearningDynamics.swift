public import Gnuplot
public import LearningDynamics

extension Figure {
  /// Loss (left axis) and singular values (right axis) in one panel.
  public static func learningDynamics(_ recording: Recording, of dataset: String) -> Figure {
    Figure(
      name: "learning-dynamics", caption: "Loss and singular values of the end-to-end map of \(dataset) over time",
      panels: [
        Panel.learningDynamics(
          recording, table: "learning-dynamics", area: Panel.Area(left: 0.09, right: 0.69, bottom: 0.12, top: 0.91),
          legend: .at(x: 0.785, y: 0.92))
      ],
      tables: [Table.learningDynamics(recording, name: "learning-dynamics")])
  }
}

extension Panel {
  /// A panel of loss (left axis) and singular values (right axis), drawn from ``Gnuplot/Table/learningDynamics(_:name:)``.
  ///
  /// - Parameter background: layers behind the curves.
  public static func learningDynamics(
    _ recording: Recording, table: String, area: Area, title: String = "Learning dynamics", legend: Legend,
    behind background: [Layer] = []
  ) -> Panel {
    let curves = ModeCurves(recording)
    return Panel(
      area: area, title: title, x: .epochs(to: recording.lastEpoch),
      y: .fromZero("loss (mean squared error)", recording.losses),
      secondY: .fromZero("singular value", [curves.largest]), legend: legend,
      layers: background + [.curve(Curve(table: table, y: "loss", style: .loss, title: "loss"))]
        + curves.layers(table: table, onSecondAxis: true))
  }
}

extension Table {
  /// Columns epoch, loss, mode_1, mode_2, …
  public static func learningDynamics(_ recording: Recording, name: String) -> Table {
    Table(byEpoch: name, columns: [("loss", recording.losses)] + ModeCurves(recording).columns())
  }
}
