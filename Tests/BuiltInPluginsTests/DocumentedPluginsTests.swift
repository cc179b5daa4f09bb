import Foundation
import Testing

/// The plugins printed in the guides, and that they are printed as they are compiled here.
@Suite struct DocumentedPluginsTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  @Test(arguments: [
    ("plugins/README.md", "MyPenguin"), ("plugins/README.md", "Weather"), ("plugins/README.md", "HalfWay"),
  ])
  func isPrintedAsItCompiles(guide: String, plugin: String) throws {
    let source = try Self.text("Tests/BuiltInPluginsTests/Documented/\(plugin).swift")
    #expect(try Self.text(guide).contains("```swift\n\(source)```"))
  }
}
