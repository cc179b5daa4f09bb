import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// Findings of analyses while there is no structure yet, or none that can be seen.
@Suite struct CautiousVerdictTests {
  /// Before anything is learned, similarities are of size 1e-20 and still have an order.
  @Test func nothingIsSaidOfWhatHardlyExists() throws {
    let run = try AnalysisRun("rsa", of: AnalysisRun.dataset("shark-bones"), shownEpochs: [20, 60, 250])
    let verdict = try #require((run.outcome.summary + run.outcome.details).first { $0.hasPrefix("epoch 20") })
    #expect(
      verdict.hasPrefix("epoch 20 is not yet differentiated, 60 is not yet differentiated, 250 most similar to level"))
  }

  /// Twelve items, at an epoch when the matrix has rank one: dot products are ordered like levels, because some items have
  /// longer vectors than others. With more than eight items there is a test, too.
  @Test func lengthIsNoSimilarity() throws {
    let run = try AnalysisRun("rsa", of: AnalysisRun.dataset("whale-fish"), shownEpochs: [92, 300])
    let verdict = try #require((run.outcome.summary + run.outcome.details).first { $0.hasPrefix("epoch 92") })
    #expect(verdict.hasPrefix("epoch 92 is not yet differentiated, 300 most similar to level"))
    #expect(verdict.contains(", p = "))
  }

  /// All dendrograms of a figure have the same axis, and are grey while items are not yet differentiated.
  @Test func dendrogramsShareAnAxis() throws {
    let run = try AnalysisRun("differentiation", of: AnalysisRun.dataset("tree"))
    let panels = try #require(run.outcome.figures.first { $0.name == "dendrograms" }).panels
    #expect(panels.count == 4 && Set(panels.map { $0.y.range?.to }).count == 1)
    #expect(panels[0].title?.hasSuffix("(not yet differentiated)") == true)
    #expect(panels[0].layers == [.segments(table: "dendrogram-epoch-94", LineStyle(.grey, width: 2))])
    #expect(run.outcome.details.contains { $0.hasPrefix("at epoch 94 items are not yet differentiated") })
    #expect(panels[3].title == "Epoch 250")
  }

  /// Without a hidden layer learning is a curve, not a single step.
  @Test func depthOneIsACurve() throws {
    let run = try AnalysisRun("depth", of: AnalysisRun.dataset("tree"))
    let shallow = run.recordings[0]
    #expect(shallow.plan.hiddenWidths.isEmpty && shallow.lastEpoch > 20)
    // (1 − ε)^T with ε = 0.1: less than a hundredth is left.
    #expect(shallow.losses[shallow.lastEpoch] < 1e-4 * shallow.losses[0])
    #expect(!(run.outcome.summary + run.outcome.details).joined().contains("e+0"))
  }

  /// On a table of a few items all three ways converge by default.
  @Test(arguments: [1.0, 0.001]) func regressionHasTheEpochsItNeeds(unit: Double) throws {
    let data = try Dataset(
      identifier: "few", items: ["a", "b", "c"], features: FeatureNames(numbered: 4),
      targets: unit * Matrix([[1, -1, 1, 1], [1, 1, -1, 1], [-1, 1, 1, 1]])
    ).recommendingTraining()
    let run = try AnalysisRun("regression", of: data)
    #expect(run.outcome.summary[0].hasPrefix("all three agree within 0.01"), "\(run.outcome.summary)")
  }
}
