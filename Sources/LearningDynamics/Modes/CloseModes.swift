/// The one rule for modes that belong together because their strengths are close.
public enum CloseModes {
  /// Two modes are nearly equal when the weaker one lacks less than this part of the stronger one.
  ///
  /// Any mixture of such modes describes the data as well, and other samples of the features would give other mixtures:
  /// what each of them tells apart is not to be read.
  public static let nearlyEqual = 0.02

  /// Modes this close are learned so nearly at the same time that they make one step of the loss.
  public static let oneStep = 0.05

  /// Neighbours in a descending list, each close to the next; a value that is close to neither neighbour stands alone.
  ///
  /// - Parameters:
  ///   - values: strengths, the largest first.
  ///   - tolerance: the part of the stronger of two that the weaker may lack, such as ``nearlyEqual``.
  /// - Returns: ranges of indices, which together are all of them, in order.
  public static func groups(of values: [Double], within tolerance: Double) -> [ClosedRange<Int>] {
    var groups: [ClosedRange<Int>] = []
    for index in values.indices {
      if let last = groups.last, values[index] > (1 - tolerance) * values[index - 1] {
        groups[groups.count - 1] = last.lowerBound...index
      } else {
        groups.append(index...index)
      }
    }
    return groups
  }
}
