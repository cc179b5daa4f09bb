internal import GSL
internal import PluginKit
internal import Support

/// An answer that cannot be read.
struct AnswerFileError: Error, CustomStringConvertible {
  let description: String
}

/// A file with a list or a matrix of numbers.
struct AnswerFile {
  let matrix: Matrix

  /// The largest file: that of the largest layer, several times over.
  private static let largestSize = 256 << 20

  /// - Throws: ``AnswerFileError``.
  init(_ path: String) throws(AnswerFileError) {
    guard let bytes = FileSystem.read(path, atMost: Self.largestSize) else {
      throw AnswerFileError(
        description: FileSystem.exists(path)
          ? "\(path) could not be read, or is larger than \(Self.largestSize >> 20) MB. Give the file of one array."
          : "\(path) was not found. Write your answer there, or give another file.")
    }
    let isArray = bytes.starts(with: [0x93])
    guard let matrix = isArray ? NumPyArray(bytes: bytes)?.matrix : Self.matrix(String(decoding: bytes, as: UTF8.self))
    else {
      throw AnswerFileError(
        description: isArray
          ? "\(path) is not a list or matrix of real numbers of 32 or 64 bits. Write it with "
            + "numpy.save(…, array.astype(float))."
          : "\(path) is neither an .npy file nor a table of numbers. Write a row per line, with the same number of values "
            + "in each, separated by tabs, commas or blanks, and no header.")
    }
    self.matrix = matrix
  }

  /// A table without a header; nil if a value is not a number or the rows differ in length.
  static func matrix(_ text: String) -> Matrix? {
    var (elements, columns, rows) = ([Double](), 0, 0)
    for line in text.split(whereSeparator: \.isNewline) {
      let values = line.split { "\t, ;".contains($0) }.map { Double($0) }
      if values.isEmpty { continue }
      if rows == 0 { columns = values.count }
      let numbers = values.compactMap(\.self)
      guard numbers.count == columns, values.count == columns else { return nil }
      elements += numbers
      rows += 1
    }
    return rows > 0 ? Matrix(rows: rows, columns: columns, elements: elements) : nil
  }
}
