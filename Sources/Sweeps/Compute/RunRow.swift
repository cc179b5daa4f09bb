internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import Support

/// One run: what it was, and what came of it.
struct RunRow {
  /// Its number, from 0.
  let run: Int
  /// What was asked for, all of it.
  let request: RunRequest
  /// The values of what is varied beside the settings that have columns of their own.
  let further: [String]
  /// What came of it, or why nothing did.
  let result: Result<Trained, any Error>

  /// A training and its outcome.
  struct Trained {
    let plan: TrainingPlan
    let effectiveRate: Double
    let stableRate: Double
    let outcome: LearningOutcome
  }

  /// Adds the row as parts of a sweep have it: the leading columns, then the half-rises of all levels and of all modes, each
  /// as one list with commas, because other runs may have more of them; then a note.
  func write(to text: inout String) {
    var fields = [String(run + 1), request.plugins.first ?? "", String(request.training.seed)]
    switch result {
    case .success(let trained):
      fields += Self.settings(trained) + further + [trained.stableRate.tableText] + Self.numbers(trained.outcome)
      fields.append(trained.outcome.levelHalfRises.map { ($0 ?? .nan).tableText }.joined(separator: ","))
      fields.append(trained.outcome.halfRiseEpochs.map { $0.map(String.init) ?? "NaN" }.joined(separator: ","))
      fields.append("")
    case .failure(let error):
      fields += unresolvedSettings + further + ["NaN", "failed"] + Array(repeating: "NaN", count: 7) + ["", ""]
      // A field is one line without tabs.
      fields.append("\(error)".split(whereSeparator: { $0.isWhitespace }).joined(separator: " "))
    }
    text += fields.joined(separator: "\t")
    text += "\n"
  }

  private static func settings(_ trained: Trained) -> [String] {
    let plan = trained.plan
    return [
      plan.learningRate.tableText, trained.effectiveRate.tableText, (plan.initialization.scale ?? .nan).tableText,
      widths(plan.hiddenWidths),
      String(plan.epochs),
    ]
  }

  /// The settings as far as they are known without a dataset.
  private var unresolvedSettings: [String] {
    let training = request.training
    return [
      (training.learningRate ?? .nan).tableText, "NaN", (training.initializationScale ?? .nan).tableText,
      Self.widths(training.hiddenWidths), training.epochs.map(String.init) ?? "NaN",
    ]
  }

  private static func widths(_ widths: [Int]) -> String {
    widths.isEmpty ? "none" : widths.map(String.init).joined(separator: ",")
  }

  private static func numbers(_ outcome: LearningOutcome) -> [String] {
    var (status, converged, diverged) = ("unfinished", "NaN", "NaN")
    switch outcome.ending {
    case .converged(let epoch): (status, converged) = ("converged", String(epoch))
    case .diverged(let epoch): (status, diverged) = ("diverged", String(epoch))
    case .unfinished: break
    }
    let wrong = outcome.wrongWay
    return [
      status, converged, diverged, outcome.finalLoss.tableText, (outcome.stagingIndex ?? .nan).tableText,
      (wrong?.worst ?? .nan).tableText, wrong.map { $0.stateCount > 0 ? String($0.worstState) : "NaN" } ?? "NaN",
      wrong.map { String($0.stateCount) } ?? "NaN",
    ]
  }
}

/// How long single runs of a sweep take: the first and the last, of which one may be much larger.
package struct SweepTrial: Sendable {
  /// Seconds for the dataset, its random numbers and the basis.
  package let basis: Double
  /// Seconds for one training.
  package let training: Double

  /// Seconds for a whole sweep by one thread, if all runs are like these.
  package func seconds(of plan: SweepPlan) -> Double {
    Double(plan.sharedCount) * basis + Double(plan.count) * training
  }
}

extension SweepRunner {
  /// Carries out the first run and the last and forgets them, to see how long they take.
  ///
  /// - Returns: the mean of both; nil where one is so large that it is not tried, see ``reckoned()``.
  /// - Throws: what such a run fails of, so that it is known before thousands do; `CancellationError`.
  package func trial() async throws -> SweepTrial? {
    guard try RunSize(plan).work < 2e10 else { return nil }
    var (basis, training) = (0.0, 0.0)
    for run in [0, plan.count - 1] {
      let seconds = try await seconds(of: run)
      basis += seconds.basis / 2
      training += seconds.training / 2
    }
    return SweepTrial(basis: basis, training: training)
  }

  /// Seconds for the whole sweep by one thread, if all runs are like the largest and a processor does twenty thousand million
  /// multiplications a second, of those that `WorkEstimate` counts: what it did for networks of 30 to 500 hidden units.
  package func reckoned() throws -> Double { Double(plan.count) * (try RunSize(plan).work) / 2e10 }

  private func seconds(of run: Int) async throws -> (basis: Double, training: Double) {
    let (shared, own) = run.quotientAndRemainder(dividingBy: plan.ownCount)
    var changed = try plan.sharedRequest(shared)
    try plan.set(own: own, in: &changed)
    return try await ComputingThreads.run { [plan, request = changed] in
      let clock = ContinuousClock()
      let start = clock.now
      let basis = try SharedBasis(plan, shared)
      let made = clock.now
      _ = try basis.trained(request)
      return ((made - start) / .seconds(1), (clock.now - made) / .seconds(1))
    }
  }
}
