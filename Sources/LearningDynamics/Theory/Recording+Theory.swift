internal import Support

/// What theory says of a recorded training, or why it says nothing.
public enum TrainingTheory: Sendable {
  /// The course it predicts.
  case holds(PredictedCourse)
  /// Why none is known to hold.
  case doesNotHold(TheoryLimit)

  /// The predicted course, if there is one.
  public var course: PredictedCourse? {
    if case .holds(let course) = self { course } else { nil }
  }

  /// Why there is none.
  public var limit: TheoryLimit? {
    if case .doesNotHold(let limit) = self { limit } else { nil }
  }
}

extension Recording {
  /// The theory of this training, from its initial weights alone; computed once.
  ///
  /// - Throws: `GSLError` if a decomposition fails, `CancellationError`.
  /// - Complexity: as ``PredictedCourse/init(_:_:epochs:)`` when first asked for.
  public func theory() throws -> TrainingTheory {
    try derived.value {
      do {
        return .holds(try PredictedCourse(problem, plan, modes: targetModes(), epochs: lastEpoch))
      } catch let error as TheoryLimitError {
        return .doesNotHold(error.limit)
      }
    }
  }
}
