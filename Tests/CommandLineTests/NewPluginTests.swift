import Foundation
import TestSupport
import Testing

/// New plugins from templates.
@Suite struct NewPluginTests {
  private static let documented = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("BuiltInPluginsTests/Documented")

  private func checkout() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("", to: "Package.swift")
    try folder.write("struct TreeLayout {}\n", to: "plugins/analyses/TreeLayout.swift")
    try folder.write("struct Foo { static let identifier = \"my-foo\" }\n", to: "plugins/datasets/Foo.swift")
    try folder.write("summary: s\n", to: "plugins/datasets/my-file.yaml")
    try folder.write("public struct Matrix {}\n", to: "Sources/GSL/Matrix.swift")
    return folder
  }

  /// The written files are those that the test suite compiles and runs; see `DocumentedPluginsTests`.
  @Test(arguments: [
    (["dataset", "my-penguin"], "plugins/datasets/MyPenguin.swift"),
    (["dataset", "late-oak", "--phases"], "plugins/datasets/LateOak.swift"),
    (["analysis", "half-way"], "plugins/analyses/HalfWay.swift"),
  ])
  func writesAPluginThatWorks(arguments: [String], path: String) async throws {
    let folder = try checkout()
    // From any folder of the checkout.
    let answer = try await BuiltProgram.run(["new"] + arguments, in: folder.path("plugins/analyses"))
    #expect(answer.code == 0 && answer.output.contains("Written: ../../\(path)"))
    let file = try #require(path.split(separator: "/").last)
    let compiled = try String(contentsOf: Self.documented.appendingPathComponent(String(file)), encoding: .utf8)
    #expect(try folder.text(path) == compiled)
    let again = try await BuiltProgram.run(["new"] + arguments, in: folder.path)
    #expect(again.code == 64 && again.foldedErrors.contains("already declares"))
  }

  @Test func writesAFileThatRuns() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run("new", "dataset", "my-birds", "--yaml", in: folder.path)
    #expect(answer.code == 0 && folder.files() == ["my-birds.yaml"])
    let run = try await BuiltProgram.run(
      "--dataset", "my-birds.yaml", "--plugin", "illusion", "--set", "features=500", "--format", "none", in: folder.path
    )
    #expect(run.code == 0 && run.output.contains("Penguin can_fly: target −1; on the wrong side"))
    let again = try await BuiltProgram.run("new", "dataset", "my-birds", "--yaml", in: folder.path)
    #expect(again.code == 73 && again.foldedErrors.contains("not overwritten"))
  }

  @Test func writesAHistoryThatRuns() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run("new", "dataset", "my-birds", "--yaml", "--phases", in: folder.path)
    #expect(answer.code == 0 && folder.files() == ["my-birds.yaml"])
    let run = try await BuiltProgram.run(
      "--dataset", "my-birds.yaml", "--plugin", "forgetting", "--set", "features=500", "--format", "none",
      in: folder.path
    )
    #expect(run.code == 0 && run.output.contains("Penguin alone:") && run.output.contains("known again"))
  }

  @Test(arguments: [
    ("Penguin Fly", "such as 'penguin-fly'"), ("PenguinFly", "such as 'penguin-fly'"),
    ("all", "is not a valid plugin name"), ("../escape", "is not a valid plugin name"),
    ("", "is not a valid plugin name"), (String(repeating: "a", count: 65), "at most 64"),
    ("shark-bones", "already"), ("illusion", "already"), ("protocol", "type 'Protocol'"), ("string", "type 'String'"),
    ("plugin-kit", "type 'Plugin"), ("matrix", "Sources/GSL/Matrix.swift"),
    ("tree-layout", "plugins/analyses/TreeLayout.swift"),
    ("my-foo", "plugins/datasets/Foo.swift"), ("my-file", "plugins/datasets/my-file.yaml"),
  ])
  func refusesNamesBeforeWriting(name: String, reason: String) async throws {
    let folder = try checkout()
    let before = folder.files()
    let answer = try await BuiltProgram.run("new", "dataset", "--", name, in: folder.path)
    #expect(answer.code == 64 && answer.foldedErrors.contains(reason), "\(answer.foldedErrors)")
    #expect(folder.files() == before)
  }

  @Test func needsACheckoutForSwift() async throws {
    let folder = try TemporaryFolder()
    let answer = try await BuiltProgram.run("new", "analysis", "my-analysis", in: folder.path)
    #expect(answer.code == 64 && answer.foldedErrors.contains("--yaml") && folder.files() == [])
  }
}
