public import LearningDynamics
internal import Support

extension RunPlan {
  /// What the planned trainings will do, by theory; nothing is trained.
  ///
  /// - Throws: what `LearningForecast` throws.
  public func forecasts() throws -> RunForecast {
    RunForecast(datasets: try datasets.map { try LearningForecast(of: $0.mainPlan, on: $0.dataset) })
  }
}

/// Forecasts of all datasets of a run.
public struct RunForecast: Encodable, Sendable {
  /// One forecast for each dataset, in the order of the plan.
  public let datasets: [LearningForecast]

  /// The forecasts as one JSON document.
  public func jsonText() throws -> String { try JSONText.of(self) }
}
