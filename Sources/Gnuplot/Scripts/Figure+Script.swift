extension Figure {
  /// The name of the script's file.
  public var scriptName: String { name + ".gp" }

  /// The script that draws the figure from its tables, to be run in their folder.
  ///
  /// It draws an SVG when run by hand; the variables `format` ('svg', 'png' or 'pdf') and `output` (a file name) change
  /// that. An animated figure's script draws a GIF, and knows `output` only. Needs gnuplot 5.4.
  ///
  /// - Throws: ``FigureError`` for texts that cannot stand in a script, names that are no file names, layers without
  ///   their table, and empty ranges.
  public func script() throws(FigureError) -> String {
    try check()
    var lines = ["# \(name): \(try Quoting.comment(caption))", "#", "# Draw it again:   gnuplot \(scriptName)"]
    if let animation {
      lines += animation.preamble(name, size)
    } else {
      lines += [
        "# As PNG or PDF:   gnuplot -e \"format='png'\" \(scriptName)",
        "",
        "if (!exists('format')) format = 'svg'",
        "if (!exists('output')) output = '\(name).' . format",
      ]
      for format in ImageFormat.allCases {
        lines.append("if (format eq '\(format.rawValue)') \(format.terminal(size))")
      }
    }
    lines += ["set output output", "set encoding utf8", "set minussign"]
    let drawing = try self.drawing()
    lines += animation.map { $0.loop(over: drawing) } ?? drawing
    return lines.joined(separator: "\n") + "\n"
  }

  /// The commands that draw all panels once.
  private func drawing() throws(FigureError) -> [String] {
    // Each picture of a multiplot is one frame of an animation, so that a single panel there needs one too.
    let isMultiplot = panels.count > 1 || animation != nil
    var lines = isMultiplot ? ["set multiplot"] : []
    for panel in panels {
      lines.append("")
      if isMultiplot { lines.append("reset") }
      lines += try panel.commands(in: self)
    }
    if isMultiplot { lines += ["", "unset multiplot"] }
    return lines
  }

  func table(_ name: String) throws(FigureError) -> Table {
    guard let table = tables.first(where: { $0.name == name }) else {
      throw .missing(figure: self.name, table: name, column: nil)
    }
    return table
  }

  private func check() throws(FigureError) {
    try checkAnimation()
    for name in [name] + tables.map(\.name) where !Figure.isFileName(name) { throw .fileName(name) }
    for panel in panels {
      let ranges = [panel.x.range, panel.y.range, panel.secondY?.range, panel.colors?.range].compactMap { $0 }
      for range in ranges where !(range.from.isFinite && range.to.isFinite && range.from != range.to) {
        throw .emptyRange(figure: name, from: range.from, to: range.to)
      }
      for axis in [panel.x, panel.y, panel.secondY].compactMap({ $0 }) where axis.isLogarithmic {
        if let range = axis.range, min(range.from, range.to) <= 0 {
          throw .emptyRange(figure: name, from: range.from, to: range.to)
        }
      }
      if let colors = panel.colors, colors.isLogarithmic, min(colors.range.from, colors.range.to) <= 0 {
        throw .emptyRange(figure: name, from: colors.range.from, to: colors.range.to)
      }
      for layer in panel.layers {
        for (tableName, columns) in layer.sources {
          let known = TableColumns(try table(tableName), in: self)
          for column in columns { _ = try known[column] }
        }
      }
    }
  }
}

extension Layer {
  /// The tables a layer reads, and the columns it names.
  var sources: [(table: String, columns: [String])] {
    switch self {
    case .curve(let curve): [(curve.table, [curve.x, curve.y])]
    case .area(let area): [(area.table, [area.x, area.from, area.to])]
    case .cells(let grid): [(grid.table, [])]
    case .runs(let table): [(table, ["row", "from", "to", "value"])]
    case .segments(let table, _): [(table, ["x1", "y1", "x2", "y2"])]
    case .points(let table, _): [(table, ["x", "y"])]
    case .frameCells(let grid): [(grid.table, [])]
    case .listedCells(let cells): [(cells.table, ["x", "y", cells.value])]
    case .marks(let marks): [(marks.table, ["x", "y", marks.flag])]
    case .band, .level, .text, .framePosition: []
    }
  }
}
