internal import LearningDynamics
internal import Support

extension ReportPage {
  /// The matrices of a dataset behind a slider; why they are not there; nothing for a dataset without hidden layers.
  func similarity(of dataset: String) -> Markup {
    guard let similarity = similarities[dataset] else { return Markup() }
    let content: Markup
    switch similarity {
    case .states(let states): content = slider(states)
    case .tooManyItems(let count):
      content = """
        <p>With \(count.grouped) items the matrices are too large for a page; up to \(SimilarityStates.largestItemCount) \
        are shown.</p>

        """
    case .noRoom:
      content = "<p>The matrices of this dataset would take too much room in this page.</p>\n"
    case .failed(let reason):
      content = "<p>The matrices could not be computed again. \(reason)</p>\n"
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
      <p>The dot products of the items’ hidden activity\(states.layerText), from \(states.epochs.count.grouped) \
      \(states.epochs.count == 1 ? "epoch" : "epochs"); one scale of colours for all.\(states.note)</p>
      <noscript><p>It is drawn with JavaScript only. Epochs that the run shows are among the figures below.</p></noscript>
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
  /// Which of several layers it is.
  fileprivate var layerText: String {
    if case .training(let layer, let count, _) = origin, count > 1 { return " in layer \(layer) of \(count)" }
    return ""
  }

  /// What is not as one would expect.
  fileprivate var note: Markup {
    switch origin {
    case .training(_, _, let stateCount) where stateCount > epochs.count:
      """
       Of \(stateCount.grouped) states, evenly spaced ones and those that the run shows are here, so that the page stays \
      small.
      """
    case .training: Markup()
    case .tables(let reason):
      " These are the matrices that the run shows: it could not be done again here for all others. \(reason)"
    }
  }
}
