import GSL
import LearningDynamics
import TestSupport
import Testing

@Suite struct HierarchicalClusteringTests {
  /// scipy.cluster.hierarchy.linkage(squareform(D), 'average').
  private static let merges: [(Int, Int, Double, Int)] = [
    (0, 1, 1.301, 2), (5, 7, 1.412, 2), (2, 4, 1.606, 2), (8, 11, 2.119, 2), (9, 12, 3.0095, 3),
    (10, 15, 3.5694999999999997, 3), (3, 6, 3.709, 2), (14, 16, 4.306333333333334, 5), (13, 19, 4.669200000000001, 7),
    (17, 20, 6.113666666666666, 10), (18, 21, 7.150200000000001, 12),
  ]

  /// Twelve items with distances without ties that violate the triangle inequality.
  private static let distances = {
    var distances = Matrix(rows: 12, columns: 12)
    for i in 0..<12 {
      for j in 0..<12 where i != j {
        let scattered = (7 * i * j + 3 * (i + j) + 5 * i * i * j * j) % 97
        distances[i, j] = 1 + Double(scattered) / 10 + Double(i + j) / 1000
      }
    }
    return distances
  }()

  /// 1e-14: means of up to 35 numbers of size 7, in another order.
  @Test func mergesAreSciPys() {
    let clustering = HierarchicalClustering(averageLinkage: Self.distances)
    #expect(clustering.merges.count == 11 && clustering.height == clustering.merges[10].height)
    for (merge, wanted) in zip(clustering.merges, Self.merges) {
      #expect((merge.first, merge.second, merge.size) == (wanted.0, wanted.1, wanted.3))
      #expect(isApproximately(merge.height, wanted.2, within: 1e-14))
    }
  }

  /// The same for points: 0, 1, 3, 7, 12, 20.5 and 21 on a line, by SciPy.
  @Test func pointsOnALine() {
    let places = [0, 1, 3, 7, 12, 20.5, 21]
    let distances = Matrix(
      rows: 7, columns: 7, elements: places.flatMap { one in places.map { (one - $0).magnitude } })
    let clustering = HierarchicalClustering(averageLinkage: distances)
    #expect(clustering.merges.map(\.first) == [5, 0, 2, 3, 9, 7])
    #expect(clustering.merges.map(\.second) == [6, 1, 8, 4, 10, 11])
    // 1e-14: means of numbers of size 16.
    #expect(
      largestDifference(clustering.merges.map(\.height), [0.5, 1, 2.5, 5, 8.166666666666666, 16.15]) < 1e-14)
    #expect(clustering.groups(cutAt: 6) == [[0, 1, 2], [3, 4], [5, 6]])
    #expect(clustering.groups(cutAt: 16.2) == [[0, 1, 2, 3, 4, 5, 6]])
    #expect(clustering.groups(cutAt: 0).count == 7)
  }

  /// All pairs are tied: one fork, written as merges of the same height, with the items in their order.
  @Test func tiesAreOneFork() {
    let distances = Matrix(rows: 5, columns: 5, repeating: 1)
    let clustering = HierarchicalClustering(averageLinkage: distances)
    #expect(clustering.merges.map(\.first) == [0, 2, 3, 4])
    #expect(clustering.merges.map(\.second) == [1, 5, 6, 7])
    #expect(clustering.merges.allSatisfy { $0.height == 1 })
    #expect(clustering.leafOrder == [0, 1, 2, 3, 4])
  }

  /// Item 0 is equally far from 1, 2 and 3, up to rounding, and these are farther from each other. In any order of the items
  /// all four are joined at once; item 4 comes later.
  @Test func roundingDoesNotChooseAPartner() {
    func distances(_ order: [Int]) -> Matrix {
      var distances = Matrix(rows: 5, columns: 5)
      for (row, one) in order.enumerated() {
        for (column, other) in order.enumerated() where one != other {
          let (low, high) = (min(one, other), max(one, other))
          distances[row, column] = high == 4 ? 9 : low == 0 ? 1 + 1e-9 * Double(high * high % 5) : 1.5
        }
      }
      return distances
    }
    for order in [[0, 1, 2, 3, 4], [3, 1, 0, 4, 2], [4, 2, 1, 3, 0]] {
      let clustering = HierarchicalClustering(averageLinkage: distances(order))
      let heights = clustering.merges.map(\.height)
      #expect(heights.prefix(3).allSatisfy { isApproximately($0, 1, within: 1e-8) } && heights[3] == 9)
      #expect(clustering.groups(cutAt: 5).map { Set($0.map { order[$0] }) }.contains([0, 1, 2, 3]))
    }
  }

  /// The later of two merges may have the first item; it is on the left all the same.
  @Test func smallerFirstItemStandsLeft() {
    var distances = Matrix(rows: 4, columns: 4, repeating: 9)
    for (one, other, distance) in [(1, 3, 1.0), (0, 2, 2.0)] {
      distances[one, other] = distance
      distances[other, one] = distance
    }
    let clustering = HierarchicalClustering(averageLinkage: distances)
    #expect(clustering.leafOrder == [0, 2, 1, 3])
    #expect(clustering.groups(cutAt: 5) == [[0, 2], [1, 3]])
  }

  @Test func fewItemsAndEqualOnes() {
    #expect(HierarchicalClustering(averageLinkage: Matrix(rows: 0, columns: 0)).leafOrder == [])
    let one = HierarchicalClustering(averageLinkage: Matrix(rows: 1, columns: 1))
    #expect(one.merges.isEmpty && one.height == 0 && one.groups(cutAt: 0) == [[0]])
    let equal = HierarchicalClustering(averageLinkage: Matrix(rows: 3, columns: 3))
    #expect(equal.merges.map(\.height) == [0, 0] && equal.groups(cutAt: 0) == [[0, 1, 2]])
  }
}
