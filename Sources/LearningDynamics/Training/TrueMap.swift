internal import GSL

/// The map that noisy targets were made with, in a trainer's coordinates of the outputs.
///
/// The test error of a network is ‖W_tot − W̄‖²/‖W̄‖², with W̄ the true map: 1 for a network that predicts 0. For one-hot inputs it
/// is the error on new targets of the same items, without their noise.
///
/// Lampinen, A. K. & Ganguli, S. (2019). An analytic theory of generalization dynamics and transfer learning in deep linear
/// networks. arXiv:1809.10374
struct TrueMap: Equatable, Sendable {
  /// Qᵀ W̄, r × n.
  let coordinates: Matrix
  /// ‖W̄‖², above 0.
  let squaredNorm: Double
  /// ‖W̄‖² − ‖QᵀW̄‖²: what no network of these coordinates can learn.
  let rest: Double

  /// - Parameters:
  ///   - coordinates: Qᵀ W̄.
  ///   - map: W̄, N × n.
  /// - Returns: nil for a map of zeros, of which no error is a share.
  init?(coordinates: Matrix, of map: Matrix) {
    self.init(coordinates: coordinates, squaredNorm: map.sumOfSquares)
  }

  /// - Parameter squaredNorm: ‖W̄‖².
  init?(coordinates: Matrix, squaredNorm: Double) {
    self.squaredNorm = squaredNorm
    guard squaredNorm > 0 else { return nil }
    self.coordinates = coordinates
    rest = max(0, squaredNorm - coordinates.sumOfSquares)
  }

  /// ‖W − W̄‖²/‖W̄‖² of a map in these coordinates.
  ///
  /// - Complexity: O(r·n), no allocation.
  func error(of map: Matrix) -> Double {
    let sum = map.elements.withUnsafeBufferPointer { map in
      coordinates.elements.withUnsafeBufferPointer { truth in
        var sum = 0.0
        for index in map.indices {
          let difference = map[index] - truth[index]
          sum += difference * difference
        }
        return sum
      }
    }
    return (sum + rest) / squaredNorm
  }
}
