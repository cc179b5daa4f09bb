import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Testing

/// How typical items are of modes, and when they are learned.
@Suite struct TypicalityTests {
  /// The first mode by its definition, the eigenvector of Y Yᵀ with the largest eigenvalue, to rounding; and who is most and least
  /// typical of it.
  @Test func typicalItems() throws {
    let table = Matrix([
      [1, 1, 1, 1, 1, -1], [1, 1, 1, 1, -1, 1], [1, 1, -1, -1, 1, 1], [-1, -1, 1, -1, 1, 1],
    ])
    let data = try Dataset(
      identifier: "birds", items: ["Robin", "Canary", "Ostrich", "Penguin"],
      features: FeatureNames(numbered: 0, named: ["a", "b", "c", "d", "e", "f"]), targets: table
    ).recommendingTraining()
    let run = try AnalysisRun("typicality", of: data)
    let similarity = table * table.transposed
    let first = try (0..<4).map { try run.table("typicality").values[$0 * 4] }
    let image = (0..<4).map { row in (0..<4).reduce(0) { $0 + similarity[row, $1] * first[$1] } }
    let eigenvalue = zip(image, first).reduce(0) { $0 + $1.0 * $1.1 }
    for (left, right) in zip(image, first) { #expect((left - eigenvalue * right).magnitude < 1e-9) }
    let order = (0..<4).sorted { first[$0].magnitude > first[$1].magnitude }
    #expect(run.outcome.summary[0].contains("most typical \(data.items[order[0]])"))
    #expect(run.outcome.summary[0].contains("least \(data.items[order[3]])"))
  }

  /// An item is learned when its loss has fallen to a part of the first one: as the curves of its loss say.
  @Test func whenItemsAreLearned() throws {
    let data = try AnalysisRun.dataset("tree")
    let run = try AnalysisRun("typicality", of: data)
    let losses = run.recordings[0].itemLosses(againstPhase: nil)
    let (half, tenth) = (try run.column("x", of: "learned-items"), try run.column("x", of: "learned-items-tenth"))
    for item in 0..<8 {
      let (first, second) = (Int(half[item]), Int(tenth[item]))
      #expect(losses[item][first] <= 0.5 * losses[item][0] && losses[item][first - 1] > 0.5 * losses[item][0])
      #expect(losses[item][second] <= 0.1 * losses[item][0] && losses[item][second - 1] > 0.1 * losses[item][0])
      #expect(first < second)
    }
  }
}
