internal import GSL
internal import Gnuplot
public import LearningDynamics
internal import Support

/// A table of similarities or distances between items: a row and a column for each, with or without their names.
public struct SimilarityTable: Sendable {
  /// nil without names: the dataset's items in their order.
  private let labels: [String]?
  /// Square; NaN for empty cells.
  private let matrix: Matrix
  private let name: String

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - text: cells separated by commas, semicolons, tabs or blanks.
  ///   - file: the name of the file, for errors and findings.
  /// - Throws: ``DatasetFileError`` with the number of the faulty line.
  public init(_ text: String, file: String) throws(DatasetFileError) {
    name = file
    let rows = try DelimitedText(text, file: file, firstLine: 1).rows
    func refuse(_ line: Int?, _ reason: String) -> DatasetFileError {
      DatasetFileError(file: file, line: line, reason: reason)
    }
    guard let header = rows.first, rows.count > 1 else {
      throw refuse(nil, "A table of similarities has a row and a column for each item.")
    }
    guard rows.count <= DiffusionTree.largestItemCount + 1 else {
      throw refuse(nil, "The table has more than \(DiffusionTree.largestItemCount.grouped) items.")
    }
    // Numbers from the first cell on: no names.
    // (Names may be numbers too: below an empty corner the first column then repeats the first line.)
    let areNames = header.cells[0].isEmpty && header.cells.dropFirst() == rows.dropFirst().map { $0.cells[0] }[...]
    let isBare = !areNames && header.cells.count == rows.count && header.cells.allSatisfy { Self.number($0) != nil }
    guard !isBare else {
      labels = nil
      matrix = try Self.matrix(rows.map { ($0.line, $0.cells[...]) }, count: rows.count, refuse)
      return
    }
    let body = rows.dropFirst()
    // The first cell of the header, above the items, may be missing.
    let lacksCorner = body.allSatisfy { $0.cells.count == header.cells.count + 1 }
    let columns = lacksCorner ? header.cells : Array(header.cells.dropFirst())
    guard columns.count == body.count else {
      throw refuse(
        header.line,
        "The first line names \(columns.count) items, but there are \(body.count) lines below it. Give each item a row and a column."
      )
    }
    for (row, name) in zip(body, columns) {
      let label = row.cells.first ?? ""
      guard !label.isEmpty, label == name else {
        throw refuse(
          row.line,
          "This line is for '\(label.shortened)', but the column of the same number for '\(name.shortened)'. Rows and columns have the "
            + "same items in the same order.")
      }
    }
    labels = columns
    matrix = try Self.matrix(body.map { ($0.line, $0.cells.dropFirst()) }, count: body.count, refuse)
  }

  private static func matrix(
    _ rows: [(line: Int, cells: ArraySlice<String>)], count: Int, _ refuse: (Int?, String) -> DatasetFileError
  ) throws(DatasetFileError) -> Matrix {
    var values: [Double] = []
    values.reserveCapacity(count * count)
    for (line, cells) in rows {
      guard cells.count == count else {
        throw refuse(
          line, "This line has \(cells.count) numbers for \(count) items. Leave unknown cells empty between separators."
        )
      }
      for cell in cells {
        guard let value = number(cell) else {
          throw refuse(line, "'\(cell.shortened)' is not a number. Leave the cell empty if there is none.")
        }
        values.append(value)
      }
    }
    return Matrix(rows: count, columns: count, elements: values)
  }

  /// A number; NaN for an empty cell or a word that says that there is none.
  private static func number(_ text: String) -> Double? {
    if ["", "na", "n/a", "nan", "?"].contains(text.lowercased()) { return .nan }
    let typed = text.hasPrefix("−") ? "-" + text.dropFirst() : text
    return Double.decimal(typed).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The similarities of a dataset's items.
  ///
  /// - Parameters:
  ///   - items: the names of the dataset's items.
  ///   - kind: what large values stand for.
  /// - Throws: `GivenSimilaritiesError` for a table that does not fit the items.
  public func similarities(
    of items: [String], kind: GivenSimilarities.Kind = .auto
  ) throws(GivenSimilaritiesError) -> GivenSimilarities {
    try GivenSimilarities(name: name, labels: labels, matrix: matrix, kind: kind, of: items)
  }
}
