internal import LearningDynamics
internal import PluginKit
internal import Support

/// A warning to read before looking at the figures, with suggestions.
///
/// The command line, the page and the report each have their own wording, so it is kept as a value.
public struct RunWarning: Hashable, Sendable {
  /// A suggestion.
  public struct Remedy: Hashable, Sendable {
    /// The suggestion for the command line: "--epochs 250", "a larger rate (--eta, below 253.7)".
    public let text: String
    /// The option to give, with its value; nil if no single option is enough.
    public let option: RunOption?
    /// The option's new value.
    public let value: String?

    init(_ text: String, _ option: RunOption? = nil, _ value: String? = nil) {
      (self.text, self.option, self.value) = (text, option, value)
    }
  }

  public let dataset: String
  /// The fact, without a full stop.
  public let fact: String
  /// Suggestions, the best first; one of them is enough.
  public let remedies: [Remedy]

  init(_ dataset: String, _ fact: String, _ remedies: Remedy...) { self.init(dataset, fact, remedies) }

  init(_ dataset: String, _ fact: String, _ remedies: [Remedy]) {
    (self.dataset, self.fact, self.remedies) = (dataset, fact, remedies)
  }

  /// The warning for the command line and the record.
  public var text: String {
    let help = remedies.isEmpty ? "" : " Try \(remedies.map(\.text).joined(separator: ", or "))."
    return "\(dataset): \(fact).\(help)"
  }
}

/// Predicts, before any weight is drawn, whether a run cannot show all stages: it ends too early, or a hidden layer is too
/// narrow.
enum ShortRunWarning {
  /// A warning with suggestions; nil if all stages come in time, or if no theory applies.
  ///
  /// The last stage is that of the weakest relevant mode (at least a twentieth of the strongest).
  static func warning(_ plan: TrainingPlan, _ dataset: Dataset, stable: Double) throws -> RunWarning? {
    let values = try dataset.targetSingularValues()
    guard let strongest = values.first, strongest > 0, let weakest = ModeThreshold.weakestRelevant(of: values) else {
      return nil
    }
    func warning(_ what: String, _ ways: [RunWarning.Remedy]) -> RunWarning {
      RunWarning(dataset.identifier, "theory predicts \(what) the run ends at epoch \(plan.epochs.grouped)", ways)
    }
    let rank = ModeThreshold.rank(of: values)
    if let narrowest = plan.hiddenWidths.min(), narrowest < rank {
      let widths = plan.hiddenWidths.map { String(max($0, rank)) }.joined(separator: ",")
      return RunWarning(
        dataset.identifier,
        "a hidden layer of \(narrowest) can learn only \(narrowest) of the \(rank) modes",
        .init("--hidden \(widths)", .hidden, widths))
    }
    if plan.hiddenWidths.count >= 2 {
      guard try dataset.earliestHalfRise(in: plan, within: plan.epochs) == nil else { return nil }
      let waiting = plan.hiddenWidths.count == 2 ? "1/γ" : "1/γ^\(plan.hiddenWidths.count - 1)"
      return warning(
        "no stage before",
        [
          .init("larger initial weights (--gamma; the waiting time grows with \(waiting))"),
          .init("more epochs (--epochs)", .epochs, "\(4 * plan.epochs)"),
        ])
    }
    guard plan.learningRate <= stable else { return nil }
    guard let first = dataset.expectedHalfRise(ofMode: strongest, in: plan),
      let last = dataset.expectedHalfRise(ofMode: weakest, in: plan), last.isFinite
    else { return nil }
    guard last > Double(plan.epochs) else { return weakModes(values, plan, dataset) }
    var ways: [RunWarning.Remedy] = []
    let enough = (1.2 * last / 50).rounded(.up) * 50
    if enough <= 10_000_000 { ways.append(.init("--epochs \(Int(enough))", .epochs, "\(Int(enough))")) }
    let rate = PreparedDataset.safeRate(below: stable)
    if plan.learningRate < rate {
      ways.append(.init("a larger rate (--eta, below \(stable.significant()))", .eta, rate.parameterText))
    }
    if !plan.isShallow { ways.append(.init("larger initial weights (--gamma)")) }
    func text(_ epoch: Double) -> String { epoch < 1e12 ? Int(epoch.rounded()).grouped : epoch.significant(2) }
    return first > Double(plan.epochs)
      ? warning("that no mode is half learned before epoch \(text(first)), but", ways)
      : warning("the last stage near epoch \(text(last)), but", ways)
  }

  /// A warning for modes that are learned only after the end of the run and are weaker than the relevant ones, down to a
  /// thousandth of the strongest.
  private static func weakModes(_ values: [Double], _ plan: TrainingPlan, _ dataset: Dataset) -> RunWarning? {
    let late = values.indices.filter { mode in
      values[mode] >= values[0] / 1000
        && (dataset.expectedHalfRise(ofMode: values[mode], in: plan) ?? 0) > Double(plan.epochs)
    }
    guard let first = late.first, let last = late.last,
      let epoch = dataset.expectedHalfRise(ofMode: values[last], in: plan), epoch < 1e12
    else { return nil }
    let squares = values.map { $0 * $0 }
    let share = 100 * late.reduce(0) { $0 + squares[$1] } / squares.reduce(0, +)
    let enough = Int((1.2 * epoch / 50).rounded(.up) * 50)
    return RunWarning(
      dataset.identifier,
      "theory predicts \((first...last).modesText) (\(share.significant(2)) % of the variance) after the run's end at epoch "
        + "\(plan.epochs.grouped): mode \(last + 1) is half learned near epoch \(Int(epoch.rounded()).grouped)",
      enough <= 10_000_000 ? [.init("--epochs \(enough)", .epochs, "\(enough)")] : [])
  }
}
