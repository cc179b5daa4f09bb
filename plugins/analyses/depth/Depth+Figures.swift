import Gnuplot
import LearningDynamics
import PluginKit
import Support

extension Depth {
  func figures(
    of result: Result, _ runs: [AnalyzedRun], _ design: DepthDesign, of subject: AnalysisSubject
  ) throws -> [Figure] {
    let tables = try zip(runs, result.depths).map { try table($0, $1, design) }
    let figures = [
      try strengths(result, runs, design, tables, of: subject), stages(result, runs, tables, of: subject),
    ]
    // Learning rates and initial weights are not those of the run.
    let (dataset, seed) = (subject.dataset.identifier, subject.mainPlan.seed)
    return figures.map { figure in
      var figure = figure
      figure.footer = "\(dataset) · balanced initial weights · separate η for each depth · seed \(seed)"
      return figure
    }
  }

  /// Enough rows for a smooth curve.
  private static let mostRows = 1000

  /// At regular epochs: the loss, and for each relevant mode its strength and the scalar map's value.
  private func table(_ run: AnalyzedRun, _ course: Course, _ design: DepthDesign) throws -> Table {
    let (recording, strengths) = (run.recording, try run.modeStrengths)
    let step = (recording.lastEpoch + Self.mostRows - 1) / Self.mostRows
    let epochs = Array(stride(from: 0, to: recording.lastEpoch, by: max(1, step))) + [recording.lastEpoch]
    // Time in units of the last stage's half-rise; of the whole training if it is not reached.
    let unit = course.lastStageTime ?? Double(max(1, recording.lastEpoch))
    var columns: [(name: String, values: [Double])] = [
      ("scaled_time", epochs.map { Double($0) / (unit > 0 ? unit : 1) }),
      ("loss", epochs.map { recording.losses[$0] }),
    ]
    for (mode, target) in design.targets.prefix(design.countedModes).enumerated() {
      let (simulated, theory) = (strengths.component(mode), design.course(of: target, recording))
      columns.append(("strength_\(mode + 1)", epochs.map { simulated[$0] }))
      columns.append(("map_\(mode + 1)", epochs.map { theory[$0] }))
    }
    return Table(byEpoch: "depth-\(course.depth)", at: epochs, columns: columns)
  }

  /// Four panels of mode strengths, each with the scalar map over them.
  private func strengths(
    _ result: Result, _ runs: [AnalyzedRun], _ design: DepthDesign, _ tables: [Table], of subject: AnalysisSubject
  ) throws -> Figure {
    let size = Figure.Size(width: 1180, height: 800)
    let y = Axis.fromZero("mode strength", design.targets)
    let courses = try zip(zip(runs, result.depths), tables).map { pair, table in
      try CourseLayers(pair.0, design, table, height: y.length, naming: pair.1.depth == 2, subject.showsTheory)
    }
    let panels = zip(result.depths, courses).enumerated().map { index, pair in
      let (course, drawn) = pair
      let (left, top) = (index % 2 == 0 ? 85.0 : 525.0, index < 2 ? 50.0 : 445.0)
      let area = Panel.Area(
        in: size, left: left, right: Double(size.width) - left - 350, bottom: Double(size.height) - top - 275, top: top)
      return Panel(
        area: area, title: "\(Self.layers(course.depth)), ε = \(course.effectiveRate.significant(3))",
        x: .epochs(to: course.epochs), y: y, legend: index == 1 ? .beside(area, in: size) : nil, layers: drawn.layers)
    }
    return Figure(
      name: "depth",
      caption: "Mode strengths of \(subject.dataset.identifier) at depths 1 to 4, from balanced initial weights",
      size: size, panels: panels, tables: tables + courses.flatMap(\.tables))
  }

  /// "Depth 2: one hidden layer".
  private static func layers(_ depth: Int) -> String {
    let hidden = ["without a hidden layer", "one hidden layer", "two hidden layers", "three hidden layers"]
    return "Depth \(depth): \(hidden[depth - 1])"
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

/// The strengths of a training in the colours of their modes, theory dashed over them.
private struct CourseLayers {
  private(set) var layers: [Layer] = []
  /// The tables of curves that are not drawn from the training's own.
  private(set) var tables: [Table] = []

  init(
    _ run: AnalyzedRun, _ design: DepthDesign, _ table: Table, height: Double, naming: Bool, _ showsTheory: Bool
  ) throws {
    let (recording, strengths) = (run.recording, try run.modeStrengths)
    let (modes, named) = (0..<design.countedModes, Color.categories.count)
    func add(_ stack: CurveStack, _ name: String, _ style: LineStyle, title: String?) {
      tables += stack.tables("\(table.name)-\(name)")
      layers += stack.layers("\(table.name)-\(name)", style: style, title: naming ? title : nil)
    }
    func addCurve(_ column: String, _ style: LineStyle, title: String?) {
      layers.append(.curve(Curve(table: table.name, y: column, style: style, title: naming ? title : nil)))
    }
    let grey = modes.dropFirst(named)
    let others = CurveStack(grey, height: height, values: strengths.component)
    for mode in others == nil ? modes : modes.prefix(named) {
      addCurve(
        "strength_\(mode + 1)", LineStyle(.category(mode), width: 3),
        title: mode < named || grey.count == 1
          ? design.title(of: [mode]) : mode == named ? design.title(of: Array(grey)) : nil)
    }
    if let others { add(others, "others", LineStyle(.grey, width: 3), title: design.title(of: others.modes)) }
    guard showsTheory else { return }
    let theory = LineStyle(.black, width: 1, dash: .dashed)
    let maps = CurveStack(modes, height: height) { design.course(of: design.targets[$0], recording) }
    if let maps {
      add(maps, "theory", theory, title: "theory")
    } else {
      for mode in modes { addCurve("map_\(mode + 1)", theory, title: mode == 0 ? "theory" : nil) }
    }
  }
}

extension DepthDesign {
  /// The strength of a mode at each epoch of a training, by the scalar map.
  fileprivate func course(of target: Double, _ recording: Recording) -> [Double] {
    map(of: target, recording).course(from: startStrength, epochs: recording.lastEpoch)
  }

  /// "mode 1: 158", or "modes 7–12: 30.2 … 21.6".
  fileprivate func title(of modes: [Int]) -> String? {
    guard let mode = modes.first, let other = modes.last else { return nil }
    guard mode < other else { return "mode \(mode + 1): \(targets[mode].significant())" }
    let (first, last) = (targets[mode].significant(3), targets[other].significant(3))
    return "modes \(mode + 1)–\(other + 1): " + (first == last ? first : "\(first) … \(last)")
  }
}
