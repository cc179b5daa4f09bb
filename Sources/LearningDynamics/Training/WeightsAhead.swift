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
  private let drawn: DrawnBlocks
  private let aside = WorkAside(atOnce: 1)

  /// Begins to draw.
  ///
  /// - Parameters:
  ///   - start: what determines the weights.
  ///   - numbers: how many weights of the last layer are drawn before they are needed, at least a block; by default so few that
  ///     they stay in a cache.
  init(_ start: InitialWeights, ahead numbers: Int = 3 * DrawnBlocks.numbersAtOnce) {
    self.start = start
    drawn = DrawnBlocks(start)
    aside.add { [drawn] in drawn.begin() }
    let ahead = max(1, numbers / max(1, drawn.blockSize * start.lastWidth))
    for _ in 0..<min(ahead, drawn.blockCount) { drawOne() }
  }

  /// Whether these are the weights of another start, but for their scale, and nobody has asked for them before.
  func serves(_ other: InitialWeights) -> Bool { start.hasNumbers(of: other) && drawn.claim() }

  /// Its present size in memory, in bytes, without the first layers.
  package var byteCount: Int { drawn.byteCount }

  /// W_1 … W_(L−1), unscaled.
  ///
  /// - Throws: `GSLError` without memory for a generator.
  func firstLayers() throws(GSLError) -> [Matrix] {
    aside.finish(1)
    return try drawn.firstLayers()
  }

  /// Waits for the next rows of the last layer.
  ///
  /// - Parameter values: the rows before, whose memory is used again; then the weights, unscaled, row by row.
  /// - Returns: which rows they are; nil when all have been used.
  /// - Throws: `GSLError` without memory for a generator.
  func next(into values: inout [Double]) throws(GSLError) -> Range<Int>? {
    let used = drawn.usedCount
    guard used < drawn.blockCount else { return nil }
    // The first piece of work draws the other layers.
    aside.finish(used + 2)
    _ = try drawn.firstLayers()
    let rows = drawn.take(giving: &values)
    if aside.count <= drawn.blockCount { drawOne() }
    return rows
  }

  private func drawOne() { aside.add { [drawn] in drawn.draw() } }
}

/// The blocks of a last layer. The generator is used by one piece of work at a time, in order; others get the first layers, which are
/// drawn once, and blocks.
private final class DrawnBlocks: @unchecked Sendable {
  /// About so many weights are drawn at a time: they fit in a cache, and take longer to draw than to hand over.
  static let numbersAtOnce = 1 << 15

  let blockCount: Int
  let blockSize: Int
  private let start: InitialWeights
  /// Used by one piece of work at a time.
  private var lastLayer: LayerRows?
  private let shared = Mutex(Shared())

  private struct Shared {
    var firstLayers: Result<[Matrix], GSLError>?
    var ready: [(rows: Range<Int>, values: [Double])] = []
    var usedCount = 0
    var isClaimed = false
    /// The memory of used blocks.
    var free: [[Double]] = []
  }

  init(_ start: InitialWeights) {
    self.start = start
    let usual = LayerRows.usualBlockSize
    blockSize = max(1, Self.numbersAtOnce / max(1, start.lastWidth * usual)) * usual
    blockCount = LayerRows.blockCount(rows: start.widths[start.widths.count - 1], size: blockSize)
  }

  var usedCount: Int { shared.withLock { $0.usedCount } }

  /// The size of the blocks in memory, in bytes.
  var byteCount: Int {
    shared.withLock { shared in 8 * (shared.ready.map(\.values) + shared.free).reduce(0) { $0 + $1.count } }
  }

  /// Whether nobody has asked before.
  func claim() -> Bool {
    shared.withLock { shared in
      defer { shared.isClaimed = true }
      return !shared.isClaimed
    }
  }

  /// Draws all layers but the last.
  func begin() {
    let layers: Result<[Matrix], GSLError>
    do throws(GSLError) {
      var network = try start.initialNetwork()
      network.lastLayer.blockSize = blockSize
      lastLayer = network.lastLayer
      layers = .success(network.unscaledFirstLayers)
    } catch {
      layers = .failure(error)
    }
    shared.withLock { $0.firstLayers = layers }
  }

  /// W_1 … W_(L−1), after ``begin()``.
  func firstLayers() throws(GSLError) -> [Matrix] {
    guard let layers = shared.withLock({ $0.firstLayers }) else { preconditionFailure("they are drawn first") }
    return try layers.get()
  }

  /// Draws the next rows of the last layer; nothing without a generator.
  func draw() {
    var values = shared.withLock { $0.free.popLast() } ?? lastLayer?.blockBuffer ?? []
    guard let rows = lastLayer?.next(into: &values) else { return }
    shared.withLock { $0.ready.append((rows, values)) }
  }

  /// The next rows, which are drawn.
  func take(giving values: inout [Double]) -> Range<Int> {
    shared.withLock { shared in
      shared.usedCount += 1
      var next = shared.ready.removeFirst()
      swap(&values, &next.values)
      if !next.values.isEmpty { shared.free.append(next.values) }
      if shared.usedCount == blockCount { shared.free = [] }
      return next.rows
    }
  }
}

extension TrainingSettings {
  /// So many weights of the last layer are drawn before there is a dataset: 4 MB.
  private static let numbersAhead = 1 << 19

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
    let widths = [inputs ?? items] + hiddenWidths(recommended: recommendedWidth) + [features]
    let start = InitialWeights(widths: widths, .scaledNormal(scale: 1), seed: seed, sampling: sampling)
    guard ownWeights == nil, usedEngine.reduces(items: items, features: features, lastWidth: start.lastWidth) else {
      return nil
    }
    return WeightsAhead(start, ahead: Self.numbersAhead)
  }
}
