import GSL
import Gnuplot
import LearningDynamics
import PluginKit

/// Three ways to one map: algebra, a network without hidden layer, the deep network.
struct Regression: AnalysisPlugin {
  static let identifier = "regression"
  static let summary = "Linear regression against the networks: same goal, different paths"
  static let tutorialPosition: Int? = 6

  static let intercept = Parameter(
    "intercept", default: false, help: "also fit Y = W X + b (the networks have no biases)")
  static let parameters = [ZeroDepthControl.rate.declaration, intercept.declaration]

  /// Maps are equal whose entries differ by at most this part of the largest entry of the regression's map. The tutorial has
  /// 0.01 for entries near 1.
  static let tolerance = 1e-2
  /// Maps of more entries than this are not printed.
  static let largestPrintedMap = 36

  struct Result: Encodable, Sendable {
    /// Largest absolute differences between the entries of two maps.
    struct Differences: Encodable, Sendable {
      let regressionAndZeroDepth: Double
      let regressionAndMain: Double
      let zeroDepthAndMain: Double

      var largest: Double { max(regressionAndZeroDepth, regressionAndMain, zeroDepthAndMain) }
    }

    /// A fitted map and its intercept, row by row; without the map where it is too large to print.
    struct Fit: Encodable, Sendable {
      let map: [[Double]]?
      let intercept: [Double]?
      let rank: Int
      let isRankDeficient: Bool
      let largestDifferenceFromTrueMap: Double?
    }

    let differences: Differences
    /// The largest magnitude in the regression's map.
    let largestWeight: Double
    let agree: Bool
    /// The rank of the map to be learned; a narrower hidden layer cannot hold it.
    let mapRank: Int
    let trueMap: [[Double]]?
    let estimate: Fit
    let estimateWithIntercept: Fit?
  }

  func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan] {
    var zeroDepth = try ZeroDepthControl.plan(for: subject)
    // Epochs that suit the deep network of a table may be too few for this one. Epochs that were asked for stay.
    if zeroDepth.epochs == subject.dataset.recommendation.epochs {
      let rate = subject.dataset.effectiveLearningRate(for: zeroDepth.learningRate)
      // The start is uniform on ±1/√n, whatever the size of the targets.
      let largest = subject.dataset.targets.largestMagnitude
      let start = largest + 1 / Double(subject.dataset.inputs.columns).squareRoot()
      let part = Self.tolerance / 2 * largest / start
      if let enough = Self.epochs(shrinkingErrorsTo: part, rate: rate, subject.dataset) {
        zeroDepth.epochs = max(zeroDepth.epochs, enough)
      }
    }
    return [subject.mainPlan, zeroDepth]
  }

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let dataset = subject.dataset
    let regression = try LinearRegression(inputs: dataset.inputs, targets: dataset.targets)
    let main = try recordings[0].finalEndToEndMap()
    let zeroDepth = try recordings[1].finalEndToEndMap()
    let differences = Result.Differences(
      regressionAndZeroDepth: (regression.map - zeroDepth).largestMagnitude,
      regressionAndMain: (regression.map - main).largestMagnitude,
      zeroDepthAndMain: (zeroDepth - main).largestMagnitude)
    let affine =
      subject.values[Self.intercept]
      ? try LinearRegression(inputs: dataset.inputs, targets: dataset.targets, withIntercept: true) : nil
    let largest = regression.map.largestMagnitude
    return Result(
      differences: differences, largestWeight: largest,
      // Of a map of zeros the start is left, which is as small as nothing.
      agree: differences.largest <= Self.tolerance * (largest > 0 ? largest : 1),
      mapRank: ModeThreshold.rank(of: try dataset.targetSingularValues()),
      trueMap: dataset.trueMap.flatMap(Self.printed),
      estimate: Self.fit(regression, of: dataset), estimateWithIntercept: affine.map { Self.fit($0, of: dataset) })
  }

  /// The epochs after which a network without hidden layer has errors of a part of those at its start, for one-hot inputs:
  /// (1 − ε)^T; nil for other inputs, and where that takes more than 100,000 epochs.
  private static func epochs(shrinkingErrorsTo part: Double, rate: Double, _ dataset: Dataset) -> Int? {
    guard dataset.isOneHot, rate > 0, rate < 1, part > 0 else { return nil }
    var (left, epochs) = (1.0, 0)
    while left > part {
      left *= 1 - rate
      epochs += 1
      if epochs > 100_000 { return nil }
    }
    return 10 * ((epochs + 9) / 10)
  }

  private static func fit(_ regression: LinearRegression, of dataset: Dataset) -> Result.Fit {
    let map = printed(regression.map)
    return Result.Fit(
      map: map, intercept: map == nil ? nil : regression.intercept, rank: regression.rank,
      isRankDeficient: regression.isRankDeficient,
      largestDifferenceFromTrueMap: dataset.trueMap.map { (regression.map - $0).largestMagnitude })
  }

  /// The rows of a map small enough to print.
  private static func printed(_ map: Matrix) -> [[Double]]? {
    map.elements.count <= largestPrintedMap ? (0..<map.rows).map(map.row) : nil
  }

  /// What the two networks are called, the main one first: by their hidden layers, or by their starts where neither has
  /// one.
  static func names(of subject: AnalysisSubject) -> (main: String, zeroDepth: String) {
    subject.mainPlan.isZeroDepth
      ? ("no hidden layer, normal start", "no hidden layer, uniform start")
      : (subject.mainPlan.networkDescription, "no hidden layer")
  }
}
