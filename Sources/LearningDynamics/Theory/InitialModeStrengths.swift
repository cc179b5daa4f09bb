public import GSL

/// The initial mode strengths of a network with one hidden layer, for the modes of the data Yᵀ = U S Vᵀ.
///
/// With W_1 V and W_2ᵀ U, both h × k, let M = ½(W_1 V + W_2ᵀ U) and Δ = ½(W_1 V − W_2ᵀ U). Then Uᵀ W_2 W_1 V is
/// (M − Δ)ᵀ(M + Δ). One update turns M into about M (I + ε(S − MᵀM)) and Δ into about Δ (I − ε(S − MᵀM)): sums
/// grow and differences die out. So training behaves as if it began at K₀ = MᵀM, and the initial strength of a mode is
/// a₀ = ‖m_α‖², on its diagonal. The overlap u_αᵀ W_2 W_1 v_α itself is not meaningful; it can be negative.
///
/// *Holds* for one hidden layer and small weights; ``neglectedShare(of:)`` measures how small they are. For random weights
/// in three or more layers no initial mode strengths are known.
public struct InitialModeStrengths: Equatable, Sendable {
  /// M, h × k, which grows.
  public let sums: Matrix
  /// Δ, h × k, which dies out.
  public let differences: Matrix
  /// The mean ‖W_1 v‖² over directions v of the inputs outside V, which exist if there are fewer features than inputs. These
  /// are neglected too.
  private let outside: Double

  /// The initial mode strengths of a network, for given modes of its outputs and inputs.
  ///
  /// - Parameters:
  ///   - network: two layers.
  ///   - modes: U over the network's outputs, V over its inputs.
  public init(_ network: LinearNetwork, in modes: SingularValueDecomposition) {
    precondition(network.depth == 2, "initial mode strengths are known for two layers only")
    let first = network.weights[0] * modes.right
    var second = Matrix(rows: first.rows, columns: first.columns)
    second.setProduct(network.weights[1].transposedFactor, modes.left)
    sums = 0.5 * (first + second)
    differences = 0.5 * (first - second)
    let left = network.inputWidth - modes.right.columns
    outside = left > 0 ? max(0, network.weights[0].sumOfSquares - first.sumOfSquares) / Double(left) : 0
  }

  /// a₀ = ‖m_α‖², the initial strength of each mode: the diagonal of K₀.
  public var strengths: [Double] { Self.squares(of: sums) }

  /// The neglected part, relative to the targets of the modes: the largest ‖δ_α‖/√s_α among the relevant modes (at least a
  /// twentieth of the strongest); with fewer features than inputs also the part outside V, over √s₁, which affects
  /// similarities.
  ///
  /// The error of predictions is about as large: for the shark's bones, over 20 seeds and γ from 1e-6 to 0.1, it is 0.24 to
  /// 1.3 times this value.
  ///
  /// - Parameter targets: S.
  public func neglectedShare(of targets: [Double]) -> Double {
    let strongest = targets.first ?? 0
    let smallest = ModeThreshold.relevant(beside: strongest)
    let start = strongest > 0 ? (outside / strongest).squareRoot() : 0
    return zip(Self.squares(of: differences), targets).reduce(start) { largest, mode in
      mode.1 > 0 && mode.1 >= smallest ? max(largest, (mode.0 / mode.1).squareRoot()) : largest
    }
  }

  private static func squares(of matrix: Matrix) -> [Double] {
    (0..<matrix.columns).map { matrix.column($0).reduce(0) { $0 + $1 * $1 } }
  }

  /// The average of a₀ over random weights of scale γ: ¼ h γ² (1/(n + h) + 1/(h + N)).
  ///
  /// Each entry of W_1 V has the variance γ²/(n + h), of W_2ᵀ U γ²/(h + N), because U and V are orthonormal. Half-rise
  /// epochs depend on the logarithm of a₀, so this is enough to predict a run before any weight is drawn: for the default data
  /// within 5 epochs of 190.
  ///
  /// - Parameters:
  ///   - scale: γ.
  ///   - inputs: n.
  ///   - hidden: h.
  ///   - outputs: N.
  package static func expectedStrength(scale: Double, inputs: Int, hidden: Int, outputs: Int) -> Double {
    0.25 * Double(hidden) * scale * scale * (1 / Double(inputs + hidden) + 1 / Double(hidden + outputs))
  }
}
