internal import Gnuplot
internal import LearningDynamics
internal import PluginKit
internal import Support

extension ReportPage {
  /// Adds what happened: a sentence and the picture to look at first. That picture is not shown a second time.
  ///
  /// - Returns: whether there is one.
  func appendMain(to page: inout Markup) -> Bool {
    guard let (dataset, figure) = mainFigure else { return false }
    page += "<section class=\"happened\" aria-label=\"What happened\" id=\"happened\">\n"
    let name: Markup = datasets.count > 1 ? "<strong>\(dataset.identifier).</strong> " : Markup()
    if let sentence = dataset.leadAnalysis?.summary.first { page += "<p class=\"story\">\(name)\(sentence).</p>\n" }
    let isShown = append(figure, of: dataset.identifier, to: &page)
    page += "</section>\n"
    return isShown
  }

  /// The figure to look at first, as far as the record names one that it has.
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
    // What several analyses say in the same words, or show in the same figure, is there once.
    var (told, shown): (Set<String>, Set<String>) = ([], [])
    var figureCount = 0
    for (index, (identifier, analysis)) in ordered(dataset).enumerated() {
      // What happened comes before the similarities, and all the rest after them.
      if index == (dataset.leadAnalysis == nil ? 0 : 1) { page += similarity(of: dataset.identifier) }
      let settings = analysis.settings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(
        separator: ", ")
      page += "<section class=\"analysis\">\n<h3>\(identifier)</h3>\n"
      page += list(analysis.summary.filter { told.insert($0).inserted })
      let details = list((analysis.details ?? []).filter { told.insert($0).inserted })
      if !details.bytes.isEmpty { page += "<details><summary>More on this</summary>\n\(details)</details>\n" }
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
    // What was found comes first; how it was made is for whoever wants to know.
    page += parameters(of: dataset)
    page += otherTrainings(of: dataset)
    page += "</section>\n"
    return figureCount
  }

  private func list(_ sentences: [String]) -> Markup {
    sentences.isEmpty ? Markup() : "<ul>\n\(Markup(lines: sentences.map { "<li>\($0)</li>" }))</ul>\n"
  }

  /// What the dataset is and how the network was trained, in a sentence or two.
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

  /// Adds a figure, or a word on why it is missing.
  ///
  /// It is an image and not part of the document, so that no script in it is ever run.
  private func append(_ figure: FigureRecord, of dataset: String, to page: inout Markup) -> Bool {
    let caption = images.caption(dataset, figure)
    guard let image = images.image(dataset, figure.name) else {
      page +=
        "<p class=\"missing\">The figure ‘\(caption)’ is missing here: it has no image that a browser shows.</p>\n"
      return false
    }
    page += "<figure><img src=\""
    page.append(dataURL: image.bytes, type: image.type)
    let note: Markup =
      image.isLater
      ? "<br><strong>This image was drawn after the run and is not part of its record.</strong>" : Markup()
    page += "\" alt=\"\(caption)\"><figcaption>\(caption)\(note)</figcaption></figure>\n"
    return true
  }

  /// The analyses of a dataset: that first which says what happened.
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
          <p class="warning">The training with \(training.plan.networkDescription) and learning rate \(rate) diverged at epoch \(epoch); what \
          was computed before is shown.\(advice)</p>
          """
      })
  }
}

extension DatasetRecord {
  /// The analysis that says what happened.
  fileprivate var leadAnalysis: AnalysisRecord? { lead.flatMap { readableAnalyses[$0] } }
}

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
