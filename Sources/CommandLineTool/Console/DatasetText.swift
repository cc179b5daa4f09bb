internal import GSL
internal import LearningDynamics
internal import Support

/// What a dataset is, for reading: the lines by which one sees whether it is what was meant.
struct DatasetText {
  private let dataset: Dataset
  private let notes: [String]

  /// - Parameter notes: how the data were read, where that may not be what was meant.
  init(_ dataset: Dataset, notes: [String] = []) {
    self.dataset = dataset
    self.notes = notes
  }

  /// Names and what they are.
  var entries: [(name: String, text: String)] {
    var entries = [
      ("items", "\(dataset.itemCount.grouped): \(Self.list(dataset.items))"),
      ("features", "\(dataset.featureCount.grouped)" + named),
      ("values", values),
    ]
    if let tree = dataset.tree { entries.append(("tree", tree.levels == 1 ? "one level" : "\(tree.levels) levels")) }
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
    if let scale = recommendation.initializationScale { training.insert("γ = \(scale.significant())", at: 1) }
    entries.append(("training", training.joined(separator: ", ")))
    entries += notes.map { ("note", $0) }
    return entries
  }

  private var named: String {
    let names = dataset.features.named
    if names.isEmpty { return ", sampled" }
    return (dataset.features.numbered > 0 ? ", sampled, and " : ": ") + Self.list(names)
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
