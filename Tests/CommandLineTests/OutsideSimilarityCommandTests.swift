import Foundation
import GSL
import PluginKit
import TestSupport
import Testing

/// Similarities from files on the command line.
@Suite struct OutsideSimilarityCommandTests {
  private static let run = [
    "--plugin", "tree", "--plugin", "rsa", "--set", "features=200", "--epochs", "40", "--eta", "5", "--format", "none",
  ]
  private static let names = ["Goldfish", "Tuna", "Robin", "Canary", "Rose", "Daisy", "Pine", "Oak"]
  private static let distances = Matrix(
    (0..<8).map { row in (0..<8).map { $0 == row ? 0 : $0 / 2 == row / 2 ? 1 : $0 / 4 == row / 4 ? 3 : 6 } })

  private static func table(_ order: [Int]) -> String {
    let rows = order.map { row in ([names[row]] + order.map { "\(distances[row, $0])" }).joined(separator: ",") }
    return "," + order.map { names[$0] }.joined(separator: ",") + "\n" + rows.joined(separator: "\n") + "\n"
  }

  private func result(_ folder: TemporaryFolder, _ run: String) throws -> NSDictionary {
    let json = try JSONSerialization.jsonObject(with: Data(folder.text("\(run)/run.json").utf8)) as? [String: Any]
    let dataset = try #require((json?["datasets"] as? [[String: Any]])?.first)
    let rsa = try #require((dataset["analyses"] as? [String: Any])?["rsa"] as? [String: Any])
    return try #require((rsa["result"] as? [String: Any])?["outside"] as? NSDictionary)
  }

  /// A table in another order of items, and an array without names, give the same numbers. The record holds the table, so that the run
  /// can be repeated and verified without the file.
  @Test func tablesAndArraysAreRecorded() async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path("people"), withIntermediateDirectories: false)
    try folder.write(Self.table([3, 1, 7, 5, 0, 2, 6, 4]), to: "people/ratings.csv")
    try Data(NumPyArray(Self.distances).bytes).write(to: URL(fileURLWithPath: folder.path("ratings.npy")))
    let table = try await BuiltProgram.run(
      Self.run + ["--set", "rdm=people/ratings.csv", "--output", "table"], in: folder.path)
    #expect(table.code == 0 && table.foldedOutput.contains("like ratings.csv at epoch"), "\(table.errors)")
    let array = try await BuiltProgram.run(
      Self.run + ["--set", "rdm=ratings.npy", "--output", "array"], in: folder.path)
    #expect(array.code == 0, "\(array.errors)")
    let (one, other) = (try result(folder, "table"), try result(folder, "array"))
    for key in ["best", "bestEpoch", "chances", "items"] { #expect(one[key] as? NSObject == other[key] as? NSObject) }
    try FileManager.default.removeItem(atPath: folder.path("people"))
    #expect(try await BuiltProgram.run("verify", "table", in: folder.path).code == 0)
    let again = try await BuiltProgram.run(
      "--from", "table", "--epochs", "50", "--output", "again", "--format", "none", in: folder.path)
    #expect(again.code == 0 && again.foldedOutput.contains("like ratings.csv at epoch"), "\(again.errors)")
    let without = try await BuiltProgram.run(
      "--from", "table", "--set", "rdm=none", "--output", "without", "--format", "none", in: folder.path)
    #expect(without.code == 0 && !without.output.contains("ratings.csv"))
    #expect(try !folder.text("without/run.json").contains("settingTables"))
  }

  /// Beside features in a dataset file.
  @Test func ratingsInADatasetFile() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.table(Array(0..<8)), to: "ratings.csv")
    try folder.write(
      "summary: Rated\ntree: [[[Goldfish, Tuna], [Robin, Canary]], [[Rose, Daisy], [Pine, Oak]]]\nfeatures: 100\n"
        + "similarities: [ratings.csv]\n", to: "rated.yaml")
    let run = try await BuiltProgram.run(
      "--dataset", "rated.yaml", "--plugin", "rsa", "--epochs", "60", "--format", "none", "--output", "run",
      in: folder.path)
    #expect(run.code == 0 && run.foldedOutput.contains("like ratings.csv at epoch"), "\(run.errors)")
  }

  /// What, why and what to do, before anything is trained.
  @Test(arguments: [
    ("rdm=nothing.csv", "nothing.csv: File not found."),
    ("rdm=ratings.pdf", "The name of a table of similarities ends with .csv"),
    ("rdm=broken.npy", "It is not a matrix of numbers"), ("rdm=ratings.csv,ratings.csv", "Two tables have this name"),
    ("rdm=few.csv", "only 2 of the dataset's items"), ("rdm=folder.csv", "It is not a regular file"),
    ("rdm=ones.csv", "Or say it: rdm-kind=distances"),
    ("rdm=", "it takes names of files"), ("rdm=ratings.csv,", "it takes names of files"),
  ])
  func refusals(setting: String, reason: String) async throws {
    let folder = try TemporaryFolder()
    for path in ["folder.csv", "people"] {
      try FileManager.default.createDirectory(atPath: folder.path(path), withIntermediateDirectories: false)
    }
    try folder.write(Self.table(Array(0..<8)), to: "ratings.csv")
    try folder.write(Self.table(Array(0..<8)), to: "people/ratings.csv")
    try folder.write("not an array", to: "broken.npy")
    try folder.write(",Tuna,Oak,Pine\nTuna,,1,2\nOak,1,,1\nPine,2,1,\n", to: "ones.csv")
    try folder.write(",Tuna,Oak,Cat\nTuna,0,1,2\nOak,1,0,1\nCat,2,1,0\n", to: "few.csv")
    let run = try await BuiltProgram.run(Self.run + ["--set", setting, "--output", "run"], in: folder.path)
    #expect(run.code != 0 && run.errors.contains("Error: "))
    #expect(run.foldedErrors.contains(reason), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("run")))
  }
}
