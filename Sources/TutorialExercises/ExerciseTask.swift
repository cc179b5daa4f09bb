public import GSL
internal import LearningDynamics

/// An exercise for any language: arrays that are given, arrays to compute from them, and the check of these.
///
/// The checks are those of ``Exercise``, so they name the same mistakes.
public struct ExerciseTask: Sendable {
  /// Its name on the command line, such as "similarity".
  public let name: String
  /// What to do, in a few sentences.
  public let task: String
  /// The names of the given arrays, and of the arrays to compute, in the order of ``verdict(on:)``.
  public let given: [String]
  public let answers: [String]

  private let check: @Sendable ([Matrix], Observer?) throws -> Verdict

  /// Sees what a check gives to the user's function.
  private typealias Observer = (_ given: [Matrix]) -> Void

  /// The given arrays, in the order of their names.
  ///
  /// - Throws: `GSLError` if the data cannot be made.
  public func givenArrays() throws -> [Matrix] {
    var arrays: [Matrix] = []
    _ = try check(answers.map { _ in Matrix(rows: 1, columns: 1) }) { if arrays.isEmpty { arrays = $0 } }
    return arrays
  }

  /// What is wrong with an answer, or that it is right.
  ///
  /// - Parameter arrays: the computed arrays, in the order of ``answers``. S may be a row or a column.
  /// - Throws: `GSLError` if the data cannot be made.
  public func verdict(on arrays: [Matrix]) throws -> Verdict {
    precondition(arrays.count == answers.count, "an array for each answer")
    return try check(arrays, nil)
  }

  /// The four exercises, in the tutorial's order.
  public static let all = [initializer, decomposition, similarity, regression]

  /// The exercise of a name; nil if there is none.
  public static func named(_ name: String) -> ExerciseTask? { all.first { $0.name == name } }
}

extension ExerciseTask {
  /// Narrower than the tutorial's 5000, so that a layer is a file of 8 MB; seven standard errors are five times as wide.
  private static let width = 1000

  private static let initializer = ExerciseTask(
    name: "initializer",
    task: """
      Draw the initial weights of four layers: normally distributed, with mean 0 and standard deviation γ/√(n_in + n_out). \
      Each row of the given array is a layer: n_out, n_in, γ. Write each layer as an array of n_out × n_in.
      """,
    given: ["layers"], answers: ["layer-1", "layer-2", "layer-3", "layer-4"]
  ) { layers, observe in
    var shapes: [Double] = []
    var count = 0
    let verdict = try Exercise.initialization(width: width) { outputs, inputs, scale, _ in
      shapes += [Double(outputs), Double(inputs), scale]
      defer { count += 1 }
      // The shapes are seen in a first round, in which all layers are as they should be.
      return observe == nil ? layers[count] : Matrix(rows: outputs, columns: inputs)
    }
    observe?([Matrix(rows: shapes.count / 3, columns: 3, elements: shapes)])
    return verdict
  }

  private static let decomposition = ExerciseTask(
    name: "decomposition",
    task: """
      The given arrays are the weights W_1 (30 × 8) and W_2 (100 × 30) of a network. Decompose its end-to-end map \
      W_2 W_1 = U S Vᵀ. Write the left singular vectors as columns of U (100 × 8), the singular values from the largest down \
      as S (8), and the right singular vectors as columns of V (8 × 8).
      """,
    given: ["W1", "W2"], answers: ["U", "S", "V"]
  ) { arrays, observe in
    try Exercise.singularValueDecomposition { network in
      observe?(network.weights)
      return (left: arrays[0], singularValues: arrays[1].elements, right: arrays[2])
    }
  }

  private static let similarity = ExerciseTask(
    name: "similarity",
    task: """
      The given array H (7 × 17) is the activity of 17 hidden units for 7 items. Write the representational similarity matrix \
      of the items (7 × 7).
      """,
    given: ["H"], answers: ["rsm"]
  ) { arrays, observe in
    try Exercise.representationalSimilarity { activity in
      observe?([activity])
      return arrays[0]
    }
  }

  private static let regression = ExerciseTask(
    name: "regression",
    task: """
      The given arrays X and Y (3 × 37) hold 37 samples as columns. Write the linear map W (3 × 3) that makes ‖Y − W X‖ \
      smallest.
      """,
    given: ["X", "Y"], answers: ["W"]
  ) { arrays, observe in
    try Exercise.linearRegression { inputs, targets in
      observe?([inputs, targets])
      return arrays[0]
    }
  }
}
