extension PlacedPanel {
  /// The commands that draw a panel, self-contained, in parts that follow each other whatever the medium.
  func commands(from tables: FigureTables, _ picture: Figure.Size, _ medium: Medium) throws(FigureError) -> [[String]] {
    let (width, height) = (Double(picture.width), Double(picture.height))
    let letter = medium.letter
    var parts = [
      [
        "set datafile separator tab", "set datafile columnheaders", "set datafile commentschars ''",
      ],
      [
        "set lmargin at screen \(Self.part(box.left, of: width))",
        "set rmargin at screen \(Self.part(box.right, of: width))",
        "set bmargin at screen \(Self.part(height - box.bottom, of: height))",
        "set tmargin at screen \(Self.part(height - box.top, of: height))",
      ],
      ["set border \(borderSides) linecolor '#404040'"],
    ]
    let frame = panel.titleEndsWithPosition ? ".' '.word(positions, frame)" : ""
    parts.append(
      try panel.title.map { (title) throws(FigureError) in
        ["set title \(try Quoting.label(title))\(frame) offset 0,-0.3"]
      } ?? [])
    var labels: [String] = []
    let lastTitle = texts.last { $0.role == .title }?.line
    for text in texts {
      labels.append(try text.command(width, height, ending: text.role == .title && text.line == lastTitle ? frame : ""))
    }
    parts.append(labels)
    parts.append(
      try panel.x.commands("x", stretches: PanelMeasure.stretches(panel.x, length: box.width / letter, isAcross: true)))
    let rows = { (axis: Axis) in PanelMeasure.stretches(axis, length: box.height / letter, isAcross: false) }
    parts.append(try panel.y.commands("y", stretches: rows(panel.y)))
    parts.append(
      try panel.secondY.map { (axis) throws(FigureError) in try axis.commands("y2", stretches: rows(axis)) } ?? [])
    parts.append([legendCommand(width, height)])
    parts.append(
      try panel.colors.map { (colors) throws(FigureError) in try colorCommands(colors, width, height, rows) } ?? [])
    var placed: [String] = []
    for layer in panel.layers { placed += try layer.commands() }
    placed += leaders.map { leader in
      """
      set arrow from first \(leader.from.x.tableText), first \(leader.from.y.tableText) to \
      first \(leader.to.x.tableText), first \(leader.to.y.tableText) nohead back \(LineStyle(.grey, width: 1).options)
      """
    }
    parts.append(placed)
    var plots: [String] = []
    for layer in panel.layers {
      if let plot = try layer.plot(from: tables) { plots.append(plot) }
    }
    // A panel with only bands and levels still needs something to plot.
    if plots.isEmpty { plots = ["NaN notitle"] }
    parts.append(["plot " + plots.joined(separator: ", \\\n     ")])
    return parts
  }

  /// Images are framed; curves have lines only where there are axes (1 below, 2 left, 8 right).
  private var borderSides: Int { panel.colors != nil ? 15 : panel.secondY != nil ? 11 : 3 }

  private func legendCommand(_ width: Double, _ height: Double) -> String {
    if let legend {
      // A vertical legend could be at most as high as the box.
      let columns = legend.columns.map { " horizontal maxcols \($0)" } ?? ""
      let broader = legend.broader != 0 ? " width \(legend.broader)" : ""
      return
        "set key at screen \(Self.part(legend.x, of: width)),\(Self.part(height - legend.y, of: height)) left top\(columns) "
        + "Left reverse samplen 2 spacing 1.15\(broader)"
    }
    return panel.legend == .topRight ? "set key top right samplen 2 spacing 1.15" : "unset key"
  }

  private func colorCommands(
    _ colors: ColorScale, _ width: Double, _ height: Double, _ rows: (Axis) -> Double
  ) throws(FigureError) -> [String] {
    let stops = colors.palette.stops.enumerated().map { "\($0) '\($1.text)'" }.joined(separator: ", ")
    var lines = [
      "set palette\(colors.palette == .noYes ? " maxcolors 2" : "") defined (\(stops))",
      "set cbrange [\(colors.range.from.tableText):\(colors.range.to.tableText)]",
    ]
    if colors.isLogarithmic, colors.bar == nil { lines.append("set logscale cb") }
    guard let scale = colors.bar, let bar else { return lines + ["unset colorbox"] }
    lines.append(
      "set colorbox user origin screen \(Self.part(bar.x, of: width)),\(Self.part(height - box.bottom, of: height)) "
        + "size screen \(Self.part(bar.width, of: width)),\(Self.part(box.height, of: height))")
    var axis = Axis(range: colors.range, isLogarithmic: colors.isLogarithmic, marks: scale.marks)
    let stretches = rows(axis)
    axis.range = nil
    lines += try axis.commands("cb", stretches: stretches, in: colors.range)
    return lines
  }

  /// A length as a fraction of the picture, with as many digits as are visible.
  static func part(_ length: Double, of whole: Double) -> String {
    ((length / whole * 1e5).rounded() / 1e5).tableText
  }
}

extension PlacedText {
  /// The command that sets the text.
  ///
  /// - Parameter ending: the rest of the command, in gnuplot's language.
  func command(_ width: Double, _ height: Double, ending: String = "") throws(FigureError) -> String {
    let quoted = isSmall ? "'{/*\(Medium.smallPrint) '.\(try Quoting.label(text)).'}'" : try Quoting.label(text)
    let place = "\(PlacedPanel.part(x, of: width)),\(PlacedPanel.part(height - y, of: height))"
    let turned = isTurned ? " rotate by 90" : ""
    let color = role == .footer ? " textcolor '#707070'" : isSmall ? " textcolor '#404040'" : ""
    return
      "set label \(role.rawValue + line) \(quoted)\(ending) at screen \(place) \(isCentered ? "center" : "left")\(turned)\(color)"
  }
}

extension Axis {
  /// The commands that set up an axis, without its label.
  ///
  /// - Parameters:
  ///   - stretches: how many intervals between numbers fit.
  ///   - numbers: the range whose numbers are shown, if it is set elsewhere.
  func commands(_ axis: String, stretches: Double, in numbers: Range? = nil) throws(FigureError) -> [String] {
    var lines: [String] = []
    if let range { lines.append("set \(axis)range [\(range.from.tableText):\(range.to.tableText)]") }
    if isLogarithmic { lines += ["set logscale \(axis)", "set format \(axis) '10^{%T}'"] }
    let range = range ?? numbers
    switch marks {
    case .automatic:
      lines.append("set \(axis)tics out nomirror\(ticks(range, stretches))")
      if !isLogarithmic, let format = range?.numberFormat { lines.append("set format \(axis) '\(format)'") }
    case .unlabelled:
      lines += ["set \(axis)tics out nomirror\(ticks(range, stretches))", "set format \(axis) ''"]
    case .none:
      lines.append("unset \(axis)tics")
    case .named(let marks, let rotated):
      var texts: [String] = []
      for mark in marks { texts.append("\(try Quoting.mark(mark.text)) \(mark.position.tableText)") }
      let turned = rotated ? " rotate by 90 right" : ""
      lines.append("set \(axis)tics out scale 0 nomirror\(turned) (\(texts.joined(separator: ", ")))")
    }
    return lines
  }

  /// The distance between numbers; empty if gnuplot should choose it.
  private func ticks(_ range: Range?, _ stretches: Double) -> String {
    guard let range else { return "" }
    if isLogarithmic {
      return NumberTicks.decades(range, atMost: stretches).map { " \($0.first.tableText),\($0.factor.tableText)" } ?? ""
    }
    guard range.numberFormat == nil else { return "" }
    let step = NumberTicks.step(range, atMost: stretches)
    return step > 0 && step.isFinite ? " \(step.tableText)" : ""
  }
}
