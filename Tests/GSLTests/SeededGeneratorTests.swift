import GSL
import Testing

@Suite struct SeededGeneratorTests {
  /// The first outputs of NumPy's `RandomState(seed).randint(0, 2**32, dtype=uint32)`. Seed 0 must not become GSL's 4357.
  @Test(
    arguments: [
      (0, [2_357_136_044, 2_546_248_239, 3_071_714_933, 3_626_093_760]),
      (1, [1_791_095_845, 4_282_876_139, 3_093_770_124, 4_005_303_368]),
      (2021, [2_602_656_884, 3_431_165_269, 3_149_797_433, 1_907_836_032]),
      (4357, [4_293_858_116, 699_692_587, 1_213_834_231, 4_068_197_670]),
      (UInt32.max, [419_326_371, 479_346_978, 3_918_654_476, 2_416_749_639]),
    ] as [(UInt32, [UInt32])])
  func outputsAreNumPys(seed: UInt32, expected: [UInt32]) throws {
    let generator = try SeededGenerator(seed: seed)
    #expect(expected.map { _ in generator.next() } == expected)
  }

  /// Many outputs at once equal GSL's outputs one at a time, from any position, also if some are skipped, across several
  /// renewals of the state (624 outputs each), and for many seeds.
  @Test(arguments: [0, 1, 2, 2021, 4357, 1 << 31, UInt32.max])
  func manyOutputsAreThoseOfEach(seed: UInt32) throws {
    let one = try SeededGenerator(seed: seed)
    let many = try SeededGenerator(seed: seed)
    for count in [1, 3, 623, 624, 625, 0, 10, 1300, 227, 397, 2000] {
      var outputs = [UInt32](repeating: 0, count: count)
      outputs.withUnsafeMutableBufferPointer { many.fill($0) }
      #expect(outputs == outputs.map { _ in one.next() })
      many.skip(count + 5)
      for _ in 0..<count + 5 { _ = one.next() }
      #expect(many.next() == one.next())
      // GSL's own samplers continue from the same position.
      #expect(many.uniform() == one.uniform())
    }
  }

  @Test func samplersOfGSLStayInRange() throws {
    let generator = try SeededGenerator(seed: 7)
    for _ in 0..<1000 {
      #expect((0..<1).contains(generator.uniform()))
      #expect((0..<10).contains(generator.integer(below: 10)))
      #expect(generator.standardNormal().isFinite)
    }
  }

  @Test func libraryTellsItsVersion() {
    #expect(GSLLibrary.version.split(separator: ".").first.flatMap { Int($0) } ?? 0 >= 2)
  }
}
