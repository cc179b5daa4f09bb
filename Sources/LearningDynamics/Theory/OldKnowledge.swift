public import GSL
internal import Support

/// How much of what a phase teaches has a part in what was known before.
///
/// Along a mode u s vᵀ of the new Σ_yx, layers grow in the direction p = [v; u]/√2. What they know, learned fully and with
/// balanced layers from modes U S Vᵀ, is q = [V; U] √S. A combination of new modes along which pᵀq = 0 gets no start from the old
/// knowledge: it has to grow from what initial weights and rounding have left, and learning stalls until it has.
public struct OldKnowledge: Equatable, Sendable {
  /// The number of modes that the phase teaches: those of at least a twentieth of the strongest.
  public let modeCount: Int
  /// How many combinations of them have no part in the old knowledge.
  public let unhelpedCount: Int

  /// "1 of 8 modes has no part in the old knowledge, so it grows from the initial weights".
  public static func words(unhelped count: Int, of all: Int) -> String {
    if all == 1 { return "its only mode has no part in the old knowledge, so it grows from the initial weights" }
    let which =
      count == all ? "none of the \(all) modes has" : "\(count) of \(all) modes \(count == 1 ? "has no" : "have no")"
    return count == all
      ? "\(which) a part in the old knowledge: learning stalls until they have grown from almost nothing"
      : "\(which) part in the old knowledge, so \(count == 1 ? "it grows" : "they grow") from the initial weights"
  }

  /// A part below this, beside the strongest knowledge, is rounding.
  private static let smallestPart = 1e-6

  /// - Parameters:
  ///   - old: the map known before, N × n.
  ///   - new: Σ_yx of the phase, N × n.
  /// - Throws: `GSLError` if a decomposition fails.
  /// - Complexity: O(N·n²).
  init(_ old: Matrix, before new: Matrix) throws(GSLError) {
    let (known, taught) = (try SingularValueDecomposition(old), try SingularValueDecomposition(new))
    let strongest = known.singularValues.first ?? 0
    modeCount = ModeThreshold.relevantCount(of: taught.singularValues)
    guard strongest > 0, modeCount > 0 else {
      unhelpedCount = modeCount
      return
    }
    let kept = known.singularValues.prefix { $0 > ModeThreshold.negligible(beside: strongest) }.count
    let (right, left) = (taught.right.columns(0..<modeCount), taught.left.columns(0..<modeCount))
    var parts = right.transposed * known.right.columns(0..<kept)
    parts.setProduct(left.transposedFactor, known.left.columns(0..<kept), adding: 1)
    for column in 0..<kept {
      let scale = (known.singularValues[column] / (2 * strongest)).squareRoot()
      for row in 0..<modeCount { parts[row, column] *= scale }
    }
    let helped = try SingularValueDecomposition(parts).singularValues.count { $0 > Self.smallestPart }
    unhelpedCount = modeCount - helped
  }
}

extension Dataset {
  /// What each phase after the first can build on, if everything taught before is learned and kept: with a hidden layer that is
  /// wide enough and small initial weights.
  ///
  /// - Parameter plan: the training. Empty unless it is plain gradient descent on one hidden layer of linear units, and inputs are
  ///   one-hot.
  public func oldKnowledge(for plan: TrainingPlan) throws(GSLError) -> [OldKnowledge] {
    guard isOneHot, plan.hiddenWidths.count == 1, plan.variant.isPlain else { return [] }
    var known = Matrix(rows: featureCount, columns: itemCount)
    var found: [OldKnowledge] = []
    for phase in phases.indices {
      let (now, shown) = (targets(inPhase: phase), frequencies(inPhase: phase))
      if phase > 0 {
        var new = now.transposed
        for row in 0..<new.rows {
          for item in shown.indices { new[row, item] *= shown[item] }
        }
        found.append(try OldKnowledge(known, before: new))
      }
      for item in shown.indices where shown[item] > 0 {
        for feature in 0..<featureCount { known[feature, item] = now[item, feature] }
      }
    }
    return found
  }
}
