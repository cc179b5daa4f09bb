internal import CGSL

/// The Mersenne Twister MT19937 with a seed (GSL, `gsl_rng_mt19937`).
///
/// For every seed from 0 to 2³² − 1 its 32-bit outputs are those of NumPy's `np.random.seed(s)` and of PyTorch's CPU
/// generator after `torch.manual_seed(s)`.
///
/// It is a reference with a changing state: not `Sendable`, and never shared between trainings.
///
/// Matsumoto, M. & Nishimura, T. (1998). ACM TOMACS 8, 3–30. doi:10.1145/272991.272995
public final class SeededGenerator {
  private let state: UnsafeMutablePointer<gsl_rng>
  /// Whether many outputs can be made at once (CGSL, `twister.h`).
  private let isTwister: CInt

  /// A generator, initialized with the seed.
  ///
  /// - Throws: ``GSLError`` if there is no memory for the 5 kB of state.
  public init(seed: UInt32) throws(GSLError) {
    GSLLibrary.returnErrors()
    guard let state = gsl_rng_alloc(dlnn_mersenne_twister()) else {
      throw GSLError(calculation: "a random number generator", code: Int32(GSL_ENOMEM))
    }
    self.state = state
    // For GSL the seed 0 means its default 4357. It tests for 0 before it takes the low 32 bits, so 2³² is used for 0.
    gsl_rng_set(state, seed == 0 ? 1 << 32 : UInt(seed))
    isTwister = dlnn_is_twister(state, seed)
  }

  deinit { gsl_rng_free(state) }

  /// The next output, uniform on 0 … 2³² − 1.
  public func next() -> UInt32 { UInt32(truncatingIfNeeded: gsl_rng_get(state)) }

  /// Fills a buffer with the next outputs.
  public func fill(_ outputs: UnsafeMutableBufferPointer<UInt32>) {
    guard let start = outputs.baseAddress else { return }
    dlnn_outputs(state, isTwister, start, outputs.count)
  }

  /// Skips a number of outputs.
  public func skip(_ count: Int) { dlnn_outputs(state, isTwister, nil, count) }

  /// GSL's own uniform number on [0, 1): one output divided by 2³².
  public func uniform() -> Double { gsl_rng_uniform(state) }

  /// GSL's own uniform integer from 0 to `bound` − 1, for 1 ≤ `bound` < 2³².
  public func integer(below bound: UInt32) -> Int { Int(gsl_rng_uniform_int(state, UInt(bound))) }

  /// GSL's own standard normal number, by Marsaglia and Tsang's ziggurat.
  ///
  /// Marsaglia, G. & Tsang, W. W. (2000). Journal of Statistical Software 5(8). doi:10.18637/jss.v005.i08
  public func standardNormal() -> Double { gsl_ran_gaussian_ziggurat(state, 1) }
}

/// Standard normals in 32 bits, by Box and Muller's transform in blocks of 16, as in PyTorch's CPU generator.
///
/// In each block the low 24 bits of the first eight outputs make u₁ = 1 − k/2²⁴, those of the last eight u₂ = k/2²⁴, and
/// values j and j + 8 are √(−2 ln u₁) cos 2πu₂ and √(−2 ln u₁) sin 2πu₂, each step rounded to 32 bits. Every logarithm, sine
/// and cosine is the nearest number of 32 bits (CGSL, `normals.h`); C libraries and PyTorch give the same in nearly all cases.
///
/// Box, G. E. P. & Muller, M. E. (1958). Annals of Mathematical Statistics 29, 610–611. doi:10.1214/aoms/1177706645
public enum BoxMuller {
  /// Transforms outputs of the generator, a multiple of 16 of them, into as many normals.
  public static func transform(_ outputs: UnsafeBufferPointer<UInt32>, into values: UnsafeMutableBufferPointer<Double>)
  {
    transform(outputs, into: values, forAnyProcessor: false)
  }

  /// The same with the kernel for this processor, or for any; both give the same bits.
  static func transform(
    _ outputs: UnsafeBufferPointer<UInt32>, into values: UnsafeMutableBufferPointer<Double>,
    forAnyProcessor isPlain: Bool
  ) {
    precondition(outputs.count.isMultiple(of: 16) && outputs.count <= values.count, "whole blocks, and room for them")
    guard let first = outputs.baseAddress, let results = values.baseAddress else { return }
    if isPlain {
      dlnn_normals_plain(first, results, outputs.count / 16)
    } else {
      dlnn_normals(first, results, outputs.count / 16)
    }
  }
}
