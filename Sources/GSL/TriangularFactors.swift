/// The triangles of several parts of a matrix, whose rows come in blocks, one after the other.
///
/// Rows go to the parts in turns. With many columns a turn waits until each part has its rows; then all are reduced side by side on
/// free processors. With few columns that would take longer than the work itself: rows are reduced at once, while they are in
/// the nearest cache.
public struct TriangularFactors: Sendable {
  private var factors: [TriangularFactor]
  /// Rows that wait: for each part, or for the present one.
  private var batches: [Matrix]
  private var counts: [Int]
  private var part = 0
  /// The rows that the present part has got in this turn, and how many it gets.
  private var taken = 0
  private let turn: Int

  /// The triangles of an m × n matrix without rows yet.
  ///
  /// - Parameters:
  ///   - rows: m, how many will come; it decides into how many parts they are divided.
  ///   - columns: n.
  public init(rows: Int, columns: Int) {
    let count = TriangularFactor.parts(rows: rows, columns: columns)
    factors = Array(repeating: TriangularFactor(columns: columns), count: count)
    let size = TriangularFactor.rowsAtOnce
    turn = size * max(1, min(8, (1 << 20) / max(1, columns * columns) / size))
    let isSideBySide = count > 1 && columns > TriangularFactor.columnsAtOnce
    batches = Array(
      repeating: Matrix(rows: isSideBySide ? turn : size, columns: columns), count: isSideBySide ? count : 1)
    counts = Array(repeating: 0, count: batches.count)
  }

  private var isSideBySide: Bool { batches.count > 1 }

  /// Adds rows of A, all finite; the block may be overwritten.
  ///
  /// - Parameters:
  ///   - block: a matrix with as many columns as A.
  ///   - count: how many of its rows to add, from the first.
  /// - Complexity: O(count·n²), no allocation up to 64 columns.
  public mutating func add(_ block: inout Matrix, rows count: Int) {
    let size = block.columns
    var added = 0
    if !isSideBySide, counts[0] == 0, count >= TriangularFactor.rowsAtOnce {
      // Whole batches need not be copied.
      added = TriangularFactor.rowsAtOnce
      factors[part].add(&block, rows: added)
      take(added)
    }
    while added < count {
      let batch = isSideBySide ? part : 0
      let (from, place) = (added, counts[batch])
      let fitting = min(count - from, batches[batch].rows - place)
      batches[batch].elements.withUnsafeMutableBufferPointer { batch in
        block.elements.withUnsafeBufferPointer { block in
          guard let batch = batch.baseAddress, let block = block.baseAddress else { return }
          (batch + place * size).update(from: block + from * size, count: fitting * size)
        }
      }
      counts[batch] += fitting
      added += fitting
      if !isSideBySide, counts[0] == batches[0].rows { reduce() }
      take(fitting)
    }
  }

  /// The present part has got rows; when it has all of this turn, it is the next part's turn.
  private mutating func take(_ count: Int) {
    taken += count
    guard taken == turn else { return }
    (taken, part) = (0, part + 1)
    guard part == factors.count else { return }
    if isSideBySide { reduce() }
    part = 0
  }

  /// The triangle of all rows.
  ///
  /// - Complexity: O(n³) for each part.
  public mutating func whole() -> TriangularFactor {
    reduce()
    for other in factors.dropFirst() { factors[0].add(other) }
    return factors[0]
  }

  private mutating func reduce() {
    if isSideBySide {
      batches.withUnsafeMutableBufferPointer { batches in
        nonisolated(unsafe) let batches = batches
        factors.changeEach { index, factor in factor.add(&batches[index], rows: counts[index]) }
      }
    } else {
      factors[part].add(&batches[0], rows: counts[0])
    }
    for index in counts.indices { counts[index] = 0 }
  }
}
