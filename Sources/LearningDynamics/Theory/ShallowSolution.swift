internal import GSL

/// The exact course of a network without a hidden layer: along each eigenvector of XᵀFX the error shrinks by a constant factor.
///
/// Directions with the same factor are one *group*: for one-hot inputs that are shown once there is only one.
struct ShallowSolution {
  /// What the modes approach.
  let targets: [Double]

  private var groups: [Group] = []
  private var restOfLoss = 0.0
  /// The test error in the end; nil where the true map is not known.
  private var lastTestError: Double?
  private let lastPrediction: Double

  /// Directions of the inputs with one factor.
  private struct Group {
    /// 1 − ε(μ + λ).
    let factor: Double
    /// The factor to the power of the present epoch.
    var left = 1.0
    /// What is left at first of the distance of the prediction, and of each mode.
    var prediction = 0.0
    var strengths: [Double]
    /// μ‖(W(0) − W∞) q‖²/(P·N), and μ/(P·N) times the product of that with (W∞ − W*) q.
    var squares = 0.0
    var products = 0.0
    /// The same for the distance of the map from the true one, without μ, as shares of ‖W̄‖².
    var testSquares = 0.0
    var testProducts = 0.0
  }

  /// - Parameters:
  ///   - effectiveRate: ε.
  ///   - decay: λ.
  /// - Complexity: O(n³ + r·n·k).
  init(_ problem: LearningProblem, _ modes: LearnedModes, effectiveRate: Double, decay: Double) throws(GSLError) {
    let entryCount = Double(problem.entryCount)
    let (inputs, start) = (problem.itemInputs, problem.network.endToEndMap)
    let width = start.columns
    let (values, vectors) = try Self.moments(of: inputs)
    let correlation = inputs.correlation(problem.outputTargets)
    let fit = try problem.targetMap()
    let negligible = 1e-12 * (values.max() ?? 0)
    // In the coordinates of the eigenvectors.
    func turned(_ map: Matrix) -> Matrix { vectors.map { map * $0 } ?? map }
    let (first, sum, best) = (turned(start), turned(correlation), turned(fit))
    var last = first
    for column in 0..<width {
      let moment = values[column] + decay
      // Without inputs in this direction and without decay nothing changes.
      guard moment > negligible else { continue }
      for row in 0..<last.rows { last[row, column] = decay > 0 ? sum[row, column] / moment : best[row, column] }
    }
    let feature = try problem.basis.row(ofFeature: problem.followedCell.feature)
    let input = problem.inputs.row(problem.followedCell.item)
    let item = vectors.map { (Matrix(rows: 1, columns: width, elements: input) * $0).elements } ?? input
    let right = vectors.map { $0.transposed * modes.decomposition.right } ?? modes.decomposition.right
    let left = modes.decomposition.left.transposed
    let (change, projected) = (first - last, left * (first - last))
    let ends = left * last
    let truth = problem.trueMap.map { turned($0.coordinates) }
    targets =
      inputs.isStandard && decay == 0
      ? modes.targets
      : modes.targets.indices.map { mode in
        (0..<width).reduce(0) { $0 + ends[mode, $1] * right[$1, mode] }
      }
    var (order, prediction) = ([Double: Int](), 0.0)
    for column in 0..<width {
      let factor = 1 - effectiveRate * (values[column] + decay)
      let place = order[factor] ?? groups.count
      if place == groups.count {
        order[factor] = place
        groups.append(Group(factor: factor, strengths: Array(repeating: 0, count: targets.count)))
      }
      var (initially, finally, distance) = (0.0, 0.0, 0.0)
      for row in 0..<first.rows {
        initially += feature[row] * first[row, column]
        finally += feature[row] * last[row, column]
        let missing = last[row, column] - best[row, column]
        groups[place].squares += values[column] * change[row, column] * change[row, column]
        groups[place].products += values[column] * change[row, column] * missing
        distance += missing * missing
        if let truth {
          groups[place].testSquares += change[row, column] * change[row, column]
          groups[place].testProducts += change[row, column] * (last[row, column] - truth[row, column])
        }
      }
      groups[place].prediction += (initially - finally) * item[column]
      prediction += finally * item[column]
      restOfLoss += values[column] * distance
      for mode in targets.indices { groups[place].strengths[mode] += projected[mode, column] * right[column, mode] }
    }
    lastPrediction = prediction
    if let trueMap = problem.trueMap, let truth {
      lastTestError = ((last - truth).sumOfSquares + trueMap.rest) / trueMap.squaredNorm
      for group in groups.indices {
        groups[group].testSquares /= trueMap.squaredNorm
        groups[group].testProducts /= trueMap.squaredNorm
      }
    }
    if !inputs.isOneHot {
      // What no map of these inputs can explain.
      var error = inputs.weighting(problem.outputTargets.transposed)
      error.setProduct(inputs.weighting(inputs.matrix), fit.transposedFactor, scale: -1, adding: 1)
      restOfLoss += error.sumOfSquares
    }
    // All directions are one: their sum in the order of the trainer.
    if inputs.isStandard, groups.count == 1 { groups[0].squares = change.sumOfSquares }
    restOfLoss /= entryCount
    for group in groups.indices {
      groups[group].squares /= entryCount
      groups[group].products /= entryCount
    }
  }

  /// The eigenvalues of XᵀFX, and its eigenvectors as columns; nil for unit vectors.
  private static func moments(of inputs: ItemInputs) throws(GSLError) -> ([Double], Matrix?) {
    let width = inputs.matrix.columns
    guard !inputs.isOneHot else { return (inputs.frequencies ?? Array(repeating: 1, count: width), nil) }
    let shown = inputs.weighting(inputs.matrix)
    var moments = Matrix(rows: width, columns: width)
    moments.setProduct(shown.transposedFactor, shown)
    let eigen = try SymmetricEigendecomposition(moments)
    return (eigen.eigenvalues.map { max(0, $0) }, eigen.eigenvectors)
  }

  /// The present state.
  func state() -> (loss: Double, strengths: [Double], prediction: Double, testError: Double?) {
    var (loss, strengths, prediction, testError) = (restOfLoss, targets, lastPrediction, lastTestError)
    for group in groups {
      testError? += group.left * group.left * group.testSquares + 2 * group.left * group.testProducts
      loss += group.left * group.left * group.squares + 2 * group.left * group.products
      prediction += group.left * group.prediction
      for mode in strengths.indices { strengths[mode] += group.left * group.strengths[mode] }
    }
    return (loss, strengths, prediction, testError)
  }

  /// Advances by one epoch.
  mutating func advance() {
    for group in groups.indices { groups[group].left *= groups[group].factor }
  }
}
