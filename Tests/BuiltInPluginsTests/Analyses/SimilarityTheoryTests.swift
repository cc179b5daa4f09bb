import BuiltInPlugins
import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// The theory of the representations, as `rsa` draws it.
@Suite struct SimilarityTheoryTests {
  private func figure(_ run: AnalysisRun) -> Figure? {
    run.outcome.figures.first { $0.name == "rsa-over-time" }
  }

  private func error(_ run: AnalysisRun) throws -> Double {
    let line = try #require(run.outcome.details.first { $0.hasPrefix("theory's matrices differ by at most ") })
    #expect(line.hasSuffix(" of the largest entry"))
    return try #require(line.split(separator: " ").compactMap { Double($0) }.first)
  }

  /// Curves are means of the recorded matrices over the pairs of a relation, written out here; theory lies on them.
  @Test func followsTheRelationsOfATree() throws {
    let run = try AnalysisRun("rsa", of: AnalysisRun.dataset("tree"), scale: 1e-6)
    func isRelated(_ first: Int, _ second: Int) -> [String: Bool] {
      [
        "itself": first == second, "level_2": first / 2 == second / 2 && first != second,
        "level_1": first / 4 == second / 4 && first / 2 != second / 2, "level_0": first / 4 != second / 4,
      ]
    }
    let series = run.recordings[0].representationalSimilarities[0]
    let largest = series[250].largestMagnitude
    for relation in ["itself", "level_2", "level_1", "level_0"] {
      let (measured, theory) = (
        try run.column(relation, of: "rsa-over-time"), try run.column("theory_\(relation)", of: "rsa-over-time")
      )
      #expect(measured.count == 251 && theory.count == 251)
      for epoch in [0, 60, 120, 250] {
        let entries = (0..<64).filter { isRelated($0 / 8, $0 % 8)[relation] == true }.map { series[epoch].elements[$0] }
        let mean = entries.reduce(0, +) / Double(entries.count)
        // A sum of at most 32 numbers in another order.
        #expect(isApproximately(measured[epoch], mean, within: 1e-13 * largest))
      }
      // Theory neglects terms of the order of γ = 1e-6, as found for single entries.
      #expect(largestDifference(measured, theory) < 1e-6 * largest)
    }
    // All entries, not only means; below 1e-18 nothing could be different at all.
    let error = try error(run)
    #expect(error < 1e-6 && error > 1e-18)
    #expect(figure(run)?.panels[0].layers.contains { "\($0)".contains("\"theory\"") } == true)
  }

  /// The stated difference is that of all entries at all kept epochs.
  @Test func statesTheLargestDifference() throws {
    let run = try AnalysisRun("rsa", of: AnalysisRun.dataset("shark-bones"), interval: 7, scale: 1e-2)
    let recording = run.recordings[0]
    let course = try #require(try recording.theory().course)
    var (difference, largest) = (0.0, 0.0)
    try course.forEachSimilarity(at: recording.keptEpochs) { index, matrix in
      let measured = recording.representationalSimilarities[0][index]
      difference = max(difference, largestDifference(matrix, measured))
      largest = max(largest, measured.largestMagnitude)
    }
    // The sentence has two digits.
    #expect(isApproximately(try error(run), difference / largest, within: 0.06 * difference / largest))
    #expect(try run.column("epoch", of: "rsa-over-time") == recording.keptEpochs.map(Double.init))
  }

  /// Without a tree, the probe's item with itself and with up to eleven others, the nearest and the farthest, all named.
  @Test func namesTheItemsWithoutATree() throws {
    let items = (1...15).map { "item-\($0)" }
    let targets = scatteredMatrix(rows: 15, columns: 40, seed: 3)
    let dataset = try Dataset(
      identifier: "scattered", items: items, features: FeatureNames(numbered: 40), targets: targets)
    let run = try AnalysisRun("rsa", of: dataset, epochs: 20, showsTheory: false)
    let alike = (1..<15).map { other in
      (item: other, product: zip(targets.row(0), targets.row(other)).reduce(0) { $0 + $1.0 * $1.1 })
    }.sorted { (-$0.product, $0.item) < (-$1.product, $1.item) }.map(\.item)
    let shown = [0] + alike.prefix(6) + alike.suffix(5)
    #expect(try run.table("rsa-over-time").header == ["epoch"] + shown.map { "item_\($0 + 1)" })
    let products = run.recordings[0].representationalSimilarities[0][20]
    for item in shown {
      #expect(try run.column("item_\(item + 1)", of: "rsa-over-time")[20] == products[0, item])
    }
    let layers = try #require(figure(run)).panels[0].layers.map { "\($0)" }
    for name in ["item-1 with itself"] + shown.dropFirst().map({ "item-1 with item-\($0 + 1)" }) {
      #expect(layers.contains { $0.contains("\"\(name)\"") })
    }
    let ring = try AnalysisRun("rsa", of: AnalysisRun.dataset("ring"))
    for item in 1...12 {
      let (measured, theory) = (
        try ring.column("item_\(item)", of: "rsa-over-time"),
        try ring.column("theory_item_\(item)", of: "rsa-over-time")
      )
      // Entries go up to 82; from γ = 1e-12 rounding shows, magnified with the weights.
      #expect(largestDifference(measured, theory) < 1e-6 * 82)
    }
  }

  @Test func saysWhyThereIsNoTheory() throws {
    let large = try AnalysisRun("rsa", of: AnalysisRun.dataset("tree"), scale: 1)
    let note = try #require(large.outcome.summary.first { $0.hasPrefix("No theory is drawn: ") })
    #expect(figure(large)?.panels[0].note == note && large.outcome.figures[0].panels[0].note == note)
    #expect(try large.table("rsa-over-time").header == ["epoch", "itself", "level_2", "level_1", "level_0"])
  }

  @Test func isSilentWhereTheoryIsOffAndForOtherLayers() throws {
    let off = try AnalysisRun("rsa", of: AnalysisRun.dataset("tree"), showsTheory: false)
    #expect(!off.outcome.sentences.contains { $0.lowercased().contains("theory") })
    #expect(try !off.table("rsa").header.contains("theory"))
    #expect(try off.table("rsa-over-time").header == ["epoch", "itself", "level_2", "level_1", "level_0"])
    let second = try AnalysisRun(
      "rsa", of: AnalysisRun.dataset("tree"), epochs: 5, scale: 1, hidden: [6, 6], settings: ["layer": "2"])
    #expect(figure(second) == nil)
    #expect(!second.outcome.sentences.contains { $0.lowercased().contains("theory") })
  }
}
