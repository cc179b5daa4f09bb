import GSL
import LearningDynamics
import PluginKit
import Support

extension Regression {
  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let differences = result.differences
    let largest = max(
      differences.regressionAndZeroDepth, differences.regressionAndMain, differences.zeroDepthAndMain)
    let verdict =
      result.agree ? "all three agree" : "they do not all agree (\(Self.reason(for: result, of: subject)))"
    // Of targets of ±1 the largest weight is 1, and 0.01 of it is 0.01.
    let size =
      (0.5...2).contains(result.largestWeight) ? "" : " of the largest weight, \(result.largestWeight.significant(3))"
    var lines = [
      "\(verdict) within \(Self.tolerance.significant())\(size); largest difference \(largest.significant(2))"
    ]
    if result.estimate.isRankDeficient {
      lines.append(
        "the inputs have rank \(result.estimate.rank) of \(subject.dataset.inputs.columns): of many maps that fit, the "
          + "shortest was taken")
    }
    if let difference = result.estimate.largestDifferenceFromTrueMap {
      lines.append("the estimated weights differ from the true ones by at most \(difference.significant(2))")
    }
    return lines + Self.interceptLines(result.estimateWithIntercept)
  }

  func details(of result: Result, of subject: AnalysisSubject) -> [String] {
    let (differences, names) = (result.differences, Self.names(of: subject))
    var lines = [
      "largest differences: regression and \(names.zeroDepth) \(differences.regressionAndZeroDepth.significant(2)), "
        + "regression and \(names.main) \(differences.regressionAndMain.significant(2)), the two networks "
        + differences.zeroDepthAndMain.significant(2)
    ]
    if let trueMap = result.trueMap, let estimate = result.estimate.map {
      for (truth, estimated) in zip(trueMap, estimate) {
        lines.append("true weights \(Self.text(truth)), estimated \(Self.text(estimated))")
      }
    }
    return lines
  }

  /// Why the maps may differ.
  private static func reason(for result: Result, of subject: AnalysisSubject) -> String {
    if result.estimate.isRankDeficient { return "networks keep their random start where the inputs say nothing" }
    if let narrowest = subject.mainPlan.hiddenWidths.min(), narrowest < result.mapRank {
      return "a hidden layer of \(narrowest) cannot hold a map of rank \(result.mapRank)"
    }
    return "yet: train longer, or change the learning rate"
  }

  private static func interceptLines(_ fit: Result.Fit?) -> [String] {
    guard let fit else { return [] }
    let note = fit.isRankDeficient ? " (the shortest of many maps)" : ""
    guard let map = fit.map, let intercept = fit.intercept else {
      return ["with intercept\(note): rank \(fit.rank) of the centred inputs; too many weights to print"]
    }
    return zip(map, intercept).map { weights, constant in
      "with intercept\(note): weights \(text(weights)), intercept \(constant.significant(3))"
    }
  }

  private static func text(_ values: [Double]) -> String {
    values.map { $0.significant() }.joined(separator: " ")
  }
}
