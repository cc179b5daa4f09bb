import BuiltInPlugins
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Testing

/// Figures stay readable with many modes, tiny values, and items without a tree.
@Suite struct FigureLegibilityTests {
  /// Items with as many modes, from strong to weak; the last two modes are zero.
  private static func dataset(_ count: Int) throws -> Dataset {
    var targets = Matrix(rows: count, columns: count)
    for item in 0..<count - 2 { targets[item, item] = 3 - 2 * Double(item) / Double(count) }
    return try Dataset(
      identifier: "many", items: (1...count).map { "item \($0)" },
      features: FeatureNames(numbered: 0, named: (1...count).map { "f \($0)" }),
      targets: targets)
  }

  private static func entries(_ figure: Figure) -> [String] {
    figure.panels.flatMap(\.layers).compactMap { layer in
      switch layer {
      case .entry(_, let title): title
      case .curve(let curve): curve.title
      case .curves(let curves): curves.title
      default: nil
      }
    }
  }

  /// gnuplot reads a table again for every curve drawn from it.
  @Test func manyModesAreReadOnce() throws {
    let run = try AnalysisRun("modes", of: Self.dataset(40), epochs: 400, scale: 1e-3)
    for figure in run.outcome.figures {
      let plots = figure.panels.flatMap(\.layers).filter { layer in
        switch layer {
        case .curve, .curves: true
        default: false
        }
      }
      // Loss, theory, six modes, the others; theory of 24 modes.
      #expect(plots.count <= (figure.name == "mode-strengths" ? 31 : 9), "\(figure.name): \(plots.count)")
      #expect(figure.tables.allSatisfy { $0.header.count <= 32 })
    }
    let others = try #require(run.outcome.figures[1].tables.first { $0.name == "learning-dynamics-others" })
    // A hidden layer of 30 has 30 modes. Modes that stay 0 have no curve; of the others only the bends are drawn, so that every
    // value is within half a thousandth.
    let modes = Set(stride(from: 0, to: others.values.count, by: 3).map { others.values[$0] })
    #expect(modes == Set((7...30).map(Double.init)))
    #expect(others.rowCount < 32 * 120)
    let series = run.recordings[0].singularValues
    let reach = series.component(0).reduce(0, max)
    for mode in [6, 20, 29] {
      let rows = stride(from: 0, to: others.values.count, by: 3).filter { others.values[$0] == Double(mode + 1) }
      let points = rows.map { (epoch: others.values[$0 + 1], value: others.values[$0 + 2]) }.filter {
        $0.epoch.isFinite
      }
      let course = series.component(mode)
      #expect(points.first?.epoch == 0 && points.last?.epoch == Double(course.count - 1))
      for (start, end) in zip(points, points.dropFirst()) {
        for epoch in Int(start.epoch)...Int(end.epoch) {
          let part = (Double(epoch) - start.epoch) / (end.epoch - start.epoch)
          let drawn = start.value + part * (end.value - start.value)
          // The tolerance of the drawing, and the same again at the start of each stretch.
          #expect((drawn - course[epoch]).magnitude <= 1e-3 * reach)
        }
      }
    }
  }

  @Test func modesWithoutStrengthHaveNoEntry() throws {
    let run = try AnalysisRun("modes", of: Self.dataset(6), epochs: 300, scale: 1e-3)
    let entries = Self.entries(run.outcome.figures[1])
    #expect(entries.contains { $0.hasPrefix("mode 4: ") } && !entries.contains { $0.hasPrefix("mode 5") })
  }

  /// Values of 1e-36 are negligible beside the modes, so the axis is not scaled to them.
  @Test func tinyValuesStayAtTheBottom() throws {
    let run = try AnalysisRun(
      "modes", of: AnalysisRun.dataset("tree"), epochs: 20, scale: 1e-12, hidden: [30, 30])
    let panel = run.outcome.figures[1].panels[0]
    #expect((panel.secondY?.range?.to ?? 0) > 100)
    #expect(panel.note?.hasPrefix("Nothing is learned: no singular value exceeds ") == true)
  }

  /// Without a tree, similar items have the same colour, and the legend names them.
  @Test func itemsWithoutATreeHaveAKey() throws {
    for name in ["ring", "cross-cutting", "noisy-linear"] {
      let run = try AnalysisRun("differentiation", of: AnalysisRun.dataset(name), epochs: 30)
      let figure = run.outcome.figures[0]
      let groups = Self.entries(figure)
      #expect((2...6).contains(groups.count), "\(name): \(groups)")
      #expect(figure.panels[0].legend != nil)
    }
  }

  /// The nearest and the farthest items are shown, not the first of the file, and a note gives the number left out.
  @Test func relativesAreTheNearestAndTheFarthest() throws {
    let count = 20
    var targets = Matrix(rows: count, columns: count)
    // The later an item, the more it has in common with the first.
    for item in 0..<count {
      for feature in 0..<count { targets[item, feature] = item == 0 || feature <= item ? 1 : -1 }
    }
    let dataset = try Dataset(
      identifier: "row", items: (1...count).map { "item \($0)" },
      features: FeatureNames(numbered: 0, named: (1...count).map { "f \($0)" }),
      targets: targets)
    let run = try AnalysisRun("rsa", of: dataset, epochs: 20, scale: 1e-3)
    let figure = try #require(run.outcome.figures.first { $0.name == "rsa-over-time" })
    let columns = figure.tables[0].header.filter { $0.hasPrefix("item_") }
    #expect(columns == [1, 20, 19, 18, 17, 16, 15, 6, 5, 4, 3, 2].map { "item_\($0)" })
    #expect(figure.panels[0].note?.contains("8 between them are left out") == true)
  }

  /// A note explains an empty map.
  @Test func whereNothingGoesWrongTheMapSaysSo() throws {
    let run = try AnalysisRun("illusion-scan", of: AnalysisRun.dataset("shark-bones"), epochs: 20, hidden: [])
    let map = try #require(run.outcome.figures.first)
    #expect(run.outcome.figures.count == 1 && map.panels[0].note?.hasPrefix("Every cell is 0") == true)
  }

  /// The prediction is the first entry of the legend, and every curve is assigned to an axis.
  @Test func thePredictionComesFirst() throws {
    let run = try AnalysisRun("illusion", of: AnalysisRun.dataset("shark-bones"))
    let entries = Self.entries(run.outcome.figures[0])
    #expect(entries.prefix(2) == ["left axis:", "prediction"] && entries.contains("right axis:"))
  }
}
