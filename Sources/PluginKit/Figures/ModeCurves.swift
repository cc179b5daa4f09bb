public import Gnuplot
public import LearningDynamics

/// The singular values of a recording as table columns and curves.
public struct ModeCurves {
  /// More modes than this share one legend entry from the seventh on.
  private static let namedModes = Color.categories.count

  private let series: VectorSeries

  /// The singular values of a recording; or, in their place, strengths of its modes.
  public init(_ recording: Recording, strengths: VectorSeries? = nil) {
    series = strengths ?? recording.singularValues
  }

  /// The largest value of the first mode at any state.
  public var largest: Double { series.length == 0 ? 0 : series.component(0).reduce(0, max) }

  /// Columns mode_1, mode_2, …; or of another name, divided by a number.
  public func columns(named name: String = "mode_", dividedBy divisor: Double = 1) -> [(name: String, values: [Double])]
  {
    (0..<series.length).map { mode in
      ("\(name)\(mode + 1)", series.component(mode).map { $0 / divisor })
    }
  }

  /// A curve for each mode, named with the value it has reached in the end.
  ///
  /// The first modes have colours of their own; the others are grey and share an entry when there are several.
  public func layers(table: String, column: String = "mode_", onSecondAxis: Bool = false) -> [Layer] {
    (0..<series.length).map { mode in
      .curve(
        Curve(
          table: table, y: "\(column)\(mode + 1)", onSecondAxis: onSecondAxis, style: .mode(mode),
          title: title(ofMode: mode)))
    }
  }

  private func title(ofMode mode: Int) -> String? {
    let (first, last) = (Self.namedModes, series.length - 1)
    if mode < first { return "mode \(mode + 1): \(value(ofMode: mode, digits: 4))" }
    guard mode == first else { return nil }
    let (strongest, weakest) = (value(ofMode: first, digits: 3), value(ofMode: last, digits: 3))
    if first == last { return "mode \(first + 1): \(strongest)" }
    return "modes \(first + 1)–\(last + 1): " + (strongest == weakest ? strongest : "\(strongest) … \(weakest)")
  }

  /// The value in the end; "0" where only rounding is left.
  private func value(ofMode mode: Int, digits: Int) -> String {
    let values = series[series.count - 1]
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    let isNegligible = values[mode].magnitude <= Recording.negligibleStrength * largest
    return isNegligible ? "0" : values[mode].significant(digits)
  }
}
