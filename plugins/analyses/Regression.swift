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

  /// The tutorial calls maps equal whose entries differ by at most this.
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

    /// A fitted map and its intercept, row by row.
    struct Fit: Encodable, Sendable {
      let map: [[Double]]
      let intercept: [Double]?
      let largestDifferenceFromTrueMap: Double?
    }

    let differences: Differences
    let agree: Bool
    let rank: Int
    let isRankDeficient: Bool
    let trueMap: [[Double]]?
    let estimate: Fit?
    let estimateWithIntercept: Fit?
    let interceptIsRankDeficient: Bool?
  }

  func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan] {
    [subject.mainPlan, ZeroDepthControl.plan(for: subject)]
  }

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let dataset = subject.dataset
    let regression = try LinearRegression(inputs: dataset.inputs, targets: dataset.targets)
    let main = try recordings[0].endToEndMap(at: recordings[0].lastEpoch)
    let zeroDepth = try recordings[1].endToEndMap(at: recordings[1].lastEpoch)
    let differences = Result.Differences(
      regressionAndZeroDepth: (regression.map - zeroDepth).largestMagnitude,
      regressionAndMain: (regression.map - main).largestMagnitude,
      zeroDepthAndMain: (zeroDepth - main).largestMagnitude)
    let affine =
      subject.values[Self.intercept]
      ? try LinearRegression(inputs: dataset.inputs, targets: dataset.targets, withIntercept: true) : nil
    return Result(
      differences: differences, agree: differences.largest <= Self.tolerance, rank: regression.rank,
      isRankDeficient: regression.isRankDeficient, trueMap: dataset.trueMap?.rowLists,
      estimate: Self.fit(regression, of: dataset), estimateWithIntercept: affine.flatMap { Self.fit($0, of: dataset) },
      interceptIsRankDeficient: affine?.isRankDeficient)
  }

  /// A fit small enough to print, compared with the true map if that is known.
  private static func fit(_ regression: LinearRegression, of dataset: Dataset) -> Result.Fit? {
    guard regression.map.elements.count <= largestPrintedMap else { return nil }
    return Result.Fit(
      map: regression.map.rowLists, intercept: regression.intercept,
      largestDifferenceFromTrueMap: dataset.trueMap.map { (regression.map - $0).largestMagnitude })
  }
}

extension Matrix {
  var rowLists: [[Double]] { (0..<rows).map(row) }
}
