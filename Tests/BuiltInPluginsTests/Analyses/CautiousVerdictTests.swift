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
    #expect(
      run.outcome.summary == [
        "most similar level: epoch 20 not yet differentiated, 60 not yet differentiated, 250 levels 1 and 2"
      ])
  }

  /// A run that ends before anything is learned has small distances only; beside each other they look like levels.
  @Test func nothingIsSaidOfARunThatEndsTooEarly() throws {
    let run = try AnalysisRun("rsa", of: AnalysisRun.dataset("shark-bones"), epochs: 20)
    #expect(run.outcome.summary == ["most similar level: epoch 20 not yet differentiated"])
    let other = try AnalysisRun("differentiation", of: AnalysisRun.dataset("shark-bones"), epochs: 20)
    #expect(other.outcome.summary.last?.hasPrefix("at epoch 20 items are not yet differentiated") == true)
  }

  /// The distances of learned items by theory are those at the end of a training from small weights, to rounding: here the
  /// loss is 1e-24 at the end.
  @Test func distancesOfLearnedItems() throws {
    let recording = try AnalysisRun("rsa", of: AnalysisRun.dataset("shark-bones")).recordings[0]
    let last = recording.similarity(.euclidean, ofLayer: 0, at: recording.keptEpochs.count - 1).largestMagnitude
    #expect((try recording.largestLearnedDistance(ofLayer: 0) - last).magnitude < 1e-9 * last)
  }

  /// Twelve items, at an epoch when the matrix has rank one: dot products are ordered like levels, because some items have
  /// longer vectors than others. With more than eight items there is a test, too.
  @Test func lengthIsNoSimilarity() throws {
    let run = try AnalysisRun("rsa", of: AnalysisRun.dataset("whale-fish"), shownEpochs: [92, 300])
    #expect(run.outcome.summary[0].hasPrefix("most similar level: epoch 92 not yet differentiated, 300 level"))
    #expect(
      run.outcome.details.contains {
        $0.contains("τ_a with the most similar level: epoch 300: ") && $0.contains("(p = ")
      })
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

  /// A network without a hidden layer is not compared with itself.
  @Test func nothingIsSaidTwiceWithoutAHiddenLayer() throws {
    let run = try AnalysisRun("illusion", of: AnalysisRun.dataset("shark-bones"), hidden: [])
    #expect(run.outcome.summary == ["Shark has_bones: target −1; never on the wrong side; converged at epoch 91"])
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
    #expect(
      run.outcome.summary[0].hasPrefix("networks and regression agree within 0.01"),
      "\(run.outcome.summary)")
  }
}
