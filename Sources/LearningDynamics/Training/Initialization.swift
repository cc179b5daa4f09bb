internal import GSL
internal import Support

/// A network's initialization.
public enum Initialization: Hashable, Sendable {
  /// Every weight of a layer with n_in inputs and n_out outputs is normal with standard deviation γ/√(n_in + n_out).
  ///
  /// γ = 1e-12 by default: small enough that every mode starts near 0 and rises in a separate step.
  case scaledNormal(scale: Double)
  /// The framework's default for a linear layer: uniform on ±1/√n_in.
  case frameworkDefault
  /// Every mode of the targets is held equally strongly by all layers: W_k = R_(k+1) a₀^(1/D) R_kᵀ, see
  /// `BalancedWeights`. It follows from the data, which must have one-hot inputs.
  ///
  /// a₀ is above 0, in units of the targets' singular values.
  case balanced(modeStrength: Double)
  /// Weights of the user's own.
  case own(OwnWeights)

  /// The distribution of the weights, each drawn independently of the others and of the data; nil for weights that follow from
  /// the data.
  public var distribution: WeightDistribution? {
    switch self {
    case .scaledNormal(let scale): .scaledNormal(scale: scale)
    case .frameworkDefault: .frameworkDefault
    case .balanced: nil
    case .own(let weights): .own(weights)
    }
  }

  /// γ; nil for an initialization without γ.
  public var scale: Double? { if case .scaledNormal(let scale) = self { scale } else { nil } }
}

/// The distribution of a network's initial weights, each drawn independently of the others and of the data; or given weights.
public enum WeightDistribution: Hashable, Sendable {
  /// Normal with standard deviation γ/√(n_in + n_out), see ``Initialization/scaledNormal(scale:)``.
  case scaledNormal(scale: Double)
  /// Uniform on ±1/√n_in, see ``Initialization/frameworkDefault``.
  case frameworkDefault
  /// Weights of the user's own, for networks of their widths.
  case own(OwnWeights)

  /// Weights of the layers between the given widths, input side first.
  ///
  /// - Parameters:
  ///   - widths: n_0 (inputs), hidden widths, n_L (outputs); at least two.
  ///   - sampler: the random numbers.
  /// - Returns: L matrices, n_k × n_(k−1).
  public func network(widths: [Int], using sampler: inout WeightSampler) -> LinearNetwork {
    var initial = InitialNetwork(self, widths: widths, from: sampler)
    let network = initial.whole()
    sampler = initial.lastLayer.sampler
    return network
  }

  /// The factors for the drawn numbers of each layer, input side first: σ = γ/√(n_in + n_out), rounded to 32 bits if the
  /// framework's arithmetic is used; or 1.
  func scales(widths: [Int], _ convention: SamplingConvention) -> [Double] {
    zip(widths.dropFirst(), widths).map { outputs, inputs in
      guard case .scaledNormal(let scale) = self else { return 1 }
      let deviation = scale / Double(inputs + outputs).squareRoot()
      return convention == .tutorial ? Double(Float(deviation)) : deviation
    }
  }
}

/// Everything that determines randomly drawn initial weights: drawing from it again gives the same weights.
package struct InitialWeights: Hashable, Sendable {
  /// n_0 (inputs), hidden widths, n_L (features).
  package let widths: [Int]
  package private(set) var distribution: WeightDistribution
  /// The seed of the weights.
  package let seed: UInt32
  /// How random outputs become numbers.
  package let sampling: SamplingConvention

  /// The initial weights of a plan's network on a dataset; nil if they are not drawn but follow from the data.
  package init?(_ plan: TrainingPlan, on dataset: Dataset) {
    guard let distribution = plan.initialization.distribution else { return nil }
    self.init(distribution, plan, on: dataset)
  }

  /// The initial weights of a plan's network on a dataset, drawn from a distribution.
  init(_ distribution: WeightDistribution, _ plan: TrainingPlan, on dataset: Dataset) {
    self.distribution = distribution
    widths = [dataset.inputs.columns] + plan.hiddenWidths + [dataset.featureCount]
    seed = plan.seed
    sampling = plan.sampling
  }

  /// Any initial weights.
  ///
  /// - Parameter widths: n_0 (inputs), hidden widths, n_L (features).
  init(widths: [Int], _ distribution: WeightDistribution, seed: UInt32, sampling: SamplingConvention) {
    (self.widths, self.distribution, self.seed, self.sampling) = (widths, distribution, seed, sampling)
  }

  /// Whether others come from the same random numbers; they may have another scale.
  func hasNumbers(of other: InitialWeights) -> Bool {
    if case .scaledNormal(let scale) = other.distribution, case .scaledNormal = distribution {
      return scaled(by: scale) == other
    }
    return self == other
  }

  /// The factors for the drawn numbers of each layer, input side first.
  var scales: [Double] { distribution.scales(widths: widths, sampling) }

  /// The initial weights from the same random numbers at a scale γ.
  func scaled(by scale: Double) -> InitialWeights {
    var result = self
    result.distribution = .scaledNormal(scale: scale)
    return result
  }

  /// The network, its last layer still to be drawn.
  func initialNetwork() throws(GSLError) -> InitialNetwork {
    InitialNetwork(distribution, widths: widths, from: try WeightSampler(seed: seed, convention: sampling))
  }

  /// h, the input width of the last layer.
  var lastWidth: Int { widths[widths.count - 2] }
}

/// A network at state 0, its last layer still to be drawn.
struct InitialNetwork {
  /// The unscaled W_1 … W_(L−1).
  let unscaledFirstLayers: [Matrix]
  /// The factors for W_1 … W_L.
  let scales: [Double]
  /// W_L.
  var lastLayer: LayerRows

  /// W_1 … W_(L−1).
  var firstLayers: [Matrix] { zip(scales, unscaledFirstLayers).map { $0 * $1 } }

  /// Draws all layers but the last.
  ///
  /// - Parameter widths: n_0 (inputs), hidden widths, n_L (outputs); at least two.
  init(_ distribution: WeightDistribution, widths: [Int], from sampler: WeightSampler) {
    var sampler = sampler
    let shapes = Array(zip(widths.dropFirst(), widths))
    if case .own(let weights) = distribution {
      let last = weights.layers[weights.layers.count - 1]
      (scales, unscaledFirstLayers) = (shapes.map { _ in 1 }, weights.layers.dropLast())
      lastLayer = LayerRows(rows: last.rows, columns: last.columns, .given(last), scale: 1, from: sampler)
      return
    }
    let (outputs, inputs) = shapes[shapes.count - 1]
    scales = distribution.scales(widths: widths, sampler.convention)
    switch distribution {
    case .own, .frameworkDefault:
      unscaledFirstLayers = shapes.dropLast().map { sampler.defaultStart(outputs: $0, inputs: $1) }
      lastLayer = LayerRows(rows: outputs, columns: inputs, .frameworkDefault, scale: 1, from: sampler)
    case .scaledNormal:
      // A framework constructs all layers before any is redrawn, which advances its generator.
      for (outputs, inputs) in shapes { sampler.skipDefaultStart(count: outputs * inputs) }
      unscaledFirstLayers = shapes.dropLast().map { sampler.standardNormals(outputs: $0, inputs: $1) }
      lastLayer = LayerRows(
        rows: outputs, columns: inputs, .standardNormal, scale: scales[scales.count - 1], from: sampler)
    }
  }

  /// Draws the last layer too.
  ///
  /// - Complexity: O(number of weights), in time and memory.
  mutating func whole() -> LinearNetwork {
    LinearNetwork(weights: firstLayers + [wholeLastLayer(scale: lastLayer.scale)])
  }

  /// Draws the last layer, and multiplies it by a number.
  ///
  /// - Complexity: O(number of its weights), in time and memory.
  mutating func wholeLastLayer(scale: Double) -> Matrix {
    var elements: [Double] = []
    elements.reserveCapacity(lastLayer.rows * lastLayer.columns)
    var values = lastLayer.blockBuffer
    while let rows = lastLayer.next(into: &values) {
      elements.append(contentsOf: values.prefix(rows.count * lastLayer.columns).lazy.map { scale * $0 })
    }
    return Matrix(rows: lastLayer.rows, columns: lastLayer.columns, elements: elements)
  }
}

/// Draws a layer's initial weights in blocks of rows, unscaled.
///
/// The last layer for a million features is larger than all other data together, and is never in memory as a whole.
struct LayerRows {
  /// The distribution of the weights.
  enum Distribution {
    case standardNormal
    case frameworkDefault
    case given(Matrix)
  }

  /// n_out.
  let rows: Int
  /// n_in.
  let columns: Int
  /// The factor for the weights.
  let scale: Double
  /// The random numbers, after those drawn so far.
  private(set) var sampler: WeightSampler

  private let distribution: Distribution
  private var drawn = 0

  /// A layer whose first weight is the sampler's next number.
  init(rows: Int, columns: Int, _ distribution: Distribution, scale: Double, from sampler: WeightSampler) {
    (self.rows, self.columns, self.scale) = (rows, columns, scale)
    self.distribution = distribution
    self.sampler = sampler
  }

  /// Rows in a block, a multiple of 16; in a last block up to 15 more, because the sampler draws a layer's last 16 numbers
  /// together.
  var blockSize = usualBlockSize
  static let usualBlockSize = 64
  /// Up to so many more rows are in a last block.
  static let rest = 15

  /// How many blocks of a size the rows of a layer make.
  static func blockCount(rows: Int, size: Int) -> Int {
    rows <= rest ? min(1, rows) : (rows - rest + size - 1) / size
  }

  /// Draws the next rows.
  ///
  /// - Parameter values: room for a block, see ``blockBuffer``; the weights, unscaled, row by row.
  /// - Returns: which rows they are; nil when all are drawn.
  mutating func next(into values: inout [Double]) -> Range<Int>? {
    guard drawn < rows else { return nil }
    let left = rows - drawn
    let block = drawn..<drawn + (left <= blockSize + Self.rest ? left : blockSize)
    values.withUnsafeMutableBufferPointer { values in
      let part = UnsafeMutableBufferPointer(rebasing: values.prefix(block.count * columns))
      switch distribution {
      case .standardNormal: sampler.drawNormals(into: part)
      case .frameworkDefault: sampler.drawDefaultStart(inputs: columns, into: part)
      case .given(let weights):
        weights.elements.withUnsafeBufferPointer { weights in
          for index in part.indices { part[index] = weights[block.lowerBound * columns + index] }
        }
      }
    }
    drawn = block.upperBound
    return block
  }

  /// Memory for a block.
  var blockBuffer: [Double] { [Double](repeating: 0, count: (blockSize + Self.rest) * columns) }
}

/// Balanced, aligned initial weights of a network of D weight layers, in any coordinates of the outputs.
///
/// With the targets Yᵀ = U S Vᵀ (modes that are not zero only, ρ of them)
///
/// W_k = R_(k+1) a₀^(1/D) R_kᵀ,   R_1 = V,   R_(D+1) = U,
///
/// the others random with ρ orthonormal columns. Every layer then holds every mode with the strength a₀^(1/D), in the
/// direction the data has, and the end-to-end map is a₀ U Vᵀ. From here modes never mix: the strength of each follows
/// ``ModeStrengthMap`` exactly, and hidden layer k has the similarities V A^(2k/D) Vᵀ.
///
/// All modes start equally strong, so the choice of the orthonormal columns and of nearly equal modes does not matter.
///
/// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2013). arXiv:1312.6120
struct BalancedWeights {
  /// a₀.
  let modeStrength: Double
  /// The widths of the hidden layers, input side first.
  let hiddenWidths: [Int]

  /// The network for some targets.
  ///
  /// - Parameters:
  ///   - targets: Yᵀ, or its coordinates in an orthonormal basis: r × P.
  ///   - sampler: the random numbers of the hidden layers' columns.
  /// - Throws: ``TrainingError/narrowHiddenLayer(width:rank:)`` for a hidden layer that is too narrow for all modes,
  ///   ``TrainingError/modeStrength(_:)`` for a strength that is not positive, `GSLError` if a decomposition fails.
  /// - Complexity: O(r·P² + Σ h·ρ²).
  func network(for targets: Matrix, using sampler: inout WeightSampler) throws -> LinearNetwork {
    guard modeStrength > 0, modeStrength.isFinite else { throw TrainingError.modeStrength(modeStrength) }
    let modes = try SingularValueDecomposition(targets)
    let rank = ModeThreshold.rank(of: modes.singularValues)
    if let width = hiddenWidths.min(), width < rank { throw TrainingError.narrowHiddenLayer(width: width, rank: rank) }
    guard rank > 0 else {
      let widths = [targets.columns] + hiddenWidths + [targets.rows]
      return LinearNetwork(weights: zip(widths.dropFirst(), widths).map { Matrix(rows: $0, columns: $1) })
    }
    var frames = [modes.right.columns(0..<rank)]
    for width in hiddenWidths {
      // The left singular vectors of normal numbers: orthonormal columns without a preferred direction.
      frames.append(try SingularValueDecomposition(sampler.standardNormals(outputs: width, inputs: rank)).left)
    }
    frames.append(modes.left.columns(0..<rank))
    let share = pow(modeStrength, 1 / Double(hiddenWidths.count + 1))
    return LinearNetwork(
      weights: zip(frames.dropFirst(), frames).map { next, frame in
        var weights = Matrix(rows: next.rows, columns: frame.rows)
        weights.setProduct(next, frame.transposedFactor, scale: share)
        return weights
      })
  }
}
