internal import GSL

extension Recording {
  /// Calls a function with the prediction of every cell at each of the ``keptEpochs``.
  ///
  /// The prediction of feature f for item i is row f of Q · W_tot(t) x_i. The maps' outputs W_tot(t) x_i of all states are
  /// columns of one matrix, which is expanded by features in blocks: no more than a block of predictions is held.
  ///
  /// - Parameter body: given a cell and its predictions, one for each kept epoch, valid during the call. Cells come in blocks
  ///   of items, within those by feature, then by item.
  /// - Throws: what the function throws; `GSLError`; `CancellationError` when the task it runs in is cancelled.
  /// - Complexity: O(N·P·K·r) for K kept states and r coordinates; in memory 32 MB of outputs, or those of one item, and a
  ///   block of 79 features.
  public func forEachPrediction(_ body: (Probe, UnsafeBufferPointer<Double>) throws -> Void) throws {
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
    outputs.elements.withUnsafeMutableBufferPointer { outputs in
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

  /// So many numbers of outputs are held at once: 32 MB.
  private static let outputsAtOnce = 1 << 22
}
