import GSL
import LearningDynamics
import PluginKit

extension Regression {
  func summary(of result: Result, of subject: AnalysisSubject) -> [String] {
    let differences = result.differences
    let verdict =
      result.agree
      ? "all three agree within" : "they do not all agree (yet: train longer, or change the learning rate) within"
    var lines = [
      "\(verdict) \(Self.tolerance.significant()). Largest differences: regression and no hidden layer "
        + "\(differences.regressionAndZeroDepth.significant(2)), regression and \(subject.mainPlan.networkDescription) "
        + "\(differences.regressionAndMain.significant(2)), the two networks \(differences.zeroDepthAndMain.significant(2))"
    ]
    if result.isRankDeficient {
      lines.append(
        "the inputs have rank \(result.rank) of \(subject.dataset.inputs.columns): of many maps that fit, the shortest was taken"
      )
    }
    if let trueMap = result.trueMap, let estimate = result.estimate {
      for (row, values) in trueMap.enumerated() {
        lines.append("true weights \(Self.text(values)), estimated \(Self.text(estimate.map[row]))")
      }
    }
    if let affine = result.estimateWithIntercept, let intercept = affine.intercept {
      let note = result.interceptIsRankDeficient == true ? " (shortest of many maps)" : ""
      for (row, values) in affine.map.enumerated() {
        lines.append("with intercept\(note): weights \(Self.text(values)), intercept \(intercept[row].significant(3))")
      }
    } else if let isRankDeficient = result.interceptIsRankDeficient {
      let note = isRankDeficient ? "; the centred inputs are rank-deficient, so the shortest map was taken" : ""
      lines.append("with intercept: too many weights to print, see run.json for the verdict\(note)")
    }
    return lines
  }

  private static func text(_ values: [Double]) -> String {
    values.map { $0.significant(4) }.joined(separator: " ")
  }
}
