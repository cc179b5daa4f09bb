internal import CGSL

/// Standard normals in 32 bits, by Box and Muller's transform in blocks of 16 as PyTorch's CPU generator has it.
///
/// Of each block the low 24 bits of the first eight outputs make u₁ = 1 − k/2²⁴, those of the last eight u₂ = k/2²⁴, and
/// values j and j + 8 are √(−2 ln u₁) cos 2πu₂ and √(−2 ln u₁) sin 2πu₂, each step rounded to 32 bits. Every logarithm, sine
/// and cosine is the nearest number of 32 bits (CGSL, `normals.h`); those of C libraries and of PyTorch are so nearly always.
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
