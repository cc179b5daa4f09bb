/// One random relabelling of items after another, the same ones in every run: a test has to give the same p-value twice.
struct RandomRelabelling {
  private var labels: [Int]
  private var state: UInt64 = 2021

  init(items: Int) { labels = Array(0..<items) }

  /// Goes on to the next one: a shuffle of all items (Fisher and Yates).
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

  /// A number from 0 up to a bound, which it is below. The bias, bound/2⁶⁴, is far below what 10,000 draws can show.
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
