internal import GSL
internal import Gnuplot
internal import LearningDynamics
internal import Support

/// The representational similarity matrices H Hᵀ of a dataset's items at some epochs of a training, for a page that shows
/// one after the other.
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
  /// Where the numbers are from.
  let origin: Origin

  enum Origin {
    /// The training, done again: of so many states.
    case training(layer: Int, layerCount: Int, stateCount: Int)
    /// The run's tables, and why the training was not done again.
    case tables(reason: String)
  }

  /// Significant digits that are kept: more than colours and titles show.
  static let digits = 4
  /// Of more items no grid is shown: a browser would be slow with it.
  static let largestItemCount = 128

  /// Numbers that a state of so many items takes: the entries, the epoch and the loss.
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

  /// The colours of the matrices, one scale for all epochs: those of the figures, around zero.
  var scale: (low: Double, high: Double, palette: ColorScale.Palette) {
    let largest = entries.lazy.joined().reduce(0) { max($0, $1.magnitude) }
    let high = largest > 0 ? largest : 1
    return (-high, high, .diverging)
  }

  /// The states as JSON that may stand in a script element: it holds no `<`, `>` and `&`.
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

  /// A text as JSON, with all that could mean something else in HTML written as numbers.
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
