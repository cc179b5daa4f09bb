import Foundation
import GSL
import LearningDynamics
import TestSupport
import Testing

/// A reference training: PyTorch's results, and the settings to train with.
struct ReferenceTraining: CustomTestStringConvertible, Sendable {
  var file: String
  var dataset: String
  var hiddenWidths = [30]
  var learningRate = 100.0
  var initialization = Initialization.scaledNormal(scale: 1e-12)

  var testDescription: String { file }

  func record(engine: TrainingEngine = .reduced) throws -> (recording: Recording, dataset: Dataset) {
    let data = try ReferenceData.dataset(dataset)
    let plan = TrainingPlan(
      hiddenWidths: hiddenWidths, learningRate: learningRate, initialization: initialization, epochs: 250, seed: 2021,
      sampling: .tutorial, engine: engine)
    return (try Recording(training: plan, on: data), data)
  }

  static let all = [
    ReferenceTraining(file: "tree-seed2021", dataset: "tree"),
    ReferenceTraining(file: "shark-bones-seed2021", dataset: "shark-bones"),
    ReferenceTraining(file: "parrot-speak-seed2021", dataset: "parrot-speak"),
    ReferenceTraining(
      file: "tree-seed2021-zero-depth", dataset: "tree", hiddenWidths: [], learningRate: 1000,
      initialization: .frameworkDefault),
    ReferenceTraining(
      file: "tree-seed2021-depth3", dataset: "tree", hiddenWidths: [30, 30], learningRate: 15,
      initialization: .scaledNormal(scale: 1)),
  ]
}

@Suite struct ReferenceTests {
  /// 1e-6 follows from the difference of the initial weights (5e-7 relative to PyTorch's) in loss and prediction.
  @Test(arguments: ReferenceTraining.all)
  func trainingIsPyTorchs(training: ReferenceTraining) throws {
    let reference = try ReferenceData.table(training.file)
    let (recording, dataset) = try training.record()
    #expect(recording.outcome == .completed && recording.stateCount == 251)
    #expect(largestDifference(Array(recording.losses.prefix(250)), reference.map { $0[1] }) < 1e-6)
    let predictions = try recording.predictions(of: dataset.followedCell)
    #expect(largestDifference(Array(predictions.prefix(250)), reference.map { $0[2] }) < 1e-6)
    // The tutorial logs the modes after the update of an epoch: its row i is our state i + 1.
    let largest = recording.singularValues[250][0]
    for (row, values) in reference.enumerated() {
      #expect(largestDifference(recording.singularValues[row + 1], Array(values[3...])) < 1e-6 * largest)
    }
  }

  @Test(arguments: ["tree", "shark-bones", "parrot-speak"])
  func similaritiesAreNumPys(name: String) throws {
    let training = try #require(ReferenceTraining.all.first { $0.dataset == name })
    let recording = try training.record().recording
    for (epoch, expected) in try ReferenceData.initialState(name).rsm {
      let state = try #require(Int(epoch))
      let expected = Matrix(expected)
      let similarity = recording.representationalSimilarities[0][state]
      #expect(largestDifference(similarity, expected) < 1e-6 * expected.largestMagnitude)
    }
  }

  @Test(arguments: ["tree", "shark-bones", "parrot-speak"])
  func targetsAreNumPys(name: String) throws {
    let reference = try ReferenceData.initialState(name)
    let dataset = try ReferenceData.dataset(name)
    for item in 0..<8 {
      let row = dataset.targets.row(item)
      #expect(row.prefix(64).map { $0 > 0 ? "+" : "-" }.joined() == reference.first_64_features[item])
      #expect(row.reduce(0, +) == reference.column_sums[item])
    }
  }

  @Test func engineFullIsPyTorchsToo() throws {
    let reference = try ReferenceData.table("shark-bones-seed2021")
    let (recording, dataset) = try ReferenceTraining.all[1].record(engine: .full)
    #expect(largestDifference(Array(recording.losses.prefix(250)), reference.map { $0[1] }) < 1e-6)
    let predictions = try recording.predictions(of: dataset.followedCell)
    #expect(largestDifference(Array(predictions.prefix(250)), reference.map { $0[2] }) < 1e-6)
  }
}
