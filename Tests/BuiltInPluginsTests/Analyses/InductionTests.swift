import GSL
import LearningDynamics
import PluginKit
import Testing

/// How a new property spreads from one item.
@Suite struct InductionTests {
  private static func run(_ dataset: Dataset, shown: [Int] = [], settings: [String: String] = [:]) throws -> AnalysisRun
  {
    try AnalysisRun("induction", of: dataset, shownEpochs: shown, settings: settings)
  }

  /// The goldfish of the default run, beside an independent program's values, which have one or two digits.
  @Test(arguments: [
    (epoch: 94, tuna: 1.0, birds: 1.0, plants: 1.0, tolerance: 0.05),
    (epoch: 116, tuna: 0.99, birds: 0.99, plants: 0.33, tolerance: 0.02),
    (epoch: 138, tuna: 1.0, birds: 0.4, plants: 0.1, tolerance: 0.06),
    (epoch: 250, tuna: 0.25, birds: 0.10, plants: 0.05, tolerance: 0.06),
  ])
  func goldfish(epoch: Int, tuna: Double, birds: Double, plants: Double, tolerance: Double) throws {
    let run = try Self.run(AnalysisRun.dataset("tree"))
    func mean(_ items: ClosedRange<Int>) throws -> Double {
      try items.reduce(0) { try $0 + run.column("item_\($1)", of: "induction")[epoch] } / Double(items.count)
    }
    #expect(try (mean(2...2) - tuna).magnitude < tolerance)
    #expect(try (mean(3...4) - birds).magnitude < tolerance)
    #expect(try (mean(5...8) - plants).magnitude < tolerance)
  }

  /// Training a new output on one item alone, with the hidden layer as it is, by gradient descent: 1e-4, where it has converged.
  @Test(arguments: [0, 6]) func trainedOutputs(item: Int) throws {
    let data = try AnalysisRun.dataset("tree")
    let plan = try TrainingSettings().plan(for: data)
    var descent = GradientDescent(problem: try plan.problem(on: data), learningRate: plan.learningRate)
    for _ in 0..<116 { descent.update() }
    let activity = descent.network.weights[0]
    let taught = activity.column(item)
    var output = [Double](repeating: 0, count: taught.count)
    for _ in 0..<4000 {
      let error = 1 - zip(output, taught).reduce(0) { $0 + $1.0 * $1.1 }
      for unit in output.indices { output[unit] += 0.01 * error * taught[unit] }
    }
    let run = try Self.run(data, settings: ["taught": "\(item + 1)"])
    for other in 0..<8 where other != item {
      let predicted = zip(output, activity.column(other)).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(try (run.column("item_\(other + 1)", of: "induction")[116] - predicted).magnitude < 1e-4)
    }
  }

  /// Stages, or the epochs asked for, have a sentence each; items that do not exist are refused.
  @Test func sentencesAndRefusals() throws {
    let data = try AnalysisRun.dataset("tree")
    let stages = try Self.run(data).outcome.summary
    #expect(stages.count == 5 && stages[2].contains("epoch 138: Goldfish +1.0") && stages[2].contains("to 4 items"))
    let asked = try Self.run(data, shown: [250], settings: ["taught": "8"]).outcome.summary
    #expect(asked.count == 1 && asked[0].hasPrefix("epoch 250: Oak +0.2") && asked[0].contains("to Pine"))
    #expect(throws: SettingsError.self) { try Self.run(data, settings: ["taught": "9"]) }
  }
}
