extension Panel {
  /// The commands that draw a panel, self-contained.
  func commands(in figure: Figure) throws(FigureError) -> [String] {
    var lines = [
      "set datafile separator tab",
      "set datafile columnheaders",
      "set datafile commentschars ''",
      "set lmargin at screen \(area.left.tableText)",
      "set rmargin at screen \(area.right.tableText)",
      "set bmargin at screen \(area.bottom.tableText)",
      "set tmargin at screen \(area.top.tableText)",
      "set border \(borderSides) linecolor '#404040'",
    ]
    if let title {
      let position = titleEndsWithPosition ? ".' '.word(positions, frame)" : ""
      lines.append("set title \(try Quoting.label(title))\(position) offset 0,-0.3")
    }
    if let note {
      // Below the label of the axis, which is lowest in an SVG and makes a little room.
      let height = ((area.bottom - noteDistance / Double(figure.size.height)) * 1e4).rounded() / 1e4
      lines.append(
        "set label '{/*0.85 '.\(try Quoting.label(note)).'}' at screen \(area.left.tableText),\(height.tableText) left "
          + "textcolor '#404040'")
    }
    lines += try x.commands("x", labelOffset: note == nil || noteDistance > 69 ? "0,0.3" : "0,0.6")
    lines += try y.commands("y", labelOffset: "\((0.5 - y.labelDistance).tableText),0")
    if let secondY { lines += try secondY.commands("y2", labelOffset: "-0.8,0") }
    lines.append(legendCommand)
    if let colors { lines += try colors.commands(area: area) }
    for layer in layers { lines += try layer.commands() }
    var plots: [String] = []
    for layer in layers {
      if let plot = try layer.plot(in: figure) { plots.append(plot) }
    }
    // A panel of bands and levels only still needs something to plot.
    if plots.isEmpty { plots = ["NaN notitle"] }
    lines.append("plot " + plots.joined(separator: ", \\\n     "))
    return lines
  }

  /// Images are framed; curves have lines only where there are axes (1 below, 2 left, 8 right).
  private var borderSides: Int { colors != nil ? 15 : secondY != nil ? 11 : 3 }

  private var legendCommand: String {
    switch legend {
    case nil: "unset key"
    case .at(let x, let y):
      "set key at screen \(x.tableText),\(y.tableText) left top Left reverse samplen 2 spacing 1.15"
    case .topRight: "set key top right samplen 2 spacing 1.15"
    }
  }
}

extension Axis {
  func commands(_ axis: String, labelOffset: String) throws(FigureError) -> [String] {
    var lines: [String] = []
    if let label { lines.append("set \(axis)label \(try Quoting.label(label)) offset \(labelOffset)") }
    if let range { lines.append("set \(axis)range [\(range.from.tableText):\(range.to.tableText)]") }
    if isLogarithmic { lines += ["set logscale \(axis)", "set format \(axis) '10^{%T}'"] }
    switch marks {
    case .automatic:
      lines.append("set \(axis)tics out nomirror")
      if !isLogarithmic, let format = range?.numberFormat { lines.append("set format \(axis) '\(format)'") }
    case .unlabelled:
      lines += ["set \(axis)tics out nomirror", "set format \(axis) ''"]
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
}

extension Axis.Range {
  /// How numbers along a short range far from zero have to be written to differ; nil where gnuplot's own six digits do.
  var numberFormat: String? {
    let (length, largest) = ((to - from).magnitude, max(from.magnitude, to.magnitude))
    guard length < 1e-4 * largest else { return nil }
    var (digits, distance) = (6, largest * 1e-4)
    while distance > length, digits < 17 { (digits, distance) = (digits + 1, distance / 10) }
    return "%.\(digits)g"
  }
}

extension ColorScale {
  func commands(area: Panel.Area) throws(FigureError) -> [String] {
    let stops = palette.stops.enumerated().map { "\($0) '\($1.text)'" }.joined(separator: ", ")
    var lines = [
      "set palette\(palette == .noYes ? " maxcolors 2" : "") defined (\(stops))",
      "set cbrange [\(range.from.tableText):\(range.to.tableText)]",
    ]
    if isLogarithmic, bar == nil { lines.append("set logscale cb") }
    guard let bar else { return lines + ["unset colorbox"] }
    let height = ((area.top - area.bottom) * 1e6).rounded() / 1e6
    lines.append(
      "set colorbox user origin screen \(bar.left.tableText),\(area.bottom.tableText) size screen 0.015,\(height.tableText)"
    )
    lines += try Axis(bar.label, isLogarithmic: isLogarithmic, marks: bar.marks).commands("cb", labelOffset: "0.5,0")
    if !isLogarithmic, bar.marks == .automatic, let format = range.numberFormat {
      lines.append("set format cb '\(format)'")
    }
    return lines
  }
}
