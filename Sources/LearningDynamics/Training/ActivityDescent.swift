internal import GSL
internal import Support

/// Training by the activities of units, item by item: for hidden units of any kind, biases, momentum, weight decay, batches and
/// Adam. (`GradientDescent` is faster for what it can do.)
///
/// Activities are matrices with a column for each item, A_0 = Xᵀ, Z_k = W_k A_(k−1) + b_k 1ᵀ, A_k = φ(Z_k), A_L = Z_L. With the
/// residual E = A_L − Yᵀ over the B items of a block, shown f_i times each, δ_L = 2/(B·N) E diag(f) and δ_(k−1) = W_kᵀ δ_k ∘ φ′(Z_(k−1)), the gradients
/// are ∂L/∂W_k = δ_k A_(k−1)ᵀ and ∂L/∂b_k = δ_k 1.
///
/// The last layer may be in any coordinates of the outputs, except for Adam: its gradient is a sum of columns of Yᵀ, W_L(0) and
/// b_L(0) = 0, whatever the hidden activity is.
struct ActivityDescent: TrainedNetwork, ~Copyable {
  private(set) var loss = Double.nan

  private var network: TrainedLayers
  private let problem: LearningProblem
  /// All items.
  private var whole: LayerPass
  /// One unit of each input, if W_tot is to be seen and inputs are not one-hot.
  private var units: LayerPass?
  /// The blocks of an epoch: one of B items, and one for the rest if there is one. Empty if all items are one block.
  private var blocks: [LayerPass] = []
  private var order: DataSampler?
  private var itemTargets: [[Double]]
  private var frequencies: [Double]?
  private let itemInputs: [[Double]]

  /// The network at state 0.
  ///
  /// - Throws: `GSLError` if there is not enough memory to draw the order of the items.
  init(_ problem: LearningProblem, _ plan: TrainingPlan) throws(GSLError) {
    let variant = plan.variant
    self.problem = problem
    network = TrainedLayers(problem.network, variant, plan.learningRate)
    let widths = problem.network.weights.map(\.rows)
    let frequencies = problem.itemInputs.frequencies
    self.frequencies = frequencies
    whole = LayerPass(
      inputs: problem.inputs.transposed, targets: problem.outputTargets, frequencies: frequencies, widths: widths)
    if variant.isLinear, !problem.isOneHot {
      let inputs = problem.inputs.columns
      units = LayerPass(
        inputs: .identity(inputs), targets: Matrix(rows: problem.outputTargets.rows, columns: inputs), frequencies: nil,
        widths: widths)
    }
    let items = problem.inputs.rows
    if let size = variant.batchSize, size < items {
      blocks = [size, items % size].filter { $0 > 0 }.map { count in
        LayerPass(
          inputs: Matrix(rows: problem.inputs.columns, columns: count),
          targets: Matrix(rows: problem.outputTargets.rows, columns: count),
          frequencies: frequencies.map { Array($0.prefix(count)) }, widths: widths)
      }
      order = try DataSampler(seed: plan.seed, convention: plan.sampling)
      itemTargets = (0..<items).map(problem.outputTargets.column)
      itemInputs = (0..<items).map(problem.inputs.row)
    } else {
      (itemTargets, itemInputs) = ([], [])
    }
    look()
  }

  /// W_tot, r × n; for a network that is not linear its responses to the items, r × P.
  var endToEndMap: Matrix { map(ofLayer: problem.network.depth - 1) }

  /// The map from inputs to the activity of a layer, or, in a network that is not linear, the activity for each item.
  func map(ofLayer layer: Int) -> Matrix { units?.activities[layer] ?? whole.activities[layer] }

  /// W_1 … W_L at the present state.
  var weights: [Matrix] { network.weights.map(\.values) }

  /// b_1 … b_L at the present state.
  var biases: [Matrix] { network.biases.map(\.values) }

  mutating func update() {
    let items = problem.inputs.rows
    let features = Double(problem.entryCount) / Double(items)
    if blocks.isEmpty {
      network.step(&whole, features: features)
    } else {
      let permutation = order?.permutation(of: items) ?? Array(0..<items)
      let size = blocks[0].itemCount
      for start in stride(from: 0, to: items, by: size) {
        let chosen = permutation[start..<min(start + size, items)]
        let block = chosen.count == size ? 0 : 1
        blocks[block].take(
          chosen, inputs: itemInputs, targets: itemTargets, frequencies: frequencies)
        blocks[block].forward(network)
        network.step(&blocks[block], features: features)
      }
    }
    look()
  }

  /// Goes on with another phase: what the optimizer remembers starts anew, the random order of items goes on.
  mutating func begin(_ phase: LearningProblem.Phase, learningRate: Double) {
    frequencies = phase.itemInputs.frequencies
    network.begin(learningRate)
    whole.teach(phase.outputTargets, frequencies)
    if !blocks.isEmpty {
      itemTargets = (0..<phase.outputTargets.columns).map(phase.outputTargets.column)
      for block in blocks.indices { blocks[block].show(frequencies) }
    }
    look()
  }

  /// The activities and the loss of all items.
  private mutating func look() {
    whole.forward(network)
    loss = whole.loss() / Double(problem.entryCount)
    units?.forward(network)
  }
}

/// The layers of a network in training.
private struct TrainedLayers {
  private(set) var weights: [ParameterStep]
  /// Empty for a network without biases.
  private(set) var biases: [ParameterStep]
  let unit: HiddenUnit
  private let variant: LearningVariant
  private var learningRate: Double
  private var updates = 0

  init(_ network: LinearNetwork, _ variant: LearningVariant, _ learningRate: Double) {
    (self.variant, self.learningRate, unit) = (variant, learningRate, variant.unit)
    weights = network.weights.map { ParameterStep($0, variant) }
    biases =
      variant.hasBiases
      ? network.weights.map { ParameterStep(Matrix(rows: $0.rows, columns: 1), variant) } : []
  }

  /// Goes on with another rate, and without memory of gradients.
  mutating func begin(_ learningRate: Double) {
    self.learningRate = learningRate
    updates = 0
    for layer in weights.indices { weights[layer] = ParameterStep(weights[layer].values, variant) }
    for layer in biases.indices { biases[layer] = ParameterStep(biases[layer].values, variant) }
  }

  /// Changes all parameters by the gradient of a block, whose activities are known.
  ///
  /// - Parameter features: N.
  mutating func step(_ pass: inout LayerPass, features: Double) {
    pass.backward(self, scale: 2 / (Double(pass.itemCount) * features))
    updates += 1
    for layer in weights.indices {
      weights[layer].change(pass.deltas[layer], pass.transposed[layer], learningRate, variant, update: updates)
    }
    for layer in biases.indices {
      biases[layer].change(pass.deltas[layer], pass.ones, learningRate, variant, update: updates)
    }
  }
}

/// The activities of all layers for some items, and their gradients.
private struct LayerPass {
  /// A_0.
  private var inputs: Matrix
  private var targets: Matrix
  /// f of each item; nil if all are shown once.
  private var frequencies: [Double]?
  /// A_1 … A_L.
  private(set) var activities: [Matrix]
  /// A_0ᵀ … A_(L−1)ᵀ: products are fastest where the right factor is not transposed.
  private(set) var transposed: [Matrix]
  /// The residual, then δ_L; before it δ_1 … δ_(L−1).
  private(set) var deltas: [Matrix]
  /// A column of ones, by which biases are trained like the weights of an input that is always 1.
  let ones: Matrix

  var itemCount: Int { inputs.columns }

  init(inputs: Matrix, targets: Matrix, frequencies: [Double]?, widths: [Int]) {
    let items = inputs.columns
    (self.inputs, self.targets, self.frequencies) = (inputs, targets, frequencies)
    activities = widths.map { Matrix(rows: $0, columns: items) }
    deltas = activities
    transposed = ([inputs.rows] + widths.dropLast()).map { Matrix(rows: items, columns: $0) }
    transposed[0].setTransposed(inputs)
    ones = Matrix(rows: items, columns: 1, repeating: 1)
  }

  /// Takes other targets for the same items.
  mutating func teach(_ targets: Matrix, _ frequencies: [Double]?) {
    (self.targets, self.frequencies) = (targets, frequencies)
  }

  /// Makes room for the frequencies of a block's items.
  mutating func show(_ all: [Double]?) { frequencies = all.map { Array($0.prefix(itemCount)) } }

  /// Takes the inputs, targets and frequencies of some items.
  mutating func take(
    _ items: ArraySlice<Int>, inputs all: [[Double]], targets allTargets: [[Double]],
    frequencies allFrequencies: [Double]?
  ) {
    for (column, item) in items.enumerated() {
      inputs.setColumn(column, to: all[item])
      targets.setColumn(column, to: allTargets[item])
      if let allFrequencies { frequencies?[column] = allFrequencies[item] }
    }
    transposed[0].setTransposed(inputs)
  }

  mutating func forward(_ network: TrainedLayers) {
    let (weights, biases) = (network.weights, network.biases)
    for layer in weights.indices {
      if layer == 0 {
        activities[0].setProduct(weights[0].values, inputs)
      } else {
        activities[layer].setProduct(weights[layer].values, activities[layer - 1])
      }
      if !biases.isEmpty { activities[layer].addToRows(biases[layer].values) }
      guard layer < weights.count - 1 else { return }
      activities[layer].apply(network.unit)
      transposed[layer + 1].setTransposed(activities[layer])
    }
  }

  /// Σ f_i ‖a_i − y_i‖² over the outputs of all items.
  mutating func loss() -> Double {
    let last = deltas.count - 1
    let squares = deltas[last].setDifference(activities[last], targets, scale: 1)
    guard let frequencies else { return squares }
    deltas[last].multiplyColumns(by: frequencies.map { $0.squareRoot() })
    return deltas[last].sumOfSquares
  }

  /// Computes all δ from the activities.
  mutating func backward(_ network: TrainedLayers, scale: Double) {
    let last = deltas.count - 1
    _ = deltas[last].setDifference(activities[last], targets, scale: scale)
    if let frequencies { deltas[last].multiplyColumns(by: frequencies) }
    for layer in stride(from: last, to: 0, by: -1) {
      deltas[layer - 1].setProduct(network.weights[layer].values.transposedFactor, deltas[layer])
      deltas[layer - 1].multiplyBySlope(of: network.unit, at: activities[layer - 1])
    }
  }
}

/// The weights or the biases of a layer, with what the optimizer remembers of them.
private struct ParameterStep {
  private(set) var values: Matrix
  /// The gradient; with momentum the sum v, with Adam the mean of gradients in `mean`.
  private var gradient: Matrix
  private var mean: Matrix
  private var meanSquare: Matrix

  private static let (firstRate, secondRate, smallest) = (0.9, 0.999, 1e-8)

  init(_ values: Matrix, _ variant: LearningVariant) {
    self.values = values
    let empty = Matrix(rows: 0, columns: 0)
    let same = Matrix(rows: values.rows, columns: values.columns)
    let isAdam = variant.optimizer == .adam
    gradient = isAdam || variant.momentum > 0 ? same : empty
    (mean, meanSquare) = isAdam ? (same, same) : (empty, empty)
  }

  /// Changes the values by the gradient δ A.
  mutating func change(
    _ delta: Matrix, _ activity: Matrix, _ rate: Double, _ variant: LearningVariant, update: Int
  ) {
    guard !gradient.elements.isEmpty else {
      values.setProduct(delta, activity, scale: -rate, adding: 1 - rate * variant.decay)
      return
    }
    gradient.setProduct(delta, activity, adding: variant.momentum)
    if variant.decay > 0 { gradient.add(variant.decay, times: values) }
    guard variant.optimizer == .adam else {
      values.add(-rate, times: gradient)
      return
    }
    let step = rate / (1 - pow(Self.firstRate, Double(update)))
    let root = (1 - pow(Self.secondRate, Double(update))).squareRoot()
    values.withMutableElements { values in
      gradient.elements.withUnsafeBufferPointer { gradient in
        mean.withMutableElements { mean in
          meanSquare.withMutableElements { square in
            for index in values.indices {
              let slope = gradient[index]
              mean[index] += (1 - Self.firstRate) * (slope - mean[index])
              square[index] = Self.secondRate * square[index] + (1 - Self.secondRate) * slope * slope
              values[index] -= step * mean[index] / (square[index].squareRoot() / root + Self.smallest)
            }
          }
        }
      }
    }
  }
}

extension Matrix {
  fileprivate mutating func setColumn(_ column: Int, to values: [Double]) {
    let width = columns
    withMutableElements { elements in
      for row in values.indices { elements[row * width + column] = values[row] }
    }
  }

  fileprivate mutating func multiplyColumns(by factors: [Double]) {
    let width = columns
    withMutableElements { elements in
      for start in stride(from: 0, to: elements.count, by: width) {
        for column in 0..<width { elements[start + column] *= factors[column] }
      }
    }
  }

  /// Adds a number for each row.
  fileprivate mutating func addToRows(_ numbers: Matrix) {
    let width = columns
    numbers.elements.withUnsafeBufferPointer { numbers in
      withMutableElements { elements in
        for row in numbers.indices {
          for index in row * width..<(row + 1) * width { elements[index] += numbers[row] }
        }
      }
    }
  }

  /// φ of every entry.
  fileprivate mutating func apply(_ unit: HiddenUnit) {
    withMutableElements { elements in
      switch unit {
      case .linear: break
      // Written so that NaN stays NaN.
      case .relu: for index in elements.indices where elements[index] < 0 { elements[index] = 0 }
      case .tanh: for index in elements.indices { elements[index] = tanh(elements[index]) }
      }
    }
  }

  /// Multiplies every entry by φ′, given φ.
  fileprivate mutating func multiplyBySlope(of unit: HiddenUnit, at activity: Matrix) {
    activity.elements.withUnsafeBufferPointer { activity in
      withMutableElements { elements in
        switch unit {
        case .linear: break
        case .relu: for index in elements.indices where activity[index] <= 0 { elements[index] = 0 }
        case .tanh: for index in elements.indices { elements[index] *= 1 - activity[index] * activity[index] }
        }
      }
    }
  }
}
