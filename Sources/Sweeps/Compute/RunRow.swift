internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import Support

/// One run: its settings and its outcome.
struct RunRow {
  /// Its number, from 0.
  let run: Int
  /// The complete request.
  let request: RunRequest
  /// The values of varied settings without a column in every table.
  let further: [String]
  /// The outcome, or the error.
  let result: Result<Trained, any Error>

  /// A training and its outcome.
  struct Trained {
    let plan: TrainingPlan
    let effectiveRate: Double
    let stableRate: Double
    let outcome: LearningOutcome
  }

  /// Adds the row in the format of a part: the leading columns, then the half-rises of all levels and of all modes, and
  /// ``SweepColumns/phase`` of all phases after the first, each as one list with commas, because other runs may have more of them;
  /// then a note.
  func write(to text: inout String) {
    var fields = [String(run + 1), request.plugins.first ?? "", String(request.training.seed)]
    switch result {
    case .success(let trained):
      fields += Self.settings(trained) + further + [trained.stableRate.tableText] + Self.numbers(trained.outcome)
      fields.append(trained.outcome.levelHalfRises.map { ($0 ?? .nan).tableText }.joined(separator: ","))
      fields.append(trained.outcome.halfRiseEpochs.map { $0.map(String.init) ?? "NaN" }.joined(separator: ","))
      fields.append(Self.phases(trained))
      fields.append("")
    case .failure(let error):
      fields += unresolvedSettings + further + ["NaN", "failed"] + Array(repeating: "NaN", count: 12) + ["", "", ""]
      // A field is one line without tabs.
      fields.append("\(error)".split(whereSeparator: { $0.isWhitespace }).joined(separator: " "))
    }
    text += fields.joined(separator: "\t")
    text += "\n"
  }

  /// Three numbers for each phase after the first.
  private static func phases(_ trained: Trained) -> String {
    (1..<max(1, trained.plan.phases.count)).flatMap { phase in
      let outcome = trained.outcome.phases.first { $0.phase == phase }
      // What is lost on the way to a loss that was not reached cannot be compared.
      let known = outcome.flatMap { trained.plan.phases[phase].endLoss == nil || $0.reachedLoss ? $0 : nil }
      return [
        outcome.map { String($0.epochs) } ?? "NaN", (known?.oldLoss ?? .nan).tableText,
        (known?.newLoss ?? .nan).tableText,
      ]
    }.joined(separator: ",")
  }

  private static func settings(_ trained: Trained) -> [String] {
    let plan = trained.plan
    return [
      plan.learningRate.tableText, trained.effectiveRate.tableText, (plan.initialization.scale ?? .nan).tableText,
      plan.hiddenWidths.widthsText, String(plan.epochs),
    ]
  }

  /// The settings that are known without a dataset.
  private var unresolvedSettings: [String] {
    let training = request.training
    return [
      (training.learningRate ?? .nan).tableText, "NaN", (training.initializationScale ?? .nan).tableText,
      training.hiddenWidths.widthsText, training.epochs.map(String.init) ?? "NaN",
    ]
  }

  private static func numbers(_ outcome: LearningOutcome) -> [String] {
    var (status, converged, diverged) = ("not-converged", "NaN", "NaN")
    switch outcome.ending {
    case .converged(let epoch): (status, converged) = ("converged", String(epoch))
    case .diverged(let epoch): (status, diverged) = ("diverged", String(epoch))
    case .unfinished: break
    }
    let wrong = outcome.wrongSide
    return [
      status, converged, diverged, outcome.finalLoss.tableText, (outcome.stagingIndex ?? .nan).tableText,
      (wrong?.worst ?? .nan).tableText, wrong.map { $0.stateCount > 0 ? String($0.worstState) : "NaN" } ?? "NaN",
      wrong.map { String($0.stateCount) } ?? "NaN", (outcome.kernelMovement ?? .nan).tableText,
      (outcome.hiddenMovement ?? .nan).tableText, (outcome.bestStop?.testError ?? .nan).tableText,
      outcome.bestStop.map { String($0.epoch) } ?? "NaN", (outcome.bestStop?.finalTestError ?? .nan).tableText,
    ]
  }
}
