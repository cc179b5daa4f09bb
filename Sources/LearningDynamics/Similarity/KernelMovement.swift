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

  fileprivate mutating func add(_ first: KernelState, _ now: KernelState, at epoch: Int) {
    let movement = epochs.isEmpty ? KernelState.Movement() : first.movement(to: now)
    epochs.append(epoch)
    kernel.append(movement.kernel)
    turn.append(movement.turn)
    hidden.append(movement.hidden)
    hiddenTurn.append(movement.hiddenTurn)
  }

  private struct Observer: TrainingObserver {
    var movement = KernelMovement()
    private var first: KernelState?
    private let kept: Set<Int>
    private let inputs: KernelState.Inputs

    init(_ recording: Recording) {
      kept = Set(recording.keptEpochs)
      inputs = KernelState.Inputs(recording.problem)
    }

    mutating func see(_ state: borrowing some TrainedNetwork & ~Copyable, at epoch: Int, isMark: Bool) throws {
      try Task.checkCancellation()
      guard kept.contains(epoch) else { return }
      let now = KernelState(state, inputs)
      let start = first ?? now
      first = start
      movement.add(start, now, at: epoch)
    }
  }
}
