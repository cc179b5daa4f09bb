import BuiltInPlugins
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Testing

/// `rsa` with similarities from outside.
@Suite struct OutsideSimilarityTests {
  /// Distances on the tree: 1 within a pair, 3 within animals or plants, 6 between them.
  private static let ratings: Matrix = Matrix(
    (0..<8).map { row in (0..<8).map { $0 == row ? 0 : $0 / 2 == row / 2 ? 1 : $0 / 4 == row / 4 ? 3 : 6 } })

  private func tree(_ similarities: [GivenSimilarities]) throws -> Dataset {
    var dataset = try AnalysisRun.dataset("tree")
    dataset.similarities = similarities
    return dataset
  }

  private func given(_ matrix: Matrix, labels: [String]? = nil, name: String = "people.csv") throws -> GivenSimilarities
  {
    try GivenSimilarities(name: name, labels: labels, matrix: matrix, of: DiffusionTree.tutorialItems)
  }

  /// The curve is the correlation with the recorded similarities, and its largest value is reported.
  @Test func bestEpoch() throws {
    let run = try AnalysisRun("rsa", of: tree([given(Self.ratings)]))
    let tau = try run.column("tau_a", of: "rsa-outside")
    let test = try #require(SimilarityTest(run.dataset.similarities))
    for epoch in [0, 100, 140, 250] {
      let found = test.correlation(
        run.recordings[0].similarity(.dot, ofLayer: 0, at: epoch), areDistances: false)
      #expect(tau[epoch] == found.tau)
      #expect(try run.column("rho", of: "rsa-outside")[epoch] == found.spearman)
      #expect(try run.column("r", of: "rsa-outside")[epoch] == found.pearson)
    }
    // Before stage 2 the layer distinguishes nothing.
    let best = try #require(tau.indices.filter { $0 > 100 }.max { tau[$0] < tau[$1] })
    let first = try #require(tau.indices.first { $0 > 100 && tau[$0] == tau[best] })
    #expect(run.outcome.summary[0].hasPrefix("most like people.csv at epoch \(first): "))
    #expect(run.outcome.summary[0].contains("of all 40,320 permutations"))
    let shown = run.outcome.figures.first { $0.name == "rsa-given" }
    #expect(shown?.tables.last?.values == Self.ratings.elements)
  }

  /// Several tables have a ceiling, and are compared by the items that they share; what is missing is said.
  @Test func severalTables() throws {
    let items = DiffusionTree.tutorialItems
    let seven = Matrix((0..<7).map { row in (0..<7).map { Self.ratings[row, $0] } })
    let run = try AnalysisRun(
      "rsa", of: tree([given(Self.ratings, name: "a.csv"), given(seven, labels: Array(items[..<7]), name: "b.csv")]),
      settings: ["similarity": "euclidean"])
    #expect(run.outcome.summary[0].hasPrefix("most like 2 tables at epoch "))
    #expect(run.outcome.summary[0].contains("of all 5,040 permutations"))
    // Both say the same of seven items.
    #expect(run.outcome.summary[1].hasPrefix("noise ceiling of τ_a: "))
    #expect(run.outcome.summary.contains("b.csv lacks 'Oak'; compared are the other items"))
    let (one, other) = (
      try run.column("tau_a_table_1", of: "rsa-outside"), try run.column("tau_a_table_2", of: "rsa-outside")
    )
    let both = try run.column("tau_a", of: "rsa-outside")
    #expect(one == other && one == both)
  }

  /// Too little in common is refused before the training; without tables nothing changes.
  @Test func refusalsAndDefault() throws {
    let items = DiffusionTree.tutorialItems
    let three = Matrix([[0, 1, 2], [1, 0, 3], [2, 3, 0]])
    let apart = try tree([
      given(three, labels: Array(items[..<3]), name: "a.csv"), given(three, labels: Array(items[3..<6]), name: "b.csv"),
    ])
    #expect(throws: SettingsError.self) { try AnalysisRun("rsa", of: apart) }
    #expect(throws: SettingsError.self) { try AnalysisRun("rsa", of: tree([]), settings: ["rdm": "people.csv"]) }
    #expect(try !AnalysisRun("rsa", of: tree([])).outcome.figures.contains { $0.name.hasPrefix("rsa-outside") })
  }
}
