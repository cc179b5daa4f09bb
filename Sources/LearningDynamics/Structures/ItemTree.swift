/// Items in groups within groups, the way a reader writes them down.
///
/// ```swift
/// import LearningDynamics
///
/// let animals: ItemTree = [
///   "birds": ["Robin", "Canary", "Eagle", "Penguin"],
///   "fish": ["Goldfish", "Tuna"],
/// ]
/// ```
///
/// Groups may be of different sizes and depths. What is shared by a group's items is learned before what tells them
/// apart, so the groups say which illusions there can be.
public enum ItemTree: Hashable, Sendable {
  /// A leaf: one item.
  case item(String)
  /// A group, perhaps with a name, of items and further groups.
  case group(String?, [ItemTree])

  /// The items from left to right.
  public var items: [String] {
    switch self {
    case .item(let name): [name]
    case .group(_, let members): members.flatMap(\.items)
    }
  }

  /// How many groups lie around the deepest item.
  public var levels: Int {
    switch self {
    case .item: 0
    case .group(_, let members): 1 + (members.map(\.levels).max() ?? 0)
    }
  }
}

extension ItemTree: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  /// An item.
  public init(stringLiteral name: String) { self = .item(name) }

  /// A group without a name.
  public init(arrayLiteral members: ItemTree...) { self = .group(nil, members) }

  /// A group of groups with names, in the order in which they are written.
  public init(dictionaryLiteral groups: (String, ItemTree)...) {
    self = .group(nil, groups.map { Self.named($0, $1) })
  }

  /// A tree under a name: a group called so.
  public static func named(_ name: String, _ tree: ItemTree) -> ItemTree {
    switch tree {
    case .item: .group(name, [tree])
    case .group(_, let members): .group(name, members)
    }
  }
}
