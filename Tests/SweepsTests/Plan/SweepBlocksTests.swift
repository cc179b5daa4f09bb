import Sweeps
import Testing

@testable import Sweeps

@Suite struct SweepBlocksTests {
  private static let shapes = [
    (1, 1), (1, 20), (20, 1), (20, 140), (3, 7), (1000, 1), (1, 1000), (7, 1001), (5000, 4), (100, 3000), (16_385, 1),
    (1, 16_385), (333, 63), (64, 64), (257, 65),
  ]

  /// Every run is in one piece; pieces follow each other; none has a part of one basis and more of another.
  @Test(arguments: shapes)
  func piecesCoverAllRuns(shared: Int, own: Int) {
    let blocks = SweepBlocks(sharedCount: shared, ownCount: own)
    var next = 0
    for block in 0..<blocks.count {
      let runs = blocks.runs(of: block)
      #expect(runs.lowerBound == next && !runs.isEmpty)
      next = runs.upperBound
      let isWithin = runs.lowerBound / own == (runs.upperBound - 1) / own
      #expect(isWithin || runs.lowerBound % own == 0 && runs.upperBound % own == 0)
      #expect(blocks.basis(of: block) == runs.lowerBound / own)
    }
    #expect(next == shared * own)
    // Small enough for two threads to share, if there is anything to share.
    #expect(blocks.count >= min(shared * own, 64) / 2)
  }

  /// Ten thousand million runs have no more pieces than fit into memory.
  @Test func hugeSweepsHaveFewPieces() {
    for (shared, own) in [(10_000_000_000, 1), (1, 10_000_000_000), (100_000, 100_000), (4_000_000_000, 2)] {
      let blocks = SweepBlocks(sharedCount: shared, ownCount: own)
      #expect(blocks.count < 1 << 22)
      #expect(blocks.runs(of: blocks.count - 1).upperBound == 10_000_000_000 || shared * own != 10_000_000_000)
    }
  }

  @Test(arguments: [1, 2, 3, 7, 50, 1000])
  func partsCoverAllPieces(tasks: Int) throws {
    for count in [1, 2, 49, 50, 51, 157, 2800] {
      let parts = try (1...tasks).map { try SweepShard("\($0)/\(tasks)").blocks(of: count) }
      #expect(parts.flatMap(\.self) == Array(0..<count))
      let sizes = parts.map(\.count)
      #expect(sizes.max()! - sizes.min()! <= 1)
      #expect(SweepShard.parts(of: tasks, blocks: count) { $0 == count - 1 } == [tasks])
    }
  }

  @Test(arguments: ["", "1", "0/5", "6/5", "1/0", "-1/5", "1/5/3", "a/b", "1/1000001", " 1/5", "1/ 5", "1.5/2"])
  func whatIsNoPart(text: String) {
    #expect(throws: SweepError.shard(text: text)) { try SweepShard(text) }
  }

  /// Two threads: each has its own basis while there is an unused one, then the idle one helps.
  @Test func whoGetsWhichPiece() {
    let queue = BlockQueue([0..<3, 3..<6])
    let first = queue.next(after: nil)!
    let second = queue.next(after: nil)!
    #expect(first == (0, 0) && second == (3, 1))
    #expect(queue.next(after: 0)! == (1, 0) && queue.next(after: 0)! == (2, 0))
    #expect(queue.next(after: 0)! == (4, 1) && queue.next(after: 1)! == (5, 1))
    #expect(queue.next(after: 0) == nil && queue.next(after: nil) == nil)
    let closed = BlockQueue([0..<3])
    closed.close()
    #expect(closed.next(after: nil) == nil)
  }
}
