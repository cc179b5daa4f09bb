public import GSL

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
    let unpadded = Self.magic.count + 4 + header.count + 1
    header += [UInt8](repeating: UInt8(ascii: " "), count: (64 - unpadded % 64) % 64)
    header.append(UInt8(ascii: "\n"))
    var bytes = Self.magic + [1, 0, UInt8(header.count & 0xFF), UInt8(header.count >> 8)] + header
    bytes.reserveCapacity(bytes.count + 8 * values.count)
    for value in values { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) } }
    return bytes
  }

  /// Reads a file of NumPy's formats 1 to 3 with numbers of 64 or 32 bits, whole ones or not, in either order.
  ///
  /// nil for anything else: other types, big-endian numbers, or a file that does not hold as many numbers as its shape.
  ///
  /// - Complexity: O(the file's size).
  public init?(bytes: [UInt8]) {
    guard bytes.starts(with: Self.magic), bytes.count > Self.magic.count + 1, (1...3).contains(bytes[6]) else {
      return nil
    }
    let lengthBytes = bytes[6] == 1 ? 2 : 4
    let start = Self.magic.count + 2 + lengthBytes
    guard start <= bytes.count else { return nil }
    let length = (0..<lengthBytes).reduce(0) { $0 | Int(bytes[start - lengthBytes + $1]) << (8 * $1) }
    guard length <= min(bytes.count - start, 1 << 16) else { return nil }
    let header = String(decoding: bytes[start..<start + length], as: UTF8.self)
    let numbers = bytes[(start + length)...]
    guard let type = header.firstMatch(of: #/'descr': *'<([fi][48])'/#)?.1,
      let isFortran = header.firstMatch(of: #/'fortran_order': *(True|False)/#)?.1,
      let dimensions = header.firstMatch(of: #/'shape': *\(([0-9, ]*)\)/#)?.1
    else { return nil }
    let shape = dimensions.split(separator: ",").map { Int($0.filter { $0 != " " }) }
    let known = shape.compactMap(\.self)
    let width = type.hasSuffix("8") ? 8 : 4
    guard known.count == shape.count, known.count <= 32, let count = Self.count(known),
      numbers.count.isMultiple(of: width), numbers.count / width == count
    else { return nil }
    let values = (0..<count).map { index in
      let place = numbers.startIndex + index * width
      let bits = (0..<width).reduce(UInt64(0)) { $0 | UInt64(numbers[place + $1]) << (8 * UInt64($1)) }
      return switch type {
      case "f8": Double(bitPattern: bits)
      case "f4": Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
      case "i8": Double(Int64(bitPattern: bits))
      default: Double(Int32(truncatingIfNeeded: bits))
      }
    }
    self.init(shape: known, values: isFortran == "True" ? Self.reordered(values, known) : values)
  }

  /// Numbers with the first index the fastest, in the order with the last index the fastest.
  private static func reordered(_ values: [Double], _ shape: [Int]) -> [Double] {
    var result = values
    for index in values.indices {
      // The place in the other order of the indices that `index` stands for.
      var (rest, place, stride) = (index, 0, values.count)
      for length in shape {
        stride /= length
        place += rest % length * stride
        rest /= length
      }
      result[place] = values[index]
    }
    return result
  }

  /// The array as a matrix: a list is one column; nil for more than two dimensions, and without numbers.
  public var matrix: Matrix? {
    guard shape.count == 1 || shape.count == 2, !values.isEmpty else { return nil }
    return Matrix(rows: shape[0], columns: shape.count == 2 ? shape[1] : 1, elements: values)
  }

  private static let magic = [0x93] + Array("NUMPY".utf8)

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
