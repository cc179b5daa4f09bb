public import Gnuplot

extension Axis {
  /// The epochs of a recording, from 0 to the last; at least one wide, so that a run that diverged at once can be drawn.
  public static func epochs(to last: Int, label: String? = "epoch", marks: Marks = .automatic) -> Axis {
    Axis(label, range: Range(0, Double(max(1, last))), marks: marks)
  }

  /// The loss: from zero, or in powers of ten where it falls below a fiftieth of its largest within the first tenth of
  /// the run and would only show as a corner.
  public static func loss(_ losses: [Double]) -> Axis {
    let label = "loss (mean squared error)"
    let largest = losses.reduce(0, max)
    guard losses.count > 10, largest > 0, losses[losses.count / 10] < largest / 50 else {
      return fromZero(label, losses)
    }
    // Eight decades are enough to see; a loss that reaches rounding would take thirty.
    let smallest = losses.reduce(largest) { $1 > 0 ? min($0, $1) : $0 }
    return Axis(label, range: Range(max(smallest, 1e-8 * largest) / 2, 2 * largest), isLogarithmic: true)
  }

  /// From zero to a little above the largest of some values that are not negative.
  public static func fromZero(_ label: String, _ values: some Sequence<Double>, marks: Marks = .automatic) -> Axis {
    let largest = values.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
    return Axis(label, range: Range(0, largest > 0 ? 1.05 * largest : 1), marks: marks)
  }
}

extension LineStyle {
  /// The loss.
  public static let loss = LineStyle(.darkGrey, width: 3)
  /// Lines at special values.
  public static let guide = LineStyle(.grey, width: 1)
  /// A mode: one of the colours for categories, in the order of the modes.
  public static func mode(_ index: Int) -> LineStyle { LineStyle(.category(index), width: 2) }
}
