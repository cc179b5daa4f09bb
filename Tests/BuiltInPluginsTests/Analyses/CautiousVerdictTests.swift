import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// What analyses say of structure where there is none yet, or where it cannot be told.
@Suite struct CautiousVerdictTests {
  /// Before anything is learned similarities are of 1e-20, and have an order all the same.
  @Test func nothingIsSaidOfWhatHardlyExists() throws {
    let run = try AnalysisRun("rsa", of: AnalysisRun.dataset("shark-bones"), shownEpochs: [20, 60, 250])
    let verdict = try #require((run.outcome.summary + run.outcome.details).first { $0.hasPrefix("epoch 20") })
    #expect(verdict.hasPrefix("epoch 20 is not yet differentiated, 60 is not yet differentiated, 250 most like level"))
  }

  /// Twelve items, at an epoch when the matrix has rank one: dot products are ordered as levels are, because some items are
  /// larger than others. Above eight items there is a test as well.
  @Test func lengthIsNoSimilarity() throws {
    let run = try AnalysisRun("rsa", of: AnalysisRun.dataset("whale-fish"), shownEpochs: [92, 300])
    let verdict = try #require((run.outcome.summary + run.outcome.details).first { $0.hasPrefix("epoch 92") })
    #expect(verdict.hasPrefix("epoch 92 is not yet differentiated, 300 most like level"))
    #expect(verdict.contains(", p = "))
  }

  /// One axis for all dendrograms of a figure, and grey where items are not yet told apart.
  @Test func dendrogramsShareAnAxis() throws {
    let run = try AnalysisRun("differentiation", of: AnalysisRun.dataset("tree"))
    let panels = try #require(run.outcome.figures.first { $0.name == "dendrograms" }).panels
    #expect(panels.count == 4 && Set(panels.map { $0.y.range?.to }).count == 1)
    #expect(panels[0].title?.hasSuffix("(not yet differentiated)") == true)
    #expect(panels[0].layers == [.segments(table: "dendrogram-epoch-94", LineStyle(.grey, width: 2))])
    #expect(run.outcome.details.contains { $0.hasPrefix("at epoch 94 items are not yet differentiated") })
    #expect(panels[3].title == "Epoch 250")
  }

  /// Without a hidden layer learning is a curve and not one step.
  @Test func depthOneIsACurve() throws {
    let run = try AnalysisRun("depth", of: AnalysisRun.dataset("tree"))
    let shallow = run.recordings[0]
    #expect(shallow.plan.hiddenWidths.isEmpty && shallow.lastEpoch > 20)
    // (1 − ε)^T with ε = 0.1: less than a hundredth is left.
    #expect(shallow.losses[shallow.lastEpoch] < 1e-4 * shallow.losses[0])
    #expect(!(run.outcome.summary + run.outcome.details).joined().contains("e+0"))
  }

  /// On a table of a few items all three ways arrive by default.
  @Test(arguments: [1.0, 0.001]) func regressionHasTheEpochsItNeeds(unit: Double) throws {
    let data = try Dataset(
      identifier: "few", items: ["a", "b", "c"], features: FeatureNames(numbered: 4),
      targets: unit * Matrix([[1, -1, 1, 1], [1, 1, -1, 1], [-1, 1, 1, 1]])
    ).suited()
    let run = try AnalysisRun("regression", of: data)
    #expect(run.outcome.summary[0].hasPrefix("all three agree within 0.01"), "\(run.outcome.summary)")
  }
}
