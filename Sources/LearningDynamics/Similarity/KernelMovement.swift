internal import GSL

/// How far a training moves the neural tangent kernel, and with it what a network has learned in its hidden layer: far in "rich"
/// learning, hardly in "lazy" learning.
///
/// For one hidden layer of linear units, the kernel of items i, j and features f, g is
///
/// K = A ⊗ I_N + XXᵀ ⊗ B,   A = X W_1ᵀ W_1 Xᵀ,   B = W_2 W_2ᵀ.
///
/// It is never formed. With C = XXᵀ the inner product of two kernels is
/// ⟨K, K′⟩ = N⟨A, A′⟩ + ⟨A, C⟩ tr B′ + ⟨A′, C⟩ tr B + ‖C‖²⟨B, B′⟩, and ⟨B, B′⟩ = ‖W_2ᵀ W_2′‖².
///
/// If a linear network learns without moving its kernel, it follows the course of kernel regression, and no mode waits for
/// another. With layers of one scale that hardly happens. It happens if one layer starts far larger than the other
/// (``LearningVariant/layerRatio``).
///
/// Jacot, A., Gabriel, F. & Hongler, C. (2018). arXiv:1806.07572; Chizat, L., Oyallon, E. & Bach, F. (2019). arXiv:1812.07956
public struct KernelMovement: Codable, Hashable, Sendable {
  /// The epochs at which it is measured, ascending: those at which a recording keeps its matrices.
  public private(set) var epochs: [Int] = []
  /// ‖K_t − K_0‖/‖K_0‖.
  public private(set) var kernel: [Double] = []
  /// 1 − cos(K_0, K_t), from 0 (the kernel has only grown or shrunk) to 1.
  public private(set) var turn: [Double] = []
  /// ‖A_t − A_0‖/‖A_0‖: the movement of the similarities in the hidden layer.
  public private(set) var hidden: [Double] = []
  /// 1 − cos(A_0, A_t).
  public private(set) var hiddenTurn: [Double] = []

  /// Trains once more, and measures.
  ///
  /// - Parameter recording: a training with ``applies(to:)``.
  /// - Throws: as `Recording.init(training:problem:)`.
  /// - Complexity: a training, and O(P²·h + r·h²) for each kept epoch.
  public init(of recording: Recording) throws {
    var observer = Observer(recording)
    _ = try recording.plan.train(recording.problem, observedBy: &observer)
    self = observer.movement
  }

  /// Whether the formula holds for a training: one hidden layer of linear units, without biases.
  public static func applies(to plan: TrainingPlan) -> Bool { plan.hiddenWidths.count == 1 && plan.variant.isLinear }

  fileprivate init() {}

  fileprivate mutating func add(_ first: State, _ now: State, at epoch: Int) {
    guard !epochs.isEmpty else {
      epochs = [epoch]
      (kernel, turn, hidden, hiddenTurn) = ([0], [0], [0], [0])
      return
    }
    func compare(_ one: Double, _ other: Double, _ both: Double) -> (distance: Double, turn: Double) {
      // Without rounding neither could be below 0.
      let distance = (max(0, one + other - 2 * both) / one).squareRoot()
      return (distance, max(0, 1 - both / (one * other).squareRoot()))
    }
    let kernels = compare(first.product(first), now.product(now), first.product(now))
    let layers = compare(first.hidden.sumOfSquares, now.hidden.sumOfSquares, first.hidden.product(now.hidden))
    epochs.append(epoch)
    kernel.append(kernels.distance)
    turn.append(kernels.turn)
    hidden.append(layers.distance)
    hiddenTurn.append(layers.turn)
  }

  /// What the kernel at a state is made of.
  fileprivate struct State {
    /// A.
    let hidden: Matrix
    /// W_2.
    let second: Matrix
    /// ⟨A, C⟩.
    let hiddenInInputs: Double
    /// N.
    let features: Double
    /// ‖C‖².
    let inputSquares: Double

    func product(_ other: State) -> Double {
      let layers = second.transposed * other.second
      return features * hidden.product(other.hidden) + hiddenInInputs * other.second.sumOfSquares
        + other.hiddenInInputs * second.sumOfSquares + inputSquares * layers.sumOfSquares
    }
  }

  private struct Observer: TrainingObserver {
    var movement = KernelMovement()
    private var first: State?
    private let kept: Set<Int>
    private let transposedInputs: Matrix
    private let inputProducts: Matrix
    private let features: Double

    init(_ recording: Recording) {
      kept = Set(recording.keptEpochs)
      let inputs = recording.problem.inputs
      transposedInputs = inputs.transposed
      inputProducts = inputs * inputs.transposed
      features = Double(recording.problem.entryCount) / Double(inputs.rows)
    }

    mutating func see(_ state: borrowing some TrainedNetwork, at epoch: Int) throws {
      try Task.checkCancellation()
      guard kept.contains(epoch) else { return }
      let activity = state.map(ofLayer: 0) * transposedInputs
      let hidden = activity.transposed * activity
      let now = State(
        hidden: hidden, second: state.weights[1], hiddenInInputs: hidden.product(inputProducts), features: features,
        inputSquares: inputProducts.sumOfSquares)
      let start = first ?? now
      first = start
      movement.add(start, now, at: epoch)
    }
  }
}

extension Matrix {
  /// ⟨A, B⟩ = Σ aᵢⱼ bᵢⱼ.
  fileprivate func product(_ other: Matrix) -> Double {
    zip(elements, other.elements).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
