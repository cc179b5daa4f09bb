public import Gnuplot
public import LearningDynamics

extension Figure {
  /// A figure with one curve over the epochs, and its table.
  ///
  /// - Parameters:
  ///   - name: the name of the figure, its files and its table.
  ///   - values: one for each epoch, from 0.
  ///   - column: the name of the values, as their column in the table and, if there is a legend, their entry.
  ///   - title: the text above the axes.
  ///   - y: the axis of the values.
  ///   - style: the curve's look.
  ///   - caption: one sentence; the title when nil.
  ///   - layers: other layers, such as lines and bands. With them the figure has a legend.
  public static func line(
    _ name: String, _ values: [Double], column: String = "value", title: String, y: Axis, style: LineStyle = .mode(0),
    caption: String? = nil, with layers: [Layer] = []
  ) -> Figure {
    let curve = Curve(table: name, y: column, style: style, title: layers.isEmpty ? nil : column)
    let panel = Panel(
      title: title, x: .epochs(to: values.count - 1), y: y, legend: layers.isEmpty ? nil : .topRight,
      layers: [.curve(curve)] + layers)
    return Figure(
      name: name, caption: caption ?? title, panels: [panel],
      tables: [Table(byEpoch: name, columns: [(column, values)])])
  }

  /// Loss (left axis) and singular values (right axis) in one panel.
  ///
  /// - Parameters:
  ///   - recording: the training.
  ///   - dataset: the dataset's name.
  ///   - theory: the theory of the loss, to be drawn over it.
  public static func learningDynamics(
    _ recording: Recording, of dataset: String, theory: TheoryOverlay? = nil
  ) -> Figure {
    let size = Size(width: 1100, height: 560)
    let area = Panel.Area(in: size, right: Panel.legendMargin + Panel.secondAxisMargin)
    return Figure(
      name: "learning-dynamics", caption: "Loss and singular values of the end-to-end map of \(dataset) over time",
      size: size,
      panels: [
        Panel.learningDynamics(
          recording, table: "learning-dynamics", area: area, theory: theory,
          legend: .beside(area, in: size, gap: Panel.secondAxisMargin))
      ],
      tables: Table.learningDynamics(recording, name: "learning-dynamics", theory: theory))
  }
}

extension Panel {
  /// Room for a legend of modes, in pixels.
  public static let legendMargin = 285.0
  /// Room for an axis on the right with its label, in pixels.
  public static let secondAxisMargin = 85.0

  /// A panel of loss (left axis) and singular values (right axis), drawn from the tables of ``Gnuplot/Table/learningDynamics(_:name:theory:)``.
  ///
  /// - Parameters:
  ///   - recording: the training.
  ///   - table: the table's name.
  ///   - area: the axes' box.
  ///   - title: the panel's title.
  ///   - theory: the theory of the loss, to be drawn over it.
  ///   - legend: the legend's place.
  ///   - background: layers behind the curves.
  public static func learningDynamics(
    _ recording: Recording, table: String, area: Area, title: String = "Learning dynamics",
    theory: TheoryOverlay? = nil,
    legend: Legend,
    behind background: [Layer] = []
  ) -> Panel {
    let curves = ModeCurves(recording)
    let modes = curves.layers(table: table, onSecondAxis: true)
    let loss = Layer.curve(Curve(table: table, y: "loss", style: .loss, title: "loss"))
    let predicted = theory?.layer(table: table, y: "theory") ?? []
    return Panel(
      area: area, title: title, x: .epochs(to: recording.lastEpoch),
      y: .loss(recording.losses),
      secondY: .fromZero("singular value", [curves.reach]), legend: legend,
      note: curves.note(before: theory?.note),
      layers: (background + modes + [loss] + predicted).withLegend([
        ("left axis:", [loss] + predicted), ("right axis:", modes),
      ]))
  }
}

extension Table {
  /// Columns epoch, loss, theory of the loss if there is one, mode_1, mode_2, …; with many modes the weaker ones are in a
  /// separate table.
  public static func learningDynamics(
    _ recording: Recording, name: String, theory: TheoryOverlay? = nil
  ) -> [Table] {
    let curves = ModeCurves(recording)
    let table = Table(
      byEpoch: name,
      columns: [("loss", recording.losses)] + (theory?.column("theory", \.losses) ?? []) + curves.columns())
    return [table] + curves.tables(beside: name)
  }
}
