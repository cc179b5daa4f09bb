internal import LearningDynamics

extension ReportPage {
  /// Adds a dataset's section.
  ///
  /// - Returns: how many figures it shows.
  func append(_ dataset: RecordedRun.Dataset, to page: inout Markup) -> Int {
    page += """
      <section class="dataset" aria-labelledby="dataset-\(dataset.identifier)">
      <h2 id="dataset-\(dataset.identifier)">\(dataset.identifier)</h2>
      \(divergence(of: dataset))\(similarity(of: dataset.identifier))
      """
    // What several analyses say in the same words, or show in the same figure, is there once.
    var (told, shown): (Set<String>, Set<String>) = ([], [])
    var figureCount = 0
    for analysis in ordered(dataset.analyses) {
      let sentences = analysis.summary.filter { told.insert($0).inserted }
      let settings = analysis.settings.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
      page += "<section class=\"analysis\">\n<h3>\(analysis.identifier)</h3>\n"
      if !sentences.isEmpty { page += "<ul>\n\(Markup(lines: sentences.map { "<li>\($0)</li>" }))</ul>\n" }
      if !settings.isEmpty { page += "<p class=\"settings\">Settings: \(settings)</p>\n" }
      for figure in analysis.figures where shown.insert(figure).inserted {
        if append(figure, of: dataset.identifier, to: &page) { figureCount += 1 }
      }
      page += "</section>\n"
    }
    // What was found comes first; how it was made is for whoever wants to know.
    page += parameters(of: dataset)
    page += otherTrainings(of: dataset)
    page += "</section>\n"
    return figureCount
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

  private func ordered(_ analyses: [RecordedRun.Analysis]) -> [RecordedRun.Analysis] {
    let places = Dictionary(
      analysisOrder.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return analyses.sorted {
      (places[$0.identifier] ?? .max, $0.identifier) < (places[$1.identifier] ?? .max, $1.identifier)
    }
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
