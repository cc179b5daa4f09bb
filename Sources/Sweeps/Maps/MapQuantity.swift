internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support

/// A quantity of the runs that maps show.
struct MapQuantity: Sendable {
  /// The figure's name.
  let figure: String
  /// The column of the table.
  let column: String
  /// The panel's title, before "of" and the dataset.
  let title: String
  /// What the colours stand for.
  let label: String
  /// What the legend says of empty cells.
  let empty: String

  /// The quantities in the order of their maps.
  ///
  /// What goes wrong is shown by its magnitude, not on a palette with two ends: the runs of a dataset go wrong on one
  /// side or not at all, so that a sign would only take half of the colours away, and two ends of equal darkness cannot
  /// be told apart in grey.
  static let all = [
    MapQuantity(
      figure: "staging", column: "staging_index", title: "How step-like learning is",
      label: "staging index", empty: "most runs did not learn all levels"),
    MapQuantity(
      figure: "convergence", column: "converged_epoch", title: "When learning converges",
      label: "epoch of convergence", empty: "most runs did not converge"),
    MapQuantity(
      figure: "final-loss", column: "final_loss", title: "The loss in the end",
      label: "final loss", empty: "most runs diverged"),
    MapQuantity(
      figure: "wrong-way", column: "wrong_way_worst", title: "How far predictions go the wrong way",
      label: "worst wrong prediction", empty: "most runs did not converge"),
    MapQuantity(
      figure: "wrong-way-duration", column: "wrong_way_epochs", title: "How long predictions go the wrong way",
      label: "epochs on the wrong side", empty: "most runs did not converge"),
  ]

  /// How values become colours: losses by their logarithms, everything else from zero where it is near.
  func scale(_ values: [Double], barLeft: Double) -> ColorScale {
    let (least, most) = values.reduce((Double.infinity, -Double.infinity)) { (min($0.0, $1), max($0.1, $1)) }
    if column == "final_loss", let positive = values.filter({ $0 > 0 }).min() {
      let sorted = values.sorted()
      // Ten decades below what nearly all have at most: what is below is learned, how far rounding took it is nobody's
      // question; and what is above bounces.
      let high = sorted[(sorted.count - 1) * 19 / 20].decadeAbove
      let top = high > 0 ? high : most.decadeAbove
      let low = max(positive.decadeBelow, 1e-10 * top, 1e-300)
      let isCut = least < low || most > top
      return ColorScale(
        .viridis, range: Axis.Range(low, max(top, low * 10)),
        bar: ColorScale.Bar(left: barLeft, label: isCut ? "\(label) (beyond the ends alike)" : label),
        isLogarithmic: true)
    }
    let bar = ColorScale.Bar(left: barLeft, label: label)
    // From zero where it is near: how much there is of something is then seen at once.
    let low = least >= 0 && least < 0.3 * most ? 0 : least
    let range: Axis.Range
    if low < most {
      range = .rounded(low, most, significant: 3)
    } else {
      // One value everywhere has the middle of the colours.
      let middle = low.rounded(significant: 3)
      let room = middle == 0 ? 0 : middle.magnitude / 10
      range = Axis.Range(middle - room, middle == 0 ? 1 : middle + room)
    }
    return ColorScale(.viridis, range: range, bar: bar)
  }
}
