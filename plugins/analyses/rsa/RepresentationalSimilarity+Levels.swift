import Gnuplot
import LearningDynamics
import PluginKit
import Support

extension RepresentationalSimilarity {
  /// τ_a of every level of the tree over the training; nil without two levels, of which one alone tells nothing of order.
  func levelFigure(for result: Result, _ course: SimilarityCourse, of subject: AnalysisSubject) -> Figure? {
    let models = subject.dataset.levelModels
    guard (subject.dataset.tree?.levels ?? 0) >= 2, let pairCount = models.first?.pairCount else { return nil }
    // Ranking millions of pairs at every state would take longer than the training.
    let indices = course.recording.keptIndices(atMost: max(25, 4_000_000 / max(1, pairCount)))
    let epochs = indices.map { course.recording.keptEpochs[$0] }
    let pairs = indices.map { RankedPairs(course.matrix(at: $0), areDistances: course.measure.isDistance) }
    let curves = models.map { model in (name: "level_\(model.level)", values: pairs.map(model.tau)) }
    let table = Table(byEpoch: "rsa-levels", at: epochs, columns: curves)

    let size = Figure.Size(width: 1000, height: 500)
    let area = Panel.Area(in: size, right: 300)
    let lowest = curves.flatMap(\.values).reduce(0, min)
    let highest = models.map(\.largestTau).reduce(0, max)
    let limits = models.enumerated().map { index, model in
      Layer.level(
        model.largestTau, LineStyle(.category(index), width: 1, dash: .dotted),
        title: "level \(model.level), largest possible: \(model.largestTau.significant(2))")
    }
    let lines = models.enumerated().map { index, model in
      Layer.curve(
        Curve(
          table: table.name, y: "level_\(model.level)", style: LineStyle(.category(index), width: index == 0 ? 3 : 2),
          title: "level \(model.level): \(model.groups.count) groups"))
    }
    let caption =
      "How well the \(course.measure.matrixName) of \(subject.dataset.identifier) goes with the tree's levels"
    let panel = Panel(
      area: area, title: "Similarity of hidden layer \(result.layer) (\(course.measure.title)) with the tree's levels",
      x: .epochs(to: course.recording.lastEpoch),
      y: Axis("Kendall's τₐ", range: Axis.Range((1.1 * lowest).rounded(significant: 2), 1.1 * highest)),
      legend: .beside(area, in: size),
      note:
        "Ties in a level's model keep τₐ at or below the dotted line. It goes by order alone: early entries are tiny.",
      layers: bands(at: result.epochs, course.recording) + limits + lines)
    return Figure(name: "rsa-levels", caption: caption, size: size, panels: [panel], tables: [table])
  }

  /// Grey stripes at the shown epochs.
  func bands(at epochs: [Int], _ recording: Recording) -> [Layer] {
    let width = Double(max(1, recording.lastEpoch)) / 90
    return epochs.map {
      .band(from: Double($0) - width / 2, to: Double($0) + width / 2, color: .lightGrey, title: nil)
    }
  }
}
