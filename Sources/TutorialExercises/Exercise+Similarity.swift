public import GSL
internal import LearningDynamics

extension Exercise {
  /// The representational similarity matrix of a hidden activity H (items × units): H Hᵀ, dot products between items.
  ///
  /// The check takes the tutorial's size, 7 items and 17 units, with standard normal activities.
  ///
  /// - Throws: what the reader's function throws.
  public static func representationalSimilarity(seed: UInt32 = 2021, _ answer: (Matrix) throws -> Matrix) throws
    -> Verdict
  {
    var sampler = try DataSampler(seed: seed, convention: .tutorial)
    let activity = Matrix(rows: 7, columns: 17, elements: (0..<119).map { _ in sampler.standardNormal() })
    let right = activity * activity.transposed
    let centered = activity.rowsCentered
    let lookalikes = Lookalikes(
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
      "The similarity matrix", complaint: lookalikes.complaint(about: given),
      difference: lookalikes.difference(of: given))
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

  /// A matrix whose entry (i, j) is made of this one's (i, j), (i, i) and (j, j).
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
