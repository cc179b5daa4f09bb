internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

/// A curve of medians with the band of the middle half around it.
struct BandedCurve {
  /// The prefix of its columns' names.
  let column: String
  /// Its name in the legend.
  let title: String?
  let color: Color
  /// One for each value on the axis.
  let points: [Quartiles]

  /// With more points, they are not marked.
  private static let mostMarked = 25

  /// Whether any point summarizes more than one number.
  var hasBand: Bool { points.contains { $0.count > 1 && $0.isKnown } }

  /// Its columns, in an order of its points.
  func columns(in order: [Int]) -> [(name: String, values: [Double])] {
    [
      (column, order.map { points[$0].median }), ("\(column)_lower_quartile", order.map { points[$0].lower }),
      ("\(column)_upper_quartile", order.map { points[$0].upper }),
    ]
  }

  func line(_ table: Table, x: String) -> Layer {
    .curve(
      Curve(
        table: table.name, x: x, y: column, style: LineStyle(color, width: 2.5), title: title,
        marksPoints: points.count <= Self.mostMarked))
  }

  func band(_ table: Table, x: String) -> Layer {
    .area(
      FilledArea(
        table: table.name, x: x, from: "\(column)_lower_quartile", to: "\(column)_upper_quartile", color: color,
        title: nil, isTransparent: true))
  }
}

/// The horizontal axis of curves: the positions of the values, and the marks.
struct CurveAxis {
  /// The name of its column: the axis's own name if the positions are its numbers.
  let column: String
  /// The position of each value.
  let places: [Double]
  let axis: Axis

  init(_ axis: ShownAxis) {
    guard axis.scale != .byIndex, let numbers = axis.numbers, let least = numbers.min(), let most = numbers.max() else {
      column = "position"
      places = axis.values.indices.map(Double.init)
      let texts = axis.shortTexts
      let room = 700 / (8 * min(18, texts.map(\.count).max() ?? 1) + 12)
      self.axis = .names(texts, label: axis.label, atMost: max(1, room))
      return
    }
    column = axis.name
    places = numbers
    guard axis.scale == .logarithmic else {
      let room = least == most ? max(1, least.magnitude) / 2 : 0.02 * (most - least)
      self.axis = Axis(axis.label, range: Axis.Range(least - room, most + room))
      return
    }
    // Powers of ten if the range contains enough of them, otherwise the values themselves.
    let range = Axis.Range(least.decadeBelow, most.decadeAbove)
    if most / least >= 1000 {
      self.axis = Axis(axis.label, range: range, isLogarithmic: true)
    } else {
      let room = (most / least).squareRoot().squareRoot().squareRoot().squareRoot().squareRoot()
      let texts = axis.shortTexts
      let step = (texts.count + 9) / 10
      let marks = stride(from: 0, to: texts.count, by: step).map { Axis.Mark(texts[$0], at: numbers[$0]) }
      self.axis = Axis(
        axis.label, range: .rounded(least / room, most * room, significant: 4),
        isLogarithmic: true, marks: .named(marks, rotated: false))
    }
  }
}
