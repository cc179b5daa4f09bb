internal import CGSL

/// The singular values, without vectors, of an upper bidiagonal matrix.
///
/// GSL computes singular values only together with their vectors, which take most of the time and are not needed here.
/// This is Golub and Kahan's implicit QR iteration on the two diagonals, with Demmel and Kahan's sweep without a shift
/// where a shift would spoil small values.
///
/// Golub, G. H. & Kahan, W. (1965). SIAM J. Numer. Anal. B 2, 205–224. doi:10.1137/0702016
/// Demmel, J. & Kahan, W. (1990). SIAM J. Sci. Stat. Comput. 11, 873–912. doi:10.1137/0911052
struct BidiagonalSingularValues {
  private let diagonal: UnsafeMutableBufferPointer<Double>
  /// One entry fewer than the diagonal.
  private let superdiagonal: UnsafeMutableBufferPointer<Double>

  /// Replaces the diagonal by the singular values, descending, and overwrites the superdiagonal.
  ///
  /// The largest entry is expected near 1. Those below 1e-150, whose squares would vanish, count as zeros.
  ///
  /// - Returns: whether the iteration converged; it needs about two sweeps per value.
  /// - Complexity: O(n²), no allocation.
  static func compute(
    _ diagonal: UnsafeMutableBufferPointer<Double>, _ superdiagonal: UnsafeMutableBufferPointer<Double>
  ) -> Bool {
    for index in diagonal.indices where diagonal[index].magnitude < 1e-150 { diagonal[index] = 0 }
    for index in superdiagonal.indices where superdiagonal[index].magnitude < 1e-150 { superdiagonal[index] = 0 }
    let iteration = BidiagonalSingularValues(diagonal: diagonal, superdiagonal: superdiagonal)
    guard iteration.run() else { return false }
    for index in diagonal.indices { diagonal[index] = diagonal[index].magnitude }
    sort(diagonal)
    return true
  }

  /// Sorts numbers in descending order; they are already nearly in order.
  static func sort(_ values: UnsafeMutableBufferPointer<Double>) {
    for index in values.indices.dropFirst() {
      var place = index
      while place > 0, values[place] > values[place - 1] {
        values.swapAt(place, place - 1)
        place -= 1
      }
    }
  }

  /// Sweeps over the last unsplit block, until all are split.
  private func run() -> Bool {
    var last = diagonal.count - 1
    var known = (first: 0, last: -1)
    var sweeps = 0
    while last > 0 {
      if isNegligible(last - 1) {
        last -= 1
        continue
      }
      var first = last - 1
      while first > 0, !isNegligible(first - 1) { first -= 1 }
      sweeps += 1
      guard sweeps <= 60 * diagonal.count else { return false }
      if first > known.last || last < known.first {
        // A new block, reversed if necessary so that its large end comes first, where sweeps converge fast.
        if diagonal[first].magnitude < diagonal[last].magnitude { turn(first, last) }
      }
      known = (first, last)
      let shift = self.shift(first, last)
      if shift == 0 { sweepWithoutShift(first, last) } else { sweep(first, last, shift) }
    }
    return true
  }

  private func isNegligible(_ index: Int) -> Bool {
    let size = diagonal[index].magnitude + diagonal[index + 1].magnitude
    guard superdiagonal[index].magnitude <= 0x1p-53 * size else { return false }
    superdiagonal[index] = 0
    return true
  }

  /// Reverses both diagonals: the transpose with rows and columns reversed, which has the same singular values.
  private func turn(_ first: Int, _ last: Int) {
    var (low, high) = (first, last)
    while low < high {
      diagonal.swapAt(low, high)
      (low, high) = (low + 1, high - 1)
    }
    (low, high) = (first, last - 1)
    while low < high {
      superdiagonal.swapAt(low, high)
      (low, high) = (low + 1, high - 1)
    }
  }

  /// The smaller singular value of the last 2 × 2; 0 if it would make no difference, or if the block is singular.
  private func shift(_ first: Int, _ last: Int) -> Double {
    for index in first...last where diagonal[index] == 0 { return 0 }
    let (upper, corner, lower) = (diagonal[last - 1], superdiagonal[last - 1], diagonal[last])
    // σ₁ ± σ₂ = √((|f| ± |h|)² + g²), and σ₁σ₂ = |f h|.
    let (sum, difference) = (upper.magnitude + lower.magnitude, upper.magnitude - lower.magnitude)
    let larger =
      ((sum * sum + corner * corner).squareRoot() + (difference * difference + corner * corner).squareRoot()) / 2
    guard larger > 0 else { return 0 }
    let shift = upper.magnitude * (lower.magnitude / larger)
    let ratio = shift / diagonal[first]
    return ratio * ratio < 0x1p-53 ? 0 : shift
  }

  private func sweep(_ first: Int, _ last: Int, _ shift: Double) {
    let head = diagonal[first]
    var (kept, bulge) = ((head.magnitude - shift) * ((head < 0 ? -1 : 1) + shift / head), superdiagonal[first])
    for index in first..<last {
      let right = Rotation(kept, bulge)
      if index > first { superdiagonal[index - 1] = right.length }
      kept = right.cosine * diagonal[index] + right.sine * superdiagonal[index]
      superdiagonal[index] = right.cosine * superdiagonal[index] - right.sine * diagonal[index]
      bulge = right.sine * diagonal[index + 1]
      diagonal[index + 1] *= right.cosine
      let left = Rotation(kept, bulge)
      diagonal[index] = left.length
      kept = left.cosine * superdiagonal[index] + left.sine * diagonal[index + 1]
      diagonal[index + 1] = left.cosine * diagonal[index + 1] - left.sine * superdiagonal[index]
      if index < last - 1 {
        bulge = left.sine * superdiagonal[index + 1]
        superdiagonal[index + 1] *= left.cosine
      }
    }
    superdiagonal[last - 1] = kept
  }

  private func sweepWithoutShift(_ first: Int, _ last: Int) {
    var (right, left) = (Rotation.identity, Rotation.identity)
    for index in first..<last {
      right = Rotation(diagonal[index] * right.cosine, superdiagonal[index])
      if index > first { superdiagonal[index - 1] = left.sine * right.length }
      left = Rotation(left.cosine * right.length, diagonal[index + 1] * right.sine)
      diagonal[index] = left.length
    }
    let kept = diagonal[last] * right.cosine
    diagonal[last] = kept * left.cosine
    superdiagonal[last - 1] = kept * left.sine
  }

  /// The rotation that takes (f, g) to (r, 0).
  private struct Rotation {
    let cosine: Double
    let sine: Double
    let length: Double

    static let identity = Rotation(1, 0)

    @inline(__always)
    init(_ kept: Double, _ removed: Double) {
      length = (kept * kept + removed * removed).squareRoot()
      // Squares that underflow belong to negligible numbers.
      let inverse = length > 0 ? 1 / length : 0
      cosine = length > 0 ? kept * inverse : 1
      sine = removed * inverse
    }
  }
}
