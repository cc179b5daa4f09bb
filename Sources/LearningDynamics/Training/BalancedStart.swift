internal import GSL
internal import Support

/// The balanced, aligned start of a network of D weight layers, in any coordinates of the outputs.
///
/// With the targets Yᵀ = U S Vᵀ (modes that are not zero only, ρ of them)
///
/// W_k = R_(k+1) a₀^(1/D) R_kᵀ,   R_1 = V,   R_(D+1) = U,
///
/// the others random with ρ orthonormal columns. Every layer then holds every mode with the strength a₀^(1/D), in the
/// direction the data has, and the end-to-end map is a₀ U Vᵀ. From here modes never mix: the strength of each follows
/// ``ModeStrengthMap`` exactly, and hidden layer k has the similarities V A^(2k/D) Vᵀ.
///
/// All modes start equally strong, so what the orthonormal columns or nearly equal modes happen to be does not matter.
///
/// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2013). arXiv:1312.6120
struct BalancedStart {
  /// a₀.
  let modeStrength: Double
  /// The widths of the hidden layers, input side first.
  let hiddenWidths: [Int]

  /// The network for some targets.
  ///
  /// - Parameters:
  ///   - targets: Yᵀ, or its coordinates in an orthonormal basis: r × P.
  ///   - sampler: the random numbers of the hidden layers' columns.
  /// - Throws: ``TrainingError/narrowHiddenLayer(width:rank:)`` for a hidden layer that cannot hold all modes,
  ///   ``TrainingError/modeStrength(_:)`` for a strength that is not positive, `GSLError` if a decomposition fails.
  /// - Complexity: O(r·P² + Σ h·ρ²).
  func network(for targets: Matrix, using sampler: inout WeightSampler) throws -> LinearNetwork {
    guard modeStrength > 0, modeStrength.isFinite else { throw TrainingError.modeStrength(modeStrength) }
    let modes = try SingularValueDecomposition(targets)
    let rank = ModeThreshold.rank(of: modes.singularValues)
    if let width = hiddenWidths.min(), width < rank { throw TrainingError.narrowHiddenLayer(width: width, rank: rank) }
    guard rank > 0 else {
      let widths = [targets.columns] + hiddenWidths + [targets.rows]
      return LinearNetwork(weights: zip(widths.dropFirst(), widths).map { Matrix(rows: $0, columns: $1) })
    }
    var frames = [modes.right.columns(0..<rank)]
    for width in hiddenWidths {
      // The left singular vectors of normal numbers: orthonormal columns without a preferred direction.
      frames.append(try SingularValueDecomposition(sampler.standardNormals(outputs: width, inputs: rank)).left)
    }
    frames.append(modes.left.columns(0..<rank))
    let share = pow(modeStrength, 1 / Double(hiddenWidths.count + 1))
    return LinearNetwork(
      weights: zip(frames.dropFirst(), frames).map { next, frame in
        var weights = Matrix(rows: next.rows, columns: frame.rows)
        weights.setProduct(next, frame.transposedFactor, scale: share)
        return weights
      })
  }
}
