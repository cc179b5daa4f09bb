internal import LearningDynamics
internal import Support

/// A dataset file whose features are sampled on a graph: its edges, and which nodes are not items.
struct GraphDocument: Sendable {
  /// The nodes that are items, in the order in which edges name them.
  let items: [String]
  let hiddenCount: Int
  let edges: [FeatureGraph.Edge]
  /// The settings that `--set` reaches, with the file's own defaults.
  let deviation: Parameter<Double>
  let features: Parameter<Int>

  /// nil for a file without a graph.
  init?(_ keys: DocumentKeys) throws(DatasetFileError) {
    guard let node = keys[.graph] else {
      for key in [DatasetKey.hidden, .sigma] {
        if let node = keys[key] {
          throw keys.refuse(node, "'\(key.rawValue)' needs a 'graph': \(DatasetKey.graph.meaning).")
        }
      }
      return nil
    }
    for key in DatasetKey.ofTrees {
      if let other = keys[key] {
        throw keys.refuse(other, "'\(key.rawValue)' cannot be used with a graph. Leave one of them out.")
      }
    }
    guard case .list(let entries) = node.content, !entries.isEmpty else { throw keys.refuse(.graph, node) }
    var reader = EdgeReader(keys)
    let named = try entries.map { (entry) throws(DatasetFileError) in try reader.edge(entry) }
    let hidden = try reader.hidden()
    let items = reader.nodes.filter { !hidden.contains($0) }
    guard items.count >= 2 else {
      throw keys.refuse(node, "The graph has \(items.count) item\(items.count == 1 ? "" : "s"); it needs at least 2.")
    }
    guard reader.nodes.count <= FeatureGraph.largestNodeCount else {
      throw keys.refuse(
        node,
        "The graph has \(reader.nodes.count.grouped) nodes; it may have \(FeatureGraph.largestNodeCount.grouped).")
    }
    // Items come first.
    let order = items + reader.nodes.filter(hidden.contains)
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
    edges = named.compactMap { edge in
      guard let first = places[edge.first], let second = places[edge.second] else { return nil }
      return FeatureGraph.Edge(first, second, length: edge.length)
    }
    self.items = items
    hiddenCount = hidden.count
    let sigma = try keys.value(.sigma, GraphParameters.sigma)
    deviation = GraphParameters.sigma(default: sigma ?? GraphParameters.sigma.defaultValue)
    let count = try keys.value(.features, TreeParameters.features)
    features = TreeParameters.features(default: count ?? TreeParameters.features.defaultValue)
  }
}

/// Reads the edges of a graph, and collects its nodes.
private struct EdgeReader {
  private let keys: DocumentKeys
  private var names: NameCheck
  /// In the order in which they are named.
  private(set) var nodes: [String] = []
  private var known: Set<String> = []
  private var joined: Set<Set<String>> = []

  init(_ keys: DocumentKeys) {
    self.keys = keys
    names = NameCheck(file: keys.file)
  }

  mutating func edge(
    _ node: DocumentNode
  ) throws(DatasetFileError) -> (first: String, second: String, length: Double) {
    guard case .list(let parts) = node.content, parts.count == 2 || parts.count == 3, let first = parts[0].text,
      let second = parts[1].text
    else {
      throw keys.refuse(
        node, "\(node.kind) is not an edge: write two nodes in brackets, such as [Ann, Bob], and if you like a length.")
    }
    guard first != second else {
      throw keys.refuse(node, "This edge joins '\(first.shortened)' with itself. Name two different nodes.")
    }
    guard joined.insert([first, second]).inserted else {
      throw keys.refuse(
        node, "'\(first.shortened)' and '\(second.shortened)' are joined twice. Leave one edge out, or make it shorter."
      )
    }
    for (name, part) in [(first, parts[0]), (second, parts[1])] where known.insert(name).inserted {
      try names.add(name, of: "item", line: part.line)
      nodes.append(name)
    }
    guard parts.count == 3 else { return (first, second, 1) }
    let length = GraphParameters.length.declaration
    guard let text = parts[2].text, let canonical = length.canonical(text), let value = Double(parameterText: canonical)
    else {
      throw keys.refuse(parts[2], "\(parts[2].kind) is not a valid length of an edge: it takes \(length.allowed).")
    }
    return (first, second, value)
  }

  /// The nodes that are not items.
  func hidden() throws(DatasetFileError) -> Set<String> {
    var hidden: Set<String> = []
    for (name, node) in try keys.list(.hidden) ?? [] {
      guard known.contains(name) else {
        throw keys.refuse(node, SampledDocument.adviceOnUnknown(name, among: nodes, of: "node"))
      }
      guard hidden.insert(name).inserted else {
        throw keys.refuse(node, "'\(name.shortened)' is hidden twice. Leave one of them out.")
      }
    }
    return hidden
  }
}
