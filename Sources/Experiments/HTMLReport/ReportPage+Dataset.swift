internal import LearningDynamics
internal import Support

extension ReportPage {
  /// Adds what happened: a sentence and the picture to look at first. That picture is not shown a second time.
  ///
  /// - Returns: whether there is one.
  func appendMain(to page: inout Markup) -> Bool {
    guard let (dataset, figure) = mainFigure else { return false }
    page += "<section class=\"happened\" aria-label=\"What happened\" id=\"happened\">\n"
    let name: Markup = run.datasets.count > 1 ? "<strong>\(dataset.identifier).</strong> " : Markup()
    if let sentence = dataset.lead?.summary.first { page += "<p class=\"story\">\(name)\(sentence).</p>\n" }
    let isShown = append(figure, of: dataset.identifier, to: &page)
    page += "</section>\n"
    return isShown
  }

  /// The figure to look at first, as far as the record names one that it has.
  private var mainFigure: (dataset: RecordedRun.Dataset, figure: String)? {
    for dataset in run.datasets {
      for figure in dataset.analyses.flatMap(\.figures) where "\(dataset.identifier)/\(figure)" == run.mainFigure {
        return (dataset, figure)
      }
    }
    return nil
  }

  /// Adds a dataset's section.
  ///
  /// - Returns: how many figures it shows.
  func append(_ dataset: RecordedRun.Dataset, to page: inout Markup) -> Int {
    page += """
      <section class="dataset" aria-labelledby="dataset-\(dataset.identifier)">
      <h2 id="dataset-\(dataset.identifier)">\(dataset.identifier)</h2>
      \(divergence(of: dataset))\(overview(of: dataset))
      """
    // What several analyses say in the same words, or show in the same figure, is there once.
    var (told, shown): (Set<String>, Set<String>) = ([], [])
    var figureCount = 0
    for (index, analysis) in ordered(dataset).enumerated() {
      // What happened comes before the similarities, and all the rest after them.
      if index == (dataset.lead == nil ? 0 : 1) { page += similarity(of: dataset.identifier) }
      let settings = analysis.settings.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
      page += "<section class=\"analysis\">\n<h3>\(analysis.identifier)</h3>\n"
      page += list(analysis.summary.filter { told.insert($0).inserted })
      let details = list(analysis.details.filter { told.insert($0).inserted })
      if !details.bytes.isEmpty { page += "<details><summary>More on this</summary>\n\(details)</details>\n" }
      if !settings.isEmpty { page += "<p class=\"settings\">Settings: \(settings)</p>\n" }
      for figure in analysis.figures where shown.insert(figure).inserted {
        if let main = mainFigure, main.dataset.identifier == dataset.identifier, main.figure == figure {
          page += "<p>The main figure is <a href=\"#happened\">at the top of this page</a>.</p>\n"
        } else if append(figure, of: dataset.identifier, to: &page) {
          figureCount += 1
        }
      }
      page += "</section>\n"
    }
    if dataset.analyses.count < (dataset.lead == nil ? 1 : 2) { page += similarity(of: dataset.identifier) }
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
  private func overview(of dataset: RecordedRun.Dataset) -> Markup {
    let plan = dataset.main?.plan
    let parts = [
      dataset["items"]?.whole.map { "\($0.grouped) item\($0 == 1 ? "" : "s")" },
      dataset["features"]?.whole.map { "\($0.grouped) feature\($0 == 1 ? "" : "s")" },
      dataset.main?.network,
      plan?["learningRate"]?.number.map { "η = \($0.significant())" },
      dataset.main.flatMap { main in main.start.name == "γ" ? main.start.value.map { "γ = \($0)" } : nil },
      plan?["epochs"]?.whole.map { "\($0.grouped) epochs" },
    ].compactMap(\.self)
    let summary = datasetSummaries[dataset.identifier].map { "\($0). " } ?? ""
    return "<p class=\"overview\">\(summary)\(parts.joined(separator: ", ")).</p>\n"
  }

  /// Adds a figure, or a word on why it is missing.
  ///
  /// It is an image and not part of the document, so that no script in it is ever run.
  private func append(_ figure: String, of dataset: String, to page: inout Markup) -> Bool {
    let caption = images.caption(dataset, figure)
    guard let image = images.image(dataset, figure) else {
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
  private func ordered(_ dataset: RecordedRun.Dataset) -> [RecordedRun.Analysis] {
    let places = Dictionary(
      analysisOrder.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    func place(_ analysis: RecordedRun.Analysis) -> Int {
      analysis.identifier == dataset.lead?.identifier ? -1 : places[analysis.identifier] ?? .max
    }
    return dataset.analyses.sorted { (place($0), $0.identifier) < (place($1), $1.identifier) }
  }

  private func divergence(of dataset: RecordedRun.Dataset) -> Markup {
    Markup(
      lines: dataset.trainings.compactMap { training -> Markup? in
        guard let epoch = training.divergedAtEpoch else { return nil }
        let rate = training.plan?["learningRate"]?.number?.significant() ?? "?"
        let stable = dataset["largestStableLearningRate"]?.number.map {
          training.isMain ? " The largest stable learning rate is \($0.significant())." : ""
        }
        return """
          <p class="warning">The training with \(training.network) and learning rate \(rate) diverged at epoch \(epoch); what \
          was computed before is shown.\(stable ?? "")</p>
          """
      })
  }
}
