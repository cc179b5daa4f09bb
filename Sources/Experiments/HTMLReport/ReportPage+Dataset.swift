internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support

extension ReportPage {
  /// Adds the main finding: a sentence and the main figure, which is not shown a second time.
  ///
  /// - Returns: whether it shows a figure.
  func appendMain(to page: inout Markup) -> Bool {
    guard let (dataset, figure) = mainFigure else { return false }
    page += "<section class=\"happened\" aria-label=\"What happened\" id=\"happened\">\n"
    let name: Markup = datasets.count > 1 ? "<strong>\(dataset.identifier).</strong> " : Markup()
    if let sentence = dataset.leadAnalysis?.summary.first { page += "<p class=\"story\">\(name)\(sentence).</p>\n" }
    let isShown = append(figure, of: dataset.identifier, to: &page)
    page += "</section>\n"
    return isShown
  }

  /// The main figure; nil if the record names none, or one that it does not have.
  private var mainFigure: (dataset: DatasetRecord, figure: FigureRecord)? {
    for dataset in datasets {
      for figure in dataset.readableAnalyses.values.flatMap(\.figures)
      where "\(dataset.identifier)/\(figure.name)" == run.mainFigure?.value {
        return (dataset, figure)
      }
    }
    return nil
  }

  /// Adds a dataset's section.
  ///
  /// - Returns: how many figures it shows.
  func append(_ dataset: DatasetRecord, to page: inout Markup) -> Int {
    page += """
      <section class="dataset" aria-labelledby="dataset-\(dataset.identifier)">
      <h2 id="dataset-\(dataset.identifier)">\(dataset.identifier)</h2>
      \(divergence(of: dataset))\(overview(of: dataset))
      """
    // Sentences and figures that several analyses share are shown once.
    var (told, shown): (Set<String>, Set<String>) = ([], [])
    var figureCount = 0
    for (index, (identifier, analysis)) in ordered(dataset).enumerated() {
      // The main finding comes before the similarities, everything else after them.
      if index == (dataset.leadAnalysis == nil ? 0 : 1) { page += similarity(of: dataset.identifier) }
      let settings = analysis.settings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(
        separator: ", ")
      page += "<section class=\"analysis\">\n<h3>\(identifier)</h3>\n"
      page += list(analysis.summary.filter { told.insert($0).inserted })
      let details = list((analysis.details ?? []).filter { told.insert($0).inserted })
      if !details.bytes.isEmpty { page += "<details><summary>More details</summary>\n\(details)</details>\n" }
      if !settings.isEmpty { page += "<p class=\"settings\">Settings: \(settings)</p>\n" }
      for figure in analysis.figures where shown.insert(figure.name).inserted {
        if let main = mainFigure, main.dataset.identifier == dataset.identifier, main.figure.name == figure.name {
          page += "<p>The main figure is <a href=\"#happened\">at the top of this page</a>.</p>\n"
        } else if append(figure, of: dataset.identifier, to: &page) {
          figureCount += 1
        }
      }
      page += "</section>\n"
    }
    if dataset.readableAnalyses.count < (dataset.leadAnalysis == nil ? 1 : 2) {
      page += similarity(of: dataset.identifier)
    }
    // Findings come first, then how they were made.
    page += parameters(of: dataset)
    page += otherTrainings(of: dataset)
    page += "</section>\n"
    return figureCount
  }

  private func list(_ sentences: [String]) -> Markup {
    sentences.isEmpty ? Markup() : "<ul>\n\(Markup(lines: sentences.map { "<li>\($0)</li>" }))</ul>\n"
  }

  /// The dataset and the training in one or two sentences.
  private func overview(of dataset: DatasetRecord) -> Markup {
    let plan = dataset.main?.plan
    let parts = [
      "\(dataset.items.grouped) item\(dataset.items == 1 ? "" : "s")",
      "\(dataset.features.grouped) feature\(dataset.features == 1 ? "" : "s")",
      plan?.networkDescription, plan.map { "η = \($0.learningRate.significant())" },
      plan?.initialization.scale.map { "γ = \($0.parameterText)" }, plan.map { "\($0.epochs.grouped) epochs" },
    ].compactMap(\.self)
    let summary = datasetSummaries[dataset.identifier].map { "\($0). " } ?? ""
    return "<p class=\"overview\">\(summary)\(parts.joined(separator: ", ")).</p>\n"
  }

  /// Adds a figure, or a note that it is missing.
  ///
  /// It is embedded as an image, so that no script in it is ever run.
  private func append(_ figure: FigureRecord, of dataset: String, to page: inout Markup) -> Bool {
    let caption = images.caption(dataset, figure)
    guard let image = images.image(dataset, figure.name) else {
      page +=
        "<p class=\"missing\">The figure ‘\(caption)’ is missing: it has no image that a browser can show.</p>\n"
      return false
    }
    page += "<figure><img src=\""
    page.append(dataURL: image.bytes, type: image.type)
    let note: Markup =
      image.isLater
      ? "<br><strong>This image was drawn after the run. It is not part of the run’s record.</strong>" : Markup()
    page += "\" alt=\"\(caption)\"><figcaption>\(caption)\(note)</figcaption></figure>\n"
    return true
  }

  /// The analyses of a dataset, the one with the main finding first.
  private func ordered(_ dataset: DatasetRecord) -> [(key: String, value: DatasetRecord.AnalysisRecord)] {
    let places = Dictionary(
      analysisOrder.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    func place(_ identifier: String) -> Int { identifier == dataset.lead ? -1 : places[identifier] ?? .max }
    return dataset.readableAnalyses.sorted { (place($0.key), $0.key) < (place($1.key), $1.key) }
  }

  private func divergence(of dataset: DatasetRecord) -> Markup {
    Markup(
      lines: dataset.readableTrainings.compactMap { training -> Markup? in
        guard let epoch = training.divergedAtEpoch else { return nil }
        let rate = training.plan.learningRate.significant()
        let stable = dataset.largestStableLearningRate
        let advice =
          training.isMain && stable.isFinite ? " The largest stable learning rate is \(stable.significant())." : ""
        return """
          <p class="warning">The training (\(training.plan.networkDescription), learning rate \(rate)) diverged at epoch \(epoch). The \
          epochs before that are shown.\(advice)</p>
          """
      })
  }
}

extension DatasetRecord {
  /// The analysis with the main finding.
  fileprivate var leadAnalysis: AnalysisRecord? { lead.flatMap { readableAnalyses[$0] } }
}

extension ReportPage {
  /// A table of a dataset's settings, and of the options of its main training.
  func parameters(of dataset: DatasetRecord) -> Markup {
    var rows: [(name: String, value: String?)] = [
      ("items", dataset.items.grouped), ("features", dataset.features.grouped),
    ]
    rows += dataset.settings.sorted { $0.key < $1.key }.map { ("setting \($0.key)", $0.value) }
    rows += (dataset.phases ?? []).enumerated().map { ("phase \($0 + 1)", $1) }
    if let plan = dataset.main?.plan {
      rows += RunOption.all.map { option in
        let label = option.page?.label ?? option.name
        let hasNoScale = option == .gamma && plan.initialization.scale == nil
        let name: String = hasNoScale ? "initial weights" : label.prefix(1).lowercased() + label.dropFirst()
        return (name, option.text(in: plan))
      }
    }
    let stable = dataset.largestStableLearningRate
    rows += [
      (
        "effective learning rate ε",
        dataset.main?.plan.variant.hasEffectiveRate == false ? nil : dataset.effectiveLearningRate.significant()
      ),
      // If all targets are zero, any rate is stable.
      (
        "largest stable learning rate",
        stable.isFinite
          ? stable.significant()
          : dataset.main?.plan.variant.isPlain == true ? "no limit" : "not known for this training"
      ),
      ("probe", dataset.followedCell), ("final loss", dataset.main?.finalLoss.significant()),
    ]
    let lines = rows.compactMap { name, value -> Markup? in
      value.map { "<tr><th scope=\"row\">\(name)</th><td>\($0)</td></tr>" }
    }
    return """
      <table class="parameters">
      <caption>Settings</caption>
      <tbody>
      \(Markup(lines: lines))</tbody>
      </table>

      """
  }

  /// Other trainings, with which analyses compare the main one.
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
      <thead><tr><th scope="col">network</th><th scope="col">η</th><th scope="col">ε</th><th scope="col">initial weights</th>\
      <th scope="col">epochs</th><th scope="col">final loss</th></tr></thead>
      <tbody>
      \(Markup(lines: rows))</tbody>
      </table></div>
      </details>

      """
  }
}
