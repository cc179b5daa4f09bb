/// A training that cannot begin.
public enum TrainingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The initial weights or their loss overflow.
  case startNotFinite
  /// The balanced start was asked for inputs that are not one-hot labels.
  case inputsNotOneHot
  /// A hidden layer has fewer units than there are modes to start from.
  case narrowHiddenLayer(width: Int, rank: Int)
  /// A balanced start of a strength that is not above 0.
  case modeStrength(Double)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .startNotFinite:
      "The network's initial weights or its first loss are not finite. Choose a smaller initialization scale (--gamma)."
    case .inputsNotOneHot:
      """
      The balanced start follows from the modes of the targets, which are known for one-hot inputs only. Choose a random \
      start, or a dataset with one-hot labels.
      """
    case .narrowHiddenLayer(let width, let rank):
      """
      A hidden layer of \(width) cannot hold the \(rank) modes of a balanced start. Give every hidden layer at least \
      \(rank) units.
      """
    case .modeStrength(let strength):
      "A balanced start of strength \(strength) never learns anything. Choose a strength above 0."
    }
  }
}
