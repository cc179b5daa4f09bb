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
  /// ‖W̄‖² − ‖QᵀW̄‖²: what no network of these coordinates can learn. If the coordinates are nearly dependent, ‖QᵀW̄‖ may be too large in
  /// directions that no network has; then this is negative, and takes away what these add to a distance.
  let rest: Double

  /// - Parameters:
  ///   - coordinates: Qᵀ W̄.
  ///   - squaredNorm: ‖W̄‖².
  /// - Returns: nil for a map of zeros, of which no error is a share.
  init?(coordinates: Matrix, squaredNorm: Double) {
    self.squaredNorm = squaredNorm
    guard squaredNorm > 0 else { return nil }
    self.coordinates = coordinates
    rest = squaredNorm - coordinates.sumOfSquares
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
    return max(0, sum + rest) / squaredNorm
  }
}

/// The best moment to stop a training: when its test error ‖W_tot − W̄‖²/‖W̄‖² is least, W̄ the map that the targets were made with.
public struct BestStop: Codable, Hashable, Sendable {
  /// The first epoch at which it is reached.
  public private(set) var epoch = 0
  /// The least test error; 1 is that of a network that predicts 0.
  public private(set) var testError: Double
  /// The test error at the last epoch.
  public private(set) var finalTestError: Double

  /// The first state.
  init(initial error: Double) { (testError, finalTestError) = (error, error) }

  /// The best moment of a whole training; nil without states.
  ///
  /// - Parameter errors: the test error at each state, as `Recording.testErrors`.
  public init?(_ errors: some Sequence<Double>) {
    var best: BestStop?
    for (epoch, error) in errors.enumerated() {
      if best == nil { best = BestStop(initial: error) } else { best?.add(error, at: epoch) }
    }
    guard let best else { return nil }
    self = best
  }

  /// Adds a state.
  mutating func add(_ error: Double, at epoch: Int) {
    finalTestError = error
    if error < testError { (testError, self.epoch) = (error, epoch) }
  }
}
