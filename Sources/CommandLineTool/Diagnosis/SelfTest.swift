internal import GSL
internal import LearningDynamics
internal import Support
internal import TutorialExercises

/// The program's own answers to the exercises, and known numbers of NumPy, PyTorch and the tutorial, recomputed here.
///
/// The results depend on the installed GSL and the machine's math library, so run it if you doubt a result.
struct SelfTest: Sendable {
  struct Check: Hashable, Sendable {
    /// What was checked.
    let subject: String
    /// The expected result.
    let expected: String
    /// The actual result.
    let found: String
    /// Whether they agree.
    let isRight: Bool
  }

  /// All checks.
  let checks: [Check]

  /// Whether all checks passed.
  var isRight: Bool { checks.allSatisfy(\.isRight) }

  /// Runs the checks, which takes a second or two.
  ///
  /// - Parameter width: the width of the layers in the check of the initialization.
  /// - Throws: `GSLError` if a decomposition fails.
  init(width: Int = 5000) throws {
    checks = try Self.library() + Self.exercises(width: width) + Self.sharkBones()
  }

  /// GSL against NumPy.
  private static func library() throws -> [Check] {
    var sampler = try DataSampler(seed: 2021, convention: .tutorial)
    let matrix = Matrix([
      [-5, -2, -4, 0], [2, 5, 3, -4], [-2, 1, -1, 3], [5, -3, -5, -1], [1, 4, 2, -5], [-3, 0, -2, 2],
    ])
    let values = try SingularValueDecomposition(matrix).singularValues
    return [
      number("uniform number at seed 2021 (NumPy)", 0.6059782788074047, sampler.uniform(), within: 0),
      // Four roundings of numbers near 10.
      number("largest singular value, 6 × 4 matrix (NumPy)", 11.67400795864341, values[0], within: 1e-13),
      number("smallest singular value", 2.7650638251854462, values[3], within: 1e-13),
    ]
  }

  /// The exercises, solved with other methods than the checks use: other routines of GSL, or none.
  private static func exercises(width: Int) throws -> [Check] {
    let verdicts = [
      try Exercise.initialization(width: width) { outputs, inputs, scale, sampler in
        WeightDistribution.scaledNormal(scale: scale).network(widths: [inputs, outputs], using: &sampler).weights[0]
      },
      try Exercise.singularValueDecomposition(eigenvectors),
      try Exercise.representationalSimilarity { activity in
        let rows = (0..<activity.rows).map(activity.row)
        return Matrix(rows.map { row in rows.map { other in zip(row, other).reduce(0) { $0 + $1.0 * $1.1 } } })
      },
      // The normal equations, solved through eigenvectors: W = Y Xᵀ E Λ⁻¹ Eᵀ with X Xᵀ = E Λ Eᵀ.
      try Exercise.linearRegression { inputs, targets in
        let eigen = try SymmetricEigendecomposition(inputs * inputs.transposed)
        var scaled = eigen.eigenvectors
        for row in 0..<scaled.rows {
          for column in 0..<scaled.columns { scaled[row, column] /= eigen.eigenvalues[column] }
        }
        return targets * inputs.transposed * scaled * eigen.eigenvectors.transposed
      },
    ]
    return verdicts.map { verdict in
      Check(
        subject: "self-check: \(verdict.exercise.prefix(1).lowercased())\(verdict.exercise.dropFirst())",
        expected: "right",
        found: verdict.complaint ?? "off by \(verdict.difference?.significant(2) ?? "nothing")",
        isRight: verdict.isRight)
    }
  }

  /// The singular value decomposition through the eigenvectors of WᵀW = V S² Vᵀ, and U = W V S⁻¹.
  private static func eigenvectors(_ network: LinearNetwork) throws -> (
    left: Matrix, singularValues: [Double], right: Matrix
  ) {
    let map = network.endToEndMap
    let eigen = try SymmetricEigendecomposition(map.transposed * map)
    let order = eigen.eigenvalues.indices.sorted { eigen.eigenvalues[$0] > eigen.eigenvalues[$1] }
    let values = order.map { eigen.eigenvalues[$0].squareRoot() }
    let right = Matrix(order.map(eigen.eigenvectors.column)).transposed
    var left = map * right
    for row in 0..<left.rows {
      for column in 0..<left.columns { left[row, column] /= values[column] }
    }
    return (left, values, right)
  }

  /// The tutorial's own run, from seed to converged prediction.
  private static func sharkBones() throws -> [Check] {
    let run = try Dataset.sharkBones().train()
    let course = try run.illusion
    let wrongSide = course.wrongSide.map { "\($0.first)–\($0.last)" }.joined(separator: ", ")
    return [
      // PyTorch in 64 bits, from its own initial weights; those are the same to 5e-7.
      number("shark-bones: loss at epoch 125 (PyTorch)", 0.501920759813056, run.losses[125], within: 1e-6),
      text("epochs on the wrong side", "115–171", wrongSide),
      text("worst prediction", "+0.52 at 125", course.worst.map { "\($0.value.signed()) at \($0.epoch)" } ?? "none"),
      text("converged at epoch", "193", course.converged.map(String.init) ?? "never"),
    ]
  }

  private static func number(_ subject: String, _ expected: Double, _ found: Double, within tolerance: Double) -> Check
  {
    let difference = (found - expected).magnitude
    return Check(
      subject: subject, expected: "\(expected) within \(tolerance)",
      found: "\(found.significant(8)), off by \(difference.significant(2))", isRight: difference <= tolerance)
  }

  private static func text(_ subject: String, _ expected: String, _ found: String) -> Check {
    Check(subject: subject, expected: expected, found: found, isRight: expected == found)
  }
}
