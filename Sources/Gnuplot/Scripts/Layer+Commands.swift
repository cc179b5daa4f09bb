extension Layer {
  /// The commands a layer needs before the plot command.
  func commands() throws(FigureError) -> [String] {
    switch self {
    case .band(let from, let to, let color, _):
      [
        "set object rectangle from first \(from.tableText), graph 0 to first \(to.tableText), graph 1 behind "
          + "fillcolor rgb '\(color.text)' fillstyle solid noborder"
      ]
    case .level(let value, let style, _):
      [
        "set arrow from graph 0, first \(value.tableText) to graph 1, first \(value.tableText) nohead back "
          + style.options
      ]
    case .text(let text, let x, let y, let onTheLeft), .name(let text, let x, let y, let onTheLeft):
      [
        "set label \(try Quoting.label(text)) at first \(x.tableText), first \(y.tableText) "
          + (onTheLeft ? "right offset character -0.6, character 0.5" : "left offset character 0.6, character 0.5")
      ]
    case .framePosition(let style):
      [
        "set arrow from first real(word(positions, frame)), graph 0 to first real(word(positions, frame)), graph 1 "
          + "nohead front \(style.options)"
      ]
    case .entry, .curve, .curves, .area, .cells, .frameCells, .runs, .segments, .points, .listedCells, .marks:
      []
    }
  }

  /// The layer's part of the plot command, if it has one.
  func plot(in figure: Figure) throws(FigureError) -> String? {
    switch self {
    case .curve(let curve):
      let title = try curve.title.map { (text) throws(FigureError) in "title \(try Quoting.label(text))" } ?? "notitle"
      let columns = try columns(curve.table, figure)
      let axes = curve.onSecondAxis ? " axes x1y2" : ""
      return """
        \(try file(curve.table, figure)) using \(try columns[curve.x]):\(try columns[curve.y])\(axes) \
        with \(curve.marksPoints ? "linespoints pointtype 7 pointsize 0.5" : "lines") \(curve.style.options) \(title)
        """
    case .curves(let curves):
      let title = try curves.title.map { (text) throws(FigureError) in "title \(try Quoting.label(text))" } ?? "notitle"
      let axes = curves.onSecondAxis ? " axes x1y2" : ""
      return """
        \(try file(curves.table, figure)) using '\(curves.x)':'\(curves.y)'\(axes) \
        with lines \(curves.style.options) \(title)
        """
    case .area(let area):
      let title = try area.title.map { (text) throws(FigureError) in "title \(try Quoting.label(text))" } ?? "notitle"
      let columns = try columns(area.table, figure)
      let fill = area.isTransparent ? "transparent solid 0.25" : "solid 0.65"
      return """
        \(try file(area.table, figure)) using \(try columns[area.x]):\(try columns[area.from]):\(try columns[area.to]) \
        with filledcurves fillcolor rgb '\(area.color.text)' fillstyle \(fill) noborder \(title)
        """
    case .cells(let grid):
      // The header is skipped here: read as a header it would put every name on the axis.
      return Self.cells("\(try file(grid.table, figure)) skip 1 matrix", rows: grid.rows, columns: grid.columns)
    case .frameCells(let grid):
      let version = "\(try file(grid.table, figure)) skip 1+\(grid.rows)*(frame-1) matrix every :::0::\(grid.rows - 1)"
      return Self.cells(version, rows: grid.rows, columns: grid.columns)
    case .runs(let table):
      let columns = try columns(table, figure)
      let (row, from, to) = (try columns["row"], try columns["from"], try columns["to"])
      return """
        \(try file(table, figure)) using (0.5*(column(\(from))+column(\(to)))):\(row):\(from):\(to)\
        :(column(\(row))-0.5):(column(\(row))+0.5):\(try columns["value"]) \
        with boxxyerror linecolor palette fillstyle solid noborder notitle
        """
    case .segments(let table, let style):
      let columns = try columns(table, figure)
      let (x, y) = (try columns["x1"], try columns["y1"])
      return """
        \(try file(table, figure)) using \(x):\(y):(\(try columns.value("x2"))-column(\(x))):(\(try columns.value("y2"))-column(\(y))) \
        with vectors nohead \(style.options) notitle
        """
    case .points(let table, let color):
      let columns = try columns(table, figure)
      return
        "\(try file(table, figure)) using \(try columns["x"]):\(try columns["y"]) with points pointtype 7 linecolor rgb '\(color.text)' notitle"
    case .listedCells(let cells):
      return try cells.plot(try file(cells.table, figure), columns(cells.table, figure))
    case .marks(let marks):
      return try marks.plot(try file(marks.table, figure), columns(marks.table, figure))
    case .band(_, _, let color, let title):
      return try title.map { (title) throws(FigureError) in
        "NaN with lines \(LineStyle(color, width: 10).options) title \(try Quoting.label(title))"
      }
    case .entry(let style, let title):
      let look = style.map { "with lines \($0.options)" } ?? "with dots linecolor rgb '#ffffff'"
      return "NaN \(look) title \(try Quoting.label(title))"
    case .text, .name, .framePosition:
      return nil
    case .level(_, let style, let title):
      return try title.map { (title) throws(FigureError) in
        "NaN with lines \(style.options) title \(try Quoting.label(title))"
      }
    }
  }

  private static func cells(_ matrix: String, rows: Int, columns: Int) -> String {
    guard rows * columns <= CellGrid.largestDrawnCellCount else { return "\(matrix) using 1:2:3 with image notitle" }
    return """
      \(matrix) using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 \
      with boxxyerror linecolor palette fillstyle solid noborder notitle
      """
  }

  private func columns(_ table: String, _ figure: Figure) throws(FigureError) -> TableColumns {
    TableColumns(try figure.table(table), in: figure)
  }

  private func file(_ table: String, _ figure: Figure) throws(FigureError) -> String {
    "'\(try figure.table(table).fileName)'"
  }
}

extension LineStyle {
  var options: String {
    "linecolor rgb '\(color.text)' linewidth \(width.tableText) dashtype \(dash.rawValue)"
  }
}
