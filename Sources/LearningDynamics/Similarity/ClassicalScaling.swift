public import GSL

/// Places for items in a space of few dimensions, whose distances are those of their representations: classical
/// (metric) multidimensional scaling.
///
/// With G = H Hᵀ the dot products of the items' activities and J = I − 11ᵀ/P,
///
/// ```
/// B = J G J = V diag(λ) Vᵀ,   X = V diag(√λ)
/// ```
///
/// - X is P × k, its rows are the items, its centre is 0.
/// - In all dimensions |x_i − x_j|² = G_ii + G_jj − 2 G_ij, to rounding. In the first k the sum of the squares of the
///   coordinates is the largest possible in k dimensions.
/// - The direction of each axis is chosen so that the first item with at least a third of its largest coordinate is on the
///   positive side.
///
/// Torgerson, W. S. (1952). Psychometrika 17, 401–419. doi:10.1007/BF02288916
public struct ClassicalScaling: Equatable, Sendable {
  /// X, P × k: a row for each item, a column for each dimension, the widest first.
  public private(set) var coordinates: Matrix
  /// λ of these dimensions, descending; 0 if it is only rounding, never negative.
  public let eigenvalues: [Double]
  /// The trace of B: the sum of all eigenvalues, not negative.
  public let total: Double

  /// The share of the variance, λ/Σλ from 0 to 1, in each dimension before any rotation; 0 if all items are at the same place.
  public var shares: [Double] { eigenvalues.map { total > 0 ? min(1, $0 / total) : 0 } }

  /// Up to this many items all eigenvectors are computed; for more items only the leading ones.
  public static let largestWholeCount = 64

  /// Scales the items.
  ///
  /// For more than ``largestWholeCount`` items the leading dimensions are found by subspace iteration: three products with B in
  /// k + 16 dimensions. They are exact to rounding if the rank of B is not higher, for example with at most that many hidden
  /// units.
  /// Halko, N., Martinsson, P. G. & Tropp, J. A. (2011). SIAM Review 53, 217–288. doi:10.1137/090771806
  ///
  /// - Parameters:
  ///   - products: G, P × P, symmetric, finite, P at least 1.
  ///   - dimensions: k, at least 1; all P − 1 when nil. Columns beyond the rank are 0.
  /// - Throws: `GSLError` for entries that are not finite.
  /// - Complexity: O(P³) up to ``largestWholeCount`` items, O(P²k + Pk²) for more if k is much smaller than P.
  public init(products: Matrix, dimensions: Int? = nil) throws(GSLError) {
    precondition(products.rows == products.columns && products.rows > 0, "a square matrix is needed")
    let size = products.rows
    let count = max(1, dimensions ?? size - 1)
    let largest = products.largestMagnitude
    // A power of two scales the largest entry to about 1, exactly: activities of any size give the same picture.
    let scale = largest.isNormal ? Double(sign: .plus, exponent: largest.exponent, significand: 1) : 1
    let centred = Self.doublyCentred((1 / scale) * products)
    let (values, vectors) = try Self.leading(count, of: centred)
    // The rounding of the entries, whose size was 1 before centring.
    let negligible = Double(size) * 0x1p-52
    let kept = values.map { $0 > negligible ? $0 : 0 }
    var coordinates = Matrix(rows: size, columns: count)
    for dimension in kept.indices.prefix(count) where kept[dimension] > 0 {
      let axis = vectors.column(dimension)
      let length = kept[dimension].squareRoot() * scale.squareRoot() * Self.direction(of: axis)
      for item in 0..<size { coordinates[item, dimension] = length * axis[item] }
    }
    self.coordinates = coordinates
    eigenvalues = (0..<count).map { $0 < kept.count ? scale * kept[$0] : 0 }
    let trace = (0..<size).reduce(0) { $0 + centred[$1, $1] }
    total = trace > negligible ? scale * trace : 0
  }

  /// The same places, rotated: coordinates times an orthogonal matrix, k × k.
  func rotated(by rotation: Matrix) -> ClassicalScaling {
    var result = self
    result.coordinates = coordinates * rotation
    return result
  }

  /// J G J.
  private static func doublyCentred(_ products: Matrix) -> Matrix {
    let size = products.rows
    let means = (0..<size).map { products.row($0).reduce(0, +) / Double(size) }
    let mean = means.reduce(0, +) / Double(size)
    var result = products
    for row in 0..<size {
      for column in 0..<size { result[row, column] -= means[row] + means[column] - mean }
    }
    return result
  }

  /// The largest eigenvalues, at least the requested number if there are that many, and their eigenvectors as columns.
  private static func leading(_ count: Int, of matrix: Matrix) throws(GSLError) -> ([Double], Matrix) {
    let (size, width) = (matrix.rows, count + 16)
    guard size > largestWholeCount, width < size / 2 else {
      let eigen = try SymmetricEigendecomposition(matrix)
      return (eigen.eigenvalues, eigen.eigenvectors)
    }
    let generator = try SeededGenerator(seed: 1)
    var basis = Matrix(
      rows: size, columns: width, elements: (0..<size * width).map { _ in generator.uniform() - 0.5 })
    for _ in 0..<3 { basis = try SingularValueDecomposition(matrix * basis).left }
    let eigen = try SymmetricEigendecomposition(basis.transposed * (matrix * basis))
    return (eigen.eigenvalues, basis * eigen.eigenvectors)
  }

  /// 1 or −1, so that the first entry that is not small becomes positive.
  private static func direction(of axis: [Double]) -> Double {
    let largest = axis.reduce(0) { max($0, $1.magnitude) }
    return (axis.first { $0.magnitude >= largest / 3 } ?? 1) < 0 ? -1 : 1
  }
}

/// The rotation, possibly with a reflection, that brings one set of points as near as possible to another: orthogonal
/// Procrustes analysis.
///
/// ```
/// min |X Q − Y|² over QᵀQ = I:   Q = U Vᵀ,  with XᵀY = U S Vᵀ
/// ```
///
/// X and Y are P × k, a row for each point. Nothing is shifted or scaled. If X = Y R with an orthogonal R, then X Q = Y, to
/// rounding. If X or Y have an empty direction, Q is not unique.
///
/// Schönemann, P. H. (1966). Psychometrika 31, 1–10. doi:10.1007/BF02289451
public struct ProcrustesRotation: Equatable, Sendable {
  /// Q, k × k, orthogonal.
  public let matrix: Matrix

  /// The best rotation.
  ///
  /// - Parameters:
  ///   - points: X.
  ///   - goal: Y, of the shape of X.
  /// - Throws: `GSLError` for entries that are not finite.
  /// - Complexity: O(Pk² + k³).
  public init(of points: Matrix, towards goal: Matrix) throws(GSLError) {
    precondition(points.rows == goal.rows && points.columns == goal.columns, "shapes must agree")
    let decomposition = try SingularValueDecomposition(points.transposed * goal)
    matrix = decomposition.left * decomposition.right.transposed
  }
}

extension ClassicalScaling {
  /// The items' places at successive states of a training, each rotated to match the next one.
  ///
  /// The last state keeps its axes; the others follow backwards in time. The rotations use all k dimensions: with the first two
  /// alone, pictures would jump where the second and the third eigenvalue cross.
  ///
  /// - Parameters:
  ///   - series: H Hᵀ at successive states.
  ///   - dimensions: k; all P − 1 when nil.
  /// - Throws: `GSLError` for entries that are not finite.
  /// - Complexity: for each state one scaling and O(Pk² + k³).
  public static func aligned(
    _ series: some BidirectionalCollection<Matrix>, dimensions: Int? = nil
  ) throws(GSLError) -> [ClassicalScaling] {
    var frames: [ClassicalScaling] = []
    for products in series.reversed() {
      let frame = try ClassicalScaling(products: products, dimensions: dimensions)
      guard let next = frames.last else {
        frames.append(frame)
        continue
      }
      let rotation = try ProcrustesRotation(of: frame.coordinates, towards: next.coordinates)
      frames.append(frame.rotated(by: rotation.matrix))
    }
    return frames.reversed()
  }
}
