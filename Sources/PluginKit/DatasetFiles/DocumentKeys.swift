internal import LearningDynamics
internal import Support

/// The keys of a dataset file with their values.
struct DocumentKeys {
  let file: String
  private var nodes: [DatasetKey: DocumentNode] = [:]

  /// - Throws: ``DatasetFileError`` for a document that is not a group of keys, and for an unknown key.
  init(_ root: DocumentNode, file: String) throws(DatasetFileError) {
    self.file = file
    guard case .mapping(let pairs) = root.content else {
      throw DatasetFileError(
        file: file, line: root.line, reason: "This is \(root.kind), not a group of keys. \(DatasetDocument.advice)")
    }
    for (key, value) in pairs {
      guard let name = key.text, let known = DatasetKey(rawValue: name) else {
        let names = DatasetKey.allCases.map(\.rawValue)
        let nearest = key.text.flatMap { NearestName.to($0, among: names) }
        let advice = nearest.map { "Did you mean '\($0)'?" } ?? "Valid keys: \(names.joined(separator: ", "))."
        throw refuse(key, "\(key.text.map { "Unknown key '\($0.shortened)'" } ?? "A key has to be a text"). \(advice)")
      }
      nodes[known] = value
    }
  }

  /// The value of a key.
  subscript(key: DatasetKey) -> DocumentNode? { nodes[key] }

  /// An error in the line of a part.
  func refuse(_ node: DocumentNode?, _ reason: String) -> DatasetFileError {
    DatasetFileError(file: file, line: node?.line, reason: reason)
  }

  /// An error in the line of a key, which says what the key takes.
  func refuse(_ key: DatasetKey, _ node: DocumentNode) -> DatasetFileError {
    refuse(node, "\(node.kind) is not a valid value for '\(key.rawValue)': \(key.meaning).")
  }

  /// The text under a key, nil without the key.
  func text(_ key: DatasetKey) throws(DatasetFileError) -> (text: String, node: DocumentNode)? {
    guard let node = nodes[key] else { return nil }
    guard let text = node.text else { throw refuse(key, node) }
    return (text, node)
  }

  /// The value of a key as a parameter takes it, nil without the key.
  func value<Value>(_ key: DatasetKey, _ parameter: Parameter<Value>) throws(DatasetFileError) -> Value? {
    guard let (text, node) = try text(key) else { return nil }
    guard let canonical = parameter.declaration.canonical(text), let value = Value(parameterText: canonical) else {
      if Value.self == Bool.self {
        throw refuse(node, "\(node.kind) is not a valid value for '\(key.rawValue)': yes or no.")
      }
      let advice = text.contains(",") ? " Write decimals with a point, and thousands without a comma." : ""
      throw refuse(node, refuse(key, node).reason + advice)
    }
    return value
  }

  /// The name of a table in the folder of the file, and the line, nil without the key.
  func fileName(_ key: DatasetKey) throws(DatasetFileError) -> (name: String, line: Int)? {
    guard let (name, node) = try text(key) else { return nil }
    try checkFileName(name, node)
    return (name, node.line)
  }

  /// Refuses what is not the name of a table in the folder of the file.
  func checkFileName(_ name: String, _ node: DocumentNode) throws(DatasetFileError) {
    let isPlain = !name.contains("/") && !name.contains("\\") && !name.hasPrefix(".") && name.isPrintable
    guard isPlain, name.utf8.count <= 255 else {
      throw refuse(
        node,
        "'\(name.shortened)' is not the name of a file in the folder of this file. Put the table there, and give only its name."
      )
    }
    guard DatasetFile.kind(of: name) == .table else {
      throw refuse(
        node,
        "'\(name.shortened)' is not a table: its name has to end with \(DatasetFile.Kind.table.endingsInWords). Rename "
          + "it; save a spreadsheet as CSV.")
    }
  }

  /// A table in the file or in another: its text, the name of its file, and the line in which it begins; nil without both keys.
  ///
  /// - Parameters:
  ///   - key: the key of a table in the file, below 'KEY: |'.
  ///   - fileKey: the key of a file's name.
  ///   - file: this file.
  func table(
    _ key: DatasetKey, _ fileKey: DatasetKey, of file: DatasetFile
  ) throws(DatasetFileError) -> (text: String, file: String, firstLine: Int)? {
    guard let (text, node) = try text(key) else {
      guard let name = try fileName(fileKey)?.name else { return nil }
      guard let text = file.tables[name] else {
        throw refuse(nodes[fileKey], "The folder of this file has no such file.")
      }
      return (text, name, 1)
    }
    if let other = nodes[fileKey] {
      throw refuse(other, "The file has '\(key.rawValue)' already. Leave one of them out.")
    }
    guard node.isBlock else {
      throw refuse(node, "Write '\(key.rawValue): |', and the \(key.rawValue) in the lines below, indented.")
    }
    // The text of a block begins in the line after its key.
    return (text, file.name, node.line + 1)
  }

  /// The texts of a list under a key, nil without the key.
  func list(_ key: DatasetKey) throws(DatasetFileError) -> [(text: String, node: DocumentNode)]? {
    guard let node = nodes[key] else { return nil }
    guard case .list(let elements) = node.content else {
      if let text = node.text {
        throw refuse(node, "'\(key.rawValue)' takes a list. Put brackets around it: [\(text.shortened)].")
      }
      throw refuse(key, node)
    }
    var texts: [(String, DocumentNode)] = []
    for element in elements {
      guard let text = element.text else { throw refuse(key, element) }
      texts.append((text, element))
    }
    return texts
  }
}

/// The keys of a dataset file, each with what it takes, for error texts and for the reference page.
enum DatasetKey: String, CaseIterable {
  case summary, tree, graph, hidden, sigma, rename, feature, values
  case holdsFor = "holds-for"
  case probe
  case table
  case tableFile = "table-file"
  case numeric, inputs
  case inputsFile = "inputs-file"
  case similarities, frequencies, phases, flip, features, eta, gamma, epochs

  /// What the key takes and means.
  var meaning: String {
    switch self {
    case .summary:
      "one line of up to \(PluginDescription.longestSummary) characters on what the dataset shows (always needed)"
    case .tree: "items in nested groups, as lists and named groups; without it the tutorial's eight items"
    case .graph:
      "a list of edges, such as [Ann, Bob] or with a length [Ann, Bob, 0.5]: the features are Gaussian, and vary little along short "
        + "edges"
    case .hidden: "a list of the nodes of the graph that are not items"
    case .sigma: GraphParameters.sigma.declaration.help + ", " + GraphParameters.sigma.declaration.allowed
    case .rename: "another name for one item, such as {Daisy: Cactus}"
    case .feature: "the name of a feature that is added to the sampled ones"
    case .values: "its value for each item, in the order of the items: yes or no, +1 or -1, 1 or 0"
    case .holdsFor: "instead of values: a list of the items that have the feature"
    case .probe: "the item whose prediction of the feature is followed; with a table ITEM:FEATURE"
    case .table: "a table of items and features, with commas between its cells, in lines below 'table: |'"
    case .tableFile:
      "the name of a file in the same folder that holds the table (\(DatasetFile.Kind.table.endings.joined(separator: ", ")))"
    case .numeric:
      "yes if 0 and 1 are numbers in a table of only 0 and 1; without it they mean no (−1) and yes (+1)"
    case .inputs:
      "numbers by which items enter the network instead of one-hot labels: a line for each item, in lines below 'inputs: |'"
    case .inputsFile:
      "the name of a file in the same folder that holds the inputs (\(DatasetFile.Kind.table.endings.joined(separator: ", ")))"
    case .similarities:
      "a list of tables in the same folder with similarities or distances of the items, such as people's ratings, which 'rsa' compares "
        + "with the network"
    case .frequencies:
      "how often an epoch shows an item, such as {Oak: 4, Pine: 0}, from 0 (left out) to a million; once without it"
    case .phases:
      "a list of what is taught one after the other, such as [{without: [Oak]}, {only: [Oak], until: 0.01}]; the keys of a phase "
        + "are \(PhaseKey.allCases.map(\.rawValue).joined(separator: ", "))"
    case .flip:
      TreeParameters.flip.declaration.help + ", " + TreeParameters.flip.declaration.allowed
        + "; or a list of one for each level of branches"
    case .features: TreeParameters.features.declaration.help + ", " + TreeParameters.features.declaration.allowed
    case .eta: "the learning rate it recommends, a number above 0"
    case .gamma: "the scale of the initial weights it recommends, a number from 0 up"
    case .epochs: "the number of epochs it recommends, a whole number from 1 to 10,000,000"
    }
  }

  /// Keys that cannot be used with a table.
  static let ofSampledData: [DatasetKey] = ofTrees + [.graph, .hidden, .sigma, .features]

  /// Keys that cannot be used with a graph.
  static let ofTrees: [DatasetKey] = [.tree, .rename, .feature, .values, .holdsFor, .flip]
}
