internal import Support

/// The singular values of a map of low rank plus noise, in the limit of many items and outputs.
///
/// A map W̄ (N × P) with the singular values s̄ plus independent noise of variance 1/P on each entry, A = N/P:
///
/// - Without signal the singular values lie between |1 − √A| and the *noise edge* 1 + √A.
/// - A signal s̄ > A^¼ gives the singular value ŝ = √((1 + s̄²)(A + s̄²))/s̄ above the edge. A weaker one is lost in the noise.
/// - The overlap of its mode with the true one, (u·û)(v·v̂) = o, is
///   o² = (1 − A(1 + s̄²)/(s̄²(A + s̄²))) · (1 − (A + s̄²)/(s̄²(1 + s̄²))).
///
/// Values here are in units of the noise, σ√P for noise of standard deviation σ on each target.
///
/// Benaych-Georges, F. & Nadakuditi, R. R. (2012). The singular values and vectors of low rank perturbations of large rectangular
/// random matrices. J. Multivar. Anal. 111, 120–135. doi:10.1016/j.jmva.2012.04.019. Lampinen, A. K. & Ganguli, S. (2019).
/// arXiv:1809.10374
public struct NoisySpectrum: Hashable, Sendable {
  /// A = N/P.
  public let aspectRatio: Double

  /// - Parameters:
  ///   - outputs: N, at least 1.
  ///   - items: P, at least 1.
  public init(outputs: Int, items: Int) {
    precondition(outputs > 0 && items > 0, "a map has entries")
    aspectRatio = Double(outputs) / Double(items)
  }

  /// 1 + √A.
  public var edge: Double { 1 + aspectRatio.squareRoot() }

  /// A^¼: weaker signals cannot be seen.
  public var smallestVisibleSignal: Double { aspectRatio.squareRoot().squareRoot() }

  /// ŝ of a signal; nil for one that is lost in the noise.
  public func singularValue(ofSignal signal: Double) -> Double? {
    guard signal > smallestVisibleSignal else { return nil }
    // Without squares of s̄, which could overflow.
    let inverse = 1 / signal
    return signal * ((inverse * inverse + 1) * (aspectRatio * inverse * inverse + 1)).squareRoot()
  }

  /// o of a signal; 0 for one that is lost in the noise.
  public func overlap(ofSignal signal: Double) -> Double {
    guard signal > smallestVisibleSignal else { return 0 }
    let inverse = 1 / (signal * signal)
    let outputs = 1 - aspectRatio * inverse * (1 + inverse) / (1 + aspectRatio * inverse)
    let items = 1 - inverse * (1 + aspectRatio * inverse) / (1 + inverse)
    return (max(0, outputs) * max(0, items)).squareRoot()
  }

  /// A lower bound of the test error of a network that learns the modes of the noisy targets: Σ s̄²(1 − o²)/Σ s̄².
  ///
  /// For each mode the best strength is s̄ o, less than the ŝ that it is taught. With one signal, learned before any noise, the bound is
  /// reached; with several not, because they are not at their best strengths at the same moment.
  public func leastTestError(ofSignals signals: [Double]) -> Double {
    let total = signals.reduce(0) { $0 + $1 * $1 }
    guard total > 0 else { return 1 }
    return signals.reduce(0) { sum, signal in
      let overlap = overlap(ofSignal: signal)
      return sum + signal * signal * (1 - overlap * overlap)
    } / total
  }
}
