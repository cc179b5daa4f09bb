internal import Gnuplot
internal import GSL
internal import LearningDynamics
internal import Support

/// The similarity matrices H Hᵀ of a dataset's items at some epochs of a training, for a page with a slider.
struct SimilarityStates {
  let dataset: String
  let items: [String]
  /// The epochs, ascending.
  private(set) var epochs: [Int] = []
  /// The loss at each; nil where it is not known.
  private(set) var losses: [Double?] = []
  /// For each the entries on and above the diagonal, row by row, rounded to ``digits``.
  private(set) var entries: [[Double]] = []
  /// The stages of learning; none where they are not known.
  var stages: [LearningStage] = []
  /// Where the numbers come from.
  let origin: Origin

  enum Origin {
    /// The training, repeated; it has so many states.
    case training(layer: Int, layerCount: Int, stateCount: Int)
    /// The run's tables, and why the training was not repeated.
    case tables(reason: String)
  }

  /// How many significant digits are kept: more than colours and titles show.
  static let digits = 4
  /// For more items no grid is shown: a browser would be too slow.
  static let largestItemCount = 128

  /// How many numbers a state of so many items has: the entries, the epoch and the loss.
  static func size(items: Int) -> Int { items * (items + 1) / 2 + 2 }

  init(dataset: String, items: [String], origin: Origin) {
    self.dataset = dataset
    self.items = items
    self.origin = origin
  }

  /// Adds a state.
  ///
  /// - Parameter matrix: P × P, symmetric.
  mutating func append(epoch: Int, loss: Double?, _ matrix: Matrix) {
    epochs.append(epoch)
    losses.append(loss?.rounded(significant: Self.digits))
    var triangle: [Double] = []
    triangle.reserveCapacity(Self.size(items: matrix.rows))
    for row in 0..<matrix.rows {
      for column in row..<matrix.columns { triangle.append(matrix[row, column].rounded(significant: Self.digits)) }
    }
    entries.append(triangle)
  }

  /// The colour scale, the same for all epochs: that of the figures, symmetric around zero.
  var scale: (low: Double, high: Double, palette: ColorScale.Palette) {
    let largest = entries.lazy.joined().reduce(0) { max($0, $1.magnitude) }
    let high = largest > 0 ? largest : 1
    return (-high, high, .diverging)
  }

  /// The states as JSON for a script element: without `<`, `>` and `&`.
  var jsonText: String {
    let (low, high, palette) = scale
    let rows = entries.map { "[\($0.map(Self.number).joined(separator: ","))]" }
    return """
      {"items":[\(items.map(Self.quoted).joined(separator: ","))],
      "epochs":[\(epochs.map(String.init).joined(separator: ","))],
      "losses":[\(losses.map { $0.map(Self.number) ?? "null" }.joined(separator: ","))],
      "low":\(Self.number(low)),"high":\(Self.number(high)),
      "colors":[\(palette.stops.map { Self.quoted($0.text) }.joined(separator: ","))],
      "entries":[\(rows.joined(separator: ",\n"))]}
      """
  }

  private static func number(_ value: Double) -> String { value.isFinite ? value.tableText : "null" }

  /// A text as JSON, with every character that is special in HTML written as a number.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x20..<0x7F where !#""\<>&"#.utf16.contains(unit): result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return result + "\""
  }
}

/// Shares the numbers that a page may have among its series of states, and chooses the states to keep.
package enum NumberBudget {
  /// A series of states.
  package struct Series: Sendable {
    /// Its epochs, ascending.
    package let epochs: [Int]
    /// Epochs that are always kept, besides the first and the last.
    package let kept: Set<Int>
    /// How many numbers each state has, at least 1.
    package let size: Int

    /// The numbers of the states that are always kept.
    fileprivate var least: Int { kept.count * size }
    /// The numbers of all states.
    fileprivate var most: Int { epochs.count * size }

    package init(epochs: [Int], kept: Set<Int> = [], size: Int) {
      self.epochs = epochs
      self.kept = kept.intersection(epochs).union([epochs.first, epochs.last].compactMap(\.self))
      self.size = size
    }
  }

  /// The epochs to keep of each series; nil if even those that are always kept do not fit.
  ///
  /// Epochs that are always kept come first, those of small series before those of large ones. The rest is shared equally;
  /// longer series get what a short series does not need of its share.
  package static func shared(_ budget: Int, among series: [Series]) -> [[Int]?] {
    var left = budget
    var admitted: [Int] = []
    for index in series.indices.sorted(by: { (series[$0].least, $0) < (series[$1].least, $1) })
    where series[index].least <= left {
      left -= series[index].least
      admitted.append(index)
    }
    var result = [[Int]?](repeating: nil, count: series.count)
    admitted.sort { (series[$0].most - series[$0].least, $0) < (series[$1].most - series[$1].least, $1) }
    for (place, index) in admitted.enumerated() {
      let one = series[index]
      let share = one.least + left / (admitted.count - place)
      result[index] = thinned(one, to: share / one.size)
      left -= (result[index]?.count ?? 0) * one.size - one.least
    }
    return result
  }

  /// Every k-th epoch of a series, with the smallest k that keeps at most so many; nil if no k does.
  package static func thinned(_ series: Series, to most: Int) -> [Int]? {
    guard series.kept.count <= most else { return nil }
    let count = series.epochs.count
    // Fewer than this are too many even without the kept ones.
    for step in max(1, count / max(1, most))...max(1, count) {
      let chosen = stride(from: 0, to: count, by: step).map { series.epochs[$0] }
      let all = series.kept.union(chosen)
      if all.count <= most { return all.sorted() }
    }
    return series.kept.sorted()
  }
}
