internal import GSL

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
        for row in 0..<matrix.rows {
          for column in 0..<length { sums[start + column] += entries[row * length + column] }
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
