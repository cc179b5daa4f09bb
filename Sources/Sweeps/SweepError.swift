/// A sweep that cannot be begun, gone on with, or put together.
public enum SweepError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A `--vary` that cannot be meant.
  case axis(text: String, reason: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .axis(let text, let reason): "--vary \(text): \(reason)"
    }
  }
}
