import TestSupport
import Testing

@testable import Sweeps

@Suite struct SweepTableTests {
  private func rows(_ text: String, _ columns: [String]) throws -> [[Double]] {
    let sweep = try SyntheticSweep(text: text)
    let table = try SweepTable(sweep.path)
    let indices = try columns.map { try table.column($0) }
    var rows: [[Double]] = []
    try table.forEachRow { row in
      rows.append(try indices.map { try table.number(row, $0) })
    }
    return rows
  }

  private func error(_ text: String) -> String? {
    do {
      _ = try rows(text, ["b"])
      return nil
    } catch {
      return "\(error)".firstRange(of: "sweep.tsv").map {
        String("\(error)"["\(error)".index(after: $0.upperBound)...])
      }
    }
  }

  @Test func columnsAreReadByName() throws {
    #expect(try rows("a\tb\tc\n1\t2.5\tx\n-3\t1e-12\t\n", ["b", "a"]) == [[2.5, 1], [1e-12, -3]])
    #expect(try rows("b\n", ["b"]) == [])
    #expect(try rows("b\nNaN\n", ["b"])[0][0].isNaN)
  }

  /// Lines lie across the ends of blocks: 3 MB of them.
  @Test func longTablesAreReadInBlocks() throws {
    let lines = (0..<300_000).map { "\($0)\t\(Double($0) / 7)" }
    let read = try rows("a\tb\n" + lines.joined(separator: "\n") + "\n", ["a", "b"])
    #expect(read.count == 300_000)
    #expect(read.indices.allSatisfy { read[$0] == [Double($0), Double($0) / 7] })
  }

  @Test func damageIsNamedByItsLine() {
    let advice = "The table is damaged. Remove it and run the sweep again."
    #expect(error("a\tb\n1\t2\n") == nil)
    #expect(error("a\tb\n1\t2\n1\n") == " line 3: found 1 cells instead of 2. \(advice)")
    #expect(error("a\tb\n1\t2\t3\n") == " line 2: found 3 cells instead of 2. \(advice)")
    #expect(error("a\tb\n\n") == " line 2: found 1 cells instead of 2. \(advice)")
    #expect(error("a\tb\n1\t2\n1\t2") == " line 3: the file ends within the line. \(advice)")
    #expect(error("a\tb\n1\tten\n") == " line 2: \"ten\" in the column 'b' is not a number. \(advice)")
    #expect(error("a\tb\n1\t\n") == " line 2: \"\" in the column 'b' is not a number. \(advice)")
    #expect(error("a\tb\n1\t2 \n") == " line 2: \"2 \" in the column 'b' is not a number. \(advice)")
    #expect(error("b\tb\n1\t2\n") == " line 1: two columns are named 'b'. \(advice)")
    #expect(error("a\tb") == " line 1: the file ends within the line. \(advice)")
    for empty in ["", "\n"] { #expect(error(empty) == " line 1: the header is missing. \(advice)") }
    let endless = "a\tb\n" + String(repeating: "1", count: 1 << 21)
    #expect(error(endless) == " line 2: the line is too long. \(advice)")
  }

  @Test func whatIsNoFileIsTold() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path, folder.path("missing.tsv")] {
      let error = #expect(throws: SweepTableError.self) { try SweepTable(path) }
      #expect(error?.description.hasPrefix("\(path) cannot be read: ") == true)
    }
    let error = #expect(throws: SweepTableError.self) { try rows("a\n1\n", ["b"]) }
    #expect(error?.description.hasSuffix("has no column 'b'. Its columns are a.") == true)
  }

  private func number(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { DecimalText.number($0) }
  }

  /// Exactly, to the last bit: the standard library is the reference.
  @Test func numbersAreThoseOfTheStandardLibrary() {
    var generator = SplitMix(state: 1)
    for _ in 0..<200_000 {
      let digits = UInt64.random(in: 0...UInt64.max, using: &generator) >> UInt64.random(in: 0..<64, using: &generator)
      let texts = [
        "\(digits)e\(Int.random(in: -30...30, using: &generator))",
        "\(digits % 1000).\(UInt64.random(in: 0...UInt64.max, using: &generator))",
        "-0.\(String(repeating: "0", count: Int.random(in: 0..<6, using: &generator)))\(digits)",
        "\(Double(bitPattern: UInt64.random(in: 0...UInt64.max >> 2, using: &generator)))",
        // Halfway between two doubles, and one digit beside it.
        "\((digits >> 11) * 2 + 1)e0", "9007199254740993", "9007199254740993.0000000001", "900719925474099.25e1",
      ]
      for text in texts {
        guard let read = number(text), let expected = Double(text) else {
          Issue.record("\(text) is not read")
          return
        }
        guard read == expected || (read.isNaN && expected.isNaN) else {
          Issue.record("\(text) is read as \(read)")
          return
        }
      }
    }
  }

  @Test func whatIsANumber() {
    for text in [
      "0", "-0", "1.", ".5", "+1", "1E5", "1e+05", "NaN", "nan", "inf", "1e400", "1e-400", "0x1p3", "0000012",
    ] {
      #expect(number(text).map { "\($0)" } == Double(text).map { "\($0)" }, "\(text)")
      #expect(number(text) != nil, "\(text)")
    }
    for text in ["", " ", "-", ".", "1e", "1e+", "1,5", "1 ", " 1", "1.2.3", "e5", "--1", "1e5.0", "٣", "1\0"] {
      #expect(number(text) == nil, "\(text)")
    }
  }
}

/// Steele, G. L. & others (2014), "Fast splittable pseudorandom number generators", doi:10.1145/2660193.2660195.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
