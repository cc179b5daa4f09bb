internal import LearningDynamics
internal import Support

/// A dataset file whose features are sampled on a tree: the tree, and an optional illusory correlation.
struct SampledDocument: Sendable {
  /// The user's own tree; the tutorial's when nil.
  let tree: ItemTree?
  /// The names of the items, after renaming.
  let items: [String]
  let correlation: IllusoryCorrelation?
  let renaming: IllusoryCorrelation.Renaming?
  /// The settings that `--set` reaches, with the file's own defaults.
  let flip: Parameter<Double>
  let levelFlips: Parameter<[Double]>
  let features: Parameter<Int>
  /// Whether the size may differ from the tutorial's, so that the tutorial's learning rate would not suit.
  let hasOwnSize: Bool

  init(_ keys: DocumentKeys) throws(DatasetFileError) {
    let count = try keys.value(.features, TreeParameters.features)
    features = TreeParameters.features(default: count ?? TreeParameters.features.defaultValue)
    hasOwnSize = keys[.tree] != nil || count != nil
    let tree = try keys[.tree].map { (node) throws(DatasetFileError) in try TreeReader(keys).tree(node) }
    self.tree = tree
    (flip, levelFlips) = try Self.flips(keys, levels: tree?.levels ?? TreeParameters.levels.defaultValue)
    var items = tree?.items ?? DiffusionTree.tutorialItems
    let renaming = try Self.renaming(keys, among: &items)
    self.renaming = renaming
    self.items = items
    correlation = try Self.correlation(keys, renaming, items, tree)
  }

  /// One probability of a flip, or a list of one for each level.
  private static func flips(
    _ keys: DocumentKeys, levels: Int
  ) throws(DatasetFileError) -> (Parameter<Double>, Parameter<[Double]>) {
    if let node = keys[.flip], case .list = node.content, let list = try keys.list(.flip) {
      let flips = list.compactMap {
        TreeParameters.flip.declaration.canonical($0.text).flatMap(Double.init(parameterText:))
      }
      guard flips.count == list.count, flips.count == levels else {
        throw keys.refuse(
          node, "'flip' takes a probability from 0 to 1, or a list of \(levels), one for each level of branches.")
      }
      return (TreeParameters.flip, TreeParameters.levelFlips(default: flips))
    }
    let flip = try keys.value(.flip, TreeParameters.flip) ?? TreeParameters.flip.defaultValue
    return (TreeParameters.flip(default: flip), TreeParameters.levelFlips)
  }

  /// The item that is renamed.
  private static func renaming(
    _ keys: DocumentKeys, among items: inout [String]
  ) throws(DatasetFileError) -> IllusoryCorrelation.Renaming? {
    guard let node = keys[.rename] else { return nil }
    guard case .mapping(let pairs) = node.content, pairs.count == 1, let old = pairs[0].key.text,
      let new = pairs[0].value.text
    else { throw keys.refuse(.rename, node) }
    guard let index = items.firstIndex(of: old) else { throw unknown(old, pairs[0].key, keys, items) }
    var others = items
    others.remove(at: index)
    guard !others.contains(new) else {
      throw keys.refuse(node, "An item is called '\(new.shortened)' already. Choose another name.")
    }
    var names = NameCheck(file: keys.file)
    try names.add(new, of: "item", line: node.line)
    items[index] = new
    return IllusoryCorrelation.Renaming(old, to: new)
  }

  private static func correlation(
    _ keys: DocumentKeys, _ renaming: IllusoryCorrelation.Renaming?, _ items: [String], _ tree: ItemTree?
  ) throws(DatasetFileError) -> IllusoryCorrelation? {
    guard let (feature, node) = try keys.text(.feature) else {
      for key in [DatasetKey.values, .holdsFor, .probe] {
        if let node = keys[key] {
          throw keys.refuse(node, "'\(key.rawValue)' needs a 'feature': \(DatasetKey.feature.meaning).")
        }
      }
      return nil
    }
    var names = NameCheck(file: keys.file)
    try names.add(feature, of: "feature", line: node.line)
    guard FeatureNames(numbered: .max - 1).index(ofName: feature) == nil else {
      throw keys.refuse(node, "'\(feature)' is the name of a sampled feature. Choose another name.")
    }
    let values = try Self.values(keys, node, items, tree)
    let probe: String
    if let (name, node) = try keys.text(.probe) {
      // Everywhere else probes are written ITEM:FEATURE.
      let cell = Probe(named: name, items: items, features: FeatureNames(numbered: 0, named: [feature]))
      guard items.contains(name) || cell != nil else { throw unknown(name, node, keys, items) }
      probe = cell.map { items[$0.item] } ?? name
    } else {
      guard let renaming else {
        throw keys.refuse(node, "The file has no 'probe': \(DatasetKey.probe.meaning).")
      }
      probe = renaming.name
    }
    return IllusoryCorrelation(renaming: renaming, feature: feature, values: values, probe: probe)
  }

  /// For which items the feature holds.
  private static func values(
    _ keys: DocumentKeys, _ feature: DocumentNode, _ items: [String], _ tree: ItemTree?
  ) throws(DatasetFileError) -> IllusoryCorrelation.Values {
    if let holders = try keys.list(.holdsFor) {
      if let other = keys[.values] {
        throw keys.refuse(other, "The file has a 'holds-for' already. Leave one of them out.")
      }
      for (name, node) in holders where !items.contains(name) {
        if let members = group(name, in: tree) {
          throw keys.refuse(
            node, "'\(name.shortened)' is a group. List its items: \(members.joined(separator: ", ")).")
        }
        throw unknown(name, node, keys, items)
      }
      return .holding(for: holders.map(\.text))
    }
    guard let list = try keys.list(.values) else {
      throw keys.refuse(
        feature,
        "For which items does it hold? Add 'holds-for' with a list of them, or 'values' for all items in order.")
    }
    guard list.count == items.count else {
      throw keys.refuse(
        keys[.values],
        "\(list.count) values for \(items.count) items. Give one for each: \(items.prefix(16).joined(separator: ", "))"
          + "\(items.count > 16 ? ", …" : "").")
    }
    var values: [Double] = []
    for (text, node) in list {
      guard let cell = CellValue(text), [-1, 1].contains(cell.value(zeroIsNo: true)) else {
        throw keys.refuse(node, "'\(text.shortened)' is not a valid value: write yes or no, +1 or -1, 1 or 0.")
      }
      values.append(cell.value(zeroIsNo: true))
    }
    return .inOrder(values)
  }

  /// The items of a group of the tree, by its name.
  private static func group(_ name: String, in tree: ItemTree?) -> [String]? {
    guard case .group(let other, let members)? = tree else { return nil }
    return other == name ? tree?.items : members.lazy.compactMap { group(name, in: $0) }.first
  }

  private static func unknown(
    _ name: String, _ node: DocumentNode, _ keys: DocumentKeys, _ items: [String]
  ) -> DatasetFileError {
    keys.refuse(node, adviceOnUnknown(name, among: items))
  }

  /// The error text for an item (or another kind of thing) that does not exist.
  static func adviceOnUnknown(_ name: String, among items: [String], of kind: String = "item") -> String {
    let advice =
      NearestName.to(name, among: items).map { "Did you mean '\($0)'?" }
      ?? "The \(kind)s are \(items.prefix(16).joined(separator: ", "))\(items.count > 16 ? ", …" : "")."
    return "Unknown \(kind) '\(name.shortened)'. \(advice)"
  }
}

/// Reads a tree of named items: nested lists and named groups.
struct TreeReader {
  private let keys: DocumentKeys

  init(_ keys: DocumentKeys) {
    self.keys = keys
  }

  /// The tree under a node.
  ///
  /// - Throws: ``DatasetFileError`` for an empty group, too many items, and names that cannot be used.
  func tree(_ node: DocumentNode) throws(DatasetFileError) -> ItemTree {
    var names = NameCheck(file: keys.file)
    let tree = try self.tree(node, &names)
    guard case .group = tree else { throw keys.refuse(.tree, node) }
    let count = tree.items.count
    guard (2...DiffusionTree.largestItemCount).contains(count) else {
      throw keys.refuse(
        node,
        "The tree has \(count.grouped) item\(count == 1 ? "" : "s"); it needs 2 to \(DiffusionTree.largestItemCount.grouped)."
      )
    }
    return tree
  }

  private func tree(_ node: DocumentNode, _ names: inout NameCheck) throws(DatasetFileError) -> ItemTree {
    switch node.content {
    case .nothing: throw keys.refuse(node, "This group is empty. Put items into it.")
    case .text(let name, let style):
      if style == .plain, name.contains(",") {
        throw keys.refuse(
          node,
          "'\(name.shortened)' would be one item. Put a list in brackets: [\(name.shortened)]; put a name in quotes."
        )
      }
      try names.add(name, of: "item", line: node.line)
      return .item(name)
    case .list(let members):
      guard !members.isEmpty else { throw keys.refuse(node, "This group is empty. Put items into it.") }
      var trees: [ItemTree] = []
      for member in members { trees.append(try tree(member, &names)) }
      return .group(nil, trees)
    case .mapping(let groups):
      guard !groups.isEmpty else { throw keys.refuse(node, "This group is empty. Put items into it.") }
      var trees: [ItemTree] = []
      for (key, value) in groups {
        guard let name = key.text else { throw keys.refuse(key, "The name of a group has to be a text.") }
        var check = NameCheck(file: keys.file)
        try check.add(name, of: "group", line: key.line)
        trees.append(.named(name, try tree(value, &names)))
      }
      // A list of one named group is that group.
      return trees.count == 1 ? trees[0] : .group(nil, trees)
    }
  }
}
