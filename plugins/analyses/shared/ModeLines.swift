import LearningDynamics
import PluginKit

/// Modes in a few lines, the strongest first: each distinct mode has its own line, nearly equal neighbours share one.
enum ModeLines {
  /// The most lines, without the one on the weaker modes.
  private static let mostLines = 5

  /// - Parameters:
  ///   - strengths: of the modes, in descending order.
  ///   - alone: the text for one mode.
  ///   - together: the text for nearly equal modes.
  ///   - rest: the text for the remaining modes, given the first of them.
  static func lines(
    _ strengths: [Double], alone: (Int) -> String, together: (ClosedRange<Int>) -> String, rest: (Int) -> String
  ) -> [String] {
    var lines: [(text: String, isAlone: Bool)] = []
    var told = 0
    for group in CloseModes.groups(of: strengths, within: CloseModes.nearlyEqual) {
      let isAlone = group.count == 1
      if !isAlone, let last = lines.last, !last.isAlone {
        lines[lines.count - 1].text += ", " + together(group)
      } else if lines.count == mostLines, strengths.count - told > 1 {
        return lines.map(marked) + [rest(told)]
      } else {
        lines.append((isAlone ? alone(group.lowerBound) : together(group), isAlone))
      }
      told = group.upperBound + 1
    }
    return lines.map(marked)
  }

  private static func marked(_ text: String, isAlone: Bool) -> String {
    isAlone ? text : "nearly equal: \(text)"
  }

  /// "modes 3–4 and 5–8 are nearly equal in strength: do not interpret them separately"; nil if none are.
  static func warning(_ strengths: [Double]) -> String? {
    let groups = nearlyEqual(strengths).map { "\($0.lowerBound + 1)–\($0.upperBound + 1)" }
    guard !groups.isEmpty else { return nil }
    return
      "modes \(groups.joined(separator: " and ")) are nearly equal in strength: do not interpret them separately"
  }

  /// The groups of more than one mode.
  static func nearlyEqual(_ strengths: [Double]) -> [ClosedRange<Int>] {
    CloseModes.groups(of: strengths, within: CloseModes.nearlyEqual).filter { $0.count > 1 }
  }
}
