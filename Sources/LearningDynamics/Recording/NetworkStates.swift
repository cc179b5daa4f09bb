public import GSL
internal import Support

/// What a recording does not keep of a network: its weights at the beginning and in the end, and the activity of its hidden
/// units. The training is run once more to get it.
public struct NetworkStates: Sendable {
  /// W_1 … W_L at state 0, by feature: the last is N × h.
  public let firstWeights: [Matrix]
  /// W_1 … W_L at the last state.
  public let lastWeights: [Matrix]
  /// b_1 … b_L at the last state, one column each; empty for a network without biases. At state 0 they are 0.
  public let lastBiases: [Matrix]
  /// H at each of the recording's ``Recording/keptEpochs``, P × h, for each hidden layer; empty if not asked for.
  public let activities: [MatrixSeries]

  /// Trains once more.
  ///
  /// - Parameters:
  ///   - recording: the training.
  ///   - dataset: its dataset.
  ///   - keepsActivity: whether the activity is wanted.
  /// - Throws: as `Recording.init(training:on:)`.
  /// - Complexity: a training, and O(N·(P + h)·h) for the last layer; in memory K·P·h numbers for the activity at K epochs.
  public init(of recording: Recording, on dataset: Dataset, keepingActivity keepsActivity: Bool = false) throws {
    let problem = try recording.plan.problem(on: dataset)
    func byFeature(_ layers: [Matrix]) throws -> [Matrix] {
      guard let last = layers.last else { return [] }
      return layers.dropLast() + [try problem.basis.expand(last)]
    }
    var observer = Observer(recording, keepsActivity: keepsActivity)
    _ = try recording.plan.train(problem, observedBy: &observer)
    firstWeights = try byFeature(problem.network.weights)
    lastWeights = try byFeature(observer.weights)
    lastBiases = try byFeature(observer.biases)
    activities = observer.activities
  }

  private struct Observer: TrainingObserver {
    private(set) var weights: [Matrix] = []
    private(set) var biases: [Matrix] = []
    private(set) var activities: [MatrixSeries]
    private let kept: Set<Int>
    private let last: Int
    /// Xᵀ; nil where the activity is that for each item already.
    private let transposedInputs: Matrix?

    init(_ recording: Recording, keepsActivity: Bool) {
      let problem = recording.problem
      kept = keepsActivity ? Set(recording.keptEpochs) : []
      last = recording.lastEpoch
      transposedInputs = problem.isOneHot ? nil : problem.inputs.transposed
      let items = problem.inputs.rows
      activities =
        !keepsActivity
        ? []
        : recording.plan.hiddenWidths.map {
          MatrixSeries(rows: items, columns: $0, capacity: recording.keptEpochs.count)
        }
    }

    mutating func see(_ state: borrowing some TrainedNetwork & ~Copyable, at epoch: Int, isMark: Bool) throws {
      try Task.checkCancellation()
      if epoch == last { (weights, biases) = (state.weights, state.biases) }
      guard kept.contains(epoch) else { return }
      for layer in activities.indices {
        let map = state.map(ofLayer: layer)
        activities[layer].append((transposedInputs.map { map * $0 } ?? map).transposed)
      }
    }
  }
}

extension Recording {
  /// W_tot at one of the ``keptEpochs`` by feature, N × n; of a network that is not linear its responses to the items, N × P.
  ///
  /// - Parameter index: an index into ``keptEpochs``.
  /// - Throws: `GSLError`, and `CancellationError` when the task it runs in is cancelled.
  /// - Complexity: as `OutputBasis.expand(_:)`.
  public func endToEndMap(at index: Int) throws -> Matrix { try problem.basis.expand(endToEndMaps[index]) }

  /// The modes along which the training learns: Σ_yx = U S Vᵀ, U by feature, N × k.
  ///
  /// - Throws: as ``endToEndMap(at:)``.
  public func correlationModes() throws -> (left: Matrix, values: [Double], right: Matrix) {
    let modes = try learnedModes().decomposition
    return (try problem.basis.expand(modes.left), modes.singularValues, modes.right)
  }
}
