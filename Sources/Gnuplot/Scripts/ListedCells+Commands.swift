extension ListedCells {
  /// The cells' part of the plot command, given their quoted file name.
  func plot(_ file: String, _ columns: TableColumns) throws(FigureError) -> String {
    let (x, y, number) = (try columns["x"], try columns["y"], try columns.value(value))
    guard count <= Self.largestDrawnCellCount else { return "\(file) using \(x):\(y):(\(number)) with image notitle" }
    // A number that is not equal to itself is none. Such a cell would be drawn white; one without a place is not drawn.
    let row = "(\(number)==\(number)?column(\(y)):NaN)"
    return """
      \(file) using \(x):\(row):(column(\(x))-0.5):(column(\(x))+0.5):(column(\(y))-0.5):(column(\(y))+0.5):(\(number)) \
      with boxxyerror linecolor palette fillstyle solid noborder notitle
      """
  }
}

extension Marks {
  /// The marks' part of the plot command, given their quoted file name.
  func plot(_ file: String, _ columns: TableColumns) throws(FigureError) -> String {
    let x = try columns["x"]
    let title = try title.map { (text) throws(FigureError) in "title \(try Quoting.label(text))" }
    let place = "(\(try columns.value(flag))>0?\(try columns.value("y")):NaN)"
    switch shape {
    case .dot(let size):
      let style = "with points pointtype 7 pointsize \(size.tableText) linecolor rgb '#777777'"
      let entry = title.map { ["NaN with points pointtype 7 pointsize 0.5 linecolor rgb '#777777' \($0)"] } ?? []
      return (["\(file) using \(x):\(place) \(style) notitle"] + entry).joined(separator: Self.separator)
    case .cross(let width, let height, let line):
      // Lines, because the points of an SVG have no width that could make a rim.
      let strokes = [LineStyle(Color(0xFFFFFF), width: (24 * line).rounded() / 10), LineStyle(.black, width: line)]
        .flatMap { style in
          [height, -height].map { rise in
            """
            \(file) using (column(\(x))-\((width / 2).tableText)):(\(place)-(\((rise / 2).tableText))):\
            (\(width.tableText)):(\(rise.tableText)) with vectors nohead \(style.options) notitle
            """
          }
        }
      let entry = title.map { ["NaN with points pointtype 2 linewidth 1.5 linecolor rgb '#000000' \($0)"] } ?? []
      return (strokes + entry).joined(separator: Self.separator)
    }
  }

  /// As between the layers of a panel.
  private static let separator = ", \\\n     "
}
