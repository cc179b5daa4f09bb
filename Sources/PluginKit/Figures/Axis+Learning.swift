public import Gnuplot
internal import LearningDynamics
internal import Support

extension Axis {
  /// From one end to the other; 0 if gnuplot chooses them.
  public var length: Double { range.map { ($0.to - $0.from).magnitude } ?? 0 }

  /// The epochs of a recording, from 0 to the last; at least one wide, so that a run that diverges at once can be drawn.
  public static func epochs(to last: Int, label: String? = "epoch", marks: Marks = .automatic) -> Axis {
    var axis = Axis(label, range: Range(0, Double(max(1, last))), marks: marks)
    axis.showsEpochs = true
    return axis
  }

  /// The loss, as ``falling(_:_:as:)``.
  ///
  /// - Parameters:
  ///   - losses: by epoch.
  ///   - deciding: the losses of the neighbouring figure, whose kind of axis it shares.
  public static func loss(_ losses: [Double], as deciding: [Double]? = nil) -> Axis {
    falling("loss (mean squared error)", [losses], as: deciding.map { [$0] })
  }

  /// Values that fall: a linear axis from zero; or powers of ten if all values are below a fiftieth of the largest after a
  /// tenth of the run, because a linear axis would only show a corner.
  ///
  /// - Parameters:
  ///   - label: what the axis shows.
  ///   - series: values by epoch, not negative.
  ///   - deciding: the values that decide between the two, so that neighbouring figures have the same kind of axis; the
  ///     series themselves when nil.
  public static func falling(_ label: String, _ series: [[Double]], as deciding: [[Double]]? = nil) -> Axis {
    let values = series.flatMap { $0 }.filter(\.isFinite)
    let largest = values.reduce(0, max)
    let isCorner = (deciding ?? series).allSatisfy { values in
      let largest = values.lazy.filter(\.isFinite).reduce(deciding == nil ? largest : 0, max)
      return values.count > 10 && values[values.count / 10] < largest / 50
    }
    guard isCorner, largest > 0 else { return fromZero(label, values) }
    // Eight decades are enough; a loss that falls to rounding errors would need thirty.
    let smallest = values.reduce(largest) { $1 > 0 ? min($0, $1) : $0 }
    let low = (max(smallest, 1e-8 * largest) / 2).rounded(significant: 2)
    // No powers of ten are visible below the smallest normal number.
    guard low.isNormal else { return fromZero(label, values) }
    return Axis(
      label, range: Range(low, Swift.min(2 * largest, .greatestFiniteMagnitude / 4).rounded(significant: 2)),
      isLogarithmic: true)
  }

  /// From zero to a little above the largest of some values that are not negative.
  public static func fromZero(_ label: String, _ values: some Sequence<Double>, marks: Marks = .automatic) -> Axis {
    let largest = values.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
    return Axis(
      label,
      range: Range(
        0, largest > 0 ? Swift.min(1.05 * largest, .greatestFiniteMagnitude / 4).rounded(significant: 4) : 1),
      marks: marks)
  }
}

extension Figure {
  /// The figure with a line at each switch from phase to phase, in panels over epochs that have none yet.
  ///
  /// - Parameter switches: epochs, and the names of the phases that begin.
  package func marking(_ switches: [(epoch: Int, name: String)]) -> Figure {
    var figure = self
    for index in panels.indices where panels[index].x.showsEpochs {
      let isMarked = panels[index].layers.contains { if case .divider = $0 { true } else { false } }
      if isMarked { continue }
      let end = panels[index].x.range.map { max($0.from, $0.to) } ?? .infinity
      figure.panels[index].layers += Layer.dividers(switches.filter { Double($0.epoch) < end }, to: end)
    }
    return figure
  }
}

extension Layer {
  /// Lines where phases begin, with their names where there is room.
  ///
  /// - Parameters:
  ///   - phases: epochs and names, ascending.
  ///   - end: the last epoch.
  public static func dividers(_ phases: [(epoch: Int, name: String)], to end: Double) -> [Layer] {
    phases.enumerated().map { index, phase in
      let next = index + 1 < phases.count ? Double(phases[index + 1].epoch) : end
      // A line of text is as wide as a fortieth of the axis.
      let hasRoom = next - Double(phase.epoch) >= end / 40
      let name = phase.name.count > 40 ? String(phase.name.prefix(39)) + "…" : phase.name
      return .divider(Double(phase.epoch), name: hasRoom ? name : nil)
    }
  }
}

extension Axis.Range {
  /// A range around values, whose ends have few digits and are the same on every machine.
  ///
  /// For nearly equal values the ends have more digits, so that rounding moves no end by more than a twentieth of the range.
  /// Equal values get some room above, so any finite values have a range.
  ///
  /// - Parameters:
  ///   - low: the smallest value.
  ///   - high: the largest value, not below `low`.
  ///   - digits: the number of significant digits of the ends, if that is enough.
  public static func rounded(_ low: Double, _ high: Double, significant digits: Int) -> Axis.Range {
    // Twice this is still finite, and so is the length of the range.
    let largest = Double.greatestFiniteMagnitude / 4
    let low = low.isFinite ? Swift.min(Swift.max(low, -largest), largest) : 0
    var high = high.isFinite ? Swift.min(Swift.max(high, low), largest) : low
    if high == low { high = low + Swift.max(1, low.magnitude / 100) }
    for digits in digits..<17 {
      let (from, to) = (low.rounded(significant: digits), high.rounded(significant: digits))
      let most = 0.05 * (high - low)
      if from < to, (from - low).magnitude <= most, (to - high).magnitude <= most { return Axis.Range(from, to) }
    }
    return Axis.Range(low, high)
  }

  /// How many significant digits distinguish the ends, and at least the given number: for the labels of the axis.
  public func digits(atLeast least: Int) -> Int {
    let length = (to - from).magnitude
    let largest = Swift.max(from.magnitude, to.magnitude)
    // A number has at most seventeen digits.
    return (least..<17).first { digits in
      let (first, second) = (from.rounded(significant: digits), to.rounded(significant: digits))
      return first != second && (first - from).magnitude <= length / 20 && (second - to).magnitude <= length / 20
    } ?? (largest > 0 ? 17 : least)
  }
}

extension LineStyle {
  /// The loss: wide and light enough that dashed black theory is visible on it.
  public static let loss = LineStyle(Color(0xA6A6A6), width: 5)
  /// Lines at special values.
  public static let guide = LineStyle(.grey, width: 1)
  /// A mode: one of the colours for categories, in the order of the modes.
  public static func mode(_ index: Int) -> LineStyle { LineStyle(.category(index), width: 2) }
}

extension Table {
  /// A table of values by epoch.
  ///
  /// - Parameters:
  ///   - name: the table's name.
  ///   - epochs: the epoch of each row; 0, 1, 2, … when nil.
  ///   - columns: all other columns.
  public init(byEpoch name: String, at epochs: [Int]? = nil, columns: [(name: String, values: [Double])]) {
    let epochs = epochs ?? Array(0..<(columns.first?.values.count ?? 0))
    self.init(name: name, columns: [("epoch", epochs.map(Double.init))] + columns)
  }
}

extension [Layer] {
  /// The layers with a legend whose order does not depend on the order of drawing.
  ///
  /// - Parameter groups: the layers of each group in the order of the legend; a group may have a heading, such as the axis of
  ///   its curves.
  public func withLegend(_ groups: [(heading: String?, layers: [Layer])]) -> [Layer] {
    let entries = groups.flatMap { group -> [Layer] in
      let named = group.layers.compactMap(\.entry)
      return named.isEmpty ? [] : (group.heading.map { [.entry(nil, title: $0)] } ?? []) + named
    }
    return entries + map(\.unnamed)
  }
}

extension Layer {
  /// The layer's legend entry, if it has one.
  fileprivate var entry: Layer? {
    switch self {
    case .curve(let curve): curve.title.map { .entry(curve.style, title: $0) }
    case .curves(let curves): curves.title.map { .entry(curves.style, title: $0) }
    case .band(_, _, let color, let title): title.map { .entry(LineStyle(color, width: 10), title: $0) }
    case .level(_, let style, let title): title.map { .entry(style, title: $0) }
    default: nil
    }
  }

  /// The layer without its legend entry.
  fileprivate var unnamed: Layer {
    switch self {
    case .curve(var curve):
      curve.title = nil
      return .curve(curve)
    case .curves(var curves):
      curves.title = nil
      return .curves(curves)
    case .band(let from, let to, let color, _): return .band(from: from, to: to, color: color, title: nil)
    case .level(let value, let style, _): return .level(value, style, title: nil)
    default: return self
    }
  }
}
