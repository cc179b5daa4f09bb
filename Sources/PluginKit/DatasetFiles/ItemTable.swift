internal import Gnuplot
internal import LearningDynamics
internal import Support

/// A table of items and features as users write it: a line for each item, a column for each feature.
///
/// The first line has the features' names; its first cell is ignored, and may be missing, as in tables from R. Cells are
/// separated by tabs, semicolons, commas or blanks (see ``DelimitedText``); a cell in double quotes may contain these, and a
/// quote written twice.
/// Values are yes or no, +1 or −1, 1 or 0, or any numbers.
struct ItemTable: Sendable {
  let items: [String]
  let features: [String]
  /// Row by row.
  let values: [Double]
  /// Notes on how the table was read where another reading is possible, in sentences.
  let notes: [String]

  var featureNames: FeatureNames { FeatureNames(numbered: 0, named: features) }

  /// The most cells of one table: four million, 32 MB.
  static let largestCellCount = 4_000_000

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - numeric: whether 0 and 1 are numbers even in a table of only 0 and 1.
  ///   - firstLine: the line of the file in which the text begins.
  /// - Throws: ``DatasetFileError`` with the number of the faulty line.
  init(_ text: String, file: String, firstLine: Int = 1, numeric: Bool) throws(DatasetFileError) {
    let rows = try DelimitedText(text, file: file, firstLine: firstLine).rows
    func refuse(_ line: Int?, _ reason: String) -> DatasetFileError {
      DatasetFileError(file: file, line: line, reason: reason)
    }
    guard let header = rows.first, rows.count > 1 else {
      throw refuse(
        rows.first?.line ?? firstLine, "A table needs a line with the features' names and a line for each item.")
    }
    let lacksFirstCell = Self.lacksFirstCell(header.cells, rows.dropFirst().map(\.cells))
    features = lacksFirstCell ? header.cells : Array(header.cells.dropFirst())
    guard !features.isEmpty else {
      throw refuse(
        header.line, "The first line has no names of features. Separate the cells by commas, semicolons or tabs.")
    }
    if !lacksFirstCell, Self.holdsValues(header.cells) {
      throw refuse(
        header.line,
        "The first line holds values. Put a line with the features' names above it. (If these are the names, leave its "
          + "first cell empty.)")
    }
    guard rows.count - 1 <= DiffusionTree.largestItemCount else {
      throw refuse(
        nil,
        "The table has \((rows.count - 1).grouped) items; the limit is \(DiffusionTree.largestItemCount.grouped).")
    }
    guard (rows.count - 1) * features.count <= Self.largestCellCount else {
      throw refuse(nil, "The table has more than \(Self.largestCellCount.grouped) cells. Leave some features out.")
    }
    if let column = features.firstIndex(where: \.isEmpty) {
      throw refuse(
        header.line,
        "Column \(column + (lacksFirstCell ? 1 : 2)) of the table has no name. A separator at the end of a line adds a column."
      )
    }
    var names = NameCheck(file: file)
    for name in features { try names.add(name, of: "feature", line: header.line) }
    names = NameCheck(file: file)
    var (items, cells) = ([String](), [CellValue]())
    for row in rows.dropFirst() {
      try names.add(row.cells[0], of: "item", line: row.line)
      items.append(row.cells[0])
      guard row.cells.count == features.count + 1 else {
        throw refuse(
          row.line,
          "'\(row.cells[0].shortened)' has \(row.cells.count - 1) of \(features.count) values. Give one for each feature."
        )
      }
      for (index, (feature, text)) in zip(features, row.cells.dropFirst()).enumerated() {
        guard let cell = CellValue(text) else {
          throw refuse(
            row.line,
            "The cell under '\(feature.shortened)' is \(text.isEmpty ? "empty" : "'\(text.shortened)'"). "
              + CellValue.advice(on: text, column: index + 2)
          )
        }
        cells.append(cell)
      }
    }
    self.items = items
    let hasWords = cells.contains(where: \.isWord)
    let zeroIsNo = !numeric && cells.allSatisfy { $0.isFlag(orMinusOne: hasWords) }
    guard zeroIsNo || !hasWords else {
      throw refuse(nil, "The table mixes yes and no with numbers. Write numbers only: +1 for yes, −1 for no.")
    }
    values = cells.map { $0.value(zeroIsNo: zeroIsNo) }
    var notes: [String] = []
    if lacksFirstCell {
      notes.append(
        "The first line has one cell fewer than the others, so all of its cells are read as features, starting with "
          + "'\(features[0].shortened)'.")
    }
    if !numeric, !zeroIsNo, let note = Self.noteOnZeros(values, features) { notes.append(note) }
    self.notes = notes
  }

  /// Whether the first line has names of features only, and nothing above the items.
  private static func lacksFirstCell(_ header: [String], _ rows: [[String]]) -> Bool {
    // Where every line ends with a separator, the extra cell is empty.
    rows.allSatisfy { $0.count == header.count + 1 } && !rows.allSatisfy { $0.last?.isEmpty == true }
  }

  /// Whether a first line reads like one of an item: it has a name, and numbers, words for yes and no, or gaps where names of
  /// features should be.
  private static func holdsValues(_ header: [String]) -> Bool {
    // Decimals may have a comma here: only the intention counts.
    func isNumber(_ text: String) -> Bool {
      text.contains(where: \.isNumber) && text.allSatisfy(numberCharacters.contains)
    }
    let (item, cells) = (header[0], header.dropFirst())
    let values = cells.filter { CellValue($0) != nil || isNumber($0) }
    let gaps = cells.filter { ["", "?", "na", "n/a", "nan"].contains($0.lowercased()) }
    return !item.isEmpty && !values.isEmpty && values.count + gaps.count == cells.count
  }

  private static let numberCharacters = Set("0123456789+-−.,eE")

  /// A note on columns of 0 and 1 in a table with other numbers: there a 0 is a number and does not mean no.
  private static func noteOnZeros(_ values: [Double], _ features: [String]) -> String? {
    var (isFlag, hasZero) = (
      [Bool](repeating: true, count: features.count), [Bool](repeating: false, count: features.count)
    )
    for (index, value) in values.enumerated() {
      if value == 0 { hasZero[index % features.count] = true }
      if value != 0, value != 1 { isFlag[index % features.count] = false }
    }
    let flags = features.indices.count { isFlag[$0] && hasZero[$0] }
    let others = features.indices.filter { !isFlag[$0] }.map { "'\(features[$0].shortened)'" }
    guard flags > 0, let first = others.first else { return nil }
    let which = others.count == 1 ? "\(first) holds" : "\(first) and \((others.count - 1).grouped) more hold"
    return "\(flags.grouped) of \(features.count.grouped) columns hold\(flags == 1 ? "s" : "") only 0 and 1, and "
      + "\(flags == 1 ? "is" : "are") read as numbers because \(which) other numbers. If 0 means no, "
      + "write −1 instead, or leave \(others.count == 1 ? first : "the other columns") out."
  }
}
