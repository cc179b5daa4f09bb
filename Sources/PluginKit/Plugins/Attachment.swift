public import GSL

/// A file that an analysis writes in addition to its figures: numbers for another program.
public struct Attachment: Hashable, Sendable {
  /// The kinds of attachment; the raw value is the file's ending. Tables, scripts and images belong to figures, and plain
  /// text is left to the users' own notes.
  public enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
    /// An array for NumPy: ``NumPyArray``.
    case npy
    /// Values separated by commas.
    case csv
    case json
  }

  /// The file's name without ending, like a figure's: lowercase letters, digits, and hyphens between them.
  public let name: String
  /// What it is.
  public let kind: Kind
  /// The file's content. The same run must give the same bytes, so do not write dates.
  public let bytes: [UInt8]

  /// The file's name.
  public var fileName: String { "\(name).\(kind.rawValue)" }

  /// A file of any kind.
  public init(name: String, kind: Kind, bytes: [UInt8]) {
    self.name = name
    self.kind = kind
    self.bytes = bytes
  }

  /// A file of text, in UTF-8.
  public init(name: String, kind: Kind, text: String) {
    self.init(name: name, kind: kind, bytes: Array(text.utf8))
  }

  /// An array for NumPy.
  public init(name: String, _ array: NumPyArray) {
    self.init(name: name, kind: .npy, bytes: array.bytes)
  }
}

/// An array of numbers as `numpy.load` reads it and `numpy.save` writes it.
///
/// The file is NumPy's format 1.0: the magic `\x93NUMPY`, the version's two bytes, the header's length as a little-endian
/// 16-bit number, and the header, a Python dictionary that is padded with blanks to a line that ends at a multiple of 64
/// bytes; then the numbers as little-endian 64-bit floating point (`<f8`), the last index the fastest (C order). See
/// numpy.lib.format in NumPy's reference.
public struct NumPyArray: Hashable, Sendable {
  /// The length of each dimension; empty for a single number.
  public let shape: [Int]
  /// All numbers, the last index the fastest.
  public let values: [Double]

  /// An array of a shape.
  ///
  /// - Parameters:
  ///   - shape: the length of each dimension; at most 32 of them, as in older NumPy.
  ///   - values: as many numbers as the shape holds.
  public init(shape: [Int], values: [Double]) {
    precondition(shape.count <= 32, "NumPy has at most 32 dimensions")
    precondition(shape.allSatisfy { $0 >= 0 } && shape.reduce(1, *) == values.count, "values fill the shape")
    self.shape = shape
    self.values = values
  }

  /// A matrix: its rows and columns.
  public init(_ matrix: Matrix) {
    self.init(shape: [matrix.rows, matrix.columns], values: matrix.elements)
  }

  /// The content of the file.
  public var bytes: [UInt8] {
    var header = Array("{'descr': '<f8', 'fortran_order': False, 'shape': \(Self.tuple(shape)), }".utf8)
    let unpadded = Self.beginning.count + 2 + header.count + 1
    header += [UInt8](repeating: UInt8(ascii: " "), count: (64 - unpadded % 64) % 64)
    header.append(UInt8(ascii: "\n"))
    var bytes = Self.beginning + [UInt8(header.count & 0xFF), UInt8(header.count >> 8)] + header
    bytes.reserveCapacity(bytes.count + 8 * values.count)
    for value in values { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) } }
    return bytes
  }

  /// Reads what ``bytes`` writes; nil for anything else, such as arrays of other types or of later formats.
  public init?(bytes: [UInt8]) {
    let start = Self.beginning.count + 2
    guard bytes.starts(with: Self.beginning), bytes.count >= start else { return nil }
    let end = start + Int(bytes[start - 2]) + Int(bytes[start - 1]) << 8
    guard end <= bytes.count, (bytes.count - end).isMultiple(of: 8) else { return nil }
    let header = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let open = header.firstIndex(of: "("), let close = header.firstIndex(of: ")"), open < close else {
      return nil
    }
    let shape = header[header.index(after: open)..<close].split(separator: ",").map { Int($0.trimmingBlanks) }
    let numbers = shape.compactMap(\.self)
    guard numbers.count == shape.count, numbers.count <= 32, numbers.allSatisfy({ (0...bytes.count).contains($0) }),
      Self.count(numbers) == (bytes.count - end) / 8
    else { return nil }
    let values = stride(from: end, to: bytes.count, by: 8).map { place in
      Double(bitPattern: (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[place + $1]) << (8 * UInt64($1)) })
    }
    self.init(shape: numbers, values: values)
    // Other orders and types, and headers in another form.
    guard self.bytes.prefix(end).elementsEqual(bytes.prefix(end)) else { return nil }
  }

  private static let beginning = [0x93] + Array("NUMPY".utf8) + [1, 0]

  /// How many numbers a shape holds; nil if that overflows.
  private static func count(_ shape: [Int]) -> Int? {
    shape.reduce(1 as Int?) { count, length in
      count.flatMap { (count: Int) -> Int? in
        let (product, overflow) = count.multipliedReportingOverflow(by: length)
        return overflow ? nil : product
      }
    }
  }

  /// A Python tuple: "()", "(3,)", "(3, 8, 8)".
  private static func tuple(_ shape: [Int]) -> String {
    shape.count == 1 ? "(\(shape[0]),)" : "(\(shape.map(String.init).joined(separator: ", ")))"
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring { drop { $0 == " " } }
}
