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
  /// The legend entry of empty cells.
  let empty: String
  /// Whether the colours are logarithmic, for values over many decades.
  var isLogarithmic = false
  /// The setting that has to be varied for a map of it; nil for a map in every sweep.
  var axis: String?

  /// Whether it has curves too, along one axis.
  var hasCurves = false

  /// The quantities in the order of their maps.
  ///
  /// The worst prediction is shown by its magnitude, without a diverging palette: the runs of a dataset are wrong on one
  /// side or not at all, so a sign would waste half of the colours, and two ends of equal darkness look the same in grey.
  static let all = [
    MapQuantity(
      figure: "test-error", column: "test_error_least", title: "Least test error", label: "test error",
      empty: "the true map is not known, or most runs diverged", isLogarithmic: true, hasCurves: true),
    MapQuantity(
      figure: "best-stop", column: "test_error_epoch", title: "The best moment to stop",
      label: "epoch of the least test error", empty: "the true map is not known, or most runs diverged",
      hasCurves: true),
    MapQuantity(
      figure: "staging", column: "staging_index", title: "Separation of stages",
      label: "staging index", empty: "most runs did not learn all levels"),
    MapQuantity(
      figure: "convergence", column: "converged_epoch", title: "When learning converges",
      label: "epoch of convergence", empty: "most runs did not converge"),
    MapQuantity(
      figure: "final-loss", column: "final_loss", title: "Final loss",
      label: "final loss", empty: "most runs diverged", isLogarithmic: true),
    MapQuantity(
      figure: "wrong-side", column: "wrong_side_worst", title: "Worst prediction on the wrong side",
      label: "worst prediction (magnitude)", empty: "most runs did not converge"),
    MapQuantity(
      figure: "wrong-side-duration", column: "wrong_side_epochs", title: "Time on the wrong side",
      label: "epochs on the wrong side", empty: "most runs did not converge"),
    MapQuantity(
      figure: "kernel-movement", column: "kernel_movement", title: "Rich or lazy",
      label: "kernel movement", empty: "not known, or most runs diverged", isLogarithmic: true, axis: "ratio"),
  ]

  /// The quantities with curves, for the columns of a table.
  static func withCurves(in columns: [String]) -> [MapQuantity] {
    ofPhases(in: columns) + all.filter { $0.hasCurves && columns.contains($0.column) }
  }

  /// What the phases of histories have done, for the columns of a table.
  static func ofPhases(in columns: [String]) -> [MapQuantity] {
    (2...LearningPhase.largestCount).prefix { columns.contains("phase\($0)_old_loss") }.flatMap { phase in
      [
        MapQuantity(
          figure: "phase\(phase)-forgetting", column: "phase\(phase)_old_loss",
          title: "What phase \(phase) makes the network forget", label: "mean loss of the old items",
          empty: "most runs did not reach the loss", isLogarithmic: true),
        MapQuantity(
          figure: "phase\(phase)-epochs", column: "phase\(phase)_epochs", title: "How long phase \(phase) lasts",
          label: "epochs", empty: "most runs diverged"),
      ]
    }
  }

  /// The colour scale: logarithmic for losses and movements, linear for everything else, from zero if zero is near.
  func scale(_ values: [Double], barLeft: Double) -> ColorScale {
    let (least, most) = values.reduce((Double.infinity, -Double.infinity)) { (min($0.0, $1), max($0.1, $1)) }
    if isLogarithmic, let positive = values.filter({ $0 > 0 }).min() {
      let sorted = values.sorted()
      // Up to what nearly all runs have at most, above which the loss oscillates, and ten decades below: smaller losses
      // differ by rounding only.
      let high = sorted[(sorted.count - 1) * 19 / 20].decadeAbove
      let top = high > 0 ? high : most.decadeAbove
      let low = max(positive.decadeBelow, 1e-10 * top, 1e-300)
      let isCut = least < low || most > top
      return ColorScale(
        .viridis, range: Axis.Range(low, max(top, low * 10)),
        bar: ColorScale.Bar(left: barLeft, label: isCut ? "\(label) (scale clipped)" : label),
        isLogarithmic: true)
    }
    let bar = ColorScale.Bar(left: barLeft, label: label)
    // From zero if zero is near, so that sizes can be compared.
    let low = least >= 0 && least < 0.3 * most ? 0 : least
    let range: Axis.Range
    if low < most {
      range = .rounded(low, most, significant: 3)
    } else {
      // A single value gets the middle of the colours.
      let middle = low.rounded(significant: 3)
      let room = middle == 0 ? 0 : middle.magnitude / 10
      range = Axis.Range(middle - room, middle == 0 ? 1 : middle + room)
    }
    return ColorScale(.viridis, range: range, bar: bar)
  }
}

/// The largest stable learning rate of the theory, across a map with the learning rate on one of its axes.
///
/// Along the other axis it has a step for each cell, because there is nothing between two depths or widths.
struct StabilityLimit {
  /// The line; empty if no part of it lies on the map.
  let layers: [Layer]
  /// The line's table.
  let tables: [Table]
  /// The note if no part of it lies on the map.
  let note: String?

  /// The legend entry.
  static let title = "theory: largest stable learning rate"

  /// The limit of a dataset; nil without theory, without a learning rate on an axis, and if no run has a limit.
  init?(_ figures: SweepFigures, of subject: SweepFigures.Subject) {
    guard figures.showsTheory, let x = figures.x, let y = figures.y, x.name == "eta" || y.name == "eta" else {
      return nil
    }
    let isAcross = x.name == "eta"
    let (rates, others) = isAcross ? (x, y) : (y, x)
    let limits = others.values.indices.map { other in
      Quartiles(
        rates.values.indices.map { rate in
          (isAcross ? subject.value("stable_eta", rate, other) : subject.value("stable_eta", other, rate)).median
        }
      ).median
    }
    let known = limits.filter(\.isFinite)
    guard !known.isEmpty else { return nil }
    let places = limits.map { rates.place(of: $0) ?? .nan }
    guard places.contains(where: \.isFinite) else {
      layers = []
      tables = []
      note = Self.note(known, rates)
      return
    }
    note = nil
    // Two points for each cell, so that neighbours are joined by a step.
    var values: [Double] = []
    for (other, place) in places.enumerated() {
      for end in [Double(other) - 0.5, Double(other) + 0.5] {
        values +=
          (isAcross ? [place, end] : [end, place]) + (others.numbers.map { [$0[other]] } ?? []) + [limits[other]]
      }
    }
    let table = Table(
      name: "stability-limit", header: ["x", "y"] + (others.numbers == nil ? [] : [others.name]) + ["stable_eta"],
      values: values)
    tables = [table]
    // With a white rim, to be visible on dark cells.
    layers = [
      .curve(Curve(table: table.name, x: "x", y: "y", style: LineStyle(Color(0xFFFFFF), width: 3), title: nil)),
      .curve(Curve(table: table.name, x: "x", y: "y", style: .theory, title: Self.title)),
    ]
  }

  /// "The stability limit, η = 253.6, lies above the range."
  private static func note(_ limits: [Double], _ rates: ShownAxis) -> String? {
    guard rates.scale != .byIndex, let numbers = rates.numbers, let least = limits.min(), let most = limits.max(),
      let low = numbers.min(), let high = numbers.max()
    else { return nil }
    let (first, last) = (least.significant(), most.significant())
    let value = first == last ? first : "\(first) … \(last)"
    let place = least > high ? "above" : most < low ? "below" : "outside"
    return "The stability limit, η = \(value), lies \(place) the range."
  }
}
