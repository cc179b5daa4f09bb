public import GSL
internal import Support

/// Random numbers for datasets.
///
/// Every dataset has its own sampler, freshly seeded, so that no dataset depends on another.
public struct DataSampler {
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

  /// A uniform number on [0, 1).
  ///
  /// Tutorial: NumPy's 53-bit number from two outputs a, b: ((a ≫ 5)·2²⁶ + (b ≫ 6)) / 2⁵³.
  public mutating func uniform() -> Double {
    guard convention == .tutorial else { return generator.uniform() }
    return Self.uniform(generator.next(), generator.next())
  }

  /// Uniform numbers on [0, 1) that fill the buffer: the same as one at a time, but faster.
  public mutating func fill(_ numbers: UnsafeMutableBufferPointer<Double>) {
    guard convention == .tutorial else {
      for index in numbers.indices { numbers[index] = generator.uniform() }
      return
    }
    outputs.withUnsafeMutableBufferPointer { outputs in
      for start in stride(from: 0, to: numbers.count, by: outputs.count / 2) {
        let count = min(outputs.count / 2, numbers.count - start)
        generator.fill(UnsafeMutableBufferPointer(rebasing: outputs[..<(2 * count)]))
        for index in 0..<count {
          numbers[start + index] = Self.uniform(outputs[2 * index], outputs[2 * index + 1])
        }
      }
    }
  }

  /// 53 bits of two outputs: both parts and their sum are whole numbers that a Double holds, so nothing is rounded.
  @inline(__always)
  private static func uniform(_ first: UInt32, _ second: UInt32) -> Double {
    let (high, low) = (Int64(first >> 5), Int64(second >> 6))
    return Double(high << 26 | low) * 0x1p-53
  }

  /// A uniform integer from 0 to `bound` − 1.
  ///
  /// Tutorial: NumPy's masked rejection, the low bits of one output until they are below the bound.
  public mutating func integer(below bound: UInt32) -> Int {
    guard convention == .tutorial else { return generator.integer(below: bound) }
    guard bound > 1 else { return 0 }
    let mask = UInt32.max >> UInt32((bound - 1).leadingZeroBitCount)
    while true {
      let candidate = generator.next() & mask
      if candidate < bound { return Int(candidate) }
    }
  }

  /// A random order of the numbers from 0 to `count` − 1: NumPy's `RandomState.permutation`.
  public mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, integer(below: UInt32(last + 1))) }
    return order
  }

  /// A standard normal number.
  ///
  /// Tutorial: NumPy's legacy polar method; for each accepted pair the second coordinate comes first; the first is
  /// kept for the next call. Marsaglia, G. & Bray, T. A. (1964). SIAM Review 6, 260–264. doi:10.1137/1006063
  public mutating func standardNormal() -> Double {
    guard convention == .tutorial else { return generator.standardNormal() }
    if let kept = keptNormal {
      keptNormal = nil
      return kept
    }
    while true {
      let first = 2 * uniform() - 1
      let second = 2 * uniform() - 1
      let square = first * first + second * second
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      keptNormal = factor * first
      return factor * second
    }
  }
}

/// How the outputs of the seeded generator become uniform, normal and integer numbers.
public enum SamplingConvention: String, Codable, CaseIterable, Hashable, Sendable {
  /// The tutorial's: data as NumPy's legacy generator draws them, weights as PyTorch's CPU generator does.
  /// The same seed then gives the tutorial's own numbers.
  case tutorial
  /// GSL's own samplers, in the same order: `gsl_rng_uniform`, `gsl_rng_uniform_int`, `gsl_ran_gaussian_ziggurat`.
  case gsl
}
