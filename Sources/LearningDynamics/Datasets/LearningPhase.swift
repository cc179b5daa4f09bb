public import GSL
internal import Support

/// A part of a history: what is taught for some time before something else is taught.
///
/// The weights go on from phase to phase, and so do the epochs. What an optimizer remembers of gradients starts anew.
public struct LearningPhase: Equatable, Sendable {
  /// Its name in figures and sentences: "Oak alone".
  public var name: String
  /// Y, P × N; the dataset's own when nil.
  public var targets: Matrix?
  /// How often an epoch shows each item, see ``ItemInputs``; as the dataset says when nil.
  public var frequencies: [Double]?
  /// η; that of the training when nil.
  public var learningRate: Double?
  /// How long it lasts, at least 1 epoch; with ``endLoss`` at most. When nil, as long as a training without phases, or with
  /// ``endLoss`` ``largestEpochs``.
  public var epochs: Int?
  /// It ends at the first state at which the loss is below this, averaged over the items that are shown, weighted as they are. nil for a
  /// phase that lasts its epochs.
  public var endLoss: Double?

  /// A phase.
  public init(
    _ name: String, epochs: Int? = nil, endLoss: Double? = nil, targets: Matrix? = nil, frequencies: [Double]? = nil,
    learningRate: Double? = nil
  ) {
    (self.name, self.epochs, self.endLoss) = (name, epochs, endLoss)
    (self.targets, self.frequencies, self.learningRate) = (targets, frequencies, learningRate)
  }

  /// How long a phase that ends at a loss lasts at most, unless it says so: 4,000 epochs, sixteen times as long as the tutorial's
  /// training.
  public static let largestEpochs = 4_000
  /// The most phases of a history: more could not be distinguished in a figure.
  public static let largestCount = 100
  /// With more phases, the weights at their beginnings are not kept, and theory predicts none of them.
  static let largestPredictedCount = 24
}

extension Dataset {
  /// The dataset with a history: the phases in their order.
  ///
  /// - Throws: ``DatasetError/phase(dataset:phase:reason:)`` for a phase that cannot be taught.
  public func taught(in phases: [LearningPhase]) throws(DatasetError) -> Dataset {
    var result = self
    result.phases = phases
    guard phases.count <= LearningPhase.largestCount else {
      throw .phase(
        dataset: identifier, phase: LearningPhase.largestCount + 1,
        reason: "a history has at most \(LearningPhase.largestCount) phases")
    }
    for (index, phase) in phases.enumerated() {
      func refuse(_ reason: String) -> DatasetError {
        .phase(dataset: identifier, phase: index + 1, reason: reason)
      }
      guard phase.name.nameProblem == nil else { throw refuse("its name cannot be shown") }
      if let epochs = phase.epochs, !(1...10_000_000).contains(epochs) {
        throw refuse("it has \(epochs) epochs; give 1 to 10,000,000")
      }
      if let loss = phase.endLoss, !(loss > 0 && loss.isFinite) {
        throw refuse("it ends at a loss of \(loss); give one above 0")
      }
      if let rate = phase.learningRate, !(rate > 0 && rate.isFinite) {
        throw refuse("its learning rate is \(rate); give one above 0")
      }
      if let targets = phase.targets {
        guard targets.rows == itemCount, targets.columns == featureCount else {
          throw refuse(
            "its targets are \(targets.rows) × \(targets.columns), but there are \(itemCount) items and \(featureCount) features"
          )
        }
        guard targets.isFinite else { throw refuse("its targets are not finite") }
      }
      if let frequencies = phase.frequencies {
        guard frequencies.count == itemCount, frequencies.allSatisfy({ (0...Self.largestFrequency).contains($0) })
        else {
          throw refuse("its frequencies are not a number from 0 to a million for each item")
        }
        guard frequencies.contains(where: { $0 > 0 }) else { throw refuse("it shows no item") }
      }
    }
    return result
  }

  /// The dataset's own targets, for the whole training.
  package var withoutHistory: Dataset {
    var result = self
    result.phases = []
    return result
  }

  /// The dataset as a phase teaches it, without a history.
  ///
  /// - Parameter index: of the phase, from 0.
  public func taught(inPhase index: Int) -> Dataset {
    var result = self
    let phase = phases[index]
    result.phases = []
    if let targets = phase.targets { result.replaceTargets(by: targets) }
    if let frequencies = phase.frequencies {
      result.itemInputs = ItemInputs(inputs, isOneHot: isOneHot, frequencies: frequencies)
    }
    return result
  }

  /// The targets of all phases below each other, the dataset's own first, each different one once; and for each phase its place
  /// among them.
  package var taughtTargets: (matrices: [Matrix], places: [Int]) {
    var matrices = [targets]
    let places = phases.map { phase -> Int in
      guard let targets = phase.targets else { return 0 }
      if let known = matrices.firstIndex(of: targets) { return known }
      matrices.append(targets)
      return matrices.count - 1
    }
    return (matrices, places)
  }
}
