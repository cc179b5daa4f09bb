import Experiments
import Foundation
import TestSupport
import Testing

@testable import Explorer

/// A dataset file that changes while its page is served is read again.
@Suite(.timeLimit(.minutes(120))) struct ChangedFileTests {
  private static let query = "plugin=animals&plugin=loss&epochs=5"

  @Test func aTableIsReadAgain() async throws {
    let folder = try TemporaryFolder()
    try folder.write("item,a,b\nx,1,0\ny,0,1\n", to: "animals.csv")
    let page = try TestPage(watching: [folder.path("animals.csv")])
    #expect(try await page.run(Self.query).items == ["x", "y"])
    try folder.write("item,a,b\nx,1,0\ny,0,1\nz,1,1\n", to: "animals.csv")
    let told = try await page.run(Self.query)
    #expect(told.items == ["x", "y", "z"] && !told.fromMemory)
    // An error is shown, for this dataset only, until it is fixed.
    try folder.write("item,a,b\nx,1,0\ny,0,perhaps\n", to: "animals.csv")
    let refused = try await page.get("/run?" + Self.query)
    #expect(
      refused.status == 422 && refused.text.contains("animals.csv, line 3: The cell under 'b' is 'perhaps'"),
      "\(refused.text)")
    let other = try await page.get("/run?plugin=named-features&plugin=loss&epochs=5")
    let catalogue = try await page.get("/catalogue")
    #expect(other.status == 200 && catalogue.status == 200 && catalogue.text.contains("animals"))
    try folder.write("item,a,b\nx,1,0\ny,0,1\n", to: "animals.csv")
    #expect(try await page.run(Self.query).items == ["x", "y"])
    try FileManager.default.removeItem(atPath: folder.path("animals.csv"))
    #expect(try await page.get("/run?" + Self.query).text.contains("File not found."))
  }

  /// A description, and the table beside it.
  @Test func aDescriptionAndItsTable() async throws {
    let folder = try TemporaryFolder()
    try folder.write("summary: One\ntable-file: t.csv\n", to: "animals.yaml")
    try folder.write("item,a,b\nx,1,0\ny,0,1\n", to: "t.csv")
    let page = try TestPage(watching: [folder.path("animals.yaml")])
    #expect(try await page.run(Self.query).probe == "x:b")
    try folder.write("item,a,c\nx,1,0\ny,0,1\n", to: "t.csv")
    #expect(try await page.run(Self.query).probe == "x:c")
    try folder.write("summary: Two\ntable-file: t.csv\nprobe: y:a\n", to: "animals.yaml")
    #expect(try await page.run(Self.query).probe == "y:a")
    #expect(try await page.get("/catalogue").text.contains("\"Two\""))
  }

  @Test func linksHoldWhatIsShownFirst() throws {
    var request = TestPage.quickRequest
    #expect(request.pageQuery == "?plugin=shark-bones&plugin=illusion&set=features%3D300&eta=3&epochs=60")
    request.probe = "a & b:ä"
    #expect(request.pageQuery.hasSuffix("&probe=a%20%26%20b%3A%C3%A4"))
  }
}
