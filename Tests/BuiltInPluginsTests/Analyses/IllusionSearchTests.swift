import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

@Suite struct IllusionSearchTests {
  @Test func ranksAndTellsTheProbe() throws {
    let run = try AnalysisRun("illusion-scan", of: AnalysisRun.dataset("rumelhart"))
    #expect(run.outcome.summary.contains { $0.hasPrefix("the probe, Pine has leaves, has rank 10 of 86") })
    let areas = try run.column("area", of: "illusion-scan")
    let (items, features) = (
      try run.column("item", of: "illusion-scan"), try run.column("feature", of: "illusion-scan")
    )
    #expect(areas.count == 86 && zip(areas, areas.dropFirst()).allSatisfy { $0 >= $1 - 1e-6 })
    let worst = Probe(item: Int(items[0]) - 1, feature: Int(features[0]) - 1)
    #expect(run.dataset.name(of: worst) == "Rose is a rose")
    #expect(run.outcome.figures.map(\.name) == ["illusion-scan", "illusion-scan-curves"])
  }

  /// Items with equal targets have no exceptions, so no prediction can be on the wrong side.
  @Test func saysWhereThereIsNone() throws {
    let data = try Dataset(
      identifier: "alike", items: ["a", "b"], features: FeatureNames(numbered: 3),
      targets: Matrix([[1, -1, 1], [1, -1, 1]])
    ).recommendingTraining()
    let run = try AnalysisRun("illusion-scan", of: data)
    #expect(run.outcome.sentences == ["none of 6 predictions is on the wrong side"])
    #expect(run.outcome.figures.map(\.name) == ["illusion-scan"])
  }

  @Test func saysWhichEpochsWereLookedAt() throws {
    let run = try AnalysisRun("illusion-scan", of: AnalysisRun.dataset("named-features"), interval: 10)
    #expect(run.outcome.summary[0].contains("only every 10th epoch was kept and checked"))
  }
}
