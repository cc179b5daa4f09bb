internal import Support

/// A dataset, the trainings on it, and what follows from them, each computed once when it is first asked for.
///
/// ```swift
/// import LearningDynamics
///
/// let dataset = try Dataset.sharkBones(seed: 2021)
/// let run = try dataset.train { $0.learningRate = 60 }
/// print(try run.illusion.story, run.halfRiseEpochs)
/// ```
///
/// Copies share what is known. Everything here is of the ``main`` training; the ``others`` are those that an analysis asked
/// for beside it.
public struct AnalyzedRun: Sendable {
  /// What was learned.
  public let dataset: Dataset
  /// The main training.
  public let main: Recording
  /// Further trainings, in the order in which they were asked for.
  public let others: [Recording]

  /// A run.
  public init(_ main: Recording, others: [Recording] = [], on dataset: Dataset) {
    (self.dataset, self.main, self.others) = (dataset, main, others)
  }

  /// How the network was trained.
  public var plan: TrainingPlan { main.plan }

  /// The mean squared error at each state.
  public var losses: [Double] { main.losses }

  /// The course of the tracked prediction: which way it goes, how far off, and when it has arrived. Of a dataset without a
  /// probe it is that of the first item and the last feature.
  ///
  /// - Throws: `GSLError` if the prediction cannot be computed.
  public var illusion: PredictionCourse {
    get throws {
      try main.derived.value {
        PredictionCourse(
          predictions: try main.followedPredictions(), target: dataset.target(of: dataset.followedCell),
          divergedAtEpoch: main.divergedAtEpoch)
      }
    }
  }

  /// Every prediction on the wrong side, ranked.
  ///
  /// - Throws: `GSLError`, `CancellationError`.
  public var illusions: IllusionScan { get throws { try main.derived.value { try IllusionScan(main, on: dataset) } } }

  /// The first state at which each mode is half learned, nil where it never is.
  ///
  /// - Throws: `GSLError` if the modes cannot be computed.
  public var halfRiseEpochs: [Int?] { get throws { try main.derived.value { try main.halfRiseEpochs() } } }

  /// The stages of learning.
  ///
  /// - Throws: `GSLError` if the modes cannot be computed.
  public var stages: [LearningStage] { get throws { try main.derived.value { try main.stages() } } }

  /// What theory says of the main training, or why it says nothing.
  ///
  /// - Throws: `GSLError`, `CancellationError`.
  public var theory: TrainingTheory { get throws { try main.theory() } }
}

extension Dataset {
  /// Trains a network on the dataset and records every state.
  ///
  /// - Parameter change: what is other than the tutorial's settings and those that suit the dataset.
  /// - Throws: ``TrainingError``, `GSLError`; `CancellationError` when the task it runs in is cancelled.
  /// - Complexity: as ``GradientDescent/update()`` for each epoch; a few milliseconds for the default data.
  public func train(_ change: (inout TrainingSettings) -> Void = { _ in }) throws -> AnalyzedRun {
    var settings = TrainingSettings()
    change(&settings)
    return AnalyzedRun(try Recording(training: settings.plan(for: self), on: self), on: self)
  }
}
