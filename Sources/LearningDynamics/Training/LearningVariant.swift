internal import Support

/// What the hidden units of a network compute from the sum of their inputs.
public enum HiddenUnit: String, Codable, CaseIterable, Hashable, Sendable {
  /// The sum itself.
  case linear
  /// max(0, z), with the slope 0 at z = 0.
  case relu
  /// tanh z.
  case tanh

  /// The name in a sentence.
  public var word: String {
    switch self {
    case .linear: "linear"
    case .relu: "ReLU"
    case .tanh: "tanh"
    }
  }
}

/// The rule by which gradients change weights.
public enum Optimizer: String, Codable, CaseIterable, Hashable, Sendable {
  /// Gradient descent, with momentum if it is given: g ← ∂L/∂W + dW, v ← μv + g, W ← W − ηv.
  case sgd
  /// Adam with PyTorch's constants (β₁ = 0.9, β₂ = 0.999, 10⁻⁸). It scales each weight separately, so its result depends on
  /// the coordinates of the outputs, and only the full engine can train with it.
  ///
  /// Kingma, D. P. & Ba, J. (2015). arXiv:1412.6980
  case adam
}

/// What distinguishes a training from the tutorial's, which has linear units, no biases, initial weights of one scale in all
/// layers, and plain gradient descent on all items at once.
///
/// ```swift
/// import LearningDynamics
///
/// let run = try Dataset.sharkBones(seed: 2021).train { $0.variant.unit = .relu }
/// try print(run.illusion.story)
/// ```
///
/// Hidden layer k is h_k = φ(W_k h_(k−1) + b_k). The output layer is always linear.
public struct LearningVariant: Hashable, Sendable {
  /// φ, the same in all hidden layers.
  public var unit = HiddenUnit.linear
  /// Whether every layer has biases. They start at 0, are trained like weights, and draw no random numbers, so a seed gives the
  /// same weights with and without them.
  public var hasBiases = false
  /// The rule by which gradients change weights.
  public var optimizer = Optimizer.sgd
  /// μ, from 0 (none) to below 1; for `sgd` only.
  public var momentum = 0.0
  /// d, the weight decay, from 0 up: d·W is added to the gradient of every weight and bias. In the units of singular values it
  /// is λ = d·P·N/2.
  public var decay = 0.0
  /// B: an epoch is one pass through the items in blocks of B, in a new random order. All items at once if nil, or if there
  /// are not more.
  public var batchSize: Int?
  /// r, above 0: the initial weights of the first layer are multiplied by it, those of the last layer divided. Far from 1 one
  /// layer does the learning while the other hardly moves, and learning is "lazy".
  public var layerRatio = 1.0

  public init() {}

  /// The tutorial's training.
  public static let tutorial = LearningVariant()

  /// Whether it is plain gradient descent on all items, with linear units and without biases, whatever the initial weights.
  public var isPlain: Bool {
    var other = self
    other.layerRatio = 1
    return other == .tutorial
  }

  /// Whether one step size acts on the whole map: ε = 2η/(P·N), with momentum at first.
  public var hasEffectiveRate: Bool { optimizer == .sgd && batchSize == nil }

  /// Whether the network computes a linear map, W_tot, of its inputs: linear units and no biases.
  public var isLinear: Bool { unit == .linear && !hasBiases }

  /// How many times faster it learns than plain gradient descent on all items with the same small η: momentum adds up
  /// 1/(1 − μ) gradients, and with B of P items an epoch has P/B updates, each with P/B times the weight for an item.
  ///
  /// - Parameter items: P.
  public func pace(items: Int) -> Double {
    updates(items: items) / (1 - momentum)
  }

  /// How much of a plain rate gives the same growth with momentum: 1 − μ/z, if the strongest mode grows by z in an update.
  ///
  /// With momentum, z is a solution of (z − 1)(z − μ) = ε′s₁z. Without exponential growth (z ≈ 1) that is the usual 1 − μ.
  ///
  /// - Parameters:
  ///   - growth: εs₁ in an epoch of plain gradient descent.
  ///   - items: P.
  func momentumShare(growth: Double, items: Int) -> Double {
    1 - momentum / pow(1 + growth, 1 / updates(items: items))
  }

  /// The updates in an epoch, P/B.
  private func updates(items: Int) -> Double { batchSize.map { max(1, Double(items) / Double($0)) } ?? 1 }

  /// ε of plain gradient descent with which the strongest mode grows as fast as with ε′ here.
  ///
  /// - Parameters:
  ///   - rate: ε′.
  ///   - items: P.
  ///   - strongest: s₁ of Σ_yx; 0 for modes that do not grow exponentially.
  func plainRate(of rate: Double, items: Int, strongest: Double) -> Double {
    let inBatches = rate * updates(items: items)
    guard momentum > 0 else { return inBatches }
    // ε (1 − μ/z) grows with ε, so halving an interval finds it.
    var (low, high) = (inBatches, inBatches / (1 - momentum))
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let share = momentumShare(growth: middle * strongest, items: items)
      if middle * share < inBatches { low = middle } else { high = middle }
    }
    return high
  }

  /// All but the units in words: ["biases", "momentum 0.9"]; empty for the tutorial's.
  public var words: [String] {
    var words: [String] = []
    if hasBiases { words.append("biases") }
    if optimizer == .adam { words.append("Adam") }
    if momentum > 0 { words.append("momentum \(momentum.significant())") }
    if decay > 0 { words.append("weight decay \(decay.significant())") }
    if let batchSize { words.append("batches of \(batchSize)") }
    if layerRatio != 1 { words.append("layer ratio \(layerRatio.significant())") }
    return words
  }
}

extension LearningVariant: Codable {
  private enum CodingKeys: String, CodingKey {
    case unit, optimizer, momentum, decay
    case hasBiases = "bias"
    case batchSize = "batch"
    case layerRatio = "ratio"
  }

  /// Reads a variant; what is missing is as in the tutorial.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    unit = try container.decodeIfPresent(HiddenUnit.self, forKey: .unit) ?? .linear
    hasBiases = try container.decodeIfPresent(Bool.self, forKey: .hasBiases) ?? false
    optimizer = try container.decodeIfPresent(Optimizer.self, forKey: .optimizer) ?? .sgd
    momentum = try container.decodeIfPresent(Double.self, forKey: .momentum) ?? 0
    decay = try container.decodeIfPresent(Double.self, forKey: .decay) ?? 0
    batchSize = try container.decodeIfPresent(Int.self, forKey: .batchSize)
    layerRatio = try container.decodeIfPresent(Double.self, forKey: .layerRatio) ?? 1
    guard (0..<1).contains(momentum), decay >= 0, decay.isFinite, batchSize ?? 1 >= 1, layerRatio > 0,
      layerRatio.isFinite
    else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "a number of the variant is out of range"))
    }
  }
}
