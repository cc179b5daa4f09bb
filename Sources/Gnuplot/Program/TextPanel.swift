/// One panel of a script, converted to draw it as text.
///
/// Characters are few and all of the same size: a panel has the whole width, its legend below it, and its axis labels above it,
/// because text cannot be rotated. Theory is drawn behind the simulation, because its line has no dashes here and would hide
/// it; areas are reduced to their edges.
struct TextPanel {
  /// The commands, without the terminal's own.
  private(set) var lines: [String] = []
  /// Titles of the legend, if it stands below the panel.
  private(set) var legend: [String] = []
  /// The notes below the picture.
  private(set) var notes: [String] = []
  /// Whether something is drawn.
  private(set) var hasPlot = false
  /// Whether it is a matrix, which cannot be drawn as text.
  private(set) var isMatrix = false

  private var axisNames: [String] = []
  private var titleLines: [String] = []
  private var xLines: [String] = []
  private var hasTitle = false
  private var hasLegendBelow = false
  private var xRange: ClosedRange<Double>?

  /// Converts a panel.
  ///
  /// - Parameters:
  ///   - script: the panel's lines.
  ///   - columns: the width of the picture in characters.
  init(_ script: ArraySlice<String>, columns: Int) {
    var rest = script
    while let line = rest.popFirst() {
      guard line.hasPrefix("plot ") else {
        lines += command(line, columns: columns)
        continue
      }
      var plot = line
      while plot.hasSuffix(", \\"), let next = rest.popFirst() { plot += "\n" + next }
      addPlot(plot)
    }
  }

  /// How many lines the legend takes.
  func legendRows(columns: Int) -> Int {
    let widest = (legend.map(\.count).max() ?? 0) + 10
    let across = max(1, (columns - 4) / widest)
    return (legend.count + across - 1) / across
  }

  private mutating func command(_ line: String, columns: Int) -> [String] {
    for side in ["l", "r", "b", "t"] where line.hasPrefix("set \(side)margin at screen ") { return [] }
    if line == "set multiplot" || line == "unset multiplot" { return [] }
    if line.hasPrefix("set key at screen ") {
      hasLegendBelow = true
      return ["set key outside below center horizontal Left reverse samplen 2"]
    }
    if let found = Self.placedText(line) { return set(found.text, as: found.role) }
    // A text is moved whole characters away from its point, which would be drawn over it.
    if line.hasPrefix("set label "), line.hasSuffix(" character 0.5") {
      return [
        line.replacing("left offset character 0.6, character 0.5", with: "left offset 2,0")
          .replacing("right offset character -0.6, character 0.5", with: "right offset -2,0")
      ]
    }
    if line.hasPrefix("set title "), line.hasSuffix(" offset 0,-0.3") {
      hasTitle = true
      return [line]
    }
    if let range = line.between("set xrange [", "]") {
      let ends = range.split(separator: ":").compactMap { Double($0) }
      if ends.count == 2, ends[0] < ends[1] { xRange = ends[0]...ends[1] }
    }
    return band(line, columns: columns) ?? [line.withTerminalsOwnBlack]
  }

  /// A separate text, by the number of its label.
  private static func placedText(_ line: String) -> (text: String, role: PlacedText.Role)? {
    guard line.hasPrefix("set label "), let end = line.firstRange(of: " at screen ") else { return nil }
    let words = line[..<end.lowerBound].dropFirst("set label ".count)
    guard let number = Int(words.prefix { $0 != " " }), let role = PlacedText.Role(of: number) else { return nil }
    var label = words.dropFirst(words.prefix { $0 != " " }.count + 1)
    let small = "'{/*\(Medium.smallPrint) '."
    if label.hasPrefix(small), label.hasSuffix(".'}'") { label = label.dropFirst(small.count).dropLast(4) }
    if let frame = label.firstRange(of: ".' '.word(") { label = label[..<frame.lowerBound] }
    return Quoting.text(ofLabel: label).map { ($0, role) }
  }

  private mutating func set(_ text: String, as role: PlacedText.Role) -> [String] {
    guard let label = try? Quoting.label(text) else { return [] }
    switch role {
    case .x:
      xLines.append(text)
      return (try? Quoting.label(xLines.joined(separator: " "))).map { ["set xlabel \($0)"] } ?? []
    case .y: axisNames.append("set label \(label) at screen 0, graph 1 left offset 1,1")
    case .secondY: axisNames.append("set label \(label) at screen 1, graph 1 right offset -1,1")
    case .title:
      titleLines.append(text)
      guard let whole = try? Quoting.label(titleLines.joined(separator: " ")) else { return [] }
      hasTitle = true
      return ["set title \(whole) offset 0,-0.3"]
    case .note: notes.append(text)
    case .bar, .footer: break
    }
    return []
  }

  /// The edges of a band, or its middle if it is narrow; nil for other commands.
  private func band(_ line: String, columns: Int) -> [String]? {
    guard let place = line.between("set object rectangle from first ", nil)?.split(separator: " "), place.count > 6,
      let from = Double(place[0].dropLast()), let to = Double(place[5].dropLast())
    else { return nil }
    let length = xRange.map { $0.upperBound - $0.lowerBound } ?? 0
    let edges = (to - from) * Double(columns - 20) < 3 * length ? [(from + to) / 2] : [from, to]
    return edges.map { x in
      "set arrow from first \(x), graph 0 to first \(x), graph 1 nohead back linecolor rgb '#999999'"
    }
  }

  private mutating func addPlot(_ plot: String) {
    var elements = plot.dropFirst("plot ".count).split(separator: ", \\\n").map(String.init)
    elements = elements.map { String($0.drop { $0 == " " }) }
    isMatrix = elements.map(Self.options).contains { $0.contains(" with image ") || $0.contains(" linecolor palette ") }
    // Legend entries for stripes and levels, which are drawn with special characters.
    let onlyNamed = elements.filter { $0.hasPrefix("NaN with lines ") && $0.contains(" title ") }
    if onlyNamed.count < elements.count {
      for element in onlyNamed {
        guard let title = Self.title(of: element), !Self.name(curveIn: &elements, as: element) else { continue }
        notes.append(
          (Self.options(of: element).contains(" linewidth 10 ") ? "between | and |: " : "level -----: ") + title)
      }
      elements.removeAll { onlyNamed.contains($0) }
    }
    // Headings of the legend's halves, which the order of curves does not keep apart.
    elements.removeAll { $0.hasPrefix("NaN with dots ") }
    let behind = elements.filter { Self.options(of: $0).contains(" dashtype 2 ") }
    elements = behind + elements.filter { !behind.contains($0) }
    if hasLegendBelow { legend = elements.compactMap(Self.title) }
    hasPlot = true
    lines += axisNames
    lines.append("set tmargin \((hasTitle ? 1.5 : 0.5) + (axisNames.isEmpty ? 0 : 1))")
    if hasTitle, !axisNames.isEmpty { lines.append("set title offset 0,1") }
    lines.append("plot " + elements.map(Self.element).joined(separator: ", \\\n     "))
  }

  /// An area becomes its far edge; a blank goes between a line of the legend and its name.
  private static func element(_ text: String) -> String {
    var text = text.withTerminalsOwnBlack
    if let area = text.firstRange(of: " with filledcurves fillcolor "),
      let end = text.firstRange(of: " fillstyle solid 0.65 noborder")
        ?? text.firstRange(of: " fillstyle transparent solid 0.25 noborder"), area.upperBound <= end.lowerBound,
      let columns = text.firstRange(of: " using "), columns.upperBound <= area.lowerBound
    {
      let names = text[columns.upperBound..<area.lowerBound].split(separator: ":")
      if names.count == 3 {
        let color = text[area.upperBound..<end.lowerBound]
        text =
          "\(text[..<columns.upperBound])\(names[0]):\(names[2]) with lines linecolor \(color)\(text[end.upperBound...])"
      }
    }
    return text.replacing(" title '", with: " title ' ", maxReplacements: 1)
  }

  /// Gives the title of a legend entry to the first curve without one that is drawn in the same way.
  ///
  /// - Returns: whether there is such a curve.
  private static func name(curveIn elements: inout [String], as entry: String) -> Bool {
    let style = options(of: entry).dropFirst("NaN".count)
    let ending = "\(style) notitle"
    guard let place = elements.firstIndex(where: { !$0.hasPrefix("NaN ") && $0.hasSuffix(ending) }) else {
      return false
    }
    elements[place] = String(elements[place].dropLast(" notitle".count)) + entry.dropFirst("NaN".count + style.count)
    return true
  }

  private static func title(of element: String) -> String? {
    element.firstRange(of: " title ").flatMap { Quoting.text(ofLabel: element[$0.upperBound...]) }
  }

  /// The part before the title, because the title may contain gnuplot's keywords.
  private static func options(of element: String) -> Substring {
    element[..<(element.firstRange(of: " title ")?.lowerBound ?? element.endIndex)]
  }
}

extension String {
  /// The part between a beginning and an end.
  fileprivate func between(_ beginning: String, _ end: String?) -> Substring? {
    guard hasPrefix(beginning), end.map(hasSuffix) ?? true, count >= beginning.count + (end?.count ?? 0) else {
      return nil
    }
    return dropFirst(beginning.count).dropLast(end?.count ?? 0)
  }

  /// Black and dark grey become the terminal's text colour, which is visible on its background.
  fileprivate var withTerminalsOwnBlack: String {
    replacing(" linecolor rgb '#000000'", with: " linecolor -1")
      .replacing(" linecolor rgb '#404040'", with: " linecolor -1")
      .replacing(" linecolor '#404040'", with: "")
  }
}

/// The commands of a figure's script for the web picture, without the choice of file, format and medium.
///
/// Scripts may be edited by hand: only lines that look as ``Figure/script()`` writes them are recognised; all others stay
/// unchanged.
struct ScriptLines {
  /// The commands of the picture; of an animated figure those of its last frame.
  private(set) var lines: [String] = []
  /// The size of the picture in pixels.
  private(set) var size = Figure.standardSize

  private static let choices = [
    "#", "if (!exists('format'))", "if (!exists('medium'))", "if (!exists('output'))", "if (format eq '",
    "if (medium eq 'web' && format eq '", "set output", "set terminal ",
  ]
  /// Each of these begins a command for other media, which may continue on the next lines.
  private static let others = Medium.allCases.filter { $0 != .web }.map { "if (medium eq '\($0.rawValue)'" }

  /// Reads a script.
  init(_ script: String) {
    var (isInLoop, isOther) = (false, false)
    for line in script.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if isOther || Self.others.contains(where: line.hasPrefix) {
        isOther = line.hasSuffix("\\")
        continue
      }
      let line = line.hasPrefix(Medium.web.condition) ? String(line.dropFirst(Medium.web.condition.count)) : line
      if let words = line.firstRange(of: "set terminal svg size ").map({ line[$0.upperBound...] }) {
        let numbers = words.prefix { $0 != " " }.split(separator: ",").compactMap { Int($0) }
        if numbers.count == 2 { size = Figure.Size(width: numbers[0], height: numbers[1]) }
      }
      guard !Self.choices.contains(where: line.hasPrefix) else { continue }
      if line == "do for [frame=1:words(positions)] {" {
        isInLoop = true
        lines.append("frame = words(positions)")
      } else if isInLoop, line == "}" {
        isInLoop = false
      } else {
        lines.append(isInLoop && line.hasPrefix("  ") ? String(line.dropFirst(2)) : line)
      }
    }
  }
}
