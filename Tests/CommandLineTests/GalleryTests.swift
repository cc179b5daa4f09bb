import Foundation
import TestSupport
import Testing

/// The committed figures are those the program makes. After a wanted change: make gallery.
@Suite struct GalleryTests {
  private static let gallery = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("plots/gallery")

  @Test(arguments: ["tree", "shark-bones", "parrot-speak", "named-features", "noisy-linear"])
  func scriptsAndTablesAreTheCommittedOnes(dataset: String) async throws {
    let folder = try TemporaryFolder()
    // The tutorial's analyses, which a run without --plugin does.
    let analyses = ["data", "loss", "modes", "rsa", "illusion", "regression"]
    let answer = try await BuiltProgram.run(
      ([dataset] + analyses).flatMap { ["--plugin", $0] } + ["--format", "none", "--output", folder.path])
    #expect(answer.code == 0)
    let made = folder.files().filter { $0.hasPrefix(dataset) }
    let gallery = Self.gallery.appendingPathComponent(dataset)
    let committed = try FileManager.default.contentsOfDirectory(atPath: gallery.path).filter { !$0.hasSuffix(".svg") }
    #expect(made == committed.map { "\(dataset)/\($0)" }.sorted())
    for file in made {
      let expected = try String(contentsOf: Self.gallery.appendingPathComponent(file), encoding: .utf8)
      let found = try folder.text(file)
      if file.hasSuffix(".gp") {
        #expect(found == expected)
      } else {
        #expect(Self.isSameTable(found, expected), "\(file) differs from the committed one")
      }
    }
  }

  @Test func scriptsOfFurtherAnalysesAreTheCommittedOnes() async throws {
    let folder = try TemporaryFolder()
    let analyses = ["decomposition", "depth", "illusion-scan", "differentiation"]
    let answer = try await BuiltProgram.run(
      (["shark-bones"] + analyses).flatMap { ["--plugin", $0] } + ["--format", "none", "--output", folder.path])
    #expect(answer.code == 0)
    let scripts = folder.files().filter { $0.hasSuffix(".gp") }
    let committed = Self.gallery.deletingLastPathComponent().appendingPathComponent("analyses")
    #expect(scripts.count == 7)
    for script in scripts {
      #expect(try folder.text(script) == String(contentsOf: committed.appendingPathComponent(script), encoding: .utf8))
    }
  }

  /// Another machine's mathematical library may differ in the last bits, which learning from 1e-12 magnifies to 1e-9.
  private static func isSameTable(_ left: String, _ right: String) -> Bool {
    let (left, right) = (left.split(separator: "\n"), right.split(separator: "\n"))
    guard left.count == right.count, left.first == right.first else { return false }
    return zip(left, right).dropFirst().allSatisfy { row in
      let (ours, theirs) = (row.0.split(separator: "\t"), row.1.split(separator: "\t"))
      return ours.count == theirs.count
        && zip(ours, theirs).allSatisfy { cell in
          guard let our = Double(cell.0), let their = Double(cell.1) else { return cell.0 == cell.1 }
          return isApproximately(our, their, within: 1e-8 * max(1, their.magnitude))
        }
    }
  }
}
