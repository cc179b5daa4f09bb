internal import GSL
internal import Support

/// A network's initial weights, drawn on another processor, if one is free, while the dataset is made and while those drawn before
/// are used.
///
/// Data and weights are independent sequences of random numbers, so it does not matter which are drawn first.
///
/// ```swift
/// import LearningDynamics
///
/// var settings = TrainingSettings()
/// settings.seed = 7
/// let weights = settings.weightsAhead(items: 8, features: 10_001)
/// let dataset = try Dataset.sharkBones(seed: settings.seed)
/// let problem = try settings.plan(for: dataset).problem(on: dataset, from: weights)
/// ```
public final class WeightsAhead: Sendable {
  private let start: InitialWeights
  private let numbers: Numbers
  private let aside = WorkAside(atOnce: 1)

  /// Begins to draw.
  ///
  /// - Parameters:
  ///   - start: what determines the weights.
  ///   - ahead: how many blocks of the last layer are drawn before they are needed; by default few, which stay in a cache.
  init(_ start: InitialWeights, ahead: Int = 3) {
    self.start = start
    numbers = Numbers(start)
    aside.add { [numbers] in numbers.begin() }
    for _ in 0..<min(ahead, numbers.blockCount) { drawOne() }
  }

  /// Begins to draw before there is a dataset. At most 4 MB are drawn until the weights are used.
  convenience init(beforeDataset start: InitialWeights) { self.init(start, ahead: 16) }

  /// Whether these are the weights of another start, but for their scale, and nobody has asked for them before.
  func serves(_ other: InitialWeights) -> Bool { start.hasNumbers(of: other) && numbers.claim() }

  /// W_1 … W_(L−1), unscaled.
  ///
  /// - Throws: `GSLError` without memory for a generator.
  func firstLayers() throws(GSLError) -> [Matrix] {
    aside.finish(1)
    return try numbers.firstLayers()
  }

  /// Waits for the next rows of the last layer.
  ///
  /// - Parameter values: the rows before, whose memory is used again; then the weights, unscaled, row by row.
  /// - Returns: which rows they are; nil when all have been used.
  /// - Throws: `GSLError` without memory for a generator.
  func next(into values: inout [Double]) throws(GSLError) -> Range<Int>? {
    let used = numbers.usedCount
    guard used < numbers.blockCount else { return nil }
    aside.finish(used + 2)
    let rows = try numbers.take(giving: &values)
    if aside.count <= numbers.blockCount { drawOne() }
    return rows
  }

  private func drawOne() { aside.add { [numbers] in numbers.draw() } }
}

/// The drawn numbers. The generator is used by one piece of work at a time, in order; only blocks change hands.
private final class Numbers: @unchecked Sendable {
  /// About so many are drawn at a time: they fit in a cache, and take longer to draw than to hand over.
  private static let atOnce = 1 << 15

  let blockCount: Int
  private let start: InitialWeights
  private let blockSize: Int
  private var network: Result<InitialNetwork, GSLError>?
  private let blocks = Mutex(Blocks())

  private struct Blocks {
    var ready: [(rows: Range<Int>, values: [Double])] = []
    var usedCount = 0
    var isClaimed = false
    /// The memory of used blocks.
    var free: [[Double]] = []
  }

  init(_ start: InitialWeights) {
    self.start = start
    let usual = LayerRows.usualBlockSize
    blockSize = max(1, Self.atOnce / max(1, start.lastWidth * usual)) * usual
    blockCount = LayerRows.blockCount(rows: start.widths[start.widths.count - 1], size: blockSize)
  }

  var usedCount: Int { blocks.withLock { $0.usedCount } }

  /// Whether nobody has asked before.
  func claim() -> Bool {
    blocks.withLock { blocks in
      defer { blocks.isClaimed = true }
      return !blocks.isClaimed
    }
  }

  /// Draws all layers but the last.
  func begin() {
    network = Result { () throws(GSLError) in
      var network = try start.initialNetwork()
      network.lastLayer.blockSize = blockSize
      return network
    }
  }

  func firstLayers() throws(GSLError) -> [Matrix] { try network?.get().unscaledFirstLayers ?? [] }

  /// Draws the next rows of the last layer.
  func draw() {
    guard var network = try? network?.get() else { return }
    var values = blocks.withLock { $0.free.popLast() } ?? network.lastLayer.blockBuffer
    guard let rows = network.lastLayer.next(into: &values) else { return }
    self.network = .success(network)
    blocks.withLock { $0.ready.append((rows, values)) }
  }

  /// The next rows, which are drawn.
  func take(giving values: inout [Double]) throws(GSLError) -> Range<Int> {
    _ = try firstLayers()
    let old = values
    let next = blocks.withLock { blocks in
      if !old.isEmpty { blocks.free.append(old) }
      blocks.usedCount += 1
      return blocks.ready.removeFirst()
    }
    values = next.values
    return next.rows
  }
}

extension TrainingSettings {
  /// Begins to draw the initial weights that the plan for a dataset will need, before there is the dataset.
  ///
  /// - Parameters:
  ///   - items: P; in a history P for each different targets.
  ///   - features: N.
  ///   - inputs: n; by default as many as items.
  ///   - recommendedWidth: the width of the hidden layer that the dataset recommends, if it does.
  /// - Returns: nil for given weights, and if the engine does not reduce.
  public func weightsAhead(items: Int, features: Int, inputs: Int? = nil, recommendedWidth: Int? = nil) -> WeightsAhead?
  {
    let hidden = givenHiddenWidths ?? recommendedWidth.map { [$0] } ?? hiddenWidths
    let widths = [inputs ?? items] + hidden + [features]
    let start = InitialWeights(widths: widths, .scaledNormal(scale: 1), seed: seed, sampling: sampling)
    guard ownWeights == nil, usedEngine.reduces(items: items, features: features, lastWidth: start.lastWidth) else {
      return nil
    }
    return WeightsAhead(beforeDataset: start)
  }
}
