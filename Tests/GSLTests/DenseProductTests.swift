import Foundation
import TestSupport
import Testing

@testable import GSL

/// The kernels for any processor and for wide vectors give the same bits, and agree with GSL's BLAS as well as rounding allows.
@Suite struct DenseProductTests {
  @Test(arguments: [
    (1, 1, 1), (2, 3, 8), (3, 5, 7), (38, 30, 8), (30, 38, 8), (38, 8, 30), (5, 1, 15), (7, 9, 13), (4, 0, 3),
    (9, 4, 22), (1, 64, 38), (1, 3, 16), (11, 2, 1), (15, 6, 17), (13, 40, 6), (8, 8, 3), (145, 200, 150),
  ])
  func givesTheSameBitsOnAllProcessors(rows: Int, inner: Int, columns: Int) {
    let right = scatteredMatrix(rows: inner, columns: columns, seed: 2)
    for isTransposed in [false, true] {
      let left = scatteredMatrix(rows: isTransposed ? inner : rows, columns: isTransposed ? rows : inner, seed: 3)
      for (scale, retained) in [(1.0, 0.0), (-1, 1), (0.37, 1), (2, -0.5)] {
        let product = DenseProduct(
          rows: rows, inner: inner, columns: columns, leftStrides: isTransposed ? (1, rows) : (inner, 1), scale: scale,
          retained: retained)
        func result(_ left: Matrix, _ right: Matrix, _ old: Matrix, by method: DenseProduct.Method) -> [Double] {
          var result = old.elements
          // An empty factor has no address; this one is never read.
          product(left.elements + [0], right.elements + [0], into: &result, by: method)
          return result
        }
        let old = scatteredMatrix(rows: rows, columns: columns, seed: 4)
        let expected = fused(product, left.elements, right.elements, old.elements)
        for method in Self.kernels { #expect(result(left, right, old, by: method) == expected) }
        // Each of the two is within (k + 2) u of the sum of the terms' sizes.
        let sizes = DenseProduct(
          rows: rows, inner: inner, columns: columns, leftStrides: product.leftStrides, scale: abs(scale),
          retained: abs(retained))
        var bound = old.elements.map(\.magnitude)
        sizes(
          left.elements.map(\.magnitude) + [0], right.elements.map(\.magnitude) + [0], into: &bound, by: .library)
        let byLibrary = result(left, right, old, by: .library)
        for index in expected.indices {
          #expect(abs(expected[index] - byLibrary[index]) <= Double(2 * inner + 4) * 0x1p-53 * bound[index])
        }
      }
    }
  }

  private static let kernels: [DenseProduct.Method] = [.kernel, .wideKernel, .plainKernel, .simpleKernel]

  /// The stated order of additions, with the C library's `fma`.
  private func fused(_ product: DenseProduct, _ left: [Double], _ right: [Double], _ old: [Double]) -> [Double] {
    old.indices.map { index in
      let (row, column) = (index / product.columns, index % product.columns)
      return (0..<product.inner).reduce(product.retained == 0 ? 0 : product.retained * old[index]) { sum, k in
        let entry = left[row * product.leftStrides.row + k * product.leftStrides.column]
        return fma(product.scale * entry, right[k * product.rightStride + column], sum)
      }
    }
  }

  /// Blocks of larger matrices, whose other entries do not change.
  @Test func keepsToItsBlock() {
    let product = DenseProduct(
      rows: 5, inner: 3, columns: 9, leftStrides: (12, 1), rightStride: 12, resultStride: 12, scale: -1, retained: 1)
    let large = scatteredMatrix(rows: 6, columns: 12).elements
    let results = Self.kernels.map { method in
      var result = scatteredMatrix(rows: 6, columns: 12, seed: 5).elements
      product(large, large, into: &result, by: method)
      return result
    }
    #expect(results.allSatisfy { $0 == results[0] })
    let before = scatteredMatrix(rows: 6, columns: 12, seed: 5).elements
    for index in before.indices where index / 12 == 5 || index % 12 > 8 { #expect(results[0][index] == before[index]) }
    #expect(results[0] != before)
  }

  /// Old content that is not kept does not matter, even if it is NaN.
  @Test(arguments: DenseProduct.Method.allCases)
  func replacesWhatIsNoNumber(method: DenseProduct.Method) {
    var result = [Double](repeating: .nan, count: 9)
    DenseProduct(rows: 1, inner: 1, columns: 9, leftStrides: (1, 1))(
      [2], [Double](repeating: 3, count: 9), into: &result, by: method)
    #expect(result == [Double](repeating: 6, count: 9))
  }

  /// Sums of many terms are computed in parts; for whole numbers all orders are exact.
  @Test(arguments: [255, 256, 257, 512, 1000])
  func sumsOfManyTerms(inner: Int) {
    let left = Matrix(rows: 3, columns: inner, elements: (0..<3 * inner).map { Double($0 * 7 % 23 - 11) })
    let right = Matrix(rows: inner, columns: 5, elements: (0..<5 * inner).map { Double($0 * 5 % 19 - 9) })
    for (scale, retained) in [(1.0, 0.0), (-1, 1), (3, -2)] {
      for isTransposed in [false, true] {
        var result = Matrix(rows: 3, columns: 5, repeating: 4)
        if isTransposed {
          result.setProduct(left.transposed.transposedFactor, right, scale: scale, adding: retained)
        } else {
          result.setProduct(left, right, scale: scale, adding: retained)
        }
        for row in 0..<3 {
          for column in 0..<5 {
            let sum = zip(left.row(row), right.column(column)).reduce(0) { $0 + $1.0 * $1.1 }
            #expect(result[row, column] == scale * sum + retained * 4)
          }
        }
      }
    }
  }

  /// One pass gives the same as two products.
  @Test(arguments: [1, 2, 3, 4, 7, 8, 15, 16, 38])
  func reflectionsAreTwoProducts(columns: Int) {
    let (rows, stride) = (13, columns + 3)
    let start = scatteredMatrix(rows: rows, columns: stride).elements
    let weights = scatteredMatrix(rows: 1, columns: columns, seed: 8).elements
    let added = DenseProduct(
      rows: rows, inner: 1, columns: columns, leftStrides: (stride, 1), resultStride: stride, retained: 1)
    let multiplied = DenseProduct(
      rows: 1, inner: rows, columns: columns, leftStrides: (stride, stride), rightStride: stride)
    var expected = start
    var sums = [Double](repeating: .nan, count: columns)
    expected.withUnsafeMutableBufferPointer {
      let block = $0.baseAddress! + 1
      added(block - 1, weights, into: block)
      multiplied(block, block, into: &sums)
    }
    for method in Self.kernels {
      var block = start
      var products = [Double](repeating: .nan, count: columns)
      block.withUnsafeMutableBufferPointer {
        Reflection(rows: rows, columns: columns, stride: stride)(
          $0.baseAddress! + 1, weights: weights, products: &products, by: method)
      }
      #expect(block == expected)
      #expect(products == sums)
    }
  }

  /// A right factor that is transposed gives the bits of its copy.
  @Test func transposedFactors() {
    let (left, right) = (scatteredMatrix(rows: 7, columns: 9), scatteredMatrix(rows: 5, columns: 9, seed: 6))
    var product = Matrix(rows: 7, columns: 5)
    product.setProduct(left, right.transposedFactor)
    #expect(product == left * right.transposed)
    product.setProduct(left.transposed.transposedFactor, right.transposedFactor)
    #expect(product == left * right.transposed)
  }
}
