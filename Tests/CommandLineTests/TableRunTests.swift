import Foundation
import TestSupport
import Testing

/// Tables are accepted wherever dataset files are.
@Suite struct TableRunTests {
  private static let animals = """
    item,can fly,has feathers,lays eggs
    Robin,1,1,1
    Eagle,1,1,1
    Bat,1,0,0
    "Dog: ""Rex\""",0,0,0

    """
  private static let counted = """
    item, flies, feathers, swims, gills, legs
    robin, 1, 1, 0, 0, 2
    penguin, 0, 1, 1, 0, 2
    salmon, 0, 0, 1, 1, 0

    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.animals, to: "My Animals.csv")
    try folder.write(Self.counted, to: "counted.txt")
    return folder
  }

  @Test func isRunRecordedAndVerified() async throws {
    let folder = try folder()
    let answer = try await BuiltProgram.run(
      "--dataset", "My Animals.csv", "--probe", "Bat:has feathers", "--format", "none", "-o", "out", in: folder.path)
    #expect(answer.code == 0 && answer.errors == "", "\(answer.errors)")
    #expect(answer.foldedOutput.contains("my-animals: 4 items × 3 features"))
    #expect(answer.foldedOutput.contains("Bat has feathers: target −1"))
    #expect(folder.has("out/my-animals/illusion.gp"))
    // Without the file.
    try FileManager.default.removeItem(atPath: folder.path("My Animals.csv"))
    let verified = try await BuiltProgram.run("verify", "out", in: folder.path)
    #expect(verified.code == 0 && verified.output.contains("all identical byte for byte"), "\(verified.output)")
    let again = try await BuiltProgram.run(
      "--from", "out", "--plugin", "loss", "--probe", "\"Dog: \"\"Rex\"\"\":lays eggs", "--format", "none", "-o",
      "again",
      in: folder.path)
    #expect(again.code == 0 && again.errors == "", "\(again.errors)")
    #expect(try folder.text("again/run.json").contains(#""followedCell" : "Dog: \"Rex\" lays eggs""#))
  }

  @Test(arguments: [
    (["describe", "My Animals.csv"], "my-animals (dataset)"),
    (["predict", "--dataset", "My Animals.csv"], "my-animals: 4 items"),
    (
      ["sweep", "--dataset", "My Animals.csv", "--vary", "eta=0.1,0.2", "--probe", "Bat:can fly", "--dry-run"], "2 runs"
    ),
    (
      ["sweep", "--dataset", "My Animals.csv", "--vary", "probe=Bat:can fly;Bat:lays eggs", "--format", "none"],
      "2 runs"
    ),
    (["run", "--dataset", "My Animals.csv", "--plugin", "data", "--format", "none"], "my-animals: 4 items"),
  ])
  func everywhere(arguments: [String], output: String) async throws {
    let folder = try folder()
    let answer = try await BuiltProgram.run(arguments, in: folder.path)
    let text = answer.foldedOutput + answer.foldedErrors
    #expect(answer.code == 0 && text.contains(output), "\(text)")
  }

  /// If 0 and 1 were read as no and yes, `describe`, `predict` and `run` say so.
  @Test(arguments: [
    ["describe", "counted.txt"], ["predict", "--dataset", "counted.txt"],
    ["run", "--dataset", "counted.txt", "--plugin", "loss", "--format", "none"],
    ["sweep", "--dataset", "counted.txt", "--vary", "eta=0.1,0.2", "--format", "none"],
  ])
  func aColumnOfCountsIsSaid(arguments: [String]) async throws {
    let folder = try folder()
    let answer = try await BuiltProgram.run(arguments, in: folder.path)
    let text = answer.foldedOutput + answer.foldedErrors
    #expect(answer.code == 0, "\(text)")
    #expect(
      text.contains("4 of 5 columns hold only 0 and 1, and are read as numbers because 'legs' holds other numbers"))
    #expect(text.contains("write −1 instead, or leave 'legs' out"))
  }

  @Test(arguments: [
    (["--dataset", "values.csv"], 65, "values.csv, line 1: The first line holds values."),
    (["--dataset", "loss.csv"], 65, "an analysis called 'loss'"),
    (["--dataset", "nosuch.csv"], 65, "nosuch.csv: File not found."),
    (["--dataset", "My Animals.csv", "--probe", "Bet:can fly"], 65, "Unknown item 'Bet'. Did you mean 'Bat'?"),
    (
      ["--dataset", "My Animals.csv", "--probe", "Bat:can fli"], 65,
      "Unknown feature 'can fli'. Did you mean 'can fly'?"
    ),
    (["--plugin", "counted"], 64, "Use the file counted.txt as a dataset (--dataset)."),
    (["--plugin", "counted.txt"], 64, "Use the file as a dataset (--dataset)."),
    (["--dataset", "tabel.yaml"], 65, "'table.xlsx' is not a table: its name has to end with"),
    (
      ["sweep", "--dataset", "My Animals.csv", "--vary", "eta=1,2", "--probe", "Bet:can fly"], 65, "Did you mean 'Bat'?"
    ),
    (["explore", "--dataset", "My Animals.csv", "--probe", "Bet:can fly", "--port", "0"], 65, "Did you mean 'Bat'?"),
  ])
  func errorsSayWhatToDo(arguments: [String], code: Int, reason: String) async throws {
    let folder = try folder()
    try folder.write("robin,4.1,3.5\ncanary,4.4,3.1\n", to: "values.csv")
    try folder.write(Self.animals, to: "loss.csv")
    try folder.write("summary: s\ntable-file: table.xlsx\n", to: "tabel.yaml")
    let answer = try await BuiltProgram.run(arguments, in: folder.path)
    #expect(answer.code == code && answer.foldedErrors.contains(reason), "\(answer.foldedErrors)")
  }
}
