internal import Experiments
internal import Gnuplot
internal import LearningDynamics
internal import PluginKit

/// What a run found, for reading.
struct Summary {
  /// The whole text, lines of at most 80 columns.
  let text: String

  init(_ report: RunReport, directory: String, format: ImageFormat?) {
    var lines: [String] = []
    for dataset in report.datasets {
      lines.append(TextWrapping.wrap(Self.title(dataset.plan)))
      let column = max(14, 4 + (dataset.summaries.map(\.analysis.count).max() ?? 0))
      // What several analyses say in the same words, such as why no theory is drawn, is told once.
      var told: Set<String> = []
      for (identifier, sentences) in dataset.summaries {
        for (index, sentence) in sentences.filter({ told.insert($0).inserted }).enumerated() {
          lines.append(TextWrapping.entry(index == 0 ? "  " + identifier : "", sentence, column: column))
        }
      }
      lines.append("")
    }
    let drawn = report.drawing.drawn.count
    let made =
      switch format {
      case nil: "\(report.figureCount) \(report.figureCount == 1 ? "script with its" : "scripts with their") tables"
      case let format?: "\(drawn) of \(report.figureCount) figures as \(format.rawValue.uppercased())"
      }
    lines.append("Written to \(directory): \(made), and run.json.")
    text = lines.joined(separator: "\n")
  }

  private static func title(_ plan: DatasetPlan) -> String {
    plan.mainPlan.title(
      of: plan.dataset.identifier, items: plan.dataset.itemCount, features: plan.dataset.featureCount,
      effectiveRate: plan.effectiveLearningRate)
  }
}
