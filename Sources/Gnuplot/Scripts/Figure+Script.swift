extension Figure {
  /// The name of the script's file.
  public var scriptName: String { name + ".gp" }

  /// The script that draws the figure from its tables, to be run in their folder.
  ///
  /// It draws an SVG when run by hand; the variables `format` ('svg', 'png' or 'pdf'), `medium` ('web', 'slides' or 'paper')
  /// and `output` (a file name) change that. An animated figure's script draws a GIF and uses only `output`. Needs gnuplot
  /// 5.4.
  ///
  /// - Parameter medium: the default medium.
  /// - Throws: ``FigureError`` for texts that cannot be part of a script, invalid file names, layers without
  ///   their table, and empty ranges.
  public func script(for medium: Medium = .web) throws(FigureError) -> String {
    try check()
    // An animation is for screens.
    let media = animation == nil && isLaidOut ? Medium.allCases : [.web]
    let layouts = media.map { (medium: $0, picture: PictureLayout(self, for: $0)) }
    var lines = ["# \(name): \(try Quoting.comment(caption))", "#", "# Draw it again:   gnuplot \(scriptName)"]
    if let animation {
      lines += animation.preamble(name, layouts[0].picture.size)
    } else {
      lines.append("# As PNG or PDF:   gnuplot -e \"format='png'\" \(scriptName)")
      if media.count > 1 {
        lines.append("# For a paper:     gnuplot -e \"format='pdf'; medium='paper'\" \(scriptName)     (or 'slides')")
      }
      lines += [
        "",
        "if (!exists('format')) format = 'svg'",
      ]
      if media.count > 1 { lines.append("if (!exists('medium')) medium = '\(medium.rawValue)'") }
      lines.append("if (!exists('output')) output = '\(name).' . format")
      for (medium, picture) in layouts {
        for format in ImageFormat.allCases {
          let condition = media.count > 1 ? "medium eq '\(medium.rawValue)' && " : ""
          lines.append("if (\(condition)format eq '\(format.rawValue)') \(format.terminal(picture.size, medium))")
        }
      }
    }
    lines += ["set output output", "set encoding utf8", "set minussign"]
    let tables = FigureTables(self)
    lines += tables.commands
    let drawing = try self.drawing(layouts, from: tables)
    lines += animation.map { $0.loop(over: drawing) } ?? drawing
    return lines.joined(separator: "\n") + "\n"
  }

  /// The commands that draw all panels once.
  private func drawing(
    _ layouts: [(medium: Medium, picture: PictureLayout)], from tables: FigureTables
  ) throws(FigureError) -> [String] {
    // Each multiplot is one frame of an animation, so even a single panel needs one there.
    let isMultiplot = panels.count > 1 || animation != nil
    var lines = isMultiplot ? ["set multiplot"] : []
    for index in panels.indices {
      lines.append("")
      if isMultiplot { lines.append("reset") }
      var versions: [(medium: Medium, parts: [[String]])] = []
      for (medium, picture) in layouts {
        versions.append((medium, try picture.panels[index].commands(from: tables, picture.size, medium)))
      }
      lines += Self.merged(versions)
    }
    if isMultiplot { lines += ["", "unset multiplot"] }
    return lines
  }

  /// The commands of all media: shared ones once, the others each with a condition.
  private static func merged(_ versions: [(medium: Medium, parts: [[String]])]) -> [String] {
    guard let first = versions.first else { return [] }
    return first.parts.indices.flatMap { part in
      versions.allSatisfy { $0.parts[part] == first.parts[part] }
        ? first.parts[part]
        : versions.flatMap { version in version.parts[part].map { version.medium.condition + $0 } }
    }
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
    case .curves(let curves): [(curves.table, [curves.x, curves.y])]
    case .area(let area): [(area.table, [area.x, area.from, area.to])]
    case .cells(let grid): [(grid.table, [])]
    case .runs(let table): [(table, ["row", "from", "to", "value"])]
    case .segments(let table, _): [(table, ["x1", "y1", "x2", "y2"])]
    case .points(let table, _): [(table, ["x", "y"])]
    case .frameCells(let grid): [(grid.table, [])]
    case .listedCells(let cells): [(cells.table, ["x", "y", cells.value])]
    case .marks(let marks): [(marks.table, ["x", "y", marks.flag])]
    case .entry, .band, .level, .divider, .text, .name, .framePosition: []
    }
  }
}

extension Medium {
  /// The beginning of a line for this medium only.
  var condition: String { "if (medium eq '\(rawValue)') " }
}

extension Animation {
  /// The first commands of the script, instead of the choice among formats.
  func preamble(_ name: String, _ size: Figure.Size) -> [String] {
    [
      "",
      "if (!exists('output')) output = '\(name).\(ImageFormat.animationEnding)'",
      // The font has no name: this terminal looks fonts up differently, and complains about missing ones.
      "\(Self.terminalCommand) delay \(delay) loop 0 size \(size.width),\(size.height) font ',11' background '#ffffff'",
      "positions = '\(positions.map(\.tableText).joined(separator: " "))'",
    ]
  }

  /// The commands of one picture, once for each frame.
  func loop(over commands: [String]) -> [String] {
    let indented = commands.map { command in
      command.isEmpty ? "" : "  " + command.replacing("\n", with: "\n  ")
    }
    return ["", "do for [frame=1:words(positions)] {"] + indented + ["}"]
  }

  /// The beginning of a line that only scripts of animated figures have.
  static let terminalCommand = "set terminal \(ImageFormat.animationTerminalName) animate"
}

extension Figure {
  /// Whether a script, perhaps changed by hand, draws an animated figure: then its image is a GIF.
  public static func isAnimated(script: some Collection<UInt8>) -> Bool {
    let command = Array(Animation.terminalCommand.utf8)
    return script.split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: command) }
  }

  /// Checks that moving layers have an animation, and that tables have a version for each frame.
  func checkAnimation() throws(FigureError) {
    if let animation {
      guard !animation.positions.isEmpty, animation.positions.allSatisfy(\.isFinite), animation.delay > 0 else {
        throw .frames(figure: name, reason: "needs at least one frame, finite positions and a delay above 0")
      }
    }
    for panel in panels {
      let moves = panel.titleEndsWithPosition || panel.layers.contains(where: \.moves)
      if moves, animation == nil { throw .frames(figure: name, reason: "has something that moves, but no animation") }
      for case .frameCells(let grid) in panel.layers {
        let (rows, frames) = (try table(grid.table).rowCount, animation?.positions.count ?? 0)
        guard grid.rows > 0, rows == grid.rows * frames else {
          throw .frames(
            figure: name, reason: "has \(frames) frames of \(grid.rows) rows, but \(rows) rows in '\(grid.table)'")
        }
      }
    }
  }
}

extension Layer {
  fileprivate var moves: Bool {
    switch self {
    case .frameCells, .framePosition: true
    default: false
    }
  }
}
