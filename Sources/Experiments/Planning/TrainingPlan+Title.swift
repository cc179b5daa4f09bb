package import LearningDynamics

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
    var start = ""
    if case .scaledNormal(let scale) = initialization { start = ", γ = \(scale.significant())" }
    return """
      \(dataset): \(items.grouped) item\(items == 1 ? "" : "s") × \(features.grouped) feature\(features == 1 ? "" : "s"); \(networkDescription), seed \(seed), \
      η = \(learningRate.significant()) (ε = \(effectiveRate.significant()))\(start), \(epochs.grouped) epochs
      """
  }
}
