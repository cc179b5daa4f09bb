internal import GSL

/// What the neural tangent kernel of a network at a state is made of, see ``KernelMovement``.
struct KernelState: Sendable {
  /// A.
  private let hidden: Matrix
  /// W_2.
  private let second: Matrix
  /// ⟨A, C⟩.
  private let hiddenInInputs: Double
  private let inputs: Inputs

  /// What is the same at all states.
  struct Inputs: Sendable {
    fileprivate let transposed: Matrix
    /// C.
    fileprivate let products: Matrix
    /// ‖C‖².
    fileprivate let squares: Double
    /// N.
    fileprivate let features: Double

    init(_ problem: LearningProblem) {
      transposed = problem.inputs.transposed
      products = problem.inputs * transposed
      squares = products.sumOfSquares
      features = Double(problem.entryCount) / Double(problem.inputs.rows)
    }
  }

  /// How far a kernel and the similarities in the hidden layer moved, as in ``KernelMovement``.
  struct Movement {
    var kernel = 0.0
    var turn = 0.0
    var hidden = 0.0
    var hiddenTurn = 0.0
  }

  init(_ state: borrowing some TrainedNetwork & ~Copyable, _ inputs: Inputs) {
    let activity = state.map(ofLayer: 0) * inputs.transposed
    hidden = activity.transposed * activity
    second = state.weights[1]
    hiddenInInputs = hidden.product(inputs.products)
    self.inputs = inputs
  }

  func movement(to now: KernelState) -> Movement {
    func compare(_ one: Double, _ other: Double, _ both: Double) -> (distance: Double, turn: Double) {
      // Without rounding neither could be below 0.
      let distance = (max(0, one + other - 2 * both) / one).squareRoot()
      return (distance, max(0, 1 - both / (one * other).squareRoot()))
    }
    let kernels = compare(product(self), now.product(now), product(now))
    let layers = compare(hidden.sumOfSquares, now.hidden.sumOfSquares, hidden.product(now.hidden))
    return Movement(
      kernel: kernels.distance, turn: kernels.turn, hidden: layers.distance, hiddenTurn: layers.turn)
  }

  private func product(_ other: KernelState) -> Double {
    var layers = Matrix(rows: second.columns, columns: other.second.columns)
    layers.setProduct(second.transposedFactor, other.second)
    return inputs.features * hidden.product(other.hidden) + hiddenInInputs * other.second.sumOfSquares
      + other.hiddenInInputs * second.sumOfSquares + inputs.squares * layers.sumOfSquares
  }
}

extension Matrix {
  /// ⟨A, B⟩ = Σ aᵢⱼ bᵢⱼ.
  fileprivate func product(_ other: Matrix) -> Double {
    zip(elements, other.elements).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
