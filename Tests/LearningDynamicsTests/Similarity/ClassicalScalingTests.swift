import GSL
import LearningDynamics
import TestSupport
import Testing

@Suite struct ClassicalScalingTests {
  private func products(_ activity: Matrix) -> Matrix { activity * activity.transposed }

  /// The squared distances of rows.
  private func squares(_ points: Matrix) -> Matrix {
    let products = products(points)
    var result = products
    for row in 0..<points.rows {
      for column in 0..<points.rows {
        result[row, column] = products[row, row] + products[column, column] - 2 * products[row, column]
      }
    }
    return result
  }

  /// numpy.linalg.eigh of J H Hᵀ J, axes oriented by the documented rule. 1e-12: entries up to 68, whose eigenvectors are
  /// found to some units in the last place over a gap of 9.
  @Test func placesAreNumPys() throws {
    let scaling = try ClassicalScaling(products: products(SimilarityMeasureTests.activity))
    let eigenvalues = [68.1125816296672, 10.925500525707614, 1.9966737329048432, 0.13191077838699256, 0]
    #expect(largestDifference(scaling.eigenvalues, eigenvalues) < 1e-12)
    let first = [
      2.1169790134525286, 5.977990605153351, -0.5344476890702173, -1.7440325782483004, -0.9522856196044924,
      -4.8642037316828715,
    ]
    let second = [
      -0.6665171146102414, -0.4296897669570661, 0.20281947758165414, -0.9033444622634187, 2.8764120028895603,
      -1.0796801366404856,
    ]
    #expect(largestDifference(scaling.coordinates.column(0), first) < 1e-12)
    #expect(largestDifference(scaling.coordinates.column(1), second) < 1e-12)
    // 81.16667: the trace of B, by hand |H|² − |sum of rows|²/6.
    #expect(isApproximately(scaling.total, 81.16666666666667, within: 1e-12))
    #expect(isApproximately(scaling.shares.reduce(0, +), 1, within: 1e-14))
  }

  /// Any size, and more items than are decomposed whole: 6 units, so that 6 dimensions are all there are. 1e-12 of
  /// the largest squared distance: sums of up to 90 products.
  @Test(arguments: [(5, 1.0), (40, 1e-150), (90, 1e-12), (90, 1e100)])
  func allDimensionsReproduceDistances(items: Int, size: Double) throws {
    let activity = size * scatteredMatrix(rows: items, columns: 6)
    let scaling = try ClassicalScaling(products: products(activity), dimensions: items > 64 ? 6 : nil)
    let wanted = squares((1 / size) * activity)
    #expect(largestDifference(squares((1 / size) * scaling.coordinates), wanted) < 1e-12 * wanted.largestMagnitude)
    #expect(scaling.eigenvalues == scaling.eigenvalues.sorted(by: >) && scaling.eigenvalues.allSatisfy { $0 >= 0 })
  }

  /// A spectrum that does not end: the leading dimensions of many items against all of them. 1e-6: the part of direction 24
  /// in direction 8 shrinks by the cube of their eigenvalues' ratio, below 1/256.
  @Test func leadingDimensionsAreThoseOfTheWhole() throws {
    var activity = scatteredMatrix(rows: 80, columns: 40)
    let sizes = (0..<40).map { (0..<$0).reduce(1.0) { size, _ in 0.78 * size } }
    for item in 0..<80 { for unit in 0..<40 { activity[item, unit] *= sizes[unit] } }
    let scaling = try ClassicalScaling(products: products(activity), dimensions: 8)
    let whole = try ClassicalScaling(products: products(activity), dimensions: 79)
    #expect(largestDifference(scaling.eigenvalues, Array(whole.eigenvalues.prefix(8))) < 1e-6 * whole.eigenvalues[0])
    #expect(isApproximately(scaling.total, whole.total, within: 1e-12 * whole.total))
  }

  @Test func nothingToTellApartIsOnePlace() throws {
    let (one, silent) = (Matrix(rows: 1, columns: 1, repeating: 3), Matrix(rows: 4, columns: 4))
    for products in [one, silent, Matrix(rows: 3, columns: 3, repeating: 0.1)] {
      let scaling = try ClassicalScaling(products: products, dimensions: 2)
      #expect(scaling.coordinates == Matrix(rows: products.rows, columns: 2))
      #expect(scaling.shares == [0, 0] && scaling.total == 0)
    }
    #expect(throws: GSLError.self) { try ClassicalScaling(products: Matrix(rows: 2, columns: 2, repeating: .nan)) }
  }
}
