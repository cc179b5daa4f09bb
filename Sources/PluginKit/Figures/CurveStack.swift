public import Gnuplot

/// Many curves of modes in the same style, as one plot element with a separate table that gnuplot reads once.
///
/// The table has only what can be seen: curves that stay at 0 are left out, and so are points on a straight line between
/// others.
public struct CurveStack {
  /// So few curves stay in the table of all others, with all of their points.
  private static let largestSingleCount = 12
  /// What can be seen, as a fraction of the axis: less than half a pixel.
  private static let visibleShare = 5e-4

  /// The modes that are drawn, from 0.
  public let modes: [Int]
  private let values: (Int) -> [Double]
  private let tolerance: Double

  /// A stack of the curves of some modes; nil if they are few.
  ///
  /// - Parameters:
  ///   - modes: the modes, from 0.
  ///   - height: the length of the vertical axis, in the units of the values.
  ///   - values: the curve of a mode, a value for each epoch from 0.
  public init?(_ modes: some Collection<Int>, height: Double, values: @escaping (Int) -> [Double]) {
    guard modes.count > Self.largestSingleCount else { return nil }
    let tolerance = Self.visibleShare * height
    self.modes = modes.filter { values($0).contains { $0.magnitude > tolerance } }
    self.values = values
    self.tolerance = tolerance
  }

  /// The table: `mode`, `epoch`, `value`, the curves one after the other, each ended by a row without numbers. None if nothing can
  /// be seen.
  ///
  /// - Parameter divisor: what the values are divided by.
  public func tables(_ name: String, dividedBy divisor: Double = 1) -> [Table] {
    guard !modes.isEmpty else { return [] }
    var rows: [Double] = []
    for mode in modes {
      let course = values(mode)
      for epoch in Self.seen(course, within: tolerance) {
        rows += [Double(mode + 1), Double(epoch), course[epoch] / divisor]
      }
      rows += [Double(mode + 1), .nan, .nan]
    }
    return [Table(name: name, header: ["mode", "epoch", "value"], values: rows)]
  }

  /// The plot element, given the name of the table. None if nothing can be seen.
  public func layers(_ table: String, onSecondAxis: Bool = false, style: LineStyle, title: String?) -> [Layer] {
    modes.isEmpty
      ? [] : [.curves(CurveBundle(table: table, y: "value", onSecondAxis: onSecondAxis, style: style, title: title))]
  }

  /// The epochs between which the curve is a straight line, to a tolerance.
  private static func seen(_ course: [Double], within tolerance: Double) -> [Int] {
    var kept = [0]
    guard course.count > 1 else { return kept }
    // The slopes of lines from the last kept point that pass near all points after it.
    var (low, high) = (-Double.infinity, Double.infinity)
    for epoch in 1..<course.count {
      let from = kept[kept.count - 1]
      let (rise, length) = (course[epoch] - course[from], Double(epoch - from))
      if rise / length < low || rise / length > high {
        kept.append(epoch - 1)
        let step = course[epoch] - course[epoch - 1]
        (low, high) = (step - tolerance, step + tolerance)
      } else {
        (low, high) = (max(low, (rise - tolerance) / length), min(high, (rise + tolerance) / length))
      }
    }
    return kept + [course.count - 1]
  }
}
