public import GSL

/// Full-batch gradient descent on the mean squared error of a linear network.
///
/// Loss L = (1/PN) ‖W_tot Xᵀ − Yᵀ‖². With the partial maps M_k = W_k … W_1 (M_0 = I), the residual
/// E = M_L Xᵀ − Yᵀ and G = ε E X, ε = 2η/(PN), one update is
///
/// W_k ← W_k − (W_L … W_(k+1))ᵀ G M_(k−1)ᵀ for all k at once.
///
/// All matrices have the inputs' width n as their second dimension, whatever the number of items.
public struct GradientDescent {
  /// The network at the present state.
  public private(set) var network: LinearNetwork
  /// M_1 … M_L at the present state: M_k maps inputs to the activity of layer k, M_L is the end-to-end map.
  public private(set) var partialMaps: [Matrix]
  /// The mean squared error at the present state.
  public private(set) var loss = Double.nan

  private let problem: LearningProblem
  private let effectiveRate: Double
  private let isOneHot: Bool
  private var residual: Matrix
  private var gradients: [Matrix]

  /// Gradient descent at state 0.
  ///
  /// - Parameters:
  ///   - problem: the network, inputs and targets, in any coordinates of the outputs.
  ///   - learningRate: η, finite.
  public init(problem: LearningProblem, learningRate: Double) {
    self.problem = problem
    network = problem.network
    effectiveRate = 2 * learningRate / Double(problem.entryCount)
    isOneHot = problem.inputs == .identity(problem.inputs.rows)
    let width = problem.inputs.columns
    partialMaps = network.weights.map { Matrix(rows: $0.rows, columns: width) }
    residual = problem.outputTargets
    gradients = network.weights.map { Matrix(rows: $0.rows, columns: width) }
    propagate()
  }

  /// W_tot at the present state.
  public var endToEndMap: Matrix { partialMaps[network.depth - 1] }

  /// Moves on by one epoch.
  ///
  /// - Complexity: O(n · Σ n_k n_(k−1) + P·n·n_L).
  public mutating func update() {
    let depth = network.depth
    // The gradient with respect to the activity of each layer, from the output back, before any weight changes.
    if isOneHot {
      gradients[depth - 1] = effectiveRate * residual
    } else {
      gradients[depth - 1].setProduct(residual, problem.inputs, scale: effectiveRate)
    }
    for layer in stride(from: depth - 1, to: 0, by: -1) {
      gradients[layer - 1].setProduct(network.weights[layer].transposedFactor, gradients[layer])
    }
    network.weights[0] = network.weights[0] - gradients[0]
    for layer in 1..<max(depth, 1) {
      network.weights[layer].setProduct(gradients[layer], partialMaps[layer - 1].transposedFactor, scale: -1, adding: 1)
    }
    propagate()
  }

  private mutating func propagate() {
    partialMaps[0] = network.weights[0]
    for layer in 1..<max(network.depth, 1) {
      partialMaps[layer].setProduct(network.weights[layer], partialMaps[layer - 1])
    }
    if isOneHot {
      residual = endToEndMap - problem.outputTargets
    } else {
      residual = problem.outputTargets
      residual.setProduct(endToEndMap, problem.inputs.transposedFactor, adding: -1)
    }
    loss = residual.sumOfSquares / Double(problem.entryCount)
  }
}
