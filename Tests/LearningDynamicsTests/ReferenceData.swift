import Foundation
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
