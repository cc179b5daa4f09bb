/// Why an image was not drawn. The script and its tables are there all the same.
public enum GnuplotError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No gnuplot on PATH.
  case missing
  /// An older gnuplot than the scripts need.
  case tooOld(version: String)
  /// gnuplot ended with an error; its own message.
  case failed(script: String, message: String)
  /// gnuplot did not end in time.
  case timedOut(script: String, seconds: Int)
  /// A figure of nothing but matrices, which no letters show.
  case notForText(script: String)
  /// Anything else that kept gnuplot from running.
  case notRun(reason: String)

  /// The error in words: what, why, and what to do.
  public var description: String {
    switch self {
    case .missing:
      "gnuplot was not found on PATH. Install it (Debian: gnuplot-nox, Homebrew: gnuplot)."
    case .tooOld(let version):
      "gnuplot \(version) is too old for the scripts. Install 5.4 or later."
    case .failed(let script, let message):
      "gnuplot could not draw \(script): \(message)"
    case .timedOut(let script, let seconds):
      "gnuplot did not finish \(script) within \(seconds) seconds and was stopped. More time: --drawing-time."
    case .notForText(let script):
      """
      \(script) cannot be shown as text: it holds matrices only, whose cells need colours. Choose another figure with \
      --figure, or look at its image.
      """
    case .notRun(let reason):
      "gnuplot could not be started: \(reason.hasSuffix(".") ? String(reason.dropLast()) : reason)."
    }
  }
}
