internal import LearningDynamics
internal import Support

/// Reads a tree of named items: lists and named groups within each other.
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
        "The tree has \(count.grouped) item\(count == 1 ? "" : "s"); it takes 2 to \(DiffusionTree.largestItemCount.grouped)."
      )
    }
    return tree
  }

  private func tree(_ node: DocumentNode, _ names: inout NameCheck) throws(DatasetFileError) -> ItemTree {
    switch node.content {
    case .nothing: throw keys.refuse(node, "There is nothing in this group. Put items into it.")
    case .text(let name, let style):
      if style == .plain, name.contains(",") {
        throw keys.refuse(
          node,
          "'\(name.shortened)' would be one item. Put brackets around a list: [\(name.shortened)]; or quotes around a name."
        )
      }
      try names.add(name, of: "item", line: node.line)
      return .item(name)
    case .list(let members):
      guard !members.isEmpty else { throw keys.refuse(node, "There is nothing in this group. Put items into it.") }
      var trees: [ItemTree] = []
      for member in members { trees.append(try tree(member, &names)) }
      return .group(nil, trees)
    case .mapping(let groups):
      guard !groups.isEmpty else { throw keys.refuse(node, "There is nothing in this group. Put items into it.") }
      var trees: [ItemTree] = []
      for (key, value) in groups {
        guard let name = key.text else { throw keys.refuse(key, "A group has a text for a name.") }
        var check = NameCheck(file: keys.file)
        try check.add(name, of: "group", line: key.line)
        trees.append(.named(name, try tree(value, &names)))
      }
      // A named group in a list of groups is that group.
      return trees.count == 1 ? trees[0] : .group(nil, trees)
    }
  }
}
