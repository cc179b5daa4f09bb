import LearningDynamics
import PluginKit

/// The four trainings of a comparison of depths: one start for all, and for each a rate and a number of epochs.
struct DepthDesign {
  /// 1: no hidden layer.
  static let depths = 1...4
  /// Several times what the weakest counted mode needs from a start of 1e-4.
  static let mostEpochs = 20_000
  /// Without a hidden layer half of the stable rate is ε = 1: all is learned in one step, and there is no curve to see.
  static let shareWithoutHiddenLayer = 0.1
  /// How many states of a training keep their matrices: fewer where those are large, so that they take 100 MB at most.
  private static func keptStates(items: Int) -> Int { max(8, min(200, 3_000_000 / (items * items))) }

  /// s_α of all modes that are not zero.
  let targets: [Double]
  /// How many of them are waited for.
  let countedModes: Int
  /// a₀.
  let startStrength: Double
  /// h, the same for every hidden layer.
  let hiddenWidth: Int
  /// The counted modes by level.
  let levels: [ModeLevel]
  /// One plan for each depth.
  let plans: [TrainingPlan]
  /// Whether a training ends before all is learned, because it would take too long.
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
      // A little more, so that the end of the last rise is seen.
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
