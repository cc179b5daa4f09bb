import Foundation
import GSL
import LearningDynamics
import Testing

/// The numbers in `Fixtures`, and the datasets they belong to.
enum ReferenceData {
  struct InitialState: Decodable {
    let first_64_features: [String]
    let column_sums: [Double]
    let W1_first: [Double]
    let W1_last: [Double]
    let W2_first: [Double]
    let W2_last: [Double]
    let rsm: [String: [[Double]]]
  }

  struct Layers: Decodable {
    let seed: UInt32
    let layers_out_in: [[Int]]
    let default_start: [[Double]]
    let standard_normal: [[Double]]
  }

  struct NoisyLinear: Decodable {
    let seed: UInt32
    let W_true: [[Double]]
    let X: [[Double]]
    let noise: [[Double]]
    let W_estimate: [[Double]]
  }

  /// Sums over all numbers of long data; see `Tests/Parity/fixtures.py`.
  struct EveryNumber: Decodable {
    struct Network: Decodable {
      let default_start_fingerprint: String
      let every_311th: [Double]
      let sums_of_1000: [Double]
      let squares_of_1000: [Double]
    }
    let targets_fingerprint: [String: String]
    let similarity_projections: [String: [[[Double]]]]
    let default_network: Network
  }

  static func everyNumber() throws -> EveryNumber {
    try JSONDecoder().decode(EveryNumber.self, from: file("every-number.json"))
  }

  /// FNV-1a, 64 bits.
  static func fingerprint(_ bytes: some Sequence<UInt8>) -> String {
    let value = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  static func file(_ name: String) throws -> Data {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures"))
    return try Data(contentsOf: url)
  }

  /// The rows of a table without its header.
  static func table(_ name: String) throws -> [[Double]] {
    try String(decoding: file(name + ".tsv"), as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      try line.split(separator: "\t").map { try #require(Double($0)) }
    }
  }

  static func initialState(_ dataset: String) throws -> InitialState {
    try #require(
      JSONDecoder().decode([String: InitialState].self, from: file("initial-states.json"))[dataset])
  }

  /// The tutorial's datasets at seed 2021.
  static func dataset(_ name: String) throws -> Dataset {
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    let tree = try DiffusionTree().dataset(name, features: 10_000, using: &sampler)
    switch name {
    case "shark-bones":
      return try IllusoryCorrelation(
        renaming: "Goldfish", to: "Shark", feature: "has_bones", values: [-1, 1, 1, 1, -1, -1, -1, -1]
      ).added(to: tree)
    case "parrot-speak":
      return try IllusoryCorrelation(
        renaming: "Canary", to: "Parrot", feature: "cannot_speak", values: [1, 1, 1, -1, 1, 1, 1, 1]
      ).added(to: tree)
    default:
      return tree
    }
  }
}

/// States of a training by PyTorch: every fifth loss, prediction and list of modes, and similarities at some epochs.
protocol ReferenceStates {
  var losses: [Double] { get }
  var predictions: [Double] { get }
  var singular_values: [[Double]] { get }
  /// For each hidden layer, by epoch.
  var similarities: [String: [[[Double]]]] { get }
}

extension ReferenceStates {
  /// Expects equal numbers, to 1e-6 of the largest value.
  ///
  /// - Parameter last: the last epoch that is compared.
  func expectEqual(_ run: Recording, until last: Int = .max) throws {
    func expect(_ found: [Double], _ expected: [Double], _ what: String) {
      let difference = zip(found, expected).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
      let largest = expected.reduce(0) { max($0, $1.magnitude) }
      #expect(
        !found.isEmpty && found.count == expected.count && difference <= 1e-6 * largest,
        "\(what): \(difference / largest)")
    }
    func everyFifth<Value>(_ values: some Collection<Value>) -> [Value] {
      values.enumerated().filter { $0.offset.isMultiple(of: 5) && $0.offset <= last }.map(\.element)
    }
    func compared<Value>(_ values: [Value]) -> [Value] { Array(values.prefix(last == .max ? .max : last / 5 + 1)) }
    expect(everyFifth(run.losses), compared(losses), "loss")
    expect(everyFifth(try run.followedPredictions()), compared(predictions), "prediction")
    expect(everyFifth(run.singularValues).flatMap(\.self), compared(singular_values).flatMap(\.self), "modes")
    for (epoch, layers) in similarities {
      let index = try #require(Int(epoch))
      guard index <= last else { continue }
      #expect(layers.count == run.plan.hiddenWidths.count)
      for (layer, matrix) in layers.enumerated() {
        expect(run.representationalSimilarities[layer][index].elements, matrix.flatMap(\.self), "similarities")
      }
    }
  }
}
