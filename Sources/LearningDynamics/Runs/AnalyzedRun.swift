internal import Support

/// A dataset, a training on it, and the results of both. Each result is computed once, when it is first used.
///
/// ```swift
/// import LearningDynamics
///
/// let dataset = try Dataset.sharkBones(seed: 2021)
/// let run = try dataset.train { $0.learningRate = 60 }
/// try print(run.illusion.story, run.halfRiseEpochs)
/// ```
///
/// It also has the properties of its recording: `run.losses` is `run.recording.losses`. Copies share computed results.
@dynamicMemberLookup
public struct AnalyzedRun: Sendable {
  public let dataset: Dataset
  /// The training.
  public let recording: Recording
  private let known = Memos()

  /// A run.
  ///
  /// - Parameters:
  ///   - recording: a training on the dataset.
  ///   - dataset: the dataset.
  public init(_ recording: Recording, on dataset: Dataset) {
    (self.dataset, self.recording) = (dataset, recording)
  }

  /// A property of the recording.
  public subscript<Value>(dynamicMember property: KeyPath<Recording, Value>) -> Value { recording[keyPath: property] }

  /// The prediction that ``illusion`` is about, at every state.
  ///
  /// - Throws: `GSLError` if it cannot be computed.
  public var followedPrediction: [Double] { get throws { try known.value { try recording.followedPredictions() } } }

  /// The course of the prediction for the probe: on which side it is, how far off, and when it converges. In a dataset without
  /// a probe it is the prediction of the last feature for the first item.
  ///
  /// - Throws: `GSLError` if the prediction cannot be computed.
  public var illusion: PredictionCourse {
    get throws {
      try known.value {
        PredictionCourse(
          predictions: try followedPrediction, target: dataset.target(of: recording.problem.followedCell),
          divergedAtEpoch: recording.divergedAtEpoch)
      }
    }
  }

  /// Every prediction on the wrong side, ranked.
  ///
  /// - Throws: `GSLError`, `CancellationError`.
  public var illusionScan: IllusionScan { get throws { try known.value { try IllusionScan(recording, on: dataset) } } }

  /// The first state at which each mode is half learned; nil if it never is.
  ///
  /// - Throws: `GSLError` if the modes cannot be computed.
  public var halfRiseEpochs: [Int?] { get throws { try known.value { try recording.halfRiseEpochs() } } }

  /// The strength of each mode of the data at every state.
  ///
  /// - Throws: `GSLError` if the modes cannot be computed.
  public var modeStrengths: VectorSeries { get throws { try recording.modeStrengths() } }

  /// The stages of learning.
  ///
  /// - Throws: `GSLError` if the modes cannot be computed.
  public var stages: [LearningStage] { get throws { try known.value { try recording.stages() } } }

  /// The theory of the training, or the reason why none applies.
  ///
  /// - Throws: `GSLError`, `CancellationError`.
  public var theory: TrainingTheory { get throws { try recording.theory() } }

  /// What theory predicts for the plain linear network with the same weights, where none is known for this training: with other
  /// units, biases, momentum or batches. η is then that of plain gradient descent as fast as this.
  /// nil where theory holds, for Adam, and where theory does not hold for that network.
  ///
  /// - Throws: `GSLError`, `CancellationError`.
  public var linearTheory: PredictedCourse? {
    get throws {
      try known.value { () throws -> PredictedCourse? in
        guard case .variant(let variant)? = try theory.limit, variant.optimizer == .sgd,
          // A network that is not linear is read by its responses to items: the same modes only for one-hot inputs.
          variant.isLinear || dataset.isOneHot
        else { return nil }
        var plan = recording.plan
        plan.variant = .tutorial
        (plan.variant.decay, plan.variant.layerRatio) = (variant.decay, variant.layerRatio)
        let strongest = plan.hiddenWidths.count == 1 ? try dataset.correlationSingularValues().first ?? 0 : 0
        plan.learningRate = dataset.learningRate(
          forEffective: variant.plainRate(
            of: dataset.effectiveLearningRate(for: plan.learningRate), items: dataset.itemCount, strongest: strongest))
        do {
          return try PredictedCourse(plan.problem(on: dataset), plan, epochs: recording.lastEpoch)
        } catch is TheoryLimitError {
          return nil
        }
      }
    }
  }
}

extension Dataset {
  /// Trains a network on the dataset and records every state.
  ///
  /// - Parameter change: changes the settings, which are the tutorial's or those that suit the dataset.
  /// - Throws: ``TrainingError``, `GSLError`; `CancellationError` when the task it runs in is cancelled.
  /// - Complexity: as `GradientDescent.update()` for each epoch; a few milliseconds for the default data.
  public func train(_ change: (inout TrainingSettings) -> Void = { _ in }) throws -> AnalyzedRun {
    var settings = TrainingSettings()
    change(&settings)
    return AnalyzedRun(try Recording(training: settings.plan(for: self), on: self), on: self)
  }
}
