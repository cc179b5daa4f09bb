internal import Support

/// The room that the parts of a panel need around its box, measured from their texts.
///
/// gnuplot's distances are those of its SVGs, which are the widest: numbers are 0.7 letters' heights beyond the end of a mark
/// of 0.75, and 1.5 below it.
struct PanelMeasure {
  /// The panel with the names that are shown.
  var panel: Panel
  let medium: Medium
  /// Whether the ranges of a panel with equal units are final. Numbers are chosen after that.
  var hasFinalRanges = true

  /// The height of a line of text, with the space between two lines.
  static let line = 1.3
  /// The margin at the edges of the picture.
  static let edge = 0.4
  /// The line of a legend before its text, and a line's height.
  static let (sample, legendLine) = (3.8, 1.73)
  /// The longest name in a legend.
  static let longestTitle = 25.0
  /// Up to so many names are all shown if the box can grow for them.
  static let mostNames = 40
  private static let (gap, mark, turnedLine) = (0.7, 0.75, 1.15)
  private static let wholeLabel = 1.45
  /// The number of lines of the horizontal axis's label.
  var labelLines = 1

  /// A panel with its names shortened for a medium.
  init(_ panel: Panel, _ medium: Medium, longestTitle: Double = longestTitle) {
    self.medium = medium
    self.panel = panel
    hasFinalRanges = !panel.hasEqualUnits
    for path in [\Panel.x, \Panel.y] {
      self.panel[keyPath: path].marks = panel[keyPath: path].marks.shortened(medium.longestName)
    }
    let titles = panel.layers.compactMap(\.title)
    let short = ShortNames.shortened(titles, ems: longestTitle / TextWidth.spare)
    var index = 0
    self.panel.layers = panel.layers.map { layer in
      guard layer.title != nil else { return layer }
      index += 1
      return layer.titled(short[index - 1])
    }
  }

  /// A panel with its names as they are.
  init(whole panel: Panel, _ medium: Medium) { (self.panel, self.medium) = (panel, medium) }

  var titles: [String] { panel.layers.compactMap(\.title) }

  /// The width of the legend.
  var legendWidth: Double { Self.sample + (titles.map(TextWidth.room).max() ?? 0) }
  /// The width of a letter that gnuplot assumes, and what it adds to a column of the legend.
  private static let (legendLetter, legendSample) = (0.7, 3.6)
  /// How many letters the widest name of the legend is wider than gnuplot assumes for the longest; negative if narrower.
  var legendExcess: Int {
    let longest = Double(titles.map(\.unicodeScalars.count).max() ?? 0)
    let widest = titles.map(TextWidth.room).max() ?? 0
    return Int(((widest + 0.4) / Self.legendLetter - longest).rounded(.up))
  }
  /// The width of a column of the legend in gnuplot.
  var legendColumn: Double {
    Self.legendSample + Self.legendLetter * Double((titles.map(\.unicodeScalars.count).max() ?? 0) + legendExcess)
  }
  var legendHeight: Double { Self.legendLine * Double(titles.count) }

  // MARK: Beside the box

  /// From the box to the outer edge of the numbers on the left.
  var leftMarks: Double { Self.depth(panel.y) }
  /// The same on the right.
  var rightMarks: Double { panel.secondY.map(Self.depth) ?? 0 }

  private static func depth(_ axis: Axis) -> Double {
    switch axis.marks {
    case .none: 0.2
    case .unlabelled: gap + mark
    case .named(let marks, _): gap + (marks.map { TextWidth.room($0.text) }.max() ?? 0)
    case .automatic: gap + mark + numberWidth(axis)
    }
  }

  /// The widest possible number at an axis, whatever its length.
  static func numberWidth(_ axis: Axis) -> Double {
    guard let range = axis.range else { return TextWidth.room("−0.0000") }
    if axis.isLogarithmic {
      let exponents = [range.from, range.to].map { "10-" + String($0.magnitude.exponent10.magnitude) }
      return exponents.map(TextWidth.room).max() ?? 0
    }
    if range.numberFormat != nil { return TextWidth.room(" −0.00000000") }
    // gnuplot writes a space instead of a sign.
    return [3.0, 5, 8].flatMap { most in
      NumberTicks.texts(range, step: NumberTicks.step(range, atMost: most)).map { TextWidth.room(" \($0)") }
    }.max() ?? 0
  }

  var left: Double {
    leftMarks + (panel.y.label == nil ? 0 : Self.wholeLabel) + Self.edge
  }

  /// From the box to the colour bar.
  static let barGap = 0.7
  static let barWidth = 0.9
  /// From the box to the outer edge of the numbers beside the bar.
  var barMarks: Double {
    guard let colors = panel.colors, let bar = colors.bar else { return 0 }
    let axis = Axis(
      range: colors.range, isLogarithmic: colors.isLogarithmic, marks: bar.marks)
    return Self.barGap + Self.barWidth + Self.depth(axis)
  }

  var right: Double {
    let second = panel.secondY.map { _ in rightMarks } ?? 0
    let label = panel.secondY?.label == nil ? 0 : Self.wholeLabel
    let bar = barMarks + (panel.colors?.bar?.label == nil ? 0 : Self.wholeLabel)
    return max(second + label, bar, overhang) + Self.edge
  }

  /// How far the last number below may extend to the right.
  private var overhang: Double {
    guard panel.x.marks == .automatic else { return 0.2 }
    return Self.numberWidth(panel.x) / 2 + 0.1
  }

  // MARK: Above and below

  /// From the box to the lower edge of the numbers or names below it.
  var lowerMarks: Double {
    switch panel.x.marks {
    case .none: 0.3
    case .unlabelled: 1
    case .automatic: 2.9
    case .named(let marks, true): Self.gap + (marks.map { TextWidth.room($0.text) }.max() ?? 0)
    case .named: 2.2
    }
  }

  func bottom(notes: Int) -> Double {
    let label = panel.x.label == nil ? 0 : Self.wholeLabel + Self.line * Double(labelLines - 1)
    let print = notes == 0 ? 0 : 0.4 + Double(notes) * Self.line * Medium.smallPrint
    return lowerMarks + label + print + 0.2
  }

  func top(titles: Int) -> Double { titles == 0 ? 0.7 : titles == 1 ? 2.7 : 1.2 + Double(titles) * Self.line }

  // MARK: The box

  /// How high a box must be for the names beside it.
  var leastHeight: Double { Self.length(of: panel.y) }

  private static func length(of axis: Axis) -> Double {
    guard case .named(let marks, _) = axis.marks, let range = axis.range, marks.count > 1, marks.count <= mostNames
    else { return 0 }
    let places = marks.map(\.position).sorted()
    let distances = zip(places, places.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
    guard let least = distances.min() else { return 0 }
    return turnedLine * (range.to - range.from).magnitude / least
  }

  /// The same panel for a box of a given size: names rotated or left out, and as many numbers as fit.
  ///
  /// - Parameters:
  ///   - width: of the box in pixels.
  ///   - height: the same; infinite if not known yet.
  func fitted(width: Double, height: Double) -> PanelMeasure {
    var fitted = self
    let (width, height) = (width / medium.letter, height / medium.letter)
    fitted.panel.x = self.fitted(panel.x, length: width, isAcross: true)
    fitted.panel.y = self.fitted(panel.y, length: height, isAcross: false)
    fitted.panel.secondY = panel.secondY.map { self.fitted($0, length: height, isAcross: false) }
    return fitted
  }

  private func fitted(_ axis: Axis, length: Double, isAcross: Bool) -> Axis {
    guard let range = axis.range, length.isFinite, length > 0 else { return axis }
    var axis = axis
    switch axis.marks {
    case .none, .unlabelled: break
    case .named(let marks, let rotated):
      let unit = length / (range.to - range.from).magnitude
      let widest = marks.map { TextWidth.room($0.text) }.max() ?? 0
      let places = marks.map(\.position).sorted()
      let least = zip(places, places.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min() ?? length / unit
      let numbers = marks.allSatisfy { Double($0.text) != nil }
      // Numbers that do not fit are left out, because the series is clear; names are rotated.
      let isTurned = isAcross && (rotated || !numbers && widest + 0.6 > least * unit)
      let needed = isAcross && !isTurned ? widest + 0.8 : Self.turnedLine
      let step = max(1, Int(min(needed / (least * unit) - 1e-6, 1e6).rounded(.up)))
      let kept = marks.count > 3 ? marks.enumerated().filter { $0.offset % step == 0 }.map(\.element) : marks
      axis.marks = .named(kept, rotated: isTurned)
    case .automatic where hasFinalRanges && !axis.isLogarithmic && NumberTicks.needsExponents(range):
      let step = NumberTicks.step(range, atMost: isAcross ? max(1, length / 6) : 4)
      axis.marks = .named(
        NumberTicks.places(range, step: step).map { Axis.Mark(NumberTicks.text($0, step: step), at: $0) },
        rotated: false)
    case .automatic: break
    }
    return axis
  }

  /// How many intervals between numbers fit.
  static func stretches(_ axis: Axis, length: Double, isAcross: Bool) -> Double {
    let most = isAcross ? length / (numberWidth(axis) + 1.2) : length / 2.6
    return min(max(1, most.rounded(.down)), isAcross ? 10 : 8)
  }
}

extension Axis.Marks {
  /// The marks with texts of at most a width, in letters' heights.
  func shortened(_ longest: Double) -> Axis.Marks {
    guard case .named(let marks, let rotated) = self else { return self }
    let texts = ShortNames.shortened(marks.map(\.text), ems: longest / TextWidth.spare)
    return .named(zip(marks, texts).map { Axis.Mark($1, at: $0.position) }, rotated: rotated)
  }
}

extension Double {
  /// The power of ten of the first digit.
  fileprivate var exponent10: Int { self > 0 ? Int((Double(exponent) * 0.30103).rounded(.down)) : 0 }
}
