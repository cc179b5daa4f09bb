internal import GSL
internal import LearningDynamics
internal import Support

/// What a dataset file says about the inputs of its items, and how often each is shown.
struct DocumentInputs: Sendable {
  /// X, a row for each item; nil for one-hot labels.
  private(set) var matrix: Matrix?
  /// How often each item is shown in an epoch; nil if all are shown once.
  private(set) var frequencies: [Double]?

  /// One-hot labels, each shown once.
  init() {}

  /// Whether the file says nothing.
  var isEmpty: Bool { matrix == nil && frequencies == nil }

  /// Reads both.
  ///
  /// - Throws: ``DatasetFileError`` with the number of the faulty line.
  init(_ keys: DocumentKeys, of file: DatasetFile, items: [String]) throws(DatasetFileError) {
    if let (text, name, line) = try keys.table(.inputs, .inputsFile, of: file) {
      matrix = try Self.inputs(text, file: name, firstLine: line, items)
    }
    if let node = keys[.frequencies] { frequencies = try Self.frequencies(node, keys, items) }
  }

  /// A table of numbers with a line for each item: in the order of the items, or each beginning with the item's name.
  private static func inputs(
    _ text: String, file: String, firstLine: Int, _ items: [String]
  ) throws(DatasetFileError) -> Matrix {
    var rows = try DelimitedText(text, file: file, firstLine: firstLine).rows
    func refuse(_ line: Int?, _ reason: String) -> DatasetFileError {
      DatasetFileError(file: file, line: line, reason: reason)
    }
    guard rows.count == items.count else {
      let order = "\(items.prefix(8).joined(separator: ", "))\(items.count > 8 ? ", …" : "")"
      throw refuse(
        rows.last?.line ?? firstLine,
        "The inputs have \(rows.count.grouped) line\(rows.count == 1 ? "" : "s") for \(items.count.grouped) items. Give one "
          + "line of numbers for each: \(order)."
          + (rows.count == items.count + 1 ? " Leave out a first line of names." : ""))
    }
    if rows.contains(where: { CellValue.number($0.cells[0]) == nil }) || Set(rows.map { $0.cells[0] }) == Set(items) {
      rows = try named(rows, items, refuse)
    }
    let width = rows[0].cells.count
    guard width > 0 else { throw refuse(rows[0].line, "The inputs have no numbers. Give each item at least one.") }
    guard items.count * width <= ItemTable.largestCellCount else {
      throw refuse(nil, "The inputs have more than \(ItemTable.largestCellCount.grouped) numbers. Use fewer columns.")
    }
    var numbers: [Double] = []
    numbers.reserveCapacity(items.count * width)
    for (item, row) in zip(items, rows) {
      guard row.cells.count == width else {
        throw refuse(
          row.line,
          "The input of '\(item.shortened)' has \(row.cells.count) numbers, that of '\(items[0].shortened)' \(width). Give all "
            + "items equally many.")
      }
      for cell in row.cells {
        guard let number = CellValue.number(cell) else {
          throw refuse(
            row.line,
            "'\(cell.shortened)' is not an input. \(Self.advice)")
        }
        numbers.append(number)
      }
    }
    guard numbers.contains(where: { $0 != 0 }) else {
      throw refuse(firstLine, "All inputs are 0, so nothing can be learned from them.")
    }
    return Matrix(rows: items.count, columns: width, elements: numbers)
  }

  private static let advice =
    "Write numbers up to a million, with a point for decimals. All lines may begin with the items' names, in quotes if they have "
    + "blanks."

  /// Lines that begin with the items' names, without these and in the order of the items.
  private static func named(
    _ rows: [(line: Int, cells: [String])], _ items: [String], _ refuse: (Int?, String) -> DatasetFileError
  ) throws(DatasetFileError) -> [(line: Int, cells: [String])] {
    var places: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      if Double(row.cells[0]) != nil, !items.contains(row.cells[0]) {
        throw refuse(row.line, "'\(row.cells[0].shortened)' is not an input. \(Self.advice)")
      }
      guard items.contains(row.cells[0]) else {
        throw refuse(
          row.line,
          SampledDocument.adviceOnUnknown(row.cells[0], among: items)
            + " Lines begin with the items' names, or have only numbers, with a point for decimals.")
      }
      guard places.updateValue(index, forKey: row.cells[0]) == nil else {
        throw refuse(row.line, "This is a second input of '\(row.cells[0].shortened)'. Give one line for each item.")
      }
    }
    // As many lines as items, none of them twice.
    return items.compactMap { places[$0].map { (rows[$0].line, Array(rows[$0].cells.dropFirst())) } }
  }

  private static func frequencies(
    _ node: DocumentNode, _ keys: DocumentKeys, _ items: [String]
  ) throws(DatasetFileError) -> [Double] {
    guard case .mapping(let pairs) = node.content else { throw keys.refuse(.frequencies, node) }
    var frequencies = Array(repeating: 1.0, count: items.count)
    for (key, value) in pairs {
      guard let name = key.text, let index = items.firstIndex(of: name) else {
        throw keys.refuse(key, SampledDocument.adviceOnUnknown(key.text ?? key.kind, among: items))
      }
      guard let text = value.text, let number = CellValue.number(text), (0...Dataset.largestFrequency).contains(number)
      else {
        throw keys.refuse(
          value,
          "\(value.kind) is not how often '\(name.shortened)' is shown. Write a number from 0 (left out) to a million.")
      }
      frequencies[index] = number
    }
    guard frequencies.contains(where: { $0 > 0 }) else {
      throw keys.refuse(node, "All frequencies are 0, so nothing is shown. Give at least one item a number above 0.")
    }
    return frequencies
  }
}
