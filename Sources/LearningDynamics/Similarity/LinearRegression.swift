public import GSL

/// The linear map with the least squared error: Yᵀ ≈ W Xᵀ, or W Xᵀ + b.
///
/// With samples as columns W* = Y Xᵀ (X Xᵀ)⁻¹. It is computed from a singular value decomposition of X instead of the
/// explicit inverse, which would square the condition number; for inputs without full rank it is the shortest W.
public struct LinearRegression: Equatable, Sendable {
  /// W*, N × n.
  public let map: Matrix
  /// b, one number for each output; nil without an intercept.
  public let intercept: [Double]?
  /// The rank of the inputs (of the centred inputs, with an intercept).
  public let rank: Int
  /// Whether the inputs do not determine W, so that the shortest of many solutions was taken.
  public let isRankDeficient: Bool

  /// Fits inputs X (P × n) and targets Y (P × N).
  ///
  /// With an intercept, inputs and targets are centred first: W is fitted to the differences from the means, and
  /// b = ȳ − W x̄.
  ///
  /// - Throws: `GSLError` for values that are not finite.
  /// - Complexity: O(P·n·(min(P, n) + N)).
  public init(inputs: Matrix, targets: Matrix, withIntercept: Bool = false) throws(GSLError) {
    try self.init(ItemInputs(inputs, isOneHot: false), targets: targets, withIntercept: withIntercept)
  }

  /// Fits a dataset; an item that is shown f times counts f times.
  ///
  /// - Throws: `GSLError` for values that are not finite.
  public init(of dataset: Dataset, withIntercept: Bool = false) throws(GSLError) {
    try self.init(dataset.itemInputs, targets: dataset.targets, withIntercept: withIntercept)
  }

  private init(_ items: ItemInputs, targets: Matrix, withIntercept: Bool) throws(GSLError) {
    guard withIntercept else {
      let fit = try LeastSquares(design: items.weighting(items.matrix), targets: items.weighting(targets))
      self.init(map: fit.solution.transposed, intercept: nil, rank: fit.rank, isRankDeficient: fit.isRankDeficient)
      return
    }
    let frequencies = items.frequencies ?? Array(repeating: 1, count: targets.rows)
    let (inputMeans, targetMeans) = (items.matrix.columnMeans(frequencies), targets.columnMeans(frequencies))
    let fit = try LeastSquares(
      design: items.weighting(items.matrix.subtracting(inputMeans)),
      targets: items.weighting(targets.subtracting(targetMeans)))
    let map = fit.solution.transposed
    let intercept = (0..<map.rows).map { output in
      targetMeans[output] - zip(map.row(output), inputMeans).reduce(0) { $0 + $1.0 * $1.1 }
    }
    self.init(map: map, intercept: intercept, rank: fit.rank, isRankDeficient: fit.isRankDeficient)
  }

  private init(map: Matrix, intercept: [Double]?, rank: Int, isRankDeficient: Bool) {
    self.map = map
    self.intercept = intercept
    self.rank = rank
    self.isRankDeficient = isRankDeficient
  }
}

extension Matrix {
  /// The mean of each column, its rows weighted.
  fileprivate func columnMeans(_ weights: [Double]) -> [Double] {
    let whole = weights.reduce(0, +)
    return (0..<columns).map { zip(weights, column($0)).reduce(0) { $0 + $1.0 * $1.1 } / whole }
  }

  fileprivate func subtracting(_ rowVector: [Double]) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: elements.enumerated().map { $1 - rowVector[$0 % columns] })
  }
}
