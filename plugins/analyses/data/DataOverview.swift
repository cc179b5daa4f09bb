import GSL
import Gnuplot
import LearningDynamics
import PluginKit
import Support

/// The dataset itself: what the network is shown and what it should answer.
struct DataOverview: AnalysisPlugin {
  static let identifier = "data"
  static let summary = "The dataset itself: items, features, and the tree they were sampled on"
  static let tutorialPosition: Int? = 1

  static let sampleItem = Parameter("item", default: 1, in: 1...4096, help: "item shown alone, counted from 1")
  static let parameters = [sampleItem.declaration]

  struct Result: Encodable, Sendable {
    let items: [String]
    let featureCount: Int
    let namedFeatures: [String]
    let isOneHot: Bool
    /// The singular values of the map to be learned.
    let singularValues: [Double]
    let shownItem: String
  }

  func check(_ subject: AnalysisSubject) throws {
    let (dataset, item) = (subject.dataset, subject.values[Self.sampleItem])
    guard item <= dataset.itemCount else {
      throw SettingsError.refused(
        name: Self.sampleItem.declaration.name, text: String(item),
        allowed: "an item of '\(dataset.identifier)', from 1 to \(dataset.itemCount)")
    }
  }

  func trainings(for subject: AnalysisSubject) throws -> [TrainingPlan] { [] }

  func analyze(_ recordings: [Recording], of subject: AnalysisSubject) throws -> Result {
    let dataset = subject.dataset
    return Result(
      items: dataset.items, featureCount: dataset.featureCount, namedFeatures: dataset.features.named,
      isOneHot: dataset.isOneHot, singularValues: try dataset.targetSingularValues(),
      shownItem: dataset.items[subject.values[Self.sampleItem] - 1])
  }

  /// Size and names stand above every summary, and the modes' strengths beside what is learned of them.
  func summary(of result: Result, of subject: AnalysisSubject) -> [String] { [] }

  func details(of result: Result, of subject: AnalysisSubject) -> [String] {
    let negligible = ModeThreshold.negligible(beside: result.singularValues.first ?? 0)
    let values = result.singularValues.prefix(8).map { $0 > negligible ? $0.significant() : "0" }
    let more = result.singularValues.count > 8 ? " …" : ""
    return ["the map to be learned has singular values \(values.joined(separator: ", "))\(more)"]
  }
}
