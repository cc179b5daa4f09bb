internal import Gnuplot
public import LearningDynamics
public import PluginKit
public import Support

/// The outcome of one dataset: its trainings, and the results of the analyses.
public struct DatasetOutcome: Sendable {
  public let plan: DatasetPlan
  /// Every distinct training that an analysis needs, each run once, in the order of first use.
  public let runs: [AnalyzedRun]
  /// The result of each analysis, in the order of the plan.
  public let analyses: [(identifier: String, outcome: Analysis)]
  /// The failed analyses, in the order of the plan.
  public let failures: [(identifier: String, error: any Error)]
  /// The times for the dataset, for weights and basis, for training and for analyses.
  public private(set) var phases: PhaseTimes

  /// The main training, if an analysis needed it.
  public var main: AnalyzedRun? { runs.first { $0.plan == plan.mainPlan } }

  /// Trains and analyses; a failed analysis does not affect the others.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - earlier: earlier trainings on the same dataset, to be used again.
  /// - Throws: the error of the first analysis or its training if all failed; `CancellationError`.
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
        let switches = plan.switches(of: needed.first)
        if !switches.isEmpty { outcome.figures = outcome.figures.map { $0.marking(switches) } }
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

/// The current step of a run, to show its progress.
public enum RunEvent: Sendable {
  /// A dataset is being trained on.
  case training(dataset: String)
  /// A dataset's tables and scripts are written.
  case written(dataset: String, figures: Int, phases: PhaseTimes)
  /// Figures are being drawn.
  case drawing(done: Int, total: Int)
}
