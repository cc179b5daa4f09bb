import GSL
import Gnuplot
import LearningDynamics
import PluginKit

/// Ranges of two axes on which a unit is equally long, around all points of some frames.
struct EqualAxes {
  let x: Axis.Range
  let y: Axis.Range
  /// How much of the axes' units a pixel is.
  let unit: Double

  /// Ranges for points.
  ///
  /// - Parameters:
  ///   - frames: P × 2 each.
  ///   - width: of the panel's box in pixels.
  ///   - height: the same.
  ///   - margins: pixels left free on the left and on the right, and those above and below.
  init(_ frames: [Matrix], width: Double, height: Double, margins: (beside: Double, above: Double)) {
    func ends(_ column: Int) -> (low: Double, high: Double) {
      let values = frames.flatMap { $0.column(column) }
      return (values.reduce(0, min), values.reduce(0, max))
    }
    let (across, upward) = (ends(0), ends(1))
    let needed = max(
      (across.high - across.low) / (width - 2 * margins.beside),
      (upward.high - upward.low) / (height - 2 * margins.above))
    let unit = needed > 0 ? needed : 2 / width
    func range(_ ends: (low: Double, high: Double), _ pixels: Double) -> Axis.Range {
      let middle = (ends.low + ends.high) / 2
      return .rounded(middle - unit * pixels / 2, middle + unit * pixels / 2, significant: 5)
    }
    self.unit = unit
    x = range(across, width)
    y = range(upward, height)
  }
}

extension Axis.Marks {
  /// gnuplot's own; of numbers that need an exponent only 0 and one on each side, because they are long.
  static func short(_ range: Axis.Range) -> Axis.Marks {
    let largest = max(range.from.magnitude, range.to.magnitude)
    if (1e-3...1e5).contains(largest) { return .automatic }
    let place = (0.6 * largest).rounded(significant: 1)
    let shown = [-place, 0, place].filter { $0 >= range.from && $0 <= range.to }
    return .named(shown.map { Axis.Mark($0 == 0 ? "0" : $0.significant(1), at: $0) }, rotated: false)
  }
}
