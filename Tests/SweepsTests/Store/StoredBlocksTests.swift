import Experiments
import Foundation
import Support
import TestSupport
import Testing

@testable import Sweeps

/// The pieces in a folder are checked one by one.
@Suite struct StoredBlocksTests {
  private let blocks = SweepBlocks(sharedCount: 1, ownCount: 4)

  private func piece(_ block: Int, sweep: String = "s") -> String {
    let rows = "\(block + 1)\ttree\t1,2\t3,4,5\t7,8,9\t\n"
    return rows + BlockFooter(block: block, rows: rows, sweep: sweep).text + "\n"
  }

  private func stored(_ files: [String]) throws -> (StoredBlocks, TemporaryFolder) {
    let folder = try TemporaryFolder()
    for text in files { try folder.write(text, to: PartName(blocks: 0..<4).text) }
    return (try StoredBlocks(in: folder.path, blocks: blocks, sweep: "s"), folder)
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
    #expect(stored.levels == 2 && stored.modes == 3 && stored.phases == 3)
    #expect(
      stored.places[2]?.offset == 0 && stored.places[2]?.length == Int32("3\ttree\t1,2\t3,4,5\t7,8,9\t\n".utf8.count))
    withExtendedLifetime(folder) {}
  }

  /// A truncated file: everything before the last complete mark counts.
  @Test func cutOffAnywhere() throws {
    let whole = piece(0) + piece(1)
    for length in 0..<whole.utf8.count {
      let first = piece(0).utf8.count
      #expect(try found(String(whole.prefix(length))) == (length < first ? [] : [0]), "\(length) bytes")
    }
  }

  @Test func damagedAndForeignPiecesDoNotCount() throws {
    #expect(try found(piece(0, sweep: "other") + piece(1)) == [1])
    // Nothing of a row or of its mark can be changed.
    for (old, new) in [
      ("tree", "trex"), ("rows 1", "rows 2"), ("block 0", "block 3"), ("levels 2", "levels 6"), ("modes 3", "modes 9"),
      ("phases 3", "phases 6"),
      ("sweep s", "sweep t"), ("1,2", "2,1"), (" checksum ", "  checksum "), ("block 0", "block 00"),
    ] {
      #expect(piece(0).contains(old))
      #expect(try found(piece(0).replacingOccurrences(of: old, with: new) + piece(1)) == [1], "\(new)")
    }
    #expect(try found("noise\n" + piece(0) + piece(1)) == [1])
    #expect(try found("# noise\n" + piece(0) + piece(1)) == [0, 1])
    #expect(try found("\u{0}\u{1}\n\n\n# block\n" + piece(3)) == [3])
    for broken in ["# block", "#", "# block 0 rows -1 levels 0 modes 0 phases 0 sweep s checksum 0"] {
      #expect(try found(broken + "\n" + piece(2)) == [2])
    }
  }

  /// The mark after each piece names the build of the program, which cannot be changed either.
  @Test func whoComputedIt() throws {
    let rows = "1\ttree\t1\t2\t\n"
    func piece(_ program: String?) -> String {
      rows + BlockFooter(block: 0, rows: rows, sweep: "s", program: program).text + "\n"
    }
    let (stored, folder) = try stored([piece("p"), piece(nil)])
    #expect(Set(stored.programs) == ["p", nil] && stored.count == 1)
    #expect(try String(decoding: stored.rows(of: 0), as: UTF8.self) == rows)
    for broken in [
      piece("p").replacing("program p", with: "program q"), piece("p").replacing(" program p", with: ""),
      piece(nil).replacing("sweep s", with: "sweep s program p"),
    ] {
      #expect(try found(broken) == [])
    }
    withExtendedLifetime(folder) {}
  }

  /// Parts whose names exclude the wanted pieces are not read, nor are files that are not parts.
  @Test func namesOfParts() throws {
    let folder = try TemporaryFolder()
    for block in 0..<4 { try folder.write(piece(block), to: PartName(blocks: block..<block + 1).text) }
    for name in ["part-.tsv", "part-1-2.tsv", "part-2-1-ff.tsv", "part-0-4-xyz.tsv", "mine.tsv", "part-0-4-ff.txt"] {
      #expect(PartName(name) == nil)
      try folder.write(piece(0), to: name)
    }
    let stored = try StoredBlocks(in: folder.path, blocks: blocks, sweep: "s", of: 1..<3)
    #expect(stored.files.count == 2 && stored.places.map { $0 != nil } == [false, true, true, false])
    let name = PartName(blocks: 7..<19)
    #expect(PartName(name.text) == name && name != PartName(blocks: 7..<19))
  }

  /// An unreadable part does not count as a missing one.
  @Test func partsThatCannotBeRead() throws {
    let folder = try TemporaryFolder()
    let name = PartName(blocks: 0..<4).text
    try folder.write("", to: "\(name)/file")
    #expect(throws: SweepError.unreadablePart(path: folder.path(name))) {
      try StoredBlocks(in: folder.path, blocks: blocks, sweep: "s")
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
