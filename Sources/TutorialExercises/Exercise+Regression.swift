public import GSL
internal import LearningDynamics

extension Exercise {
  /// Linear regression: the map W* = Y Xᵀ (X Xᵀ)⁻¹ that makes ‖Y − W X‖ smallest, with samples as columns of X and Y.
  ///
  /// The check takes the tutorial's noisy linear data: 37 samples of a 3 × 3 map.
  ///
  /// - Parameters:
  ///   - seed: of the data.
  ///   - answer: gets X (3 × 37) and Y (3 × 37) and gives W* (3 × 3).
  /// - Throws: what the reader's function throws.
  public static func linearRegression(
    seed: UInt32 = 2021, _ answer: (_ inputs: Matrix, _ targets: Matrix) throws -> Matrix
  ) throws -> Verdict {
    var sampler = try DataSampler(seed: seed, convention: .tutorial)
    let data = try NoisyLinearMap().dataset("exercise", using: &sampler)
    let (inputs, targets) = (data.inputs.transposed, data.targets.transposed)
    let regression = try LinearRegression(inputs: data.inputs, targets: data.targets)
    var others = [
      ("the map from Y to X", try LinearRegression(inputs: data.targets, targets: data.inputs).map),
      ("Y Xᵀ without the inverse of X Xᵀ", targets * data.inputs),
      (
        "the map of a regression with an intercept",
        try LinearRegression(inputs: data.inputs, targets: data.targets, withIntercept: true).map
      ),
    ]
    if let truth = data.trueMap { others.append(("the map that the data were made with; they have noise", truth)) }
    // The condition of X Xᵀ, about 20 here, costs an explicit inverse two digits of sixteen; 1e-9 leaves room.
    let lookalikes = Lookalikes(right: regression.map, others: others, tolerance: 1e-9)
    let given = try answer(inputs, targets)
    return Verdict(
      "The linear regression", complaint: lookalikes.complaint(about: given),
      difference: lookalikes.difference(of: given))
  }
}
