internal import LearningDynamics
internal import Support

/// What a dataset file says, read and checked as far as the file alone allows.
struct DatasetDocument: Sendable {
  let summary: String
  let recommendation: TrainingRecommendation
  let content: Content

  /// The kinds of dataset a file can describe.
  enum Content: Sendable {
    /// Features sampled on a tree, perhaps with an illusory correlation.
    case sampled(SampledDocument)
    /// The reader's own table, and the cell to follow.
    case table(ItemTable, probe: Probe?)
  }

  /// What a file needs at least.
  static let advice =
    "A dataset file has a 'summary', and one of 'feature' (an illusory correlation), 'tree', 'table' and 'table-file'."

  /// Reads a file.
  ///
  /// - Throws: ``DatasetFileError``.
  init(_ file: DatasetFile) throws(DatasetFileError) {
    if try Self.kind(of: file) == .table {
      summary = "The table \(file.name.shortened)"
      recommendation = TrainingRecommendation()
      content = .table(try ItemTable(file.text, file: file.name, numeric: false), probe: nil)
      return
    }
    let keys = try DocumentKeys(DocumentNode(yaml: file.text, file: file.name), file: file.name)
    guard PluginRegistry.isIdentifier(file.identifier) else {
      throw DatasetFileError(
        file: file.name,
        reason: "The file's name becomes the dataset's. Call it by small letters, digits and single hyphens, beginning "
          + "with a letter, at most 64 and not 'all', such as '\(PluginRegistry.identifier(like: file.identifier) ?? "penguin-fly").yaml'."
      )
    }
    summary = try Self.summary(keys)
    recommendation = TrainingRecommendation(
      learningRate: try keys.value(.eta, Self.eta), initializationScale: try keys.value(.gamma, Self.gamma),
      epochs: try keys.value(.epochs, Self.epochs))
    if keys[.table] != nil || keys[.tableFile] != nil {
      for key in DatasetKey.ofSampledData {
        if let node = keys[key] {
          throw keys.refuse(node, "'\(key.rawValue)' does not go with a table. Leave one of them out.")
        }
      }
      let table = try Self.table(keys, file)
      content = .table(table, probe: try Self.probe(keys, table))
    } else {
      if let node = keys[.numeric] { throw keys.refuse(node, "'numeric' is for tables. Leave it out.") }
      guard keys[.tree] != nil || keys[.feature] != nil else {
        throw DatasetFileError(file: file.name, reason: "It describes no dataset yet. \(Self.advice)")
      }
      content = .sampled(try SampledDocument(keys))
    }
  }

  /// The name of the table that a file asks for, and the line.
  static func tableFile(of file: DatasetFile) throws(DatasetFileError) -> (name: String, line: Int)? {
    guard try kind(of: file) == .description else { return nil }
    return try tableFile(DocumentKeys(DocumentNode(yaml: file.text, file: file.name), file: file.name))
  }

  private static func kind(of file: DatasetFile) throws(DatasetFileError) -> DatasetFile.Kind {
    if let kind = DatasetFile.kind(of: file.name) { return kind }
    let (description, table) = (DatasetFile.Kind.description, DatasetFile.Kind.table)
    throw DatasetFileError(
      file: file.name,
      reason: "The name of a dataset file ends with \(description.endingsInWords), that of a table with "
        + "\(table.endingsInWords). Rename it.")
  }

  private static func tableFile(_ keys: DocumentKeys) throws(DatasetFileError) -> (name: String, line: Int)? {
    guard let (name, node) = try keys.text(.tableFile) else { return nil }
    let isPlain = !name.contains("/") && !name.contains("\\") && !name.hasPrefix(".") && name.isPrintable
    guard isPlain, name.utf8.count <= 255 else {
      throw keys.refuse(
        node,
        "'\(name.shortened)' is not the name of a table beside this file. Put the table there, and give its name only.")
    }
    guard DatasetFile.kind(of: name) == .table else {
      throw keys.refuse(
        node,
        "'\(name.shortened)' is not the name of a table, which ends with \(DatasetFile.Kind.table.endingsInWords). Rename "
          + "it; a spreadsheet has to be saved as CSV.")
    }
    return (name, node.line)
  }

  private static func summary(_ keys: DocumentKeys) throws(DatasetFileError) -> String {
    guard let (summary, node) = try keys.text(.summary) else {
      throw keys.refuse(nil, "There is no 'summary': \(DatasetKey.summary.meaning).")
    }
    // Lists end it with a full stop themselves.
    let line = String(summary.trimmed.reversed().drop { $0 == "." }.reversed())
    guard PluginDescription.isSummary(line) else {
      let place = line.firstUnprintable.map { "has \($0.nameInMessages), which cannot be shown; it " } ?? ""
      throw keys.refuse(
        node, "The summary \(place)is one line of up to \(PluginDescription.longestSummary) characters.")
    }
    return line
  }

  private static func table(_ keys: DocumentKeys, _ file: DatasetFile) throws(DatasetFileError) -> ItemTable {
    let numeric = try keys.value(.numeric, Self.numeric) ?? false
    guard let (text, node) = try keys.text(.table) else {
      guard let name = try Self.tableFile(keys)?.name, let text = file.tables[name] else {
        throw keys.refuse(keys[.tableFile], "There is no such file beside this one.")
      }
      return try ItemTable(text, file: name, numeric: numeric)
    }
    if let other = keys[.tableFile] { throw keys.refuse(other, "There is a 'table' already. Leave one of them out.") }
    guard node.isBlock else {
      throw keys.refuse(node, "Write 'table: |', and the table in the lines below it, indented.")
    }
    // The text of a block begins in the line after its key.
    return try ItemTable(text, file: file.name, firstLine: node.line + 1, numeric: numeric)
  }

  private static func probe(_ keys: DocumentKeys, _ table: ItemTable) throws(DatasetFileError) -> Probe? {
    guard let (text, node) = try keys.text(.probe) else { return nil }
    guard let probe = Probe(named: text, items: table.items, features: table.featureNames) else {
      let advice = Probe.advice(on: text, items: table.items, features: table.featureNames)
      let example = "\(table.items[0]):\(table.features[0])".shortened
      throw keys.refuse(
        node, "'\(text.shortened)' is not a cell of the table, ITEM:FEATURE, such as \(example). \(advice)")
    }
    return probe
  }

  static let eta = Parameter(
    "eta", default: 1, in: 0...(.greatestFiniteMagnitude), excludingLowerBound: true, help: DatasetKey.eta.meaning)
  static let gamma = Parameter("gamma", default: 1, in: 0...(.greatestFiniteMagnitude), help: DatasetKey.gamma.meaning)
  static let epochs = Parameter("epochs", default: 1, in: 1...10_000_000, help: DatasetKey.epochs.meaning)
  static let numeric = Parameter("numeric", default: false, help: DatasetKey.numeric.meaning)
}
