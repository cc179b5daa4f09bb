import Foundation
import GSL
import TestSupport
import Testing

@testable import LearningDynamics

/// Initial weights of a user's own as a value.
@Suite struct OwnWeightsTests {
  private let layers = [
    Matrix([[0.5, -1], [2, 0.25], [0.1, 3]]), Matrix([[1, 2, 3], [0, -0.5, 7]]),
  ]

  @Test func differentNumbersAreDifferent() throws {
    let one = try OwnWeights(name: "one", layers: layers)
    #expect(try OwnWeights(name: "two", layers: layers) == one)
    var flipped = layers
    flipped[0].elements[0] *= -1
    flipped[1].elements[5] *= -1
    for other in [layers.map { -1 * $0 }, flipped, layers.map { 2 * $0 }] {
      let weights = try OwnWeights(name: "one", layers: other)
      #expect(weights != one && weights.checksum != one.checksum)
    }
  }

  /// With 32 or 64 bits, exactly.
  @Test(arguments: [1, 1 / 3.0]) func isRecordedExactly(factor: Double) throws {
    let weights = try OwnWeights(name: "start", layers: layers.map { factor * $0 })
    let data = try JSONEncoder().encode(weights)
    let read = try JSONDecoder().decode(OwnWeights.self, from: data)
    #expect(read.layers == weights.layers && read.name == "start")
    // A plan's record has only the checksum, and cannot be trained.
    let start = try JSONDecoder().decode(
      Initialization.self, from: JSONEncoder().encode(Initialization.own(weights)))
    guard case .own(let known) = start else {
      Issue.record("\(start)")
      return
    }
    #expect(known == weights && known.layers.isEmpty)
    var plan = TrainingPlan(
      hiddenWidths: [3], learningRate: 1, initialization: start, epochs: 1, seed: 1, sampling: .tutorial, engine: .full)
    let data2 = try Dataset(
      identifier: "d", items: ["a", "b"], features: FeatureNames(numbered: 2), targets: Matrix([[1, -1], [1, 1]]))
    #expect(throws: TrainingError.self) { try plan.problem(on: data2) }
    plan.initialization = .own(try OwnWeights(name: "start", layers: [layers[0], layers[1]]))
    #expect(try plan.problem(on: data2).network.weights == layers)
  }

  @Test(arguments: [
    (2_305_843_009_213_693_952, 1, 64, "", "start"), (1, 1, 64, "AAAA", "start"), (1, 1, 16, "AAA=", "start"),
    (0, 1, 64, "", "start"), (-1, -1, 64, "AAAAAAAAAAA=", "start"), (1, 1, 64, "AAAAAAAA+H8=", "start"),
    (1, 1, 64, "AAAAAAAA8D8=", "../start"), (1, 1, 64, "AAAAAAAA8D8=", "a\u{1b}[31m"), (1, 1, 64, "not base64!!", "s"),
  ])
  func refusesWhatIsNoRecord(rows: Int, columns: Int, bits: Int, numbers: String, name: String) throws {
    let layer: [String: Any] = ["rows": rows, "columns": columns, "bits": bits, "numbers": numbers]
    let data = try JSONSerialization.data(withJSONObject: ["name": name, "layers": [layer]])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(OwnWeights.self, from: data) }
  }
}
