internal import Experiments
internal import GSL
internal import LearningDynamics
internal import Support

/// A forecast as text for the console.
struct ForecastText {
  /// The whole text, lines of at most 80 columns.
  let text: String

  /// At most this many modes are listed.
  private static let largestListedCount = 16

  init(_ forecast: LearningForecast) {
    var lines = [TextWrapping.wrap(forecast.title)]
    let (before, table, after) = Self.entries(forecast)
    lines += before.map { TextWrapping.entry("  " + $0, $1, column: 14) }
    // Not wrapped, because wrapping would break the columns.
    lines += table.enumerated().map { Self.column($0 == 0 ? "  modes" : "", 14) + $1 }
    lines += after.map { TextWrapping.entry("  " + $0, $1, column: 14) }
    self.text = lines.joined(separator: "\n")
  }

  /// The entries before the table of modes, the table, and the entries after it.
  private static func entries(
    _ forecast: LearningForecast
  ) -> (before: [(String, String)], table: [String], after: [(String, String)]) {
    let rate = forecast.effectiveLearningRate.digits
    let isPlain = forecast.plan.variant.isPlain
    let rates = [
      (
        "rates",
        (forecast.plan.variant.hasEffectiveRate
          ? "ε = \(rate), τ = 1/ε = \(forecast.timeConstant.digits) epochs; " : "")
          + (forecast.largestStableLearningRate.isFinite
            ? "stable below η = \(forecast.largestStableLearningRate.digits)"
            : isPlain ? "the targets set no limit on η" : "no largest stable learning rate is known for this training")
      )
    ]
    var entries: [(String, String)] = []
    if let limit = forecast.limit {
      entries.append(("stages", "theory does not apply: \(limit)"))
    } else {
      let stages = forecast.stages.map { LearningStage(modes: $0.modes, epoch: $0.epoch).text }
      entries.append(("stages", stages.isEmpty ? "none" : stages.joined(separator: ", ")))
      let narrowest = forecast.plan.hiddenWidths.min() ?? .max
      let needed =
        narrowest < forecast.modes.count
        ? "not all \(forecast.modes.count) modes can be learned: a hidden layer of \(narrowest) can hold only \(narrowest)"
        : forecast.epochsNeeded.map { "\($0.grouped) until \(forecast.relevantPart) 99 % learned" }
      let unknown = "more than can be computed until \(forecast.relevantPart) learned"
      let epochs = [
        needed ?? unknown, forecast.latestOfOthers,
        "\(forecast.history == nil ? "this run" : "the first phase") has \(forecast.plan.epochs.grouped)",
      ]
      entries.append(("epochs", epochs.compactMap(\.self).joined(separator: "; ")))
    }
    for (index, words) in (forecast.history ?? []).enumerated() {
      entries.append((index == 0 ? "phases" : "", "\(index + 1). \(words)"))
    }
    if let stop = forecast.bestStop {
      let end = "\(stop.finalTestError.significant()) at the end (1: a network that predicts 0)"
      entries.append(
        (
          "test error",
          stop.epoch == forecast.plan.epochs
            ? end : "least at epoch \(stop.epoch.grouped), \(stop.testError.significant()); \(end)"
        ))
    }
    if let illusion = forecast.illusion {
      let plateaus =
        illusion.plateaus.map { "predicted plateaus " + Self.values($0, illusion.range) }
        ?? "no plateaus, because \(forecast.reasonForNoPlateaus)"
      entries.append(("illusion", "\(illusion.probe): \(plateaus)"))
      if let population = illusion.population {
        entries.append(("", "before sampling: \(Self.values(population, illusion.range))"))
      }
      if let course = illusion.course { entries.append(("", course.story)) }
    }
    return (rates, forecast.levels.map { rows($0, hasPlateaus: forecast.hasStages) } ?? rows(forecast.modes), entries)
  }

  /// A row for each level: strengths expected and in the sample, epoch half learned, and the loss once it is learned.
  private static func rows(_ levels: [LearningForecast.Level], hasPlateaus: Bool) -> [String] {
    // The other columns leave 17 of 80 characters for the names.
    let names = levels.map { $0.name.count > 16 ? $0.name.prefix(15) + "…" : $0.name }
    let width = names.map(\.count).max() ?? 0
    let strongest = levels.first?.sample.first ?? 0
    func digits(_ value: Double?) -> String {
      guard let value else { return "none" }
      return value > ModeThreshold.negligible(beside: strongest) ? value.digits : "0"
    }
    let header = column("", width) + "  modes  s expected    s in sample   epoch    loss"
    func plateau(_ level: LearningForecast.Level) -> String {
      guard hasPlateaus else { return "–" }
      return level.sampleLossPlateau < 1e-12 ? "0" : level.sampleLossPlateau.significant(3)
    }
    let rows = zip(names, levels).prefix(largestListedCount).map { name, level in
      let (first, last) = (digits(level.sample.first), digits(level.sample.last))
      return column(name, width) + right(level.multiplicity.grouped, 7) + right(digits(level.singularValue), 12)
        + right(first == last ? first : "\(first)–\(last)", 15)
        + right(level.halfRiseEpoch.map { Int($0.rounded()).grouped } ?? "?", 8)
        + right(plateau(level), 8)
    }
    return [header] + rows + (levels.count > rows.count ? ["and \(levels.count - rows.count) more"] : [])
  }

  private static func rows(_ modes: [LearningForecast.Mode]) -> [String] {
    let listed = modes.prefix(largestListedCount).enumerated().map { index, mode in
      "\(index + 1): s = \(mode.singularValue.digits)"
        + (mode.halfRiseEpoch.map { ", half learned at epoch \($0)" } ?? "")
    }
    if modes.isEmpty { return ["none: all targets are zero"] }
    return modes.count > listed.count ? listed + ["and \(modes.count - listed.count) more"] : listed
  }

  private static func values(_ plateaus: PredictionPlateaus, _ range: Double) -> String {
    plateaus.values.map { FeatureScale.text($0, range: range) }.joined(separator: ", ")
  }

  private static func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}

extension LearningForecast {
  /// "all modes are", or "modes 1–6 (99.2 % of the variance) are".
  fileprivate var relevantPart: String {
    guard relevantModes < modes.count else { return "all modes are" }
    let modes = relevantModes == 1 ? "mode 1" : "modes 1–\(relevantModes)"
    let verb = relevantModes == 1 ? "is" : "are"
    let percent = (100 * relevantShare).significant(4)
    return "\(modes) (\(percent == "100" ? "over 99.99" : percent) % of the variance) \(verb)"
  }

  /// "the weakest, mode 9, is half learned at epoch 1,740"; nil if all modes are relevant.
  fileprivate var latestOfOthers: String? {
    guard relevantModes < modes.count, let last = modes.last else { return nil }
    let which = relevantModes == modes.count - 1 ? "mode \(modes.count)" : "the weakest, mode \(modes.count),"
    return last.halfRiseEpoch.map { "\(which) is half learned at epoch \($0.grouped)" }
      ?? "\(which) comes later than can be computed"
  }

  fileprivate var reasonForNoPlateaus: String {
    if plan.isShallow { return "without a hidden layer all modes rise at once" }
    if !plan.variant.isPlain {
      return limit == nil ? "with weight decay no mode is learned fully" : "no theory applies"
    }
    return hasStages ? "no theory applies" : "the hidden layer is too narrow for all modes"
  }

  fileprivate var title: String {
    plan.title(of: dataset, items: items, features: features, effectiveRate: effectiveLearningRate)
      + (history == nil ? "" : " in the first phase")
  }
}

extension Double {
  /// Four significant digits, zeros at the end too: 121.8, 0.002500.
  fileprivate var digits: String { isFinite ? significantDigits(4) : "∞" }
}

/// The description of a dataset for the console.
struct DatasetText {
  private let dataset: Dataset
  private let notes: [String]

  /// - Parameter notes: how the data were read, where this may be unexpected.
  init(_ dataset: Dataset, notes: [String] = []) {
    self.dataset = dataset
    self.notes = notes
  }

  /// Names and texts of the entries.
  var entries: [(name: String, text: String)] {
    var entries = [
      ("items", "\(dataset.itemCount.grouped): \(Self.list(dataset.items))"),
      ("features", features),
      ("values", values),
    ]
    if !dataset.isOneHot {
      let count = dataset.inputs.columns
      let kind = dataset.itemInputs.strength == nil ? "" : ", white"
      entries.append(("inputs", "\(count.grouped) number\(count == 1 ? "" : "s") for each item\(kind)"))
    }
    if let words = dataset.frequencyWords { entries.append(("frequencies", words)) }
    for (index, words) in dataset.historyWords.enumerated() {
      entries.append((index == 0 ? "phases" : "", "\(index + 1). \(words)"))
    }
    if let tree = dataset.tree { entries.append(("tree", tree.levels == 1 ? "one level" : "\(tree.levels) levels")) }
    if !dataset.similarities.isEmpty {
      entries.append(("similar", "compared by 'rsa' with \(dataset.similarities.map(\.name).joined(separator: ", "))"))
    }
    if let probe = dataset.probe {
      let target = dataset.targets[probe.item, probe.feature]
      let text = target == target.rounded() ? target.signed(decimals: 0) : target.signed()
      entries.append(("probe", "\(dataset.name(of: probe)), target \(target == 0 ? "0" : text)"))
    }
    let recommendation = dataset.recommendation
    var training = [
      "η = \((recommendation.learningRate ?? TrainingSettings.Default.learningRate).significant())",
      "\((recommendation.epochs ?? TrainingSettings.Default.epochs).grouped) epochs",
    ]
    if let width = recommendation.hiddenWidth { training.insert("hidden layer of \(width)", at: 1) }
    if let scale = recommendation.initializationScale { training.insert("γ = \(scale.significant())", at: 1) }
    entries.append(("training", training.joined(separator: ", ")))
    entries += notes.map { ("note", $0) }
    return entries
  }

  private var features: String {
    let (names, numbered) = (dataset.features.named, dataset.features.numbered)
    if names.isEmpty { return "\(dataset.featureCount.grouped) sampled" }
    let list = Self.list(names)
    return numbered > 0 ? "\(numbered.grouped) sampled, plus \(list)" : "\(dataset.featureCount.grouped): \(list)"
  }

  private var values: String {
    if dataset.hasBinaryTargets { return "no (−1) and yes (+1)" }
    let (low, high) = dataset.targets.elements.reduce((Double.infinity, -Double.infinity)) {
      (min($0.0, $1), max($0.1, $1))
    }
    return "numbers from \(low.significant()) to \(high.significant())"
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(16).joined(separator: ", ") + (names.count > 16 ? ", …" : "")
  }
}
