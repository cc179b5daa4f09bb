import Gnuplot

/// Figures that use every kind of layer, axis and scale.
enum FigureExamples {
  static let all = [curves, images, maps]

  /// Three frames of a matrix, with a line that moves.
  static let moving: Figure = {
    let table = Table(name: "moving", header: ["a", "b"], values: [1, 0, 0, 1, 0, 1, 1, 0, -1, 0, 0, 0.5])
    let curves = Table(name: "falling", columns: [("epoch", [0, 10, 25]), ("loss", [1, 0.5, 0.25])])
    return Figure(
      name: "moving", caption: "A matrix over time", size: Figure.Size(width: 600, height: 300),
      panels: [
        Panel(
          area: Panel.Area(left: 0.1, right: 0.45, bottom: 0.2, top: 0.85), title: "it's {falling}",
          x: Axis("epoch", range: Axis.Range(0, 25)), y: Axis("loss", range: Axis.Range(0, 1)), legend: .topRight,
          layers: [
            .curve(Curve(table: "falling", y: "loss", style: LineStyle(.darkGrey), title: "loss")),
            .framePosition(LineStyle(.black)),
          ]),
        Panel(
          area: Panel.Area(left: 0.6, right: 0.9, bottom: 0.2, top: 0.85), title: "Epoch", titleEndsWithPosition: true,
          x: .names(["Rose", "Oak"]), y: .names(["Rose", "Oak"], fromTop: true),
          colors: ColorScale(.diverging, range: Axis.Range(-1, 1), bar: ColorScale.Bar(left: 0.92, label: nil)),
          layers: [.frameCells(FrameCells(table, rows: 2))]),
      ],
      tables: [curves, table], animation: Animation(positions: [0, 10, 25], delay: 20))
  }()

  /// Cells with marks and gaps, and curves with their bands.
  static let maps: Figure = {
    let cells = Table(
      name: "cells", header: ["x", "y", "loss", "is_empty", "is_diverged"],
      values: [0, 0, 1e-9, 0, 0, 1, 0, .nan, 1, 1, 0, 1, 0.01, 0, 1, 1, 1, 10, 0, 0])
    let bands = Table(
      name: "bands",
      columns: [("eta", [1, 10]), ("median", [1, 2]), ("lower", [0.5, 1.5]), ("upper", [1.25, 3])])
    let size = Figure.Size(width: 1000, height: 800)
    let colors = ColorScale(
      .viridis, range: Axis.Range(1e-10, 10), bar: ColorScale.Bar(left: 0.42, label: "loss"), isLogarithmic: true)
    return Figure(
      name: "maps", caption: "Maps with gaps", size: size,
      panels: [
        Panel(
          area: Panel.Area(left: 0.1, right: 0.4, bottom: 0.6, top: 0.9),
          x: .names(["30", "30,30"], label: "hidden"), y: Axis("it's γ"), colors: colors,
          legend: .at(x: 0.5, y: 0.9), note: "a note",
          layers: [
            .band(from: -0.5, to: 1.5, color: .lightGrey, title: "nothing"),
            .listedCells(ListedCells(cells, value: "loss")),
            .marks(Marks(table: "cells", flag: "is_empty", shape: .dot(size: 0.3), title: "it's empty")),
            .marks(
              Marks(
                table: "cells", flag: "is_diverged", shape: .cross(width: 0.25, height: 0.125, line: 1.5),
                title: "it's diverged")),
          ]),
        Panel(
          area: Panel.Area(left: 0.6, right: 0.9, bottom: 0.1, top: 0.4), x: Axis("η", isLogarithmic: true), y: Axis(),
          legend: .topRight,
          layers: [
            .area(
              FilledArea(
                table: "bands", x: "eta", from: "lower", to: "upper", color: .category(0), title: "middle half",
                isTransparent: true)),
            .curve(
              Curve(
                table: "bands", x: "eta", y: "median", style: LineStyle(.category(0)), title: "median",
                marksPoints: true)),
          ]),
      ],
      tables: [cells, bands])
  }()

  static let curves: Figure = {
    let table = Table(
      name: "curves",
      columns: [
        ("epoch", [0, 1, 2]), ("loss", [1, 0.5, 0.25]), ("mode_1", [0, 1e-24, 156.2]), ("odd", [0, -1, 0.1]),
      ])
    let size = Figure.Size(width: 800, height: 500)
    let area = Panel.Area(in: size, right: 200)
    return Figure(
      name: "curves", caption: "Curves on two axes", size: size,
      panels: [
        Panel(
          area: area, title: "Loss & modes: 100 % of \"it\"", x: Axis("epoch", range: Axis.Range(0, 2)),
          y: Axis("loss", range: Axis.Range(1e-2, 2), isLogarithmic: true),
          secondY: Axis("singular value", range: Axis.Range(0, 160)), legend: .beside(area, in: size),
          layers: [
            .band(from: 0.5, to: 1, color: .lightGrey, title: "band"),
            .level(0.5, LineStyle(.grey, width: 1, dash: .dotted), title: nil),
            .curve(Curve(table: "curves", y: "loss", style: LineStyle(.darkGrey, width: 3), title: "loss")),
            .curve(
              Curve(
                table: "curves", y: "mode_1", onSecondAxis: true, style: LineStyle(.category(0), dash: .dashed),
                title: "it's mode_1")),
            .curve(Curve(table: "curves", y: "odd", style: LineStyle(.category(9)), title: nil)),
          ])
      ],
      tables: [table])
  }()

  static let images: Figure = {
    let matrix = Table(name: "matrix", header: ["Rose", "Oak", "Pine"], values: [1, -2, 3, 0.5, 0, -3])
    let large = Table(
      name: "large", header: (0..<70).map { "c\($0)" }, values: (0..<4900).map { Double($0 % 17) })
    let runs = Table(
      name: "runs", header: ["row", "from", "to", "value"], values: [0, -0.5, 4.5, 1, 0, 4.5, 9.5, -1, 1, -0.5, 9.5, 1])
    let tree = Table(name: "nodes", header: ["x", "y"], values: [0, 1, 1, 2])
    let edges = Table(name: "edges", header: ["x1", "y1", "x2", "y2"], values: [0, 1, 1, 2])
    return Figure(
      name: "images", caption: "Images side by side", size: Figure.Size(width: 1000, height: 800),
      panels: [
        Panel(
          area: Panel.Area(left: 0.1, right: 0.4, bottom: 0.6, top: 0.9), title: "Cells",
          x: .names(["Rose", "Oak", "Pine"], rotated: true), y: .names(["first", "second"], fromTop: true),
          colors: ColorScale(
            .diverging, range: Axis.Range(-3, 3), bar: ColorScale.Bar(left: 0.42, label: "dot product")),
          layers: [.cells(CellGrid(matrix))]),
        Panel(
          area: Panel.Area(left: 0.6, right: 0.9, bottom: 0.6, top: 0.9), x: Axis(marks: .none),
          y: Axis(marks: .unlabelled), colors: ColorScale(.viridis, range: Axis.Range(0, 16)),
          layers: [.cells(CellGrid(large))]),
        Panel(
          area: Panel.Area(left: 0.1, right: 0.4, bottom: 0.1, top: 0.4),
          x: Axis(range: Axis.Range(-0.5, 9.5)), y: .names(["a", "b"], fromTop: true),
          colors: ColorScale(
            .noYes, range: Axis.Range(-1, 1),
            bar: ColorScale.Bar(
              left: 0.42, label: nil,
              marks: .named([Axis.Mark("no", at: -0.5), Axis.Mark("100 %", at: 0.5)], rotated: false))),
          layers: [.runs(table: "runs")]),
        Panel(
          area: Panel.Area(left: 0.6, right: 0.9, bottom: 0.1, top: 0.4), x: Axis(range: Axis.Range(-1, 2)),
          y: Axis(range: Axis.Range(0, 3)), legend: .topRight,
          layers: [.segments(table: "edges", LineStyle(.black)), .points(table: "nodes", .category(0))]),
      ],
      tables: [matrix, large, runs, tree, edges])
  }()
}
