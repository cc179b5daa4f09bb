import PluginKit
import Testing

@Suite struct NumPyArrayTests {
  /// The output of numpy.save (2.4): the magic and the version, 118 bytes of header, the numbers.
  private static func file(_ header: String, blanks: Int, _ numbers: [UInt8]) -> [UInt8] {
    [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 0x01, 0x00, 0x76, 0x00] + Array(header.utf8)
      + [UInt8](repeating: 0x20, count: blanks) + [0x0A] + numbers
  }

  static let written: [(array: NumPyArray, bytes: [UInt8])] = [
    (
      NumPyArray(shape: [2, 3], values: [1, -2.5, 0.1, 1e300, -0.0, .nan]),
      file(
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }", blanks: 58,
        [
          0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0, 0, 0, 0x04, 0xC0, 0x9A, 0x99, 0x99, 0x99, 0x99, 0x99, 0xB9, 0x3F,
          0x9C, 0x75, 0x00, 0x88, 0x3C, 0xE4, 0x37, 0x7E, 0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0xF8, 0x7F,
        ])
    ),
    (
      NumPyArray(shape: [2], values: [94, 116]),
      file(
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }", blanks: 60,
        [0, 0, 0, 0, 0, 0x80, 0x57, 0x40, 0, 0, 0, 0, 0, 0, 0x5D, 0x40])
    ),
    (
      NumPyArray(shape: [], values: [3.5]),
      file(
        "{'descr': '<f8', 'fortran_order': False, 'shape': (), }", blanks: 62, [0, 0, 0, 0, 0, 0, 0x0C, 0x40])
    ),
    (
      NumPyArray(shape: [0, 4], values: []),
      file("{'descr': '<f8', 'fortran_order': False, 'shape': (0, 4), }", blanks: 58, [])
    ),
  ]

  @Test(arguments: written.indices) func bytesAreNumPys(index: Int) {
    let (array, bytes) = Self.written[index]
    #expect(array.bytes == bytes)
    // NaN differs from itself; its bytes do not.
    #expect(NumPyArray(bytes: bytes)?.shape == array.shape && NumPyArray(bytes: bytes)?.bytes == bytes)
  }

  /// Numbers begin at a multiple of 64 bytes, for any length of the header.
  @Test func longHeadersArePadded() {
    for dimensions in 0...32 {
      let array = NumPyArray(shape: Array(repeating: 1, count: dimensions), values: [2])
      #expect((array.bytes.count - 8).isMultiple(of: 64) && NumPyArray(bytes: array.bytes) == array)
    }
  }

  /// Other kinds of numbers, as numpy.save writes them: np.array([[1, 2, 3], [4, 5, 6]], …), also in Fortran's order, as the
  /// results of numpy.linalg often are, and with the longer header of format 2.
  @Test(arguments: ["<f4", "<i4", "<i8", "<f8"], [false, true]) func otherArraysAreRead(type: String, isFortran: Bool) {
    let values = isFortran ? [1.0, 4, 2, 5, 3, 6] : [1, 2, 3, 4, 5, 6]
    let numbers = values.flatMap { value -> [UInt8] in
      switch type {
      case "<f4": withUnsafeBytes(of: Float(value).bitPattern.littleEndian, Array.init)
      case "<i4": withUnsafeBytes(of: Int32(value).littleEndian, Array.init)
      case "<i8": withUnsafeBytes(of: Int64(value).littleEndian, Array.init)
      default: withUnsafeBytes(of: value.bitPattern.littleEndian, Array.init)
      }
    }
    let header = "{'descr': '\(type)', 'fortran_order': \(isFortran ? "True" : "False"), 'shape': (2, 3), }"
    let file = Self.file(header, blanks: 117 - header.utf8.count, numbers)
    let array = NumPyArray(bytes: file)
    #expect(array == NumPyArray(shape: [2, 3], values: [1, 2, 3, 4, 5, 6]))
    #expect(array?.matrix.map(NumPyArray.init) == array)
    let second = Array(file.prefix(6)) + [2, 0, 0x76, 0, 0, 0] + file.dropFirst(10)
    #expect(NumPyArray(bytes: second) == array)
    for length in 0..<second.count { #expect(NumPyArray(bytes: Array(second.prefix(length))) == nil) }
  }

  @Test func onlyListsAndMatricesAreMatrices() {
    #expect(
      NumPyArray(shape: [1 << 62, 0], values: []).matrix == nil && NumPyArray(shape: [0], values: []).matrix == nil)
    #expect(NumPyArray(shape: [3], values: [1, 2, 3]).matrix.map(NumPyArray.init)?.shape == [3, 1])
    #expect(
      NumPyArray(shape: [1, 1, 1], values: [1]).matrix == nil && NumPyArray(shape: [], values: [1]).matrix == nil)
  }

  /// Three indices, as in a stack of matrices.
  @Test func everyIndexIsReordered() {
    let header = "{'descr': '<i4', 'fortran_order': True, 'shape': (2, 3, 2), }"
    let numbers = (0..<12).flatMap { withUnsafeBytes(of: Int32($0).littleEndian, Array.init) }
    // NumPy: np.arange(12).reshape((2, 3, 2), order="F").ravel()
    #expect(
      NumPyArray(bytes: Self.file(header, blanks: 117 - header.utf8.count, numbers))?.values
        == [0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11])
  }

  @Test func whatIsNoSuchArrayIsRefused() {
    let bytes = NumPyArray(shape: [2], values: [94, 116]).bytes
    for length in 0..<bytes.count { #expect(NumPyArray(bytes: Array(bytes.prefix(length))) == nil) }
    #expect(NumPyArray(bytes: bytes + [0]) == nil)
    func changed(_ text: String, to other: String) -> [UInt8] {
      Array(String(decoding: bytes.prefix(128).dropFirst(6), as: UTF8.self).replacing(text, with: other).utf8)
    }
    for (text, other) in [("<f8", "<f4"), ("False", "Maybe"), ("(2,)", "(3,)"), ("(2,)", "(-2)"), ("(2,)", "2222")] {
      #expect(NumPyArray(bytes: bytes.prefix(6) + changed(text, to: other) + bytes.dropFirst(128)) == nil)
    }
  }
}
