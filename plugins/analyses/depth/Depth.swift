import Gnuplot
import LearningDynamics
import PluginKit

/// The same data learned at four depths from one balanced start: what layers do to the stages of learning.
struct Depth: AnalysisPlugin {
  static let identifier = "depth"
  static let summary = "The same data at depths 1 to 4 against the exact theory: stages sharpen with every layer"
  static let requirement = "needs one-hot inputs, at most 128 items, and something to learn"

  /// All modes start equally strong. 1e-4 of the strongest is far below the weakest mode that is waited for (a twentieth), so
  /// that stages are apart, and large enough for depth 4, whose wait grows with the root of 1/start: some hundred epochs for
  /// the tree. 0.02 is less than half of the weakest mode.
  static let start = Parameter(
    "start", default: 1e-4, in: 0...0.02, excludingLowerBound: true,
    help: "strength with which every mode starts, in parts of the strongest mode")
  static let share = Parameter(
    "stable-share", default: 0.5, in: 0...0.9, excludingLowerBound: true,
    help: "learning rate of each depth, in parts of its largest stable one; a tenth of it without hidden layer")
  static let parameters = [start.declaration, share.declaration]

  struct Result: Encodable, Sendable {
    /// a₀.
    let startStrength: Double
    let hiddenWidth: Int
    /// The modes that are waited for, by level: those of at least a twentieth of the strongest.
    let levels: [ModeLevel]
    /// Modes that are weaker, but not zero.
    let weakerModes: Int
    let depths: [Course]
  }

  /// What happened at one depth.
  struct Course: Encodable, Sendable {
    let depth: Int
    let learningRate: Double
    let effectiveRate: Double
    let epochs: Int
    /// Whether it had not learned all modes when the longest training ended.
    let isCutShort: Bool
    /// The largest difference between strengths and the scalar map, in parts of the strongest mode.
    let largestDeviation: Double
    /// The largest relative deviation from the law of the layers; nil without a hidden layer.
    let largestLayerDeviation: Double?
    let halfRiseEpochs: [Int?]
    let predictedHalfRiseEpochs: [Int?]
    /// For each level the mean of its modes' half-rise epochs; nil where not all of them rise.
    let levelHalfRises: [Double?]
    /// For each level but the first how sharply it follows the one before.
    let sharpness: [Double?]
  }

  /// Four trainings with layers as wide as there are modes take minutes and gigabytes above this.
  private static let largestItemCount = 128

  func applies(to subject: AnalysisSubject) -> Bool {
    guard subject.dataset.isOneHot, subject.dataset.itemCount <= Self.largestItemCount,
      let rate = try? subject.dataset.largestStableLearningRate(depth: DepthDesign.depths.upperBound)
    else { return false }
    // Targets that are all zero, or so weak that their powers are, leave nothing to compare and no rate to do it at.
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

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let design = try DepthDesign(subject)
    return Result(
      startStrength: design.startStrength, hiddenWidth: design.hiddenWidth, levels: design.levels,
      weakerModes: design.targets.count - design.countedModes,
      depths: try zip(recordings, design.isCutShort).map { try course($0, isCutShort: $1, design) })
  }

  private func course(_ recording: Recording, isCutShort: Bool, _ design: DepthDesign) throws -> Course {
    let strengths = try recording.modeStrengths()
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
    let halfRises = Array(try recording.halfRiseEpochs().prefix(design.countedModes))
    return Course(
      depth: recording.plan.hiddenWidths.count + 1, learningRate: recording.plan.learningRate,
      effectiveRate: recording.problem.effectiveRate(for: recording.plan.learningRate),
      epochs: recording.lastEpoch, isCutShort: isCutShort, largestDeviation: deviation,
      largestLayerDeviation: try recording.largestLayerDeviation(),
      halfRiseEpochs: halfRises,
      predictedHalfRiseEpochs: predicted,
      levelHalfRises: design.levels.map { $0.halfRise(halfRises) },
      sharpness: zip(byLevel.dropFirst(), byLevel).map { ModeRise.sharpness(of: $0, after: $1) })
  }
}
