public import Gnuplot
public import LearningDynamics
internal import Support

/// The singular values of a recording as table columns and curves.
///
/// Modes that have nothing to learn and stay below a thousandth of the largest have no curve, nor do modes that stay 0. Each
/// of the first modes has its own colour. The others are grey and share a legend entry; if there are many, they are a
/// ``CurveStack``: those that can be seen are one plot element with a separate table.
public struct ModeCurves {
  /// If there are more modes than this, all from the seventh on share one legend entry.
  private static let namedModes = Color.categories.count
  /// A mode with nothing to learn is drawn only if it reaches this fraction of the largest.
  private static let smallestShare = 1e-3

  private let series: VectorSeries
  /// The modes that are drawn.
  private let rising: [Int]
  private let strongest: Double

  /// The singular values of a recording; or, instead, the strengths of its modes.
  public init(_ recording: Recording, strengths: VectorSeries? = nil) {
    let series = strengths ?? recording.singularValues
    self.series = series
    let peaks = (0..<series.length).map { mode in series.component(mode).reduce(0) { max($0, $1.magnitude) } }
    let top = peaks.reduce(0, max)
    let targets = recording.targetStrengths
    strongest = targets.first ?? 0
    rising = peaks.indices.filter { mode in
      let isLearned = mode < targets.count && targets[mode] > ModeThreshold.negligible(beside: targets[0])
      return peaks[mode] > (isLearned ? ModeThreshold.negligible(beside: top) : Self.smallestShare * top)
    }
  }

  /// The largest value of the first mode over all states.
  public var largest: Double { series.length == 0 ? 0 : series.component(0).reduce(0, max) }

  /// The upper end of an axis: the largest value, or this if all values are negligible beside what there is to learn.
  public var reach: Double { isTiny ? strongest : largest }

  /// Whether all values are less than a thousandth of what there is to learn: then the figure must not show a rise.
  private var isTiny: Bool { largest < 1e-3 * strongest }

  /// The note if nothing is learned, followed by another note.
  public func note(before other: String? = nil) -> String? {
    guard isTiny else { return other }
    return "Nothing is learned: no singular value exceeds \(largest.significant(2))." + (other.map { " \($0)" } ?? "")
  }

  /// The modes that share a colour.
  private var grey: ArraySlice<Int> { rising.drop { $0 < Self.namedModes } }

  /// The grey curves, if there are so many that they have a separate table.
  private var stack: CurveStack? { CurveStack(grey, height: reach, values: series.component) }

  /// Columns mode_1, mode_2, … of all modes except those in the separate table; or with another name, divided by a number.
  public func columns(named name: String = "mode_", dividedBy divisor: Double = 1) -> [(name: String, values: [Double])]
  {
    let columns = allColumns(named: name, dividedBy: divisor)
    return stack == nil ? columns : Array(columns.prefix(Self.namedModes))
  }

  /// Columns of all modes.
  public func allColumns(
    named name: String = "mode_", dividedBy divisor: Double = 1
  ) -> [(name: String, values: [Double])] {
    (0..<series.length).map { mode in
      ("\(name)\(mode + 1)", series.component(mode).map { $0 / divisor })
    }
  }

  /// The table of the grey modes, if they have one; each curve in it has only the points that are visible.
  ///
  /// - Parameters:
  ///   - table: the name of the table of the other modes.
  ///   - divisor: what values are divided by.
  public func tables(beside table: String, dividedBy divisor: Double = 1) -> [Table] {
    stack?.tables(Self.others(table), dividedBy: divisor) ?? []
  }

  private static func others(_ table: String) -> String { "\(table)-others" }

  /// A curve for each mode, named with its final value.
  public func layers(table: String, column: String = "mode_", onSecondAxis: Bool = false) -> [Layer] {
    let stack = stack
    let grey = stack?.modes ?? Array(grey)
    let single = stack == nil ? rising[...] : rising.prefix { $0 < Self.namedModes }
    let curves = single.map { mode in
      Layer.curve(
        Curve(
          table: table, y: "\(column)\(mode + 1)", onSecondAxis: onSecondAxis, style: .mode(mode),
          title: title(ofMode: mode, grey)))
    }
    guard let stack, let first = grey.first else { return curves }
    let style = LineStyle(LineStyle.mode(first).color, width: 1.5)
    return curves
      + stack.layers(
        Self.others(table), onSecondAxis: onSecondAxis, style: style, title: title(ofMode: first, grey))
  }

  private func title(ofMode mode: Int, _ grey: [Int]) -> String? {
    if mode < Self.namedModes { return "mode \(mode + 1): \(value(ofMode: mode, digits: 4))" }
    guard let first = grey.first, let last = grey.last, mode == first else { return nil }
    let (strongest, weakest) = (value(ofMode: first, digits: 3), value(ofMode: last, digits: 3))
    return "\((first...last).modesText): " + (strongest == weakest ? strongest : "\(strongest) … \(weakest)")
  }

  /// The final value; "0" if it is only rounding.
  private func value(ofMode mode: Int, digits: Int) -> String {
    let values = series[series.count - 1]
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    let isNegligible = values[mode].magnitude <= ModeThreshold.negligible(beside: largest)
    return isNegligible ? "0" : values[mode].significant(digits)
  }
}

/// Theory to draw over a simulation: columns for tables, dashed black curves, and a note if no theory applies.
///
/// If theory is switched off, it adds nothing.
public struct TheoryOverlay {
  /// The predicted course, if theory holds for the run and is to be drawn.
  public let course: PredictedCourse?
  /// The course to draw: the predicted one, or for comparison that of the linear network (`AnalyzedRun.linearTheory`).
  public let drawn: PredictedCourse?
  /// A line for the figure that says why no theory of this run is drawn; nil if it is drawn or switched off.
  public let note: String?

  /// The overlay for a run.
  ///
  /// - Parameters:
  ///   - run: the run.
  ///   - subject: what the user asked for.
  ///   - comparesWithLinear: whether the theory of the linear network is drawn where none holds.
  /// - Throws: `GSLError` if a decomposition fails, `CancellationError`.
  public init(_ run: AnalyzedRun, of subject: AnalysisSubject, comparingWithLinear comparesWithLinear: Bool = true)
    throws
  {
    let theory = subject.showsTheory ? try run.theory : nil
    course = theory?.course
    drawn = try course ?? (subject.showsTheory && comparesWithLinear ? run.linearTheory : nil)
    let compared = course == nil ? drawn : nil
    note = theory?.limit.map { limit in
      guard let compared else { return "No theory is drawn: \(limit)." }
      let rate =
        compared.learningRate == run.plan.learningRate ? "" : " (plain, η = \(compared.learningRate.significant(3)))"
      return "Linear theory\(rate) is drawn for comparison: \(limit)."
    }
  }

  /// The largest absolute difference between theory and simulation; nil without a theory.
  public func largestError(of simulated: [Double], _ predicted: (PredictedCourse) -> [Double]) -> Double? {
    course.map { course in zip(predicted(course), simulated).reduce(0) { max($0, ($1.0 - $1.1).magnitude) } }
  }

  /// A column of theory; empty if there is nothing to draw.
  public func column(_ name: String, _ values: (PredictedCourse) -> [Double]) -> [(name: String, values: [Double])] {
    drawn.map { [(name, values($0))] } ?? []
  }

  /// A curve of theory, with a legend entry.
  public func layer(table: String, y: String, onSecondAxis: Bool = false, isNamed: Bool = true) -> [Layer] {
    guard drawn != nil else { return [] }
    let title = isNamed ? title : nil
    return [.curve(Curve(table: table, y: y, onSecondAxis: onSecondAxis, style: .theory, title: title))]
  }

  /// Many curves of theory, with a legend entry, given the name of their table.
  public func layers(_ stack: CurveStack, table: String) -> [Layer] {
    stack.layers(table, style: .theory, title: title)
  }

  private var title: String { course == nil ? "linear theory" : "theory" }
}

extension LineStyle {
  /// Theory over a simulation: dashed black, thin enough that the simulation's colour stays visible.
  public static let theory = LineStyle(.black, width: 1.5, dash: .dashed)
}
