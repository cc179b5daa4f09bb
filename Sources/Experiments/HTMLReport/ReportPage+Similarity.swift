internal import LearningDynamics
internal import Support

extension ReportPage {
  /// The matrices of a dataset with a slider, or why they are not shown; empty for a network without a hidden layer.
  func similarity(of dataset: String) -> Markup {
    guard let similarity = similarities[dataset] else { return Markup() }
    let content: Markup
    switch similarity {
    case .states(let states): content = slider(states)
    case .tooManyItems(let count):
      content = """
        <p>The matrices of \(count.grouped) items are too large for a page. At most \(SimilarityStates.largestItemCount) \
        items are shown.</p>

        """
    case .noRoom:
      content = "<p>The matrices of this dataset are too large for this page.</p>\n"
    case .failed(let reason):
      content = "<p>The matrices could not be computed. \(reason)</p>\n"
    }
    return """
      <section class="analysis">
      <h3>Similarity of the items over training</h3>
      \(content)</section>

      """
  }

  private func slider(_ states: SimilarityStates) -> Markup {
    let (id, dataset) = ("similarity-\(states.dataset)", states.dataset)
    let stages = states.stages.map { stage -> Markup in
      "<button type=\"button\" data-epoch=\"\(stage.epoch)\">\(stage.text)</button>"
    }
    let buttons: Markup =
      stages.count < 2
      ? Markup()
      : "<div class=\"stages\" role=\"group\" aria-label=\"Stages of \(dataset)\"><span>Stages:</span>\n\(Markup(lines: stages))</div>\n"
    return """
      <p>The dot products of the items’ hidden activity\(states.layerText) at \(states.epochs.count.grouped) \
      \(states.epochs.count == 1 ? "epoch" : "epochs"), with the same colour scale at every epoch.\(states.note)</p>
      <noscript><p>The slider needs JavaScript. The figures below show some of the epochs.</p></noscript>
      <div class="similarity" hidden>
      <script type="application/json">\(Markup(trusted: Array(states.jsonText.utf8)))</script>
      <div class="controls">
      <button type="button" class="play">Play</button>
      <label for="\(id)">Epoch</label>
      <input type="range" id="\(id)" min="0" max="\(states.epochs.count - 1)" step="1" value="\(states.epochs.count - 1)">
      </div>
      <p class="state"></p>
      \(buttons)<div class="wide"><table class="matrix"><caption>RSM of \(dataset)</caption></table></div>
      <div class="legend"><span class="low"></span><span class="bar"></span><span class="high"></span></div>
      </div>

      """
  }
}

extension SimilarityStates {
  /// The layer, if there are several.
  fileprivate var layerText: String {
    if case .training(let layer, let count, _) = origin, count > 1 { return " in layer \(layer) of \(count)" }
    return ""
  }

  /// A remark if not all epochs are shown.
  fileprivate var note: Markup {
    switch origin {
    case .training(_, _, let stateCount) where stateCount > epochs.count:
      """
       To keep the page small, only some of the \(stateCount.grouped) epochs are here: evenly spaced ones, and those in the \
      run’s figures.
      """
    case .training: Markup()
    case .tables(let reason):
      " Only the epochs in the run’s figures are here, because the training could not be repeated here. \(reason)"
    }
  }
}
