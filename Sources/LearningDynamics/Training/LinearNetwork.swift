public import GSL

/// A chain of linear layers without biases: x ↦ W_L … W_1 x.
public struct LinearNetwork: Equatable, Sendable {
  /// W_1 … W_L, input side first; W_k is n_k × n_(k−1).
  public var weights: [Matrix]

  /// A network of at least one layer whose widths fit together.
  public init(weights: [Matrix]) {
    precondition(!weights.isEmpty, "a network has at least one layer")
    precondition(zip(weights.dropFirst(), weights).allSatisfy { $0.columns == $1.rows }, "widths must fit together")
    self.weights = weights
  }

  /// L, the number of weight layers.
  public var depth: Int { weights.count }

  /// n_0, the number of inputs.
  package var inputWidth: Int { weights[0].columns }

  /// n_L, the number of outputs.
  package var outputWidth: Int { weights[depth - 1].rows }

  /// The widths of the hidden layers, input side first; empty for a network of zero depth.
  public var hiddenWidths: [Int] { weights.dropLast().map(\.rows) }

  /// W_tot = W_L … W_1, n_L × n_0.
  public var endToEndMap: Matrix {
    weights.dropFirst().reduce(weights[0]) { map, weight in weight * map }
  }
}
