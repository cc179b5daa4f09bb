internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

/// Two learning dynamics in one figure: the first run in solid lines, the second in dashed ones of the same colours.
struct ComparisonFigure {
  let figure: Figure

  /// More modes than there are colours for are grey and share one entry of the legend.
  private static let namedModes = Color.categories.count

  init(_ first: Table, _ firstLabel: String, _ second: Table, _ secondLabel: String, of datasets: [String]) {
    let size = Figure.Size(width: 1100, height: 560)
    let area = Panel.Area(in: size, right: Panel.legendMargin + Panel.secondAxisMargin)
    let name = "learning-dynamics"
    let epochs = max(first.rowCount, second.rowCount)
    var columns: [(name: String, values: [Double])] = []
    var (losses, modes): ([Layer], [Layer]) = ([], [])
    for (table, label, suffix, dash) in [
      (first, firstLabel, "first", LineStyle.Dash.solid), (second, secondLabel, "second", .dashed),
    ] {
      let add = { (column: String) -> String in
        let values = table.column(column) ?? []
        columns.append(("\(column)_\(suffix)", values + [Double](repeating: .nan, count: epochs - values.count)))
        return "\(column)_\(suffix)"
      }
      let style = LineStyle(.darkGrey, width: 3, dash: dash)
      losses.append(.curve(Curve(table: name, y: add("loss"), style: style, title: "loss, \(label)")))
      let names = table.header.filter(Self.isMode)
      for (index, mode) in names.enumerated() {
        modes.append(
          .curve(
            Curve(
              table: name, y: add(mode), onSecondAxis: true,
              style: LineStyle(.category(index), width: 2, dash: dash),
              title: Self.title(ofMode: index, of: names.count).map { "\($0), \(label)" })))
      }
    }
    let largest = columns.filter { $0.name.hasPrefix("mode_") }.flatMap(\.values)
    let falling = columns.filter { $0.name.hasPrefix("loss_") }.map(\.values)
    let subject = Set(datasets).count == 1 ? datasets[0] : datasets.joined(separator: " and ")
    figure = Figure(
      name: name, caption: "Learning dynamics of \(subject) in two runs", size: size,
      panels: [
        Panel(
          area: area, title: "Learning dynamics of \(subject): two runs", x: .epochs(to: epochs - 1),
          y: .falling("loss (mean squared error)", falling), secondY: .fromZero("singular value", largest),
          legend: .beside(area, in: size, gap: Panel.secondAxisMargin), layers: losses + modes)
      ],
      tables: [Table(byEpoch: name, columns: columns)])
  }

  /// Whether a column of a trajectory is one of those that a run writes.
  static func isQuantity(_ column: String) -> Bool { column == "loss" || column == "probe" || isMode(column) }

  static func isMode(_ column: String) -> Bool {
    column.hasPrefix("mode_") && Int(column.dropFirst(5)).map { "mode_\($0)" == column } == true
  }

  /// "mode 3"; the first that has no colour of its own speaks for all after it.
  private static func title(ofMode index: Int, of count: Int) -> String? {
    if index < namedModes || index == count - 1, index <= namedModes { return "mode \(index + 1)" }
    return index == namedModes ? "modes \(index + 1)–\(count)" : nil
  }

  /// Short names for two runs by their folders: the ends of the paths that tell them apart.
  static func labels(_ first: String, _ second: String) -> (String, String) {
    let (left, right) = (parts(first), parts(second))
    for count in 1...max(1, left.count, right.count) where left.suffix(count) != right.suffix(count) {
      let labels = (shortened(left.suffix(count)), shortened(right.suffix(count)))
      if labels.0 != labels.1, !labels.0.isEmpty, !labels.1.isEmpty { return labels }
    }
    return ("first run", "second run")
  }

  private static func parts(_ path: String) -> [Substring] { path.split(separator: "/").filter { $0 != "." } }

  /// At most 13 characters, the middle left out; nothing that cannot stand on a figure.
  private static func shortened(_ parts: ArraySlice<Substring>) -> String {
    let label = parts.joined(separator: "/").withoutControlCharacters
    return label.count > 13 ? "\(label.prefix(6))…\(label.suffix(6))" : label
  }
}
