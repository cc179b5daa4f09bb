public import GSL
public import LearningDynamics

extension Exercise {
  /// A user's singular value decomposition of a network's end-to-end map: U, the singular values, V.
  public typealias ModeDecomposition = (_ network: LinearNetwork) throws -> (
    left: Matrix, singularValues: [Double], right: Matrix
  )

  /// The modes of a network: W_tot = W_L … W_1 = U S Vᵀ of a random 8 → 30 → 100 network, with singular values descending
  /// and singular vectors as columns.
  ///
  /// Signs of singular vectors are arbitrary: u_i and v_i may both be negated, but only together.
  ///
  /// - Throws: any error of the user's function.
  public static func singularValueDecomposition(seed: UInt32 = 2021, _ answer: ModeDecomposition) throws -> Verdict {
    let exercise = "The singular value decomposition"
    var sampler = try WeightSampler(seed: seed, convention: .tutorial)
    let network = WeightDistribution.scaledNormal(scale: 1).network(widths: [8, 30, 100], using: &sampler)
    let map = network.endToEndMap
    let right = try SingularValueDecomposition(map)
    let given = try answer(network)
    if let complaint = try complaint(about: given.singularValues, right.singularValues, network) {
      return Verdict(exercise, complaint: complaint)
    }
    let difference = zip(given.singularValues, right.singularValues).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
    return Verdict(
      exercise, complaint: complaint(about: given, right, map), difference: difference / right.singularValues[0])
  }

  /// Backward errors of these methods are a small multiple of 2⁻⁵² times the norm.
  private static let tolerance = 1e-9

  private static func complaint(
    about given: [Double], _ right: [Double], _ network: LinearNetwork
  ) throws -> String? {
    let others: [(name: String, values: [Double])] = [
      ("the squares of the singular values", right.map { $0 * $0 }),
      ("the singular values in ascending order", right.reversed()),
      ("the singular values divided by their sum", right.map { $0 / right.reduce(0, +) }),
      ("the singular values divided by the largest", right.map { $0 / right[0] }),
      (
        "the singular values of the first layer alone",
        try SingularValueDecomposition(network.weights[0]).singularValues
      ),
      (
        "the singular values of the last layer alone", try SingularValueDecomposition(network.weights[1]).singularValues
      ),
    ].map { ($0.0, Array($0.1)) }
    let column = { (values: [Double]) in Matrix(rows: values.count, columns: 1, elements: values) }
    return CommonMistakes(
      right: column(right), others: others.map { ($0.name, column($0.values)) }, tolerance: tolerance
    ).complaint(about: column(given)).map { "of the singular values: \($0)" }
  }

  private static func complaint(
    about given: (left: Matrix, singularValues: [Double], right: Matrix), _ right: SingularValueDecomposition,
    _ map: Matrix
  ) -> String? {
    if isSameUpToSigns(given.left, right.left, singlePrecision),
      isSameUpToSigns(given.right, right.right, singlePrecision),
      !isSameUpToSigns(given.left, right.left) || !isSameUpToSigns(given.right, right.right)
    {
      return "U and V are right to single precision only; compute with 64-bit numbers (float64)"
    }
    if isSameUpToSigns(given.left, right.right), isSameUpToSigns(given.right, right.left) {
      return "U and V are exchanged; did you decompose the transposed map?"
    }
    if given.left.columns > right.left.columns, given.left.rows == right.left.rows,
      isSameUpToSigns(given.left.columns(0..<right.left.columns), right.left)
    {
      return "U has \(given.left.columns) columns; only the first \(right.left.columns) belong to singular values"
    }
    for (name, given, right, side) in [
      ("U", given.left, right.left, "left"), ("V", given.right, right.right, "right"),
    ] where !isSameUpToSigns(given, right) {
      if isSameUpToSigns(given.transposed, right) { return "\(name) is transposed: its columns should be the vectors" }
      return "the columns of \(name) are not the \(side) singular vectors, whatever their signs"
    }
    var product = Matrix(rows: map.rows, columns: map.columns)
    var scaled = given.left
    for row in 0..<scaled.rows {
      for column in 0..<scaled.columns { scaled[row, column] *= given.singularValues[column] }
    }
    product.setProduct(scaled, given.right.transposedFactor)
    return (product - map).largestMagnitude <= tolerance * map.largestMagnitude
      ? nil : "U S Vᵀ is not W_tot: a vector of U has the opposite sign, but its partner in V does not"
  }

  private static func isSameUpToSigns(_ left: Matrix, _ right: Matrix, _ tolerance: Double = tolerance) -> Bool {
    guard left.rows == right.rows, left.columns == right.columns else { return false }
    return (0..<left.columns).allSatisfy { column in
      let overlap = (0..<left.rows).reduce(0) { $0 + left[$1, column] * right[$1, column] }
      let length = (0..<left.rows).reduce(0) { $0 + left[$1, column] * left[$1, column] }
      return (overlap.magnitude - 1).magnitude <= tolerance && (length - 1).magnitude <= tolerance
    }
  }
}
