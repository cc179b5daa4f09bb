public import GSL

extension Recording {
  /// The prediction for the probe at every state.
  ///
  /// - Complexity: O(r²) once, then O(r·n) for each state.
  public func followedPredictions() throws(GSLError) -> [Double] {
    if let course { return course.predictions }
    return try predictions(of: problem.followedCell)
  }

  /// The prediction of one feature for one item at each of the ``keptEpochs``: q_f · W_tot(t) x_i, with q_f the feature's
  /// row of the basis.
  ///
  /// - Complexity: as `OutputBasis.row(ofFeature:)` once, then O(r·n) for each state.
  public func predictions(of cell: Probe) throws(GSLError) -> [Double] {
    endToEndMaps.forms(
      keptEpochs.indices, left: try problem.basis.row(ofFeature: cell.feature), right: problem.inputs.row(cell.item))
  }

  /// W_tot at the last of the ``keptEpochs`` by feature, N × n.
  ///
  /// - Throws: `GSLError`, and `CancellationError` when the task it runs in is cancelled.
  /// - Complexity: as `OutputBasis.expand(_:)`.
  public func finalEndToEndMap() throws -> Matrix {
    try endToEndMap(at: endToEndMaps.count - 1)
  }

  /// W* = Yᵀ F X (XᵀFX)⁺ in the trainer's coordinates, r × n: what training approaches.
  public func targetMap() throws(GSLError) -> Matrix { try problem.targetMap() }

  /// The relative distance ‖W_tot(t) − W‖/‖W‖ (Frobenius) to a map in the trainer's coordinates, at each of the
  /// ``keptEpochs``.
  public func relativeDistances(to map: Matrix) -> [Double] {
    let norm = map.frobeniusNorm
    return keptEpochs.indices.map { (endToEndMaps[$0] - map).frobeniusNorm / (norm > 0 ? norm : 1) }
  }
}

extension Recording {
  /// Calls a function with every prediction at each of the ``keptEpochs``.
  ///
  /// The prediction of feature f for item i is row f of Q · W_tot(t) x_i. The maps' outputs W_tot(t) x_i of all states are
  /// columns of one matrix, which is expanded by features in blocks: only one block of predictions is in memory.
  ///
  /// - Parameter body: gets an item and a feature, and their predictions, one for each kept epoch, valid during the call. They
  ///   come in blocks of items, within these by feature, then by item.
  /// - Throws: errors of the function; `GSLError`; `CancellationError` when the task it runs in is cancelled.
  /// - Complexity: O(N·P·K·r) for K kept states and r coordinates; in memory 32 MB of outputs, or those of one item, and a
  ///   block of 79 features.
  package func forEachPrediction(_ body: (Probe, UnsafeBufferPointer<Double>) throws -> Void) throws {
    let (states, items) = (keptEpochs.count, problem.inputs.rows)
    let size = max(1, min(items, Self.outputsAtOnce / max(1, states * endToEndMaps.rows)))
    for first in stride(from: 0, to: items, by: size) {
      let part = first..<min(first + size, items)
      try problem.basis.forEachBlock(of: outputs(for: part)) { features, block in
        try block.elements.withUnsafeBufferPointer { predictions in
          for (row, feature) in features.enumerated() {
            for (place, item) in part.enumerated() {
              let start = (row * part.count + place) * states
              try body(
                Probe(item: item, feature: feature),
                UnsafeBufferPointer(rebasing: predictions[start..<start + states]))
            }
          }
        }
      }
    }
  }

  /// W_tot(t) x_i, r × (items · states): all states of the first item, then those of the second, …
  private func outputs(for items: Range<Int>) -> Matrix {
    let (states, rows, inputs) = (endToEndMaps.count, endToEndMaps.rows, endToEndMaps.columns)
    var outputs = Matrix(rows: rows, columns: items.count * states)
    outputs.withMutableElements { outputs in
      for (place, item) in items.enumerated() {
        let input = problem.inputs.row(item)
        let entering = input.indices.filter { input[$0] != 0 }
        for state in 0..<states {
          let map = endToEndMaps[state..<state + 1]
          for row in 0..<rows {
            var sum = 0.0
            for column in entering { sum += map[map.startIndex + row * inputs + column] * input[column] }
            outputs[row * items.count * states + place * states + state] = sum
          }
        }
      }
    }
    return outputs
  }

  /// The number of outputs in memory at once: 32 MB.
  private static let outputsAtOnce = 1 << 22
}

/// A prediction, split into the contributions of the modes.
///
/// ŷ_(i,f)(t) = Σ_(αβ) u_fα A_αβ(t) v_iβ with A = Uᵀ W_tot V. The terms α = β are the modes' contributions,
/// c_α(t) = u_fα a_α(t) v_iα; all others together, by which modes mix, are the remainder.
public struct ModeContributions: Sendable {
  /// The contribution of each mode at each state.
  public let modes: VectorSeries
  /// The rest of the prediction at each state.
  public let remainder: [Double]
  /// u_fα s_α v_iα: what each mode contributes to the target.
  public let final: [Double]
}

extension Recording {
  /// The contributions of the modes to the prediction for the probe, at every state.
  ///
  /// - Complexity: O(T·k) in addition to ``modeStrengths()`` and ``followedPredictions()``.
  public func contributions() throws(GSLError) -> ModeContributions {
    let (modes, targets) = (try learnedModes().decomposition, try learnedModes().targets)
    let row = try problem.basis.row(ofFeature: problem.followedCell.feature)
    // If inputs are not one-hot, an item is a mixture of inputs.
    let item = problem.inputs.row(problem.followedCell.item)
    let weights = modes.singularValues.indices.map { mode in
      let feature = zip(row, modes.left.column(mode)).reduce(0) { $0 + $1.0 * $1.1 }
      return feature * zip(item, modes.right.column(mode)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    var series = VectorSeries(length: weights.count)
    var remainder: [Double] = []
    for (strengths, prediction) in zip(try modeStrengths(), try followedPredictions()) {
      let contributions = zip(weights, strengths).map { $0 * $1 }
      series.append(contentsOf: contributions)
      remainder.append(prediction - contributions.reduce(0, +))
    }
    return ModeContributions(
      modes: series, remainder: remainder, final: zip(weights, targets).map { $0 * $1 })
  }

  /// The plateaus of the prediction for the probe after each stage of this training.
  ///
  /// - Parameter dataset: the dataset of the training, with white inputs.
  public func plateaus(of dataset: Dataset) throws(GSLError) -> (stages: [LearningStage], plateaus: PredictionPlateaus)
  {
    let stages = try stages()
    return (
      stages,
      PredictionPlateaus(
        of: dataset.followedCell, in: dataset, right: try learnedModes().decomposition.right,
        groups: stages.map(\.modes)
      )
    )
  }
}

/// The predicted plateaus of a prediction, one for each group of modes that are learned together.
///
/// While some groups are learned and the others have not begun, the prediction is the projection of the feature on the
/// modes of the learned groups,
///
/// ŷ_(i,f) = Σ_α (Σ_j f_j y_jf z_jα) z_iα / c,   Z = X V,   XᵀFX = cI
///
/// over the modes α learned so far. For one-hot inputs that are shown once Z = V and c = 1. The last step is the target.
///
/// *Holds* if the stages are well separated; otherwise the prediction turns before it reaches a plateau.
///
/// Saxe, A. M., McClelland, J. L. & Ganguli, S. (2019). PNAS 116, 11537–11546. doi:10.1073/pnas.1820226116
public struct PredictionPlateaus: Codable, Hashable, Sendable {
  /// The prediction at each plateau.
  public let values: [Double]

  /// The plateaus of a probe of a dataset with white inputs, from the modes of Σ_yx.
  ///
  /// - Parameters:
  ///   - cell: the item and the feature.
  ///   - dataset: the dataset.
  ///   - right: V, n × k.
  ///   - groups: the modes of each group, in the order in which the groups are learned.
  package init(of cell: Probe, in dataset: Dataset, right: Matrix, groups: [[Int]]) {
    let inputs = dataset.itemInputs
    var values = dataset.targets.column(cell.feature)
    if let frequencies = inputs.frequencies { values = zip(values, frequencies).map { $0 * $1 } }
    let items = inputs.isOneHot ? right : inputs.matrix * right
    let strength = inputs.strength ?? 1
    var prediction = 0.0
    self.values = groups.map { modes in
      for mode in modes {
        let loading = zip(values, items.column(mode)).reduce(0) { $0 + $1.0 * $1.1 }
        prediction += loading * items[cell.item, mode] / strength
      }
      return prediction
    }
  }

  /// The plateaus of a feature for an item of a tree, before any sampling: the mean of the feature over the items that share
  /// the item's ancestor on level 0, 1, …
  ///
  /// - Parameters:
  ///   - values: the feature, a value for each leaf.
  ///   - item: the item.
  ///   - tree: a tree in which all nodes of a level have equally many children; in other trees means are not projections.
  package init(of values: [Double], item: Int, on tree: DiffusionTree) {
    let ancestors = tree.leaves.map(tree.path)
    self.values = (0...tree.levels).map { level in
      let relatives = ancestors.indices.filter { ancestors[$0].prefix(level + 1) == ancestors[item].prefix(level + 1) }
      return relatives.reduce(0) { $0 + values[$1] } / Double(relatives.count)
    }
  }
}
