internal import LearningDynamics
internal import Support

/// The content of a dataset file, read and checked.
struct DatasetDocument: Sendable {
  let summary: String
  let recommendation: TrainingRecommendation
  let content: Content
  let inputs: DocumentInputs
  let phases: DocumentPhases
  let similarities: [GivenSimilarities]

  /// The kinds of dataset a file can describe.
  enum Content: Sendable {
    /// Features sampled on a tree, perhaps with an illusory correlation.
    case sampled(SampledDocument)
    /// Gaussian features on a graph.
    case graph(GraphDocument)
    /// The user's own table, and the probe.
    case table(ItemTable, probe: Probe?)

    /// The names of the items.
    var items: [String] {
      switch self {
      case .sampled(let sampled): sampled.items
      case .graph(let graph): graph.items
      case .table(let table, _): table.items
      }
    }
  }

  /// What every file needs.
  static let advice =
    "A dataset file needs a 'summary', and 'feature' (an illusory correlation), 'tree', 'graph', 'table' or 'table-file'."

  /// Reads a file.
  init(_ file: DatasetFile) throws(DatasetFileError) {
    if try Self.kind(of: file) == .table {
      summary = "The table \(file.name.shortened)"
      recommendation = TrainingRecommendation()
      content = .table(try ItemTable(file.text, file: file.name, numeric: false), probe: nil)
      (inputs, phases, similarities) = (DocumentInputs(), DocumentPhases(), [])
      return
    }
    let keys = try DocumentKeys(DocumentNode(yaml: file.text, file: file.name), file: file.name)
    guard PluginRegistry.isIdentifier(file.identifier) else {
      throw DatasetFileError(
        file: file.name,
        reason: "The file's name names the dataset. Use lowercase letters, digits and single hyphens, beginning with a "
          + "letter, at most 64 characters and not 'all', such as '\(PluginRegistry.identifier(like: file.identifier) ?? "penguin-fly").yaml'."
      )
    }
    summary = try Self.summary(keys)
    recommendation = TrainingRecommendation(
      learningRate: try keys.value(.eta, Self.eta), initializationScale: try keys.value(.gamma, Self.gamma),
      epochs: try keys.value(.epochs, Self.epochs))
    if keys[.table] != nil || keys[.tableFile] != nil {
      for key in DatasetKey.ofSampledData {
        if let node = keys[key] {
          throw keys.refuse(node, "'\(key.rawValue)' cannot be used with a table. Leave one of them out.")
        }
      }
      let table = try Self.table(keys, file)
      content = .table(table, probe: try Self.probe(keys, table))
    } else {
      let graph = try GraphDocument(keys)
      if let node = keys[.numeric] { throw keys.refuse(node, "'numeric' is for tables. Leave it out.") }
      guard graph != nil || keys[.tree] != nil || keys[.feature] != nil else {
        throw DatasetFileError(file: file.name, reason: "The file does not describe a dataset yet. \(Self.advice)")
      }
      content = if let graph { .graph(graph) } else { .sampled(try SampledDocument(keys)) }
    }
    inputs = try DocumentInputs(keys, of: file, items: content.items)
    phases = try DocumentPhases(keys, of: file, items: content.items)
    similarities = try Self.similarities(keys, of: file, items: content.items)
  }

  /// The tables of similarities, matched with the items.
  private static func similarities(
    _ keys: DocumentKeys, of file: DatasetFile, items: [String]
  ) throws(DatasetFileError) -> [GivenSimilarities] {
    var found: [GivenSimilarities] = []
    for (name, node) in try keys.list(.similarities) ?? [] {
      try keys.checkFileName(name, node)
      guard let text = file.tables[name] else {
        throw keys.refuse(node, "The folder of this file has no file '\(name.shortened)'.")
      }
      guard !found.contains(where: { $0.name == name }) else {
        throw keys.refuse(node, "'\(name.shortened)' is given twice. Leave one of them out.")
      }
      let table = try SimilarityTable(text, file: name)
      do throws(GivenSimilaritiesError) {
        found.append(try table.similarities(of: items))
      } catch {
        throw DatasetFileError(file: name, reason: error.reason)
      }
    }
    return found
  }

  /// The names of the tables that a file asks for, and the lines.
  static func tableFiles(of file: DatasetFile) throws(DatasetFileError) -> [(name: String, line: Int)] {
    guard try kind(of: file) == .description else { return [] }
    let keys = try DocumentKeys(DocumentNode(yaml: file.text, file: file.name), file: file.name)
    return [try keys.fileName(.tableFile), try keys.fileName(.inputsFile)].compactMap(\.self)
      + (try DocumentPhases.tableFiles(keys))
      + (try (keys.list(.similarities) ?? []).map { ($0.text, $0.node.line) })
  }

  private static func kind(of file: DatasetFile) throws(DatasetFileError) -> DatasetFile.Kind {
    if let kind = DatasetFile.kind(of: file.name) { return kind }
    let (description, table) = (DatasetFile.Kind.description, DatasetFile.Kind.table)
    throw DatasetFileError(
      file: file.name,
      reason: "The name of a dataset file ends with \(description.endingsInWords), the name of a table with "
        + "\(table.endingsInWords). Rename it.")
  }

  private static func summary(_ keys: DocumentKeys) throws(DatasetFileError) -> String {
    guard let (summary, node) = try keys.text(.summary) else {
      throw keys.refuse(nil, "The file has no 'summary': \(DatasetKey.summary.meaning).")
    }
    // Lists add the full stop themselves.
    let line = String(summary.trimmed.reversed().drop { $0 == "." }.reversed())
    guard PluginDescription.isSummary(line) else {
      let place = line.firstUnprintable.map { "has \($0.nameInMessages), which cannot be shown; it " } ?? ""
      throw keys.refuse(
        node, "The summary \(place)has to be one line of up to \(PluginDescription.longestSummary) characters.")
    }
    return line
  }

  private static func table(_ keys: DocumentKeys, _ file: DatasetFile) throws(DatasetFileError) -> ItemTable {
    let numeric = try keys.value(.numeric, Self.numeric) ?? false
    guard let (text, name, line) = try keys.table(.table, .tableFile, of: file) else {
      throw keys.refuse(nil, advice)
    }
    return try ItemTable(text, file: name, firstLine: line, numeric: numeric)
  }

  private static func probe(_ keys: DocumentKeys, _ table: ItemTable) throws(DatasetFileError) -> Probe? {
    guard let (text, node) = try keys.text(.probe) else { return nil }
    guard let probe = Probe(named: text, items: table.items, features: table.featureNames) else {
      let advice = Probe.advice(on: text, items: table.items, features: table.featureNames)
      let example = "\(table.items[0]):\(table.features[0])".shortened
      throw keys.refuse(
        node, "The table has no '\(text.shortened)': write ITEM:FEATURE, such as \(example). \(advice)")
    }
    return probe
  }

  static let eta = Parameter(
    "eta", default: 1, in: 0...(.greatestFiniteMagnitude), excludingLowerBound: true, help: DatasetKey.eta.meaning)
  static let gamma = Parameter("gamma", default: 1, in: 0...(.greatestFiniteMagnitude), help: DatasetKey.gamma.meaning)
  static let epochs = Parameter("epochs", default: 1, in: 1...10_000_000, help: DatasetKey.epochs.meaning)
  static let numeric = Parameter("numeric", default: false, help: DatasetKey.numeric.meaning)
}
