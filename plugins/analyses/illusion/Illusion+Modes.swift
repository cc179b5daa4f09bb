import Gnuplot
import LearningDynamics
import PluginKit

extension Illusion {
  /// The prediction as a stack of what each mode contributes, with the ladder on which it rests.
  func contributions(_ result: Result, _ recording: Recording, _ theory: TheoryOverlay) throws -> Figure {
    let contributions = try recording.contributions()
    let shown = contributions.modes.length
    let stack = Stack(contributions)
    let table = Table(
      byEpoch: "illusion-modes",
      columns: [("probe", try recording.followedPredictions())]
        + theory.column("theory", \.predictions)
        + (0..<shown).map { ("mode_\($0 + 1)", contributions.modes.component($0)) }
        + [("remainder", contributions.remainder)] + stack.columns)
    let size = Figure.Size(width: 1100, height: 580)
    let area = Panel.Area(in: size, right: 330)
    let steps = result.ladder.enumerated().map { index, step in
      Layer.level(
        step.prediction, LineStyle(.darkGrey, width: 1, dash: .dotted),
        title: index == 0 ? "where it rests by theory (ladder)" : nil)
    }
    return Figure(
      name: table.name,
      caption: "What each mode contributes to the prediction for \(result.probe), and the ladder on which it rests",
      size: size,
      panels: [
        Panel(
          area: area, title: "Prediction for \(result.probe), mode by mode", x: .epochs(to: recording.lastEpoch),
          y: Axis("prediction", range: stack.range(including: result.ladder.map(\.prediction))),
          legend: .beside(area, in: size), note: theory.note,
          layers: stack.layers(table: table.name) + [.level(0, .guide, title: nil)] + steps + [
            .curve(Curve(table: table.name, y: "probe", style: Self.prediction, title: "prediction (sum)"))
          ] + theory.layer(table: table.name, y: "theory"))
      ],
      tables: [table])
  }

  /// Contributions above zero stacked upwards, those below downwards, the remainder outermost.
  private struct Stack {
    let columns: [(name: String, values: [Double])]
    private let names: [(column: String, title: String?, color: Color)]
    private let lowest: Double
    private let highest: Double

    init(_ contributions: ModeContributions) {
      let (count, states) = (contributions.modes.length, contributions.modes.count)
      var columns: [(name: String, values: [Double])] = []
      var names: [(String, String?, Color)] = []
      var (upper, lower) = ([Double](repeating: 0, count: states), [Double](repeating: 0, count: states))
      func add(_ values: [Double], _ column: String, _ title: String?, _ color: Color) {
        var (from, to) = ([Double](), [Double]())
        for (state, value) in values.enumerated() {
          if value >= 0 {
            from.append(upper[state])
            upper[state] += value
            to.append(upper[state])
          } else {
            from.append(lower[state])
            lower[state] += value
            to.append(lower[state])
          }
        }
        columns += [("from_\(column)", from), ("to_\(column)", to)]
        names.append((column, title, color))
      }
      let named = Color.categories.count
      for mode in 0..<min(count, named) {
        add(contributions.modes.component(mode), "\(mode + 1)", "mode \(mode + 1)", .category(mode))
      }
      if count > named {
        // The others by the side on which they end, as one band each: many thin ones could not be told apart.
        for (side, sign) in [("up", 1.0), ("down", -1.0)] {
          let modes = (named..<count).filter { contributions.final[$0] * sign > 0 }
          guard !modes.isEmpty else { continue }
          let sum = contributions.modes.map { parts in modes.reduce(0) { $0 + parts[$1] } }
          let title = count == named + 1 ? "mode \(count)" : "modes \(named + 1)–\(count), \(side)wards"
          add(sum, side, title, .grey)
        }
      }
      add(contributions.remainder, "remainder", "how modes mix (off-diagonal)", .black)
      self.columns = columns
      self.names = names
      lowest = lower.reduce(0, min)
      highest = upper.reduce(0, max)
    }

    func layers(table: String) -> [Layer] {
      names.map {
        .area(
          FilledArea(table: table, from: "from_\($0.column)", to: "to_\($0.column)", color: $0.color, title: $0.title))
      }
    }

    func range(including others: [Double]) -> Axis.Range {
      let (low, high) = (others.reduce(lowest, min), others.reduce(highest, max))
      let margin = high > low ? 0.05 * (high - low) : 0.05
      return .rounded(low - margin, high + margin, significant: 3)
    }
  }
}
