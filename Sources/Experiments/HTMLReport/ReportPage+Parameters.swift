internal import LearningDynamics
internal import PluginKit
internal import Support

extension ReportPage {
  /// What a dataset's main training was made with.
  func parameters(of dataset: RecordedRun.Dataset) -> Markup {
    let plan = dataset.main?.plan
    var rows: [(name: String, value: String?)] = [
      ("items", dataset["items"]?.whole?.grouped), ("features", dataset["features"]?.whole?.grouped),
    ]
    rows += dataset.settings.map { ("setting \($0.name)", $0.value) }
    rows += [
      ("hidden widths", dataset.main?.widths),
      ("learning rate η", plan?["learningRate"]?.number?.parameterText),
      ("effective learning rate ε", dataset["effectiveLearningRate"]?.number?.significant()),
      ("largest stable η", dataset["largestStableLearningRate"].flatMap(Self.stableRate)),
    ]
    rows += dataset.main.map { [$0.start] } ?? []
    rows += [
      ("epochs", plan?["epochs"]?.whole?.grouped), ("seed", plan?["seed"]?.whole.map(String.init)),
      ("sampler", plan?["sampling"]?.text), ("engine", plan?["engine"]?.text),
      ("followed cell", dataset["followedCell"]?.text),
      ("loss at the end", dataset.main?["finalLoss"]?.number?.significant()),
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

  /// A rate in words: targets that are all zero do not limit it, and a record says so.
  private static func stableRate(_ value: JSONValue) -> String? {
    value.number?.significant() ?? (value.text == "infinity" ? "no limit" : nil)
  }

  /// Trainings beside the main one, that analyses compare it with.
  func otherTrainings(of dataset: RecordedRun.Dataset) -> Markup {
    let others = dataset.trainings.filter { !$0.isMain }
    if others.isEmpty { return Markup() }
    let rows = others.map { training -> Markup in
      let cells = [
        training.plan?["learningRate"]?.number?.parameterText, training["effectiveLearningRate"]?.number?.significant(),
        training.start.value.map { training.start.name == "γ" ? "γ = \($0)" : $0 },
        training.plan?["epochs"]?.whole?.grouped, training["finalLoss"]?.number?.significant(),
      ].map { cell -> Markup in "<td>\(cell ?? "")</td>" }
      return "<tr><th scope=\"row\">\(training.network)</th>\(Markup(joining: cells))</tr>"
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

extension RecordedRun.Training {
  /// The widths of the hidden layers as they are given: "30,30", "none"; nil if they are not known.
  var widths: String? { hiddenWidths?.widthsText }

  /// The network in words.
  var network: String {
    switch hiddenWidths {
    case nil: "a network"
    case []?: "no hidden layer"
    case let widths? where widths.count == 1: "one hidden layer of \(widths[0])"
    case let widths?: "hidden layers of \(widths.map(String.init).joined(separator: ", "))"
    }
  }

  /// How the weights started, by the name of the parameter.
  var start: (name: String, value: String?) {
    let start = plan?["initialization"]
    if let scale = start?["scaledNormal"]?["scale"]?.number { return ("γ", scale.parameterText) }
    if let strength = start?["balanced"]?["modeStrength"]?.number {
      return ("start", "balanced, of strength \(strength.parameterText)")
    }
    return ("start", start?["frameworkDefault"] == nil ? nil : "the framework’s default")
  }
}
