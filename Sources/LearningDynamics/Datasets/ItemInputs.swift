public import GSL
internal import Support

/// The inputs of a dataset's items, and how often each item is shown in an epoch.
///
/// With the frequencies F = diag(f) the loss is Σ_i f_i ‖ŷ_i − y_i‖² / (P·N): training sees √f_i x_i and √f_i y_i. They are
/// not rescaled, and P counts all items, so leaving one out (f = 0) changes nothing for the others, and f = 2 is the same as
/// two equal items.
public struct ItemInputs: Equatable, Sendable {
  /// X, P × n.
  public let matrix: Matrix
  /// Whether X = I: each item is its own label.
  public let isOneHot: Bool
  /// f, one number from 0 up for each item; nil if every item is shown once.
  public let frequencies: [Double]?
  private let knownStrength = Memo<Double?>()
  private let knownValues = Memo<[Double]>()

  /// Frequencies that are all 1 are the same as none.
  init(_ matrix: Matrix, isOneHot: Bool, frequencies: [Double]? = nil) {
    (self.matrix, self.isOneHot) = (matrix, isOneHot)
    let isOnce = frequencies.map { $0.count == matrix.rows && $0.allSatisfy { $0 == 1 } } ?? true
    self.frequencies = isOnce ? nil : frequencies
  }

  /// Whether inputs are one-hot and every item is shown once, as in the tutorial.
  public var isStandard: Bool { isOneHot && frequencies == nil }

  /// c, where inputs are *white*: XᵀFX = cI, so no input is stronger than another or correlated with it; nil where they are not.
  /// It is 1 for one-hot inputs that are shown once.
  ///
  /// Entries beside the diagonal may have 1e-12 of it, and the diagonal may vary by as much: orthogonal matrices are not exact.
  ///
  /// - Complexity: O(P·n²) when first asked for; much less for inputs that are not white.
  public var strength: Double? { isStandard ? 1 : knownStrength { computedStrength } }

  private var computedStrength: Double? {
    if isOneHot, let frequencies { return frequencies.allSatisfy { $0 == frequencies[0] } ? frequencies[0] : nil }
    let inputs = weighting(matrix).transposed
    guard inputs.rows <= inputs.columns else { return nil }
    var first = 0.0
    for one in 0..<inputs.rows {
      let row = inputs.row(one)
      for other in 0...one {
        let product = zip(row, inputs.row(other)).reduce(0) { $0 + $1.0 * $1.1 }
        if one == 0 { first = product }
        guard (product - (other == one ? first : 0)).magnitude <= 1e-12 * first else { return nil }
      }
    }
    return first > 0 ? first : nil
  }

  /// Inputs with the same products x_i · x_j in at most P dimensions: all regression maps and correlations have the same singular values.
  var compact: ItemInputs {
    guard !isOneHot, matrix.columns > matrix.rows else { return self }
    // Xᵀ = Q R, so X Q = Rᵀ.
    return ItemInputs(
      TriangularFactor(ofTransposed: matrix).triangle.transposed, isOneHot: false, frequencies: frequencies)
  }

  /// √F times a matrix with a row for each item.
  func weighting(_ rows: Matrix) -> Matrix {
    guard let frequencies else { return rows }
    return scaling(rows, by: frequencies.map { $0.squareRoot() })
  }

  private func scaling(_ rows: Matrix, by factors: [Double]) -> Matrix {
    var result = rows
    let width = rows.columns
    result.withMutableElements { elements in
      for (row, factor) in factors.enumerated() {
        for index in row * width..<(row + 1) * width { elements[index] *= factor }
      }
    }
    return result
  }

  /// Z, n × c: the linear map of inputs to some targets with the least loss, (XᵀFX)⁺XᵀF targets.
  ///
  /// - Parameter targets: P × c.
  /// - Throws: `GSLError` when the regression fails.
  func fit(_ targets: Matrix) throws(GSLError) -> Matrix {
    if isStandard { return targets }
    if isOneHot, let frequencies { return scaling(targets, by: frequencies.map { $0 > 0 ? 1 : 0 }) }
    return try LeastSquares(design: weighting(matrix), targets: weighting(targets)).solution
  }

  /// The same with a penalty λ‖Z‖²: (XᵀFX + λI)⁻¹XᵀF targets.
  ///
  /// - Parameter ridge: λ, above 0.
  func fit(_ targets: Matrix, ridge: Double) throws(GSLError) -> Matrix {
    // As rows more: λ‖Z‖² = ‖√λ Z − 0‖².
    let (shown, width) = (weighting(matrix), matrix.columns)
    let root = ridge.squareRoot()
    let penalty = (0..<width * width).map { $0 % (width + 1) == 0 ? root : 0 }
    let design = Matrix(rows: shown.rows + width, columns: width, elements: shown.elements + penalty)
    let values = weighting(targets).elements + [Double](repeating: 0, count: width * targets.columns)
    return try LeastSquares(
      design: design, targets: Matrix(rows: shown.rows + width, columns: targets.columns, elements: values)
    ).solution
  }

  /// Σ_yx = Yᵀ F X, r × n: what orders learning from small weights.
  ///
  /// - Parameter outputTargets: Yᵀ, r × P.
  func correlation(_ outputTargets: Matrix) -> Matrix {
    let shown =
      frequencies.map { scaling(outputTargets.transposed, by: $0).transposed } ?? outputTargets
    return isOneHot ? shown : shown * matrix
  }

  /// The largest eigenvalue of XᵀFX.
  func largestMoment() throws(GSLError) -> Double {
    if isOneHot { return frequencies?.max() ?? 1 }
    let largest = try singularValues().first ?? 0
    return largest * largest
  }

  /// The smallest eigenvalue of XᵀFX that is not only rounding.
  func smallestMoment() throws(GSLError) -> Double {
    if isOneHot { return frequencies?.filter { $0 > 0 }.min() ?? 1 }
    let values = try singularValues()
    let smallest = values.last { $0 > 1e-6 * values[0] } ?? 0
    return smallest * smallest
  }

  /// The singular values of √F X, descending.
  private func singularValues() throws(GSLError) -> [Double] {
    try knownValues { () throws(GSLError) in
      try SingularValueDecomposition(weighting(matrix)).singularValues
    }
  }
}
