internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

/// Two learning dynamics in one figure: the first run in solid lines, the second in dashed ones of the same colours.
struct ComparisonFigure {
  let figure: Figure

  /// More modes than there are colours for are grey and not named.
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
      let names = table.header.filter { $0.hasPrefix("mode_") }
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

  /// "mode 3"; the first that has no colour of its own speaks for all after it.
  private static func title(ofMode index: Int, of count: Int) -> String? {
    if index < namedModes || index == count - 1, index <= namedModes { return "mode \(index + 1)" }
    return index == namedModes ? "modes \(index + 1)–\(count)" : nil
  }

  /// A short name for a run by its folder: what tells the two paths apart, at most 24 characters.
  static func label(of path: String, beside other: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let others = other.split(separator: "/").filter { $0 != "." }
    var kept: [Substring] = []
    for count in 1...max(1, parts.count) {
      kept = Array(parts.suffix(count))
      if kept != Array(others.suffix(count)) { break }
    }
    let label = kept.joined(separator: "/")
    let readable = String(
      String.UnicodeScalarView(label.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    return readable.isEmpty ? "run" : readable.count > 24 ? "…" + readable.suffix(23) : readable
  }
}
