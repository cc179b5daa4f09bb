public import GSL
internal import Support

/// Random numbers for initial weights, layer by layer.
///
/// A layer is first *constructed*, which draws the framework's default weights, and may then be *redrawn* with standard
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
  /// The generator's outputs, converted to numbers.
  private var outputs = [UInt32](repeating: 0, count: 1024)

  /// A sampler at the start of the seed's sequence.
  ///
  /// - Parameters:
  ///   - seed: 0 … 2³² − 1.
  ///   - convention: how outputs become numbers.
  /// - Throws: `GSLError` if there is no memory for the generator.
  public init(seed: UInt32, convention: SamplingConvention) throws(GSLError) {
    self.convention = convention
    generator = try SeededGenerator(seed: seed)
  }

  /// The framework's default weights of a linear layer: uniform on ±1/√(number of inputs), row by row.
  package mutating func defaultStart(outputs: Int, inputs: Int) -> Matrix {
    var layer = Matrix(rows: outputs, columns: inputs)
    layer.withMutableElements { drawDefaultStart(inputs: inputs, into: $0) }
    return layer
  }

  /// Standard normals for a layer, row by row.
  package mutating func standardNormals(outputs: Int, inputs: Int) -> Matrix {
    var layer = Matrix(rows: outputs, columns: inputs)
    layer.withMutableElements { drawNormals(into: $0) }
    return layer
  }

  /// Skips the random numbers of a layer's default weights.
  mutating func skipDefaultStart(count: Int) { generator.skip(count) }

  /// The default weights of a layer or of a part of it: uniform on ±1/√inputs.
  mutating func drawDefaultStart(inputs: Int, into values: UnsafeMutableBufferPointer<Double>) {
    let bound = 1 / Double(inputs).squareRoot()
    guard convention == .tutorial else {
      for index in values.indices { values[index] = bound * (2 * generator.uniform() - 1) }
      return
    }
    // The framework multiplies and adds in one step, rounded once: exact in Double, then to Float.
    let (low, width) = (Double(Float(-bound)), Double(2 * Float(bound)))
    drawOutputs(values.count) { start, outputs in
      for index in outputs.indices {
        values[start + index] = Double(Float(Double(Self.uniform(outputs[index])) * width + low))
      }
    }
  }

  /// Standard normals of a layer or of a part of it.
  ///
  /// A part that is not the last has a multiple of 16 values; the last one has at least 16, unless it is the whole layer.
  mutating func drawNormals(into values: UnsafeMutableBufferPointer<Double>) {
    guard convention == .tutorial else {
      for index in values.indices { values[index] = generator.standardNormal() }
      return
    }
    guard values.count >= 16 else {
      for index in values.indices { values[index] = Double(Float(pairedNormal())) }
      return
    }
    let whole = values.count & ~15
    drawOutputs(whole) { start, outputs in
      BoxMuller.transform(UnsafeBufferPointer(outputs), into: UnsafeMutableBufferPointer(rebasing: values[start...]))
    }
    guard whole < values.count else { return }
    // If the last block is incomplete, the last 16 values are drawn again.
    generator.skip(values.count - whole)
    drawOutputs(16) { _, outputs in
      BoxMuller.transform(
        UnsafeBufferPointer(outputs), into: UnsafeMutableBufferPointer(rebasing: values[(values.count - 16)...]))
    }
  }

  /// Passes the outputs on in parts, each with the index of its first; the sizes of all parts but the last are multiples of 16.
  private mutating func drawOutputs(_ count: Int, _ use: (Int, UnsafeMutableBufferPointer<UInt32>) -> Void) {
    outputs.withUnsafeMutableBufferPointer { outputs in
      for start in stride(from: 0, to: count, by: outputs.count) {
        let part = UnsafeMutableBufferPointer(rebasing: outputs.prefix(count - start))
        generator.fill(part)
        use(start, part)
      }
    }
  }

  /// The low 24 bits of one output as a number on [0, 1).
  @inline(__always)
  private static func uniform(_ output: UInt32) -> Float {
    Float(Int32(bitPattern: output & 0xFF_FFFF)) * 0x1p-24
  }

  /// One normal of a pair; the other is kept for the next call, across layers too.
  private mutating func pairedNormal() -> Double {
    if let kept = keptNormal {
      keptNormal = nil
      return kept
    }
    let angle = 2 * Double.pi * wideUniform()
    let radius = (-2 * log1p(-wideUniform())).squareRoot()
    keptNormal = radius * sin(angle)
    return radius * cos(angle)
  }

  /// 53 bits of two outputs, high then low.
  private func wideUniform() -> Double {
    let high = UInt64(generator.next())
    let low = UInt64(generator.next())
    return Double((high << 32 | low) & (1 << 53 - 1)) * 0x1p-53
  }
}
