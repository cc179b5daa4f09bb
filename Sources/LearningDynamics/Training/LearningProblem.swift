public import GSL

/// The input of a trainer: a network at state 0, inputs and targets, in some coordinates of the outputs.
///
/// The trainer does not know whether the outputs are features or coordinates in a basis.
public struct LearningProblem: Equatable, Sendable {
  /// The network at state 0.
  public private(set) var network: LinearNetwork
  /// X, and how often each item is shown.
  public private(set) var itemInputs: ItemInputs
  /// Targets by output, r × P (transposed, as the last layer's outputs are).
  package private(set) var outputTargets: Matrix
  /// What each phase of a history teaches; empty for a training without phases.
  private(set) var phases: [Phase] = []
  /// P·N, the number of entries over which the loss is a mean, whatever the coordinates.
  package let entryCount: Int
  /// The coordinates of the outputs.
  package let basis: OutputBasis
  /// The item and the feature whose prediction is followed.
  public let followedCell: Probe
  /// The map that the targets were made with, if it is known.
  private(set) var trueMap: TrueMap?
  /// λ/c, λ = d·P·N/2: what weight decay takes from the strength of every mode in the end; 0 where that is not known.
  private(set) var shrinkage = 0.0
  /// λ without a hidden layer, where decay makes the regression a ridge regression; else 0.
  private(set) var ridge = 0.0

  /// What is taught in a phase.
  struct Phase: Equatable, Sendable {
    /// By output, r × P.
    let outputTargets: Matrix
    /// The inputs, with the frequencies of the phase.
    let itemInputs: ItemInputs
  }

  /// The problem on the features themselves.
  package init(full network: LinearNetwork, dataset: Dataset) {
    self.init(
      network: network, dataset: dataset, taught: dataset.taughtTargets.matrices.map(\.transposed),
      basis: .features(count: dataset.featureCount), trueMap: dataset.trueMap)
  }

  /// The problem in a basis of the span of targets and initial last layer: r = P + h outputs instead of N.
  package init(reduced basis: SpanBasis, dataset: Dataset) {
    let (items, spanned) = (dataset.itemCount, dataset.spannedTargets)
    let lastLayer = basis.scale * basis.triangle.columns(spanned..<basis.triangle.columns)
    let taught = stride(from: 0, to: spanned, by: items).map { basis.triangle.columns($0..<$0 + items) }
    self.init(
      network: LinearNetwork(weights: basis.firstLayers + [lastLayer]), dataset: dataset,
      taught: taught, basis: .span(basis), trueMap: basis.trueMap)
  }

  /// The problem with balanced initial weights, on the features themselves or on P coordinates of the targets.
  ///
  /// - Throws: ``TrainingError`` for inputs that are not one-hot, hidden layers that are too narrow, and a strength that is
  ///   not positive; `GSLError` if a decomposition fails.
  init(_ start: BalancedWeights, isReduced: Bool, dataset: Dataset, using sampler: inout WeightSampler) throws {
    guard dataset.itemInputs.isStandard, dataset.phases.isEmpty else { throw TrainingError.inputsNotOneHot }
    let basis: OutputBasis
    let targets: Matrix
    var trueMap = dataset.trueMap
    if isReduced {
      let span = TargetBasis(of: dataset)
      (basis, targets) = (.targets(span), span.triangle)
      trueMap = try trueMap.map { (map) throws(GSLError) in try span.coordinates(of: map) }
    } else {
      (basis, targets) = (.features(count: dataset.featureCount), dataset.targets.transposed)
    }
    self.init(
      network: try start.network(for: targets, using: &sampler), dataset: dataset, taught: [targets], basis: basis,
      trueMap: trueMap)
  }

  /// X, P × n.
  public var inputs: Matrix { itemInputs.matrix }

  /// Whether X = I.
  public var isOneHot: Bool { itemInputs.isOneHot }

  /// The regression map W* = Yᵀ F X (XᵀFX)⁺ in these coordinates, r × n, which training approaches.
  public func targetMap() throws(GSLError) -> Matrix {
    itemInputs.isStandard ? outputTargets : try itemInputs.fit(outputTargets.transposed).transposed
  }

  /// What training approaches: W*, or without a hidden layer and with weight decay Σ_yx (XᵀFX + λI)⁺, r × n.
  func finalMap() throws(GSLError) -> Matrix {
    ridge > 0 ? try itemInputs.fit(outputTargets.transposed, ridge: ridge).transposed : try targetMap()
  }

  /// ε = 2η/(P·N): the step that acts on each entry of the end-to-end map.
  public func effectiveRate(for learningRate: Double) -> Double {
    EffectiveRate(entryCount: entryCount).effective(learningRate)
  }

  /// The problem with the initial weights of the first layer multiplied by a ratio, and those of the last divided: their
  /// product, and the basis of the outputs, stay as they are.
  func stretched(by ratio: Double) -> LearningProblem {
    guard ratio != 1 else { return self }
    var problem = self
    let last = network.depth - 1
    problem.network.weights[0] = ratio * network.weights[0]
    problem.network.weights[last] = (1 / ratio) * problem.network.weights[last]
    return problem
  }

  /// Σ_i f_i/P of a phase, the loss of a network that is wrong by 1 everywhere; 1 without phases.
  func weight(ofPhase phase: Int) -> Double {
    guard !phases.isEmpty, let frequencies = phases[phase].itemInputs.frequencies else { return 1 }
    return frequencies.reduce(0, +) / Double(frequencies.count)
  }

  /// The problem of one phase alone, with the same initial weights.
  func alone(inPhase index: Int) -> LearningProblem {
    var problem = self
    (problem.outputTargets, problem.itemInputs) = (phases[index].outputTargets, phases[index].itemInputs)
    problem.phases = []
    return problem
  }

  /// The problem as its training is read: as ``Dataset/read(by:)`` reads the dataset. With one hidden layer of linear units and
  /// white inputs, weight decay leaves max(0, s − λ/c) of a mode of strength s.
  func read(by variant: LearningVariant) -> LearningProblem {
    var problem = self
    if variant.isLinear, let strength = itemInputs.strength, network.depth == 2 {
      problem.shrinkage = variant.decay * Double(entryCount) / 2 / strength
    }
    if network.depth == 1, variant.isLinear { problem.ridge = variant.decay * Double(entryCount) / 2 }
    guard !variant.isLinear, !isOneHot else { return problem }
    func labels(_ items: ItemInputs) -> ItemInputs {
      ItemInputs(.identity(inputs.rows), isOneHot: true, frequencies: items.frequencies)
    }
    // Its responses are not a map of the inputs.
    problem.trueMap = nil
    problem.itemInputs = labels(itemInputs)
    problem.phases = phases.map { Phase(outputTargets: $0.outputTargets, itemInputs: labels($0.itemInputs)) }
    return problem
  }

  /// - Parameters:
  ///   - taught: the different targets of all phases by output, the dataset's own first.
  ///   - trueMap: the dataset's true map in the coordinates of the basis.
  private init(
    network: LinearNetwork, dataset: Dataset, taught: [Matrix], basis: OutputBasis, trueMap: Matrix?
  ) {
    // Phases with different targets are not made with one map.
    let teachesOthers = dataset.phases.contains { $0.targets != nil }
    self.trueMap =
      teachesOthers
      ? nil
      : trueMap.flatMap { coordinates in
        dataset.trueMap.flatMap { TrueMap(coordinates: coordinates, squaredNorm: $0.sumOfSquares) }
      }
    self.network = network
    itemInputs = dataset.itemInputs
    outputTargets = taught[0]
    if !dataset.phases.isEmpty {
      phases = zip(dataset.phases, dataset.taughtTargets.places).map { phase, place in
        Phase(
          outputTargets: taught[place],
          itemInputs: phase.frequencies.map {
            ItemInputs(dataset.inputs, isOneHot: dataset.isOneHot, frequencies: $0)
          } ?? dataset.itemInputs)
      }
    }
    entryCount = dataset.itemCount * dataset.featureCount
    self.basis = basis
    followedCell = dataset.followedCell
  }
}

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

  /// The widths of the hidden layers, input side first; empty without a hidden layer.
  public var hiddenWidths: [Int] { weights.dropLast().map(\.rows) }

  /// W_tot = W_L … W_1, n_L × n_0.
  public var endToEndMap: Matrix {
    weights.dropFirst().reduce(weights[0]) { map, weight in weight * map }
  }
}
