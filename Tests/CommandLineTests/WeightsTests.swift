import Foundation
import GSL
import LearningDynamics
import PluginKit
import TestSupport
import Testing

/// Initial weights from files, and what of a network is written for other programs.
@Suite struct WeightsTests {
  private static let arguments = ["--plugin", "tree", "--set", "features=60", "--plugin", "loss", "--format", "none"]

  private func run(_ folder: TemporaryFolder, _ arguments: String...) async throws -> BuiltProgram.Answer {
    try await BuiltProgram.run(Self.arguments + arguments, in: folder.path)
  }

  private func array(_ folder: TemporaryFolder, _ name: String) throws -> NumPyArray {
    let path = folder.path("\(name).npy")
    return try #require(NumPyArray(bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))))
  }

  private func matrices(_ folder: TemporaryFolder, _ name: String) throws -> [Matrix] {
    let array = try array(folder, name)
    let size = array.shape[1] * array.shape[2]
    return (0..<array.shape[0]).map {
      Matrix(rows: array.shape[1], columns: array.shape[2], elements: Array(array.values[$0 * size..<($0 + 1) * size]))
    }
  }

  /// PyTorch's own start, saved as 32-bit numbers, trains as the same start that the program draws: bit by bit with the full
  /// engine, whose weights are the same numbers.
  @Test(arguments: ["full", "reduced"])
  func aSavedStartTrainsAsTheDrawnOne(engine: String) async throws {
    let folder = try TemporaryFolder()
    let common = ["--eta", "2", "--epochs", "60", "--hidden", "9,7", "--unit", "tanh", "--engine", engine]
    let drawn = try await BuiltProgram.run(
      Self.arguments + common + ["--gamma", "0.5", "--export", "weights", "-o", "drawn"], in: folder.path)
    #expect(drawn.code == 0, "\(drawn.errors)")
    for layer in 1...3 {
      let weights = try array(folder, "drawn/tree/arrays/first-weights-\(layer)")
      try folder.write(
        bytes: NumPyArray(shape: weights.shape, values: weights.values).bytes, to: "start/layer-\(layer).npy")
    }
    let given = try await BuiltProgram.run(
      Self.arguments + common + ["--weights", "start", "-o", "given"], in: folder.path)
    #expect(given.code == 0, "\(given.errors)")
    func losses(_ run: String) throws -> [Double] {
      try folder.text("\(run)/tree/trajectory.tsv").split(separator: "\n").dropFirst().map {
        try #require(Double($0.split(separator: "\t")[1]))
      }
    }
    let (one, other) = (try losses("drawn"), try losses("given"))
    #expect(engine == "reduced" ? largestDifference(one, other) < 1e-12 : one == other)
    // The record has the weights: it is verified without the files.
    try FileManager.default.removeItem(atPath: folder.path("start"))
    let verified = try await BuiltProgram.run("verify", "given", in: folder.path)
    #expect(verified.code == 0 && verified.output.contains("all identical byte for byte"), "\(verified.errors)")
    #expect(try folder.text("given/run.json").contains("\"own\""))
  }

  /// The tutorial's analyses with given weights; the network without a hidden layer, which they do not fit, draws its weights. Choosing
  /// another dataset or γ drops the given weights.
  @Test func allAnalysesWithWeights() async throws {
    let folder = try TemporaryFolder()
    for (layer, shape) in [[20, 8], [61, 20]].enumerated() {
      let values = (0..<shape[0] * shape[1]).map { 0.001 * Double($0 % 7 - 3) }
      try folder.write(bytes: NumPyArray(shape: shape, values: values).bytes, to: "start/layer-\(layer + 1).npy")
    }
    let common = ["--set", "features=60", "--hidden", "20", "--eta", "2", "--format", "none"]
    let run = try await BuiltProgram.run(
      ["--plugin", "shark-bones", "--weights", "start/"] + common + ["-o", "out"], in: folder.path)
    #expect(run.code == 0 && run.foldedOutput.contains("without a hidden layer: never"), "\(run.errors)")
    let drawn = try await BuiltProgram.run(
      [
        "--from", "out", "--gamma", "1e-3", "--plugin", "shark-bones", "--plugin", "loss", "--format", "none", "-o",
        "drawn",
      ], in: folder.path)
    #expect(drawn.code == 0 && drawn.output.contains("γ = 0.001"), "\(drawn.errors)")
    let other = try await BuiltProgram.run(
      ["--from", "out", "--plugin", "tree", "--plugin", "loss", "--format", "none", "-o", "other"], in: folder.path)
    #expect(other.code == 0, "\(other.errors)")
    let compared = try await BuiltProgram.run(
      "compare", "out", "drawn", "--format", "none", "-o", "both", in: folder.path)
    #expect(compared.code == 0 && compared.foldedOutput.contains("drawn"), "\(compared.output)")
  }

  /// W_2 W_1 is the recorded map, H Hᵀ the similarities, U S Vᵀ the targets; the map follows --epoch.
  @Test func arraysAgree() async throws {
    let folder = try TemporaryFolder()
    let answer = try await run(
      folder, "--eta", "2", "--gamma", "0.1", "--epochs", "50", "--hidden", "9", "--export", "weights", "--export",
      "activity",
      "--export", "map", "--export", "modes", "--export", "recording", "--epoch", "10", "--epoch", "50", "-o", "out")
    #expect(answer.code == 0, "\(answer.errors)")
    let arrays = "out/tree/arrays/"
    let maps = try matrices(folder, arrays + "map")
    #expect(try array(folder, arrays + "map-epochs").values == [10, 50])
    let first = try #require(try array(folder, arrays + "last-weights-1").matrix)
    let last = try #require(try array(folder, arrays + "last-weights-2").matrix)
    #expect(largestDifference(last * first, maps[1]) < 1e-13)
    let (activity, similarities) = (
      try matrices(folder, arrays + "activity-1"), try matrices(folder, arrays + "similarities-1")
    )
    for epoch in [0, 10, 50] {
      #expect(largestDifference(activity[epoch] * activity[epoch].transposed, similarities[epoch]) < 1e-13)
    }
    let left = try #require(try array(folder, arrays + "modes-u").matrix)
    let right = try #require(try array(folder, arrays + "modes-v").matrix)
    let strengths = try array(folder, arrays + "modes-s").values
    var scaled = right
    for mode in strengths.indices { for row in 0..<8 { scaled[row, mode] *= strengths[mode] } }
    // Modes of the targets, which are ±1 and at most √60 · 8 strong.
    #expect((left * scaled.transposed).elements.allSatisfy { abs(abs($0) - 1) < 1e-12 })
    let contents = try folder.text(arrays + "contents.txt")
    #expect(contents.contains("activity-1.npy (51, 8, 9): ") && contents.contains("map.npy (2, 60, 8): "))
    #expect(contents.split(separator: "\n").count { $0.contains("mode-strengths.npy") } == 1)
  }

  @Test func badWeights() async throws {
    let folder = try TemporaryFolder()
    func write(_ layer: Int, _ shape: [Int], _ value: Double = 0.1, into name: String) throws {
      let values = [Double](repeating: value, count: shape.reduce(1, *))
      try folder.write(bytes: NumPyArray(shape: shape, values: values).bytes, to: "\(name)/layer-\(layer).npy")
    }
    func expect(_ name: String, _ code: Int32, _ words: String, _ more: String...) async throws {
      let answer = try await BuiltProgram.run(
        Self.arguments + ["--weights", name] + more + ["-o", "out"], in: folder.path)
      let sentence = answer.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(answer.code == code && sentence.contains(words), "\(answer.code) \(sentence)")
      #expect(!folder.has("out"))
    }
    try await expect("nowhere", 65, "Folder not found")
    try folder.write("", to: "empty/notes.txt")
    try await expect("empty", 65, "It has no layer-1.npy")
    try folder.write("numbers", to: "text/layer-1.npy")
    try await expect("text", 65, "not an array")
    try write(1, [30, 8], .nan, into: "nan")
    try await expect("nan", 65, "not finite")
    try write(1, [30, 8, 1], into: "cube")
    try await expect("cube", 65, "3 dimensions instead of outputs × inputs")
    try write(1, [8, 30], into: "turned")
    try write(2, [30, 60], into: "turned")
    try await expect("turned", 65, "layer 2 reads 60 units, but layer 1 has 8")
    try write(1, [20, 8], into: "other")
    try write(2, [60, 20], into: "other")
    try await expect(
      "other", 64, "8 → 20 → 60, but this one is 8 → 30 → 60 (inputs, hidden layers, features). Use hidden layers of 20"
    )
    try await expect("other", 64, "Leave γ out", "--hidden", "20", "--gamma", "1")
    let elsewhere = try await BuiltProgram.run(
      ["--plugin", "named-features", "--plugin", "loss", "--weights", "other", "--hidden", "20", "-o", "out"],
      in: folder.path)
    #expect(elsewhere.code == 64 && elsewhere.foldedErrors.contains("Choose the dataset that they were made for."))
  }
}
