import Gnuplot
import GSL
import LearningDynamics
import PluginKit
import Support

/// The prediction for the probe during training, compared with its target and with a network without a hidden layer.
struct Illusion: AnalysisPlugin {
  static let identifier = "illusion"
  static let summary = "The probe's prediction over time: how far, when and how long it is on the wrong side"
  static let tutorialPosition: Int? = 5
  static let leadPosition: Int? = 1
  static let needs = [AnalysisNeed.probe]
  static let parameters = [ShallowControl.rate.declaration]

  struct Result: Encodable, Sendable {
    let probe: String
    let course: PredictionCourse
    /// The same data learned without a hidden layer.
    let control: PredictionCourse
    /// ε of that control, which has its own learning rate.
    let controlRate: Double
    /// The predicted plateau after each stage, if stages are well apart.
    let plateaus: [Plateau]
    /// The largest absolute difference between theory and simulation; nil if no theory is drawn.
    let largestTheoryError: Double?
    /// Why no theory is drawn.
    let theoryLimit: String?
  }

  struct Plateau: Encodable, Sendable {
    let stage: LearningStage
    let prediction: Double
  }

  func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan] {
    var control = try ShallowControl.plan(for: subject)
    // With the framework's default initial weights the control would begin at ±0.3 instead of 0.
    control.initialization =
      if case .own = subject.mainPlan.initialization {
        // Weights for a hidden layer do not fit a network without one.
        .scaledNormal(scale: TrainingSettings.Default.initializationScale)
      } else {
        subject.mainPlan.initialization
      }
    return [subject.mainPlan, control]
  }

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let theory = try TheoryOverlay(runs[0], of: subject)
    let result = try result(runs, theory, of: subject.dataset)
    return Analysis(
      result: result, summary: summary(of: result, isShallow: subject.mainPlan.isShallow),
      details: details(of: result, of: subject.dataset),
      figures: [
        try prediction(result, runs, theory, of: subject.dataset), try contributions(result, runs[0], theory),
      ])
  }

  private func result(_ runs: [AnalyzedRun], _ theory: TheoryOverlay, of dataset: Dataset) throws -> Result {
    let (stages, plateaus) = try hasPlateaus(runs[0].plan, theory) ? runs[0].recording.plateaus(of: dataset) : ([], nil)
    return Result(
      probe: dataset.name(of: dataset.followedCell), course: try runs[0].illusion, control: try runs[1].illusion,
      controlRate: dataset.effectiveLearningRate(for: runs[1].plan.learningRate),
      plateaus: zip(stages, plateaus?.values ?? []).map { Plateau(stage: $0, prediction: $1) },
      largestTheoryError: theory.largestError(of: try runs[0].followedPrediction, \.predictions),
      theoryLimit: theory.note)
  }

  /// Whether predictions have plateaus: theory holds, the hidden layer holds all modes, and no decay shrinks them.
  private func hasPlateaus(_ plan: TrainingPlan, _ theory: TheoryOverlay) -> Bool {
    guard let course = theory.course, course.shrinkage == 0, let narrowest = plan.hiddenWidths.min() else {
      return false
    }
    return ModeThreshold.rank(of: course.targets) <= narrowest
  }

  private func summary(of result: Result, isShallow: Bool) -> [String] {
    let lines = ["\(result.probe): target \(result.course.target.targetText); \(result.course.briefStory)"]
    // A network without a hidden layer would be compared with itself.
    let control = isShallow ? [] : ["without a hidden layer: \(result.control.briefStory)"]
    return lines + [result.theoryLimit].compactMap(\.self) + control
  }

  private func details(of result: Result, of dataset: Dataset) -> [String] {
    var lines = [result.course.otherTurningPoints].compactMap(\.self)
    if result.plateaus.count > 1 {
      let scale = dataset.scale(ofFeature: dataset.followedCell.feature)
      let steps = result.plateaus.map { scale.text($0.prediction) }
      lines.append("predicted plateaus: \(steps.joined(separator: ", "))")
    }
    if let error = result.largestTheoryError {
      lines.append("theory differs from the simulation by at most \(error.significant(2))")
    }
    let turns = result.control.otherTurningPoints.map { "; \($0)" } ?? ""
    return lines + ["the network without a hidden layer has ε = \(result.controlRate.significant())\(turns)"]
  }
}

extension Illusion {
  /// Prediction of the probe (left axis) and singular values (right axis), with the control; wrong-side periods shaded.
  private func prediction(
    _ result: Result, _ runs: [AnalyzedRun], _ theory: TheoryOverlay, of dataset: Dataset
  ) throws -> Figure {
    let predictions = try runs[0].followedPrediction
    // A control that diverged early leaves the rest of its column empty.
    let control = try runs[1].followedPrediction.prefix(predictions.count)
    let paddedControl = control + Array(repeating: .nan, count: predictions.count - control.count)
    let curves = ModeCurves(runs[0].recording)
    let table = Table(
      byEpoch: "illusion",
      columns: [("probe", predictions)] + theory.column("theory", \.predictions)
        + [("shallow", Array(paddedControl))] + curves.columns())
    let feature = dataset.scale(ofFeature: dataset.followedCell.feature).largest
    let largest = (predictions + control).reduce(feature) { max($0, $1.magnitude) }
    let limit = (1.05 * (largest > 0 ? largest : 1)).rounded(significant: 3)
    let wrongSide = result.course.wrongSide.enumerated().map { index, period in
      Layer.band(
        from: Double(period.first) - 0.5, to: Double(period.last) + 0.5, color: Self.wrongSideColor,
        title: index == 0 ? "on the wrong side" : nil)
    }
    let size = Figure.Size(width: 1100, height: 580)
    let area = Panel.Area(in: size, right: Panel.legendMargin + Panel.secondAxisMargin)
    let zero = Layer.level(0, .guide, title: nil)
    let truth = Layer.level(result.course.target, LineStyle(.grey, width: 1.5, dash: .dashed), title: "target")
    let modes = curves.layers(table: table.name, onSecondAxis: true).map(Self.faint)
    let without = Layer.curve(
      Curve(
        table: table.name, y: "shallow", style: LineStyle(.darkGrey, width: 2, dash: .dotted),
        title: "without a hidden layer, ε = \(result.controlRate.significant())"))
    let prediction = Layer.curve(Curve(table: table.name, y: "probe", style: Self.prediction, title: "prediction"))
    let predicted = theory.layer(table: table.name, y: "theory")
    let panel = Panel(
      area: area,
      title: "Prediction for \(result.probe) (target \(result.course.target.targetText))",
      x: .epochs(to: runs[0].lastEpoch),
      y: Axis("Prediction for \(result.probe)", range: Axis.Range(-limit, limit)),
      secondY: .fromZero("singular value", [curves.reach]),
      legend: .beside(area, in: size, gap: Panel.secondAxisMargin), note: curves.note(before: theory.note),
      layers: (wrongSide + [zero, truth] + modes + [without, prediction] + predicted).withLegend([
        ("left axis:", [prediction] + predicted + [truth, without] + wrongSide), ("right axis:", modes),
      ]))
    return Figure(
      name: "illusion",
      caption: "Prediction for \(result.probe) of \(dataset.identifier), and singular values; shaded: wrong side",
      size: size, panels: [panel], tables: [table] + curves.tables(beside: table.name))
  }

  /// A colour that no mode has, on which dashed black is seen.
  static let prediction = LineStyle(Color(0xAA3377), width: 5)

  private static let wrongSideColor = Color(0xFBE3D6)

  /// The modes explain the prediction; they stay behind it.
  private static func faint(_ layer: Layer) -> Layer {
    guard case .curve(var curve) = layer else { return layer }
    curve.style.width = 1.5
    return .curve(curve)
  }
}

extension Illusion {
  /// The prediction as a stack of the modes' contributions, with the predicted plateaus.
  private func contributions(_ result: Result, _ run: AnalyzedRun, _ theory: TheoryOverlay) throws -> Figure {
    let contributions = try run.recording.contributions()
    let shown = contributions.modes.length
    let stack = Stack(contributions)
    let table = Table(
      byEpoch: "illusion-modes",
      columns: [("probe", try run.followedPrediction)]
        + theory.column("theory", \.predictions)
        + (0..<shown).map { ("mode_\($0 + 1)", contributions.modes.component($0)) }
        + [("remainder", contributions.remainder)] + stack.columns)
    let size = Figure.Size(width: 1100, height: 580)
    let area = Panel.Area(in: size, right: 330)
    let steps = result.plateaus.enumerated().map { index, step in
      Layer.level(
        step.prediction, LineStyle(.darkGrey, width: 1, dash: .dotted),
        title: index == 0 ? "predicted plateaus" : nil)
    }
    return Figure(
      name: table.name,
      caption: "Contribution of each mode to the prediction for \(result.probe), and the predicted plateaus",
      size: size,
      panels: [
        Panel(
          area: area, title: "Prediction for \(result.probe), mode by mode", x: .epochs(to: run.lastEpoch),
          y: Axis("prediction", range: stack.range(including: result.plateaus.map(\.prediction))),
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
        // The others as two bands, by the sign of their final contribution: many thin bands could not be distinguished.
        for (side, sign) in [("up", 1.0), ("down", -1.0)] {
          let modes = (named..<count).filter { contributions.final[$0] * sign > 0 }
          guard !modes.isEmpty else { continue }
          let sum = contributions.modes.map { parts in modes.reduce(0) { $0 + parts[$1] } }
          let title = (named...count - 1).modesText + (count == named + 1 ? "" : sign > 0 ? ": upward" : ": downward")
          add(sum, side, title, .grey)
        }
      }
      add(contributions.remainder, "remainder", "interaction between modes", .black)
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
