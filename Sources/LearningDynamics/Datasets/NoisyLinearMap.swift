internal import GSL

/// Samples of a linear map with a little noise, for comparing networks with linear regression.
///
/// A map of integers 0 … 9, inputs uniform on [0, 1), and normal noise on every output:
/// Yᵀ = W Xᵀ + noise. Drawn in the order map (row by row), inputs, noise, each with samples as columns.
public struct NoisyLinearMap: Hashable, Sendable {
  /// Outputs, and inputs, of the square map.
  public let size: Int
  /// P, the number of samples.
  public let samples: Int
  /// The noise's standard deviation.
  public let noise: Double

  /// - Parameters:
  ///   - size: 3 in the tutorial.
  ///   - samples: 37 in the tutorial.
  ///   - noise: 0.01 in the tutorial, at least 0.
  /// - Throws: ``DatasetError`` for values out of range.
  public init(size: Int = 3, samples: Int = 37, noise: Double = 0.01) throws(DatasetError) {
    guard size >= 1 else { throw .parameter(name: "size", value: Double(size), allowed: "at least 1") }
    guard samples >= 1 else { throw .parameter(name: "samples", value: Double(samples), allowed: "at least 1") }
    guard noise >= 0, noise.isFinite else { throw .parameter(name: "noise", value: noise, allowed: "0 or more") }
    self.size = size
    self.samples = samples
    self.noise = noise
  }

  /// Draws the map, the inputs and the noise.
  ///
  /// - Parameters:
  ///   - identifier: the dataset's name.
  ///   - sampler: the random numbers.
  public func dataset(_ identifier: String, using sampler: inout DataSampler) throws(DatasetError) -> Dataset {
    func draw(columns: Int, _ next: () -> Double) -> Matrix {
      Matrix(rows: size, columns: columns, elements: (0..<size * columns).map { _ in next() })
    }
    let map = draw(columns: size) { Double(sampler.integer(below: 10)) }
    let inputs = draw(columns: samples) { sampler.uniform() }
    let outputs = map * inputs + draw(columns: samples) { noise * sampler.standardNormal() }
    return try Dataset(
      identifier: identifier, items: (1...samples).map { "sample-\($0)" },
      features: FeatureNames(numbered: 0, named: (1...size).map { "output-\($0)" }),
      inputs: inputs.transposed, targets: outputs.transposed, trueMap: map, noise: noise)
  }
}
