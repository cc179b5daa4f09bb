import Gnuplot
import LearningDynamics
import PluginKit
import Support

/// Trains the same data at four depths from balanced initial weights: how depth changes the stages of learning.
struct Depth: AnalysisPlugin {
  static let identifier = "depth"
  static let summary = "The same data at depths 1 to 4, with exact theory: each layer makes stages more distinct"
  static let needs = [AnalysisNeed.singlePhase]
  static let requirement = "needs one-hot inputs, at most 128 items, a dataset without phases, and something to learn"

  /// All modes have the same initial strength. 1e-4 of the strongest is far below the weakest relevant mode (a twentieth), so
  /// stages are well apart, and large enough for depth 4, whose plateaus grow with the root of 1/start: some hundred epochs
  /// for the tree. 0.02 is less than half of the weakest relevant mode.
  static let start = Parameter(
    "start", default: 1e-4, in: 0...0.02, excludingLowerBound: true,
    help: "initial strength of every mode, as a fraction of the strongest mode")
  static let share = Parameter(
    "stable-share", default: 0.5, in: 0...0.9, excludingLowerBound: true,
    help: "learning rate of each depth, as a fraction of its largest stable one; a tenth of that at depth 1")
  static let parameters = [start.declaration, share.declaration]

  struct Result: Encodable, Sendable {
    /// a₀.
    let startStrength: Double
    let hiddenWidth: Int
    /// The relevant modes by level: those of at least a twentieth of the strongest.
    let levels: [ModeLevel]
    /// How many modes are weaker than that, but not zero.
    let weakerModes: Int
    let depths: [Course]
  }

  /// The training at one depth.
  struct Course: Encodable, Sendable {
    let depth: Int
    let learningRate: Double
    let effectiveRate: Double
    let epochs: Int
    /// Whether it ended before all modes were learned, at the largest number of epochs.
    let isCutShort: Bool
    /// The largest difference between strengths and the scalar map, as a fraction of the strongest mode.
    let largestDeviation: Double
    /// The largest relative deviation from the law of the layers; nil without a hidden layer.
    let largestLayerDeviation: Double?
    let halfRiseEpochs: [Int?]
    let predictedHalfRiseEpochs: [Int?]
    /// For each level the mean of its modes' half-rise epochs; nil where not all of them rise.
    let levelHalfRises: [Double?]
    /// The mean half-rise time of the last level, interpolated: the unit of time in the figure of all depths.
    let lastStageTime: Double?
    /// The staging index of each level but the first.
    let stagingIndex: [Double?]
  }

  /// With more items, four trainings with one hidden unit per mode take minutes and gigabytes.
  private static let largestItemCount = 128

  func applies(to subject: AnalysisSubject) -> Bool {
    guard subject.dataset.itemInputs.isStandard, subject.dataset.itemCount <= Self.largestItemCount,
      let rate = try? subject.dataset.largestStableLearningRate(depth: DepthDesign.depths.upperBound)
    else { return false }
    // If all targets are zero, or so small that their powers are, there is nothing to learn and no finite rate.
    return rate.isFinite && rate > 0
  }

  func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan] { try DepthDesign(subject).plans }

  /// Σ over the trainings of epochs × layers × 2P²h, measured at 32 and 128 items.
  func multiplications(for subject: AnalysisSubject) -> Double {
    guard let design = try? DepthDesign(subject) else { return 0 }
    let (items, width) = (Double(subject.dataset.itemCount), Double(design.hiddenWidth))
    return design.plans.reduce(0) { sum, plan in
      sum + 2 * Double(plan.epochs) * Double(plan.hiddenWidths.count + 1) * items * items * width
    }
  }

  func analyze(_ runs: [AnalyzedRun], of subject: AnalysisSubject) throws -> Analysis {
    let design = try DepthDesign(subject)
    let result = Result(
      startStrength: design.startStrength, hiddenWidth: design.hiddenWidth, levels: design.levels,
      weakerModes: design.targets.count - design.countedModes,
      depths: try zip(runs, design.isCutShort).map { try course($0, isCutShort: $1, design) })
    return Analysis(
      result: result, summary: summary(of: result, theory: subject.showsTheory),
      details: details(of: result, of: subject),
      figures: try figures(of: result, runs, design, of: subject))
  }

  private func course(_ run: AnalyzedRun, isCutShort: Bool, _ design: DepthDesign) throws -> Course {
    let (recording, strengths) = (run.recording, try run.modeStrengths)
    var (deviation, rises, predicted) = (0.0, [ModeRise?](), [Int?]())
    for (mode, target) in design.targets.enumerated() {
      let simulated = strengths.component(mode)
      let map = design.map(of: target, recording)
      let theory = map.course(from: design.startStrength, epochs: recording.lastEpoch)
      for (found, expected) in zip(simulated, theory) {
        deviation = max(deviation, (found - expected).magnitude / design.targets[0])
      }
      guard mode < design.countedModes else { continue }
      rises.append(ModeRise(simulated, target: target))
      predicted.append(theory.firstIndex { $0 >= target / 2 })
    }
    // A level counts once all of its modes have risen.
    let byLevel = design.levels.map { level -> [ModeRise] in
      let risen = level.modes.compactMap { rises[$0] }
      return risen.count == level.modes.count ? risen : []
    }
    let halfRises = Array(try run.halfRiseEpochs.prefix(design.countedModes))
    return Course(
      depth: recording.plan.hiddenWidths.count + 1, learningRate: recording.plan.learningRate,
      effectiveRate: recording.problem.effectiveRate(for: recording.plan.learningRate),
      epochs: recording.lastEpoch, isCutShort: isCutShort, largestDeviation: deviation,
      largestLayerDeviation: try recording.largestLayerDeviation(),
      halfRiseEpochs: halfRises,
      predictedHalfRiseEpochs: predicted,
      levelHalfRises: design.levels.map { $0.halfRise(halfRises) },
      lastStageTime: byLevel.last.flatMap { rises in
        rises.isEmpty ? nil : rises.reduce(0) { $0 + $1.half } / Double(rises.count)
      },
      stagingIndex: zip(byLevel.dropFirst(), byLevel).map { ModeRise.stagingIndex(of: $0, after: $1) })
  }
}

/// The four trainings of a comparison of depths: one initial mode strength for all, a rate and a number of epochs for each.
struct DepthDesign {
  /// 1: without a hidden layer.
  static let depths = 1...4
  /// Several times what the weakest relevant mode needs from an initial strength of 1e-4.
  static let mostEpochs = 20_000
  /// Without a hidden layer half of the stable rate is ε = 1: everything would be learned in one step.
  static let shareWithoutHiddenLayer = 0.1
  /// How many states of a training keep their matrices: fewer if these are large, so that they take 100 MB at most.
  private static func keptStates(items: Int) -> Int { max(8, min(200, 3_000_000 / (items * items))) }

  /// s_α of all modes that are not zero.
  let targets: [Double]
  /// How many of them are relevant.
  let countedModes: Int
  /// a₀.
  let startStrength: Double
  /// h, the same for every hidden layer.
  let hiddenWidth: Int
  /// The relevant modes by level.
  let levels: [ModeLevel]
  /// One plan for each depth.
  let plans: [TrainingPlan]
  /// Whether a training is stopped before everything is learned, because it would take too long.
  let isCutShort: [Bool]

  init(_ subject: AnalysisSubject) throws {
    let dataset = subject.dataset
    let values = try dataset.targetSingularValues()
    let strongest = values.first ?? 0
    let targets = values.filter { $0 > ModeThreshold.negligible(beside: strongest) }
    let counted = targets.filter { $0 >= ModeThreshold.relevant(beside: strongest) }
    let start = subject.values[Depth.start] * strongest
    let width = max(subject.mainPlan.hiddenWidths.first ?? 0, targets.count)
    var (plans, isCutShort) = ([TrainingPlan](), [Bool]())
    for depth in Self.depths {
      var plan = subject.mainPlan
      plan.hiddenWidths = Array(repeating: width, count: depth - 1)
      plan.variant = .tutorial
      let share = subject.values[Depth.share] * (depth == 1 ? Self.shareWithoutHiddenLayer : 1)
      plan.learningRate = try share * dataset.largestStableLearningRate(depth: depth)
      plan.initialization = .balanced(modeStrength: start)
      let rate = dataset.effectiveLearningRate(for: plan.learningRate)
      let learned = counted.map { target in
        ModeStrengthMap(target: target, effectiveRate: rate, depth: depth)
          .firstState(reaching: 0.99, from: start, within: Self.mostEpochs)
      }
      isCutShort.append(learned.contains(nil))
      let last = isCutShort[isCutShort.count - 1] ? Self.mostEpochs : learned.compactMap(\.self).max() ?? 0
      // A little longer, to show the end of the last rise.
      plan.epochs = min(Self.mostEpochs, last + max(5, last / 10))
      plan.recordingInterval = max(1, plan.epochs / Self.keptStates(items: dataset.itemCount))
      plan.pinnedEpochs = []
      plans.append(plan)
    }
    self.targets = targets
    countedModes = counted.count
    startStrength = start
    hiddenWidth = width
    levels = try dataset.countedLevels()
    self.plans = plans
    self.isCutShort = isCutShort
  }

  /// The scalar map of a mode in a training.
  func map(of target: Double, _ recording: Recording) -> ModeStrengthMap {
    ModeStrengthMap(
      target: target, effectiveRate: recording.problem.effectiveRate(for: recording.plan.learningRate),
      depth: recording.plan.hiddenWidths.count + 1)
  }
}

extension Depth {
  private func summary(of result: Result, theory: Bool) -> [String] {
    var lines = [
      "four trainings from balanced initial weights, each with its own learning rate; the run's η and γ do not apply"
    ]
    let cut = result.depths.filter(\.isCutShort).map { "depth \($0.depth)" }
    if !cut.isEmpty {
      lines.append(
        "\(cut.joined(separator: ", ")): stopped at \(DepthDesign.mostEpochs.grouped) epochs, before everything was learned; "
          + "use a larger initial strength (--set start)")
    }
    if result.levels.count > 1 {
      let numbers = result.depths.map { course in
        let found = course.stagingIndex.compactMap(\.self)
        let mean = found.isEmpty ? nil : found.reduce(0, +) / Double(found.count)
        return "\(mean.map(Self.text) ?? "unknown") at depth \(course.depth)"
      }
      lines.append(
        "mean staging index (time between half-rises / time of the later rise from 10 to 90 %): "
          + numbers.joined(separator: ", "))
    }
    let deviation = result.depths.reduce(0) { max($0, $1.largestDeviation) }
    if theory {
      lines.append("simulation and theory differ by at most \(deviation.significant(2)) of the strongest mode")
    }
    return lines
  }

  private func details(of result: Result, of subject: AnalysisSubject) -> [String] {
    var lines = [network(of: result, subject)]
    for course in result.depths {
      let rises = zip(result.levels, course.levelHalfRises).map { level, half in
        "\(level.name) \(half.map { $0 < 100 ? $0.significant(3) : Int($0.rounded()).grouped } ?? "not yet")"
      }
      lines.append(
        "depth \(course.depth) (ε = \(course.effectiveRate.significant(3)), \(course.epochs.grouped) epochs), half learned at: "
          + Self.list(rises))
    }
    if let law = result.depths.compactMap(\.largestLayerDeviation).max() {
      lines.append("similarities of hidden layer k follow V A^(2k/D) Vᵀ to \(law.significant(2)) of their size")
    }
    if result.weakerModes > 0 {
      lines.append(
        "\(result.weakerModes) weaker \(result.weakerModes == 1 ? "mode is" : "modes are") left out (below a twentieth of the "
          + "strongest)")
    }
    return lines
  }

  /// The initial weights, the width of the hidden layers with its reason, and the learning rate.
  private func network(of result: Result, _ subject: AnalysisSubject) -> String {
    let width = result.hiddenWidth
    let given = subject.mainPlan.hiddenWidths.first
    let reason =
      switch given {
      case width?: ""
      case let given?: " (not \(given): balanced initial weights need one unit for each of \(width) modes)"
      case nil: " (one unit for each mode)"
      }
    return
      "balanced initial weights, every mode of strength \(result.startStrength.significant(3)); hidden layers of \(width)"
      + "\(reason); learning rate \(subject.values[Self.share].significant()) of the largest stable one (a tenth of that at "
      + "depth 1)"
  }

  /// At most eight of some texts.
  private static func list(_ texts: [String]) -> String {
    texts.prefix(8).joined(separator: ", ") + (texts.count > 8 ? " …" : "")
  }

  /// Two decimals, and no sign of zero.
  static func text(_ value: Double) -> String {
    let rounded = (100 * value).rounded() / 100
    return (rounded == 0 ? 0 : rounded).significant()
  }
}
