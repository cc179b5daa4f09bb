import BuiltInPlugins
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// The content of figures and findings.
@Suite struct FigureContentTests {
  private func outcome(_ dataset: String, _ analysis: String, epochs: [Int] = []) throws -> (Analysis, Dataset) {
    let registry = try PluginRegistry.builtIn()
    let maker = try #require(registry.datasets.first { $0.description.identifier == dataset })
    let descriptor = try #require(registry.analyses.first { $0.description.identifier == analysis })
    let data = try maker.dataset(ParameterValues(maker.description.parameters), seed: 2021, convention: .tutorial)
    let subject = AnalysisSubject(
      dataset: data, mainPlan: try TrainingSettings().plan(for: data), shownEpochs: epochs,
      values: try ParameterValues(descriptor.description.parameters))
    let runs = try descriptor.trainings(subject).map { AnalyzedRun(try Recording(training: $0, on: data), on: data) }
    return (try descriptor.analyze(runs, subject), data)
  }

  private func column(_ name: String, of table: Table) throws -> [Double] {
    let index = try #require(table.header.firstIndex(of: name))
    return (0..<table.rowCount).map { table.values[$0 * table.header.count + index] }
  }

  @Test func sharkStory() throws {
    let (outcome, _) = try outcome("shark-bones", "illusion")
    #expect(
      outcome.summary[0]
        == "Shark has_bones: target −1; on the wrong side from epoch 115 to 171, worst +0.52 at epoch 125; "
        + "converged at epoch 193")
    #expect(outcome.details[0].contains("other turning points: −0.25 at epoch 99"))
    // The control: without a hidden layer the same data is never on the wrong side.
    #expect(outcome.details.last == "the network without a hidden layer has ε = 0.025")
    let table = outcome.figures[0].tables[0]
    let prediction = try column("probe", of: table)
    #expect(prediction.count == 251 && isApproximately(prediction[125], 0.52, within: 0.005))
    let control = try column("shallow", of: table)
    #expect(isApproximately(control[0], 0, within: 1e-9))
    #expect(zip(control, control.dropFirst()).allSatisfy { $1 <= $0 })
    #expect(outcome.figures[0].panels[0].y.label == "Prediction for Shark has_bones")
  }

  /// The control of the control: a rule without an exception is learned without an illusion.
  @Test func ruleWithoutException() throws {
    let (outcome, _) = try outcome("bones-before-shark", "illusion")
    #expect(outcome.summary[0].hasPrefix("Goldfish has_bones: target +1; never on the wrong side"))
  }

  /// Eight hidden units learn 8 of 24 modes: those that stay 0 are neither drawn nor counted in the legend, whatever the data have.
  @Test func modesThatStayZeroAreLeftOut() throws {
    let registry = try PluginRegistry.builtIn()
    let maker = try #require(registry.datasets.first { $0.description.identifier == "clusters" })
    let modes = try #require(registry.analyses.first { $0.description.identifier == "modes" })
    let values = try ParameterValues(
      maker.description.parameters, settings: ["clusters": "6", "members": "4", "features": "200"])
    let data = try maker.dataset(values, seed: 2021, convention: .tutorial)
    var settings = TrainingSettings()
    settings.epochs = 300
    settings.hiddenWidths = [8]
    let subject = AnalysisSubject(
      dataset: data, mainPlan: try settings.plan(for: data), shownEpochs: [],
      values: try ParameterValues(modes.description.parameters))
    let run = AnalyzedRun(try Recording(training: subject.mainPlan, on: data), on: data)
    let figure = try #require(try modes.analyze([run], subject).figures.first { $0.name == "mode-strengths" })
    let others = try #require(figure.tables.first { $0.name == "mode-strengths-others" })
    #expect(Set(try column("mode", of: others)) == [7, 8, 9, 10, 12, 13])
    let titles = figure.panels[0].layers.compactMap { layer in
      if case .curves(let curves) = layer { curves.title } else { nil }
    }
    #expect(titles.count == 2 && titles[0].hasPrefix("modes 7–13: 10.9 … ") && titles[1] == "theory")
  }

  @Test func similarityShowsTheEpochsAskedFor() throws {
    let (outcome, data) = try outcome("tree", "rsa", epochs: [125, 61, 125])
    let tables = outcome.figures[0].tables.filter { $0.name.hasPrefix("rsm-") }
    #expect(tables.map(\.name) == ["rsm-epoch-61", "rsm-epoch-125"])
    #expect(tables[1].header == data.items && tables[1].rowCount == 8)
    #expect(isApproximately(tables[1].values[1], tables[1].values[8], within: 0))
  }

  @Test func similarityShowsTheStagesByDefault() throws {
    let (outcome, _) = try outcome("tree", "rsa")
    let names = outcome.figures[0].tables.map(\.name).filter { $0.hasPrefix("rsm-") }
    #expect(names == [94, 116, 138, 187, 250].map { "rsm-epoch-\($0)" })
  }

  /// Stretches of equal features represent every feature exactly once.
  @Test func samplesShowEveryFeature() throws {
    let (outcome, data) = try outcome("shark-bones", "data")
    let table = try #require(outcome.figures[0].tables.first { $0.name == "samples-features" })
    let (rows, from, to, values) = (
      try column("row", of: table), try column("from", of: table), try column("to", of: table),
      try column("value", of: table)
    )
    for item in 0..<8 {
      let runs = rows.indices.filter { rows[$0] == Double(item) }
      #expect(runs.reduce(0) { $0 + to[$1] - from[$1] } == 10_001)
      #expect(runs.reduce(0) { $0 + (to[$1] - from[$1]) * values[$1] } == data.targets.row(item).reduce(0, +))
    }
  }

  @Test func regressionVerdict() throws {
    let (outcome, _) = try outcome("noisy-linear", "regression")
    #expect(outcome.summary[0].hasPrefix("networks and regression agree within 0.01"))
    #expect(outcome.details.contains { $0.hasPrefix("true weights 4 5 9, estimated 4.00") })
    let distances = try column("main", of: outcome.figures[1].tables[0])
    #expect(distances[0] > 0.5 && distances[1000] < 1e-3)
  }

  @Test func modesAreNamedWithTheirValues() throws {
    let (outcome, _) = try outcome("tree", "modes")
    #expect(
      outcome.summary == [
        "mode 1 (158), epoch 94: all together",
        "mode 2 (122), epoch 116: Goldfish, Tuna, … against Rose, Daisy, …",
        "nearly equal: modes 3–4 (epochs 137–138), modes 5–8 (epochs 186–188)",
      ])
    #expect(
      outcome.details[1]
        == "mode 2 (121.8), half learned at epoch 116 (theory: 116): Goldfish, Tuna, Robin, Canary against "
        + "Rose, Daisy, Pine, Oak")
    let titles = outcome.figures[1].panels[0].layers.compactMap { layer -> String? in
      if case .entry(_, let title) = layer { title } else { nil }
    }
    #expect(titles.prefix(5) == ["left axis:", "loss", "theory", "right axis:", "mode 1: 157.7"])
    #expect(titles.last == "modes 7–8: 70.7 … 70.6")
  }
}
