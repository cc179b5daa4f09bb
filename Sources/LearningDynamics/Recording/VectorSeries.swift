/// Vectors of one length, one for each state of a training, in one block of memory.
public struct VectorSeries: Equatable, Sendable, RandomAccessCollection {
  /// The length of each vector.
  public let length: Int
  private var elements: [Double] = []

  init(length: Int) { self.length = length }

  /// Adds vectors, one after the other.
  mutating func append(contentsOf values: [Double]) { elements += values }

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
