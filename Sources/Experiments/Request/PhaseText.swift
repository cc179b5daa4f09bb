internal import LearningDynamics
internal import PluginKit
internal import Support

/// Phases as text: "epochs=400 without=Oak", several with semicolons between them, and changes of a dataset's own phases as
/// "2: eta=5".
enum PhaseText {
  /// Adds the phases of a text.
  ///
  /// - Throws: `PhaseTextError`.
  static func read(_ text: String, after history: HistoryChange) throws(PhaseTextError) -> HistoryChange {
    var history = history
    for part in QuotedText.parts(of: text, at: ";") {
      if let (number, change) = try change(part) {
        history.changes[number] = history.changes[number]?.changed(by: change) ?? change
      } else {
        history.phases.append(try checked(PhaseSettings(text: part)))
      }
    }
    guard history.phases.count <= LearningPhase.largestCount else {
      throw PhaseTextError("A history has at most \(LearningPhase.largestCount) phases. Leave some out.")
    }
    return history
  }

  /// Whether a text only changes phases that there are.
  static func isChange(_ text: String) -> Bool {
    QuotedText.parts(of: text, at: ";").allSatisfy { (try? change($0)) != nil }
  }

  private static func change(_ part: String) throws(PhaseTextError) -> (Int, PhaseSettings)? {
    guard let colon = part.firstIndex(of: ":"), let number = Int(part[..<colon].trimmed) else { return nil }
    guard (1...LearningPhase.largestCount).contains(number) else {
      throw PhaseTextError("Phases are numbered from 1 to \(LearningPhase.largestCount), but this one is \(number).")
    }
    return (number, try checked(PhaseSettings(text: String(part[part.index(after: colon)...])), isChange: true))
  }

  private static func checked(
    _ phase: PhaseSettings, isChange: Bool = false
  ) throws(PhaseTextError) -> PhaseSettings {
    if phase == PhaseSettings() {
      throw PhaseTextError("A phase is empty. Write it like this: epochs=400 without=Oak.")
    }
    if let contradiction = phase.contradiction, !isChange { throw PhaseTextError("\(contradiction).") }
    return phase
  }

  /// The texts of a history.
  static func write(_ history: HistoryChange) -> [String] {
    history.phases.map(\.text) + history.changes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.text)" }
  }
}
