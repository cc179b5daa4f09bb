/// A layer's initial weights on their way: drawn some rows at a time, before they are scaled.
///
/// The last layer of a million features is larger than everything else together, and is never held whole.
struct LayerRows {
  /// What the weights are drawn from.
  enum Distribution {
    case standardNormal
    case frameworkDefault
  }

  /// n_out.
  let rows: Int
  /// n_in.
  let columns: Int
  /// What the weights are to be multiplied by.
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

  /// Rows in a block; in a last block up to 15 more, because the sampler draws a layer's last 16 numbers together.
  static let blockSize = 64
  /// Rows in the largest block.
  static let largestBlock = blockSize + 15

  /// Draws the next rows.
  ///
  /// - Parameter values: room for ``largestBlock`` rows; the weights, unscaled, row by row.
  /// - Returns: which rows they are; nil when all are drawn.
  mutating func next(into values: inout [Double]) -> Range<Int>? {
    guard drawn < rows else { return nil }
    let left = rows - drawn
    let block = drawn..<drawn + (left <= Self.largestBlock ? left : Self.blockSize)
    values.withUnsafeMutableBufferPointer { values in
      let part = UnsafeMutableBufferPointer(rebasing: values.prefix(block.count * columns))
      switch distribution {
      case .standardNormal: sampler.drawNormals(into: part)
      case .frameworkDefault: sampler.drawDefaultStart(inputs: columns, into: part)
      }
    }
    drawn = block.upperBound
    return block
  }

  /// Room for a block.
  var blockBuffer: [Double] { [Double](repeating: 0, count: Self.largestBlock * columns) }
}
