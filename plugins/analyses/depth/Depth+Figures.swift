import Gnuplot
import LearningDynamics
import PluginKit
import Support

extension Depth {
  func figures(
    of result: Result, _ runs: [AnalyzedRun], _ design: DepthDesign, of subject: AnalysisSubject
  ) throws -> [Figure] {
    let tables = try zip(runs, result.depths).map { try table($0, $1, design) }
    let figures = [strengths(result, design, tables, of: subject), stages(result, runs, tables, of: subject)]
    // Learning rates and initial weights are not those of the run.
    let (dataset, seed) = (subject.dataset.identifier, subject.mainPlan.seed)
    return figures.map { figure in
      var figure = figure
      figure.footer = "\(dataset) · balanced initial weights · separate η for each depth · seed \(seed)"
      return figure
    }
  }

  /// Enough rows for a smooth curve; fewer with many modes, because gnuplot reads the table once for each curve.
  private static func mostRows(modes: Int) -> Int { min(1000, max(200, 12_000 / max(1, modes))) }

  /// At regular epochs: the loss, and for each relevant mode its strength and the scalar map's value.
  private func table(_ run: AnalyzedRun, _ course: Course, _ design: DepthDesign) throws -> Table {
    let (recording, strengths) = (run.recording, try run.modeStrengths)
    let rows = Self.mostRows(modes: design.countedModes)
    let step = (recording.lastEpoch + rows - 1) / rows
    let epochs = Array(stride(from: 0, to: recording.lastEpoch, by: max(1, step))) + [recording.lastEpoch]
    // Time in units of the last stage's half-rise; of the whole training if it is not reached.
    let unit = course.lastStageTime ?? Double(max(1, recording.lastEpoch))
    var columns: [(name: String, values: [Double])] = [
      ("scaled_time", epochs.map { Double($0) / (unit > 0 ? unit : 1) }),
      ("loss", epochs.map { recording.losses[$0] }),
    ]
    for (mode, target) in design.targets.prefix(design.countedModes).enumerated() {
      let simulated = strengths.component(mode)
      let theory = design.map(of: target, recording).course(from: design.startStrength, epochs: recording.lastEpoch)
      columns.append(("strength_\(mode + 1)", epochs.map { simulated[$0] }))
      columns.append(("map_\(mode + 1)", epochs.map { theory[$0] }))
    }
    return Table(byEpoch: "depth-\(course.depth)", at: epochs, columns: columns)
  }

  /// Four panels of mode strengths, each with the scalar map over them.
  private func strengths(
    _ result: Result, _ design: DepthDesign, _ tables: [Table], of subject: AnalysisSubject
  ) -> Figure {
    let size = Figure.Size(width: 1180, height: 800)
    let panels = zip(result.depths, tables).enumerated().map { index, pair in
      let (course, table) = pair
      let (left, top) = (index % 2 == 0 ? 85.0 : 525.0, index < 2 ? 50.0 : 445.0)
      let area = Panel.Area(
        in: size, left: left, right: Double(size.width) - left - 350, bottom: Double(size.height) - top - 275, top: top)
      return Panel(
        area: area, title: "\(Self.layers(course.depth)), ε = \(course.effectiveRate.significant(3))",
        x: .epochs(to: course.epochs), y: .fromZero("mode strength", design.targets),
        legend: index == 1 ? .beside(area, in: size) : nil,
        layers: curves(table, design, naming: index == 1, withTheory: subject.showsTheory))
    }
    return Figure(
      name: "depth",
      caption: "Mode strengths of \(subject.dataset.identifier) at depths 1 to 4, from balanced initial weights",
      size: size, panels: panels, tables: tables)
  }

  /// "Depth 2: one hidden layer".
  private static func layers(_ depth: Int) -> String {
    let hidden = ["without a hidden layer", "one hidden layer", "two hidden layers", "three hidden layers"]
    return "Depth \(depth): \(hidden[depth - 1])"
  }

  /// Strengths in the colours of their modes, theory dashed over them.
  private func curves(_ table: Table, _ design: DepthDesign, naming: Bool, withTheory: Bool) -> [Layer] {
    let counted = design.countedModes
    let named = Color.categories.count
    func title(_ mode: Int) -> String? {
      if mode < named || counted == named + 1 { return "mode \(mode + 1): \(design.targets[mode].significant())" }
      guard mode == named else { return nil }
      let (first, last) = (design.targets[mode].significant(3), design.targets[counted - 1].significant(3))
      return "modes \(mode + 1)–\(counted): " + (first == last ? first : "\(first) … \(last)")
    }
    let simulated = (0..<counted).map { mode in
      Layer.curve(
        Curve(
          table: table.name, y: "strength_\(mode + 1)", style: LineStyle(.category(mode), width: 3),
          title: naming ? title(mode) : nil))
    }
    let theory = (0..<counted).map { mode in
      Layer.curve(
        Curve(
          table: table.name, y: "map_\(mode + 1)", style: LineStyle(.black, width: 1, dash: .dashed),
          title: naming && mode == 0 ? "theory" : nil))
    }
    return simulated + (withTheory ? theory : [])
  }

  /// The loss over rescaled time, and the staging index of each stage.
  private func stages(
    _ result: Result, _ runs: [AnalyzedRun], _ tables: [Table], of subject: AnalysisSubject
  ) -> Figure {
    let index = Table(
      name: "depth-staging", header: ["depth"] + result.levels.dropFirst().indices.map { "stage_\($0 + 1)" },
      values: result.depths.flatMap { course in [Double(course.depth)] + course.stagingIndex.map { $0 ?? .nan } })
    let size = Figure.Size(width: 1180, height: 480)
    let left = Panel.Area(in: size, right: 660)
    let right = Panel.Area(in: size, left: 610, right: 265)
    let losses = runs.flatMap(\.losses)
    let panels = [
      Panel(
        area: left, title: "Loss over rescaled time",
        x: Axis("epoch / half-rise epoch of the last stage", range: Axis.Range(0, 1.3)),
        y: .fromZero("loss (mean squared error)", losses), legend: .topRight,
        layers: zip(result.depths, tables).map { course, table in
          .curve(
            Curve(
              table: table.name, x: "scaled_time", y: "loss",
              style: LineStyle(.category(course.depth - 1), width: 2.5), title: "depth \(course.depth)"))
        })
    ]
    let known = result.depths.flatMap(\.stagingIndex).compactMap(\.self)
    guard !known.isEmpty else {
      return Figure(
        name: "depth-stages", caption: "The loss of \(subject.dataset.identifier) at depths 1 to 4", size: size,
        panels: panels, tables: tables)
    }
    let curves = result.levels.indices.dropFirst().map { level in
      Layer.curve(
        Curve(
          table: index.name, x: "depth", y: "stage_\(level + 1)",
          style: LineStyle(.category(level - 1), width: 2.5),
          title: level <= Color.categories.count
            ? result.levels[level].name : level == Color.categories.count + 1 ? "later ones" : nil))
    }
    let marks = DepthDesign.depths.map { Axis.Mark(String($0), at: Double($0)) }
    let range = Axis.Range.rounded(known.reduce(0, min), 1.05 * known.reduce(1, max), significant: 3)
    let stagingIndex = Panel(
      area: right, title: "Separation of stages",
      x: Axis("depth", range: Axis.Range(0.8, 4.2), marks: .named(marks, rotated: false)),
      y: Axis("staging index", range: range),
      legend: .beside(right, in: size), note: "Time between half-rises / time from 10 to 90 %.",
      layers: [.level(1, .guide, title: nil)] + curves)
    return Figure(
      name: "depth-stages",
      caption:
        "The loss of \(subject.dataset.identifier) at depths 1 to 4, and the staging index of each stage",
      size: size, panels: panels + [stagingIndex], tables: tables + [index])
  }
}
