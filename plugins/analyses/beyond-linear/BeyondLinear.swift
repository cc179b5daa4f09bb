import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Support

/// The same data learned from the same weights with linear, ReLU and tanh units: what of the theory of linear networks remains.
struct BeyondLinear: AnalysisPlugin {
  static let identifier = "beyond-linear"
  static let summary =
    "The same data and weights with linear, ReLU and tanh units: stages and illusion"
  static let needs = [AnalysisNeed.hiddenLayer, .singlePhase]
  static let requirement = "needs one-hot inputs, a dataset without phases, and a network with a hidden layer"

  struct Result: Encodable, Sendable {
    let probe: String?
    /// The levels of the data, by which modes are counted; empty for data that were not sampled.
    let levels: [ModeLevel]
    let units: [Course]
  }

  /// The training with one kind of unit.
  struct Course: Encodable, Sendable {
    let unit: HiddenUnit
    let finalLoss: Double
    let divergedAtEpoch: Int?
    let halfRiseEpochs: [Int?]
    /// For each level the mean of its modes' half-rise epochs; nil where not all of them rise.
    let levelHalfRises: [Double?]
    /// The prediction for the probe; nil for a dataset without one.
    let illusion: PredictionCourse?
  }

  /// Figures and sentences name at most this many modes.
  private static let mostModes = 16

  func applies(to subject: AnalysisSubject) -> Bool { subject.dataset.isOneHot }

  func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan] {
    HiddenUnit.allCases.map { unit in
      var plan = subject.mainPlan
      plan.variant.unit = unit
      return plan
    }
  }

  /// Two more trainings than the main one.
  func multiplications(for subject: AnalysisSubject) -> Double {
    let (plan, items) = (subject.mainPlan, Double(subject.dataset.itemCount))
    let widths = [subject.dataset.inputs.columns] + plan.hiddenWidths
    let last = min(Double(subject.dataset.featureCount), items + Double(widths[widths.count - 1]))
    let weights = zip(widths, widths.dropFirst()).reduce(last * Double(widths[widths.count - 1])) {
      $0 + Double($1.0 * $1.1)
    }
    return 2 * 3 * Double(plan.epochs) * items * weights
  }

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let dataset = subject.dataset
    let levels = try dataset.countedLevels()
    let result = Result(
      probe: dataset.probe.map { dataset.name(of: $0) }, levels: levels.count > 1 ? levels : [],
      units: try runs.map { try course($0, levels) })
    var figure = try figure(of: result, runs, subject)
    // The unit is not that of the run.
    let plan = subject.mainPlan
    let scale = plan.initialization.scale.map { ["γ = \($0.significant())"] } ?? []
    let parts = [dataset.identifier, "η = \(plan.learningRate.significant())"] + scale + plan.variant.words
    figure.footer = (parts + [dataset.frequencyWords].compactMap(\.self) + ["seed \(plan.seed)"]).joined(
      separator: " · ")
    return Analysis(result: result, summary: summary(of: result, dataset), figures: [figure])
  }

  private func course(_ run: AnalyzedRun, _ levels: [ModeLevel]) throws -> Course {
    let halfRises = try run.halfRiseEpochs
    return Course(
      unit: run.plan.variant.unit, finalLoss: run.losses[run.lastEpoch], divergedAtEpoch: run.divergedAtEpoch,
      halfRiseEpochs: halfRises, levelHalfRises: levels.map { $0.halfRise(halfRises) },
      illusion: run.dataset.probe == nil ? nil : try run.illusion)
  }
}

extension BeyondLinear {
  private func summary(of result: Result, _ dataset: Dataset) -> [String] {
    var lines: [String] = []
    if let probe = result.probe {
      let scale = dataset.scale(ofFeature: dataset.followedCell.feature)
      let stories = result.units.map { course -> String in
        guard let illusion = course.illusion, illusion.wrongEpochs > 0, let worst = illusion.worst else {
          return "\(course.unit.word) never"
        }
        let epochs = illusion.wrongEpochs
        return "\(course.unit.word) up to \(scale.text(worst.value)), \(epochs.grouped) epoch\(epochs == 1 ? "" : "s")"
      }
      lines.append("\(probe) on the wrong side: \(stories.joined(separator: "; "))")
    }
    let isByLevel = !result.levels.isEmpty
    let rises = result.units.map { course -> String in
      let epochs =
        isByLevel ? course.levelHalfRises : course.halfRiseEpochs.prefix(4).map { $0.map(Double.init) }
      let texts = epochs.map { $0.map { Int($0.rounded()).grouped } ?? "not yet" }
      return "\(course.unit.word) \(texts.joined(separator: ", "))"
    }
    let what = isByLevel ? "levels" : result.units[0].halfRiseEpochs.count == 1 ? "the mode" : "the first modes"
    lines.append("\(what) half learned at: \(rises.joined(separator: "; "))")
    let diverged = result.units.compactMap { course in
      course.divergedAtEpoch.map { "\(course.unit.word) units at epoch \($0.grouped)" }
    }
    if !diverged.isEmpty { lines.append("the training diverged with \(diverged.joined(separator: ", "))") }
    return lines
  }

  /// Loss, half-rise epochs, and the prediction for the probe.
  private func figure(of result: Result, _ runs: [AnalyzedRun], _ subject: AnalysisSubject) throws -> Figure {
    let states = runs.map(\.stateCount).max() ?? 0
    func padded(_ values: [Double]) -> [Double] { values + Array(repeating: .nan, count: states - values.count) }
    var columns = zip(runs, result.units).map { (name: "loss_\($1.unit.rawValue)", values: padded($0.losses)) }
    if result.probe != nil {
      columns += try zip(runs, result.units).map {
        (name: "probe_\($1.unit.rawValue)", values: padded(try $0.followedPrediction))
      }
    }
    let curves = Table(byEpoch: "beyond-linear", columns: columns)
    let modes = min(Self.mostModes, result.units[0].halfRiseEpochs.count)
    let rises = Table(
      name: "beyond-linear-modes", header: ["mode"] + result.units.map(\.unit.rawValue),
      values: (0..<modes).flatMap { mode in
        [Double(mode + 1)] + result.units.map { $0.halfRiseEpochs[mode].map(Double.init) ?? .nan }
      })
    let hasProbe = result.probe != nil
    let size = Figure.Size(width: hasProbe ? 1560 : 1060, height: 480)
    func area(_ place: Int) -> Panel.Area {
      let left = 85.0 + 500 * Double(place)
      return Panel.Area(in: size, left: left, right: Double(size.width) - left - 385)
    }
    func layers(_ table: String, x: String = "epoch", _ prefix: String, marked: Bool = false) -> [Layer] {
      result.units.enumerated().map { index, course in
        .curve(
          Curve(
            table: table, x: x, y: prefix + course.unit.rawValue, style: Self.styles[index],
            title: "\(course.unit.word) units", marksPoints: marked))
      }
    }
    let known = result.units.flatMap { $0.halfRiseEpochs.prefix(modes) }.compactMap { $0.map(Double.init) }
    let lastEpoch = runs.map(\.lastEpoch).max() ?? 0
    var panels = [
      Panel(
        area: area(0), title: "Learning curve", x: .epochs(to: lastEpoch), y: .loss(runs.flatMap(\.losses)),
        legend: .topRight, layers: layers(curves.name, "loss_")),
      Panel(
        area: area(1), title: "When each mode is half learned",
        x: Axis("mode", range: Axis.Range(0.5, Double(max(modes, 1)) + 0.5)),
        y: .fromZero("epoch", known.isEmpty ? [1] : known), layers: layers(rises.name, x: "mode", "", marked: true)),
    ]
    if let probe = result.probe {
      let predictions = columns.suffix(runs.count).flatMap(\.values).filter(\.isFinite)
      let target = result.units[0].illusion?.target ?? 0
      let (low, high) = (predictions.reduce(min(0, target), min), predictions.reduce(max(0, target), max))
      let margin = high > low ? 0.05 * (high - low) : 0.05
      panels.append(
        Panel(
          area: area(2), title: "Prediction for \(probe)", x: .epochs(to: lastEpoch),
          y: Axis("prediction", range: .rounded(low - margin, high + margin, significant: 3)),
          layers: [
            .level(0, .guide, title: nil),
            .level(target, LineStyle(.grey, width: 1.5, dash: .dashed), title: "target"),
          ] + layers(curves.name, "probe_")))
    }
    return Figure(
      name: "beyond-linear",
      caption: "\(subject.dataset.identifier) learned with linear, ReLU and tanh units from the same weights",
      size: size, panels: panels, tables: [curves, rises])
  }

  private static let styles = [
    LineStyle(.category(0), width: 3), LineStyle(.category(1), width: 3), LineStyle(.category(2), width: 3),
  ]
}
