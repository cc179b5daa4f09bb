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
    case .divider(let value, let name):
      [
        "set arrow from first \(value.tableText), graph 0 to first \(value.tableText), graph 1 nohead back "
          + LineStyle(.darkGrey, width: 1, dash: .dotted).options
      ]
        + (try name.map { (name) throws(FigureError) in
          [
            "set label '{/*\(Medium.smallPrint) '.\(try Quoting.label(name)).'}' at first \(value.tableText), graph 0.03 left "
              + "rotate by 90 offset character 0.8, 0 front textcolor '\(Color.darkGrey.text)'"
          ]
        } ?? [])
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
  func plot(from tables: FigureTables) throws(FigureError) -> String? {
    switch self {
    case .curve(let curve):
      let title = try curve.title.map { (text) throws(FigureError) in "title \(try Quoting.label(text))" } ?? "notitle"
      let columns = try tables[curve.table]
      let axes = curve.onSecondAxis ? " axes x1y2" : ""
      return """
        \(columns.source) using \(try columns[curve.x]):\(try columns[curve.y])\(axes) \
        with \(curve.marksPoints ? "linespoints pointtype 7 pointsize 0.5" : "lines") \(curve.style.options) \(title)
        """
    case .curves(let curves):
      let title = try curves.title.map { (text) throws(FigureError) in "title \(try Quoting.label(text))" } ?? "notitle"
      let columns = try tables[curves.table]
      let axes = curves.onSecondAxis ? " axes x1y2" : ""
      return """
        \(columns.source) using \(try columns[curves.x]):\(try columns[curves.y])\(axes) \
        with lines \(curves.style.options) \(title)
        """
    case .area(let area):
      let title = try area.title.map { (text) throws(FigureError) in "title \(try Quoting.label(text))" } ?? "notitle"
      let columns = try tables[area.table]
      let fill = area.isTransparent ? "transparent solid 0.25" : "solid 0.65"
      return """
        \(columns.source) using \(try columns[area.x]):\(try columns[area.from]):\(try columns[area.to]) \
        with filledcurves fillcolor rgb '\(area.color.text)' fillstyle \(fill) noborder \(title)
        """
    case .cells(let grid):
      // The header is skipped: otherwise gnuplot would put every name on the axis.
      return Self.cells("\(try tables.file(grid.table)) skip 1 matrix", rows: grid.rows, columns: grid.columns)
    case .frameCells(let grid):
      let version = "\(try tables.file(grid.table)) skip 1+\(grid.rows)*(frame-1) matrix every :::0::\(grid.rows - 1)"
      return Self.cells(version, rows: grid.rows, columns: grid.columns)
    case .runs(let table):
      let columns = try tables[table]
      let (row, from, to) = (try columns["row"], try columns["from"], try columns["to"])
      return """
        \(columns.source) using (0.5*(column(\(from))+column(\(to)))):\(row):\(from):\(to)\
        :(column(\(row))-0.5):(column(\(row))+0.5):\(try columns["value"]) \
        with boxxyerror linecolor palette fillstyle solid noborder notitle
        """
    case .segments(let table, let style):
      let columns = try tables[table]
      let (x, y) = (try columns["x1"], try columns["y1"])
      return """
        \(columns.source) using \(x):\(y):(\(try columns.value("x2"))-column(\(x))):(\(try columns.value("y2"))-column(\(y))) \
        with vectors nohead \(style.options) notitle
        """
    case .points(let table, let color):
      let columns = try tables[table]
      return
        "\(columns.source) using \(try columns["x"]):\(try columns["y"]) with points pointtype 7 linecolor rgb '\(color.text)' notitle"
    case .listedCells(let cells):
      return try cells.plot(tables[cells.table])
    case .marks(let marks):
      return try marks.plot(tables[marks.table])
    case .band(_, _, let color, let title):
      return try title.map { (title) throws(FigureError) in
        "NaN with lines \(LineStyle(color, width: 10).options) title \(try Quoting.label(title))"
      }
    case .entry(let style, let title):
      let look = style.map { "with lines \($0.options)" } ?? "with dots linecolor rgb '#ffffff'"
      return "NaN \(look) title \(try Quoting.label(title))"
    case .text, .name, .framePosition, .divider:
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

}

extension LineStyle {
  var options: String {
    "linecolor rgb '\(color.text)' linewidth \(width.tableText) dashtype \(dash.rawValue)"
  }
}

extension ListedCells {
  /// The cells' part of the plot command.
  func plot(_ columns: TableColumns) throws(FigureError) -> String {
    let (x, y, number) = (try columns["x"], try columns["y"], try columns.value(value))
    guard count <= Self.largestDrawnCellCount else {
      return "\(columns.source) using \(x):\(y):(\(number)) with image notitle"
    }
    // NaN is not equal to itself. Such a cell would be drawn white; a cell without a position is not drawn.
    let row = "(\(number)==\(number)?column(\(y)):NaN)"
    return """
      \(columns.source) using \(x):\(row):(column(\(x))-0.5):(column(\(x))+0.5):(column(\(y))-0.5):(column(\(y))+0.5):(\(number)) \
      with boxxyerror linecolor palette fillstyle solid noborder notitle
      """
  }
}

extension Marks {
  /// The marks' part of the plot command.
  func plot(_ columns: TableColumns) throws(FigureError) -> String {
    let x = try columns["x"]
    let title = try title.map { (text) throws(FigureError) in "title \(try Quoting.label(text))" }
    let place = "(\(try columns.value(flag))>0?\(try columns.value("y")):NaN)"
    switch shape {
    case .dot(let size):
      let style = "with points pointtype 7 pointsize \(size.tableText) linecolor rgb '#777777'"
      let entry = title.map { ["NaN with points pointtype 7 pointsize 0.5 linecolor rgb '#777777' \($0)"] } ?? []
      return (["\(columns.source) using \(x):\(place) \(style) notitle"] + entry).joined(separator: Self.separator)
    case .cross(let width, let height, let line):
      // Lines, because points in an SVG have no line width for a rim.
      let strokes = [LineStyle(Color(0xFFFFFF), width: (24 * line).rounded() / 10), LineStyle(.black, width: line)]
        .flatMap { style in
          [height, -height].map { rise in
            """
            \(columns.source) using (column(\(x))-\((width / 2).tableText)):(\(place)-(\((rise / 2).tableText))):\
            (\(width.tableText)):(\(rise.tableText)) with vectors nohead \(style.options) notitle
            """
          }
        }
      let entry = title.map { ["NaN with points pointtype 2 linewidth 1.5 linecolor rgb '#000000' \($0)"] } ?? []
      return (strokes + entry).joined(separator: Self.separator)
    }
  }

  /// The separator between the layers of a panel.
  private static let separator = ", \\\n     "
}
