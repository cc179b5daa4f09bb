internal import GSL
internal import Support

/// A teacher that is a map of low rank, with noise on everything it says.
///
/// W̄ = U diag(s̄) Vᵀ with random orthonormal U (N × k) and V (P × k). Each of P one-hot inputs is shown once, with the targets
/// Yᵀ = W̄ + noise of standard deviation σ/√P. So noise alone has singular values of up to σ(1 + √(N/P)); a signal s̄ is to be
/// compared with σ. See ``NoisySpectrum``.
///
/// Drawn in the order U, V (each row by row, then made orthonormal by Gram and Schmidt's method), noise (output by output).
///
/// Lampinen, A. K. & Ganguli, S. (2019). An analytic theory of generalization dynamics and transfer learning in deep linear
/// networks. arXiv:1809.10374
public struct NoisyTeacher: Hashable, Sendable {
  /// P, the number of items.
  public let items: Int
  /// N, the number of outputs.
  public let outputs: Int
  /// s̄, descending: k of them.
  public let signals: [Double]
  /// σ, in the units of s̄.
  public let noise: Double

  /// A teacher.
  ///
  /// - Parameters:
  ///   - items: P, 100 by default.
  ///   - outputs: N, 50 by default: half as many as items.
  ///   - rank: k, 1 by default, at most as many as items and outputs.
  ///   - signal: the strongest singular value, 3 by default: well above the noise edge of 1.71.
  ///   - weakestShare: the weakest singular value as a share of the strongest, with equal steps between; 1 by default, for equal
  ///     ones. Only for two or more.
  ///   - noise: σ, 1 by default.
  /// - Throws: ``DatasetError`` for values out of range.
  public init(
    items: Int = 100, outputs: Int = 50, rank: Int = 1, signal: Double = 3, weakestShare: Double = 1, noise: Double = 1
  ) throws(DatasetError) {
    try DatasetError.require("items", items, atLeast: 1)
    _ = try DatasetError.itemCount(groups: items, size: 1)
    try DatasetError.require("outputs", outputs, atLeast: 1)
    try DatasetError.require("rank", rank, atLeast: 1)
    guard rank <= min(items, outputs) else {
      throw .parameter(
        name: "rank", value: Double(rank),
        allowed: "at most \(min(items, outputs)), the smaller number of items and outputs")
    }
    guard signal > 0, signal.isFinite else { throw .parameter(name: "signal", value: signal, allowed: "above 0") }
    guard weakestShare > 0, weakestShare <= 1 else {
      throw .parameter(name: "weakest", value: weakestShare, allowed: "above 0 and up to 1")
    }
    guard noise >= 0, noise.isFinite else { throw .parameter(name: "noise", value: noise, allowed: "0 or more") }
    self.items = items
    self.outputs = outputs
    self.noise = noise
    signals = (0..<rank).map { index in
      rank == 1 ? signal : signal * (1 - (1 - weakestShare) * Double(index) / Double(rank - 1))
    }
  }

  /// Draws the map and the noise.
  ///
  /// - Parameters:
  ///   - identifier: the dataset's name.
  ///   - sampler: the random numbers.
  /// - Complexity: O((P + N)·k² + P·N·k).
  public func dataset(_ identifier: String, using sampler: inout DataSampler) throws(DatasetError) -> Dataset {
    var left = Self.orthonormal(rows: outputs, columns: signals.count, using: &sampler)
    let right = Self.orthonormal(rows: items, columns: signals.count, using: &sampler)
    for row in 0..<outputs {
      for (mode, signal) in signals.enumerated() { left[row, mode] *= signal }
    }
    let map = left * right.transposed
    let deviation = noise / Double(items).squareRoot()
    var targets = Matrix(rows: items, columns: outputs)
    for output in 0..<outputs {
      for item in 0..<items { targets[item, output] = map[output, item] + deviation * sampler.standardNormal() }
    }
    return try Dataset(
      identifier: identifier, items: (1...items).map { "item-\($0)" },
      features: FeatureNames(numbered: outputs), targets: targets, trueMap: map, noise: deviation)
  }

  /// Random orthonormal columns: of normal numbers, each column without its parts along those before, twice because of rounding.
  private static func orthonormal(rows: Int, columns: Int, using sampler: inout DataSampler) -> Matrix {
    var vectors = [[Double]](repeating: [Double](repeating: 0, count: rows), count: columns)
    for row in 0..<rows {
      for column in 0..<columns { vectors[column][row] = sampler.standardNormal() }
    }
    for column in 0..<columns {
      for _ in 0..<2 {
        for other in vectors[..<column] {
          let part = zip(other, vectors[column]).reduce(0) { $0 + $1.0 * $1.1 }
          for row in 0..<rows { vectors[column][row] -= part * other[row] }
        }
        let length = vectors[column].reduce(0) { $0 + $1 * $1 }.squareRoot()
        for row in 0..<rows { vectors[column][row] /= length }
      }
    }
    return Matrix((0..<rows).map { row in vectors.map { $0[row] } })
  }
}
