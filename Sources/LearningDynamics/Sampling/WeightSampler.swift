public import GSL

/// The random numbers that initial weights are made of, layer by layer.
///
/// A layer is first *constructed*, which draws the framework's default start, and may then be *redrawn* with standard
/// normals. All layers of a network are constructed, input side first, before any is redrawn.
///
/// The tutorial's convention is PyTorch's CPU generator: 32-bit arithmetic, Box and Muller's transform in blocks of 16
/// for 16 and more values, in 64 bits one pair at a time for fewer. Against PyTorch it agrees to 5e-7 relative.
/// Box, G. E. P. & Muller, M. E. (1958). Annals of Mathematical Statistics 29, 610–611. doi:10.1214/aoms/1177706645
public struct WeightSampler {
  /// How outputs become numbers.
  public let convention: SamplingConvention
  private let generator: SeededGenerator
  private var keptNormal: Double?

  /// A sampler at the start of the seed's sequence.
  ///
  /// - Parameter seed: 0 … 2³² − 1.
  /// - Throws: `GSLError` if there is no memory for the generator.
  public init(seed: UInt32, convention: SamplingConvention) throws(GSLError) {
    self.convention = convention
    generator = try SeededGenerator(seed: seed)
  }

  /// The framework's default start of a linear layer: uniform on ±1/√(number of inputs), row by row.
  public mutating func defaultStart(outputs: Int, inputs: Int) -> Matrix {
    let bound = 1 / Double(inputs).squareRoot()
    let count = outputs * inputs
    let elements: [Double]
    switch convention {
    case .tutorial:
      // The framework multiplies and adds in one step, rounded once: exact in Double, then to Float.
      let (low, width) = (Double(Float(-bound)), Double(2 * Float(bound)))
      elements = (0..<count).map { _ in Double(Float(Double(floatUniform()) * width + low)) }
    case .gsl:
      elements = (0..<count).map { _ in bound * (2 * generator.uniform() - 1) }
    }
    return Matrix(rows: outputs, columns: inputs, elements: elements)
  }

  /// Standard normals for a layer, row by row.
  public mutating func standardNormals(outputs: Int, inputs: Int) -> Matrix {
    let count = outputs * inputs
    let elements: [Double]
    switch convention {
    case .tutorial:
      elements = count >= 16 ? blockNormals(count) : (0..<count).map { _ in Double(Float(pairedNormal())) }
    case .gsl: elements = (0..<count).map { _ in generator.standardNormal() }
    }
    return Matrix(rows: outputs, columns: inputs, elements: elements)
  }

  /// The low 24 bits of one output as a number on [0, 1).
  private func floatUniform() -> Float {
    Float(generator.next() & 0xFF_FFFF) * 0x1p-24
  }

  /// 16 or more normals: blocks of 16 uniforms, each transformed in place; an incomplete last block is completed by
  /// drawing the last 16 values anew.
  private func blockNormals(_ count: Int) -> [Double] {
    var values = (0..<count).map { _ in floatUniform() }
    for start in stride(from: 0, through: count - 16, by: 16) { Self.transformBlock(&values, at: start) }
    if !count.isMultiple(of: 16) {
      for index in count - 16..<count { values[index] = floatUniform() }
      Self.transformBlock(&values, at: count - 16)
    }
    return values.map(Double.init)
  }

  /// 2π to the nearest Float, as C has it; Swift's `Float.pi` is rounded towards zero, three bits of accuracy away.
  private static let fullTurn = Float(2 * Double.pi)

  private static func transformBlock(_ values: inout [Float], at start: Int) {
    for index in start..<start + 8 {
      let radius = (-2 * Elementary.log(1 - values[index])).squareRoot()
      let angle = fullTurn * values[index + 8]
      values[index] = radius * Elementary.cos(angle)
      values[index + 8] = radius * Elementary.sin(angle)
    }
  }

  /// One normal of a pair; the other is kept for the next call, across layers too.
  private mutating func pairedNormal() -> Double {
    if let kept = keptNormal {
      keptNormal = nil
      return kept
    }
    let angle = 2 * Double.pi * wideUniform()
    let radius = (-2 * Elementary.log1p(-wideUniform())).squareRoot()
    keptNormal = radius * Elementary.sin(angle)
    return radius * Elementary.cos(angle)
  }

  /// 53 bits of two outputs, high then low.
  private func wideUniform() -> Double {
    let high = UInt64(generator.next())
    let low = UInt64(generator.next())
    return Double((high << 32 | low) & (1 << 53 - 1)) * 0x1p-53
  }
}
