extension LevelModel {
  /// The most items for which all relabellings are gone through: 8! = 40,320.
  public static let largestPermutedItemCount = 8

  /// The pairs inside groups under every relabelling of the items, each distinct one once; nil for more than
  /// ``largestPermutedItemCount`` items.
  ///
  /// The P! relabellings of a model are the partitions of the items into groups of its sizes, and each arises from equally
  /// many of them. So the share of the partitions for which something holds is the share of the relabellings: of the
  /// tutorial's tree 35 and 105 stand for all 40,320.
  ///
  /// - Complexity: O(partitions · P²); at most 840 partitions of eight items.
  public func relabellings() -> [[Int]]? {
    guard items <= Self.largestPermutedItemCount else { return nil }
    var sizes: [Int: Int] = [:]
    for group in groups { sizes[group.count, default: 0] += 1 }
    var found: [[Int]] = []
    var partition: [[Int]] = []
    func divide(_ rest: [Int]) {
      guard let first = rest.first else {
        found.append(LevelModel(level: level, groups: partition).inside)
        return
      }
      // The first item left is in one of the groups left, of any of their sizes.
      for (size, count) in sizes.sorted(by: { $0.key < $1.key }) where count > 0 {
        sizes[size] = count - 1
        for others in Self.choices(of: size - 1, from: rest.dropFirst()) {
          partition.append([first] + others)
          divide(rest.dropFirst().filter { !others.contains($0) })
          partition.removeLast()
        }
        sizes[size] = count
      }
    }
    divide(Array(0..<items))
    return found
  }

  /// All ways to take so many of some items.
  private static func choices(of count: Int, from items: ArraySlice<Int>) -> [[Int]] {
    guard count > 0 else { return [[]] }
    guard items.count >= count, let first = items.first else { return [] }
    let rest = items.dropFirst()
    return choices(of: count - 1, from: rest).map { [first] + $0 } + choices(of: count, from: rest)
  }
}
