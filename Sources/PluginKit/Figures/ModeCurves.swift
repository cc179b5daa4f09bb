public import Gnuplot
public import LearningDynamics

/// The singular values of a recording as table columns and curves.
public struct ModeCurves {
  /// More modes than this share one legend entry from the seventh on.
  private static let namedModes = Color.categories.count

  private let recording: Recording

  /// The modes of a recording.
  public init(_ recording: Recording) {
    self.recording = recording
  }

  /// The largest singular value at any state.
  public var largest: Double { recording.singularValues.reduce(0) { max($0, $1.first ?? 0) } }

  /// Columns mode_1, mode_2, …, divided by a number if asked.
  public func columns(dividedBy divisor: Double = 1) -> [(name: String, values: [Double])] {
    (0..<recording.modeCount).map { mode in
      ("mode_\(mode + 1)", recording.singularValues.map { $0[mode] / divisor })
    }
  }

  /// A curve for each mode, the strongest in front, named with the value it has reached in the end.
  ///
  /// The first modes have colours of their own; the others are grey and share an entry when there are several.
  public func layers(table: String, onSecondAxis: Bool = false) -> [Layer] {
    (0..<recording.modeCount).reversed().map { mode in
      .curve(
        Curve(
          table: table, y: "mode_\(mode + 1)", onSecondAxis: onSecondAxis, style: .mode(mode),
          title: title(ofMode: mode)))
    }.reversed()
  }

  private func title(ofMode mode: Int) -> String? {
    let values = recording.singularValues[recording.lastEpoch]
    let (first, last) = (Self.namedModes, values.count - 1)
    if mode < first { return "mode \(mode + 1): \(values[mode].significant())" }
    guard mode == first else { return nil }
    return first == last
      ? "mode \(first + 1): \(values[first].significant())"
      : "modes \(first + 1)–\(last + 1): \(values[first].significant(3)) … \(values[last].significant(3))"
  }
}
