internal import LearningDynamics

/// A table of items and features as a reader writes it: a line for each item, a column for each feature.
///
/// The first line has the features' names; its first cell is free. Cells are separated by tabs, semicolons or commas,
/// whichever the first line has; a cell in double quotes may hold them, and a quote as two. Values are yes or no, +1 or −1,
/// 1 or 0, or any numbers.
struct ItemTable: Sendable {
  let items: [String]
  let features: [String]
  /// Row by row.
  let values: [Double]

  var featureNames: FeatureNames { FeatureNames(numbered: 0, named: features) }

  /// The most cells of one table: four million, 32 MB.
  static let largestCellCount = 4_000_000

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - numeric: whether 0 and 1 are numbers even if there is nothing else.
  ///   - firstLine: the line of the file in which the text begins.
  /// - Throws: ``DatasetFileError`` with the line of what is wrong.
  init(_ text: String, file: String, firstLine: Int = 1, numeric: Bool) throws(DatasetFileError) {
    let rows = try DelimitedText(text, file: file, firstLine: firstLine).rows
    func refuse(_ line: Int?, _ reason: String) -> DatasetFileError {
      DatasetFileError(file: file, line: line, reason: reason)
    }
    guard let header = rows.first, rows.count > 1 else {
      throw refuse(
        rows.first?.line ?? firstLine, "A table needs a line with the features' names and a line for each item.")
    }
    features = Array(header.cells.dropFirst())
    guard !features.isEmpty else {
      throw refuse(header.line, "The first line names no features. Separate the cells by commas, semicolons or tabs.")
    }
    guard rows.count - 1 <= DiffusionTree.largestItemCount else {
      throw refuse(
        nil,
        "There are \((rows.count - 1).grouped) items; at most \(DiffusionTree.largestItemCount.grouped) can be taken.")
    }
    guard (rows.count - 1) * features.count <= Self.largestCellCount else {
      throw refuse(nil, "The table has more than \(Self.largestCellCount.grouped) cells.")
    }
    if let column = features.firstIndex(where: \.isEmpty) {
      throw refuse(
        header.line, "Column \(column + 2) of the table has no name. A separator at the end of a line makes a column.")
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
            "\(text.isEmpty ? "Nothing" : "'\(text.shortened)'") stands under '\(feature.shortened)'. "
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
      throw refuse(nil, "The table has yes or no beside numbers. Write numbers only: +1 for yes, −1 for no.")
    }
    values = cells.map { $0.value(zeroIsNo: zeroIsNo) }
  }
}
