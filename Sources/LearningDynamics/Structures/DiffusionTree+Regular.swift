extension DiffusionTree {
  /// The tutorial's items, used for a tree with eight leaves.
  public static let tutorialItems = ["Goldfish", "Tuna", "Robin", "Canary", "Rose", "Daisy", "Pine", "Oak"]

  /// A tree in which every inner node has the same number of children, with P = branches^levels items: the tutorial's for
  /// eight of them, else item-1, item-2, …
  ///
  /// - Parameters:
  ///   - levels: 3 by default: animals and plants, their kinds, the items.
  ///   - branches: 2 by default.
  ///   - flipProbability: 0.15 by default, where the levels' modes are well apart.
  /// - Throws: ``DatasetError`` for values out of range or more than ``largestItemCount`` leaves.
  public init(levels: Int = 3, branches: Int = 2, flipProbability: Double = 0.15) throws(DatasetError) {
    guard levels >= 1 else { throw .parameter(name: "levels", value: Double(levels), allowed: "at least 1") }
    guard branches >= 2 else { throw .parameter(name: "branches", value: Double(branches), allowed: "at least 2") }
    var leaves = 1
    for _ in 0..<levels {
      let (product, overflow) = leaves.multipliedReportingOverflow(by: branches)
      guard !overflow, product <= Self.largestItemCount else {
        throw .tooManyLeaves(levels: levels, branches: branches, limit: Self.largestItemCount)
      }
      leaves = product
    }
    let names = leaves == Self.tutorialItems.count ? Self.tutorialItems : (1...leaves).map { "item-\($0)" }
    var nodes = names.map(ItemTree.item)
    for _ in 0..<levels {
      nodes = stride(from: 0, to: nodes.count, by: branches).map { .group(nil, Array(nodes[$0..<$0 + branches])) }
    }
    try self.init(nodes[0], flipProbability: flipProbability)
  }
}
