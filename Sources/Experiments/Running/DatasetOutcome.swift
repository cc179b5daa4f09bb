public import LearningDynamics
public import PluginKit

/// What came of one dataset: its trainings, and what every analysis made of them.
public struct DatasetOutcome: Sendable {
  /// What was to be done.
  public let plan: DatasetPlan
  /// Every distinct training that an analysis declared, each run once, in the order of first mention.
  public let recordings: [Recording]
  /// The outcome of each analysis, in the order of the plan.
  public let analyses: [(identifier: String, outcome: AnalysisOutcome)]

  /// The recording of the main training, if an analysis needed it.
  public var main: Recording? { recordings.first { $0.plan == plan.mainPlan } }

  /// Trainings that diverged.
  public var diverged: [Recording] { recordings.filter { $0.outcome != .completed } }

  /// Trains and analyses.
  ///
  /// - Throws: whatever a training or an analysis throws.
  public init(_ plan: DatasetPlan) throws {
    var recordings: [TrainingPlan: Recording] = [:]
    var order: [TrainingPlan] = []
    var analyses: [(String, AnalysisOutcome)] = []
    for (descriptor, subject) in plan.analyses {
      let needed = try descriptor.trainings(subject).map { training in
        if let known = recordings[training] { return known }
        let recording = try Recording(training: training, on: plan.dataset)
        recordings[training] = recording
        order.append(training)
        return recording
      }
      analyses.append((descriptor.description.identifier, try descriptor.analyze(needed, subject)))
    }
    self.plan = plan
    self.recordings = order.compactMap { recordings[$0] }
    self.analyses = analyses
  }
}
