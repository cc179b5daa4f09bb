import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Support

/// A small panel for labels beside a wide one for features, with room for a colour bar.
struct PanelPair {
  let size: Figure.Size
  let left: Panel.Area
  let right: Panel.Area
  let barLeft = 0.925
  let leftBarLeft = 0.336

  /// A pair in a picture of a height in pixels; names below the axes take 150 of them.
  init(height: Int) {
    size = Figure.Size(width: 1100, height: height)
    left = Panel.Area(in: size, left: 110, right: 740, bottom: 150)
    right = Panel.Area(in: size, left: 470, right: 95, bottom: 150)
  }
}

extension ColorScale {
  /// White and blue for labels; a sequential scale for other inputs.
  static func inputs(of dataset: Dataset, barLeft: Double) -> ColorScale {
    dataset.isOneHot
      ? ColorScale(.whiteToBlue, range: Axis.Range(0, 1)) : amounts(dataset.inputs.elements, barLeft: barLeft)
  }

  /// No and yes for binary targets; else a sequential scale.
  static func targets(of dataset: Dataset, barLeft: Double) -> ColorScale {
    if dataset.hasBinaryTargets {
      let marks = Axis.Marks.named([Axis.Mark("no", at: -0.5), Axis.Mark("yes", at: 0.5)], rotated: false)
      return ColorScale(.noYes, range: Axis.Range(-1, 1), bar: Bar(left: barLeft, label: nil, marks: marks))
    }
    return amounts(dataset.targets.elements, barLeft: barLeft)
  }

  private static func amounts(_ values: [Double], barLeft: Double) -> ColorScale {
    let (low, high) = (values.reduce(values[0], min), values.reduce(values[0], max))
    let range = Axis.Range.rounded(low, high, significant: 3)
    let digits = range.digits(atLeast: 3)
    let marks = [range.from, range.to].map { Axis.Mark($0.significant(digits), at: $0) }
    return ColorScale(
      .viridis, range: range, bar: Bar(left: barLeft, label: nil, marks: .named(marks, rotated: false)))
  }
}
