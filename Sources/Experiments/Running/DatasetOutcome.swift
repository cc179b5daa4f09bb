internal import Gnuplot
public import LearningDynamics
public import PluginKit
public import Support

/// What came of one dataset: its trainings, and what every analysis made of them.
public struct DatasetOutcome: Sendable {
  /// What was to be done.
  public let plan: DatasetPlan
  /// Every distinct training that an analysis declared, each run once, in the order of first mention.
  public let runs: [AnalyzedRun]
  /// The outcome of each analysis, in the order of the plan.
  public let analyses: [(identifier: String, outcome: Analysis)]
  /// The analyses that failed while others came through, in the order of the plan.
  public let failures: [(identifier: String, error: any Error)]
  /// How long the dataset, weights and basis, training and analyses took.
  public private(set) var phases: PhaseTimes

  /// The main training, if an analysis needed it.
  public var main: AnalyzedRun? { runs.first { $0.plan == plan.mainPlan } }

  /// Trains and analyses; an analysis that fails leaves the others.
  ///
  /// - Parameters:
  ///   - plan: what is to be done.
  ///   - earlier: trainings on the same dataset; those that are needed again are not trained again.
  /// - Throws: what the first analysis or its training throws when not one came through; `CancellationError`.
  public init(_ plan: DatasetPlan, reusing earlier: [AnalyzedRun] = []) throws {
    var runs: [TrainingPlan: Result<AnalyzedRun, any Error>] = [:]
    var order: [TrainingPlan] = []
    var analyses: [(String, Analysis)] = []
    var failures: [(String, any Error)] = []
    var phases = plan.prepared.phases
    for (descriptor, subject) in plan.analyses {
      do {
        let needed = try descriptor.trainings(subject).map { training in
          if runs[training] == nil {
            runs[training] = Result {
              try earlier.first { $0.plan == training } ?? Self.train(training, plan.prepared, &phases)
            }
            order.append(training)
          }
          return try runs[training]?.get()
        }.compactMap(\.self)
        var outcome = try phases.measure("analyses") { try descriptor.analyze(needed, subject) }
        let footer = plan.footer(isTrained: !needed.isEmpty)
        for index in outcome.figures.indices where outcome.figures[index].footer == nil {
          outcome.figures[index].footer = footer
        }
        analyses.append((descriptor.description.identifier, outcome))
      } catch let error as CancellationError {
        throw error
      } catch {
        failures.append((descriptor.description.identifier, error))
      }
    }
    if analyses.isEmpty, let (_, error) = failures.first { throw error }
    self.plan = plan
    self.runs = order.compactMap { try? runs[$0]?.get() }
    self.analyses = analyses
    self.failures = failures
    self.phases = phases
  }

  private static func train(
    _ plan: TrainingPlan, _ prepared: PreparedDataset, _ phases: inout PhaseTimes
  ) throws -> AnalyzedRun {
    let problem = try phases.measure("weights and basis") { try prepared.start.problem(for: plan) }
    let recording = try phases.measure("training") { try Recording(training: plan, problem: problem) }
    return AnalyzedRun(recording, on: prepared.dataset)
  }
}

/// What a run is doing, for whoever shows its progress.
public enum RunEvent: Sendable {
  /// A dataset is being trained on.
  case training(dataset: String)
  /// A dataset's tables and scripts are written.
  case written(dataset: String, figures: Int, phases: PhaseTimes)
  /// Figures are being drawn.
  case drawing(done: Int, total: Int)
}
