internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support

/// The largest stable learning rate of the theory, across a map with the learning rate on one of its axes.
///
/// Along the other axis it is a step for each cell: hidden layers and depths have nothing between them.
struct StabilityLimit {
  /// The line, where a part of it lies on the map.
  let layers: [Layer]
  /// The table it is drawn from.
  let tables: [Table]
  /// What is said where none of it lies on the map.
  let note: String?

  /// What the legend calls it.
  static let title = "theory: largest stable learning rate"

  /// The limit of a dataset; nil without theory, without a learning rate on an axis, and where no run has a limit.
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
    // On a white rim, to be seen on dark cells.
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
