import Gnuplot
import LearningDynamics
import PluginKit
import Support

extension Regression {
  func figures(for result: Result, from recordings: [Recording], of subject: AnalysisSubject) throws -> [Figure] {
    [try zeroDepthLoss(recordings[1], besides: recordings[0], of: subject), try paths(recordings, of: subject)]
  }

  private func zeroDepthLoss(
    _ recording: Recording, besides main: Recording, of subject: AnalysisSubject
  ) throws -> Figure {
    let theory = try TheoryOverlay(recording, of: subject)
    return Figure(
      name: "zero-depth-loss", caption: "The loss of a network without hidden layer on \(subject.dataset.identifier)",
      panels: [
        Panel(
          area: Panel.Area(in: Figure.standardSize), title: "Learning curve without hidden layer",
          x: .epochs(to: recording.lastEpoch),
          y: .loss(recording.losses, as: main.losses),
          legend: theory.course == nil ? nil : .topRight, note: theory.note,
          layers: [
            .curve(Curve(table: "zero-depth-loss", y: "loss", style: .loss, title: "simulation"))
          ] + theory.layer(table: "zero-depth-loss", y: "theory"))
      ],
      tables: [
        Table(
          byEpoch: "zero-depth-loss", columns: [("loss", recording.losses)] + theory.column("theory", \.losses))
      ])
  }

  /// How far each network is from the regression's map, over time.
  private func paths(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Figure {
    var columns = try zip(["main", "zero_depth"], recordings).map { name, recording in
      (name: name, values: recording.relativeDistances(to: try recording.targetMap()))
    }
    let epochs = recordings.map(\.keptEpochs).max { $0.count < $1.count } ?? []
    let states = epochs.count
    for index in columns.indices {
      columns[index].values += Array(repeating: .nan, count: states - columns[index].values.count)
    }
    let names = Self.names(of: subject)
    let rates = recordings.map { subject.dataset.effectiveLearningRate(for: $0.plan.learningRate).significant() }
    return Figure(
      name: "regression",
      caption: "Distance of both networks' maps to the map of linear regression, \(subject.dataset.identifier)",
      panels: [
        Panel(
          area: Panel.Area(in: Figure.standardSize), title: "Same goal, different paths",
          x: .epochs(to: epochs.last ?? 0),
          y: .falling("distance to the regression's map / its size", columns.map(\.values)),
          legend: .topRight,
          layers: [
            .curve(
              Curve(
                table: "regression", y: "zero_depth", style: LineStyle(.category(1), width: 3),
                title: "\(names.zeroDepth), ε = \(rates[1])")),
            .curve(
              Curve(
                table: "regression", y: "main", style: LineStyle(.category(0), width: 3),
                title: "\(names.main), ε = \(rates[0])")),
          ])
      ],
      tables: [Table(byEpoch: "regression", at: epochs, columns: columns)])
  }
}
