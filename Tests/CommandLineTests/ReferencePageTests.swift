import Foundation
import TestSupport
import Testing

/// The page of all plugins and settings says what the plugins declare. After a wanted change: make reference.
@Test func theReferencePageIsTheDeclared() async throws {
  let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources/PluginKit/PluginKit.docc/PluginsAndSettings.md")
  let answer = try await BuiltProgram.run("list", "--markdown")
  #expect(answer.code == 0)
  #expect(try answer.output == String(contentsOf: page, encoding: .utf8))
}
