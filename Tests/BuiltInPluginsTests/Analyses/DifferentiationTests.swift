import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import TestSupport
import Testing

@Suite struct DifferentiationTests {
  @Test func tellsGroupsInTheOrderOfTheStages() throws {
    let run = try AnalysisRun("differentiation", of: AnalysisRun.dataset("tree"))
    #expect(run.outcome.figures.map(\.name) == ["differentiation", "dendrograms"])
    let summary = run.outcome.sentences
    #expect(summary[0].hasPrefix("at the end two dimensions show 37 % of the variance in hidden layer 1"))
    #expect(
      summary.contains {
        $0.hasPrefix("at epoch 116 the widest split")
          && $0.hasSuffix("separates Goldfish, Tuna, Robin, Canary / Rose, Daisy, Pine, Oak")
      })
    // At epoch 138 fish and birds are apart as well, and four merges are below a twentieth of the last.
    let lines = try run.table("dendrogram-epoch-138")
    #expect(lines.rowCount == 3 * 7)
    let heights = stride(from: 3, to: lines.values.count, by: 12).map { lines.values[$0] }
    #expect(heights.filter { $0 < heights[6] / 20 }.count == 4)
  }

  @Test func waysBeginTogetherAndStatesAreMarked() throws {
    let run = try AnalysisRun("differentiation", of: AnalysisRun.dataset("shark-bones"))
    let epochs = try run.column("epoch", of: "differentiation")
    #expect(epochs.count <= 120 && epochs.first == 0 && epochs.last == 250)
    #expect(zip(epochs, epochs.dropFirst()).allSatisfy { $0 < $1 })
    for item in 1...8 {
      let x = try run.column("x_\(item)", of: "differentiation")
      // γ = 1e-12: activities of that size.
      #expect(x[0].magnitude < 1e-11 && x[x.count - 1].magnitude > 1)
      // No jump: from one state to the next at most a seventh of the whole path.
      let largest = x.map(\.magnitude).reduce(0, max)
      #expect(zip(x, x.dropFirst()).allSatisfy { ($1 - $0).magnitude < largest / 7 })
    }
    let marked = Set(try run.column("epoch", of: "differentiation-points-1"))
    let stages = try run.recordings[0].stages().prefix(3).map { Double($0.epoch) }
    #expect(marked == Set(stages + [250]) && marked.isSubset(of: Set(epochs)))
  }

  /// 81 items: segments in place of curves, no names, no dendrograms, and a sentence.
  @Test func manyItemsHaveWaysOnly() throws {
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    let dataset = try DiffusionTree(levels: 4, branches: 3).dataset("tree", features: 200, using: &sampler)
    let run = try AnalysisRun("differentiation", of: dataset, epochs: 60)
    #expect(run.outcome.figures.map(\.name) == ["differentiation"])
    #expect(run.outcome.details[0].hasPrefix("81 items are too many for names"))
    #expect(run.outcome.details[0].hasSuffix("only the paths are drawn"))
    #expect(try run.table("differentiation").header == ["epoch", "x_1", "y_1", "x_28", "y_28", "x_55", "y_55"])
    #expect(try run.table("differentiation-group-2").rowCount == 26 * (run.table("differentiation").rowCount - 1))
  }

  @Test(arguments: [1, 2, 3]) func equalItemsAreOnePlace(items: Int) throws {
    let dataset = try Dataset(
      identifier: "equal", items: (1...items).map { "item \($0)" }, features: FeatureNames(numbered: 3),
      inputs: Matrix(rows: items, columns: 2, repeating: 1), targets: Matrix(rows: items, columns: 3, repeating: 1))
    let run = try AnalysisRun("differentiation", of: dataset, epochs: 30)
    #expect(run.outcome.summary[0].hasPrefix("hidden layer 1 does not distinguish items at the end: "))
    #expect(run.outcome.figures.count == (items == 1 ? 1 : 2))
    for figure in run.outcome.figures {
      #expect(figure.tables.allSatisfy { $0.values.allSatisfy(\.isFinite) })
      #expect(!(try figure.script()).contains("NaN"))
    }
  }
}
