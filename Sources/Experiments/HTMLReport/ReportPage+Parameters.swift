internal import LearningDynamics
internal import PluginKit
internal import Support

extension ReportPage {
  /// What a dataset's main training was made with: what there is, its settings, and every option of a run that is about a
  /// training.
  func parameters(of dataset: DatasetRecord) -> Markup {
    var rows: [(name: String, value: String?)] = [
      ("items", dataset.items.grouped), ("features", dataset.features.grouped),
    ]
    rows += dataset.settings.sorted { $0.key < $1.key }.map { ("setting \($0.key)", $0.value) }
    if let plan = dataset.main?.plan {
      rows += RunOption.all.map { option in
        let label = option.page?.label ?? option.name
        let isStart = option == .gamma && plan.initialization.scale == nil
        return (isStart ? "start" : label.prefix(1).lowercased() + label.dropFirst(), option.text(in: plan))
      }
    }
    let stable = dataset.largestStableLearningRate
    rows += [
      ("effective learning rate ε", dataset.effectiveLearningRate.significant()),
      // Targets that are all zero do not limit it.
      ("largest stable η", stable.isFinite ? stable.significant() : "no limit"),
      ("followed cell", dataset.followedCell), ("loss at the end", dataset.main?.finalLoss.significant()),
    ]
    let lines = rows.compactMap { name, value -> Markup? in
      value.map { "<tr><th scope=\"row\">\(name)</th><td>\($0)</td></tr>" }
    }
    return """
      <table class="parameters">
      <caption>Parameters</caption>
      <tbody>
      \(Markup(lines: lines))</tbody>
      </table>

      """
  }

  /// Trainings beside the main one, that analyses compare it with.
  func otherTrainings(of dataset: DatasetRecord) -> Markup {
    let others = dataset.readableTrainings.filter { !$0.isMain }
    if others.isEmpty { return Markup() }
    let rows = others.map { training -> Markup in
      let plan = training.plan
      let start = RunOption.gamma.text(in: plan) ?? ""
      let cells = [
        plan.learningRate.parameterText, training.effectiveLearningRate.significant(),
        plan.initialization.scale == nil ? start : "γ = \(start)", plan.epochs.grouped,
        training.finalLoss.significant(),
      ].map { cell -> Markup in "<td>\(cell)</td>" }
      return "<tr><th scope=\"row\">\(plan.networkDescription)</th>\(Markup(joining: cells))</tr>"
    }
    return """
      <details>
      <summary>Trained for comparison (\(others.count))</summary>
      <div class="wide"><table>
      <thead><tr><th scope="col">network</th><th scope="col">η</th><th scope="col">ε</th><th scope="col">start</th>\
      <th scope="col">epochs</th><th scope="col">loss at the end</th></tr></thead>
      <tbody>
      \(Markup(lines: rows))</tbody>
      </table></div>
      </details>

      """
  }
}
