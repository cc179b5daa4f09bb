import Experiments
import Foundation
import TestSupport
import Testing

/// A page of the documentation that the program writes. After a wanted change: make reference.
private func page(_ path: String) throws -> String {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
}

/// The page of all plugins and settings says what the plugins declare.
@Test func theReferencePageIsTheDeclared() async throws {
  let answer = try await BuiltProgram.run("list", "--markdown")
  #expect(answer.code == 0)
  #expect(try answer.output == page("Sources/PluginKit/PluginKit.docc/PluginsAndSettings.md"))
}

/// The glossary of the documentation is that of the report and the live page.
@Test func theGlossaryPageIsTheGlossary() async throws {
  let answer = try await BuiltProgram.run("list", "--glossary")
  #expect(answer.code == 0)
  #expect(try answer.output == page("Sources/CommandLineTool/CommandLineTool.docc/Glossary.md"))
  // A row for each term, below the two rows of the head.
  #expect(answer.output.split(separator: "\n").count { $0.hasPrefix("|") } == Glossary.entries.count + 2)
  #expect(Set(Glossary.entries.map(\.word)).count == Glossary.entries.count)
  // The report and the page end each meaning with a full stop.
  #expect(Glossary.entries.allSatisfy { !$0.meaning.hasSuffix(".") })
}

/// Other programs read from `list --json` which options a run has.
@Test func theOptionsAreListedForOtherPrograms() async throws {
  let text = try await BuiltProgram.run("list", "--json").output
  let document = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  let options = try #require(document["options"] as? [[String: Any]])
  #expect(options.compactMap { $0["name"] as? String } == RunOption.all.map(\.name))
  let eta = try #require(options.first { $0["name"] as? String == "eta" })
  #expect(eta["kind"] as? String == "number" && eta["synonym"] as? String == "learning-rate")
  #expect(eta["role"] as? String == "training" && eta["sweepable"] as? Bool == true)
  let format = try #require(options.first { $0["name"] as? String == "format" })
  #expect(format["kind"] as? String == "choice" && format["choices"] as? [String] == ["svg", "png", "pdf", "none"])
  #expect((document["version"] as? String)?.isEmpty == false)
}

/// The citation names the version that the program reports.
@Test func theCitationNamesTheVersion() async throws {
  let answer = try await BuiltProgram.run("--version")
  #expect(answer.code == 0)
  #expect(try page("CITATION.cff").contains("\nversion: \(answer.output)"))
}
