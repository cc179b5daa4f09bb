import Gnuplot
import LearningDynamics
import PluginKit
import Support

/// The singular values of the end-to-end map over time: each step of the loss is a mode being learned.
struct Modes: AnalysisPlugin {
  static let identifier = "modes"
  static let summary = "Singular values of the end-to-end map over time, and the items each mode distinguishes"
  static let tutorialPosition: Int? = 3
  static let leadPosition: Int? = 2

  struct Result: Encodable, Sendable {
    let modes: [Mode]
    let stages: [LearningStage]
    let divergedAtEpoch: Int?
    /// The epoch from which on all ReLU units of a layer are dead.
    let deadFromEpoch: Int?
    /// The levels of a dataset with sampled features; empty for others.
    let levels: [Level]
    /// Why no theory is drawn.
    let theoryLimit: String?
  }

  /// Modes that are equally strong before sampling, and the means of their half-rise epochs.
  struct Level: Encodable, Sendable {
    let name: String
    let modes: Int
    let halfRiseEpoch: Double?
    let predictedHalfRiseEpoch: Double?
  }

  /// A mode of the data: its final strength, and when it was half learned.
  struct Mode: Encodable, Sendable {
    let strength: Double
    let halfRiseEpoch: Int?
    /// The same by theory; nil if no theory holds or is drawn.
    let predictedHalfRiseEpoch: Int?
    let contrast: ModeContrast
  }

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let theory = try TheoryOverlay(runs[0], of: subject)
    let result = try result(runs[0], theory, of: subject)
    return Analysis(
      result: result, summary: summary(of: result, of: subject), details: details(of: result, of: subject),
      figures: [
        try lossAndModes(runs[0], theory, of: subject),
        Figure.learningDynamics(runs[0].recording, of: subject.readDataset.identifier, theory: theory),
        try modeStrengths(runs[0], theory, of: subject),
      ])
  }

  private func result(_ run: AnalyzedRun, _ theory: TheoryOverlay, of subject: AnalysisSubject) throws -> Result {
    let halfRises = try run.halfRiseEpochs
    let strengths = try run.modeStrengths[run.lastEpoch]
    let contrasts = try run.recording.modeContrasts(names: subject.readDataset.contrastNames)
    let predicted = theory.course?.halfRiseEpochs ?? halfRises.map { _ in nil }
    let modes = contrasts.indices.map {
      Mode(
        strength: strengths[$0], halfRiseEpoch: halfRises[$0], predictedHalfRiseEpoch: predicted[$0],
        contrast: contrasts[$0])
    }
    return Result(
      modes: modes, stages: try run.stages, divergedAtEpoch: run.divergedAtEpoch, deadFromEpoch: run.deadEpoch,
      levels: try Self.levels(modes, subject.readDataset), theoryLimit: theory.note)
  }

  private static func levels(_ modes: [Mode], _ dataset: Dataset) throws -> [Level] {
    try (dataset.sampledLevels(count: modes.count) ?? []).map { level in
      Level(
        name: level.name, modes: level.modes.count, halfRiseEpoch: level.halfRise(modes.map(\.halfRiseEpoch)),
        predictedHalfRiseEpoch: level.halfRise(modes.map(\.predictedHalfRiseEpoch)))
    }
  }
}

extension Modes {
  /// Two panels with one axis of epochs: the loss; the singular values divided by the largest.
  private func lossAndModes(
    _ run: AnalyzedRun, _ theory: TheoryOverlay, of subject: AnalysisSubject
  ) throws -> Figure {
    let curves = ModeCurves(run.recording)
    let largest = curves.reach
    let table = Table(
      byEpoch: "loss-and-modes",
      columns: [("loss", run.losses)] + theory.column("theory", \.losses)
        + curves.columns(named: "relative_", dividedBy: largest > 0 ? largest : 1) + curves.columns()
    )
    let size = Figure.Size(width: 1000, height: 740)
    let upper = Panel.Area(in: size, right: Panel.legendMargin, bottom: 405)
    let lower = Panel.Area(in: size, right: Panel.legendMargin, top: 365)
    return Figure(
      name: table.name,
      caption:
        "Loss, and singular values of the end-to-end map divided by the largest, of \(subject.readDataset.identifier)",
      size: size,
      panels: [
        Panel(
          area: upper, title: "Loss and modes",
          x: .epochs(to: run.lastEpoch, label: nil, marks: .unlabelled), y: .loss(run.losses),
          legend: .beside(upper, in: size),
          layers: [.curve(Curve(table: table.name, y: "loss", style: .loss, title: "loss"))]
            + theory.layer(table: table.name, y: "theory")),
        Panel(
          area: lower, x: .epochs(to: run.lastEpoch),
          y: Axis("singular value / \(largest.significant())", range: Axis.Range(0, 1.05)),
          legend: .beside(lower, in: size), note: curves.note(before: theory.note),
          layers: curves.layers(table: table.name, column: "relative_")),
      ],
      tables: [table] + curves.tables(beside: table.name, dividedBy: largest > 0 ? largest : 1))
  }
}

extension Modes {
  /// The strengths of the data's modes, which keep their identity where singular values cross, with theory.
  func modeStrengths(
    _ run: AnalyzedRun, _ theory: TheoryOverlay, of subject: AnalysisSubject
  ) throws -> Figure {
    let strengths = try run.modeStrengths
    let modes = 0..<run.modeCount
    let curves = ModeCurves(run.recording, strengths: strengths)
    // With many modes, the first ones are enough to compare with theory.
    let compared = modes.prefix(Self.largestComparedCount)
    let table = Table(
      byEpoch: "mode-strengths",
      columns: curves.columns(named: "strength_")
        + (theory.drawn.map { course in compared.map { ("theory_\($0 + 1)", course.strengths.component($0)) } } ?? []))
    let axis = Self.axis([strengths] + (theory.drawn.map { [$0.strengths] } ?? []), in: modes)
    let stack = theory.drawn.flatMap { course in
      CurveStack(compared, height: axis.length, values: course.strengths.component)
    }
    let dashed = "\(table.name)-theory"
    let predicted =
      stack.map { theory.layers($0, table: dashed) }
      ?? compared.flatMap { theory.layer(table: table.name, y: "theory_\($0 + 1)", isNamed: $0 == 0) }
    let size = Figure.Size(width: 1000, height: 560)
    let area = Panel.Area(in: size, right: Panel.legendMargin)
    return Figure(
      name: table.name,
      caption: "Strength of each mode of \(subject.readDataset.identifier) in the end-to-end map"
        + (theory.drawn == nil ? "" : theory.course == nil ? ", and linear theory" : ", and theory"),
      size: size,
      panels: [
        Panel(
          area: area, title: "Strengths of the data's modes", x: .epochs(to: run.lastEpoch),
          y: axis, legend: .beside(area, in: size), note: theory.note,
          layers: curves.layers(table: table.name, column: "strength_").map(Self.broad) + predicted)
      ],
      tables: [table] + curves.tables(beside: table.name) + (stack?.tables(dashed) ?? []))
  }

  private static let largestComparedCount = 24

  /// From zero, or below it if a strength is negative at first: large random weights can have any sign.
  private static func axis(_ series: [VectorSeries], in modes: Range<Int>) -> Axis {
    let strengths = series.flatMap { strengths in modes.flatMap { strengths.component($0) } }
    var axis = Axis.fromZero("strength", strengths)
    let lowest = strengths.reduce(0, min)
    if let range = axis.range, lowest < -0.01 * range.to { axis.range?.from = (1.1 * lowest).rounded(significant: 2) }
    return axis
  }

  /// Broad enough to show a dashed black line on top.
  private static func broad(_ layer: Layer) -> Layer {
    guard case .curve(var curve) = layer else { return layer }
    curve.style.width = 4
    return .curve(curve)
  }
}

extension Modes {
  /// The most modes or levels listed one by one.
  private static let largestListedCount = 16

  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let modes = Self.told(result)
    var lines: [String] = []
    if let epoch = result.deadFromEpoch {
      lines.append(
        "all ReLU units of a hidden layer are 0 for every item from epoch \(epoch.grouped) on, and cannot recover: use a smaller "
          + "rate (--eta)")
    } else if modes.contains(where: { $0.halfRiseEpoch == nil }) {
      lines.append("not everything is learned\(Self.advice(of: result, modes.count, subject))")
    }
    lines += ModeLines.lines(modes.map(\.contrast.target)) { index in
      let mode = modes[index]
      let name = "mode \(index + 1) (\(mode.contrast.target.significant(3)))"
      guard let epoch = mode.halfRiseEpoch else { return "\(name), not half learned" }
      return "\(name), epoch \(epoch): \(mode.contrast.shortDescription(of: subject.readDataset.contrastNames.count))"
    } together: { group in
      "\(group.modesText) (\(Self.epochs(modes[group].map(\.halfRiseEpoch))))"
    } rest: { first in
      "and \(modes.count - first) weaker modes, \(Self.epochs(modes[first...].map(\.halfRiseEpoch)))"
    }
    return lines + [result.theoryLimit].compactMap(\.self)
  }

  func details(of result: Result, of subject: AnalysisSubject) -> [String] {
    let modes = Self.told(result)
    var lines = modes.prefix(Self.largestListedCount).enumerated().map { index, mode in
      let (value, target) = (mode.strength.significant(), mode.contrast.target.significant())
      let strength = value == target ? value : "\(value) of \(target)"
      guard let epoch = mode.halfRiseEpoch else { return "mode \(index + 1) (\(strength)), not half learned" }
      let contrast = mode.contrast.description(of: subject.readDataset.contrastNames.count)
      let theory = mode.predictedHalfRiseEpoch.map { " (theory: \($0))" } ?? ""
      return "mode \(index + 1) (\(strength)), half learned at epoch \(epoch)\(theory): \(contrast)"
    }
    if modes.count > lines.count { lines.append("and \(modes.count - lines.count) more modes, see run.json") }
    if modes.count < result.modes.count {
      let others = result.modes.count - modes.count
      let reason =
        subject.mainPlan.variant.decay > 0
        ? "weight decay or the rank of the targets leaves \(modes.count)" : "the targets have rank \(modes.count)"
      lines.append(others == 1 ? "the other mode is zero: \(reason)" : "the other \(others) modes are zero: \(reason)")
    }
    lines += [Self.levels(of: result)].compactMap(\.self)
    if !subject.readDataset.itemInputs.isStandard {
      lines.append(
        "modes are those of the input–output correlation Σ_yx, in the order they are learned; each ends with its strength in "
          + "the regression map")
    }
    if result.stages.count > 1 {
      lines.append("stages: \(result.stages.map(\.text).joined(separator: ", "))")
    }
    return lines + [ModeLines.warning(modes.map(\.contrast.target))].compactMap(\.self)
  }

  /// The modes that are not zero.
  private static func told(_ result: Result) -> [Mode] {
    let negligible = ModeThreshold.negligible(beside: result.modes.first?.contrast.target ?? 0)
    return result.modes.filter { $0.contrast.target > negligible }
  }

  /// "epoch 138", "epochs 187–190", "not half learned", "from epoch 401 on, not all half learned".
  private static func epochs(_ halfRises: [Int?]) -> String {
    let known = halfRises.compactMap(\.self)
    guard let first = known.min(), let last = known.max() else { return "not half learned" }
    if known.count < halfRises.count { return "from epoch \(first) on, not all half learned" }
    return first == last ? "epoch \(first)" : "epochs \(first)–\(last)"
  }

  /// "mean half-rise epoch by level (theory in brackets): level 0 93 (93), level 1 117 (117)"; nil if the list of modes
  /// shows the same.
  private static func levels(of result: Result) -> String? {
    let levels = result.levels.compactMap { level in
      level.halfRiseEpoch.map { epoch in
        let theory = level.predictedHalfRiseEpoch.map { " (\($0.significant()))" } ?? ""
        return "\(level.name) \(epoch.significant())\(theory)"
      }
    }
    guard levels.count > 1, levels.count <= largestListedCount, result.levels.contains(where: { $0.modes > 1 }) else {
      return nil
    }
    let isCompared = result.levels.contains { $0.predictedHalfRiseEpoch != nil }
    return
      "mean half-rise epoch by level\(isCompared ? " (theory in brackets)" : ""): \(levels.joined(separator: ", "))"
  }

  /// Advice for a training that has not learned everything: ": train longer …".
  private static func advice(of result: Result, _ rank: Int, _ subject: AnalysisSubject) -> String {
    let plan = subject.mainPlan
    if result.divergedAtEpoch != nil { return ": the training diverged" }
    if !plan.isShallow, plan.initialization.scale == 0 { return ": initial weights of 0 never change (--gamma)" }
    if plan.variant.isLinear, let narrowest = plan.hiddenWidths.min(), narrowest < rank {
      return ": a hidden layer of \(narrowest) holds at most \(narrowest) modes, but there are \(rank) (--hidden)"
    }
    let stable = (try? subject.readDataset.largestStableLearningRate(for: plan)) ?? 0
    let faster =
      stable.isFinite && plan.learningRate < stable / 2
      ? ", or with a larger rate (--eta, stable up to \(stable.significant()) here)" : ""
    return ": train longer (--epochs)\(faster)\(plan.isShallow ? "" : ", or from larger initial weights (--gamma)")"
  }
}
