/// How the outputs of the seeded generator become uniform, normal and integer numbers.
public enum SamplingConvention: String, Codable, CaseIterable, Hashable, Sendable {
  /// The tutorial's: data as NumPy's legacy generator draws them, weights as PyTorch's CPU generator does.
  /// The same seed then gives the tutorial's own numbers.
  case tutorial
  /// GSL's own samplers, in the same order: `gsl_rng_uniform`, `gsl_rng_uniform_int`, `gsl_ran_gaussian_ziggurat`.
  case gsl
}
