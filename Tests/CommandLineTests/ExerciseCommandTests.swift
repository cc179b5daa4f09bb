import Foundation
import TestSupport
import Testing

/// The tutorial's exercises, solved with files.
@Suite struct ExerciseCommandTests {
  @Test func fromTheTaskToTheVerdict() async throws {
    let folder = try TemporaryFolder()
    let list = try await BuiltProgram.run("exercise")
    #expect(
      list.code == 0 && ["initializer", "decomposition", "similarity", "regression"].allSatisfy(list.output.contains))
    let task = try await BuiltProgram.run("exercise", "similarity", in: folder.path)
    #expect(task.code == 0 && task.foldedOutput.contains("Check your answer: dlnn-sim exercise similarity rsm.npy"))
    #expect(Set(folder.files()) == ["exercise-similarity/H.npy", "exercise-similarity/H.tsv"])
    // The answer, computed from the table.
    let rows = try folder.text("exercise-similarity/H.tsv").split(separator: "\n").map { line in
      line.split(separator: "\t").compactMap { Double($0) }
    }
    #expect(rows.count == 7 && rows.allSatisfy { $0.count == 17 })
    let products = rows.map { row in rows.map { other in zip(row, other).reduce(0) { $0 + $1.0 * $1.1 } } }
    for separator in ["\t", ", ", "  "] {
      try folder.write(
        products.map { $0.map { "\($0)" }.joined(separator: separator) }.joined(separator: "\n"), to: "rsm.txt")
      let right = try await BuiltProgram.run("exercise", "similarity", "rsm.txt", in: folder.path)
      #expect(right.code == 0 && right.output == "The similarity matrix: right.\n", "\(right.output)\(right.errors)")
    }
    let wrong = try await BuiltProgram.run(
      "exercise", "similarity", "exercise-similarity/H.npy", "--json", in: folder.path)
    #expect(wrong.code == 1 && wrong.output.contains("\"isRight\" : false") && wrong.output.contains("should be 7 × 7"))
  }

  @Test func nothingForeignIsOverwritten() async throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "X.npy")
    let answer = try await BuiltProgram.run("exercise", "regression", "-o", ".", in: folder.path)
    #expect(answer.code == 73 && answer.foldedErrors.contains("X.npy would be overwritten"), "\(answer.errors)")
    #expect(try folder.text("X.npy") == "mine" && folder.files() == ["X.npy"])
    // The same files may be written again.
    for _ in 0..<2 {
      #expect(try await BuiltProgram.run("exercise", "regression", "-o", "own", in: folder.path).code == 0)
    }
  }

  @Test(
    arguments: [
      (["nonsense"], 64, "Unknown exercise 'nonsense'"),
      (["regression", "a", "b"], 64, "needs one file, W, but 2 are given"),
      (["decomposition", "a"], 64, "needs 3 files, U, S, V, but 1"),
      (["regression", "none.npy"], 65, "none.npy was not found"),
      (["regression", "words.txt"], 65, "is neither an .npy file nor a table of numbers"),
      (["regression", "ragged.txt"], 65, "is neither an .npy file nor a table of numbers"),
      (["regression", "broken.npy"], 65, "is not a list or matrix of real numbers"),
    ])
  func whatCannotBeRead(arguments: [String], code: Int32, text: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write("one two", to: "words.txt")
    try folder.write("1 2\n3", to: "ragged.txt")
    try Data([0x93, 0x4E, 0x55]).write(to: URL(fileURLWithPath: folder.path("broken.npy")))
    let answer = try await BuiltProgram.run(["exercise"] + arguments, in: folder.path)
    #expect(answer.code == code && answer.foldedErrors.contains(text), "\(answer.errors)")
  }
}
