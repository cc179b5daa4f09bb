/// A training that cannot begin.
public enum TrainingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The initial weights or their loss overflow.
  case startNotFinite

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .startNotFinite:
      "The network's initial weights or its first loss are not finite. Choose a smaller initialization scale (--gamma)."
    }
  }
}
