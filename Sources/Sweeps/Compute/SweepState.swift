/// What of a sweep is there and what is missing.
public struct SweepState: Sendable {
  private let blocks: SweepBlocks
  private let missing: [Int]

  /// The state with some pieces stored; all of them when nil.
  init(blocks: SweepBlocks, stored: StoredBlocks?) {
    self.blocks = blocks
    missing = stored.map { stored in (0..<blocks.count).filter { stored.places[$0] == nil } } ?? []
  }

  /// Whether nothing is missing.
  public var isWhole: Bool { missing.isEmpty }

  /// How many runs are missing.
  public var missingRuns: Int { missing.reduce(0) { $0 + blocks.runs(of: $1).count } }

  /// How many runs are there.
  public var kept: Int { blocks.runs - missingRuns }

  /// The missing runs as ranges of rows, from 1.
  public var missingRanges: [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for block in missing {
      let runs = blocks.runs(of: block)
      if let last = ranges.last, last.upperBound == runs.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound...runs.upperBound
      } else {
        ranges.append(runs.lowerBound + 1...runs.upperBound)
      }
    }
    return ranges
  }

  /// Into how many parts it can be divided at most without one that is empty.
  public var mostParts: Int { blocks.count }

  /// The parts of so many in which something is missing, from 1.
  public func missingParts(of tasks: Int) -> [Int] {
    let missing = Set(missing)
    return SweepShard.parts(of: tasks, blocks: blocks.count) { missing.contains($0) }
  }
}
