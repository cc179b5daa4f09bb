public import GSL

/// The similarities of a network that has learned only one level of a tree: 1 for two items that share their ancestor on that
/// level, 0 for other pairs.
///
/// A leaf above the level has no ancestor there, so it forms its own group.
public struct LevelModel: Hashable, Sendable {
  /// The level, from 1 below the root.
  public let level: Int
  /// P.
  public let items: Int
  /// The groups of items; each item occurs once.
  public let groups: [[Int]]
  /// The pairs inside groups, as indices into the P(P − 1)/2 pairs above the diagonal, row by row; ascending.
  public let inside: [Int]

  /// A model of groups.
  ///
  /// - Parameters:
  ///   - level: its level.
  ///   - groups: items from 0 to P − 1, each once.
  package init(level: Int, groups: [[Int]]) {
    self.level = level
    self.groups = groups
    items = groups.reduce(0) { $0 + $1.count }
    inside = Self.pairs(of: groups, items)
  }

  /// M = P(P − 1)/2, the number of all pairs.
  public var pairCount: Int { items * (items - 1) / 2 }

  /// The largest possible Kendall's τ_a with the model: m(M − m) / (M(M − 1)/2), with m pairs inside.
  ///
  /// Pairs of pairs that are both inside or both outside are tied in the model and count as neither concordant nor
  /// discordant, so it is below 1: 0.508 and 0.254 for levels 1 and 2 of the tutorial's tree.
  public var largestTau: Double {
    let (inside, all) = (Double(inside.count), Double(pairCount))
    return inside * (all - inside) / (all * (all - 1) / 2)
  }

  /// The index of a pair among those above the diagonal.
  static func pair(_ first: Int, _ second: Int, of items: Int) -> Int {
    let (row, column) = (min(first, second), max(first, second))
    return row * (2 * items - row - 1) / 2 + column - row - 1
  }

  private static func pairs(of groups: [[Int]], _ items: Int) -> [Int] {
    groups.flatMap { group in
      group.indices.flatMap { second in group[..<second].map { pair($0, group[second], of: items) } }
    }.sorted()
  }

  /// The models of a tree's levels 1 … levels − 1, without uninformative ones, in which all items are together or all are
  /// alone.
  public static func all(of tree: DiffusionTree) -> [LevelModel] {
    guard tree.levels > 1 else { return [] }
    return (1..<tree.levels).compactMap { level in
      var groups: [[Int]] = []
      var placeOfAncestor: [Int: Int] = [:]
      for (item, leaf) in tree.leaves.enumerated() {
        let node = tree.ancestor(of: leaf, onLevel: level)
        if let place = placeOfAncestor[node] {
          groups[place].append(item)
        } else {
          placeOfAncestor[node] = groups.count
          groups.append([item])
        }
      }
      let model = LevelModel(level: level, groups: groups)
      return model.inside.isEmpty || model.inside.count == model.pairCount ? nil : model
    }
  }
}

extension LevelModel {
  /// The largest number of items for which all permutations are used: 8! = 40,320.
  public static let largestPermutedItemCount = 8

  /// The pairs inside groups for every permutation of the items, each distinct result once; nil for more than
  /// ``largestPermutedItemCount`` items.
  ///
  /// The P! permutations give the partitions of the items into groups of the model's sizes, each equally often. So a share of
  /// the partitions equals the share of the permutations: for the tutorial's tree 35 and 105 partitions represent all 40,320.
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
      // The first remaining item is in one of the remaining groups, of any of their sizes.
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

  /// All subsets of a given size.
  private static func choices(of count: Int, from items: ArraySlice<Int>) -> [[Int]] {
    guard count > 0 else { return [[]] }
    guard items.count >= count, let first = items.first else { return [] }
    let rest = items.dropFirst()
    return choices(of: count - 1, from: rest).map { [first] + $0 } + choices(of: count, from: rest)
  }
}

extension Matrix {
  /// The entries above the diagonal of a square matrix, row by row: P(P − 1)/2 of them, in the order (0, 1), (0, 2), …,
  /// (1, 2), … of SciPy's `squareform` and of rsatoolbox.
  public var upperTriangle: [Double] {
    precondition(rows == columns, "a square matrix is needed")
    var entries: [Double] = []
    entries.reserveCapacity(rows * max(0, rows - 1) / 2)
    for row in 0..<rows { entries += elements[row * columns + row + 1..<(row + 1) * columns] }
    return entries
  }
}

extension Array<Double> {
  /// Ranks from 1, the smallest first; tied values share the mean of their ranks.
  ///
  /// - Parameter tolerance: a value is tied with the next larger one up to this difference.
  /// - Complexity: O(n log n).
  package func midRanks(tolerance: Double = 0) -> [Double] {
    let order = indices.sorted { self[$0] < self[$1] }
    var ranks = self
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, self[order[end]] - self[order[end - 1]] <= tolerance { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }
}

/// A sequence of random permutations, the same in every run, so that a test always gives the same p-value.
struct RandomRelabelling {
  private(set) var labels: [Int]
  private var state: UInt64 = 2021

  init(items: Int) { labels = Array(0..<items) }

  /// Advances to the next one: a shuffle of all items (Fisher and Yates).
  mutating func next() {
    for last in stride(from: labels.count - 1, to: 0, by: -1) { labels.swapAt(last, below(last + 1)) }
  }

  /// The sums of ranks and of values over the pairs of items that share a group.
  func sums(of pairs: RankedPairs, in groups: [[Int]]) -> (ranks: Double, values: Double) {
    let items = labels.count
    return pairs.ranks.withUnsafeBufferPointer { rank in
      pairs.compared.withUnsafeBufferPointer { value in
        var (ranks, values) = (0.0, 0.0)
        for group in groups {
          for second in group.indices {
            for first in 0..<second {
              let pair = LevelModel.pair(labels[group[first]], labels[group[second]], of: items)
              ranks += rank[pair]
              values += value[pair]
            }
          }
        }
        return (ranks, values)
      }
    }
  }

  /// A number from 0 to bound − 1. The bias, bound/2⁶⁴, is far below what 10,000 draws can show.
  private mutating func below(_ bound: Int) -> Int {
    Int(bits().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// SplitMix64 (Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195).
  private mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
