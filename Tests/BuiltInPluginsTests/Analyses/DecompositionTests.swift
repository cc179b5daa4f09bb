import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

@Suite struct DecompositionTests {
  @Test func tellsWhatEachModeIs() throws {
    let run = try AnalysisRun("decomposition", of: AnalysisRun.dataset("shark-bones"))
    // It needs no training.
    #expect(run.recordings.isEmpty)
    #expect(
      run.outcome.summary.prefix(3) == [
        "mode 1 (31 %): all together", "mode 2 (19 %): Shark, Tuna, … against Rose, Daisy, …",
        "nearly equal: modes 3–4 (25 %), modes 5–8 (25 %)",
      ])
    #expect(
      run.outcome.details[1] == "mode 2 (121.8, 19 %): Shark, Tuna, Robin, Canary against Rose, Daisy, Pine, Oak")
    #expect(run.outcome.summary.contains { $0.hasPrefix("contributions to has_bones: mode 2 ") })
    #expect(run.outcome.details.contains { $0.hasPrefix("modes 3–4 and 5–8 are nearly equal") })
    // The figure shows V: a row of length 1 (to rounding) for each mode.
    let items = try run.table("decomposition-items")
    #expect(items.header == run.dataset.items && items.rowCount == 8)
    let vectors = Matrix(rows: 8, columns: 8, elements: items.values)
    #expect(largestDifference(vectors * vectors.transposed, .identity(8)) < 1e-12)
  }

  /// The modes in the figure's tables add up to the data: every sampled feature, with its width.
  @Test func showsTheWholeSum() throws {
    let run = try AnalysisRun("decomposition", of: AnalysisRun.dataset("tree"))
    let items = try run.table("decomposition-items")
    let strengths = try run.column("x2", of: "decomposition-strengths")
    func entries(_ name: String, rows: Int) throws -> [[Double]] {
      var result = [[Double]](repeating: [], count: rows)
      let table = try run.table(name)
      for run in stride(from: 0, to: table.values.count, by: 4) {
        let (row, width) = (Int(table.values[run]), Int(table.values[run + 2] - table.values[run + 1]))
        result[row] += [Double](repeating: table.values[run + 3], count: width)
      }
      return result
    }
    let (data, features) = (
      try entries("decomposition-data", rows: 8), try entries("decomposition-features", rows: 8)
    )
    #expect(data.allSatisfy { $0.count == 10_000 } && features.allSatisfy { $0.count == 10_000 })
    for item in 0..<8 {
      #expect(data[item].reduce(0, +) == run.dataset.targets.row(item).reduce(0, +))
      for feature in stride(from: 0, to: 10_000, by: 37) {
        let sum = (0..<8).reduce(0) { $0 + items.values[$1 * 8 + item] * strengths[$1] * features[$1][feature] }
        // 1e-12: eight terms of size 1, rounded.
        #expect(isApproximately(sum, data[item][feature], within: 1e-12))
      }
    }
  }

  @Test func saysWhatIsLeftOut() throws {
    let named = try AnalysisRun("decomposition", of: AnalysisRun.dataset("named-features"))
    #expect(named.outcome.details.contains { $0.hasPrefix("the other 2 modes are zero: W* has rank 6") })
    let many = try AnalysisRun("decomposition", of: AnalysisRun.dataset("penguin-fly"))
    #expect(many.outcome.details.contains { $0.hasPrefix("and 4 weaker modes, together 1") })
    #expect(try many.table("decomposition-items").rowCount == 12)
    let nothing = try AnalysisRun(
      "decomposition",
      of: Dataset(
        identifier: "zeros", items: ["a", "b"], features: FeatureNames(numbered: 3),
        targets: Matrix(rows: 2, columns: 3)))
    #expect(nothing.outcome.sentences == ["nothing to decompose: the regression map W* is 0"])
    #expect(nothing.outcome.figures.count == 1)
  }
}
