import Foundation
import GSL
import TestSupport
import Testing

@Suite struct MatrixTests {
  private let left = Matrix([[1, 2, 3], [4, 5, 6]])
  private let right = Matrix([[1, 0], [2, -1], [0, 3]])

  @Test func multiplies() {
    #expect(left * right == Matrix([[5, 7], [14, 13]]))
    var product = Matrix([[1, 1], [1, 1]])
    product.setProduct(left, right, scale: 2, adding: 10)
    #expect(product == Matrix([[20, 24], [38, 36]]))
  }

  @Test func multipliesTransposesInPlace() {
    var product = Matrix(rows: 2, columns: 2)
    product.setProduct(left, left.transposedFactor)
    #expect(product == left * left.transposed)
    var gram = Matrix(rows: 3, columns: 3)
    gram.setProduct(left.transposedFactor, left)
    #expect(gram == left.transposed * left)
  }

  @Test func slicesAndTransposes() {
    #expect(left.transposed == Matrix([[1, 4], [2, 5], [3, 6]]))
    #expect(left.row(1) == [4, 5, 6])
    #expect(left.column(2) == [3, 6])
    #expect(left.columns(1..<3) == Matrix([[2, 3], [5, 6]]))
    #expect(left + left == 2 * left)
    #expect(left - left == Matrix(rows: 2, columns: 3))
    #expect(left.frobeniusNorm == 91.0.squareRoot())
    #expect((-1 * left).largestMagnitude == 6)
  }

  @Test func copiesAreIndependent() {
    var copy = left
    copy[0, 0] = 9
    #expect(left[0, 0] == 1)
  }

  @Test func productsOfEmptyMatricesAreEmptyOrZero() {
    #expect((Matrix(rows: 0, columns: 3) * right).rows == 0)
    #expect(Matrix(rows: 2, columns: 0) * Matrix(rows: 0, columns: 2) == Matrix(rows: 2, columns: 2))
  }

  /// Blocks of four, and incomplete blocks on both sides.
  @Test(arguments: [(1, 1), (3, 5), (4, 4), (8, 30), (30, 8), (13, 7), (1, 9), (16, 2), (0, 3)])
  func transposesAnyShape(rows: Int, columns: Int) {
    let matrix = scatteredMatrix(rows: rows, columns: columns)
    var result = Matrix(rows: columns, columns: rows, repeating: .nan)
    result.setTransposed(matrix)
    for row in 0..<rows { for column in 0..<columns { #expect(result[column, row] == matrix[row, column]) } }
  }

  /// The scaled difference has the bits of a separate one, and its squares are added up in the stated order: sixteen sums.
  @Test(arguments: [0, 1, 3, 4, 7, 15, 16, 33, 304])
  func differencesAndTheirSquares(count: Int) {
    let (left, right) = (scatteredMatrix(rows: 1, columns: count), scatteredMatrix(rows: 1, columns: count, seed: 2))
    var result = Matrix(rows: 1, columns: count)
    let squares = result.setDifference(left, right, scale: 0.3)
    #expect(result == 0.3 * (left - right))
    var sums = [Double](repeating: 0, count: 16)
    for (index, difference) in (left - right).elements.enumerated() {
      let sum = index < count / 16 * 16 ? index % 16 : 0
      sums[sum] = fma(difference, difference, sums[sum])
    }
    var four = [Double](repeating: 0, count: 4)
    for index in 0..<4 {
      let (first, second) = (sums[index] + sums[index + 8], sums[index + 4] + sums[index + 12])
      four[index] = first + second
    }
    let (even, odd) = (four[0] + four[2], four[1] + four[3])
    #expect(squares == even + odd)
  }
}
