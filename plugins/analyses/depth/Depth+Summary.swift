import LearningDynamics
import PluginKit
import Support

extension Depth {
  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    var lines: [String] = []
    let cut = result.depths.filter(\.isCutShort).map { "depth \($0.depth)" }
    if !cut.isEmpty {
      lines.append(
        "\(cut.joined(separator: ", ")): cut short at \(DepthDesign.mostEpochs.grouped) epochs before all was learned; a larger "
          + "start (--set start) takes fewer")
    }
    if result.levels.count > 1 {
      let numbers = result.depths.map { course in
        let found = course.sharpness.compactMap(\.self)
        let mean = found.isEmpty ? nil : found.reduce(0, +) / Double(found.count)
        return "\(mean.map(Self.text) ?? "unknown") at depth \(course.depth)"
      }
      lines.append(
        "how sharply stages follow each other (time between half-rises / time from 10 to 90 % of the later one, the mean): "
          + numbers.joined(separator: ", "))
    }
    let deviation = result.depths.reduce(0) { max($0, $1.largestDeviation) }
    lines.append("from the scalar map strengths differ by at most \(deviation.significant(2)) of the strongest mode")
    return lines
  }

  func details(of result: Result, of subject: AnalysisSubject) -> [String] {
    var lines = [network(of: result, subject)]
    for course in result.depths {
      let rises = zip(result.levels, course.levelHalfRises).map { level, half in
        "\(level.name) \(half.map { $0 < 100 ? $0.significant(3) : Int($0.rounded()).grouped } ?? "not yet")"
      }
      lines.append(
        "depth \(course.depth) (ε = \(course.effectiveRate.significant(3)), \(course.epochs.grouped) epochs), half learned at: "
          + Self.list(rises))
    }
    if let law = result.depths.compactMap(\.largestLayerDeviation).max() {
      lines.append("similarities of hidden layer k are V A^(2k/D) Vᵀ to \(law.significant(2)) of their size")
    }
    if result.weakerModes > 0 {
      lines.append(
        "\(result.weakerModes) weaker \(result.weakerModes == 1 ? "mode is" : "modes are") neither waited for nor drawn (below a "
          + "twentieth of the strongest)")
    }
    return lines
  }

  /// What was trained, and why the hidden layers are as wide as they are.
  private func network(of result: Result, _ subject: AnalysisSubject) -> String {
    let width = result.hiddenWidth
    let given = subject.mainPlan.hiddenWidths.first
    let reason =
      switch given {
      case width?: ""
      case let given?: " (not \(given): a balanced start needs one unit for each of \(width) modes)"
      case nil: " (one unit for each mode)"
      }
    return
      "balanced start, every mode of strength \(result.startStrength.significant(3)); hidden layers of \(width)\(reason); "
      + "\(subject.values[Self.share].significant()) of the largest stable rate (a tenth of that at depth 1)"
  }

  /// At most eight of some texts.
  private static func list(_ texts: [String]) -> String {
    texts.prefix(8).joined(separator: ", ") + (texts.count > 8 ? " …" : "")
  }

  /// Two decimals, and no sign of zero.
  static func text(_ value: Double) -> String {
    let rounded = (100 * value).rounded() / 100
    return (rounded == 0 ? 0 : rounded).significant()
  }
}
