internal import LearningDynamics

/// Whether a run cannot show all stages, by what theory expects before any weight is drawn: it ends too early, or a hidden
/// layer is too narrow.
enum ShortRun {
  /// What a reader should know, with what would help; nil where all stages come in time, and where no theory says.
  ///
  /// The last stage is that of the weakest mode of at least a twentieth of the strongest.
  static func warning(_ plan: TrainingPlan, _ dataset: Dataset, stable: Double) throws -> String? {
    let values = try dataset.targetSingularValues()
    guard let strongest = values.first, strongest > 0, plan.learningRate <= stable,
      let weakest = CountedModes.weakest(of: values)
    else { return nil }
    func warning(_ what: String, _ ways: [String]) -> String {
      "\(dataset.identifier): by theory \(what), and the run ends at \(plan.epochs.grouped). What helps: "
        + ways.joined(separator: ", or ") + "."
    }
    let rank = values.count { $0 > Recording.negligibleStrength * strongest }
    if let narrowest = plan.hiddenWidths.min(), narrowest < rank {
      return "\(dataset.identifier): a hidden layer of \(narrowest) holds no more than \(narrowest) mode"
        + "\(narrowest == 1 ? "" : "s"), and there are \(rank). What helps: --hidden \(rank)."
    }
    if plan.hiddenWidths.count >= 2 {
      guard try dataset.earliestHalfRise(in: plan, within: plan.epochs) == nil else { return nil }
      var scale = 0.0
      if case .scaledNormal(let given) = plan.initialization { scale = given }
      return warning(
        "no stage comes before the end", [scale < 1 ? "larger initial weights (--gamma 1)" : "more epochs (--epochs)"])
    }
    guard let first = dataset.expectedHalfRise(ofMode: strongest, in: plan),
      let last = dataset.expectedHalfRise(ofMode: weakest, in: plan), last.isFinite, last > Double(plan.epochs)
    else { return nil }
    var ways: [String] = []
    let enough = (1.2 * last / 50).rounded(.up) * 50
    if enough <= 10_000_000 { ways.append("--epochs \(Int(enough))") }
    if plan.learningRate < 0.8 * stable { ways.append("a larger rate (--eta, below \(stable.significant()))") }
    if !plan.isZeroDepth { ways.append("larger initial weights (--gamma)") }
    func text(_ epoch: Double) -> String { epoch < 1e12 ? Int(epoch.rounded()).grouped : epoch.significant(2) }
    return first > Double(plan.epochs)
      ? warning("no mode is half learned before epoch \(text(first))", ways)
      : warning("the last stage comes near epoch \(text(last))", ways)
  }
}
