internal import GSL
internal import Support

/// Everything that determines one training, given the dataset: equal plans give equal recordings.
public struct TrainingPlan: Codable, Hashable, Sendable {
  /// Widths of the hidden layers, input side first; empty for a network without a hidden layer.
  public var hiddenWidths: [Int]
  /// η.
  public var learningRate: Double
  /// The initial weights.
  public var initialization: Initialization
  /// T, the number of updates: states 0 … T are recorded.
  public var epochs: Int
  /// The seed of the weights, 0 … 2³² − 1.
  public var seed: UInt32
  /// How random outputs become numbers.
  public var sampling: SamplingConvention
  /// The engine that trains.
  public var engine: TrainingEngine
  /// k: maps and similarities are kept at every k-th state and the last; loss and modes are recorded at every state.
  public var recordingInterval: Int
  /// Epochs at which they are always kept, ascending.
  public var pinnedEpochs: [Int] = []
  /// What distinguishes the training from the tutorial's.
  public var variant: LearningVariant {
    get { otherVariant ?? .tutorial }
    set { otherVariant = newValue == .tutorial ? nil : newValue }
  }
  /// How long each phase of the dataset's history lasts, and with which rate; empty for a training without phases.
  public var phases: [Phase] {
    get { history ?? [] }
    set { history = newValue.isEmpty ? nil : newValue }
  }
  /// Only in records of other variants than the tutorial's.
  private var otherVariant: LearningVariant?
  /// Only in records of trainings with phases.
  private var history: [Phase]?

  /// A phase of a history, see ``LearningPhase``.
  public struct Phase: Codable, Hashable, Sendable {
    /// How long it lasts at most.
    public var epochs: Int
    /// It ends at the first state below this loss, if given.
    public var endLoss: Double?
    /// η.
    public var learningRate: Double

    /// A phase.
    public init(epochs: Int, endLoss: Double? = nil, learningRate: Double) {
      (self.epochs, self.endLoss, self.learningRate) = (epochs, endLoss, learningRate)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case hiddenWidths, learningRate, initialization, epochs, seed, sampling, engine, recordingInterval, pinnedEpochs
    case otherVariant = "variant"
    case history = "phases"
  }

  /// A plan with all settings; ``TrainingSettings`` fills in the ones that a user does not give.
  public init(
    hiddenWidths: [Int], learningRate: Double, initialization: Initialization, epochs: Int, seed: UInt32,
    sampling: SamplingConvention, engine: TrainingEngine, recordingInterval: Int = 1
  ) {
    precondition(recordingInterval >= 1, "at most every state is kept")
    self.hiddenWidths = hiddenWidths
    self.learningRate = learningRate
    self.initialization = initialization
    self.epochs = epochs
    self.seed = seed
    self.sampling = sampling
    self.engine = engine
    self.recordingInterval = recordingInterval
  }

  /// The plan with another learning rate; those of phases change in proportion.
  public func with(learningRate rate: Double) -> TrainingPlan {
    var plan = self
    for phase in phases.indices { plan.phases[phase].learningRate *= rate / learningRate }
    plan.learningRate = rate
    return plan
  }

  /// The plan of one phase alone, from initial weights.
  ///
  /// - Parameter index: of the phase, from 0.
  public func alone(inPhase index: Int) -> TrainingPlan {
    var plan = self
    (plan.epochs, plan.learningRate, plan.phases) = (phases[index].epochs, phases[index].learningRate, [])
    return plan
  }

  /// Whether the network maps inputs to outputs directly.
  public var isShallow: Bool { hiddenWidths.isEmpty }

  /// The network in words: "one hidden layer of 30", "one hidden layer of 30 ReLU units, biases, momentum 0.9".
  public var networkDescription: String {
    let units = variant.unit == .linear ? "" : " \(variant.unit.word) units"
    let layers =
      switch hiddenWidths.count {
      case 0: "without a hidden layer"
      case 1: "one hidden layer of \(hiddenWidths[0])\(units)"
      default: "hidden layers of \(hiddenWidths.map(String.init).joined(separator: ", "))\(units)"
      }
    let start =
      if case .own(let weights) = initialization { ["weights from '\(weights.name)'"] } else { [] as [String] }
    return ([layers] + variant.words + start).joined(separator: ", ")
  }
}

extension TrainingPlan {
  /// Reads a plan; an old one without an interval keeps the matrices of all states.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let interval = try container.decodeIfPresent(Int.self, forKey: .recordingInterval) ?? 1
    guard interval >= 1 else {
      throw DecodingError.dataCorruptedError(
        forKey: .recordingInterval, in: container, debugDescription: "an interval is at least 1")
    }
    self.init(
      hiddenWidths: try container.decode([Int].self, forKey: .hiddenWidths),
      learningRate: try container.decode(Double.self, forKey: .learningRate),
      initialization: try container.decode(Initialization.self, forKey: .initialization),
      epochs: try container.decode(Int.self, forKey: .epochs), seed: try container.decode(UInt32.self, forKey: .seed),
      sampling: try container.decode(SamplingConvention.self, forKey: .sampling),
      engine: try container.decode(TrainingEngine.self, forKey: .engine), recordingInterval: interval)
    pinnedEpochs = try container.decodeIfPresent([Int].self, forKey: .pinnedEpochs) ?? []
    variant = try container.decodeIfPresent(LearningVariant.self, forKey: .otherVariant) ?? .tutorial
    history = try container.decodeIfPresent([Phase].self, forKey: .history)
  }
}

/// How the last layer is trained; the results are the same up to rounding.
public enum TrainingEngine: String, Codable, CaseIterable, Hashable, Sendable {
  /// The coordinates of targets and last layer in a basis of their span: at most P + h outputs instead of N.
  case reduced
  /// The targets and weights themselves.
  case full

  /// Whether reduction is possible: there are more features than a basis of their span needs, N > P + h. With more inputs
  /// than P + h the reduced map has fewer modes than the full one; the others are 0.
  ///
  /// - Parameters:
  ///   - items: P.
  ///   - features: N.
  ///   - lastWidth: h, the width of what the last layer reads.
  public func reduces(items: Int, features: Int, lastWidth: Int) -> Bool {
    self == .reduced && features > items + lastWidth
  }
}

extension TrainingPlan {
  /// The problem that the plan's engine trains on a dataset, with a network drawn from the plan's seed or made from the data's
  /// modes.
  ///
  /// The reduced engine reduces if ``TrainingEngine/reduces(items:features:lastWidth:)``. Balanced initial weights lie
  /// in the span of the targets, so with them it reduces if there are more features than items.
  ///
  /// - Parameters:
  ///   - dataset: the dataset.
  ///   - weights: the network's weights, if they are already being drawn; others are ignored.
  /// - Throws: ``TrainingError`` for weights that overflow and for balanced weights that cannot be made, `GSLError` without
  ///   memory for a generator.
  /// - Complexity: O(N·(P + h)²) reduced; O(number of weights) full, in memory too.
  public func problem(on dataset: Dataset, from weights: WeightsAhead? = nil) throws -> LearningProblem {
    let problem = try startingProblem(on: dataset, weights).stretched(by: variant.layerRatio)
    guard problem.network.weights.allSatisfy(\.isFinite) else { throw TrainingError.startNotFinite }
    return problem
  }

  private func startingProblem(on dataset: Dataset, _ weights: WeightsAhead?) throws -> LearningProblem {
    switch initialization {
    case .scaledNormal(let scale): try drawnProblem(.scaledNormal(scale: scale), on: dataset, weights)
    case .frameworkDefault: try drawnProblem(.frameworkDefault, on: dataset, weights)
    case .own(let weights): try drawnProblem(.own(weights), on: dataset, nil)
    case .balanced(let strength): try balancedProblem(strength, on: dataset)
    }
  }

  private func drawnProblem(
    _ distribution: WeightDistribution, on dataset: Dataset, _ weights: WeightsAhead?
  ) throws -> LearningProblem {
    let start = InitialWeights(distribution, self, on: dataset)
    if case .own(let weights) = distribution { try weights.check(fit: start.widths) }
    let isReduced = engine.reduces(
      items: dataset.spannedTargets, features: dataset.featureCount,
      lastWidth: start.lastWidth)
    guard isReduced else {
      var network = try start.initialNetwork()
      return LearningProblem(full: network.whole(), dataset: dataset)
    }
    let basis = try SpanBasis(start, from: weights, on: dataset, following: [dataset.followedCell.feature])
    return LearningProblem(reduced: basis, dataset: dataset)
  }

  private func balancedProblem(_ strength: Double, on dataset: Dataset) throws -> LearningProblem {
    var sampler = try WeightSampler(seed: seed, convention: sampling)
    return try LearningProblem(
      BalancedWeights(modeStrength: strength, hiddenWidths: hiddenWidths),
      isReduced: engine == .reduced && dataset.featureCount > dataset.itemCount, dataset: dataset, using: &sampler)
  }
}

/// A training that cannot begin.
public enum TrainingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The initial weights or their loss overflow.
  case startNotFinite
  /// Balanced initial weights for inputs that are not one-hot.
  case inputsNotOneHot
  /// Balanced initial weights for a hidden layer with fewer units than modes.
  case narrowHiddenLayer(width: Int, rank: Int)
  /// Balanced initial weights of a strength that is not above 0.
  case modeStrength(Double)
  /// Adam with the reduced engine.
  case adamReduced
  /// Momentum with Adam.
  case adamWithMomentum
  /// A ratio of layers in a network with one layer of weights.
  case ratioOfOneLayer
  /// Hidden units that are not linear in a network without any.
  case unitsWithoutHiddenLayer
  /// Given weights that cannot be used.
  case weights(name: String, reason: String)
  /// Given weights for a network of other widths.
  case weightShapes(name: String, found: [Int], expected: [Int])
  /// A scale for weights that are given, not drawn.
  case scaleOfOwnWeights
  /// Batches of more items than there are.
  case largeBatch(Int, items: Int)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .startNotFinite:
      "The network's initial weights or its first loss are not finite. Choose a smaller initialization scale γ."
    case .inputsNotOneHot:
      """
      Balanced initial weights follow from the modes of the targets, which requires one-hot inputs. Choose random initial \
      weights, or a dataset with one-hot inputs.
      """
    case .narrowHiddenLayer(let width, let rank):
      """
      A hidden layer of \(width) is too narrow for the \(rank) modes of balanced initial weights. Give every hidden layer \
      at least \(rank) units.
      """
    case .modeStrength(let strength):
      "Balanced initial weights of strength \(strength) never learn anything. Choose a strength above 0."
    case .adamReduced:
      """
      Adam scales each weight separately, so its result depends on the coordinates of the outputs, and the reduced engine \
      cannot train with it. Use the full engine.
      """
    case .adamWithMomentum: "Adam has its own kind of momentum. Leave out the momentum, or use the optimizer sgd."
    case .ratioOfOneLayer:
      "Without a hidden layer there is only one layer of weights, so layers have no ratio. Leave it out, or add a hidden layer."
    case .unitsWithoutHiddenLayer:
      "Without a hidden layer there are no hidden units of any kind. Leave the kind out, or add a hidden layer."
    case .weights(let name, let reason): "The weights in '\(name)' cannot be used: \(reason)."
    case .weightShapes(let name, let found, let expected):
      """
      The weights in '\(name)' are those of a network \(Self.chain(found)), but this one is \(Self.chain(expected)) (inputs, hidden \
      layers, features). \(Self.advice(found, expected))
      """
    case .scaleOfOwnWeights:
      "γ is the scale of drawn weights, but these are given. Leave γ out, or the weights."
    case .largeBatch(let size, let items):
      "A batch of \(size) is larger than the dataset's \(items) items. Use at most \(items)."
    }
  }

  /// "8 → 30 → 10,001".
  private static func chain(_ widths: [Int]) -> String { widths.map(\.grouped).joined(separator: " → ") }

  private static func advice(_ found: [Int], _ expected: [Int]) -> String {
    guard found.first == expected.first, found.last == expected.last else {
      return "Choose the dataset that they were made for."
    }
    let hidden = found.dropFirst().dropLast().map(String.init).joined(separator: ",")
    return "Use hidden layers of \(hidden.isEmpty ? "none" : hidden)."
  }
}
