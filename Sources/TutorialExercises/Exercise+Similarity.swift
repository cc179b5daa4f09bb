public import GSL
internal import LearningDynamics

extension Exercise {
  /// The representational similarity matrix of a hidden activity H (items × units): H Hᵀ, dot products between items.
  ///
  /// The check takes the tutorial's size, 7 items and 17 units, with standard normal activities.
  ///
  /// - Throws: any error of the user's function.
  public static func representationalSimilarity(seed: UInt32 = 2021, _ answer: (Matrix) throws -> Matrix) throws
    -> Verdict
  {
    var sampler = try DataSampler(seed: seed, convention: .tutorial)
    let activity = Matrix(rows: 7, columns: 17, elements: (0..<119).map { _ in sampler.standardNormal() })
    let right = activity * activity.transposed
    let centered = activity.rowsCentered
    let mistakes = CommonMistakes(
      right: right,
      others: [
        ("HᵀH, the similarity of the hidden units instead of the items", activity.transposed * activity),
        ("the cosine of the angle between items; the dot product is not divided by lengths", right.normalized),
        ("the correlation between items", (centered * centered.transposed).normalized),
        ("the covariance between items", (1 / 16.0) * (centered * centered.transposed)),
        ("the distance between items instead of their similarity", right.distances),
        ("the squared distance between items instead of their similarity", right.squaredDistances),
      ], tolerance: 1e-12)
    let given = try answer(activity)
    return Verdict(
      "The similarity matrix", complaint: mistakes.complaint(about: given),
      difference: mistakes.difference(of: given))
  }
}

extension Matrix {
  /// Every row without its mean.
  fileprivate var rowsCentered: Matrix {
    var result = self
    for index in 0..<rows {
      let mean = row(index).reduce(0, +) / Double(columns)
      for column in 0..<columns { result[index, column] -= mean }
    }
    return result
  }

  /// Dot products divided by lengths: G_ij / √(G_ii G_jj).
  fileprivate var normalized: Matrix { mapped { $0 / ($1 * $2).squareRoot() } }

  /// ‖h_i − h_j‖² from dot products.
  fileprivate var squaredDistances: Matrix { mapped { $1 + $2 - 2 * $0 } }

  /// ‖h_i − h_j‖ from dot products.
  fileprivate var distances: Matrix { mapped { max(0, $1 + $2 - 2 * $0).squareRoot() } }

  /// A matrix whose entry (i, j) is computed from this one's (i, j), (i, i) and (j, j).
  private func mapped(_ entry: (Double, Double, Double) -> Double) -> Matrix {
    var result = self
    for row in 0..<rows {
      for column in 0..<columns {
        result[row, column] = entry(self[row, column], self[row, row], self[column, column])
      }
    }
    return result
  }
}

extension Exercise {
  /// Linear regression: the map W* = Y Xᵀ (X Xᵀ)⁻¹ that makes ‖Y − W X‖ smallest, with samples as columns of X and Y.
  ///
  /// The check takes the tutorial's noisy linear data: 37 samples of a 3 × 3 map.
  ///
  /// - Parameters:
  ///   - seed: the seed of the data.
  ///   - answer: gets X (3 × 37) and Y (3 × 37) and gives W* (3 × 3).
  /// - Throws: any error of the user's function.
  public static func linearRegression(
    seed: UInt32 = 2021, _ answer: (_ inputs: Matrix, _ targets: Matrix) throws -> Matrix
  ) throws -> Verdict {
    var sampler = try DataSampler(seed: seed, convention: .tutorial)
    let data = try NoisyLinearMap().dataset("exercise", using: &sampler)
    let (inputs, targets) = (data.inputs.transposed, data.targets.transposed)
    let regression = try LinearRegression(inputs: data.inputs, targets: data.targets)
    var others = [
      ("the map from Y to X", try LinearRegression(inputs: data.targets, targets: data.inputs).map),
      ("Y Xᵀ without the inverse of X Xᵀ", targets * data.inputs),
      (
        "the map of a regression with an intercept",
        try LinearRegression(inputs: data.inputs, targets: data.targets, withIntercept: true).map
      ),
    ]
    if let truth = data.trueMap {
      others.append(("the map that the data were made with, but the data have noise", truth))
    }
    // The condition of X Xᵀ, about 20 here, costs an explicit inverse two digits of sixteen; 1e-9 leaves room.
    let mistakes = CommonMistakes(right: regression.map, others: others, tolerance: 1e-9)
    let given = try answer(inputs, targets)
    return Verdict(
      "The linear regression", complaint: mistakes.complaint(about: given),
      difference: mistakes.difference(of: given))
  }
}
