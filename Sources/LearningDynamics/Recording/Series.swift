public import GSL

/// Matrices of one shape, one for each state of a training, in one block of memory.
public struct MatrixSeries: Equatable, Sendable {
  /// Rows of each matrix.
  public let rows: Int
  /// Columns of each matrix.
  public let columns: Int
  private var elements: [Double] = []

  init(rows: Int, columns: Int, capacity: Int) {
    self.rows = rows
    self.columns = columns
    elements.reserveCapacity(rows * columns * capacity)
  }

  mutating func append(_ matrix: Matrix) {
    precondition(matrix.rows == rows && matrix.columns == columns, "all matrices have one shape")
    elements.append(contentsOf: matrix.elements)
  }

  /// The number of matrices.
  public var count: Int { rows * columns == 0 ? 0 : elements.count / (rows * columns) }

  /// A matrix by its index.
  public subscript(index: Int) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: Array(self[index..<index + 1]))
  }

  /// The entries of successive matrices.
  subscript(range: Range<Int>) -> ArraySlice<Double> {
    elements[range.lowerBound * rows * columns..<range.upperBound * rows * columns]
  }

  /// Removes matrices from an index on, all but those at the offsets given, ascending.
  mutating func removeAll(from start: Int, but offsets: [Int]) {
    let size = rows * columns
    for (place, offset) in offsets.enumerated() where offset != place {
      for index in 0..<size { elements[(start + place) * size + index] = elements[(start + offset) * size + index] }
    }
    elements.removeLast(elements.count - (start + offsets.count) * size)
  }

  /// leftᵀ M right for the matrices in a range: rows and columns numbers.
  ///
  /// - Complexity: O(rows · columns) for each.
  func forms(_ range: Range<Int>, left: [Double], right: [Double]) -> [Double] {
    precondition(left.count == rows && right.count == columns, "shapes must agree")
    let size = rows * columns
    // A one-hot input needs only one column: the others would add zeros.
    let only = right.count { $0 != 0 } == 1 ? right.firstIndex(of: 1) : nil
    return elements.withUnsafeBufferPointer { elements in
      range.map { matrix in
        var sum = 0.0
        if let only {
          for row in 0..<rows { sum += left[row] * elements[matrix * size + row * columns + only] }
          return sum
        }
        for row in 0..<rows {
          var inner = 0.0
          for column in 0..<columns { inner += elements[matrix * size + row * columns + column] * right[column] }
          sum += left[row] * inner
        }
        return sum
      }
    }
  }
}

extension LearnedModes {
  /// u_αᵀ M v_α for all α, of some matrices one after the other.
  ///
  /// - Complexity: O(r·n·min(n, N)) for each.
  func strengths(_ maps: MatrixSeries, _ range: Range<Int>) -> [Double] {
    var modes = ModeStrengths(self)
    var strengths: [Double] = []
    strengths.reserveCapacity(range.count * modes.values.count)
    for index in range {
      modes.compute(maps[index])
      strengths += modes.values
    }
    return strengths
  }
}

/// Vectors of one length, one for each state of a training, in one block of memory.
public struct VectorSeries: Equatable, Sendable, RandomAccessCollection {
  /// The length of each vector.
  public let length: Int
  private var elements: [Double] = []

  init(length: Int) { self.length = length }

  /// Adds vectors, one after the other.
  mutating func append(contentsOf values: [Double]) { elements += values }

  /// Adds the sums of a matrix's columns as one vector.
  ///
  /// - Complexity: O(rows · columns); no memory but for the vector itself.
  mutating func append(columnSumsOf matrix: Matrix) {
    precondition(matrix.columns == length, "a sum for each component")
    let start = elements.count
    elements.append(contentsOf: repeatElement(0, count: length))
    elements.withUnsafeMutableBufferPointer { sums in
      matrix.elements.withUnsafeBufferPointer { entries in
        for column in 0..<length {
          var sum = 0.0
          for row in 0..<matrix.rows { sum += entries[row * length + column] }
          sums[start + column] = sum
        }
      }
    }
  }

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of states.
  public var endIndex: Int { length == 0 ? 0 : elements.count / length }

  /// The vector at a state.
  public subscript(state: Int) -> [Double] { Array(elements[state * length..<(state + 1) * length]) }

  /// One component at every state.
  public func component(_ index: Int) -> [Double] {
    stride(from: index, to: elements.count, by: length).map { elements[$0] }
  }
}
