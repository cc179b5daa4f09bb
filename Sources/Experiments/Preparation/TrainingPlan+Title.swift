package import LearningDynamics
internal import Support

extension TrainingPlan {
  /// The training and its dataset in a line: "shark-bones: 8 items × 10,001 features; one hidden layer of 30, seed 2021, η =
  /// 100 (ε = 0.0025), γ = 1e-12, 250 epochs".
  ///
  /// - Parameters:
  ///   - dataset: its identifier.
  ///   - items: P.
  ///   - features: N.
  ///   - effectiveRate: ε.
  package func title(of dataset: String, items: Int, features: Int, effectiveRate: Double) -> String {
    """
    \(Self.size(of: dataset, items, features)); \(networkDescription), seed \(seed), \
    η = \(learningRate.significant()) (ε = \(effectiveRate.significant()))\(start), \(epochs.grouped) epochs
    """
  }

  /// The same without what all trainings of a run share, the network and the seed, and without ε.
  package func shortTitle(of dataset: String, items: Int, features: Int) -> String {
    "\(Self.size(of: dataset, items, features)); η = \(learningRate.significant())\(start), \(epochs.grouped) epochs"
  }

  private static func size(of dataset: String, _ items: Int, _ features: Int) -> String {
    "\(dataset): \(items.grouped) item\(items == 1 ? "" : "s") × \(features.grouped) feature\(features == 1 ? "" : "s")"
  }

  /// ", γ = 1e-12"; nothing for a start without γ.
  private var start: String { initialization.scale.map { ", γ = \($0.significant())" } ?? "" }
}
