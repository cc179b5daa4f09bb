import Foundation
import TestSupport
import Testing

@testable import Sweeps

/// What a folder holds is believed piece by piece.
@Suite struct StoredBlocksTests {
  private let blocks = SweepBlocks(sharedCount: 1, ownCount: 4)

  private func piece(_ block: Int, sweep: String = "s", mark: (inout String) -> Void = { _ in }) -> String {
    let rows = "\(block + 1)\ttree\t1,2\t3,4,5\t\n"
    var text = BlockMark(block: block, rows: rows, sweep: sweep).text
    mark(&text)
    return rows + text + "\n"
  }

  private func stored(_ files: [String]) throws -> (StoredBlocks, TemporaryFolder) {
    let folder = try TemporaryFolder()
    for (index, text) in files.enumerated() { try folder.write(text, to: "part-\(index).tsv") }
    return (StoredBlocks(in: folder.path, blocks: blocks, sweep: "s"), folder)
  }

  private func found(_ files: String...) throws -> [Int] {
    let (stored, folder) = try stored(files)
    defer { withExtendedLifetime(folder) {} }
    let found = stored.places.indices.filter { stored.places[$0] != nil }
    #expect(found.count == stored.count)
    return found
  }

  @Test func wholePiecesCount() throws {
    #expect(try found(piece(0) + piece(2), piece(3)) == [0, 2, 3])
    #expect(try found(piece(1), piece(1) + piece(0)) == [0, 1])
    #expect(try found() == [] && found("") == [])
    let (stored, folder) = try stored([piece(2)])
    #expect(stored.levels == 2 && stored.modes == 3)
    #expect(stored.places[2]?.offset == 0 && stored.places[2]?.length == Int32("3\ttree\t1,2\t3,4,5\t\n".utf8.count))
    withExtendedLifetime(folder) {}
  }

  /// A file that ends anywhere: what stands before the last whole mark counts.
  @Test func cutOffAnywhere() throws {
    let whole = piece(0) + piece(1)
    for length in 0..<whole.utf8.count {
      let first = piece(0).utf8.count
      #expect(try found(String(whole.prefix(length))) == (length < first ? [] : [0]), "\(length) bytes")
    }
  }

  @Test func damagedAndForeignPiecesDoNotCount() throws {
    #expect(try found(piece(0, sweep: "other") + piece(1)) == [1])
    #expect(try found(piece(0).replacingOccurrences(of: "tree", with: "trex") + piece(1)) == [1])
    #expect(try found(piece(0).replacingOccurrences(of: "rows 1", with: "rows 2") + piece(1)) == [1])
    #expect(try found(piece(0).replacingOccurrences(of: "block 0", with: "block 9") + piece(1)) == [1])
    #expect(try found("noise\n" + piece(0) + piece(1)) == [1])
    #expect(try found("# noise\n" + piece(0) + piece(1)) == [0, 1])
    #expect(try found("\u{0}\u{1}\n\n\n# block\n" + piece(3)) == [3])
    for broken in [
      "# block 0 rows -1 levels 0 modes 0 checksum x sweep s", "# block", "#",
      "# block 0 rows 0 levels 0 modes 0 checksum cbf29ce484222325 sweep s",
    ] {
      #expect(try found(broken + "\n" + piece(2)) == [2])
    }
  }

  /// Known values of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/).
  @Test func checksums() {
    #expect(Checksum("").text == "cbf29ce484222325" && Checksum("a").text == "af63dc4c8601ec8c")
    #expect(Checksum("foobar").text == "85944171f73967e8")
  }

  /// Lines longer than what is read at once, and those that end where it ends.
  @Test func longLines() throws {
    let folder = try TemporaryFolder()
    let lines = [1, 0, (1 << 20) - 3, 5, 3 << 20, 2, 0, 1 << 20, 7].map { String(repeating: "x", count: $0) }
    try folder.write(lines.joined(separator: "\n") + "\nno end", to: "file")
    var (lengths, offsets) = ([Int](), [Int]())
    #expect(
      FileLines.forEach(folder.path("file")) { line, offset in
        lengths.append(line.count)
        offsets.append(offset)
      })
    #expect(lengths == lines.map(\.count))
    for (index, offset) in offsets.enumerated() {
      #expect(offset == lines[..<index].reduce(0) { $0 + $1.count + 1 })
    }
    #expect(!FileLines.forEach(folder.path("none")) { _, _ in } && !FileLines.forEach(folder.path) { _, _ in })
  }
}
